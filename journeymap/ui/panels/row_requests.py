"""What the panel of a row asks of the server: what it cannot know or do by its socket, answered with the next run."""

from collections.abc import Callable, Mapping
from typing import Any

from journeymap.domain.changes.merge import merge_moments
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.errors import Refusal
from journeymap.service.installation import new_id
from journeymap.ui import state
from journeymap.ui.actions import REFUSED
from journeymap.ui.panels.additions import after
from journeymap.ui.panels.removal import offer_undo
from journeymap.ui.panels.row_history import past_of
from journeymap.ui.panels.selection import pick
from journeymap.ui.plain_text import shortened
from journeymap.ui.resources import language, me, service, t
from journeymap.ui.screens.workshop.context import may_lead

Said = Mapping[str, Any]
Answer = dict[str, Any]


def hear(map_id: str, said: object) -> None:
    """Do what was asked, once: a question comes again until its answer has been drawn."""
    if not isinstance(said, dict):
        return
    client, n = said.get("client"), said.get("n")
    last: Answer = state.get(_key(map_id), {})
    act = _ACTS.get(str(said.get("do")))
    if act is None or not isinstance(n, int) or (last.get("client") == client and n <= int(last.get("n", -1))):
        return
    try:
        found = act(map_id, said)
    except (Refusal, KeyError) as problem:
        reason = problem.reason(language()) if isinstance(problem, Refusal) else t("map-gone")
        found = {"refused": reason}
        if said.get("do") != "add-after":
            state.tell(reason, REFUSED)
    state.put(_key(map_id), {**found, "client": client, "n": n})


def answer(map_id: str) -> Answer:
    """The answer to what was asked last."""
    return state.get(_key(map_id), {})


def leads(workshop_id: str | None) -> bool:
    """Whether I lead the workshop of a map, while it is on."""
    if workshop_id is None or not may_lead(me(), workshop_id):
        return False
    try:
        return service().workshops.get(me(), workshop_id).closed_at is None
    except Refusal:
        return False


def _past(map_id: str, said: Said) -> Answer:
    row = _journey(map_id).find(str(said.get("table")), str(said.get("id")))
    return {"past": past_of(map_id, _journey(map_id), row) if row else []}


def _origins(map_id: str, _: Said) -> Answer:
    as_is = service().exchange.as_is_of(me(), map_id)
    return {"origins": [[row.id, shortened(row.called, 80)] for row in as_is.moments] if as_is else []}


def _merge(map_id: str, said: Said) -> Answer:
    journey, into, other = _journey(map_id), str(said.get("into")), str(said.get("other"))
    name = shortened(journey.get(Moment, other).text)
    done = service().editing.change(me(), map_id, merge_moments(journey, into, other, new_id), window=_window(said))
    if done.operations:
        offer_undo(map_id, done.operations[0].batch, t("map-merged", name=name))
    pick(map_id, "moments", into)
    return {}


def _add_after(map_id: str, said: Said) -> Answer:
    journey = _journey(map_id)
    row = journey.tables[str(said.get("table"))][str(said.get("id"))]
    made, changes = after(journey, row, str(said.get("line") or ""))
    service().editing.change(me(), map_id, changes, window=_window(said))
    return {"row": made}


def _lock(map_id: str, said: Said) -> Answer:
    service().workshops.facilitation.lock_row(me(), _workshop(map_id), str(said.get("id")), bool(said.get("on")))
    return {}


def _light(map_id: str, said: Said) -> Answer:
    service().workshops.facilitation.spotlight(me(), _workshop(map_id), str(said.get("id")) if said.get("on") else None)
    return {}


_ACTS: Mapping[str, Callable[[str, Said], Answer]] = {
    "past": _past,
    "origins": _origins,
    "merge": _merge,
    "add-after": _add_after,
    "lock": _lock,
    "light": _light,
}


def _journey(map_id: str) -> Journey:
    return service().maps.journey(me(), map_id)


def _workshop(map_id: str) -> str:
    return service().maps.head(me(), map_id).workshop_id or ""


def _window(said: Said) -> str | None:
    """The window it was asked in, which does not warn itself of what it did."""
    window = said.get("window")
    return window if isinstance(window, str) else None


def _key(map_id: str) -> str:
    return state.key("map", map_id, "answer")
