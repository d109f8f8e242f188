"""What changed in the as-is since is taken over part by part where moments were merged or split."""

from itertools import count

from journeymap.domain.analysis.comparison.compare import Comparison, compare
from journeymap.domain.analysis.comparison.take_over import TakeOverPart, parts_behind, take_over_part
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove, Set
from tests.support.small_maps import made

BASE = made(
    {"id": "call", "text": "I call", "needs": [{"id": "sure", "text": "Be sure"}]},
    {"id": "wait", "text": "I wait", "needs": [{"id": "quick", "text": "Be quick"}]},
    map_id="a",
)
LATER: list[Change] = [
    Set(table="moments", id="call", field="text", value="I phone"),
    Set(table="moments", id="call", field="minutes", value=9.0),
    Add(table="needs", id="heard", parent="call", values={"text": "Be heard"}),
    Set(table="needs", id="sure", field="text", value="Be quite sure"),
    Remove(table="needs", id="quick"),
]
MERGED: list[Change] = [
    Set(table="moments", id="call", field="text", value="I am called"),
    Add(table="origins", id="o", parent="call", values={"as_is": "wait"}),
    Remove(table="moments", id="wait"),
    Add(table="needs", id="quick-2", parent="call", values={"text": "Be quick", "origin": "quick"}),
]
SPLIT: list[Change] = [
    Add(table="moments", id="again", parent="first", values={"text": "I call again", "origin": "call"}, after="call")
]


def pair(*changes: Change) -> tuple[Journey, Journey]:
    """The as-is with what came later, and a to-be that was begun before that."""
    to_be, _ = perform(Journey("to-be"), to_be_changes(BASE, "to-be", "The to-be"))
    to_be, _ = perform(to_be, [at_home(one) if one.id == "again" else one for one in changes])
    return perform(BASE, LATER)[0], to_be


def at_home(change: Change) -> Change:
    """The same in the one episode there is."""
    return change.model_copy(update={"parent": BASE.episodes[0].id})


def parts(found: Comparison) -> dict[tuple[str, str], TakeOverPart]:
    """The parts of every match, by the ids of the two moments."""
    every = [part for match in found.matches for part in parts_behind(found.lineage, BASE, match)]
    return {(part.as_is.id, part.to_be.id): part for part in every}


def test_rows_of_a_merged_moment_are_taken_over_and_its_own_words_are_left_to_people() -> None:
    as_is, to_be = pair(*MERGED)
    found = compare(as_is, to_be, base=BASE)
    told = {names: (part.fields, part.own) for names, part in parts(found).items()}
    assert told == {("call", "call"): (("needs",), ("text", "minutes")), ("wait", "call"): (("needs",), ())}
    numbers = count()
    for part in parts(found).values():
        to_be, _ = perform(to_be, take_over_part(found.lineage, BASE, part, lambda: f"new-{next(numbers)}"))
    assert [need.text for need in to_be.needs_of("call")] == ["Be quite sure", "Be heard"]
    assert to_be.moments[0].text == "I am called"
    after = parts(compare(as_is, to_be, base=BASE))
    assert {names: part.fields for names, part in after.items()} == {("call", "call"): ()}


def test_each_part_of_a_split_moment_takes_over_for_itself() -> None:
    as_is, to_be = pair(*SPLIT)
    found = compare(as_is, to_be, base=BASE)
    assert {("call", "call"), ("call", "again")} <= parts(found).keys()
    asked = take_over_part(found.lineage, BASE, parts(found)["call", "again"], lambda: "new")
    to_be, _ = perform(to_be, asked)
    now = {moment.id: moment for moment in to_be.moments}
    assert (now["again"].text, now["again"].minutes) == ("I phone", 9.0)
    assert now["call"].text == "I call"
    assert "Be heard" in [need.text for need in to_be.needs_of("again")]
    assert ("call", "again") not in parts(compare(as_is, to_be, base=BASE)) or (
        "text" not in parts(compare(as_is, to_be, base=BASE))["call", "again"].fields
    )


def test_taking_over_twice_adds_nothing_twice() -> None:
    as_is, to_be = pair(Add(table="needs", id="mine", parent="call", values={"text": "Be greeted"}))
    numbers = count()
    for _ in range(2):
        found = compare(as_is, to_be, base=BASE)
        for match in found.not_dealt_with:
            for part in parts_behind(found.lineage, BASE, match):
                to_be, _ = perform(to_be, take_over_part(found.lineage, BASE, part, lambda: f"new-{next(numbers)}"))
    assert [need.text for need in to_be.needs_of("call")].count("Be heard") == 1
    assert compare(as_is, to_be, base=BASE).not_dealt_with == (), "what only the to-be says is no arrears"
