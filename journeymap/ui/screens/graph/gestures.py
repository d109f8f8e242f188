"""What a person does in the picture, on its way to the one door: places, steps, choices. Each once, in order."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from journeymap.domain.model.journey import Journey
from journeymap.graph.node_places import placing, tidying
from journeymap.ui import state
from journeymap.ui.actions import submit, submit_changes
from journeymap.ui.panels.removal import offer_undo
from journeymap.ui.screens.graph.choice import choose, choose_edge, follow
from journeymap.ui.screens.graph.filters import clear
from journeymap.ui.screens.graph.path_links import cut, linked
from journeymap.ui.screens.graph.picture import VIEWS
from journeymap.ui.screens.graph.texts import taken_out
from journeymap.ui.shared import me, service, t

MOST = 100
"""So many acts are taken at a time; the component sends the others again."""

LONGEST = 200
"""So long an id may be, to be looked at."""

Act = Mapping[str, Any]


def heard(map_id: str) -> dict[str, Any]:
    """Up to which act of which picture all was done."""
    client, n = state.get(_key(map_id), ("", 0))
    return {"client": client, "n": n}


def hear(map_id: str, sent: Any) -> None:
    """Do what the component says that was done in it; what was done before is passed over."""
    if not isinstance(sent, dict) or not isinstance(sent.get("client"), str) or not isinstance(sent.get("acts"), list):
        return
    client = sent["client"][:LONGEST]
    known, last = state.get(_key(map_id), ("", 0))
    last = last if known == client else 0
    for act in sent["acts"][:MOST]:
        n = act.get("n") if isinstance(act, dict) else None
        if not isinstance(n, int) or n <= last:
            continue
        last = n
        state.put(_key(map_id), (client, n))
        does = _DOES.get(str(act.get("do")))
        if does is not None:
            does(service().maps.journey(me(), map_id), act)


def _pick(journey: Journey, act: Act) -> None:
    choose(journey, _text(act, "node"), _text(act, "table"), _text(act, "row"))


def _edge(journey: Journey, act: Act) -> None:
    choose_edge(journey, _text(act, "edge"), _text(act, "step"))


def _way(journey: Journey, act: Act) -> None:
    follow(journey, _text(act, "path"))


def _place(journey: Journey, act: Act) -> None:
    x, y = _number(act, "x"), _number(act, "y")
    node, view = _text(act, "node"), _text(act, "view")
    if x is None or y is None or view not in VIEWS or not node:
        return
    if changes := placing(journey, view, node, x, y):
        submit_changes(journey.map_id, *changes, later=True)


def _tidy(journey: Journey, act: Act) -> None:
    view = _text(act, "view")
    changes = tidying(journey, view) if view in VIEWS else ()
    if changes:
        submit_changes(journey.map_id, *changes, toast=t("graph-screen-tidied"), later=True)
    else:
        state.tell(t("graph-screen-tidy-already"))


def _link(journey: Journey, act: Act) -> None:
    start, end, path = _text(act, "from"), _text(act, "to"), _text(act, "path")
    if not (journey.find("moments", start) and journey.find("moments", end)) or start == end:
        return
    if changes := linked(journey, path, start, end, named=t("graph-screen-first-path")):
        submit_changes(journey.map_id, *changes, later=True)
    else:
        state.tell(t("graph-screen-linked-already"))


def _cut(journey: Journey, act: Act) -> None:
    changes = cut(journey, _text(act, "step"))
    if not changes:
        return
    toast = taken_out(journey, changes)
    done = submit(lambda: service().changes.change(me(), journey.map_id, changes), toast=toast, later=True)
    if done is not None:
        offer_undo(journey.map_id, done.operations[0].batch, toast)


def _clear(journey: Journey, act: Act) -> None:
    del act
    clear(journey.map_id)


_DOES: Mapping[str, Callable[[Journey, Act], None]] = {
    "pick": _pick,
    "edge": _edge,
    "way": _way,
    "place": _place,
    "tidy": _tidy,
    "link": _link,
    "cut": _cut,
    "clear": _clear,
}


def _text(act: Act, name: str) -> str:
    value = act.get(name)
    return value if isinstance(value, str) and len(value) <= LONGEST else ""


def _number(act: Act, name: str) -> float | None:
    value = act.get(name)
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if plain and math.isfinite(value) else None  # type: ignore[arg-type]


def _key(map_id: str) -> str:
    return state.key("graph", map_id, "heard")
