"""Graph: the journey with all the ways through it; what is chosen is edited beside it, the same as a table below."""

from typing import Any

import streamlit as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.text.errors import Refusal
from journeymap.ui import state
from journeymap.ui.actions import refuse
from journeymap.ui.components.graph import draw_network
from journeymap.ui.live_refresh import keep_up
from journeymap.ui.map_header import MapContext, design_to_be, draw_frame
from journeymap.ui.map_turns import in_turn
from journeymap.ui.navigation import link
from journeymap.ui.panels.removal import draw_undo
from journeymap.ui.panels.selection import picked
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.graph import choice
from journeymap.ui.screens.graph.downloads import draw_graph_taking
from journeymap.ui.screens.graph.filters import asked, draw_filter
from journeymap.ui.screens.graph.gestures import hear, heard
from journeymap.ui.screens.graph.picture import VIEWS, ShownParts, View, node_of, note, picture, view
from journeymap.ui.screens.graph.row_panels import draw_quiet
from journeymap.ui.screens.graph.side_panel import draw_beside
from journeymap.ui.screens.graph.style import draw_style
from journeymap.ui.screens.graph.table import draw_twin
from journeymap.ui.screens.graph.texts import words
from journeymap.ui.shared import language, me, service, t

BESIDE = 390
"""How wide the panel is, in pixels; the picture has the rest."""

_ICONS = {
    "journey": ":material/timeline:",
    "channels": ":material/hub:",
    "needs": ":material/favorite:",
    "backstage": ":material/groups:",
    "over": ":material/layers:",
}


def draw_graph() -> None:
    """Draw the screen."""
    context = draw_frame()
    if context is None:
        return
    draw_style()
    keep_up("graph", context.journey)
    if not context.journey.moments:
        _draw_empty(context)
        return
    name, shown = _draw_above(context)
    # Keeps its place, so that the picture below is not mounted again.
    with st.container(key=state.key("graph", "undo")):
        draw_undo(context)
    if name == "over" and not context.head.as_is_id:
        _draw_no_to_be(context)
        return
    as_is = _as_is(context)
    with in_turn(context.journey, as_is):
        _draw_view(context, name, as_is, shown)


def _draw_view(context: MapContext, name: str, as_is: Journey | None, shown: ShownParts) -> None:
    """The picture with what is chosen beside it, and the table that says the same."""
    try:
        seen = view(context.journey, name, as_is=as_is, language=language(), dark=_dark(), shown=shown)
    except Refusal as refusal:
        refuse(refusal)
        return
    st.markdown(f":material/lightbulb: {plain(seen.sentence)}")
    nodes, drawn = _drawn(context, seen, asked(shown))
    with st.container(horizontal=True, gap="medium", key=state.key("graph", "work")):
        with st.container(key=state.key("graph", "left")):
            draw_network(drawn, words=words(), key=_key(context.map_id), on_act=_act)
            draw_quiet(" ".join(filter(None, (plain(note(drawn, seen)), t("graph-screen-hint")))))
        with st.container(width=BESIDE, gap="small", key=_beside_key(context.journey)):
            draw_beside(context, name, nodes, drawn["edges"])
    draw_twin(context, seen, drawn["selected"])


def _draw_above(context: MapContext) -> tuple[str, ShownParts]:
    """The switch of views, what is shown of them, and the way to take one away."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=state.key("graph", "above")):
        now = choice.view_now()
        if state.get(choice.view_key(), "") != now:
            state.put(choice.view_key(), now)
        names = {name: f"{_ICONS[name]} {t(f'graph-screen-view-{name}')}" for name in VIEWS}
        st.segmented_control(
            t("graph-screen-views"),
            VIEWS,
            required=True,
            format_func=names.__getitem__,
            label_visibility="collapsed",
            key=choice.view_key(),
            on_change=choice.switch,
            args=(context,),
        )
        st.space("stretch")
        shown = draw_filter(context.journey)
        draw_graph_taking(context.map_id, now, filtered=bool(asked(shown)))
    return now, shown


def _drawn(context: MapContext, seen: View, sifted: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The nodes, and all that the component is given."""
    journey = context.journey
    found = picture(seen, journey, language())
    now, chosen, pointed = picked(journey), choice.chosen(journey), choice.pointed(journey.map_id)
    nodes: list[dict[str, Any]] = found["nodes"]
    known = {node["id"] for node in nodes}
    given = {
        **found,
        "selected": chosen.node if chosen.node in known else node_of(nodes, *now),
        "edge": chosen.edge,
        "way": choice.way(journey),
        "shown": {
            "n": pointed.n,
            "ids": [i for i in pointed.ids if i in known],
            "hidden": sum(i not in known for i in pointed.ids) if sifted else 0,
            "words": pointed.words,
        },
        "filter": sifted,
        "open": choice.is_open(journey),
        "may": context.may_add("places"),
        "draws": context.may_add("path_steps"),
        "acked": heard(context.map_id),
    }
    return nodes, given


def _as_is(context: MapContext) -> Journey | None:
    """What this to-be was made from, where one may see it."""
    if not context.head.as_is_id:
        return None
    try:
        return service().maps.journey(me(), context.head.as_is_id)
    except Refusal:
        return None


def _dark() -> bool:
    return st.context.theme.type == "dark"


def _beside_key(journey: Journey) -> str:
    """An open panel scrolls by itself, and on a phone it lies over the page."""
    return state.key("graph", "open" if choice.is_open(journey) else "rest")


def _act() -> None:
    map_id = state.map_id() or ""
    hear(map_id, getattr(state.get(_key(map_id), None), "acted", None))


def _key(map_id: str) -> str:
    return state.key("graph", "picture", map_id)


def _draw_empty(context: MapContext) -> None:
    with st.container(border=True, horizontal_alignment="center"):
        st.subheader(t("graph-screen-empty"), anchor=False, width="content")
        st.markdown(t("graph-screen-empty-why"), width=520, text_alignment="center")
        label = "graph-screen-to-map" if context.may_edit else "graph-screen-see-map"
        link("map", t(label), icon=":material/map:", map=context.map_id)


def _draw_no_to_be(context: MapContext) -> None:
    """An as-is has nothing laid over it: what this view is for, and the way there."""
    to_be = choice.to_be_of(context)
    which = "over" if to_be else "no-to-be"
    with st.container(border=True, horizontal_alignment="center"):
        st.subheader(t(f"graph-screen-{which}"), anchor=False, width="content")
        st.markdown(t(f"graph-screen-{which}-why"), width=520, text_alignment="center")
        if to_be:
            st.button(
                t("graph-screen-to-to-be"),
                type="primary",
                icon=":material/layers:",
                key=state.key("graph", "to-to-be"),
                on_click=state.open_map,
                args=(to_be,),
            )
        elif context.may_manage and context.head.archived_at is None:
            st.button(
                t("shell-design-to-be"),
                type="primary",
                icon=":material/design_services:",
                key=state.key("graph", "design"),
                on_click=design_to_be,
                args=(context.map_id,),
            )
