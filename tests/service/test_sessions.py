"""Sessions: each device's own, seen and ended, by oneself, by who leads, by the owner; in every process."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from itsdangerous import URLSafeTimedSerializer

from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal
from journeymap.service.house import House
from journeymap.service.service import Service
from journeymap.service.session_memory import SessionMemory
from journeymap.service.sessions import MOST_LINKS, MOST_SESSIONS
from journeymap.storage.session_contract import Endings
from journeymap.storage.sqlite_store import open_store
from tests.support.store_calls import begin
from tests.support.writer_work import measured

SECRET = b"k" * 32


@contextmanager
def house(path: Path, **more: object) -> Iterator[Service]:
    """One process on this database."""
    with closing(Service.of(House(store=open_store(path), secret=SECRET, owner_name="Noor", **more))) as it:  # type: ignore[arg-type]
        yield it


@pytest.fixture
def made(service: Service, noor: Participant) -> tuple[Participant, Participant, Participant]:
    """Who leads, Mila and Sam."""
    workshop, lead = service.people.create_workshop(noor, "Park", "Faye")
    return lead, service.people.join(workshop.join_code, "Mila"), service.people.join(workshop.join_code, "Sam")


def is_in(service: Service, token: str) -> bool:
    """Whether this token is worth something."""
    try:
        service.people.who(token)
    except Refusal as refusal:
        return refusal.code != "forbidden"
    return True


def test_leaving_ends_the_session_and_no_other(service: Service, made: tuple[Participant, ...]) -> None:
    phone, laptop = service.people.seat(made[1], "Safari, iPhone"), service.people.seat(made[1], "Firefox, Linux")
    assert {one.device for one in service.people.sessions.of(made[1])} == {"Firefox, Linux", "Safari, iPhone"}
    service.people.sessions.leave(phone)
    with pytest.raises(Refusal, match="signed out on this device"):
        service.people.who(phone)
    assert is_in(service, laptop)
    assert [one.device for one in service.people.sessions.of(made[1])] == ["Firefox, Linux"]
    service.people.sessions.leave("nonsense")
    service.people.sessions.leave(phone)


def test_who_may_end_what(service: Service, noor: Participant, made: tuple[Participant, ...]) -> None:
    lead, mila, sam = made
    _, stranger = service.people.create_workshop(noor, "Elsewhere", "Stella")
    tokens = {one.name: service.people.seat(one) for one in (noor, lead, mila, sam, stranger)}
    ids = {one.name: service.people.sessions.of(one)[0].id for one in (noor, lead, mila, sam, stranger)}
    for person, others in ((mila, ("Sam", "Faye", "Noor")), (lead, ("Stella", "Noor")), (stranger, ("Mila",))):
        for other in others:
            with pytest.raises(Refusal, match="signed out already"):
                service.people.sessions.end(person, ids[other])
    assert all(is_in(service, token) for token in tokens.values())
    service.people.sessions.end(lead, ids["Mila"])
    service.people.sessions.end(noor, ids["Stella"])
    assert {name for name, token in tokens.items() if is_in(service, token)} == {"Noor", "Faye", "Sam"}
    with pytest.raises(Refusal, match="Only the owner"):
        service.people.sessions.end_all(sam, lead.id)
    with pytest.raises(Refusal):
        service.people.sessions.in_workshop(mila, mila.workshop_id or "")
    assert {one.person_id for one in service.people.sessions.in_workshop(lead, lead.workshop_id or "")} == {
        lead.id, sam.id,
    }  # fmt: skip
    assert len(service.people.sessions.everywhere(noor)) == 3
    with pytest.raises(Refusal):
        service.people.sessions.everywhere(lead)


def test_all_my_other_devices_at_once(service: Service, made: tuple[Participant, ...]) -> None:
    tokens = [service.people.seat(made[1]) for _ in range(4)]
    here = service.people.seated(tokens[2]).session
    assert service.people.sessions.end_all(made[1], made[1].id, but=here) == 3
    assert [is_in(service, token) for token in tokens] == [False, False, True, False]


def test_a_session_that_nobody_uses_ends(service: Service, made: tuple[Participant, ...], monkeypatch) -> None:
    token, now, day = service.people.seat(made[1]), time.time(), 24 * 3600
    for n in (20, 40, 60):
        monkeypatch.setattr(time, "time", lambda n=n: now + n * day)
        assert is_in(service, token)
    monkeypatch.setattr(time, "time", lambda: now + 91 * day)
    assert not is_in(service, token)
    idle = service.people.seat(made[2])
    monkeypatch.setattr(time, "time", lambda: now + 122 * day)
    with pytest.raises(Refusal, match="away for a long time"):
        service.people.who(idle)


def test_when_it_was_last_used_outlives_the_process(tmp_path: Path, monkeypatch) -> None:
    path, now, day = tmp_path / "j.db", time.time(), 24 * 3600
    begin(path)
    with house(path) as one:
        workshop, _ = one.people.create_workshop(one.people.owner(), "Park", "Faye")
        token = one.people.seat(one.people.join(workshop.join_code, "Mila"))
    for n in (25, 50):
        monkeypatch.setattr(time, "time", lambda n=n: now + n * day)
        at = datetime.fromtimestamp(now + n * day, UTC).isoformat()
        with house(path, now=lambda at=at: at) as later:
            assert is_in(later, token)
    monkeypatch.setattr(time, "time", lambda: now + 81 * day)
    with house(path) as last:
        assert not is_in(last, token)


def test_tokens_from_before_there_were_sessions_work_and_can_be_ended(
    service: Service, noor: Participant, made: tuple[Participant, ...]
) -> None:
    old = URLSafeTimedSerializer(SECRET, salt="journeymap-seat")
    for person, said in ((made[1], made[1].id), (made[2], [made[2].id, 0]), (noor, "owner")):
        token = old.dumps(said)
        assert service.people.who(token) == person
        (kept,) = service.people.sessions.of(person)
        service.people.sessions.end(person, kept.id)
        assert not is_in(service, token)
    token = old.dumps("owner")
    service.people.sessions.leave(token)
    assert not is_in(service, token)


@pytest.mark.parametrize(
    "said", [None, 5, [], ["x"], ["x", "y", "z"], {"id": "x"}, [["owner"], 0, "s"], ["owner", None, "s"]]
)
def test_what_we_signed_and_never_meant_is_nobody(service: Service, said: object) -> None:
    token = URLSafeTimedSerializer(SECRET, salt="journeymap-seat").dumps(said)
    assert not is_in(service, token)


def test_another_owner_key_ends_the_old_one_its_links_and_sessions(service: Service, noor: Participant) -> None:
    sessions = service.people.sessions
    old, token, link = sessions.owner_key(), service.people.seat(noor), sessions.link(noor)
    before = URLSafeTimedSerializer(SECRET, salt="journeymap-seat").dumps("owner")
    sessions.rotate()
    assert sessions.owner_key() != old
    for key in (old, link):
        with pytest.raises(Refusal, match="owner link does not work"):
            service.people.owner_seat(key)
    assert (is_in(service, token), is_in(service, before)) == (False, False)
    assert is_in(service, service.people.owner_seat(sessions.owner_key()))


def test_another_process_finds_out_within_a_moment(tmp_path: Path) -> None:
    path, now = tmp_path / "j.db", [100.0]
    begin(path)
    with house(path) as one, house(path, sessions=SessionMemory(clock=lambda: now[0])) as other:
        noor = one.people.owner()
        workshop, _ = one.people.create_workshop(noor, "Park", "Faye")
        mila = one.people.join(workshop.join_code, "Mila")
        tokens = one.people.seat(mila), one.people.seat(noor)
        assert all(is_in(other, token) for token in tokens)
        one.people.sessions.leave(tokens[0])
        one.people.sessions.rotate()
        now[0] += 1.0
        assert not any(is_in(other, token) for token in tokens)
        assert other.people.sessions.owner_key() == one.people.sessions.owner_key()


def test_whoever_works_is_not_looked_up_for_each_change(
    service: Service, made: tuple[Participant, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = service.people.sessions.shown(service.people.seat(made[1]))
    memory = service.house.sessions
    memory.clock = lambda: 100.0
    memory._looked_at = 100.0
    for name in ("endings", "session"):
        monkeypatch.setattr(service.house.store.sessions, name, lambda _: pytest.fail("looked up"))
    for _ in range(1_000):
        service.people.sessions.require(shown, made[1].workshop_id)


def test_a_million_sessions_fill_no_memory(monkeypatch) -> None:
    monkeypatch.setattr("journeymap.service.session_memory.MOST", 50)
    memory = SessionMemory()
    for n in range(1_000):
        memory.see(str(n), 1.0)
    assert (memory.seen("0"), memory.seen("999"), len(memory._seen)) == (None, 1.0, 50)


def test_endings_are_looked_for_at_most_every_half_second() -> None:
    now = [0.0]
    looks: list[int] = []
    memory = SessionMemory(clock=lambda: now[0])

    def look(since: int) -> Endings:
        looks.append(since)
        return Endings([f"s{len(looks)}"], len(looks), 0)

    assert memory.refresh(look)
    assert not memory.refresh(look)
    now[0] = 0.6
    assert memory.refresh(look)
    assert looks == [0, 1]
    assert memory.is_ended("s1")
    assert memory.is_ended("s2")
    assert not memory.is_ended("s3")


def test_sessions_of_long_ago_are_forgotten_and_endings_keep_their_numbers(tmp_path: Path) -> None:
    path, now = tmp_path / "j.db", ["2026-01-01T00:00:00.000Z"]
    begin(path)
    with house(path, now=lambda: now[0]) as it:
        noor = it.people.owner()
        for _ in range(3):
            it.people.sessions.leave(it.people.seat(noor))
        number = it.house.store.sessions.endings(0).number
        now[0] = "2026-12-01T00:00:00.000Z"
        it.people.sessions.leave(it.people.seat(noor))
        found = it.house.store.sessions.endings(0)
        assert (len(found.ended), found.number) == (2, number + 1)


def test_whoever_comes_again_by_the_same_device_keeps_their_session(
    service: Service, made: tuple[Participant, ...]
) -> None:
    token = service.people.seat(made[1], "Safari, iPhone")
    assert service.people.seat_again(made[1], token) == token
    assert len(service.people.sessions.of(made[1])) == 1
    assert service.people.seat_again(made[2], token) != token, "somebody else's is no seat of mine"
    assert is_in(service, service.people.seat_again(made[1], "nonsense"))


def test_somebody_has_so_many_sessions_and_the_oldest_goes(service: Service, made: tuple[Participant, ...]) -> None:
    tokens = [service.people.seat(made[1], f"Device {n}") for n in range(MOST_SESSIONS + 20)]
    sessions = service.people.sessions
    assert len(sessions.of(made[1])) == MOST_SESSIONS
    sessions.spread()
    assert not is_in(service, tokens[0])
    assert is_in(service, tokens[-1])


def test_however_many_sessions_there_were_ending_some_is_little_work(
    service: Service, made: tuple[Participant, ...]
) -> None:
    """The plan is asked for, since a scan of all there ever were would stop everybody."""
    for n in range(MOST_SESSIONS):
        service.people.seat(made[1], f"Device {n}")
    assert len(service.people.sessions.of(made[1])) == MOST_SESSIONS, "what waited is written"
    with measured() as meter:
        assert service.people.sessions.end_all(made[1], made[1].id) == MOST_SESSIONS
    assert meter.statements <= 2 * MOST_SESSIONS + 20
    with closing(sqlite3.connect(service.house.store.path)) as db:
        plan = db.execute("EXPLAIN QUERY PLAN SELECT max(ending) FROM sessions WHERE ending IS NOT NULL").fetchall()
    assert "sessions_by_ending" in str(plan)
    noted = [one for one in service.audit.entries(service.people.owner()) if one.kind == "session-ended"]
    assert [one.times for one in noted] == [MOST_SESSIONS]


def test_a_link_ends_with_the_session_that_made_it(service: Service, made: tuple[Participant, ...]) -> None:
    lead, mila, _ = made
    service.people.seat(mila)
    link = service.people.sessions.link(mila)
    service.people.sessions.end_all(lead, mila.id)
    with pytest.raises(Refusal):
        service.people.seat_by_link(link)


def test_a_link_does_not_outlive_the_seat_on_that_device(service: Service, made: tuple[Participant, ...]) -> None:
    lead, mila, sam = made
    moved, removed = service.people.sessions.link(mila), service.people.sessions.link(sam)
    service.house.store.write(lambda tx: tx.people.move_seat(mila.id, ())).result()
    service.workshops.admission.remove(lead, lead.workshop_id or "", sam.id)
    for link in (moved, removed):
        with pytest.raises(Refusal):
            service.people.seat_by_link(link)


def test_only_the_newest_links_wait_to_be_used(service: Service, made: tuple[Participant, ...]) -> None:
    links = [service.people.sessions.link(made[1], 60 + n) for n in range(MOST_LINKS + 1)]
    with pytest.raises(Refusal):
        service.people.seat_by_link(links[0])
    assert is_in(service, service.people.seat_by_link(links[-1]))


def test_the_owner_who_opens_their_link_elsewhere_is_in_the_audit_log(service: Service, noor: Participant) -> None:
    service.people.seat_by_link(service.people.sessions.link(noor))
    assert "owner-in" in {one.kind for one in service.audit.entries(noor)}
