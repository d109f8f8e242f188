"""The contract: maps, what is known about them, and their lists."""

import pytest

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Remove, Set
from journeymap.domain.model.roles import Workshop
from journeymap.domain.model.rows import MapKind
from journeymap.storage.store import Store, Transaction
from tests.support.journeys import MAP_ID, full
from tests.support.store_calls import NOON, change, create, create_full, head, make, refused

WORKSHOP = Workshop(id="w1", title="Park", join_code="quiet-heron-42", created_at=NOON)


def test_a_new_map_has_no_rows_and_is_at_revision_0(store: Store) -> None:
    create(store)
    assert store.journey(MAP_ID) == Journey(MAP_ID)
    assert store.head(MAP_ID) == head()


def test_a_map_comes_back_as_it_was_made(store: Store) -> None:
    create_full(store)
    assert store.journey(MAP_ID) == full().journey


def test_a_map_comes_back_from_the_file_as_it_was_made(opened) -> None:
    create_full(opened())
    assert opened().journey(MAP_ID) == full().journey


def test_a_head_says_whose_map_it_is_how_large_and_when_it_changed(store: Store) -> None:
    create_full(store, sample="park", created_at="2026-01-01T00:00:00.000Z")
    change(store, MAP_ID, Set(table="maps", id=MAP_ID, field="kind", value="to-be"), at="2026-03-04T05:06:07.000Z")
    expected = head(
        sample="park",
        revision=19,
        created_at="2026-01-01T00:00:00.000Z",
        changed_at="2026-03-04T05:06:07.000Z",
        title="A visit to the park",
        kind=MapKind.TO_BE,
        persona="Noor",
        episodes=2,
        moments=2,
        touchpoints=2,
    )
    assert store.head(MAP_ID) == expected
    assert list(store.heads()) == [expected]
    assert store.write(lambda tx: tx.head(MAP_ID)).result() == expected


def test_what_was_removed_is_no_longer_counted(store: Store) -> None:
    create_full(store)
    change(store, MAP_ID, Remove(table="episodes", id="before"), Remove(table="personas", id="persona"))
    found = store.head(MAP_ID)
    assert (found.persona, found.episodes, found.moments, found.touchpoints) == ("", 1, 1, 1)


def test_the_last_changed_map_is_listed_first(store: Store) -> None:
    for map_id, at in (("a", "2026-01-01"), ("b", "2026-01-02"), ("c", "2026-01-03")):
        create(store, map_id, created_at=at, changed_at=at)
    change(store, "a", Add(table="maps", id="a", values={"title": "A"}), at="2026-01-04")
    assert [found.id for found in store.heads()] == ["a", "c", "b"]


def test_an_archived_map_is_in_the_archive_only_until_it_is_restored(store: Store) -> None:
    create(store, "kept")
    create(store, "away")
    store.write(lambda tx: tx.archive("away", NOON)).result()
    assert [found.id for found in store.heads()] == ["kept"]
    assert [found.id for found in store.heads(archived=True)] == ["away"]
    assert store.head("away").archived_at == NOON
    store.write(lambda tx: tx.archive("away", None)).result()
    assert {found.id for found in store.heads()} == {"kept", "away"}


def test_a_workshop_lists_its_own_maps(store: Store) -> None:
    store.write(lambda tx: tx.people.add_workshop(WORKSHOP)).result()
    create(store, "theirs", workshop_id="w1")
    create(store, "given")
    create(store, "nobodys")
    store.write(lambda tx: tx.assign("given", "w1")).result()
    assert {found.id for found in store.heads(workshop_id="w1")} == {"theirs", "given"}
    assert len(store.heads()) == 3
    store.write(lambda tx: tx.assign("given", None)).result()
    assert store.head("given").workshop_id is None


def test_a_to_be_remembers_its_as_is(store: Store) -> None:
    create(store, "as-is")
    create(store, "to-be", as_is_id="as-is")
    assert store.head("to-be").as_is_id == "as-is"


def test_a_map_is_known_by_its_id_or_by_what_it_is_known_by_elsewhere(store: Store) -> None:
    create(store, "here")
    create(store, "came", identity="far")
    create(store, "again", identity="far")
    assert [store.head(one).identity for one in ("here", "came")] == ["here", "far"]
    assert [one.id for one in store.identified("far")] == ["came", "again"]
    assert [one.id for one in store.identified("here")] == ["here"]
    assert (store.identified("came"), store.identified("never")) == ([], [])
    store.write(lambda tx: tx.archive("came", NOON)).result()
    found = store.write(lambda tx: [one.id for one in tx.identified("far")]).result()
    assert found == ["came", "again"], "what is archived is here too"


def test_a_to_be_waits_for_an_as_is_until_it_has_one(store: Store) -> None:
    create(store, "to-be", designed_from="far", designed_from_title="A visit")
    create(store, "as-is", identity="far")
    assert (store.head("to-be").designed_from, store.head("to-be").designed_from_title) == ("far", "A visit")
    assert store.write(lambda tx: [one.id for one in tx.waiting_for("far")]).result() == ["to-be"]
    store.write(lambda tx: tx.link("to-be", "as-is")).result()
    assert store.write(lambda tx: tx.waiting_for("far")).result() == []
    linked = store.head("to-be")
    assert (linked.as_is_id, linked.designed_from, linked.designed_from_title) == ("as-is", None, "")
    store.write(lambda tx: tx.link("to-be", None)).result()
    assert store.head("to-be").as_is_id is None
    with refused("gone", "storage-no-such-map"):
        store.write(lambda tx: tx.link("to-be", "never")).result()
    with refused("gone", "storage-no-such-map"):
        store.write(lambda tx: tx.link("never", "as-is")).result()


def test_an_id_is_given_to_one_map_only(store: Store) -> None:
    create_full(store)
    with refused("invalid", "id-taken"):
        create(store)
    assert store.journey(MAP_ID) == full().journey


def test_a_map_cannot_refer_to_what_is_not_there(store: Store) -> None:
    with refused("gone", "storage-no-such-map"):
        create(store, as_is_id="never")
    with refused("gone", "storage-no-such-workshop"):
        create(store, workshop_id="never")
    assert list(store.heads()) == []
    create(store)
    with refused("gone", "storage-no-such-workshop"):
        store.write(lambda tx: tx.assign(MAP_ID, "never")).result()


@pytest.mark.parametrize(
    "asked",
    [
        lambda store: store.head("never"),
        lambda store: store.journey("never"),
        lambda store: store.journey_at("never", 0),
    ],
)
def test_a_map_that_is_not_there_cannot_be_read(store: Store, asked) -> None:
    with refused("gone", "storage-no-such-map"):
        asked(store)


@pytest.mark.parametrize(
    "work",
    [
        lambda tx: tx.head("never"),
        lambda tx: tx.journey("never"),
        lambda tx: tx.archive("never", NOON),
        lambda tx: tx.assign("never", None),
        lambda tx: tx.append(full("never").journey, full("never").operations()),
    ],
)
def test_a_map_that_is_not_there_cannot_be_changed(store: Store, work) -> None:
    with refused("gone", "storage-no-such-map"):
        store.write(work).result()


def test_a_map_whose_making_failed_was_never_there(store: Store) -> None:
    def fails(tx: Transaction) -> None:
        tx.create_map(head())
        assert tx.journey(MAP_ID).revision == 0
        make(tx, MAP_ID, [Add(table="maps", id=MAP_ID, values={"title": "Half"})])
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.write(fails).result()
    with refused("gone", "storage-no-such-map"):
        store.write(lambda tx: tx.journey(MAP_ID)).result()
    with refused("gone", "storage-no-such-map"):
        store.journey(MAP_ID)


def test_ids_that_differ_in_case_are_different_maps(store: Store) -> None:
    create(store, "Map")
    create(store, "map")
    assert {found.id for found in store.heads()} == {"Map", "map"}
