"""The panel that says what to do next: what this map still misses, each with the way to it."""

import streamlit as st

from journeymap.domain.analysis.completeness import missing
from journeymap.domain.analysis.open_points import open_points
from journeymap.ui import state
from journeymap.ui.map_header import MapContext
from journeymap.ui.open_list import draw_open_points
from journeymap.ui.panels.header import draw_title
from journeymap.ui.panels.selection import send
from journeymap.ui.shared import me, service, t

GOES_TO = {
    "persona": "scope",
    "goal": "scope",
    "scope": "scope",
    "empty_episodes": "episodes",
    "untargeted": "episodes",
    "no_channel": "moments",
    "no_need": "moments",
    "no_feeling": "moments",
    "no_path": "paths",
    "only_happy": "paths",
}
"""Where the way to each of them leads; the others are only said."""


def draw_open(context: MapContext) -> None:
    """What is still open, in the order a workshop works; small counts, never errors."""
    draw_title(context, "open")
    if not context.may_edit:
        st.caption(t("map-open-hint-read"))
        return
    found = missing(context.journey)
    points = open_points(context.journey, service().comparisons.of_to_be(me(), context.map_id))
    if not found.count and not points:
        st.markdown(t("map-open-done"))
    if not context.journey.episodes:
        st.caption(t("map-open-start"))
    with st.container(gap=None):
        for name in found.__dataclass_fields__:
            if value := getattr(found, name):
                _draw_one(context, name, value)
    draw_open_points(points, "panel", context.map_id)
    if context.journey.moments:
        st.caption(t("map-open-hint"))


def _draw_one(context: MapContext, name: str, value: bool | tuple[str, ...]) -> None:
    text = t(f"map-open-{name}".replace("_", "-"), n=len(value) if isinstance(value, tuple) else 1)
    goal = GOES_TO.get(name)
    if goal is None:
        st.caption(f":material/lightbulb: {text}")
        return
    st.button(
        text,
        icon=":material/arrow_forward:",
        type="tertiary",
        key=state.key("map", "open", name),
        on_click=send,
        args=(context.map_id, goal, value[0] if isinstance(value, tuple) else "", name),
    )
