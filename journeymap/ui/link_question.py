"""Whether the review of a to-be's link to its as-is is open on the compare page, which other pages ask for, too."""

from journeymap.ui import state

_ASKED = state.key("compare", "link")


def ask_link(map_id: str = "") -> None:
    """Have the review of this map open; "": of none."""
    state.put(_ASKED, map_id)


def is_link_asked(map_id: str) -> bool:
    """Whether the review of this map is open."""
    return state.get(_ASKED, "") == map_id
