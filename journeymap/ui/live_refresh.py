"""A page that shows maps and is no board keeps up with them: a beacon reruns it when one of them moved."""

from journeymap.domain.model.journey import Journey
from journeymap.ui import state
from journeymap.ui.components.beacon import draw_beacon


def keep_up(page: str, *journeys: Journey, least: int = 1_000) -> None:
    """Rerun this page when one of these journeys is no longer as it is shown, at most once in `least` milliseconds."""
    revisions = {journey.map_id: journey.revision for journey in journeys}
    key = state.key(page, "beacon", *sorted(revisions))
    draw_beacon(revisions, key=key, on_moved=state.tell_again, least=least)
