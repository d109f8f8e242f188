"""Which as-is row each to-be row may come from: by ids, then by likeness; proposed, and taken over as reviewed."""

from itertools import count

import pytest
from hypothesis import given

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.origin_matches import OriginMatch, Why, link_changes, linked, origin_matches
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from tests.support.journeys import journeys
from tests.support.small_maps import made

AS_IS = made(
    {"id": "look", "text": "I look for a day out on the website"},
    {"id": "call", "text": "I call the desk to book a guided walk", "touchpoints": [{"channel": "phone"}]},
    {"id": "wait", "text": "I wait for the confirmation"},
    channels=[{"id": "phone", "name": "Phone"}],
)


def found(to_be: Journey, as_is: Journey = AS_IS) -> dict[str, tuple[str, Why | None]]:
    return {m.to_be: (m.as_is, m.why) for m in origin_matches(as_is, to_be) if m.table == "moments"}


def designed() -> Journey:
    return perform(Journey("to-be"), to_be_changes(AS_IS, "to-be", "The to-be"))[0]


def test_an_imported_to_be_whose_origins_fit_is_matched_by_them() -> None:
    assert found(designed()) == {one: (one, Why.ORIGIN) for one in ("look", "call", "wait")}


def test_rows_of_the_same_ids_are_matched_by_those() -> None:
    assert set(found(AS_IS).values()) == {(one, Why.ID) for one in ("look", "call", "wait")}


def test_what_was_written_anew_is_matched_by_likeness_and_never_ticked_beforehand() -> None:
    to_be = made(
        {"id": "x1", "text": "I wait for the confirmation"},
        {"id": "x2", "text": "I book a guided walk, calling the desk", "touchpoints": [{"channel": "tel"}]},
        {"id": "x3", "text": "The children feed the ducks"},
        channels=[{"id": "tel", "name": "phone"}],
    )
    assert found(to_be) == {"x1": ("wait", Why.SAME), "x2": ("call", Why.ALIKE), "x3": ("", None)}
    ticked = {m.to_be for m in origin_matches(AS_IS, to_be) if m.sure and m.table == "moments"}
    assert ticked == {"x1"}
    assert ("tel", "phone") in {(m.to_be, m.as_is) for m in origin_matches(AS_IS, to_be) if m.table == "channels"}


def test_no_as_is_moment_is_proposed_for_two_that_are_only_alike() -> None:
    to_be = made({"id": "x1", "text": "I wait for a confirmation"}, {"id": "x2", "text": "I wait for confirmations"})
    proposed = [as_is for as_is, _ in found(to_be).values() if as_is]
    assert len(proposed) == len(set(proposed)) == 1


def test_only_what_was_accepted_is_taken_over() -> None:
    to_be = made({"id": "x1", "text": "I wait for the confirmation"}, {"id": "x2", "text": "I call the desk to book"})
    reviewed = [OriginMatch("moments", "x1", "wait"), OriginMatch("moments", "x2", "")]
    now = linked(to_be, reviewed)
    assert (now.get(Moment, "x1").origin, now.get(Moment, "x2").origin) == ("wait", None)
    fates = {fate.as_is.id: fate.disposition for fate in compare(AS_IS, now).fates if fate.as_is}
    assert fates["call"] is Disposition.REMOVED


def test_a_match_that_was_turned_down_is_an_origin_no_more_and_several_are_kept() -> None:
    to_be = designed()
    reviewed = [OriginMatch("moments", "look", "", Why.ORIGIN), OriginMatch("moments", "call", "call"),
                OriginMatch("moments", "call", "wait")]  # fmt: skip
    now = linked(to_be, reviewed)
    assert now.origins_of("look") == ()
    assert now.origins_of("call") == ("call", "wait")
    number = count()
    again = link_changes(now, reviewed, (f"n{next(number)}" for _ in count()))
    assert again == []  # the same review once more changes nothing


def test_the_origin_of_a_row_for_which_nothing_was_found_stays_as_it_is() -> None:
    to_be = designed()
    assert link_changes(to_be, list(origin_matches(made(), to_be)), iter(())) == []


@given(journeys())
def test_whatever_the_maps_every_row_is_proposed_and_accepting_all_can_be_done(journey: Journey) -> None:
    matches = origin_matches(journey, journey)
    assert {m.to_be for m in matches if m.table == "moments"} == {m.id for m in journey.moments}
    assert all(m.as_is for m in matches if m.table == "moments")
    linked(journey, matches)


@pytest.mark.parametrize("side", ["as-is", "to-be"])
def test_an_empty_map_matches_nothing(side: str) -> None:
    empty = made()
    pair = (empty, AS_IS) if side == "as-is" else (AS_IS, empty)
    assert all(not m.as_is for m in origin_matches(*pair) if m.table == "moments")
