"""View links: made by who leads, read by anybody, ended at once; they show one map and nothing of the room."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.errors import Refusal
from journeymap.service.service import Service
from journeymap.service.sessions import Sessions
from journeymap.service.view_links import MOST_OF_A_MAP, Opened


@pytest.fixture
def lead(service: Service, noor: Participant, park: str) -> Participant:
    """Who leads the workshop of the map."""
    workshop, lead = service.people.create_workshop(noor, "Park", "Faye")
    service.maps.assign(noor, park, workshop.id)
    return lead


def open_new(service: Service, lead: Participant, map_id: str, **how: object) -> Opened:
    """A new link, opened."""
    _, link = service.people.view_links.make(lead, map_id, "The board", **how)  # type: ignore[arg-type]
    return service.people.view_links.open(link)


def refused(service: Service, token: str) -> str:
    """Why this token is worth nothing; "" where it is worth something."""
    try:
        service.people.who(token)
    except Refusal as refusal:
        return refusal.key
    return ""


def test_whoever_leads_makes_a_link_of_128_bits_that_is_kept_as_a_hash(
    service: Service, lead: Participant, park: str
) -> None:
    made, link = service.people.view_links.make(lead, park, "  The   board ")
    assert re.fullmatch(r"[0-9a-f]{32}", link)
    assert (made.name, made.map_id, made.uses, made.until) == ("The board", park, 0, "")
    assert link.encode() not in service.house.store.path.read_bytes()
    mila = service.people.join(service.people.workshops(lead)[0].join_code, "Mila")
    for person in (mila, service.people.create_workshop(service.people.owner(), "Elsewhere", "Stella")[1]):
        with pytest.raises(Refusal):
            service.people.view_links.make(person, park, "Mine")
        with pytest.raises(Refusal):
            service.people.view_links.of_map(person, park)
        with pytest.raises(Refusal, match="not there any more"):
            service.people.view_links.end(person, made.id)
        with pytest.raises(Refusal):
            service.people.view_links.everywhere(person)
    assert [one.id for one in service.people.view_links.everywhere(service.people.owner())] == [made.id]


@pytest.mark.parametrize(("name", "key"), [("  ", "view-link-name"), ("n" * 500, "view-link-long")])
def test_a_link_has_a_name_that_is_not_cut(service: Service, lead: Participant, park: str, name: str, key: str) -> None:
    with pytest.raises(Refusal) as found:
        service.people.view_links.make(lead, park, name)
    assert found.value.key == f"refusal-{key}"


def test_a_reader_reads_the_map_and_nothing_else(service: Service, lead: Participant, park: str) -> None:
    other = service.maps.create(lead, "Not this one")
    opened = open_new(service, lead, park)
    reader = service.people.who(opened.token)
    assert (reader.role, reader.workshop_id, reader.reads) == (Role.READER, None, frozenset({park}))
    assert service.maps.journey(reader, park).title
    assert [head.id for head in service.maps.heads(reader)] == [park]
    everything_else = (
        lambda: service.maps.journey(reader, other),
        lambda: service.maps.journey(reader, park, 1),
        lambda: service.changes.history(reader, park),
        lambda: service.changes.operations(reader, park),
        lambda: service.changes.log(reader, park, 0, 10),
        lambda: service.exchange.export(reader, park, "json"),
        lambda: service.exchange.stories(reader, park),
        lambda: service.people.authors(reader, park),
        lambda: service.people.workshop(reader, lead.workshop_id or ""),
        lambda: service.workshops.summaries.summary(reader, lead.workshop_id or ""),
        lambda: service.changes.change(reader, park, [Add(table="channels", id="c9", values={"name": "Post"})]),
        lambda: service.maps.duplicate(reader, park),
        lambda: service.maps.archive(reader, park),
        lambda: service.people.view_links.make(reader, park, "More"),
        lambda: service.audit.entries(reader),
    )
    for ask in everything_else:
        with pytest.raises(Refusal, match=r"This link shows one map|not there any more"):
            ask()


def test_the_pair_is_read_too_unless_the_link_says_otherwise(service: Service, lead: Participant, park: str) -> None:
    to_be = service.maps.design_to_be(lead, park)
    assert open_new(service, lead, park).pair_id == to_be
    assert open_new(service, lead, to_be).pair_id == park
    alone = service.people.who(open_new(service, lead, park, with_pair=False).token)
    both = service.people.who(open_new(service, lead, park).token)
    assert (alone.reads, both.reads) == (frozenset({park}), frozenset({park, to_be}))
    assert service.comparisons.of(both, park, to_be).fates
    with pytest.raises(Refusal):
        service.comparisons.of(alone, park, to_be)
    service.maps.archive(lead, to_be)
    assert service.people.who(open_new(service, lead, park).token).reads == frozenset({park})


def test_a_pair_in_another_workshop_is_not_shown(
    service: Service, noor: Participant, lead: Participant, park: str
) -> None:
    elsewhere, _ = service.people.create_workshop(noor, "Elsewhere", "Stella")
    to_be = service.maps.create(noor, "To-be", MapKind.TO_BE, workshop_id=elsewhere.id)
    service.maps.link(noor, to_be, park)
    assert open_new(service, lead, park).pair_id is None


def test_a_reader_sees_no_votes_verdicts_and_parked_notes(service: Service, lead: Participant, park: str) -> None:
    said = [
        Add(table="parked", id="p1", values={"text": "The boss is against it", "kind": "parked"}),
        Add(table="decisions", id="d1", values={"text": "We phone back", "owner": "Ilse"}),
        Add(
            table="proposals",
            id="o1",
            values={"item": service.maps.journey(lead, park).moments[0].id, "answer": "drop"},
        ),
    ]
    service.changes.change(lead, park, said)
    reader = service.people.who(open_new(service, lead, park).token)
    seen, whole = service.maps.journey(reader, park), service.maps.journey(lead, park)
    assert whole.tables["parked"]
    assert not any(seen.tables[table] for table in ("parked", "votes", "verdicts", "proposals", "decisions"))
    assert seen.moments == whole.moments


def test_ending_a_link_ends_all_who_read_by_it_and_no_others(service: Service, lead: Participant, park: str) -> None:
    made, link = service.people.view_links.make(lead, park, "The board")
    tokens = [service.people.view_links.open(link).token for _ in range(3)]
    other, seat = open_new(service, lead, park).token, service.people.seat(lead)
    service.people.sessions.leave(tokens[0])  # one browser stops: the others go on
    assert not any(refused(service, token) for token in tokens[1:])
    service.people.view_links.end(lead, made.id)
    assert {refused(service, token) for token in tokens} == {"refusal-view-link-over"}
    assert not refused(service, other)
    assert not refused(service, seat)
    assert service.house.sessions.is_ended(made.id)
    with pytest.raises(Refusal, match="has ended"):
        service.people.view_links.open(link)
    service.people.view_links.end(lead, made.id)  # twice is once


def test_a_link_ends_by_itself_after_its_last_day(
    service: Service, lead: Participant, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = datetime.now(UTC).date()
    with pytest.raises(Refusal, match="today or later"):
        service.people.view_links.make(lead, park, "Yesterday", last_day=today - timedelta(days=1))
    made, link = service.people.view_links.make(lead, park, "This week", last_day=today + timedelta(days=1))
    token = service.people.view_links.open(link).token
    assert not refused(service, token)
    assert made.until.startswith(str(today + timedelta(days=2)))
    assert not service.house.sessions.is_ended(made.id)
    monkeypatch.setattr(service.house.sessions, "wall", lambda: datetime.fromisoformat(made.until).timestamp() + 1)
    assert service.house.sessions.is_ended(made.id), "open sockets are closed by that"
    assert refused(service, token) == "refusal-view-link-over"


def test_after_the_last_day_a_link_opens_nothing(service: Service, lead: Participant, park: str) -> None:
    made, link = service.people.view_links.make(lead, park, "Once", last_day=date(2099, 1, 1))
    assert made.is_over("2099-01-02T00:00:00.000Z")
    assert not made.is_over("2099-01-01T23:59:59.999Z")
    service.house.store.write(
        lambda tx: tx.view_links._db.execute("UPDATE view_links SET until = '2020-01-01T00:00:00.000Z'")
    ).result()
    with pytest.raises(Refusal, match="has ended"):
        service.people.view_links.open(link)


def test_a_deleted_map_takes_its_links_along(service: Service, lead: Participant, park: str) -> None:
    opened = open_new(service, lead, park)
    service.maps.archive(lead, park)
    service.maps.delete(lead, park, service.maps.head(lead, park).title)
    assert refused(service, opened.token) in ("refusal-view-link-over", "refusal-view-link-unknown")


def test_a_map_has_so_many_open_links(service: Service, lead: Participant, park: str) -> None:
    made = [service.people.view_links.make(lead, park, f"Link {n}")[0] for n in range(MOST_OF_A_MAP)]
    with pytest.raises(Refusal, match=f"{MOST_OF_A_MAP} open links"):
        service.people.view_links.make(lead, park, "One more")
    service.people.view_links.end(lead, made[0].id)
    service.people.view_links.make(lead, park, "One more")


def test_making_opening_and_ending_are_in_the_audit_log_and_openings_are_counted(
    service: Service, noor: Participant, lead: Participant, park: str
) -> None:
    made, link = service.people.view_links.make(lead, park, "For Mrs Jansen")
    for _ in range(5):
        service.people.view_links.open(link)
    service.people.view_links.end(lead, made.id)
    told = [one for one in service.audit.entries(noor) if one.kind.startswith("view")]
    assert [(one.kind, one.times) for one in told] == [
        ("view-ended", 1), ("view-opened", 4), ("view-opened", 1), ("view-link", 1),
    ]  # fmt: skip
    found = {one.kind: one for one in told}
    assert set(found) == {"view-link", "view-opened", "view-ended"}
    assert (found["view-link"].by_id, found["view-ended"].by_id, found["view-opened"].by_id) == (lead.id, lead.id, "")
    assert all(made.id in one.subject and "Jansen" not in one.subject for one in found.values())
    assert service.people.view_links.of_map(lead, park)[0].uses == 5


@pytest.mark.parametrize("at_once", [False, True])
def test_a_link_ends_when_whoever_made_it_is_taken_out_and_stays_so(
    service: Service, noor: Participant, lead: Participant, park: str, at_once: bool
) -> None:
    admission, room = service.workshops.admission, lead.workshop_id or ""
    mila = service.people.join(service.people.workshops(lead)[0].join_code, "Mila")
    co = admission.promote(lead, room, mila.id)
    made, link = service.people.view_links.make(co, park, "By Mila")
    token, other = service.people.view_links.open(link).token, open_new(service, lead, park).token
    if at_once:
        admission.give_role(lead, room, co.id, Role.PARTICIPANT)
        admission.remove_all(lead, room, [co.id])
    else:
        admission.remove(lead, room, co.id)
    for _ in range(2):
        assert refused(service, token) == "refusal-view-link-over"
        assert service.house.sessions.is_ended(made.id), "open boards are closed by that"
        with pytest.raises(Refusal, match="has ended"):
            service.people.view_links.open(link)
        admission.restore_all(lead, room, [co.id])
    assert not refused(service, other)
    ended = [one for one in service.audit.entries(noor) if one.kind == "view-ended"]
    assert [(one.by_id, one.subject) for one in ended] == [(lead.id, f"{made.id} {park}")]


@pytest.fixture
def mila(service: Service, lead: Participant) -> Participant:
    """A co-facilitator."""
    joined = service.people.join(service.people.workshops(lead)[0].join_code, "Mila")
    return service.workshops.admission.promote(lead, lead.workshop_id or "", joined.id)


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.CUSTOMER, Role.OBSERVER])
def test_a_link_ends_when_whoever_made_it_leads_no_more_and_stays_so(
    service: Service, noor: Participant, lead: Participant, mila: Participant, park: str, role: Role
) -> None:
    admission, room = service.workshops.admission, lead.workshop_id or ""
    made, link = service.people.view_links.make(mila, park, "By Mila")
    token, other = service.people.view_links.open(link).token, open_new(service, lead, park).token
    admission.give_role(lead, room, mila.id, Role.CO_FACILITATOR)
    assert not refused(service, token), "nothing has changed"
    for now in (role, Role.CO_FACILITATOR):
        admission.give_role(lead, room, mila.id, now)
        assert refused(service, token) == "refusal-view-link-over"
        assert service.house.sessions.is_ended(made.id), "open boards are closed by that"
        with pytest.raises(Refusal, match="has ended"):
            service.people.view_links.open(link)
    assert not refused(service, other)
    ended = [one for one in service.audit.entries(noor) if one.kind == "view-ended"]
    assert [(one.by_id, one.subject) for one in ended] == [(lead.id, f"{made.id} {park}")]


def test_a_link_leads_nowhere_while_whoever_made_it_does_not_lead_the_workshop_of_the_map(
    service: Service, noor: Participant, mila: Participant, park: str
) -> None:
    token = open_new(service, mila, park).token
    elsewhere, _ = service.people.create_workshop(noor, "Elsewhere", "Gus")
    service.maps.assign(noor, park, elsewhere.id)
    assert refused(service, token) == "refusal-view-link-over"


@pytest.mark.parametrize("how", ["leaving", "ending a session", "ending all sessions"])
def test_a_link_does_not_end_with_a_device_of_whoever_made_it(
    service: Service, mila: Participant, park: str, how: str
) -> None:
    token, sessions = open_new(service, mila, park).token, Sessions(service.house)
    seat = sessions.begin(mila)
    if how == "leaving":
        sessions.leave(seat)
    elif how == "ending a session":
        sessions.end(mila, sessions.of(mila)[0].id)
    else:
        sessions.end_all(mila, mila.id)
    assert refused(service, seat)
    assert not refused(service, token), "they still lead the workshop, and can end it from any device"


def test_a_name_is_needed(service: Service, lead: Participant, park: str) -> None:
    with pytest.raises(Refusal, match="Give the link a name"):
        service.people.view_links.make(lead, park, "   ")
