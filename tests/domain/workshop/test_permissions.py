"""What a participant may do in each step, and what only those who lead may."""

import pytest

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import Channel, Episode, MapKind, Moment
from journeymap.domain.model.workshop import Ballot, Step, StepKind, StepState, Workshop
from journeymap.domain.text.errors import Refusal
from journeymap.domain.workshop.permissions import StepTask, permit, step_task
from tests.support.journeys import full

ADDS: dict[str, Change] = {
    "episodes": Add(table="episodes", id="x", values={"title": "Going home"}),
    "moments": Add(table="moments", id="x", parent="before", values={"text": "I look"}),
    "needs": Add(table="needs", id="x", parent="call", values={"text": "be sure"}),
    "channels": Add(table="channels", id="x", values={"name": "A friend"}),
    "touchpoints": Add(table="touchpoints", id="x", parent="call", values={"channel": "desk"}),
    "paths": Add(table="paths", id="x", values={"name": "Some give up"}),
    "backstage_steps": Add(table="backstage_steps", id="x", parent="call", values={"text": "plan"}),
    "pain_points": Add(table="pain_points", id="x", parent="call", values={"text": "it rings"}),
    "votes": Add(table="votes", id="x", values={"round": "s", "item": "call"}),
    "verdicts": Add(table="verdicts", id="x", values={"item": "call", "verdict": "contest"}),
    "parked": Add(table="parked", id="x", values={"text": "too dear"}),
    "decisions": Add(table="decisions", id="x", values={"text": "we phone back"}),
    "proposals": Add(table="proposals", id="x", values={"item": "call", "answer": "keep"}),
    "personas": Add(table="personas", id="x", values={"name": "Noor"}),
}
ALLOWED = {
    StepKind.SCOPE: {"parked"},
    StepKind.EPISODES: {"parked", "episodes"},
    StepKind.MOMENTS: {"parked", "moments", "needs", "channels", "touchpoints"},
    StepKind.CHANNELS: {"parked", "channels", "touchpoints"},
    StepKind.PATHS: {"parked", "paths", "moments", "needs", "channels", "touchpoints"},
    StepKind.EMOTIONS: {"parked", "votes"},
    StepKind.SCORES: {"parked", "votes"},
    StepKind.VOTE: {"parked", "votes"},
    StepKind.GRID: {"parked", "votes"},
    StepKind.BACKSTAGE: {"parked", "backstage_steps", "pain_points"},
    StepKind.TO_BE: {"parked", "moments", "needs", "channels", "touchpoints", "proposals"},
    StepKind.REVERSED: {"parked", "moments", "needs", "channels", "touchpoints"},
    StepKind.COMPARE: {"parked"},
    StepKind.VALIDATE: {"parked", "verdicts"},
    StepKind.STORIES: {"parked"},
    StepKind.TALK: {"parked"},
    StepKind.CLOSE: {"parked", "decisions"},
    StepKind.BREAK: set(),
}
PERSON = Participant(id="ben", name="Ben", role=Role.PARTICIPANT, workshop_id="w")
LEAD = PERSON.model_copy(update={"id": "fay", "role": Role.CO_FACILITATOR})


def workshop(kind: StepKind, state: StepState = StepState.RUNNING, **more) -> Workshop:
    votes = (StepKind.EMOTIONS, StepKind.SCORES, StepKind.VOTE, StepKind.GRID)
    ballot = Ballot(budget=3, cap=0) if kind in votes else None
    step = Step(id="s", kind=kind, title="S", state=state, ballot=ballot)
    return Workshop(id="w", title="W", join_code="A-2-B", created_at="t", steps=(step,), at="s", **more)


def may(change: Change, room: Workshop | None, person: Participant = PERSON, journey: Journey | None = None) -> bool:
    try:
        permit(journey or full().journey, room, person, [change])
    except Refusal:
        return False
    return True


@pytest.mark.parametrize("kind", ALLOWED)
def test_a_participant_adds_what_the_step_asks_and_nothing_else(kind: StepKind) -> None:
    assert {table for table, change in ADDS.items() if may(change, workshop(kind))} == ALLOWED[kind]


@pytest.mark.parametrize("state", [StepState.WAITING, StepState.PAUSED, StepState.DONE])
@pytest.mark.parametrize("kind", [kind for kind in ALLOWED if kind is not StepKind.BREAK])
def test_while_a_step_does_not_run_one_may_only_park(kind: StepKind, state: StepState) -> None:
    assert {table for table, change in ADDS.items() if may(change, workshop(kind, state))} == {"parked"}


@pytest.mark.parametrize("kind", ALLOWED)
def test_a_step_about_the_to_be_leaves_the_as_is_alone_but_for_what_is_parked(kind: StepKind) -> None:
    room = workshop(kind)
    about = room.steps[0].model_copy(update={"map": MapKind.TO_BE})
    room = room.model_copy(update={"steps": (about,)})
    as_is = full().journey
    header = Set(table="maps", id=as_is.map_id, field="kind", value="to-be")
    to_be, _ = perform(as_is, [header])
    assert {table for table, change in ADDS.items() if may(change, room, journey=as_is)} == ALLOWED[kind] & {"parked"}
    assert {table for table, change in ADDS.items() if may(change, room, journey=to_be)} == ALLOWED[kind]
    assert may(ADDS["episodes"], room, LEAD, as_is)


@pytest.mark.parametrize("about", MapKind)
@pytest.mark.parametrize("state", StepState)
@pytest.mark.parametrize("kind", [*ALLOWED, StepKind.FREE])
def test_what_a_room_is_told_it_may_add_is_what_it_may_add(kind: StepKind, state: StepState, about: MapKind) -> None:
    room = workshop(kind, state)
    room = room.model_copy(update={"steps": (room.steps[0].model_copy(update={"map": about}),)})
    as_is = full().journey
    to_be, _ = perform(as_is, [Set(table="maps", id=as_is.map_id, field="kind", value="to-be")])
    for journey in (as_is, to_be):
        told = step_task(room, journey.kind)
        # Votes end with their step, and notes for the parking lot are no rows of the map.
        tables = ADDS.keys() - {"parked", "votes"}
        invited = tables if told is None else tables & told.tables
        assert {table for table in tables if may(ADDS[table], room, journey=journey)} == invited


@pytest.mark.parametrize("kind", [*ALLOWED, StepKind.FREE])
def test_what_a_room_is_told_it_may_change_is_what_it_may_change(kind: StepKind) -> None:
    room = workshop(kind)
    before = full().journey
    mine = perform(
        before, permit(before, None, PERSON, [ADDS["moments"], ADDS["channels"].model_copy(update={"id": "y"})])
    )[0]
    told = step_task(room, mine.kind)
    for row, field, value in (
        (mine.get(Moment, "x"), "text", "I look again"),
        (mine.get(Moment, "call"), "text", "I ring"),
        (mine.get(Channel, "y"), "name", "A neighbour"),
        (mine.get(Episode, "before"), "targeted_valence", 2.0),
        (mine.get(Episode, "before"), "title", "Earlier"),
    ):
        change = Set(table=row.table, id=row.id, field=field, value=value)
        assert (told is None or told.may_set(row, field, PERSON.id)) == may(change, room, journey=mine)


def test_a_workshop_that_is_over_asks_for_nothing_and_one_that_has_not_begun_for_anything() -> None:
    assert step_task(workshop(StepKind.FREE, closed_at="t"), MapKind.AS_IS) == StepTask()
    assert step_task(workshop(StepKind.MOMENTS).model_copy(update={"at": None}), MapKind.AS_IS) is None


def test_without_an_agenda_and_in_a_free_step_everything_goes() -> None:
    nothing_yet = workshop(StepKind.MOMENTS).model_copy(update={"at": None})
    for room in (None, nothing_yet, workshop(StepKind.FREE)):
        assert all(may(change, room) for table, change in ADDS.items() if table != "votes")


@pytest.mark.parametrize("kind", ALLOWED)
def test_those_who_lead_may_whatever_the_map_allows(kind: StepKind) -> None:
    assert all(may(change, workshop(kind, StepState.PAUSED), LEAD) for t, change in ADDS.items() if t != "votes")


def test_when_a_workshop_is_over_nobody_but_those_who_lead_changes_anything() -> None:
    room = workshop(StepKind.FREE, closed_at="t")
    assert not any(may(change, room) for change in ADDS.values())
    assert may(ADDS["moments"], room, LEAD)


def made(person: Participant, *changes: Change, room: Workshop | None = None) -> Journey:
    before = full().journey
    return perform(before, permit(before, room, person, changes))[0]


def test_everything_has_its_author() -> None:
    journey = made(PERSON, ADDS["moments"])
    assert journey.tables["moments"]["x"].author == "ben"


def test_one_edits_and_removes_what_is_ones_own_alone() -> None:
    room, journey = workshop(StepKind.MOMENTS), made(PERSON, ADDS["moments"])
    for change in (
        Set(table="moments", id="x", field="text", value="I see"),
        Remove(table="moments", id="x"),
        Move(table="moments", id="x", parent="there"),
    ):
        assert may(change, room, PERSON, journey)
        assert not may(change.model_copy(update={"id": "call"}), room, PERSON, journey)


def test_what_others_built_on_is_not_taken_away_from_them() -> None:
    journey = made(PERSON, ADDS["moments"])
    need = Add(table="needs", id="y", parent="x", values={"text": "be sure"}, author="cleo")
    built_on = perform(journey, [need])[0]
    gone = Remove(table="moments", id="x")
    assert may(gone, workshop(StepKind.MOMENTS), PERSON, journey)
    assert not may(gone, workshop(StepKind.MOMENTS), PERSON, built_on)
    assert may(gone, workshop(StepKind.MOMENTS), LEAD, built_on)


def test_locked_is_locked() -> None:
    journey = made(PERSON, ADDS["moments"])
    move = Move(table="moments", id="x", parent="there")
    assert not may(move, workshop(StepKind.FREE, locked=True), PERSON, journey)
    assert not may(Remove(table="moments", id="x"), workshop(StepKind.FREE, locked_rows={"x"}), PERSON, journey)
    need = Add(table="needs", id="y", parent="x", values={"text": "be sure"})
    assert not may(need, workshop(StepKind.FREE, locked_rows={"x"}), PERSON, journey)
    assert may(move, workshop(StepKind.FREE, locked=True, locked_rows={"x"}), LEAD, journey)


@pytest.mark.parametrize("locked", ["y", "x", "before"])
@pytest.mark.parametrize("act", ["set", "move", "remove"])
def test_what_stands_in_a_locked_card_is_locked_with_it(act: str, locked: str) -> None:
    need = Add(table="needs", id="y", parent="x", values={"text": "be sure"}, author=PERSON.id)
    journey = perform(made(PERSON, ADDS["moments"]), [need])[0]
    changes: dict[str, Change] = {
        "set": Set(table="needs", id="y", field="text", value="be certain"),
        "move": Move(table="needs", id="y", parent="call"),
        "remove": Remove(table="needs", id="y"),
    }
    change = changes[act]
    assert may(change, workshop(StepKind.FREE), PERSON, journey)
    assert not may(change, workshop(StepKind.FREE, locked_rows={locked}), PERSON, journey)
    where_to = workshop(StepKind.FREE, locked_rows={"call"})
    assert may(change, where_to, PERSON, journey) is (act != "move")


def test_a_participant_writes_no_facilitators_notes_and_nobody_hides_a_decision_among_them() -> None:
    for kind, allowed in (("parked", True), ("idea", True), ("decision", False), ("note", False)):
        note = Add(table="parked", id="x", values={"text": "t", "kind": kind})
        assert may(note, workshop(StepKind.TALK)) is allowed
        assert may(note, workshop(StepKind.TALK), LEAD) is (kind != "decision")
    journey = made(PERSON, ADDS["parked"])
    promoted = Set(table="parked", id="x", field="kind", value="decision")
    for person in (PERSON, LEAD):
        assert not may(promoted, workshop(StepKind.TALK), person, journey)


def test_several_changes_to_one_row_are_all_made_in_order() -> None:
    room = workshop(StepKind.MOMENTS)
    granted = permit(
        full().journey,
        room,
        PERSON,
        [ADDS["moments"], Set(table="moments", id="x", field="text", value="b"), Remove(table="moments", id="x")],
    )
    assert [change.do for change in granted] == ["add", "set", "remove"]


def test_what_undo_brings_back_is_whose_it_was_also_nobodys() -> None:
    for author in ("", "cleo"):
        back = Add(table="needs", id="y", parent="call", values={"text": "be sure"}, key="a1", author=author)
        (granted,) = permit(full().journey, workshop(StepKind.FREE), PERSON, [back])
        assert isinstance(granted, Add)
        assert granted.author == author


def test_where_a_hidden_moment_stands_in_the_graph_is_hidden_with_it() -> None:
    room = workshop(StepKind.FREE)
    hidden = Add(table="moments", id="m", parent="before", values={"text": "I look"}, author="cleo", private="s")
    journey = perform(full().journey, [hidden])[0]
    place = Add(table="places", id="p", values={"view": "journey", "node": "m", "x": 1.0, "y": 2.0})
    (granted,) = permit(journey, room, LEAD, [place])
    assert isinstance(granted, Add)
    assert (granted.author, granted.private) == ("cleo", "s")
    (shown,) = permit(journey, room, LEAD, [place.model_copy(update={"values": {**place.values, "node": "call"}})])
    assert isinstance(shown, Add)
    assert shown.private == ""
