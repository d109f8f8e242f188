"""The panel of a row beside the graph: the board's own modules, with a connection of their own."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from journeymap.ui.components.board import given
from journeymap.ui.components.source import source

SCRIPT = "assets/board/panel/mount.js"
"""Where the web serves it; relative, so that it holds behind a proxy too."""

_LOADER = """
const running = new WeakMap();
export default function ({ data, parentElement, setTriggerValue }) {
  const before = running.get(parentElement);
  if (before && before.map === data.map_id && before.language === data.language) {
    before.show(data);
    return before.close;
  }
  before?.close();
  const place = document.createElement("div");
  parentElement.append(place);
  let mounted = null;
  let now = data;
  let gone = false;
  const show = (next) => {
    now = next;
    mounted?.show(now);
  };
  const close = () => {
    gone = true;
    mounted?.close();
    place.remove();
    running.delete(parentElement);
  };
  running.set(parentElement, { map: data.map_id, language: data.language, show, close });
  const told = {
    picked: (what) => setTriggerValue("picked", what),
    asked: (what) => setTriggerValue("asked", what),
  };
  import(new URL(data.script, document.baseURI).href).then(({ mount }) => {
    if (gone) return;
    mounted = mount(place, data, told);
    mounted.show(now);
    place.panel = mounted;
  }).catch((problem) => {
    place.textContent = data.failed;
    console.error(problem);
  });
  return close;
}
"""

_mount = st.components.v2.component("journeymap.panel", css=source("board", "panel", "panel.css"), js=_LOADER)


def row_panel(
    map_id: str,
    picked: tuple[str, str],
    *,
    key: str,
    on_pick: Callable[[], None],
    on_ask: Callable[[], None],
    more: Mapping[str, Any],
) -> None:
    """Draw the panel of this row; `state.get(key)` holds in `picked` what is chosen in it, in `asked` what it asks."""
    data = {**given(map_id, picked), **more, "script": SCRIPT}
    _mount(data=data, key=key, on_picked_change=on_pick, on_asked_change=on_ask)
