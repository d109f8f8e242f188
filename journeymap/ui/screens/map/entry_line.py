"""Quick entry: one line a moment, one after another, without leaving the keyboard."""

import streamlit as st

from journeymap.ui import state
from journeymap.ui.components.line import Enter, draw_line, refused
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.additions import moment_from
from journeymap.ui.panels.row_lines import adder, draw_adder
from journeymap.ui.panels.saved_field import enter, stays
from journeymap.ui.panels.selection import episode_of, picked
from journeymap.ui.panels.widgets import labels
from journeymap.ui.shared import me, service, t


def draw_entry(context: MapContext) -> None:
    """A line for moments, into the episode one is in."""
    key = state.key("map", context.map_id, "entry")
    if not ((context.may_add("moments") or stays(key)) and context.journey.episodes):
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="top"):
        with st.container(width=170):
            episode = _draw_where(context)
        with st.container():
            # Leaving the line adds nothing by accident.
            draw_line(
                key,
                t("map-entry"),
                _moment(context, episode),
                example=t("map-entry-example"),
                add=t("map-entry-add"),
                leaves=False,
            )


def draw_beginning(context: MapContext) -> None:
    """A map without moments: whose journey it is, and its chapters.

    Once it is there it stays until one has added a moment or chosen something: others may add the first moment while
    one is typing here.
    """
    begun = _begun(context.map_id)
    if context.journey.moments and (picked(context.journey).what or not state.get(begun, default=False)):
        state.forget(begun)
        return
    if not context.may_add("episodes"):
        return
    state.put(begun, True)
    with st.container(border=True, gap="small"):
        with st.container(gap="small"):  # keeps its place, so that the line below is not mounted again
            _draw_whose(context)
        st.markdown(f"**{t('map-begin-episodes')}**")
        st.caption(t("map-begin-episodes-why"))
        draw_adder(context, state.key("map", context.map_id, "add", "episodes"), adder("episodes", None), "episodes")


def _begun(map_id: str) -> str:
    return state.key("map", map_id, "beginning")


def _draw_whose(context: MapContext) -> None:
    key = state.key("map", context.map_id, "begin", "personas")
    if refused(key) or (context.journey.persona is None and context.may_add("personas")):
        st.markdown(f"**{t('map-begin-persona')}**")
        st.caption(t("map-begin-persona-why"))
        draw_adder(context, key, adder("personas", None), "personas")


def _draw_where(context: MapContext) -> str:
    """Which episode: follows what is chosen on the board, until one chooses another here."""
    ids = context.journey.siblings("episodes", None)
    here = episode_of(context.journey)
    key = state.key("map", context.map_id, "entry", "episode")
    followed = state.key("map", context.map_id, "entry", "followed")
    if here is not None and state.get(followed, "") != here.id:
        state.put(key, here.id)
    state.put(followed, here.id if here else "")
    if state.get(key, "") not in ids:
        # Where there is something to do: the first that is still empty, else the one the journey begins with.
        state.put(key, next((one for one in ids if not context.journey.siblings("moments", one)), ids[0]))
    names = labels(context.journey, "episodes", ids)
    return (
        st.selectbox(
            t("map-entry-where"),
            ids,
            format_func=lambda i: names.get(i, i),
            label_visibility="collapsed",
            key=key,
        )
        or ids[0]
    )


def _moment(context: MapContext, episode: str) -> Enter:
    """Adds a moment to the map as it is by then: of two lines in a row, the second finds the first one's channel."""

    def add(text: str, op: str) -> str:
        journey = service().maps.journey(me(), context.map_id)
        reason = enter(context.map_id, lambda line: moment_from(journey, line, episode)[1])(text, op)
        if not reason:
            state.forget(_begun(context.map_id))
        return reason

    return add
