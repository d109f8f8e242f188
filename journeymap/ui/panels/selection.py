"""What is chosen on the board: a moment, an episode, or one of the panels about the whole map."""

from typing import NamedTuple

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, Moment
from journeymap.ui import state

PANELS = ("scope", "channels", "paths", "open", "validation")
"""What can be chosen besides rows: whose journey, all channels, all paths, what is still open, validation."""


class Picked(NamedTuple):
    """The panel that is open: a table and a row of it, or one of PANELS."""

    what: str
    id: str = ""


NOTHING = Picked("")


class StillOpenLink(NamedTuple):
    """How often somebody was sent to an open point, and which one it is."""

    n: int = 0
    what: str = ""


def picked(journey: Journey) -> Picked:
    """What is chosen now; nothing where the row is no longer on the map."""
    found: Picked = state.get(_key(journey.map_id), NOTHING)
    if found.what in PANELS or journey.find(found.what, found.id):
        return found
    return NOTHING


def pick(map_id: str, what: str = "", row_id: str = "") -> None:
    """Choose; for a button's on_click. Without arguments, nothing is chosen any more."""
    state.put(_key(map_id), Picked(what, row_id))


def send(map_id: str, what: str, row_id: str, missing: str) -> None:
    """Choose a row, and go to the field in which this is filled in; for a button's on_click."""
    pick(map_id, what, row_id)
    state.put(_sent_key(map_id), StillOpenLink(sent(map_id).n + 1, missing))


def sent(map_id: str) -> StillOpenLink:
    """The last open point that somebody was sent to."""
    return state.get(_sent_key(map_id), StillOpenLink())


def toggle(map_id: str, what: str) -> None:
    """Open a panel about the whole map, or close it where it is open."""
    now: Picked = state.get(_key(map_id), NOTHING)
    pick(map_id, "" if now.what == what else what)


def episode_of(journey: Journey) -> Episode | None:
    """The episode one is in: the chosen one, or the one of the chosen moment."""
    what, row_id = picked(journey)
    if what == "moments":
        return journey.get(Episode, journey.get(Moment, row_id).parent or "")
    return journey.get(Episode, row_id) if what == "episodes" else None


def _sent_key(map_id: str) -> str:
    return state.key("map", map_id, "sent")


def _key(map_id: str) -> str:
    return state.key("map", map_id, "picked")
