"""Quick entry: one line a moment, one after another, without leaving the keyboard."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.changes import Change
from journeymap.ui import state
from journeymap.ui.frame import MapContext
from journeymap.ui.panels.adding import moment_from
from journeymap.ui.panels.picking import episode_of
from journeymap.ui.panels.rows import adder, draw_adder
from journeymap.ui.panels.saving import Make, draw_reason, enter, hold, stays
from journeymap.ui.panels.widgets import labels
from journeymap.ui.resources import t


def draw_entry(context: MapContext) -> None:
    """A line for moments, into the episode one is in."""
    key = state.key("map", context.map_id, "entry")
    if not ((context.may_add("moments") or stays(key)) and context.journey.episodes):
        return
    with st.container(gap=None):
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            with st.container(width=170):
                episode = _draw_where(context)
            hold(key, "")
            _draw_line(context, key, episode)
        draw_reason(key)


def draw_beginning(context: MapContext) -> None:
    """A map without moments: whose journey it is, and its chapters."""
    if context.journey.moments or not context.may_add("episodes"):
        return
    with st.container(border=True, gap="small"):
        if context.journey.persona is None and context.may_add("personas"):
            st.markdown(f"**{t('map-begin-persona')}**")
            st.caption(t("map-begin-persona-why"))
            draw_adder(
                context, state.key("map", context.map_id, "begin", "personas"), adder("personas", None), "personas"
            )
        st.markdown(f"**{t('map-begin-episodes')}**")
        st.caption(t("map-begin-episodes-why"))
        draw_adder(context, state.key("map", context.map_id, "add", "episodes"), adder("episodes", None), "episodes")


def _draw_line(context: MapContext, key: str, episode: str) -> None:
    """A form, so that Enter adds and stays in the line, and leaving it adds nothing by accident."""
    form = st.form(state.key("map", "entry-form"), border=False)
    with form, st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.text_input(t("map-entry"), key=key, placeholder=t("map-entry-example"), label_visibility="collapsed")
        st.form_submit_button(
            t("map-entry-add"),
            icon=":material/add:",
            key=state.key("map", "entry-add"),
            on_click=enter,
            args=(key, context.map_id, _moment(context, episode)),
        )


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
        state.put(key, ids[-1])
    names = labels(context.journey, "episodes", ids)
    return (
        st.selectbox(
            t("map-entry-where"),
            ids,
            format_func=lambda i: names.get(i, i),
            label_visibility="collapsed",
            key=key,
        )
        or ids[-1]
    )


def _moment(context: MapContext, episode: str) -> Make:
    def make(line: str) -> Sequence[Change]:
        return moment_from(context.journey, line, episode)[1]

    return make
