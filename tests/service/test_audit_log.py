"""The audit log: whatever happens to people, keys and data is in it, for good, but erased names are not."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.formats import Takes
from journeymap.service import audit_log
from journeymap.service.audit_log import KINDS
from journeymap.service.house import House
from journeymap.service.repeated_acts import MOST, Act, RepeatedActs
from journeymap.service.service import Service
from journeymap.storage.audit_rows import AuditWriter
from journeymap.storage.sqlite_store import open_store
from tests.support.store_calls import begin


def told(service: Service, kind: str = "") -> list[tuple[str, str, str]]:
    """What it says, the oldest first: kind, by whom, about whom."""
    found = service.audit.entries(service.people.owner(), kind=kind)
    return [(one.kind, one.by_name, one.about_name) for one in reversed(found)]


def test_whatever_happens_to_people_is_in_it(service: Service, noor: Participant) -> None:
    made = service.workshops.create(noor, "Park", agenda="empty", facilitator="Faye")
    admission, w = service.workshops.admission, made.workshop.id
    mila = admission.join(made.workshop.join_code, "Mila")
    admission.give_role(made.lead, w, mila.id, Role.OBSERVER)
    admission.rename(made.lead, w, mila.id, "Mila B")
    service.exchange.export(made.lead, made.map_id, "map-csv")
    service.people.sessions.leave(service.people.seat(mila))
    admission.remove(made.lead, w, mila.id)
    admission.restore_all(made.lead, w, [mila.id])
    service.people.owner_seat(service.owner_key())
    service.people.sessions.rotate()
    assert [kind for kind, _, _ in told(service)][-8:] == [
        "role", "renamed", "exported", "session-ended", "removed", "restored", "owner-in", "owner-key",
    ]  # fmt: skip
    assert told(service, "role") == [("role", "Faye", "Mila")]
    assert ("joined", "Mila", "") in told(service)
    assert {one.workshop_id for one in service.audit.entries(noor, kind="removed")} == {w}
    assert {kind for kind, _, _ in told(service)} <= set(KINDS)


def test_every_file_that_leaves_is_in_it_and_counted_by_the_minute(service: Service, noor: Participant) -> None:
    now = [0.0]
    object.__setattr__(service.house, "repeated", RepeatedActs(clock=lambda: now[0]))
    made = service.workshops.create(noor, "Park", agenda="empty", facilitator="Faye")

    def exported() -> list[tuple[str, str, int]]:
        return [
            (one.by_name, one.subject.split()[0], one.times) for one in service.audit.entries(noor, kind="exported")
        ]

    for _ in range(50):
        service.exchange.export(made.lead, made.map_id, "map-csv")
    assert exported() == [("Faye", "map-csv", 49), ("Faye", "map-csv", 1)]
    service.exchange.take_stories(made.lead, made.map_id)
    service.posters.page(made.lead, made.workshop.id, "en")
    assert [name for _, name, _ in exported()[:2]] == ["summary-html", "stories-json"]
    for _ in range(3):
        service.exchange.export(made.lead, made.map_id, "json")
    now[0] += 61
    service.exchange.export(made.lead, made.map_id, "stories-markdown", takes=(Takes.STORIES,))
    assert exported()[:3] == [("Faye", "stories-markdown", 1), ("Faye", "json", 2), ("Faye", "json", 1)]
    with pytest.raises(Refusal):
        service.exchange.export(made.lead, made.map_id, "poem")
    assert exported()[0][1] == "stories-markdown"


def test_what_is_counted_is_told_at_the_end_and_under_the_name_of_then(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    begin(path)
    with closing(Service.of(House(store=open_store(path), secret=b"k" * 32))) as it:
        made = it.workshops.create(it.people.owner(), "Park", agenda="empty", facilitator="Faye")
        mila = it.workshops.admission.join(made.workshop.join_code, "Mila Janssen")
        for _ in range(3):
            it.exchange.export(mila, made.map_id, "json")
        it.workshops.erasure.erase_one(mila, made.workshop.id, mila.id)
    with closing(Service.of(House(store=open_store(path), secret=b"k" * 32))) as it:
        found = it.audit.entries(it.people.owner(), kind="exported")
    assert [one.times for one in found] == [2, 1]
    assert all(one.by_name.startswith("Participant") for one in found)


def test_so_many_acts_are_told_apart_and_those_beyond_are_counted_together() -> None:
    acts = RepeatedActs(clock=lambda: 0.0)
    told = [act for n in range(MOST + 50) for act in acts.done(Act("exported", f"p{n}", "w", "", "json m"))]
    assert len(told) == MOST + 1
    assert [(one.by, one.times) for one in acts.rest()] == [("", 49)]


def test_it_is_read_beside_the_writer_with_all_that_was_told_before(
    service: Service, noor: Participant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AuditWriter, "entries", lambda *_, **__: pytest.fail("the writer read it"))
    service.people.create_workshop(noor, "Park", "Faye")
    assert told(service)[-1] == ("workshop", "Noor", "Faye")


def test_all_of_it_comes_a_page_at_a_time(service: Service, noor: Participant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_log, "MOST_AT_ONCE", 3)
    for n in range(7):
        service.audit.note("link", noor, subject=f"{n}")
    assert [one.subject for one in service.audit.every(noor, kind="link")] == list("6543210")


def test_only_the_owner_reads_it(service: Service, noor: Participant) -> None:
    _, lead = service.people.create_workshop(noor, "Park", "Faye")
    with pytest.raises(Refusal):
        service.audit.entries(lead)


def test_an_erased_name_is_erased_here_too(service: Service, noor: Participant) -> None:
    made = service.workshops.create(noor, "Park", agenda="empty", facilitator="Faye")
    mila = service.workshops.admission.join(made.workshop.join_code, "Mila Janssen")
    service.workshops.admission.give_role(made.lead, made.workshop.id, mila.id, Role.OBSERVER)
    service.workshops.erasure.erase_one(mila, made.workshop.id, mila.id)
    assert "Janssen" not in str(told(service))
    assert told(service, "erased")[0][1].startswith("Participant")
    assert told(service, "role") == [("role", "Faye", told(service, "erased")[0][1])]


def test_nothing_in_it_is_changed_or_removed_before_its_time(tmp_path: Path) -> None:
    path, now = tmp_path / "j.db", ["2026-01-01T00:00:00.000Z"]
    begin(path)
    with closing(Service.of(House(store=open_store(path), secret=b"k" * 32, now=lambda: now[0], audit_days=30))) as it:
        it.people.create_workshop(it.people.owner(), "Park", "Faye")
        assert len(it.audit.entries(it.people.owner())) == 1
        with closing(sqlite3.connect(path)) as db:
            for change in ("UPDATE audit SET kind = 'x'", "UPDATE audit SET place = 'x'", "DELETE FROM audit"):
                with pytest.raises(sqlite3.IntegrityError, match="what happened"):
                    db.execute(change)
                db.rollback()
        now[0] = "2026-03-01T00:00:00.000Z"
        it.house.store.write(lambda tx: tx.audit.drop("2026-02-01T00:00:00.000Z")).result()
        assert it.audit.entries(it.people.owner()) == []


def test_the_file_has_a_line_for_each_entry_and_no_name(tmp_path: Path) -> None:
    path, file = tmp_path / "j.db", tmp_path / "audit.jsonl"
    begin(path)
    with closing(Service.of(House(store=open_store(path), secret=b"k" * 32, audit_file=file))) as it:
        made = it.workshops.create(it.people.owner(), "Park", agenda="empty", facilitator="Faye")
        it.workshops.admission.join(made.workshop.join_code, "Mila\nJanssen")
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert lines[-1]["kind"] == "joined"
    assert lines[-1]["workshop_id"] == made.workshop.id
    assert "Mila" not in file.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    begin(path)
    with closing(Service.of(House(store=open_store(path), secret=b"k" * 32, audit_file=tmp_path / "no" / "x"))) as it:
        assert it.people.create_workshop(it.people.owner(), "Park", "Faye")
