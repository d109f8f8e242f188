"""The compare overlay: both maps in shared columns with what joins them; a click says which moment was picked."""

from collections.abc import Callable, Mapping
from typing import Any

from journeymap.ui.components.component import component

_HTML = """
<div class="overlay">
  <div class="tools" role="toolbar"></div>
  <div class="scroll"><div class="plane"></div></div>
  <div class="told" aria-hidden="true"></div>
  <div class="sheets" aria-hidden="true"></div>
</div>
"""

_STYLES = tuple(f"overlay/{name}.css" for name in ("overlay", "side", "present", "print"))

_draw = component("overlay", styles=_STYLES, html=_HTML)


def draw_overlay(
    picture: Mapping[str, Any], *, words: Mapping[str, str], key: str, on_pick: Callable[[], None]
) -> None:
    """Draw what `compare.overlay` made. `on_pick` is called after a click: `state.get(key).picked` says on what."""
    _draw({**picture, "words": dict(words)}, key=key, on_picked_change=on_pick)
