"""What the map still misses, each with a way to where it is."""

import streamlit as st

from journeymap.domain.analysis.coach import Hint, coach
from journeymap.domain.model.journey import Journey
from journeymap.service.step_results import Board
from journeymap.ui import state
from journeymap.ui.navigation import go
from journeymap.ui.panels.selection import NOTHING, Picked, pick
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.map.live_map import opened_by
from journeymap.ui.screens.workshop.context import WorkshopView
from journeymap.ui.shared import language, t

FIRST = 4
"""So many hints at once: a room can take up no more."""

_PANELS = {
    "persona-missing": "scope", "goal": "scope", "scope": "scope", "only-ours": "channels",
    "no-path": "paths", "only-happy": "paths",
}  # fmt: skip
"""Hints about the whole map, and the panel that they are answered in."""

_ROOM = ("no-customer", "no-front-line")
"""Hints about the people: there is nothing to show on the map."""


def draw_coach(room: WorkshopView) -> None:
    """The most useful hints now."""
    if room.board is None:
        return
    found = hints(room, room.board)
    st.markdown(f"**{t('lead-coach')}**")
    if not found:
        st.caption(f":material/check_circle: {t('lead-coach-nothing')}")
        return
    with st.container(gap="xsmall"):
        _draw_hints(room.board, found[:FIRST])
    if len(found) > FIRST:
        with st.expander(t("lead-coach-more", n=len(found) - FIRST)):
            _draw_hints(room.board, found[FIRST:])


def hints(room: WorkshopView, board: Board) -> list[Hint]:
    """What the coach sees, hidden work included; none of its sentences may quote what is still hidden."""
    found = coach(board.journey, participants=room.people, language=language(), as_is=board.as_is)
    return [hint for hint in found if not any(board.is_hidden(row_id) for row_id in hint.show)]


def _draw_hints(board: Board, found: list[Hint]) -> None:
    for hint in found:
        key = f"{hint.key}-{hint.show[0] if hint.show else ''}"
        with st.container(
            border=True,
            horizontal=True,
            vertical_alignment="center",
            gap="small",
            wrap=False,
            key=state.key("hint", key),
        ):
            st.markdown(plain(hint.words), width="stretch")
            if hint.key in _ROOM:
                continue
            pressed = st.button(t("lead-show-me"), type="tertiary", key=state.key("workshop", "show", key))
        if pressed:
            show(board, hint)


def show(board: Board, hint: Hint) -> None:
    """Go to the map, with what the hint is about chosen there."""
    journey = board.journey
    if hint.key == "as-is-open" and board.as_is is not None:
        journey = board.as_is
    pick(journey.map_id, *_picked(journey, hint))
    go("map", map=journey.map_id)


def _picked(journey: Journey, hint: Hint) -> Picked:
    if hint.key in _PANELS:
        return Picked(_PANELS[hint.key])
    row_id = next((one for one in hint.show if journey.table_of(one)), "")
    table = journey.table_of(row_id)
    return opened_by(journey, table, row_id) if table else NOTHING
