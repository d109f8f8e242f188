"""The live board on the map's page: what is picked on it opens beside it, and what is picked there shows on it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import ROW_TYPES
from journeymap.service.tracker_records import by_row
from journeymap.ui import state
from journeymap.ui.components.board import live_board, row_of
from journeymap.ui.live_refresh import keep_up
from journeymap.ui.map_header import MapContext, as_is_of
from journeymap.ui.panels.row_requests import answer, hear, leads
from journeymap.ui.panels.selection import NOTHING, PANELS, Picked, pick, picked, sent
from journeymap.ui.shared import me, service

_WITH_PANEL = ("moments", "episodes")
_ON_BOARD = (*_WITH_PANEL, "needs", "backstage_steps")


class Heard(NamedTuple):
    """The board's last choice: which one it was, the row, and the panel that it opened."""

    said: int
    row: tuple[str, str] | None
    opened: Picked


_NOTHING_YET = Heard(0, None, NOTHING)


def draw_live(context: MapContext) -> None:
    """The board; a click on it chooses here, and what is chosen here is shown on it."""
    heard = _heard(context.map_id)
    now = picked(context.journey)
    as_is = as_is_of(context)
    live_board(
        context.map_id,
        picked=shown(heard, now),
        said=heard.said,
        beside=_beside(context.journey, now),
        key=_key(context.map_id),
        on_pick=_pick,
        on_ask=_ask,
        more={
            "leads": leads(context.head.workshop_id),
            "answer": answer(context.map_id),
            "go": sent(context.map_id)._asdict(),
            "felt_before": felt_before(as_is),
            "customers": said_by_customers(context.map_id),
            "sent": sent_by_row(context.map_id),
        },
    )
    if as_is is not None:
        keep_up("map", as_is)  # what is felt in it stands behind the curve of this map


def felt_before(as_is: Journey | None) -> Mapping[str, float]:
    """What is felt at each micro-moment of the as-is, for the ghost of its curve; what one may not see is not there."""
    moments = as_is.moments if as_is else ()
    return {moment.id: moment.felt_valence for moment in moments if moment.felt_valence is not None}


def said_by_customers(map_id: str) -> Mapping[str, Mapping[str, int]]:
    """How many customers confirmed and contested each micro-moment, and added to it; their words are in the panel."""
    return {
        moment: {"confirmed": one.confirmed, "contested": one.contested, "added": one.added}
        for moment, one in service().rounds.counts(me(), map_id).items()
    }


def sent_by_row(map_id: str) -> Mapping[str, Sequence[Mapping[str, str | bool]]]:
    """What stands in trackers of each micro-moment and episode."""
    return {
        row: [
            {"key": one.key, "status": one.status, "url": one.url, "closed": one.closed, "gone": one.gone}
            for one in items
        ]
        for row, items in by_row(service().trackers.items(me(), map_id)).items()
    }


def _beside(journey: Journey, now: Picked) -> str:
    """The native panel that the page shows beside the board; before there are moments it says how to begin."""
    if not now.what and not journey.moments:
        return "open"
    return now.what if now.what in PANELS else ""


def shown(heard: Heard, now: Picked) -> tuple[str, str] | None:
    """The row to show as chosen: the board's own while its panel is open, else the one of the panel."""
    if heard.row and heard.opened == now:
        return heard.row
    return (now.what, now.id) if now.what in _ON_BOARD else None


def opened_by(journey: Journey, table: str, row_id: str) -> Picked:
    """The panel for a row: its own, or that of the moment or the episode it stands under."""
    if table == "channels":
        return Picked("channels")
    row = journey.find(table, row_id) if table in ROW_TYPES else None
    if row is None:
        return NOTHING
    above = ROW_TYPES[table].parent_table or ""
    found = Picked(table, row_id) if table in _WITH_PANEL else Picked(above, row.parent or "")
    return found if found.what in _WITH_PANEL else NOTHING


def _pick() -> None:
    """The board says what was chosen on it; its `said` counts, so that a late answer undoes no later choice."""
    map_id = state.map_id() or ""
    said = getattr(state.get(_key(map_id), None), "picked", None)
    if not isinstance(said, dict):
        return
    row, journey = row_of(said), service().maps.journey(me(), map_id)
    opened = opened_by(journey, *row) if row else NOTHING
    count = said.get("said")
    state.put(_heard_key(map_id), Heard(count if isinstance(count, int) else 0, row, opened))
    # A choice that rested was made before a panel was opened that is open now.
    if not (said.get("rested") and picked(journey).what in PANELS):
        pick(map_id, *opened)


def _ask() -> None:
    map_id = state.map_id() or ""
    hear(map_id, getattr(state.get(_key(map_id), None), "asked", None))


def _heard(map_id: str) -> Heard:
    return state.get(_heard_key(map_id), _NOTHING_YET)


def _heard_key(map_id: str) -> str:
    return state.key("map", map_id, "heard")


def _key(map_id: str) -> str:
    return state.key("map", map_id, "board")
