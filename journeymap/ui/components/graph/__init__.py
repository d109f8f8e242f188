"""The graph on the screen: vis-network inside our own component; a click says which moment was picked."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from journeymap.ui.components.source import source

_HTML = """
<div class="graph">
  <div class="head">
    <div class="paths" role="group"></div>
    <div class="tools" role="toolbar"></div>
  </div>
  <div class="stage" role="application" tabindex="0"></div>
  <div class="strip"></div>
  <div class="episodes" role="group"></div>
  <p class="live" aria-live="polite"></p>
</div>
"""

VIS = "assets/vis/vis-network.min.js?v=9.1.2"
"""Where the web serves pyvis's own copy of vis-network; relative, so that it holds behind a proxy too."""

_PARTS = ("look.js", "strip.js", "eye.js", "graph.js")
"""One module in four files: Streamlit hands a component's JavaScript over as one text."""

_mount = st.components.v2.component(
    "journeymap.graph",
    html=_HTML,
    css=source("graph", "graph.css"),
    js="\n".join(source("graph", part) for part in _PARTS),
)


def draw_network(
    picture: Mapping[str, Any], *, words: Mapping[str, str], key: str, on_pick: Callable[[], None]
) -> None:
    """Draw what `ui.graph_view` made.

    `on_pick` is called when a moment is chosen: `state.get(key).picked` is its id, or "" when none is any more.
    """
    _mount(data={**picture, "words": dict(words), "vis": VIS}, key=key, on_picked_change=on_pick)
