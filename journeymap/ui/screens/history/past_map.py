"""The map as it was at a revision: to read, and to copy; the map itself stays as it is."""

from typing import NamedTuple

import streamlit as st

from journeymap.ui import state
from journeymap.ui.actions import submit
from journeymap.ui.map_header import MapContext
from journeymap.ui.map_turns import in_turn
from journeymap.ui.navigation import go
from journeymap.ui.outline import draw_outline
from journeymap.ui.shared import me, service, t
from journeymap.ui.times import exact

_LOOKED_AT = state.key("history", "looked", "at")


class Past(NamedTuple):
    """Which map is looked at as it was, at which revision, and when that was."""

    map_id: str
    revision: int
    at: str


def look_at(map_id: str, revision: int, at: str) -> None:
    """Show the map as it was; for a button's on_click."""
    state.put(_LOOKED_AT, Past(map_id, revision, at))


def chosen_revision(map_id: str) -> int | None:
    """The revision of this map that is looked at, if one is."""
    past: Past | None = state.get(_LOOKED_AT, None)
    return past.revision if past is not None and past.map_id == map_id else None


def draw_past(context: MapContext, revision: int) -> None:
    """The map at this revision, with all that was on it."""
    past: Past = state.get(_LOOKED_AT, Past(context.map_id, revision, context.head.changed_at))
    journey = submit(lambda: service().maps.journey(me(), context.map_id, revision))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            t("history-back"),
            icon=":material/arrow_back:",
            key=state.key("history", "back"),
            on_click=state.forget,
            args=(_LOOKED_AT,),
        )
        copied = context.may_manage and st.button(
            t("history-restore"),
            icon=":material/restore_page:",
            help=t("history-restore-help"),
            key=state.key("history", "restore"),
        )
    if journey is None:
        return
    st.info(t("history-as-it-was", at=exact(past.at), revision=str(revision)), icon=":material/history:")
    if copied:
        _restore(context.map_id, revision)
    with in_turn(journey):
        draw_outline(journey)


def _restore(map_id: str, revision: int) -> None:
    new = submit(lambda: service().maps.restore_as_copy(me(), map_id, revision), toast=t("history-restored"))
    if new is not None:
        state.forget(_LOOKED_AT)
        go("map", map=new)
