"""The rows under a moment or an episode: needs, pain points, backstage steps, communications."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from journeymap.domain.changes import Add, Change, Move
from journeymap.domain.erasing import texts_of
from journeymap.domain.rows import ROW_TYPES, Row
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.components.line import draw_line
from journeymap.ui.frame import MapContext
from journeymap.ui.panels.fields import field
from journeymap.ui.panels.removing import remove
from journeymap.ui.panels.saving import Make, do, enter, stays
from journeymap.ui.resources import t

Extra = Callable[[MapContext, Row], None]

ACTS: Mapping[str, str] = {
    "up": ":material/arrow_upward:",
    "down": ":material/arrow_downward:",
    "remove": ":material/delete:",
}


def draw_rows(
    context: MapContext, table: str, parent: str, *, beside: Extra | None = None, below: Extra | None = None
) -> None:
    """All rows of a table under one parent, each with its fields, and a line to add the next.

    `beside` draws more on a row's line, `below` further fields under it.
    """
    ids = context.journey.siblings(table, parent)
    st.markdown(f"**{t(f'map-{table}-title'.replace('_', '-'))}**" + (f" :gray[{len(ids)}]" if len(ids) > 1 else ""))
    for row_id in ids:
        draw_row(context, context.journey.tables[table][row_id], beside, below)
    key = state.key("map", context.map_id, "add", table, parent)
    if context.may_add(table) or stays(key):
        draw_adder(context, key, adder(table, parent), table)
    elif not ids:
        st.caption(t("map-none"))


def draw_row(context: MapContext, row: Row, beside: Extra | None, below: Extra | None) -> None:
    """One row: its main text, what can be done with it, and its further fields."""
    with st.container(border=below is not None, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="top", gap="xsmall"):
            with st.container(gap="xxsmall"):
                field(context, row, row.main_field, shown="collapsed")
            if beside is not None:
                beside(context, row)
            if context.may_change(row):
                draw_menu(context, row)
        if below is not None:
            below(context, row)


def draw_menu(context: MapContext, row: Row, acts: Sequence[str] = tuple(ACTS)) -> None:
    """Earlier, later, remove."""
    key = state.key("map", context.map_id, row.table, row.id, "menu")
    st.menu_button(
        "",
        acts,
        icon=":material/more_vert:",
        type="tertiary",
        format_func=lambda act: f"{ACTS[act]} {t(f'map-{act}')}",
        help=t("map-row-menu"),
        key=key,
        on_click=_act,
        args=(context, row, key),
    )


def draw_adder(context: MapContext, key: str, make: Make, table: str) -> None:
    """A line that adds a row when it is left or Enter is pressed, and waits for the next one."""
    label = t(f"map-{table}-add".replace("_", "-"))
    most = texts_of(table)[ROW_TYPES[table].main_field]
    draw_line(key, label, enter(context.map_id, make), example=label, most=most)


def adder(table: str, parent: str | None) -> Make:
    """From a text to a new row with it."""
    main = ROW_TYPES[table].main_field

    def make(text: str) -> Sequence[Change]:
        return (Add(table=table, id=new_id(), parent=parent, values={main: text}),)

    return make


def shift(context: MapContext, row: Row, act: str) -> Sequence[Change]:
    """One place up or down among its siblings; nothing where it stands at that end already."""
    ids = [i for i in context.journey.siblings(row.table, row.parent) if i != row.id]
    now = context.journey.siblings(row.table, row.parent).index(row.id)
    to = now - 1 if act == "up" else now + 1
    if not 0 <= to <= len(ids):
        return ()
    return (Move(table=row.table, id=row.id, parent=row.parent, after=ids[to - 1] if to else None),)


def _act(context: MapContext, row: Row, key: str) -> None:
    act: str | None = state.get(key, None)
    if act == "remove":
        remove(context, row)
    elif act and (changes := shift(context, row, act)):
        do(context.map_id, *changes)
