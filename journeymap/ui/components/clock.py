"""Clocks that run in the browser, fed with the seconds that are left: the big one, and the agenda strip's."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from journeymap.ui.components.component import component

_clock = component(
    "clock",
    styles=("clock/clock.css",),
    html='<div class="clock"><div class="face" role="timer"></div>\n<div class="aloud" aria-live="polite"></div></div>',
)

_agenda = component("agenda", styles=("agenda/agenda.css",), html='<div class="strip" role="group"></div>\n')


def draw_clock(
    step: str,
    left: float | None,
    *,
    runs: bool,
    words: Mapping[str, str],
    key: str,
    size: Literal["large", "small"] = "large",
) -> None:
    """The time that is left, in seconds; None: the step has no clock. `words`: label, none, soon, over."""
    said = {"step": step, "left": _milliseconds(left), "runs": runs, "words": dict(words), "size": size}
    _clock(said, key=key, width="content")


def draw_strip(
    steps: Sequence[Mapping[str, Any]],
    *,
    at: str,
    left: float | None,
    runs: bool,
    words: Mapping[str, str],
    key: str,
    on_choose: Callable[[], None] | None = None,
) -> None:
    """The agenda in a row; `on_choose` is called after a click: `state.get(key).chosen` says on which step."""
    said = {
        "steps": [dict(step) for step in steps],
        "at": at,
        "left": _milliseconds(left),
        "runs": runs,
        "words": dict(words),
        "opens": on_choose is not None,
    }
    _agenda(said, key=key, on_chosen_change=on_choose or (lambda: None))


def _milliseconds(seconds: float | None) -> int | None:
    return None if seconds is None else round(seconds * 1000)
