"""The compare overlay: both maps in shared columns with what joins them; a click says which moment was picked."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from journeymap.ui.components.source import inlined, source

_HTML = """
<div class="overlay">
  <div class="scroll"><div class="plane"></div></div>
</div>
"""

_mount = st.components.v2.component(
    "journeymap.overlay",
    html=_HTML,
    css=source("overlay", "overlay.css"),
    js=inlined("board", "typing.js") + source("drawing.js") + source("overlay", "overlay.js"),
)


def draw_overlay(
    picture: Mapping[str, Any], *, words: Mapping[str, str], key: str, on_pick: Callable[[], None]
) -> None:
    """Draw what `compare.overlay` made. `on_pick` is called after a click: `state.get(key).picked` says on what."""
    _mount(data={**picture, "words": dict(words)}, key=key, on_picked_change=on_pick)
