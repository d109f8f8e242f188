"""Along which path the figures of a pair are told: chosen at the top of the page, asked for by all that show them."""

from journeymap.ui import state
from journeymap.ui.screens.compare.pair import Pair


def path_key(pair: Pair) -> str:
    """What the choice is kept under."""
    return state.key("compare", "along", pair.as_is.map_id, pair.to_be.map_id)


def chosen_path(pair: Pair) -> str:
    """What was chosen; what is chosen by itself is ""."""
    return state.get(path_key(pair), "")
