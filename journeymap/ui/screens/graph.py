"""Graph: the journey with all the ways through it; what is chosen stands beside it, the same as a table below."""

import streamlit as st

from journeymap.domain.journey import Journey
from journeymap.graph.measures import stands_out
from journeymap.ui import state
from journeymap.ui.components.graph import draw_network
from journeymap.ui.frame import MapContext, draw_frame
from journeymap.ui.graph_view import only_happy, picture
from journeymap.ui.panels.picking import pick, picked
from journeymap.ui.places import link
from journeymap.ui.resources import language, t
from journeymap.ui.screens.graph_beside import draw_moment, draw_ways
from journeymap.ui.screens.graph_table import draw_twin
from journeymap.ui.watching import keep_up
from journeymap.ui.wording import plain

_GRAPH = ("graph", "picture")
_WORDS = ("stage", "paths", "episodes", "tools", "in", "out", "fit", "full", "toggle", "failed")


def draw_graph() -> None:
    """Draw the screen."""
    context = draw_frame()
    if context is None:
        return
    journey = context.journey
    keep_up("graph", journey)
    if not journey.moments:
        _draw_empty(context)
        return
    st.markdown(f":material/lightbulb: {plain(stands_out(journey, language()))}")
    if only_happy(journey) or not journey.paths:
        link("map", t("graph-screen-add-paths"), icon=":material/route:", map=context.map_id)
    chosen = _chosen(journey)
    left, right = st.columns((2.6, 1), gap="medium")
    with left:
        words = {name: t(f"graph-screen-{name}") for name in _WORDS}
        drawn = {**picture(journey, language()), "selected": chosen}
        draw_network(drawn, words=words, key=_key(journey), on_pick=_pick)
        st.caption(t(f"graph-screen-hint-{journey.kind}"))
    with right:
        if chosen:
            draw_moment(journey, chosen)
        else:
            draw_ways(journey)
    draw_twin(journey, chosen)


def _chosen(journey: Journey) -> str:
    """The moment that is chosen, here or on the map."""
    now = picked(journey)
    return now.id if now.what == "moments" else ""


def _pick() -> None:
    map_id = state.map_id() or ""
    found = state.get(state.key(*_GRAPH, map_id), None)
    moment = str(getattr(found, "picked", None) or "")
    pick(map_id, *(("moments", moment) if moment else ()))


def _key(journey: Journey) -> str:
    return state.key(*_GRAPH, journey.map_id)


def _draw_empty(context: MapContext) -> None:
    with st.container(border=True, horizontal_alignment="center"):
        st.subheader(t("graph-screen-empty"), anchor=False, width="content")
        st.markdown(t("graph-screen-empty-why"), width=520, text_alignment="center")
        label = "graph-screen-to-map" if context.may_edit else "graph-screen-see-map"
        link("map", t(label), icon=":material/map:", map=context.map_id)
