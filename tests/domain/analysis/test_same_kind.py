"""Two maps of one kind as a pair: revisions, copies, and to-bes of one as-is find their counterparts."""

from hypothesis import given

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.same_kind import traced
from journeymap.domain.changes.copy import copy_changes, to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove, Set
from tests.support.journeys import journeys
from tests.support.small_maps import made

AS_IS = made({"id": "a", "text": "I look"}, {"id": "b", "text": "I call"}, {"id": "c", "text": "I go"})


def fates(before: Journey, after: Journey) -> dict[str, Disposition]:
    found = compare(*traced(before, after)).fates
    return {(fate.as_is or fate.to_be[0]).id: fate.disposition for fate in found}


def later(journey: Journey, *changes: Change) -> Journey:
    return perform(journey, changes)[0]


@given(journeys())
def test_a_map_compared_with_itself_keeps_everything(journey: Journey) -> None:
    assert set(fates(journey, journey).values()) <= {Disposition.KEPT}


def test_of_two_revisions_what_was_reworded_removed_and_added_is_told() -> None:
    episode = AS_IS.episodes[0].id
    now = later(
        AS_IS,
        Set(table="moments", id="a", field="text", value="I look on my phone"),
        Remove(table="moments", id="b"),
        Add(table="moments", id="d", parent=episode, values={"text": "I swim"}),
    )
    changed, removed, kept, new = Disposition.CHANGED, Disposition.REMOVED, Disposition.KEPT, Disposition.NEW
    assert fates(AS_IS, now) == {"a": changed, "b": removed, "c": kept, "d": new}
    assert fates(now, AS_IS) == {"a": changed, "c": kept, "d": removed, "b": new}  # the mirror of it


def test_a_next_version_of_a_to_be_is_compared_with_the_one_it_was_copied_from() -> None:
    one = later(Journey("v1"), *to_be_changes(AS_IS, "v1", "First"))
    two = later(later(Journey("v2"), *copy_changes(one, "v2", title="Second")), Remove(table="moments", id="c"))
    assert fates(one, two) == {"a": Disposition.KEPT, "b": Disposition.KEPT, "c": Disposition.REMOVED}


def test_two_to_bes_that_were_designed_apart_meet_by_what_they_come_from() -> None:
    episode = AS_IS.episodes[0].id
    one = later(Journey("v1"), *to_be_changes(AS_IS, "v1", "First"))
    fresh = [Add(table="maps", id="v2", values={"title": "Second", "kind": "to-be"}),
             Add(table="episodes", id="x", values={"title": "Before", "origin": episode}),
             Add(table="moments", id="x1", parent="x", values={"text": "I look and call", "origin": "a"}),
             Add(table="origins", id="o", parent="x1", values={"as_is": "b"})]  # fmt: skip
    assert fates(one, later(Journey("v2"), *fresh)) == {
        "a": Disposition.MERGED, "b": Disposition.MERGED, "c": Disposition.REMOVED,
    }  # fmt: skip
