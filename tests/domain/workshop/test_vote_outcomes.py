"""What a vote leaves on the map: said once, and never over what a customer confirmed."""

from itertools import count

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.rows import Moment, Vote
from journeymap.domain.model.workshop import Ballot
from journeymap.domain.workshop.vote_outcomes import felt_changes, pain_changes, truth_changes
from journeymap.domain.workshop.votes import Result, tally
from tests.support.journeys import FULL, MAP_ID

IDS = count()
FELT = Ballot(questions=("felt",))


def new_id() -> str:
    return f"new-{next(IDS)}"


def built(*more: Change) -> Journey:
    return perform(Journey(MAP_ID), (*FULL, *more))[0]


def score(voter: str, item: str, value: float, question: str = "felt") -> Vote:
    fields = {"id": f"{voter}-{item}-{question}", "author": voter, "round": "r", "item": item}
    return Vote.model_validate({**fields, "question": question, "value": value})


def felt(item: str, *values: float) -> Result:
    return tally([score(f"p{n}", item, value) for n, value in enumerate(values)], FELT)


def test_the_top_ones_become_moments_of_truth_once() -> None:
    journey = built()
    changes = truth_changes(journey, ["call", "sure", "waiting", "arrive", "gone"])
    marked, _ = perform(journey, changes)
    assert len(changes) == 1, "its need and its pain point mean the same moment, and the other is one already"
    assert marked.get(Moment, "call").moment_of_truth
    assert truth_changes(marked, ["call"]) == []


def test_the_top_ones_become_pain_points_once() -> None:
    journey = built()
    marked, _ = perform(journey, pain_changes(journey, ["arrive", "arrive"], new_id))
    assert [row.text for row in marked.pain_points_of("arrive")] == ["Voted a pain point: “I arrive”"]
    assert pain_changes(marked, ["arrive"], new_id) == []
    assert pain_changes(journey, ["waiting"], new_id) == [], "it is a pain point already"
    long = Add(table="moments", id="long", parent="there", values={"text": "a" * 280})
    perform(built(long), pain_changes(built(long), ["long"], new_id, language="nl"))


def test_what_the_room_felt_is_taken_over_as_a_guess() -> None:
    journey = built()
    taken, _ = perform(journey, felt_changes(journey, felt("arrive", -2, -1, 1, 2)))
    assert taken.get(Moment, "arrive").felt_valence == 0
    assert taken.get(Moment, "arrive").evidence_status == "assumed"
    assert taken.get(Moment, "call") == journey.get(Moment, "call"), "nobody scored it"
    assert felt_changes(taken, felt("arrive", 0)) == []


def test_a_word_that_no_longer_fits_goes_and_what_customers_confirmed_stays() -> None:
    happy = {"text": "I rest", "felt_valence": 2, "felt_label": "happy"}
    rows = [
        Add(table="moments", id="rest", parent="there", values=happy),
        Add(table="moments", id="true", parent="there", values={**happy, "evidence_status": "validated"}),
    ]
    journey = built(*rows)
    votes = [score("ann", item, -2) for item in ("rest", "true")]
    taken, _ = perform(journey, felt_changes(journey, tally(votes, FELT)))
    assert (taken.get(Moment, "rest").felt_valence, taken.get(Moment, "rest").felt_label) == (-2, "")
    assert taken.get(Moment, "true") == journey.get(Moment, "true")
