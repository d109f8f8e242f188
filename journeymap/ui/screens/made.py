"""What was made on the home page and is opened: once, also where its button is pressed again on the way there."""

from collections.abc import Callable

from journeymap.ui import state
from journeymap.ui.acting import answer, once
from journeymap.ui.places import go

WAY = state.key("new", "way")
KEPT = tuple(state.key("import", "kept", name) for name in ("table", "plan"))
"""What was read of a file, so that a large one is not read again on every click."""

_BUTTON = state.key("new", "button")


def make_map(button: str, pressed: bool, work: Callable[[], str]) -> None:
    """Make a map when the button with this key is pressed, and go and work on it."""
    map_id = once(button, pressed, lambda: answer(work))
    if map_id is not None:
        state.put(_BUTTON, button)
        go("map", map=map_id)


def forget_made() -> bool:
    """Whether a map was made before, and this is no late second press of its button: then one begins anew."""
    button = state.get(_BUTTON, "")
    if not button or state.get(button, default=False):
        return False
    state.forget(_BUTTON, WAY, *KEPT)
    return True
