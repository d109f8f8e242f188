"""The comparison's table on the screen: sorted and filtered by any column, taken away, and what customers said."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.roles import Role
from journeymap.exchange.comparison_table import COLUMNS, ComparisonTable
from journeymap.ui.screens.compare.row_choice import ColumnFilter, MatchChoice, values_of
from tests.support.app import App, Screen
from tests.support.small_maps import sample

TABLE = ComparisonTable(compare(sample("as-is"), sample("to-be")), "en")


@pytest.mark.parametrize("column", COLUMNS, ids=lambda one: one.name)
@given(descending=st.booleans())
def test_any_column_sorts_every_row_and_loses_none(column: Any, descending: bool) -> None:
    rows = MatchChoice(by=column.name, descending=descending).of(TABLE.rows)
    assert sorted(row.id for row in rows) == sorted(row.id for row in TABLE.rows)
    cells = [row.cells[column.name] for row in rows]
    said = [cell for cell in cells if cell not in (None, "")]
    assert cells[: len(said)] == said, "what says nothing comes last, whichever way"
    ranks = [cell.casefold() if isinstance(cell, str) else cell for cell in said]
    assert ranks == sorted(ranks, reverse=descending)


@pytest.mark.parametrize("column", COLUMNS, ids=lambda one: one.name)
def test_any_column_filters(column: Any) -> None:
    for value in values_of(TABLE.rows, column)[:5]:
        if column.kind == "number":
            wanted = ColumnFilter(least=float(value), most=float(value)) if value else ColumnFilter()
        else:
            wanted = ColumnFilter(among=(value,)) if column.kind == "choice" else ColumnFilter(words=value[:20].upper())
        rows = MatchChoice({column.name: wanted}).of(TABLE.rows)
        assert 0 < len(rows) <= len(TABLE.rows)
        if value and column.kind != "text":
            assert {str(row.cells[column.name] or "") for row in rows} == {value}
    if column.kind == "number":
        assert MatchChoice({column.name: ColumnFilter(least=9_999.0)}).of(TABLE.rows) == []


def test_filters_of_several_columns_hold_together_and_what_matters_is_shown() -> None:
    choice = MatchChoice(
        {"felt": ColumnFilter(most=-1), "fate": ColumnFilter(among=("changed",)), "pains": ColumnFilter()},
        "as-is-minutes",
    )
    rows = choice.of(TABLE.rows)
    assert rows
    assert all(row.cells["fate"] == "changed" and float(row.cells["felt"] or 0) <= -1 for row in rows)
    assert choice.columns == ("as-is-minutes", "felt", "fate")


@pytest.fixture
def pair(app: App) -> tuple[str, str]:
    moments = [("m0", "I queue", 30), ("m1", "I arrive", 5), ("m2", "I call", 12)]
    adds: list[Change] = [Add(table="episodes", id="e", values={"title": "Before"})]
    for row_id, text, minutes in moments:
        adds.append(Add(table="moments", id=row_id, parent="e", values={"text": text, "minutes": minutes}))
    as_is = app.new_map("A visit", *adds)
    to_be = app.service.maps.design_to_be(app.owner, as_is)
    app.service.changes.change(app.owner, to_be, [Set(table="moments", id="m0", field="text", value="I walk on")])
    return as_is, to_be


def opened(app: App, map_id: str, who: Any = None) -> Screen:
    screen = app.open("compare", who or app.owner, map=map_id)
    screen.at("compare", "view").set_value("table").run()
    return screen


def column(screen: Screen, name: str) -> list[str]:
    found = next(one.value for one in screen.table if one.value.columns[0] == "As-is")
    return [str(cell).split("  \n")[0] for cell in found[name]]


def test_the_table_is_sorted_by_the_column_that_is_chosen_and_shows_it(app: App, pair: tuple[str, str]) -> None:
    screen = opened(app, pair[0])
    assert column(screen, "As-is") == ["I queue", "I arrive", "I call"]
    screen.at("compare", "sort").set_value("as-is-minutes").run()
    assert column(screen, "As-is") == ["I arrive", "I call", "I queue"]
    assert column(screen, "Minutes (as-is)") == ["5", "12", "30"]
    screen.at("compare", "descending").set_value(True).run()
    assert column(screen, "As-is") == ["I queue", "I call", "I arrive"]


def test_the_table_is_filtered_by_the_columns_that_are_chosen_and_shows_all_again(
    app: App, pair: tuple[str, str]
) -> None:
    screen = opened(app, pair[0])
    screen.at("compare", "filtered").set_value(["to-be", "as-is-minutes"]).run()
    screen.at("compare", "filter", "to-be").set_value("i ").run()
    screen.at("compare", "filter", "as-is-minutes", "least").set_value(6.0).run()
    assert column(screen, "As-is") == ["I queue", "I call"]
    screen.at("compare", "filter", "to-be").set_value("walk").run()
    assert column(screen, "As-is") == ["I queue"]
    assert "1 of 3 rows" in screen.said
    screen.press("Show all")
    assert column(screen, "As-is") == ["I queue", "I arrive", "I call"]


def test_the_table_is_taken_away_in_the_language_of_the_page_but_not_by_who_reads_by_a_link(
    app: App, pair: tuple[str, str]
) -> None:
    screen = opened(app, pair[0])
    links = {one.proto.label: one.proto.url for one in screen.get("link_button")}
    assert links["Comparison (Excel)"] == f"api/maps/{pair[1]}/comparison?format=comparison-xlsx&language=en"
    assert links["Comparison (CSV)"].endswith("comparison?format=comparison-csv&language=en")


def said_by_customers(app: App, map_id: str) -> None:
    made, link = app.service.rounds.make(app.owner, map_id, "Visitors")
    for verdict, quote in (("confirm", "Just so"), ("contest", "Never, in my <b>life</b>"), ("confirm", "")):
        _, token = app.service.walks.begin(link)
        app.service.walks.say(made.id, token, "m0", verdict, quote=quote)
    _, token = app.service.walks.begin(link)
    app.service.walks.say(made.id, token, "m1", "add", text="Parking comes first")


def test_compare_says_of_each_moment_how_many_customers_confirmed_contested_and_added_in_their_words(
    app: App, pair: tuple[str, str]
) -> None:
    said_by_customers(app, pair[0])
    screen = opened(app, pair[0])
    told = screen.said
    assert "What customers said: ✓ 2 confirmed · ✗ 1 contested · + 1 added" in [one.label for one in screen.expander]
    assert "I queue · ✓ 2 confirmed · ✗ 1 contested" in told
    assert "I arrive · + 1 added" in told
    assert told.index("I queue · ✓") < told.index("I arrive · +"), "what is contested comes first"
    for words in ("Confirmed: “Just so”", "Missing: Parking comes first"):
        assert words in told
    assert "Never, in my <b>life</b>" in told.replace("\\", "")
    screen.at("compare", "sort").set_value("as-is-confirmed").run()
    assert column(screen, "Customers confirmed (as-is)") == ["0", "2", ""]


def test_whoever_watches_is_told_what_customers_said(app: App, pair: tuple[str, str]) -> None:
    said_by_customers(app, pair[0])
    watcher = app.join(Role.OBSERVER, *pair)
    assert "I queue · ✓ 2 confirmed" in opened(app, pair[0], watcher).said
