"""The contract: the log of a map, and that its tables and its log always say the same."""

from itertools import count, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.changes.apply import replay
from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.undo import BACK, Entry, Stacks, stacks, take_back
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Cleared, Kept, Move, Operation, Position, Remove, Set
from journeymap.service.batch import Batch
from journeymap.storage.store import Store, Transaction
from tests.support.journeys import MAP_ID, full, histories, operations
from tests.support.store_calls import change, create, create_full, keep, refused


def test_tables_and_log_say_the_same_at_every_time(opened) -> None:
    """Written change by change: the shared value, the tables as another reads them, the log and the domain agree."""
    one, other, numbers = opened(), opened(), count()

    @settings(max_examples=60)
    @given(data=st.data())
    def holds(data: st.DataObject) -> None:
        map_id = f"map-{next(numbers)}"
        history = data.draw(histories(map_id))
        log = keep(one, history)
        assert one.journey(map_id) == history.journey
        assert other.journey(map_id) == history.journey
        assert list(other.operations(map_id)) == log
        assert replay(map_id, log) == history.journey == other.journey_at(map_id, history.journey.revision)

    holds()


def test_many_changes_at_once_lead_where_they_lead_one_by_one(opened) -> None:
    one, other, numbers = opened(), opened(), count()

    @settings(max_examples=60)
    @given(data=st.data())
    def holds(data: st.DataObject) -> None:
        map_id = f"map-{next(numbers)}"
        history = data.draw(histories(map_id))
        create(one, map_id, *history.changes)
        assert other.journey(map_id) == history.journey == one.journey(map_id)

    holds()


def test_an_operation_comes_back_as_it_went_in(store: Store) -> None:
    create_full(store)
    journey = full().journey
    written = Operation(
        do="remove", table="channels", id="phone", parent=None, after="desk", key="a1", values={"ünï": [1, 2.5, None]},
        field="name", value={"deep": "🌳"}, before=False, place=Position(parent="before", after=None, key="a0"),
        kept=(Kept(table="channels", id="phone", parent=None, after=None, key="a0", values={"name": "Phone"}),),
        cleared=(Cleared(table="communications", id="welcome", field="channel", value="desk"),),
        revision=journey.revision + 1, op="op", client="client", by="anna", at="now", batch="b", act="redo", of="a",
    )  # fmt: skip
    after = journey.without([journey.tables["channels"]["phone"]]).at_revision(journey.revision + 1)
    after = after.without([journey.tables["touchpoints"]["call-phone"]])
    change(store, MAP_ID, Remove(table="touchpoints", id="call-phone"))
    written = written.model_copy(update={"revision": journey.revision + 2})
    after = after.at_revision(journey.revision + 2)
    store.write(lambda tx: tx.append(after, [written])).result()
    (found,) = store.operations(MAP_ID, since=journey.revision + 1)
    assert found == written
    assert store.write(lambda tx: tx.batch(MAP_ID, "b")).result() == [written]


def test_a_map_can_be_seen_as_it_was_at_every_revision(store: Store) -> None:
    create_full(store)
    change(store, MAP_ID, Remove(table="episodes", id="before"))
    log = store.operations(MAP_ID)
    for revision in range(len(log) + 1):
        assert store.journey_at(MAP_ID, revision) == replay(MAP_ID, log[:revision])
    for never in (-1, len(log) + 1):
        with refused("gone", "storage-no-such-revision"):
            store.journey_at(MAP_ID, never)


def test_the_log_is_read_from_either_end_in_portions(store: Store) -> None:
    create_full(store)
    numbers = list(range(1, 19))
    assert [o.revision for o in store.operations(MAP_ID)] == numbers
    assert [o.revision for o in store.operations(MAP_ID, since=15)] == [16, 17, 18]
    assert [o.revision for o in store.operations(MAP_ID, since=3, most=2)] == [4, 5]
    assert [o.revision for o in store.latest(MAP_ID, most=3)] == [18, 17, 16]
    assert [o.revision for o in store.latest(MAP_ID, before=3)] == [2, 1]
    assert [*store.operations("never"), *store.latest("never")] == []


@pytest.mark.parametrize("numbers", [(20,), (18,), (19, 21), (20, 19), (19, 19)])
def test_the_log_has_no_holes_and_no_doubles(store: Store, numbers: tuple[int, ...]) -> None:
    create_full(store)
    effect = Set(table="maps", id=MAP_ID, field="title", value="x").model_dump(exclude={"base"})
    said = {"op": "x", "client": "c", "by": "b", "at": "now", "batch": "b"}
    wrong = [Operation(**{**effect, **said, "op": f"op-{n}"}, revision=r) for n, r in enumerate(numbers)]
    with pytest.raises(RuntimeError):
        store.write(lambda tx: tx.append(tx.journey(MAP_ID).at_revision(numbers[-1]), wrong)).result()
    assert store.journey(MAP_ID) == full().journey
    assert len(store.operations(MAP_ID)) == 18
    assert store.head(MAP_ID).changed_at == full().operations()[0].at


def test_a_journey_of_another_revision_than_its_operations_is_not_taken(store: Store) -> None:
    create_full(store)
    made = operations(full().effects[:1], since=18)
    with pytest.raises(RuntimeError):
        store.write(lambda tx: tx.append(tx.journey(MAP_ID), made)).result()
    assert store.head(MAP_ID).revision == 18


def test_nothing_to_append_changes_nothing(store: Store) -> None:
    create_full(store)
    before = store.head(MAP_ID)
    store.write(lambda tx: tx.append(tx.journey(MAP_ID), [])).result()
    assert store.head(MAP_ID) == before


def test_an_accepted_operation_is_known_by_its_clients_name_for_it(store: Store) -> None:
    create_full(store)
    title = Set(table="maps", id=MAP_ID, field="title", value="Other")
    change(store, MAP_ID, title, client="tablet", op="mine")

    def answers(tx: Transaction) -> list[int | None]:
        return [tx.answered(MAP_ID, *who) for who in (("tablet", "mine"), ("phone", "mine"), ("tablet", "other"))]

    assert store.write(answers).result() == [19, None, None]
    assert store.write(lambda tx: tx.answered("never", "tablet", "mine")).result() is None


def test_an_operation_of_several_parts_is_answered_with_its_last_revision(store: Store) -> None:
    create_full(store)
    titles = [Set(table="maps", id=MAP_ID, field="title", value=title) for title in ("One", "Two", "Three")]

    def parts(tx: Transaction) -> None:
        journey, effects = perform(tx.journey(MAP_ID), titles)
        tx.append(journey, Batch("anna", "all", "2026-01-02T03:04:05.678901+00:00").numbered(journey, effects))

    store.write(parts).result()
    change(store, MAP_ID, titles[0], client="anna", op="all-else", batch="anna/all")
    assert store.write(lambda tx: tx.answered(MAP_ID, "anna", "all")).result() == 21


def test_a_clients_name_for_an_operation_is_taken_once(store: Store) -> None:
    create_full(store)
    title = Set(table="maps", id=MAP_ID, field="title", value="Other")
    change(store, MAP_ID, title, client="tablet", op="mine")
    with pytest.raises(RuntimeError):
        change(store, MAP_ID, title, client="tablet", op="mine")
    assert store.head(MAP_ID).revision == 19
    create_full(store, "other")
    change(store, "other", title.model_copy(update={"id": "other"}), client="tablet", op="mine")


def test_everybody_has_their_own_acts_to_undo_and_that_there_is_a_map_is_none(store: Store) -> None:
    create(store, MAP_ID)
    change(store, MAP_ID, Add(table="maps", id=MAP_ID, values={"title": "A"}), by="anna", batch="z")
    change(store, MAP_ID, Set(table="maps", id=MAP_ID, field="title", value="B"), by="bert", batch="b")
    changes = [Add(table="episodes", id=i, values={"title": i}) for i in ("e1", "e2")]
    change(store, MAP_ID, *changes, by="anna", batch="a")
    change(store, MAP_ID, Remove(table="episodes", id="e2"), by="anna", batch="c", act="undo", of="a")
    assert store.stacks(MAP_ID, "anna") == Stacks((), ("c",))
    assert store.write(lambda tx: tx.stacks(MAP_ID, "anna")).result() == Stacks((), ("c",))
    assert store.stacks(MAP_ID, "bert") == Stacks(("b",), ())
    assert store.stacks(MAP_ID, "nobody") == Stacks()
    assert store.authors(MAP_ID) == {"anna", "bert"}
    assert [o.id for o in store.write(lambda tx: tx.batch(MAP_ID, "a")).result()] == ["e1", "e2"]


def test_what_is_kept_of_acts_is_what_the_log_leads_to(store: Store) -> None:
    numbers = count()
    some = st.lists(st.tuples(st.sampled_from(["do", "undo", "redo"]), st.sampled_from(["anna", "bert"])), max_size=30)

    @settings(max_examples=30)
    @given(acts=some)
    def holds(acts: list[tuple[str, str]]) -> None:
        map_id = f"acts-{next(numbers)}"
        create(store, map_id, Add(table="maps", id=map_id, values={"title": "0"}), by="noor", batch="made")
        log: dict[str, list[Entry]] = {"anna": [], "bert": []}
        for n, (act, by) in enumerate(acts):
            known = stacks(log[by])
            of = next(iter((known.undo if act == "undo" else known.redo)[-1:]), None) if act != "do" else None
            if act != "do" and of is None:
                continue
            title = Set(table="maps", id=map_id, field="title", value=str(n))
            change(store, map_id, title, by=by, batch=f"{by}/{n}", act=act, of=of)
            log[by].append(Entry(f"{by}/{n}", act, of))
        for by, entries in log.items():
            assert store.stacks(map_id, by) == stacks(entries)

    holds()


def test_one_can_go_back_so_far_and_the_way_there_is_as_short_as_ever(store: Store) -> None:
    create_full(store)
    for n in range(BACK + 25):
        change(store, MAP_ID, Set(table="maps", id=MAP_ID, field="title", value=f"T{n}"), by="anna", batch=f"b{n}")
    assert store.stacks(MAP_ID, "anna").undo == tuple(f"b{n}" for n in range(25, BACK + 25))


@pytest.mark.parametrize(
    ("table", "row_id"),
    [("episodes", "before"), ("channels", "desk"), ("backstage_steps", "planning"), ("paths", "happy")],
)
def test_what_was_removed_comes_back_with_all_that_hung_on_it(opened, table: str, row_id: str) -> None:
    store: Store = opened()
    create_full(store)
    change(store, MAP_ID, Remove(table=table, id=row_id), batch="gone")
    assert opened().journey(MAP_ID).find(table, row_id) is None

    def undo(tx: Transaction) -> None:
        journey, effects = take_back(tx.journey(MAP_ID), tx.batch(MAP_ID, "gone"))
        tx.append(journey, operations(effects, since=19))

    store.write(undo).result()
    assert store.journey(MAP_ID).same_rows(full().journey)
    assert opened().journey(MAP_ID).same_rows(full().journey)


def test_an_id_can_be_used_again_in_another_table_within_one_batch(opened) -> None:
    create_full(opened())
    again = (Remove(table="needs", id="sure"), Add(table="channels", id="sure", values={"name": "Letter"}))
    change(opened(), MAP_ID, *again)
    journey: Journey = opened().journey(MAP_ID)
    assert journey.table_of("sure") == "channels"


def test_two_maps_may_hold_rows_with_the_same_ids(opened) -> None:
    store: Store = opened()
    create_full(store, "one")
    create_full(store, "two")
    change(store, "one", Remove(table="channels", id="phone"), Move(table="moments", id="call", parent="there"))
    assert opened().journey("two") == full("two").journey


def test_revisions_only_ever_go_up_by_one(store: Store) -> None:
    create_full(store)
    change(
        store, MAP_ID, *(Add(table="channels", id=f"c{n}", values={"name": f"C {n}"}, after=None) for n in range(40))
    )
    assert all(a.revision + 1 == b.revision for a, b in pairwise(store.operations(MAP_ID)))
