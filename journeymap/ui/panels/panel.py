"""The Streamlit panels beside the board, about the whole map; the panel of a row is part of the board."""

from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.channels import draw_channels
from journeymap.ui.panels.paths import draw_paths
from journeymap.ui.panels.scope import draw_scope
from journeymap.ui.panels.selection import picked
from journeymap.ui.panels.still_open import draw_open
from journeymap.ui.panels.validation import draw_validation

_WHOLE = {
    "scope": draw_scope,
    "channels": draw_channels,
    "paths": draw_paths,
    "open": draw_open,
    "validation": draw_validation,
}


def draw_panel(context: MapContext) -> None:
    """Draw the panel about the whole map that is open, if one is."""
    what = picked(context.journey).what
    if what in _WHOLE:
        _WHOLE[what](context)
