"""The comparison as a table: every match a row, sorted and filtered by any column, and to take away."""

from collections.abc import Callable
from urllib.parse import quote, urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.exchange.comparison_table import Cell, ComparisonTable, TableColumn
from journeymap.exchange.formats import Format, Takes, offered
from journeymap.ui import state
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.badges import badge, cell
from journeymap.ui.screens.compare.customer_words import counts_of
from journeymap.ui.screens.compare.moment_changes import fate_word
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.screens.compare.row_choice import ColumnFilter, MatchChoice, values_of
from journeymap.ui.screens.compare.table_rows import MatchRow, match_rows
from journeymap.ui.shared import language, reads_only, t
from journeymap.ui.takeaway import draw_formats

PAGE = 100
"""So many rows of the table at a time."""

SHOWN = {
    "as-is": ("as-is-episode", "as-is"),
    "fate": ("fate", "also"),
    "to-be": ("to-be-episode", "to-be"),
    "changes": ("changes",),
    "emotion": ("felt", "targeted"),
}
"""The columns that are always there, and what of the table each of them shows."""

_SORT = state.key("compare", "sort")
_DOWN = state.key("compare", "descending")
_FILTERED = state.key("compare", "filtered")
_FATES = state.key("compare", "fates")


def draw_table(pair: Pair, bar: DeltaGenerator) -> None:
    """Every moment as a row; the first filter knows how many there are of each fate."""
    table = ComparisonTable(pair.comparison, language(), counts_of(pair))
    fates = _choose_fates(pair)
    with bar:
        choice = _choose_rows(table)
        _draw_files(pair)
    by_id = {row.id: row for row in match_rows(pair, language(), fates)}
    rows = [(by_id[one.id], one.cells) for one in choice.of(table.rows) if one.id in by_id]
    _draw_count(len(rows), len(table.rows))
    place, page = st.container(), 1
    if len(rows) > PAGE:
        with st.container(horizontal_alignment="center"):
            page = st.pagination(-(-len(rows) // PAGE), key=state.key("compare", "page", hash((fates, _said(choice)))))
    extra = [one for one in table.columns if one.name in choice.columns and one.name not in _ALWAYS]
    names = [*(t(f"compare-column-{name}") for name in SHOWN), *(one.label(language()) for one in extra)]
    shown = [
        dict(zip(names, (*_cells(row), *(_cell(cells[one.name]) for one in extra)), strict=True))
        for row, cells in rows[(page - 1) * PAGE : page * PAGE]
    ]
    place.table(shown, border="horizontal", hide_index=True, alt=t("compare-table-alt"))


_ALWAYS = frozenset(name for names in SHOWN.values() for name in names)


def _said(choice: MatchChoice) -> tuple[object, ...]:
    return (*choice.filters.items(), choice.by, choice.descending)


def _choose_fates(pair: Pair) -> frozenset[Disposition]:
    counts = {d: pair.comparison.count(d) for d in Disposition if pair.comparison.count(d)}
    labels = {fate: f"{fate_word(fate, language())} {count}" for fate, count in counts.items()}
    chosen = st.pills(
        t("compare-filter"), list(counts), format_func=labels.__getitem__, selection_mode="multi", key=_FATES
    )
    return frozenset(chosen or ())


def _draw_count(n: int, all_: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(t("compare-count", n=n) if n == all_ else t("compare-table-some", n=n, all=all_))
        if n != all_:
            st.button(
                t("compare-table-all"),
                icon=":material/filter_alt_off:",
                type="tertiary",
                key=state.key("compare", "unfilter"),
                on_click=state.forget,
                args=(_FATES, _FILTERED),
            )


def _choose_rows(table: ComparisonTable) -> MatchChoice:
    """The column to sort by, and a filter for each column that one names."""
    columns = {column.name: column for column in table.columns}
    names = {name: column.label(table.language) for name, column in columns.items()}
    with st.popover(t("compare-table-choose"), icon=":material/filter_list:", key=state.key("compare", "choose")):
        by = st.selectbox(
            t("compare-table-sort"),
            ["", *names],
            format_func=lambda name: names.get(name) or t("compare-table-unsorted"),
            key=_SORT,
        )
        descending = st.toggle(t("compare-table-descending"), key=_DOWN, disabled=not by)
        filtered = st.multiselect(
            t("compare-table-filter"),
            list(names),
            format_func=names.__getitem__,
            placeholder=t("compare-table-filter-choose"),
            key=_FILTERED,
        )
        filters = {name: _choose(table, columns[name], names[name]) for name in filtered}
    return MatchChoice(filters, by or "", descending)


def _choose(table: ComparisonTable, column: TableColumn, label: str) -> ColumnFilter:
    """What is wanted of one column."""
    key = state.key("compare", "filter", column.name)
    if column.kind == "choice":
        values = values_of(table.rows, column)
        unsaid = t("compare-table-nothing")
        return ColumnFilter(
            among=tuple(
                st.multiselect(
                    label, values, format_func=lambda one: one or unsaid, placeholder=t("compare-table-any"), key=key
                )
            )
        )
    if column.kind == "text":
        return ColumnFilter(words=st.text_input(t("compare-table-with", column=label), key=key).strip())
    with st.container(horizontal=True, gap="small"):
        least, most = (
            st.number_input(
                t(f"compare-table-{end}", column=label),
                value=None,
                step=1.0,
                key=state.key("compare", "filter", column.name, end),
            )
            for end in ("least", "most")
        )
    return ColumnFilter(least=least, most=most)


def _draw_files(pair: Pair) -> None:
    """The whole table to take away; of any other two maps there is none, for they are no as-is and its to-be."""
    if not reads_only() and not pair.names:
        draw_formats(offered(Takes.COMPARISON), _address(pair.to_be.map_id))


def _address(to_be_id: str) -> Callable[[Format], str]:
    def where(one: Format) -> str:
        query = urlencode({"format": one.name, "language": language()})
        return f"api/maps/{quote(to_be_id, safe='')}/comparison?{query}"

    return where


def _cells(row: MatchRow) -> tuple[str, str, str, str, str]:
    """The columns of a row that are always there, as Markdown."""
    return (
        _with_episode(row.as_is, row.as_is_episode),
        " ".join(badge(sign) for sign in row.signs),
        _with_episode(row.to_be, row.to_be_episode),
        "  \n".join(f":small[{cell(change)}]" for change in row.changes),
        plain(row.emotion),
    )


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return "  \n".join(cell(line) for line in value.split("\n")) if isinstance(value, str) else f"{value:g}"


def _with_episode(text: str, episode: str) -> str:
    return f"{cell(text)}  \n:gray[:small[{cell(episode)}]]" if text else ""
