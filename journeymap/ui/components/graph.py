"""The graph on the screen: vis-network inside our own component, which says what a person did in the picture."""

from collections.abc import Callable, Mapping
from typing import Any

from journeymap.ui.components.component import component

_HTML = """
<div class="graph">
  <div class="head">
    <div class="acts" role="toolbar"></div>
    <div class="search"></div>
    <div class="tools" role="toolbar"></div>
  </div>
  <div class="paths" role="group"></div>
  <div class="frame">
    <div class="stage" role="application" tabindex="0"></div>
    <div class="notice" hidden></div>
  </div>
  <div class="walk" hidden></div>
  <div class="strip"></div>
  <div class="episodes" role="group"></div>
  <div class="legend" role="list"></div>
  <p class="live" aria-live="polite"></p>
</div>
"""

VIS = "assets/vis/vis-network.min.js?v=9.1.2"
"""Where the web serves pyvis's own copy of vis-network; relative, so that it holds behind a proxy too."""

_draw = component("graph", styles=("graph/graph.css",), html=_HTML)


def draw_network(picture: Mapping[str, Any], *, words: Mapping[str, str], key: str, on_act: Callable[[], None]) -> None:
    """Draw what `ui.screens.graph.picture` made.

    `on_act` is called when something was done: `state.get(key).acted` holds a `client` and its numbered `acts`,
    each of which comes again until `picture` says in `acked` that it was heard.
    """
    _draw({**picture, "words": dict(words), "vis": VIS}, key=key, on_acted_change=on_act)
