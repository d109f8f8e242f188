"""What the panel of a row asks of the server: what it cannot know or do by its socket, answered with the next run."""

from collections.abc import Callable, Mapping
from typing import Any

from journeymap.domain.changes.merge import merge_moments
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.errors import Refusal
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.actions import REFUSED
from journeymap.ui.panels.additions import after
from journeymap.ui.panels.hit_lists import reach_told
from journeymap.ui.panels.removal import offer_undo
from journeymap.ui.panels.row_history import past_of
from journeymap.ui.panels.selection import pick
from journeymap.ui.plain_text import shortened
from journeymap.ui.screens.workshop.context import may_lead
from journeymap.ui.shared import language, me, service, t

Question = Mapping[str, Any]
Answer = dict[str, Any]


def hear(map_id: str, question: object) -> None:
    """Do what was asked, once: a question comes again until its answer has been drawn."""
    if not isinstance(question, dict):
        return
    client, n = question.get("client"), question.get("n")
    last: Answer = state.get(_key(map_id), {})
    act = _ACTS.get(str(question.get("do")))
    if act is None or not isinstance(n, int) or (last.get("client") == client and n <= int(last.get("n", -1))):
        return
    try:
        found = act(map_id, question)
    except (Refusal, KeyError) as problem:
        reason = problem.reason(language()) if isinstance(problem, Refusal) else t("map-gone")
        found = {"refused": reason}
        if question.get("do") != "add-after":
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


def _past(map_id: str, question: Question) -> Answer:
    row = _journey(map_id).find(str(question.get("table")), str(question.get("id")))
    return {"past": past_of(map_id, _journey(map_id), row) if row else []}


def _origins(map_id: str, _: Question) -> Answer:
    as_is = service().exchange.as_is_of(me(), map_id)
    return {"origins": [[row.id, shortened(row.called, 80)] for row in as_is.moments] if as_is else []}


def _merge(map_id: str, question: Question) -> Answer:
    journey, into, other = _journey(map_id), str(question.get("into")), str(question.get("other"))
    name = shortened(journey.get(Moment, other).text)
    done = service().changes.change(me(), map_id, merge_moments(journey, into, other, new_id), window=_window(question))
    if done.operations:
        offer_undo(map_id, done.operations[0].batch, t("map-merged", name=name))
    pick(map_id, "moments", into)
    return {}


def _give_card(map_id: str, question: Question) -> Answer:
    asked = {name: question.get(name) for name in ("card", "episode", "after")}
    where = {name: value for name, value in asked.items() if isinstance(value, str)}
    if "episode" in where and asked["after"] is None:
        where["after"] = ""
    service().dispositions.give_card(me(), map_id, str(question.get("moment")), **where)
    return {}


def _add_after(map_id: str, question: Question) -> Answer:
    journey = _journey(map_id)
    row = journey.tables[str(question.get("table"))][str(question.get("id"))]
    made, changes = after(journey, row, str(question.get("line") or ""))
    service().changes.change(me(), map_id, changes, window=_window(question))
    return {"row": made}


def _lock(map_id: str, question: Question) -> Answer:
    service().workshops.facilitation.lock_row(
        me(), _workshop(map_id), str(question.get("id")), bool(question.get("on"))
    )
    return {}


def _light(map_id: str, question: Question) -> Answer:
    service().workshops.facilitation.spotlight(
        me(), _workshop(map_id), str(question.get("id")) if question.get("on") else None
    )
    return {}


def _reach(map_id: str, question: Question) -> Answer:
    hit = service().exchange.change_reach(me(), map_id, str(question.get("id")))
    return {"reach": reach_told(_journey(map_id), hit, language())}


_ACTS: Mapping[str, Callable[[str, Question], Answer]] = {
    "past": _past,
    "reach": _reach,
    "origins": _origins,
    "merge": _merge,
    "add-after": _add_after,
    "give-card": _give_card,
    "lock": _lock,
    "light": _light,
}


def _journey(map_id: str) -> Journey:
    return service().maps.journey(me(), map_id)


def _workshop(map_id: str) -> str:
    return service().maps.head(me(), map_id).workshop_id or ""


def _window(question: Question) -> str | None:
    """The window it was asked in, which does not warn itself of what it did."""
    window = question.get("window")
    return window if isinstance(window, str) else None


def _key(map_id: str) -> str:
    return state.key("map", map_id, "answer")
