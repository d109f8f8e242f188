"""What a change would hit, for the panel of a row: in one line, and by name."""

from collections.abc import Sequence
from typing import Any

from journeymap.domain.analysis.change_reach import ChangeReach
from journeymap.domain.model.journey import Journey
from journeymap.domain.text.catalogue import capital, say
from journeymap.exchange.sentences import listed
from journeymap.ui.plain_text import shortened

MOST = 50
"""So many of a kind are named."""


def reach_told(journey: Journey, hit: ChangeReach, language: str) -> dict[str, Any]:
    """The line, and below it a list a kind; a story has the id of its moment, to go there."""
    stories = [{"text": _called(journey, "moments", one), "id": one} for one in hit.moments]
    messages = [{"text": _called(journey, "communications", one)} for one in hit.communications]
    kinds: dict[str, Sequence[dict[str, str]]] = {
        "stories": stories,
        "teams": [{"text": team} for team in hit.teams],
        "messages": messages,
    }
    counts = {name: say(f"reach-{name}", language, n=len(rows)) for name, rows in kinds.items() if rows}
    if not counts:
        return {"line": say("traces-hit-nothing", language), "lists": []}
    said = say("reach-hits", language, what=listed(list(counts.values()), language))
    return {"line": said, "lists": [{"title": capital(counts[one]), "rows": kinds[one][:MOST]} for one in counts]}


def _called(journey: Journey, table: str, row_id: str) -> str:
    return shortened(journey.tables[table][row_id].called, 120)
