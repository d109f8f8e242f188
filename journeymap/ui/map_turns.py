"""What is worked out of large maps for a page is worked out in this person's turn; small maps wait for nobody."""

from contextlib import AbstractContextManager

from journeymap.domain.model.journey import Journey
from journeymap.ui.shared import me, service


def in_turn(*journeys: Journey | None) -> AbstractContextManager[bool]:
    """Work out and draw in this block what these maps come to.

    Errors: Refusal, which the shell says in the page's place, where this person or others have enough under way.
    """
    return service().house.turns.of_journeys(me().id, *journeys)
