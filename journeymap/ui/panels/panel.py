"""The panel beside the board: what is chosen decides what it shows."""

from journeymap.domain.rows import Episode, Moment
from journeymap.ui.frame import MapContext
from journeymap.ui.panels.channels import draw_channels
from journeymap.ui.panels.episode import draw_episode
from journeymap.ui.panels.moment import draw_moment
from journeymap.ui.panels.open import draw_open
from journeymap.ui.panels.past import draw_past_of
from journeymap.ui.panels.paths import draw_paths
from journeymap.ui.panels.picking import picked
from journeymap.ui.panels.scope import draw_scope

_WHOLE = {"scope": draw_scope, "channels": draw_channels, "paths": draw_paths, "open": draw_open}


def _panel_of(context: MapContext) -> tuple[str, str]:
    """What is chosen; a need or a backstage step, chosen on the graph, by the moment it stands under."""
    what, row_id = picked(context.journey)
    row = context.journey.find(what, row_id)
    if row is not None and row.parent_table == "moments" and row.parent is not None:
        return "moments", row.parent
    return what, row_id


def draw_panel(context: MapContext) -> None:
    """Draw the chosen row's panel, or the one about the whole map; nothing where nothing is chosen."""
    what, row_id = _panel_of(context)
    if what == "moments":
        moment = context.journey.get(Moment, row_id)
        draw_moment(context, moment)
        draw_past_of(context, moment)
    elif what == "episodes":
        episode = context.journey.get(Episode, row_id)
        draw_episode(context, episode)
        draw_past_of(context, episode)
    elif what in _WHOLE:
        _WHOLE[what](context)
