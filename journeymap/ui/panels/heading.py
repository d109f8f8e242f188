"""The head of a panel about a row: where it stands, the way to the next one, and what can be done with it."""

import streamlit as st

from journeymap.domain.rows import Row
from journeymap.ui import state
from journeymap.ui.frame import MapContext
from journeymap.ui.panels.adding import draw_add_after
from journeymap.ui.panels.leading import draw_lead
from journeymap.ui.panels.picking import pick
from journeymap.ui.panels.placing import draw_place
from journeymap.ui.panels.removing import draw_remove
from journeymap.ui.resources import t


def draw_heading(context: MapContext, row: Row, ids: tuple[str, ...]) -> None:
    """`ids` are the rows one walks through, in order; this one is among them."""
    at = ids.index(row.id)
    with st.container(horizontal=True, vertical_alignment="center", gap=None, wrap=False):
        st.markdown(f"**{t(f'row-{row.table}').capitalize()}** :gray[{at + 1} / {len(ids)}]", width="content")
        st.space("stretch")
        _draw_step(context, row.table, "previous", ids[at - 1] if at else "")
        _draw_step(context, row.table, "next", ids[at + 1] if at + 1 < len(ids) else "")
        draw_close(context, row.id)


def draw_acts(context: MapContext, row: Row) -> None:
    """What can be done with the row as a whole."""
    mine, more = context.may_change(row), context.may_add(row.table)
    if mine or more:
        with st.container(horizontal=True, gap="small"):
            if more:
                draw_add_after(context, row)
            if mine:
                draw_place(context, row)
                draw_remove(context, row, label=t("map-remove"))
    draw_lead(context, row)


def draw_title(context: MapContext, what: str) -> None:
    """The same for a panel about the whole map."""
    with st.container(horizontal=True, vertical_alignment="center", gap=None, wrap=False):
        st.markdown(f"**{t(f'map-panel-{what}')}**", width="content")
        st.space("stretch")
        draw_close(context, what)


def draw_close(context: MapContext, what: str) -> None:
    """Nothing is chosen any more."""
    st.button(
        "",
        icon=":material/close:",
        type="tertiary",
        help=t("map-close"),
        key=state.key("map", context.map_id, what, "close"),
        on_click=pick,
        args=(context.map_id,),
    )


def _draw_step(context: MapContext, table: str, way: str, row_id: str) -> None:
    icon = ":material/chevron_left:" if way == "previous" else ":material/chevron_right:"
    st.button(
        "",
        icon=icon,
        type="tertiary",
        help=t(f"map-{way}"),
        disabled=not row_id,
        key=state.key("map", table, way),
        on_click=pick,
        args=(context.map_id, table, row_id),
    )
