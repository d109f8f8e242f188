"""A live beacon for pages that show a map but are no board: it reruns them, at most once a second, when it moved."""

from collections.abc import Mapping

import streamlit as st

SCRIPT = "assets/board/beacon.js"
"""Where the web serves it; relative, so that it holds behind a proxy too."""

_LOADER = """
const running = new WeakMap();
export default function ({ data, parentElement, setTriggerValue }) {
  const maps = Object.keys(data.revisions).sort().join();
  const before = running.get(parentElement);
  if (before && before.maps === maps) {
    before.show(data.revisions);
    return before.close;
  }
  before?.close();
  let beacon = null;
  let now = data.revisions;
  let gone = false;
  const show = (revisions) => {
    now = revisions;
    beacon?.show(now);
  };
  const close = () => {
    gone = true;
    beacon?.close();
    running.delete(parentElement);
  };
  running.set(parentElement, { maps, show, close });
  import(new URL(data.script, document.baseURI).href).then(({ watch }) => {
    if (!gone) beacon = watch(now, (revisions) => setTriggerValue("moved", revisions));
  });
  return close;
}
"""

_mount = st.components.v2.component("journeymap.beacon", js=_LOADER)


def draw_beacon(revisions: Mapping[str, int], *, key: str) -> None:
    """Rerun this page when one of these maps is no longer at the revision shown; nothing is drawn."""
    _mount(data={"revisions": dict(revisions), "script": SCRIPT}, key=key, on_moved_change=lambda: None)
