"""The list of dispositions: what is proposed for each as-is moment, and the keys and buttons by which one decides."""

from collections.abc import Callable, Mapping
from typing import Any

from journeymap.ui.components.component import component

_draw = component("dispositions", styles=("dispositions/dispositions.css",))


def draw_dispositions(
    told: Mapping[str, Any],
    *,
    key: str,
    on_decided: Callable[[], None],
    on_given: Callable[[], None],
    on_undone: Callable[[], None],
) -> None:
    """Draw it. After a decision `state.get(key).decided` says which, after a card was given `…given` for what."""
    _draw(told, key=key, on_decided_change=on_decided, on_given_change=on_given, on_undone_change=on_undone)
