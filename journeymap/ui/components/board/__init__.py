"""The live board on the screen: our own ES modules, fed by the socket; a click says which row was picked."""

from collections.abc import Callable, Mapping
from typing import Any

from journeymap.domain.model.emotions import scale
from journeymap.domain.text.catalogue import say, starting_with
from journeymap.graph.palette import COLORS
from journeymap.ui.components.board.facts import facts, rows
from journeymap.ui.components.component import component
from journeymap.ui.palette import ink_on
from journeymap.ui.shared import language, t

PREFIX = "board-"

STYLES = (
    "board/board.css",
    "board/hover.css",
    "board/customers.css",
    "board/sent.css",
    "board/path.css",
    "board/bar.css",
    "board/left_today.css",
    "board/backwards.css",
    "panel/panel.css",
)
"""The styles of the board and its panel, in the order in which they hold."""

_draw = component("board", styles=STYLES)


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
    told = _draw(
        data,
        key=key,
        identity=identity(data),
        on_picked_change=on_pick,
        on_moved_change=lambda: None,
        on_asked_change=on_ask,
    )
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


def identity(data: Mapping[str, Any]) -> str:
    """A board or a panel is another one where its map or its language is."""
    return f"{data['map_id']} {data['language']}"


def texts(tongue: str) -> dict[str, str]:
    """The board's texts without their prefix; placeables stand as `{name}` for the board to fill."""
    return {key.removeprefix(PREFIX): say_open(key, tongue) for key in starting_with(PREFIX)}


def say_open(key: str, tongue: str) -> str:
    """A text whose placeables are left open."""
    return say(key, tongue, **{name: f"{{{name}}}" for name in PLACEABLES})


PLACEABLES = (
    "all",
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
    "text",
    "theirs",
    "valence",
    "what",
    "worth",
    "yours",
)
"""What the board fills into its texts by itself."""
