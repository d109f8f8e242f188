"""The backlog: the stories of each episode in their order, which one drags or moves by key."""

from collections.abc import Callable, Mapping
from typing import Any

from journeymap.ui.components.component import component

_draw = component("backlog", styles=("backlog/backlog.css",))


def draw_backlog_list(
    told: Mapping[str, Any], *, key: str, on_opened: Callable[[], None], on_moved: Callable[[], None]
) -> None:
    """Draw it. After a click `state.get(key).opened` says which story, after a move `…moved` which and behind which."""
    _draw(told, key=key, on_opened_change=on_opened, on_moved_change=on_moved)
