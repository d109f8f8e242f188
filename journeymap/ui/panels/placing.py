"""Where a row stands: earlier, later, or at another place, within its episode and between episodes."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from journeymap.domain.changes import Change, Move
from journeymap.domain.journey import Journey
from journeymap.domain.rows import Moment, Row
from journeymap.ui import state
from journeymap.ui.frame import MapContext
from journeymap.ui.panels.saving import do, draw_reason, leave, show
from journeymap.ui.panels.widgets import called, labels, unlike
from journeymap.ui.resources import t

FIRST = ""
"""As the sibling before: there is none."""


def draw_place(context: MapContext, row: Row) -> None:
    """A button that opens where this row stands."""
    with st.popover(
        t("map-move"),
        icon=":material/swap_vert:",
        type="tertiary",
        key=state.key("map", context.map_id, row.table, row.id, "place"),
    ):
        _draw_steps(context, row)
        if isinstance(row, Moment):
            _draw_episode(context, row)
        _draw_after(context, row)


def step(journey: Journey, row: Row, act: str) -> Sequence[Change]:
    """One place earlier or later; at the end of its episode, a moment goes on into the next one."""
    siblings = list(journey.siblings(row.table, row.parent))
    at = siblings.index(row.id)
    to = at - 1 if act == "earlier" else at + 1
    rest = [i for i in siblings if i != row.id]
    if 0 <= to < len(siblings):
        return (Move(table=row.table, id=row.id, parent=row.parent, after=rest[to - 1] if to else None),)
    episodes = journey.siblings("episodes", None)
    if row.table != "moments" or row.parent not in episodes:
        return ()
    beside = episodes.index(row.parent) + (-1 if act == "earlier" else 1)
    if not 0 <= beside < len(episodes):
        return ()
    others = journey.siblings("moments", episodes[beside])
    after = others[-1] if act == "earlier" and others else None
    return (Move(table=row.table, id=row.id, parent=episodes[beside], after=after),)


def _draw_steps(context: MapContext, row: Row) -> None:
    with st.container(horizontal=True, gap="small"):
        for act, icon in (("earlier", ":material/arrow_upward:"), ("later", ":material/arrow_downward:")):
            changes = step(context.journey, row, act)
            st.button(
                t(f"map-{act}"),
                icon=icon,
                disabled=not changes,
                key=state.key("map", context.map_id, row.table, row.id, act),
                on_click=do,
                args=(context.map_id, *changes),
                width="stretch",
            )


def _draw_episode(context: MapContext, row: Row) -> None:
    key = state.key("map", context.map_id, row.table, row.id, "episode")
    place = show(key, row.parent)
    names = labels(context.journey, "episodes", context.journey.siblings("episodes", None))
    st.selectbox(
        t("map-place-episode"),
        list(names),
        format_func=lambda i: names.get(i, i),
        index=list(names).index(place.value),
        key=place.widget,
        on_change=leave,
        args=(place, context.map_id, _into(row)),
    )
    draw_reason(key)


def _draw_after(context: MapContext, row: Row) -> None:
    key = state.key("map", context.map_id, row.table, row.id, "after")
    place = show(key, context.journey.before(row) or FIRST)
    others = [i for i in context.journey.siblings(row.table, row.parent) if i != row.id]
    names = unlike({FIRST: t("map-place-first")} | {i: called(context.journey, row.table, i) for i in others})
    st.selectbox(
        t("map-place-after"),
        list(names),
        format_func=lambda i: names.get(i, i),
        index=list(names).index(place.value),
        key=place.widget,
        on_change=leave,
        args=(place, context.map_id, _behind(row, context.journey.before(row) or FIRST)),
    )
    draw_reason(key)


def _into(row: Row) -> Callable[[Any], Sequence[Change]]:
    def make(episode: Any) -> Sequence[Change]:
        return () if episode == row.parent else (Move(table=row.table, id=row.id, parent=episode),)

    return make


def _behind(row: Row, before: str) -> Callable[[Any], Sequence[Change]]:
    def make(after: Any) -> Sequence[Change]:
        if after == before:
            return ()
        return (Move(table=row.table, id=row.id, parent=row.parent, after=after or None),)

    return make
