"""Nothing is called validated without a customer's own seat, or without who said so, when and where."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.undo import take_back
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.errors import Refusal
from journeymap.domain.workshop.proof import PROOF, STATUS, lacks_proof, proven, without_unproven

MILA = Participant(id="mila", name="Mila", role=Role.PARTICIPANT, workshop_id="w")
SELF_CHOSEN = Participant(id="sam", name="Sam", role=Role.CUSTOMER, workshop_id="w")
ANNA = Participant(id="anna", name="Anna", role=Role.CUSTOMER, workshop_id="w", confirmed=True)
GOOD: dict[str, Any] = {"evidence_by": "Joost", "evidence_on": "2026-05-04", "evidence_source": "Interview 3"}
TODAY = "2026-11-28"


def park(**values: Any) -> Journey:
    """A map with one moment."""
    return perform(
        Journey("map"),
        [
            Add(table="maps", id="map", values={"title": "Park"}),
            Add(table="episodes", id="e", values={"title": "Before"}),
            Add(table="moments", id="m", parent="e", values={"text": "call", **values}),
        ],
    )[0]


def put(field: str, value: Any) -> Set:
    return Set(table="moments", id="m", field=field, value=value)


def done(journey: Journey, person: Participant, *changes: Change) -> Moment:
    """The moment after these changes by somebody."""
    return perform(journey, proven(journey, person, changes, TODAY))[0].get(Moment, "m")


@pytest.mark.parametrize("person", [MILA, SELF_CHOSEN])
@pytest.mark.parametrize("missing", PROOF)
def test_who_is_no_confirmed_customer_says_who_when_and_where(person: Participant, missing: str) -> None:
    proof = [put(name, value) for name, value in GOOD.items() if name != missing]
    with pytest.raises(Refusal) as found:
        done(park(), person, put(STATUS, "validated"), *proof)
    assert found.value.key == "refusal-evidence-needs-proof"
    blank = put(missing, None if missing == "evidence_on" else "   ")
    with pytest.raises(Refusal):
        done(park(), person, *proof, blank, put(STATUS, "validated"))
    assert not lacks_proof(done(park(), person, put(STATUS, "validated"), *proof, put(missing, GOOD[missing])).values())


def test_from_a_customers_own_seat_one_click_is_enough() -> None:
    moment = done(park(), ANNA, put(STATUS, "validated"))
    assert (moment.evidence_status, moment.evidence_by, str(moment.evidence_on)) == ("validated", "Anna", TODAY)
    assert moment.evidence_source
    kept = done(park(evidence_by="Joost"), ANNA, put(STATUS, "validated"))
    assert kept.evidence_by == "Joost", "what is there is not written over"


@pytest.mark.parametrize("name", PROOF)
def test_proof_is_not_taken_away_from_what_is_validated(name: str) -> None:
    journey = park(**GOOD, evidence_status="validated")
    gone = put(name, None if name == "evidence_on" else "")
    with pytest.raises(Refusal):
        done(journey, MILA, gone)
    assert done(journey, MILA, gone, put(STATUS, "assumed")).evidence_status == "assumed"
    assert done(journey, MILA, put(name, GOOD[name])).evidence_status == "validated"


def test_old_evidence_without_a_source_may_be_mended_bit_by_bit() -> None:
    journey = park(evidence_status="validated", evidence_by="Joost")
    assert done(journey, MILA, put("evidence_source", "Interview 3")).evidence_source == "Interview 3"
    assert done(journey, MILA, put("text", "ring")).text == "ring"


def test_what_is_pasted_or_added_is_held_to_the_same() -> None:
    values = {"text": "pasted", STATUS: "validated"}
    with pytest.raises(Refusal):
        proven(park(), MILA, [Add(table="moments", id="n", parent="e", values=values)], TODAY)
    with pytest.raises(Refusal):
        proven(park(), MILA, [Add(table="needs", id="n", parent="m", values=values)], TODAY)
    whole = Add(table="needs", id="n", parent="m", values={**values, **GOOD})
    assert proven(park(), MILA, [whole], TODAY) == [whole]
    back = Add(table="needs", id="n", parent="m", values=values, key="a0")
    assert proven(park(), MILA, [back], TODAY) == [back], "an undo brings back what was there"


def test_a_file_brings_in_as_a_guess_what_it_does_not_prove() -> None:
    rows: list[Change] = [
        Add(table="moments", id="a", parent="e", values={"text": "a", STATUS: "validated", "evidence_by": "Joost"}),
        Add(table="moments", id="b", parent="e", values={"text": "b", STATUS: "validated", **GOOD}),
    ]
    kept, n = without_unproven(rows)
    assert n == 1
    assert [one.values.get(STATUS) for one in kept if isinstance(one, Add)] == [None, "validated"]
    assert isinstance(kept[0], Add)
    assert kept[0].values["evidence_by"] == "Joost", "what is said of it stays"


_VALUES = {
    STATUS: st.sampled_from(["assumed", "internal", "validated"]),
    "evidence_by": st.sampled_from(["", " ", "Joost"]),
    "evidence_on": st.sampled_from([None, "2026-05-04"]),
    "evidence_source": st.sampled_from(["", "Interview 3"]),
}
SETS = st.sampled_from(sorted(_VALUES)).flatmap(lambda name: _VALUES[name].map(lambda value: put(name, value)))
ADDS = st.fixed_dictionaries({}, optional=_VALUES).map(
    lambda values: Add(table="moments", id="m", parent="e", values={"text": "call", **values})
)


@given(st.none() | ADDS, st.lists(SETS, max_size=6), st.sampled_from([MILA, SELF_CHOSEN, ANNA]))
def test_whatever_is_asked_for_nothing_unproven_is_called_validated_at_any_step(
    add: Add | None, sets: list[Set], person: Participant
) -> None:
    before = park()
    asked: list[Change] = [*([add.model_copy(update={"id": "n"})] if add else []), *sets]
    try:
        changes = proven(before, person, asked, TODAY)
    except Refusal:
        return
    after, effects = perform(before, changes)
    assert [row.id for row in after.moments if lacks_proof(row.values())] == []
    wanted = {one.field: one.value for one in sets}
    moment = after.get(Moment, "m")
    if STATUS in wanted:
        assert moment.evidence_status == wanted[STATUS], "the last word is the one that counts"
    journey = after
    for effect in reversed(effects):
        journey, _ = take_back(journey, [effect], lambda it, back: proven(it, MILA, back, TODAY))
        assert [row.id for row in journey.moments if lacks_proof(row.values())] == []
    assert journey.get(Moment, "m").values() == before.get(Moment, "m").values()
