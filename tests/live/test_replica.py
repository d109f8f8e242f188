"""A client that applies what the server sends has the server's map: the model of the board's own store."""

from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.changes.apply import replay
from journeymap.domain.changes.undo import take_back
from journeymap.domain.model.rows import CHILD_TABLES, REFERRING, ROW_TYPES
from journeymap.live import wire
from tests.support.journeys import MAP_ID, History, full, histories, operations
from tests.support.replica import PARENTS, REFERENCES, Hole, Replica


def empty() -> dict:
    return {"type": "snapshot", "revision": 0, "map": {table: [] for table in ROW_TYPES}}


def frame(log, since: int = 0) -> dict:
    return dict(wire.operations([one for one in log if one.revision > since], since))


@given(histories())
def test_a_client_that_follows_from_the_start_has_the_servers_map(history: History) -> None:
    replica = Replica()
    replica.take(empty())
    replica.take(frame(history.operations()))
    assert replica.tables() == wire.tables(history.journey)
    assert replica.revision == history.journey.revision


@given(histories(), st.data())
def test_a_client_that_comes_in_between_has_the_servers_map(history: History, data: st.DataObject) -> None:
    log = history.operations()
    since = data.draw(st.integers(0, len(log)))
    replica = Replica()
    replica.take({"type": "snapshot", **wire.snapshot(replay(MAP_ID, log[:since]))})
    replica.take(frame(log, since))
    assert replica.tables() == wire.tables(history.journey)


@given(histories(), st.data())
def test_what_comes_twice_changes_nothing(history: History, data: st.DataObject) -> None:
    log = history.operations()
    replica = Replica()
    replica.take(empty())
    replica.take(frame(log))
    replica.take(frame(log, data.draw(st.integers(0, len(log)))))
    replica.take(frame(log[: data.draw(st.integers(0, len(log)))]))
    assert replica.tables() == wire.tables(history.journey)
    assert replica.revision == len(log)


@given(histories(), st.data())
def test_what_is_undone_is_undone_for_the_client(history: History, data: st.DataObject) -> None:
    """An undo of a removal comes back as adds and sets; a client needs to know nothing else."""
    log = history.operations()
    of = log[-data.draw(st.integers(1, min(len(log), 3))) :]
    journey, effects = take_back(history.journey, of) if len(of) < len(log) else (history.journey, [])
    replica = Replica()
    replica.take({"type": "snapshot", **wire.snapshot(history.journey)})
    replica.take(dict(wire.operations(operations(effects, since=len(log)), len(log))))
    assert replica.tables() == wire.tables(journey)


def test_a_hole_is_noticed() -> None:
    log = full().operations()
    replica = Replica()
    replica.take(empty())
    replica.take(frame(log[:4]))
    try:
        replica.take(frame(log, 5))
    except Hole:
        assert replica.revision == 4
    else:
        raise AssertionError("a client that misses an operation must notice it")


def test_the_model_knows_every_table_and_every_reference() -> None:
    assert list(PARENTS) == list(ROW_TYPES)
    assert {table: kind.parent_table for table, kind in ROW_TYPES.items()} == PARENTS
    assert {t: tuple(n for n, p in PARENTS.items() if p == t) for t in PARENTS} == dict(CHILD_TABLES)
    known = {(referred, (table, field, must)) for table, field, referred, must in REFERENCES}
    assert known == {(referred, one) for referred, found in REFERRING.items() for one in found}
