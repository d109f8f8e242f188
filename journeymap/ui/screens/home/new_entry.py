"""Making and opening something new on the home page: only once, even if the button is pressed twice."""

from collections.abc import Callable
from dataclasses import dataclass

from journeymap.ui import state
from journeymap.ui.actions import once, submit
from journeymap.ui.navigation import go

WAY = state.key("new", "way")
KEPT = tuple(state.key("import", "kept", name) for name in ("table", "plan"))
"""What was read of a file, so that a large one is not read again on every click."""

_BUTTON = state.key("new", "button")
_TRIP = state.key("new", "trip")


@dataclass
class _Trip:
    """The way to a map that was made: a late second press may cut it off."""

    map_id: str = ""


def make_map(button: str, pressed: bool, work: Callable[[], str]) -> None:
    """Make a map when the button with this key is pressed, and go and work on it."""
    trip = state.once(_TRIP, _Trip) if pressed else _Trip()

    def made() -> str | None:
        found = submit(work)
        trip.map_id = found or ""
        return found

    map_id = once(button, pressed, made)
    if map_id is not None:
        state.put(_BUTTON, button)
        go("map", map=map_id)


def go_on() -> None:
    """Go to the map that was made, where the way to it was cut off."""
    trip = state.get(_TRIP, _Trip())
    if trip.map_id:
        go("map", map=trip.map_id)


def arrive() -> None:
    """The map that was made is open."""
    state.forget(_TRIP)


def forget_made() -> bool:
    """Whether a map was made before, and this is no late second press of its button: then one begins anew."""
    button = state.get(_BUTTON, "")
    if not button or state.get(button, default=False):
        return False
    state.forget(_BUTTON, WAY, *KEPT)
    return True
