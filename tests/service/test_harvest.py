"""What a step brought reaches the map: said what does not stand there yet, put there once, left only on purpose."""

import pytest

from journeymap.domain.analysis.gain import Gain
from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import MapKind, Moment
from journeymap.domain.model.workshop import Ballot, Step, StepKind
from journeymap.service.harvest import Harvest
from journeymap.service.service import Service
from tests.support.app import App
from tests.support.store_calls import refused
from tests.support.workshop_room import STEPS, Held, hold

AGENDA = (
    *STEPS,
    Step(id="p", kind=StepKind.PATHS, title="What else?"),
    Step(id="i", kind=StepKind.VOTE, title="Which idea?", ballot=Ballot(items="parked", budget=2)),
    Step(
        id="q",
        kind=StepKind.SCORES,
        title="How good?",
        ballot=Ballot(questions=("satisfaction", "importance_customer")),
    ),
    Step(id="t", kind=StepKind.TALK, title="What now?"),
)


@pytest.fixture
def held(service: Service) -> Held:
    """Four moments that everybody sees, of three people."""
    it = hold(App(service), "Mila", "Otto", "Ravi", agenda=AGENDA)
    it.join("Eva", Role.CUSTOMER)
    it.start(StepKind.MOMENTS)
    for n, text in enumerate(("call the desk", "walk through the gate", "see a deer", "drive home tired"), 1):
        it.write(("Mila", "Otto", "Ravi")[n % 3], f"m{n}", text)
    it.reveal()
    return it


def gains(held: Held) -> dict[str, Gain]:
    """What is not on the map yet, by kind."""
    found = held.app.service.workshops.harvest.gains(held.lead, held.workshop_id)
    return {gain.kind: gain for gain in found if gain.n}


def take(held: Held, *kinds: str) -> int:
    """The one click, for the step that is on."""
    return held.app.service.workshops.harvest.take_over(held.lead, held.workshop_id, str(held.now.at), kinds or None)


def felt(held: Held) -> None:
    held.start(StepKind.EMOTIONS)
    for name, value in (("Mila", -2), ("Otto", -1), ("Ravi", 2)):
        held.feel(name, "m1", value)
    held.feel("Mila", "m2", 1)


def voted(held: Held) -> None:
    held.start(StepKind.VOTE)
    for name, *items in (("Mila", "m1", "m2"), ("Otto", "m1", "m3"), ("Ravi", "m1", "m2"), ("Eva", "m4")):
        for slot, item in enumerate(items):
            held.vote(name, item, slot)


def score(held: Held, name: str, item: str, satisfaction: int, importance: int) -> None:
    for question, value in (("satisfaction", satisfaction), ("importance_customer", importance)):
        values = {"round": held.now.at, "item": item, "question": question, "value": value}
        held.change(name, Add(table="votes", id=f"{name}-{item}-{question}", values=values))


def test_nothing_is_said_of_a_step_while_it_hides_something(held: Held) -> None:
    felt(held)
    assert gains(held) == {}
    assert take(held) == 0
    assert held.journey().get(Moment, "m1").felt_valence is None


def test_what_the_room_feels_is_put_on_the_map_once_and_undone_in_one_go(held: Held) -> None:
    felt(held)
    held.reveal()
    assert set(gains(held)["felt"].rows) == {"m1", "m2"}
    assert take(held) == 2
    before = held.journey().revision
    assert take(held) == 0, "a second press, or a second facilitator, writes nothing"
    assert held.journey().revision == before
    assert [held.journey().get(Moment, one).felt_valence for one in ("m1", "m2")] == [-1, 1]
    assert "felt" not in gains(held)
    held.app.service.changes.undo(held.lead, held.map_id)
    assert [held.journey().get(Moment, one).felt_valence for one in ("m1", "m2")] == [None, None]
    assert set(gains(held)["felt"].rows) == {"m1", "m2"}, "what was taken back can be taken over again"


def test_what_somebody_decided_after_the_result_is_not_written_over(held: Held) -> None:
    felt(held)
    held.reveal()
    change = Set(table="moments", id="m1", field="felt_valence", value=-1.5)
    held.app.service.changes.change(held.lead, held.map_id, [change])
    assert gains(held)["felt"].rows == ("m2",)
    take(held)
    assert held.journey().get(Moment, "m1").felt_valence == -1.5


def test_the_first_places_of_a_vote_become_moments_of_truth_with_all_that_share_the_last(held: Held) -> None:
    voted(held)
    held.reveal()
    assert set(gains(held)["truth"].rows) == {"m1", "m2", "m3", "m4"}, "m3 and m4 share the third place"
    assert take(held) == 4
    assert all(one.moment_of_truth for one in held.journey().moments)
    assert "truth" not in gains(held)


@pytest.mark.parametrize("kind", ["truth", "pain"])
def test_who_chose_otherwise_is_not_asked_again(held: Held, kind: str) -> None:
    voted(held)
    held.reveal()
    held.change(
        "",
        Set(table="moments", id="m2", field="moment_of_truth", value=True)  # type: ignore[arg-type]
        if kind == "truth"
        else Add(table="pain_points", id="p", parent="m1", values={"text": "Voted a pain point: “call the desk”"}),
    )
    assert "truth" not in gains(held)


def test_what_customers_confirm_is_noted_and_their_further_word_counted(held: Held) -> None:
    held.start(StepKind.VALIDATE)
    for n, verdict in enumerate(("confirm", "contest", "confirm"), 1):
        held.change("Eva", Add(table="verdicts", id=f"x{n}", values={"item": f"m{n}", "verdict": verdict}))
    assert set(gains(held)["evidence"].rows) == {"m1", "m3"}
    assert take(held) == 2
    assert held.journey().get(Moment, "m1").evidence_by == "Eva"
    assert "evidence" not in gains(held)
    held.join("Fay", Role.CUSTOMER)
    held.change("Fay", Add(table="verdicts", id="y", values={"item": "m1", "verdict": "confirm"}))
    assert gains(held)["evidence"].rows == ("m1",)
    take(held)
    assert held.journey().get(Moment, "m1").evidence_by == "2 customers"


def test_evidence_of_another_kind_stays(held: Held) -> None:
    values = {"evidence_status": "validated", "evidence_by": "20 interviews", "evidence_on": "2025-01-02"}
    values["evidence_source"] = "Report of March"
    sets = [Set(table="moments", id="m1", field=name, value=value) for name, value in values.items()]
    held.app.service.changes.change(held.lead, held.map_id, sets)
    held.start(StepKind.VALIDATE)
    held.change("Eva", Add(table="verdicts", id="x", values={"item": "m1", "verdict": "confirm"}))
    assert "evidence" not in gains(held)
    take(held)
    assert held.journey().get(Moment, "m1").evidence_by == "20 interviews"


def test_moments_that_say_nearly_the_same_are_merged_unless_they_were_said_to_be_apart(held: Held) -> None:
    held.change("Mila", Add(table="moments", id="m5", parent="e", values={"text": "call the desk"}))
    held.change("Mila", Add(table="moments", id="m6", parent="e", values={"text": "see a deer!"}))
    assert len(gains(held)["alike"].merges) == 2
    held.app.service.workshops.harvest.keep_apart(held.lead, held.workshop_id, ["m6", "m3"])
    assert [{keep, *others} for keep, others in gains(held)["alike"].merges] == [{"m1", "m5"}]
    assert take(held) == 1
    assert {one.id for one in held.journey().moments} >= {"m3", "m6"}
    assert len(held.journey().moments) == 5
    assert take(held) == 0


def test_a_channel_that_was_named_twice_becomes_one_and_one_without_a_moment_is_told(held: Held) -> None:
    held.start(StepKind.CHANNELS)
    for channel, name, moment in (("c1", "Phone", "m1"), ("c2", "phone", "m2"), ("c3", "A friend", "")):
        held.change("Mila", Add(table="channels", id=channel, values={"name": name}))
        if moment:
            held.change("Mila", Add(table="touchpoints", id=f"t{channel}", parent=moment, values={"channel": channel}))
    found = gains(held)
    assert (found["channels"].rows, found["unplaced"].rows) == (("c2",), ("c3",))
    assert not found["unplaced"].takes, "only people know where it belongs"
    take(held)
    assert [channel.name for channel in held.journey().channels] == ["Phone", "A friend"]
    assert [one.name for one in held.journey().channels_of("m2")] == ["Phone"]
    assert set(gains(held)) == {"unplaced"}


def test_a_path_without_a_way_is_told(held: Held) -> None:
    held.start(StepKind.PATHS)
    held.change("Mila", Add(table="paths", id="w", values={"name": "They give up", "kind": "abandoned"}))
    assert gains(held)["paths"].names == ("They give up",)
    held.change("Mila", Add(table="path_steps", id="s", parent="w", values={"moment": "m1"}))
    assert "paths" not in gains(held)


def test_the_first_ideas_of_a_vote_become_decisions_and_the_others_are_told_at_the_end(held: Held) -> None:
    for n in (1, 2, 3, 4):
        held.change("Mila", Add(table="parked", id=f"i{n}", values={"text": f"Idea {n}", "kind": "idea"}))
    step = next(one for one in held.now.steps if one.title == "Which idea?")
    held.app.service.workshops.facilitation.start(held.lead, held.workshop_id, step.id)
    held.vote("Mila", "i1")
    held.vote("Otto", "i2")
    held.reveal()
    assert set(gains(held)["decisions"].rows) == {"i1", "i2"}
    take(held)
    assert set(held.journey().tables["decisions"]) == {"i1", "i2"}
    assert set(held.journey().tables["parked"]) == {"i3", "i4"}
    assert "decisions" not in gains(held)
    (voted,) = held.app.service.workshops.summaries.summary(held.lead, held.workshop_id).votes
    assert voted.texts == {"i1": "Idea 1", "i2": "Idea 2"}  # what was voted on is still known
    held.start(StepKind.TALK)
    assert set(gains(held)["parked"].rows) == {"i3", "i4"}


def test_where_there_is_most_to_be_won_a_pain_point_is_noted(held: Held) -> None:
    held.start(StepKind.SCORES)
    for item, satisfaction, importance in (("m1", 1, 5), ("m2", 5, 1), ("m3", 2, 4), ("m4", 3, 4)):
        score(held, "Mila", item, satisfaction, importance)
    held.reveal()
    assert set(gains(held)["pain"].rows) == {"m1", "m3", "m4"}
    assert take(held) == 3
    assert len(held.journey().pain_points_of("m1")) == 1
    assert take(held) == 0


def test_what_is_left_on_purpose_is_asked_no_more_and_told_in_the_end(held: Held) -> None:
    voted(held)
    held.reveal()
    step = str(held.now.at)
    held.app.service.workshops.harvest.leave(held.lead, held.workshop_id, step)
    assert not gains(held)["truth"].open
    assert gains(held)["truth"].left
    assert take(held) == 0, "what is left stays, unless somebody asks for just this"
    held.app.service.workshops.facilitation.start(held.lead, held.workshop_id, held.step(StepKind.VALIDATE).id)
    held.app.service.workshops.facilitation.back(held.lead, held.workshop_id, step)
    assert gains(held)["truth"].open, "a step that is opened anew asks anew"
    assert take(held, "truth") == 4


def test_a_later_step_answers_for_what_it_felt_anew(held: Held, service: Service) -> None:
    felt(held)
    held.reveal()
    take(held)
    again = Step(id="again", kind=StepKind.EMOTIONS, title="And now?", ballot=Ballot(questions=("felt",)))
    service.workshops.arrange(held.lead, held.workshop_id, [*held.now.steps, again])
    service.workshops.facilitation.start(held.lead, held.workshop_id, "again")
    held.change(
        "Otto",
        Add(table="votes", id="o", values={"round": "again", "item": "m1", "question": "felt", "value": 2}),
    )
    held.reveal()
    take(held)
    assert held.journey().get(Moment, "m1").felt_valence == 2
    assert "felt" not in gains(held), "the first step does not want its own answer back"


def test_only_those_who_lead_put_it_there_or_leave_it(held: Held) -> None:
    voted(held)
    held.reveal()
    for work in (harvest_of(held).take_over, harvest_of(held).leave):
        with refused("forbidden", "may-not-lead"):
            work(held.people["Mila"], held.workshop_id, str(held.now.at))


def harvest_of(held: Held) -> Harvest:
    return held.app.service.workshops.harvest


def test_dots_follow_what_is_merged(held: Held) -> None:
    held.change("Mila", Add(table="moments", id="m5", parent="e", values={"text": "call the desk"}))
    voted(held)
    held.change("Ravi", Add(table="votes", id="more", values={"round": held.now.at, "item": "m5", "slot": 2}))
    held.reveal()
    harvest_of(held).take_over(held.lead, held.workshop_id, held.step(StepKind.MOMENTS).id)
    found = held.app.service.workshops.results.outcome(held.lead, held.workshop_id, str(held.now.at))
    assert found is not None
    assert sum(one.dots for one in found.result.ranked) == 8


def test_the_end_asks_about_notes_parked_on_every_map_of_the_workshop(service: Service) -> None:
    close = Step(id="c", kind=StepKind.CLOSE, title="What have we decided?", map=MapKind.TO_BE)
    held = hold(App(service), "Mila", agenda=(STEPS[1], Step(id="w", kind=StepKind.TALK, title="Talk"), close))
    held.start(StepKind.CHANNELS)
    held.change("Mila", Add(table="parked", id="today", values={"text": "Too expensive", "kind": "parked"}))
    held.start(StepKind.CLOSE)
    to_be = next(one.id for one in service.workshops.heads(held.workshop_id) if one.kind is MapKind.TO_BE)
    note = Add(table="parked", id="then", values={"text": "A tour by bicycle", "kind": "idea"})
    service.changes.change(held.people["Mila"], to_be, [note])
    found = gains(held)["parked"]
    assert (set(found.rows), set(found.names)) == ({"today", "then"}, {"Too expensive", "A tour by bicycle"})
    assert (found.step, found.takes) == (held.step(StepKind.CLOSE).id, False)
