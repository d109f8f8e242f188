"""The panel of a row beside the graph: the board's own modules, with a connection of their own."""

from collections.abc import Callable, Mapping
from typing import Any

from journeymap.ui.components.board import given, identity
from journeymap.ui.components.component import component

_draw = component("panel", styles=("panel/panel.css",))


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
    data = {**given(map_id, picked), **more}
    _draw(data, key=key, identity=identity(data), on_picked_change=on_pick, on_asked_change=on_ask)
