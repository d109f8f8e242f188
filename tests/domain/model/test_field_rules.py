"""Every field has decided what happens to it, and that is what happens: each is followed with a word of its own."""

from collections.abc import Callable
from itertools import count

import pytest

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.changes.copy import copy_changes, to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.merge import merge_changes, merge_channels, merge_moments
from journeymap.domain.model.field_rules import LEFT_IN_AS_IS, RULES, Merge, Shown, is_text, rule_of
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.rows import OF_THE_ROOM, ROW_TYPES, Moment
from tests.support import random_values
from tests.support.marked_map import MARKS, marked, of_table

IDS = count()
MERGED = ("moments", "needs", "touchpoints", "channels")
COMPARED = ("moments", "touchpoints", "needs", "backstage_steps")
FIELDS = [(table, name) for table, kind in ROW_TYPES.items() for name in kind.fields()]
TEXTS = [(table, name) for table, name in FIELDS if is_text(table, name)]


def new_id() -> str:
    return f"new-{next(IDS)}"


def test_every_field_has_a_rule_and_every_rule_a_field() -> None:
    listed = {(table, name) for table, rules in RULES.items() for name in rules}
    assert set(FIELDS) - listed == set(), (
        "What happens to these fields when rows are merged, compared, searched and taken away? Say it in RULES of "
        "journeymap/domain/model/field_rules.py: `Rule()` where they are taken along everywhere."
    )
    assert listed - set(FIELDS) == set(), "these fields are gone"


def test_no_rule_promises_what_its_table_does_not_keep() -> None:
    """Stories write out the moment's own fields, comparisons look at four tables, and a cell holds one number."""
    wrong = []
    for table, name in FIELDS:
        rule, at = rule_of(table, name), f"{table}.{name}"
        if rule.story is Shown.LINE and table != "moments":
            wrong.append(f"{at}: say story=Shown.NOWHERE, or write it in exchange/stories.py and say Shown.OWN")
        if rule.compared and table not in COMPARED:
            wrong.append(f"{at}: say compared=False, or compare it in domain/analysis/compare.py")
        several = table not in ("maps", "personas", "episodes", "moments")
        if several and rule.column is not None and not is_text(table, name) and name not in ROW_TYPES[table].references:
            wrong.append(f"{at}: say column=None, for a moment has several of these rows and one cell for all of them")
    assert wrong == []


def test_every_field_is_tried_by_the_random_journeys() -> None:
    apart = {"node", "slot"} | {name for kind in ROW_TYPES.values() for name in kind.references}
    drawn = {
        name for table, name in FIELDS if name in random_values.FIELDS or (table, name) in random_values.OF_ONE_TABLE
    }
    missing = sorted({name for _, name in FIELDS} - apart - drawn)
    assert missing == [], "Say in FIELDS of tests/support/random_values.py what these may hold."


def test_a_field_that_nobody_has_listed_is_taken_along_everywhere() -> None:
    rule = rule_of("moments", "weather")
    assert (rule.merge, rule.compared, rule.column, rule.designed) == (Merge.FILL, True, "", True)


def twice(table: str) -> tuple[Journey, Callable[[], list[Change]], str]:
    """Two rows of a table of which the second says everything, what makes them one, and which stays."""
    journey = perform(Journey("map"), marked("stays", only=()))[0]
    once = {"maps", "personas", *OF_THE_ROOM}
    journey = perform(journey, [change for change in marked("goes") if change.table not in once])[0]
    # The same need and the same channel, so that they are kept once.
    alike = [Set(table="needs", id="stays-needs", field="text", value=MARKS["needs", "text"])]
    alike += [Set(table="touchpoints", id="goes-touchpoints", field="channel", value="stays-channels")]
    if table == "channels":
        return journey, lambda: merge_channels(journey, "stays-channels", "goes-channels"), "stays-channels"
    journey = perform(journey, alike)[0]
    return journey, lambda: merge_changes(journey, "stays-moments", ["goes-moments"], new_id), f"stays-{table}"


@pytest.mark.parametrize(("table", "name"), [one for one in FIELDS if one[0] in MERGED and one[1] != "origin"])
def test_what_only_the_other_row_says_survives_a_merge_where_the_field_says_so(table: str, name: str) -> None:
    journey, merge, stays = twice(table)
    merged = perform(journey, merge())[0]
    before, after = journey.tables[table][f"goes-{table}"].values()[name], merged.tables[table][stays].values()[name]
    if rule_of(table, name).merge is Merge.KEEP:
        assert after == journey.tables[table][stays].values()[name]
    elif rule_of(table, name).merge is Merge.JOIN:
        assert str(before) in str(after)
    else:
        assert after == before


def test_the_panels_merge_takes_over_what_only_the_other_moment_says() -> None:
    journey, _, _ = twice("moments")
    merged = perform(journey, merge_moments(journey, "stays-moments", "goes-moments", new_id))[0]
    kept = merged.get(Moment, "stays-moments")
    assert (kept.minutes, kept.notes, kept.moment_of_truth) == (7, MARKS["moments", "notes"], True)


def test_two_channels_of_a_moment_become_one_with_the_notes_of_both() -> None:
    channels = [Add(table="channels", id=i, values={"name": i, "notes": f"about {i}"}) for i in ("phone", "call")]
    base = perform(Journey("map"), [*marked("m", only=()), *channels])[0]
    used = [
        Add(table="touchpoints", id=f"t-{i}", parent="m-moments", values={"channel": i, "notes": f"in {i}"})
        for i in ("phone", "call")
    ]
    journey = perform(base, used)[0]
    merged = perform(journey, merge_channels(journey, "phone", "call"))[0]
    assert merged.tables["channels"]["phone"].values()["notes"] == "about phone\nabout call"
    assert merged.tables["touchpoints"]["t-phone"].values()["notes"] == "in phone · in call"


@pytest.mark.parametrize(("table", "name"), [one for one in FIELDS if one[0] in COMPARED])
def test_another_value_makes_a_changed_moment_where_the_field_says_so(table: str, name: str) -> None:
    as_is = perform(Journey("map"), marked("m", only=()))[0]
    to_be = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "The to-be"))[0]
    if name in ("origin", "channel"):
        return  # where a row comes from and which channel it is have tests of their own
    changed = perform(to_be, [Set(table=table, id=f"m-{table}", field=name, value=of_table(table)[name])])[0]
    fate = compare(as_is, changed).fates[0]
    assert bool(fate.changed) is rule_of(table, name).compared, (table, name, fate.changed)


@pytest.mark.parametrize(("table", "name"), FIELDS)
def test_a_copy_has_every_field_and_a_to_be_those_that_are_designed(table: str, name: str) -> None:
    journey = perform(Journey("map"), marked("m"))[0]
    if table in OF_THE_ROOM:
        return  # it belongs to the workshop
    row_id = "map" if table == "maps" else f"m-{table}"
    before = journey.tables[table][row_id].values()[name]
    copied = perform(Journey("map"), copy_changes(journey, "map"))[0]
    assert copied.tables[table][row_id].values()[name] == before
    designed = perform(Journey("map"), to_be_changes(journey, "map", MARKS["maps", "title"]))[0]
    if table in LEFT_IN_AS_IS:
        assert row_id not in designed.tables[table]
    elif (table, name) != ("maps", "kind") and name != "origin":
        assert (designed.tables[table][row_id].values()[name] == before) is rule_of(table, name).designed


def test_the_marked_map_says_something_in_every_field() -> None:
    journey = perform(Journey("map"), marked("m"))[0]
    silent = [
        (row.table, name)
        for row in journey.rows()
        for name in row.fields()
        if row.id != "m-before"  # there only for a link to name it
        and getattr(row, name) == type(row).model_fields[name].get_default()
        and name not in ("slot", "question")
    ]
    assert silent == []
