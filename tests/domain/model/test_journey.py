"""What a journey promises, whatever is done to it."""

from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.changes.apply import replay
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Move, Remove
from journeymap.domain.model.rows import CHILD_TABLES, ROW_TYPES, TABLES
from tests.support.journeys import MAP_ID, History, changes, histories, journeys, movable, moves


@given(histories())
def test_replaying_the_log_gives_the_same_map(history: History) -> None:
    assert replay(MAP_ID, history.effects) == history.journey


@given(histories())
def test_loading_the_rows_gives_the_same_map(history: History) -> None:
    journey = history.journey
    assert Journey.of(MAP_ID, journey.revision, list(journey.rows())) == journey


@given(histories())
def test_every_effect_counts_one_revision(history: History) -> None:
    assert history.journey.revision == len(history.effects)


@given(journeys(min_size=3), st.data())
def test_a_move_never_loses_or_doubles_a_row(journey: Journey, data: st.DataObject) -> None:
    if not movable(journey):
        return
    moved, effects = perform(journey, [data.draw(moves(journey))])
    for table in TABLES:
        listed = [i for ids in moved.order[table].values() for i in ids]
        assert sorted(listed) == sorted(journey.tables[table]) == sorted(moved.tables[table])
    unmoved = {effect.id for effect in effects}
    assert all(moved.find(row.table, row.id) == row for row in journey.rows() if row.id not in unmoved)


@given(journeys(min_size=3), st.data())
def test_a_row_moves_right_behind_the_one_named(journey: Journey, data: st.DataObject) -> None:
    if not movable(journey):
        return
    change = data.draw(moves(journey))
    assert isinstance(change, Move)
    moved, _ = perform(journey, [change])
    ids = moved.siblings(change.table, change.parent)
    at = ids.index(change.id)
    siblings = [i for i in journey.siblings(change.table, change.parent) if i != change.id]
    expected = change.after if change.after in siblings else (siblings[-1] if siblings and change.after else None)
    assert (ids[at - 1] if at else None) == expected


@given(histories())
def test_no_row_is_ever_orphaned(history: History) -> None:
    journey = history.journey
    for row in journey.rows():
        kind = ROW_TYPES[row.table]
        if kind.parent_table:
            assert journey.find(kind.parent_table, row.parent or "") is not None
        for field, table in kind.references.items():
            referred = getattr(row, field)
            assert referred is None or journey.find(table, referred) is not None


@given(histories())
def test_siblings_stand_in_the_order_of_their_keys(history: History) -> None:
    for table in TABLES:
        for ids in history.journey.order[table].values():
            rows = [history.journey.tables[table][i] for i in ids]
            assert [(r.key, r.id) for r in rows] == sorted((r.key, r.id) for r in rows)


@given(journeys(), st.data())
def test_a_change_leaves_the_journey_it_was_made_from_as_it_was(journey: Journey, data: st.DataObject) -> None:
    before = list(journey.rows())
    perform(journey, [data.draw(changes(journey))])
    assert list(journey.rows()) == before


def small() -> Journey:
    """Two episodes, the first with two moments and what belongs to them."""
    journey, _ = perform(
        Journey(MAP_ID),
        [
            Add(table="maps", id=MAP_ID, values={"title": "Visiting a nature park"}),
            Add(table="channels", id="phone", values={"name": "Phone"}),
            Add(table="episodes", id="prepare", values={"title": "Preparing", "targeted_valence": 1}),
            Add(table="episodes", id="visit", values={"title": "In the park"}),
            Add(table="moments", id="call", parent="prepare", values={"text": "Call to book"}),
            Add(table="moments", id="wait", parent="prepare", values={"text": "Wait"}),
            Add(table="touchpoints", id="call-phone", parent="call", values={"channel": "phone"}),
            Add(table="needs", id="fast", parent="call", values={"text": "Reach a person fast"}),
            Add(table="backstage_steps", id="queue", parent="call", values={"text": "Call queue"}),
            Add(table="pain_points", id="music", parent="call", values={"text": "Music", "cause": "queue"}),
            Add(
                table="communications",
                id="says",
                parent="prepare",
                values={"text": "All is arranged", "channel": "phone"},
            ),
            Add(table="paths", id="happy", values={"name": "It works"}),
            Add(table="path_steps", id="s1", parent="happy", values={"moment": "call"}),
            Add(table="path_steps", id="s2", parent="happy", values={"moment": "wait"}),
            Add(table="path_steps", id="s3", parent="happy", values={"moment": "call"}),
        ],
    )
    return journey


def test_a_removed_episode_takes_all_that_belongs_to_it_along() -> None:
    journey, effects = perform(small(), [Remove(table="episodes", id="prepare")])
    counts = {table: journey.count(table) for table in TABLES if journey.count(table)}
    assert counts == {"maps": 1, "channels": 1, "episodes": 1, "paths": 1}
    assert len(effects) == 1


def test_a_removed_channel_leaves_communications_without_one() -> None:
    journey, _ = perform(small(), [Remove(table="channels", id="phone")])
    assert journey.touchpoints_of("call") == ()
    assert journey.communications_of("prepare")[0].channel is None


def test_a_removed_backstage_step_leaves_the_pain_it_caused() -> None:
    journey, _ = perform(small(), [Remove(table="backstage_steps", id="queue")])
    assert [(p.text, p.cause) for p in journey.pain_points_of("call")] == [("Music", None)]


def test_a_moment_keeps_its_rows_when_it_moves_to_another_episode() -> None:
    journey, _ = perform(small(), [Move(table="moments", id="call", parent="visit")])
    assert [m.id for m in journey.moments] == ["wait", "call"]
    assert [c.name for c in journey.channels_of("call")] == ["Phone"]
    assert [n.text for n in journey.needs_of("call")] == ["Reach a person fast"]


def test_a_moment_aims_at_what_its_episode_aims_at_unless_it_says_otherwise() -> None:
    journey = small()
    assert journey.targeted_of(journey.moments[0]) == (1, "")
    row = journey.moments[0].with_values(targeted_valence=2, targeted_label="proud")
    assert journey.with_row(row).targeted_of(row) == (2, "proud")


def test_children_come_after_their_parents_in_every_listing() -> None:
    position = {table: n for n, table in enumerate(TABLES)}
    assert all(position[child] > position[table] for table in TABLES for child in CHILD_TABLES[table])
