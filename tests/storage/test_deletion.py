"""Deleting for good: nobody sees it from the answer on, nothing of it stays in the file, and all else stays."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Participant, Role, Workshop
from journeymap.domain.model.tracker_items import TrackerItem, TrackerRun
from journeymap.domain.model.validation import MapState, RoundCustomer, RoundVerdict, StateChange, ValidationRound
from journeymap.domain.text.errors import invalid
from journeymap.storage import deletion
from journeymap.storage.people_contract import Claim, SavedAgenda
from journeymap.storage.session_contract import DeviceSession
from journeymap.storage.sqlite_store import SqliteStore, open_store
from journeymap.storage.store import Store
from journeymap.storage.view_link_rows import ViewLink
from tests.support.journeys import FURTHER, History, histories
from tests.support.left_over import everywhere, rows_of
from tests.support.store_calls import NOON, change, create, create_full, keep, new_store, refused

WORD = "Zwlxqqgh"
"""A word that stands nowhere else."""

PARK = Workshop(id="w1", title=f"Park {WORD}", join_code="quiet-heron-42", created_at=NOON)
SHOP = Workshop(id="w2", title="Shop", join_code="brave-otter-17", created_at=NOON)
OF_NOBODY = {"maps", "workshops", "participants"}
"""Tables whose own rows are what is deleted."""


def nobody_minds(*_: object) -> None:
    """Everybody may."""


def judged(tx) -> None:
    """A customer has judged the map that goes, and somebody has said where it stands."""
    tx.validation.add_round(ValidationRound("r1", "gone", WORD, 9, "2099", 1, "owner", NOON), "of the link")
    tx.validation.add_customer(RoundCustomer("c1", "r1", "gone", WORD, NOON), "of the device")
    tx.validation.add_verdict(RoundVerdict("gone", "r1", "c1", "call", "contest", "", WORD, WORD, 1, NOON))
    tx.validation.decide(StateChange("gone", MapState.IN_REVIEW, 1, "owner", NOON))
    tx.trackers.begin(TrackerRun("gone", WORD, "redmine", "r1", "owner", "host 1", NOON, 1.0))
    tx.trackers.keep([
        TrackerItem(
            "gone", WORD, "jm-1", "call", "story", WORD, "1", WORD, WORD,
            closed=False, gone=False, sent={}, read={}, at=NOON,
        ),
    ])  # fmt: skip


def settle(store: Store) -> None:
    """Two workshops; the word stands wherever people write in the first one."""
    agenda = SavedAgenda(id="a1", name=WORD, language="en", steps="[]", workshop_id="w1", saved_at=NOON)

    def work(tx) -> None:
        for workshop in (PARK, SHOP):
            tx.people.add_workshop(workshop)
            for n in range(3):
                name = f"{WORD} {n}" if workshop is PARK else f"Bert {n}"
                one = Participant(id=f"{workshop.id}-{n}", name=name, role=Role.PARTICIPANT, workshop_id=workshop.id)
                tx.people.add_participant(one, NOON)
        tx.people.put_agenda(agenda)
        tx.people.put_agenda(agenda.model_copy(update={"id": "a2", "name": "Ours", "workshop_id": "w2"}))
        for n in range(3):
            session = DeviceSession(f"s{n}", "w1-0", "w1", f"{WORD} phone", NOON, NOON)
            tx.sessions.begin_session(session)
            tx.sessions.end_session(f"s{n}", NOON) if n else None
        tx.sessions.put_link("l1", "w1-0", NOON, "", 10)
        asked = {"participant_id": "w1-0", "workshop_id": "w1", "number": "12", "secret": WORD, "asked_at": NOON}
        tx.people.put_claim(Claim(id="c1", **asked))

    store.write(work).result()
    create_full(store, "theirs", workshop_id="w1")
    change(store, "theirs", *FURTHER, by=f"by-{WORD}", batch=f"batch-{WORD}")
    for table, row, field in (("maps", "theirs", "notes"), ("moments", "call", "text"), ("parked", "dear", "text")):
        change(store, "theirs", Set(table=table, id=row, field=field, value=f"{WORD} said"), batch=f"{table}-{row}")
    create_full(store, "archived", workshop_id="w1")
    store.write(lambda tx: tx.archive("archived", NOON)).result()
    create(
        store, "other", Add(table="maps", id="other", values={"title": "Other"}), workshop_id="w2", as_is_id="theirs"
    )


def is_nowhere(store: Store, map_id: str) -> None:
    """Nobody finds this map."""
    for look in (store.head, store.journey, lambda it: store.journey_at(it, 1)):
        with refused("gone", "storage-no-such-map"):
            look(map_id)
    assert map_id not in {head.id for archived in (True, False) for head in store.heads(archived=archived)}
    assert map_id not in {hit.map_id for hit in store.search(WORD)}
    assert map_id not in {head.id for head in store.heads(search=WORD)}
    assert not store.states([map_id])
    assert not store.identified(map_id)


def test_a_deleted_map_is_nowhere_from_the_answer_on(opened) -> None:
    store, other_process = opened(), opened()
    settle(store)
    assert other_process.journey("theirs").title
    store.delete_map("theirs", nobody_minds)
    for one in (store, other_process):
        is_nowhere(one, "theirs")
        with refused("gone", "storage-no-such-map"):
            change(one, "theirs", Add(table="channels", id="new", values={"name": "New"}))
    assert [head.id for head in store.heads(archived=True)] == ["archived"]


def test_a_to_be_whose_as_is_is_deleted_stays_and_waits_for_none(store: Store) -> None:
    settle(store)
    before = store.journey("other")
    assert store.delete_map("theirs", nobody_minds) == {"w1", "w2"}
    store.tidy()
    head = store.head("other")
    assert (head.as_is_id, head.designed_from, head.designed_from_title) == (None, None, "")
    assert store.journey("other") == before


def test_whoever_may_not_deletes_nothing(store: Store) -> None:
    settle(store)

    def no(*_: object) -> None:
        raise invalid("archived")

    with refused("invalid", "archived"):
        store.delete_map("theirs", no)
    with refused("invalid", "archived"):
        store.delete_workshop("w1", no)
    store.tidy()
    assert store.head("theirs").moments == 2
    assert store.people.workshop("w1") == PARK.model_copy(update={"version": 0})


def test_what_is_not_there_cannot_be_deleted(store: Store) -> None:
    with refused("gone", "storage-no-such-map"):
        store.delete_map("nowhere", nobody_minds)
    with refused("gone", "storage-no-such-workshop"):
        store.delete_workshop("nowhere", nobody_minds)


def test_of_a_deleted_map_no_row_and_no_byte_is_left(sqlite: SqliteStore) -> None:
    create_full(sqlite, "kept")
    create_full(sqlite, "gone")
    change(sqlite, "gone", *FURTHER)
    sqlite.write(lambda tx: tx.keep_picture("gone", "0" * 32, WORD.encode())).result()
    change(sqlite, "gone", Set(table="moments", id="call", field="text", value=f"{WORD} calls"), batch="b")
    link = ViewLink("l1", "gone", f"For {WORD}", True, "", "owner", "2026-01-02T03:04:05.678Z")
    sqlite.write(lambda tx: tx.view_links.add(link, "hash")).result()
    sqlite.write(judged).result()
    kept, log = sqlite.journey("kept"), sqlite.operations("kept")
    assert WORD.encode() in everywhere(sqlite.path)
    assert {hit.map_id for hit in sqlite.search(WORD)} == {"gone"}
    assert min(rows_of(sqlite.path, "map_id", "gone").values()) > 0, "every table has something of it"
    sqlite.delete_map("gone", nobody_minds)
    sqlite.tidy()
    assert not any(rows_of(sqlite.path, "map_id", "gone").values())
    assert WORD.encode() not in everywhere(sqlite.path)
    assert WORD.lower().encode() not in everywhere(sqlite.path)
    assert (sqlite.journey("kept"), list(sqlite.operations("kept"))) == (kept, list(log))
    assert {hit.map_id for hit in sqlite.search("desk")} == {"kept"}


def test_of_a_deleted_workshop_nothing_is_left_and_nothing_of_others_goes(sqlite: SqliteStore) -> None:
    settle(sqlite)
    assert sqlite.delete_workshop("w1", nobody_minds) == {"w2"}
    for map_id in ("theirs", "archived"):
        is_nowhere(sqlite, map_id)
    assert sqlite.people.workshop("w1") is None
    assert sqlite.people.workshop_by_code(PARK.join_code) is None
    sqlite.tidy()
    assert [one.id for one in sqlite.people.participants()] == ["w2-0", "w2-1", "w2-2"]
    assert [one.id for one in sqlite.people.agendas()] == ["a2"]
    assert not sqlite.people.claims("w1")
    assert [head.id for head in sqlite.heads()] == ["other"]
    assert len(sqlite.people.borne("w2")) == 3
    for column, value in (
        ("workshop_id", "w1"),
        ("map_id", "theirs"),
        ("map_id", "archived"),
        ("participant_id", "w1-0"),
    ):
        assert not any(rows_of(sqlite.path, column, value).values())
    assert WORD.encode() not in everywhere(sqlite.path)


def test_of_many_maps_and_people_nobody_is_forgotten(sqlite: SqliteStore) -> None:
    """More than go in one part."""
    people, maps = deletion.ROWS + 5, 2 * deletion.MAPS + 1

    def work(tx) -> None:
        tx.people.add_workshop(PARK)
        for n in range(people):
            one = Participant(id=f"p{n}", name=f"Person {n}", role=Role.PARTICIPANT, workshop_id="w1")
            tx.people.add_participant(one, NOON)

    sqlite.write(work).result()
    for n in range(maps):
        create(sqlite, f"m{n}", Add(table="maps", id=f"m{n}", values={"title": f"Map {n}"}), workshop_id="w1")
    sqlite.delete_workshop("w1", nobody_minds)
    assert not sqlite.heads()
    sqlite.tidy()
    assert not sqlite.people.participants()
    assert not any(rows_of(sqlite.path, "workshop_id", "w1").values())
    with closing(sqlite3.connect(sqlite.path)) as db:
        for table in ("operations", "acts", "texts", "names", "installation_notes"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_what_a_process_left_half_deleted_the_next_start_goes_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as stuck, closing(new_store(tmp_path / "j.db")) as store:
        settle(store)
        stuck.setattr(store._tidier, "later", lambda: None)
        store._deleter._later = lambda: None
        store.delete_workshop("w1", nobody_minds)
    assert any(rows_of(tmp_path / "j.db", "map_id", "theirs").values())
    with closing(open_store(tmp_path / "j.db")) as store:
        is_nowhere(store, "theirs")
        store.tidy()
        assert not any(rows_of(store.path, "map_id", "theirs").values())
        assert [one.id for one in store.people.participants()] == ["w2-0", "w2-1", "w2-2"]
        assert WORD.encode() not in everywhere(store.path)


def test_what_is_deleted_while_another_deletion_is_tidied_goes_too(sqlite: SqliteStore) -> None:
    """One asks again while the thread is at its last step: it is done once more, and noted until then."""
    for n in range(5):
        create_full(sqlite, f"m{n}")
    for n in range(5):
        sqlite.delete_map(f"m{n}", nobody_minds)
    thread = sqlite._tidier._thread
    if thread is not None:
        thread.join(60)
    for n in range(5):
        assert not any(rows_of(sqlite.path, "map_id", f"m{n}").values())
    assert sqlite.noted("untidy") is None


OF: Sequence[tuple[str, tuple[str, ...]]] = (
    ("map_id", deletion.OF_A_MAP),
    ("workshop_id", (*deletion.OF_A_WORKSHOP, *OF_NOBODY, "audit")),
    ("participant_id", (*deletion.OF_A_PERSON, *deletion.OF_A_WORKSHOP)),
    ("person_id", (*deletion.OF_A_PERSON, *deletion.OF_A_WORKSHOP, *deletion.OF_A_MAP)),
)


@pytest.mark.parametrize(("column", "known"), OF)
def test_every_table_with_something_of_a_map_a_workshop_or_a_person_is_known_here(
    sqlite: SqliteStore, column: str, known: tuple[str, ...]
) -> None:
    unknown = set(rows_of(sqlite.path, column, "")) - set(known)
    assert not unknown, f"{unknown} have a {column}: say in storage/deletion.py whether their rows go with it."


@given(histories(map_id="drawn", max_size=15))
@settings(max_examples=15)
def test_whatever_was_done_to_a_map_all_of_it_goes_and_the_other_map_stays(
    tmp_path_factory: pytest.TempPathFactory, history: History
) -> None:
    path = tmp_path_factory.mktemp("drawn") / "j.db"
    with closing(new_store(path)) as store:
        create_full(store, "other")
        keep(store, history)
        before = store.journey("other")
        store.delete_map("drawn", nobody_minds)
        store.tidy()
        assert not any(rows_of(path, "map_id", "drawn").values())
        assert store.journey("other") == before
        with closing(sqlite3.connect(path)) as db:
            assert not db.execute("PRAGMA foreign_key_check").fetchall()
