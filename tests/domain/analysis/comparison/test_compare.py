"""What a comparison promises, whatever the maps: nothing appears twice, nothing is flattered."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.analysis.comparison.compare import Comparison, compare
from journeymap.domain.analysis.comparison.figures import NAMES
from journeymap.domain.analysis.comparison.matches import Disposition, Since
from journeymap.domain.analysis.comparison.pains import Answered
from journeymap.domain.analysis.comparison.take_over import take_over
from journeymap.domain.changes.copy import copy_changes, to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove, Set
from tests.support.journeys import changes, journeys
from tests.support.small_maps import made, sample

SOME = settings(max_examples=40, deadline=None)


def begun_from(as_is: Journey, *more: Change) -> Journey:
    to_be, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "The to-be"))
    return perform(to_be, more)[0]


def as_an_as_is(journey: Journey) -> Journey:
    return perform(journey, [Set(table="maps", id=journey.map_id, field="kind", value="as-is")])[0]


def redesigned(data: st.DataObject, as_is: Journey, times: int = 5) -> Journey:
    to_be = begun_from(as_is)
    for _ in range(times):
        change = data.draw(changes(to_be))
        if not (isinstance(change, Set) and change.table == "maps"):
            to_be, _ = perform(to_be, [change])
    return to_be


def gains(found: Comparison) -> dict[str, float]:
    """Everything that could be called better, in the worst case."""
    told: dict[str, float] = {}
    for route in ("", *(route.id for route in found.routes)):
        told |= {f"{route} {figure.name}": figure.gain for figure in (*found.story(route), *found.figures(route))}
    gap = found.emotion.gap()
    felt, promise = found.emotion.felt_now().value, found.emotion.promise()
    rise = 0.0 if felt is None or promise.worst is None else promise.worst - felt
    return told | {"gap": gap.worst, "promised": rise}


@given(journeys(min_size=3))
@SOME
def test_a_map_compared_with_itself_is_empty(journey: Journey) -> None:
    found = compare(journey, journey)
    assert found.empty
    assert (found.rows, found.moved, found.undecided, found.lost_needs) == ((), (), (), ())
    assert {match.disposition for match in found.matches} <= {Disposition.KEPT}
    assert not any(gains(found).values())


@given(journeys(min_size=3))
@SOME
def test_a_map_compared_with_its_copy_is_empty(journey: Journey) -> None:
    copy, _ = perform(Journey("copy"), copy_changes(journey, "copy"))
    assert compare(journey, copy).empty


@given(journeys(min_size=4), st.data())
@SOME
def test_every_moment_of_both_sides_is_in_exactly_one_match(journey: Journey, data: st.DataObject) -> None:
    journey = as_an_as_is(journey)
    to_be = redesigned(data, journey)
    matches = compare(journey, to_be).matches
    assert sorted(m.id for one in matches for m in one.as_is) == sorted(m.id for m in journey.moments)
    assert sorted(m.id for one in matches for m in one.to_be) == sorted(m.id for m in to_be.moments)


MIRRORED = {
    Disposition.REMOVED: Disposition.NEW,
    Disposition.NEW: Disposition.REMOVED,
    Disposition.MERGED: Disposition.SPLIT,
    Disposition.SPLIT: Disposition.MERGED,
}


@given(journeys(min_size=4), st.data())
@SOME
def test_the_other_way_round_is_the_mirror(journey: Journey, data: st.DataObject) -> None:
    journey = as_an_as_is(journey)
    to_be = redesigned(data, journey)
    one, other = compare(journey, to_be), compare(to_be, journey)
    there = {_ids(match): (match.disposition, set(match.changed)) for match in one.matches}
    back = {_ids(match)[::-1]: (match.disposition, set(match.changed)) for match in other.matches}
    assert {key: (MIRRORED.get(what, what), names) for key, (what, names) in back.items()} == there
    assert {(f.name, f.before.value, f.after.value) for f in one.story() if f.name in ("peak", "low")} == {
        (f.name, f.after.value, f.before.value) for f in other.story() if f.name in ("peak", "low")
    }
    figures = {f.name: (f.before.value, f.after.value) for f in one.figures()}
    assert {f.name: (f.after.value, f.before.value) for f in other.figures()} == figures
    assert tuple(figures) == NAMES


def _ids(match: object) -> tuple[frozenset[str], frozenset[str]]:
    return tuple(frozenset(m.id for m in getattr(match, side)) for side in ("as_is", "to_be"))  # type: ignore[return-value]


@given(journeys(min_size=6), st.data())
@SOME
def test_no_figure_improves_by_deleting_or_renaming_alone(journey: Journey, data: st.DataObject) -> None:
    journey = as_an_as_is(journey)
    to_be = begun_from(journey)
    for _ in range(6):
        rows = [row for row in to_be.rows() if row.table != "maps"]
        if not rows:
            break
        row = data.draw(st.sampled_from(rows))
        texts: list[str] = [name for name in ("text", "name", "title") if name in row.fields()]
        if texts and data.draw(st.sampled_from(["rename", "remove"])) == "rename":
            change: Change = Set(table=row.table, id=row.id, field=texts[0], value="Quite another name")
        else:
            change = Remove(table=row.table, id=row.id)
        to_be, _ = perform(to_be, [change])
    found = compare(journey, to_be)
    assert {name: gain for name, gain in gains(found).items() if gain > 1e-9} == {}
    assert len(found.needs.met) <= len(compare(journey, begun_from(journey)).needs.met)
    assert Answered.YES not in {pain.answered for pain in found.pains}


def test_the_sample_says_what_was_worked_out_by_hand() -> None:
    found = compare(sample("as-is"), sample("to-be"))
    told = {figure.name: (figure.before.value, figure.after.value) for figure in (*found.story(), *found.figures())}
    by_hand = {"elapsed": (522, 484), "switches": (17, 16), "low": (-2, 1), "end": (0.1, 1.9)}
    assert {name: told[name] for name in by_hand} == by_hand
    assert found.count(Disposition.MOVED) == len(found.moved) == 22


def test_a_removal_that_is_decided_counts() -> None:
    as_is = made({"id": "wait", "text": "Wait", "minutes": 60}, {"id": "go", "text": "Go", "minutes": 5}, map_id="a")
    to_be = begun_from(as_is, Remove(table="moments", id="wait"))
    found = [compare(as_is, to_be), compare(as_is, to_be, decided={"wait": Disposition.REMOVED})]
    assert [[moment.id for moment in one.undecided] for one in found] == [["wait"], []]
    assert [next(f.gain for f in one.figures() if f.name == "elapsed") for one in found] == [0, 60]


@pytest.mark.parametrize("decided", [Disposition.KEPT, Disposition.CHANGED, Disposition.MERGED, Disposition.SPLIT])
def test_whoever_decided_that_a_moment_lives_on_has_not_decided_that_it_goes(decided: Disposition) -> None:
    as_is = made(
        {"id": "talk", "text": "Talk", "minutes": 60, "felt_valence": 2}, {"id": "go", "text": "Go", "minutes": 5},
        map_id="a",
    )  # fmt: skip
    found = compare(as_is, begun_from(as_is, Remove(table="moments", id="talk")), decided={"talk": decided})
    assert next(f.gain for f in found.figures() if f.name == "elapsed") == 0
    assert found.emotion.gap().losses == ("talk",)
    assert [one.id for one in found.undecided] == ([] if decided is Disposition.MERGED else ["talk"])


def test_leaving_a_step_out_of_a_path_is_not_settled_by_keeping_its_moment() -> None:
    as_is, _ = perform(
        made({"id": "wait", "text": "Wait", "minutes": 60}, {"id": "go", "text": "Go", "minutes": 5}, map_id="a"),
        [
            Add(table="paths", id="p", values={"name": "Happy", "kind": "happy"}),
            *(Add(table="path_steps", id=f"on-{one}", parent="p", values={"moment": one}) for one in ("wait", "go")),
        ],
    )
    to_be = begun_from(as_is)
    shorter, _ = perform(to_be, [Remove(table="path_steps", id=to_be.steps_of(to_be.paths[0].id)[0].id)])
    found = compare(as_is, shorter, decided={"wait": Disposition.KEPT})
    assert next(f.gain for f in found.figures() if f.name == "elapsed") == 0


def test_a_card_that_comes_from_nowhere_is_not_the_moment_of_its_id() -> None:
    as_is = made({"id": "wait", "text": "Wait"}, {"id": "go", "text": "Go"}, map_id="a")
    to_be = begun_from(as_is, Set(table="moments", id="wait", field="origin", value=None))
    found = compare(as_is, to_be, decided={"wait": Disposition.REMOVED})
    assert {match.id: match.disposition for match in found.matches} == {
        "wait": Disposition.REMOVED, "go": Disposition.KEPT, "+wait": Disposition.NEW,
    }  # fmt: skip


def test_what_came_to_the_as_is_can_be_taken_over() -> None:
    base = made(
        {"id": "call", "text": "Call", "touchpoints": [{"id": "t", "channel": "phone"}]},
        {"id": "pay", "text": "Pay"},
        channels=[{"id": "phone", "name": "Phone"}],
        map_id="a",
    )
    to_be = begun_from(base)
    episode = base.episodes[0].id
    as_is, _ = perform(
        base,
        [
            Set(table="moments", id="call", field="text", value="Phone"),
            Add(table="needs", id="sure", parent="call", values={"text": "Be sure"}),
            Add(table="channels", id="app", values={"name": "App"}),
            Add(table="moments", id="look", parent=episode, values={"text": "Look"}, after="call"),
            Add(table="touchpoints", id="look-app", parent="look", values={"channel": "app"}),
            Remove(table="moments", id="pay"),
        ],
    )
    found = compare(as_is, to_be, base=base)
    assert {match.since for match in found.not_dealt_with} == {None, Since.CAME, Since.GONE}
    numbers = iter(range(100))
    for match in found.not_dealt_with:
        now = compare(as_is, to_be, base=base)
        same = next(one for one in now.matches if one.id == match.id)
        to_be, _ = perform(to_be, take_over(now.lineage, base, same, lambda: f"new-{next(numbers)}"))
    after = compare(as_is, to_be, base=base)
    assert after.not_dealt_with == ()
    assert Counter(match.disposition for match in after.matches) == {Disposition.KEPT: 2}
    assert [moment.id for moment in to_be.moments] == ["call", "look"]


@pytest.mark.parametrize("kind", ["as-is", "to-be"])
def test_the_sample_compared_with_itself_is_empty(kind: str) -> None:
    assert compare(sample(kind), sample(kind)).empty
