"""The live board on the screen: our own ES modules, fed by the socket; a click says which row was picked."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from journeymap.domain.model.emotions import scale
from journeymap.domain.text.catalogue import say, starting_with
from journeymap.graph.palette import COLORS
from journeymap.ui.components.board.facts import facts, rows
from journeymap.ui.components.source import source
from journeymap.ui.palette import ink_on
from journeymap.ui.resources import language, t

PREFIX = "board-"

SCRIPT = "assets/board/index.js"
"""Where the web serves the modules; relative, so that it holds behind a proxy too."""

# Streamlit hands over one text; the board is many modules, which the page's own server has at /assets/board.
# It is mounted once and lives on through reruns; these only tell it what is chosen beside it.
_LOADER = """
const running = new WeakMap();
const root = document.documentElement;
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
  const fit = () => {
    const host = parentElement.getRootNode().host ?? parentElement;
    const page = host.closest("[data-testid=stMain]");
    const top = host.getBoundingClientRect().top + (page?.scrollTop ?? scrollY);
    // What lies over the foot of the page, and how low the board may be then, the page's style says.
    const high = `100dvh - ${Math.round(top)}px - 1.25rem - var(--board-below, 0px)`;
    place.style.setProperty("--board-height", `max(var(--board-least, 26rem), calc(${high}))`);
  };
  const show = (next) => {
    now = next;
    requestAnimationFrame(fit);
    mounted?.show(now);
  };
  const close = () => {
    gone = true;
    mounted?.close();
    place.remove();
    running.delete(parentElement);
  };
  running.set(parentElement, { map: data.map_id, language: data.language, show, close });
  fit();
  const told = {
    picked: (what) => setTriggerValue("picked", what),
    moved: (revision) => setTriggerValue("moved", revision),
    asked: (what) => setTriggerValue("asked", what),
    // The page's own buttons show these by their style: nothing is rerun for a number.
    counted: (counts) => {
      for (const [name, n] of Object.entries(counts)) {
        root.style.setProperty(`--board-${name}`, n ? `"\u2002${n}"` : '""');
      }
    },
  };
  const late = (problem) => {
    place.textContent = data.failed;
    console.error(problem);
  };
  import(new URL(data.script, document.baseURI).href).then(({ mount }) => {
    if (gone) return;
    mounted = mount(place, data, told);
    mounted.show(now);
    place.board = mounted;
  }).catch(late);
  return close;
}
"""

_CSS = source("board", "board.css") + source("board", "panel", "panel.css")
_mount = st.components.v2.component("journeymap.board", css=_CSS, js=_LOADER)


def live_board(
    map_id: str,
    *,
    picked: tuple[str, str] | None,
    said: int,
    beside: str,
    key: str,
    on_pick: Callable[[], None],
    on_ask: Callable[[], None],
    more: Mapping[str, Any] | None = None,
) -> tuple[str, str] | None:
    """Draw the board of a map; the table and id of the row that is chosen on it, for what stands beside it.

    `on_pick` is called when a row is chosen: `state.get(key).picked` then holds its `table` and `id`, both
    None when nothing is chosen any more, and which of the board's choices this is: `said`. Give back the last
    one heard, with what is `picked` now. `beside` is what the page shows of the map besides: the id of a row,
    or the name of a panel; only while there is something, a change to it by anybody reruns the page, at most
    once a second. All else comes by the socket and reruns nothing. `on_ask` is called when the panel asks for what
    only the server can do (see `ui.panels.asked`); `more` is what the panel hears besides.
    """
    data = {**given(map_id, picked), **(more or {}), "said": said, "beside": beside}
    told = _mount(data=data, key=key, on_picked_change=on_pick, on_moved_change=lambda: None, on_asked_change=on_ask)
    return row_of(told.get("picked")) or picked


def row_of(said: object) -> tuple[str, str] | None:
    """The row that a choice on the board names; None where nothing is chosen any more."""
    if not isinstance(said, dict):
        return None
    table, row_id = said.get("table"), said.get("id")
    return (table, row_id) if isinstance(table, str) and isinstance(row_id, str) else None


def given(map_id: str, picked: tuple[str, str] | None) -> Mapping[str, Any]:
    """What the board and its panel are made with."""
    tongue = language()
    panel = dict(facts(tongue))
    return {
        "map_id": map_id,
        "script": SCRIPT,
        "failed": t("board-failed"),
        "language": tongue,
        "texts": texts(tongue) | panel.pop("texts"),
        "panel": panel,
        "rows": rows(),
        "colours": list(COLORS),
        "inks": [ink_on(colour) for colour in COLORS],
        "scale": [step.text(tongue) for step in scale()],
        "selected": {"table": picked[0], "id": picked[1]} if picked else None,
    }


def texts(tongue: str) -> dict[str, str]:
    """The board's texts without their prefix; placeables stand as `{name}` for the board to fill."""
    return {key.removeprefix(PREFIX): say_open(key, tongue) for key in starting_with(PREFIX)}


def say_open(key: str, tongue: str) -> str:
    """A text whose placeables are left open."""
    return say(key, tongue, **{name: f"{{{name}}}" for name in PLACEABLES})


PLACEABLES = (
    "channel",
    "episode",
    "feeling",
    "high",
    "lane",
    "low",
    "mean",
    "moment",
    "most",
    "n",
    "name",
    "switches",
    "text",
    "theirs",
    "used",
    "valence",
    "what",
    "worth",
    "yours",
)
"""What the board fills into its texts by itself."""
