"""What customers said in rounds decides what may be called validated, and what evidence is written of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.validation import NEXT, MapState
from journeymap.domain.text.errors import Refusal
from journeymap.domain.workshop.round_verdicts import MomentCount, check_state, is_validated, round_evidence
from tests.domain.workshop.test_proof import GOOD, park

COUNTS = st.builds(MomentCount, *(st.integers(0, 3),) * 3)


@pytest.mark.parametrize("now", list(MapState))
@pytest.mark.parametrize("wanted", list(MapState))
def test_a_map_goes_only_where_its_state_leads(now: MapState, wanted: MapState) -> None:
    if wanted in NEXT[now]:
        check_state(now, wanted, 1)
    else:
        with pytest.raises(Refusal):
            check_state(now, wanted, 1)


def test_only_with_a_customers_verdict_is_a_map_validated() -> None:
    check_state(MapState.IN_REVIEW, MapState.VALIDATED, 1)
    with pytest.raises(Refusal):
        check_state(MapState.IN_REVIEW, MapState.VALIDATED, 0)


def test_a_contested_moment_is_not_validated_whatever_its_evidence_says() -> None:
    moment = park(**GOOD, evidence_status="validated").moments[0]
    assert is_validated(moment, {})
    assert not is_validated(moment, {"m": MomentCount(confirmed=1, contested=1)})
    assert is_validated(park().moments[0], {"m": MomentCount(confirmed=1)})


@given(COUNTS)
def test_evidence_of_a_round_is_written_once_and_over_nothing(count: MomentCount) -> None:
    counts, day = {"m": count}, date(2026, 5, 4)
    for values in ({}, {"evidence_status": "internal", "evidence_by": "Till"}, {"evidence_by": "Till"}):
        journey = park(**values)
        changes = round_evidence(journey, counts, {"m": "June"}, day, "en")
        assert not values or changes == []
        assert bool(changes) == (not values and count.validated)
        after = perform(journey, changes)[0]
        assert round_evidence(after, counts, {"m": "June"}, day, "en") == []
