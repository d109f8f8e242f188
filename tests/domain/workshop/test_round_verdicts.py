"""What customers said in rounds is counted moment by moment, and each one's last word counts."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.validation import NEXT, MapState, RoundVerdict
from journeymap.domain.text.errors import Refusal
from journeymap.domain.workshop.round_verdicts import (
    check_state,
    count_verdicts,
    is_validated,
    judges,
    on_the_map,
    round_evidence,
)
from tests.domain.workshop.test_proof import GOOD, park


def word(customer: str, moment: str, verdict: str, text: str = "") -> RoundVerdict:
    return RoundVerdict("map", "r", customer, moment, verdict, text, "", "", 1, "2026-05-04")  # type: ignore[arg-type]


WORDS = st.lists(
    st.builds(
        word,
        st.sampled_from(["anna", "bas", "cleo"]),
        st.sampled_from(["m", "n", "gone"]),
        st.sampled_from(["confirm", "contest", "add"]),
    ),
    max_size=30,
)


@given(WORDS)
def test_each_customer_counts_once_for_a_moment_with_their_last_word(said: list[RoundVerdict]) -> None:
    found = count_verdicts(said)
    assert set(found) == {one.moment_id for one in said}
    for moment, count in found.items():
        mine = [one for one in said if one.moment_id == moment]
        last = {one.customer_id: one.verdict for one in mine if one.verdict != "add"}
        tally = Counter(last.values())
        assert (count.confirmed, count.contested) == (tally["confirm"], tally["contest"])
        assert count.added == sum(one.verdict == "add" for one in mine)
        assert count.validated == (tally["confirm"] > 0 and tally["contest"] == 0)


@given(WORDS, WORDS)
def test_more_words_never_make_an_addition_fewer_nor_a_judge_less(
    said: list[RoundVerdict], more: list[RoundVerdict]
) -> None:
    before, after = count_verdicts(said), count_verdicts([*said, *more])
    assert all(after[moment].added >= count.added for moment, count in before.items())
    assert judges([*said, *more]) >= judges(said)


@pytest.mark.parametrize("now", list(MapState))
@pytest.mark.parametrize("wanted", list(MapState))
def test_a_map_goes_only_where_its_state_leads(now: MapState, wanted: MapState) -> None:
    said = [word("anna", "m", "contest")]
    if wanted in NEXT[now]:
        check_state(now, wanted, said)
    else:
        with pytest.raises(Refusal):
            check_state(now, wanted, said)


@given(WORDS)
def test_only_with_a_customers_verdict_is_a_map_validated(said: list[RoundVerdict]) -> None:
    judged = on_the_map(park(), said)
    try:
        check_state(MapState.IN_REVIEW, MapState.VALIDATED, judged)
    except Refusal:
        assert not any(one.verdict != "add" and one.moment_id == "m" for one in said)
    else:
        assert any(one.verdict != "add" and one.moment_id == "m" for one in said)


def test_a_contested_moment_is_not_validated_whatever_its_evidence_says() -> None:
    moment = park(**GOOD, evidence_status="validated").moments[0]
    assert is_validated(moment, {})
    assert not is_validated(moment, count_verdicts([word("anna", "m", "contest"), word("bas", "m", "confirm")]))
    assert is_validated(park().moments[0], count_verdicts([word("anna", "m", "confirm")]))


@given(WORDS)
def test_evidence_of_a_round_is_written_once_and_over_nothing(said: list[RoundVerdict]) -> None:
    counts, day = count_verdicts(said), date(2026, 5, 4)
    for values in ({}, {"evidence_status": "internal", "evidence_by": "Till"}, {"evidence_by": "Till"}):
        journey = park(**values)
        changes = round_evidence(journey, counts, {"m": "June"}, day, "en")
        assert not values or changes == []
        after = perform(journey, changes)[0]
        assert round_evidence(after, counts, {"m": "June"}, day, "en") == []
