"""The dispositions as a list: what is proposed for each as-is moment, and what somebody decides about it."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.dispositions import Ruling, RulingState, rulings, undecided
from journeymap.domain.model.rows import Episode, MomentDisposition, MomentFate
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.dates import day_said
from journeymap.ui import state
from journeymap.ui.actions import DONE, submit, submitted
from journeymap.ui.components.dispositions import draw_dispositions
from journeymap.ui.map_header import read_context
from journeymap.ui.plain_text import shortened
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import language, me, service, t

KINDS: tuple[str, ...] = tuple(kind for kind in get_args(MomentFate) if kind != Disposition.UNDECIDED)
"""What may be decided, in the order of the keys 1 to 7."""

PAGE = 50
"""So many moments at a time."""

_WORDS = ("otherwise", "reason", "reopen", "give", "fresh", "nothing", "keys", "confirm")


def draw_list(pair: Pair, bar: DeltaGenerator) -> None:
    """Every as-is moment that somebody still has to decide about, or all of them."""
    found = rulings(pair.as_is, pair.to_be, pair.base)
    left = undecided(found)
    context = read_context(pair.to_be.map_id)
    may = context.may_add("dispositions")
    every = bar.toggle(t("dispositions-all", n=len(found)), key=state.key("compare", "all-dispositions"))
    st.caption(t("dispositions-left", n=len(left), all=len(found)))
    if may:
        with st.container(horizontal=True, gap="small"):
            _draw_confirm_kept(pair, left)
            _draw_undo(pair.to_be.map_id)
    shown = list(found) if every else left
    place, page = st.container(), 1
    if len(shown) > PAGE:
        with st.container(horizontal_alignment="center"):
            page = st.pagination(-(-len(shown) // PAGE), key=state.key("compare", "dispositions-page", every))
    key = _key(pair)
    listed = shown[(page - 1) * PAGE : page * PAGE]
    names = service().dispositions.names(me(), pair.to_be.map_id, listed)
    with place:
        draw_dispositions(
            {
                "rows": disposition_rows(pair, listed, names, language()),
                "kinds": [[kind, t(f"disposition-{kind}")] for kind in KINDS],
                "cards": [[moment.id, moment.text] for moment in pair.to_be.moments],
                "may": may,
                "may_give": context.may_add("moments"),
                "words": _words(len(found)),
            },
            key=key,
            on_decided=lambda: hear_decision(pair.to_be.map_id, getattr(state.get(key, None), "decided", None)),
            on_given=lambda: hear_card(pair.to_be.map_id, getattr(state.get(key, None), "given", None)),
            on_undone=lambda: _undo(pair.to_be.map_id),
        )


def disposition_rows(
    pair: Pair, found: Sequence[Ruling], names: Mapping[str, str], tongue: str
) -> list[dict[str, Any]]:
    """What the list shows of each of these; `names` are those of whoever decided, by id."""
    return [
        {
            "id": one.moment.id,
            "text": one.moment.text,
            "episode": pair.as_is.get(Episode, one.moment.parent or "").title,
            "becomes": [heir.text for heir in one.proposed.heirs],
            "proposed": str(one.proposed.disposition),
            "kind": str(one.disposition),
            "state": str(one.state),
            "open": one.open,
            "confirms": one.proposed.kind in KINDS,
            "told": _told(one, names, tongue),
        }
        for one in found
    ]


def _told(ruling: Ruling, names: Mapping[str, str], tongue: str) -> str:
    """What was decided, by whom, when, on which revision and why; and whether it still fits."""
    if ruling.decision is None:
        return say("dispositions-undecided", tongue)
    said = decision_said(ruling.decision, names, tongue)
    if ruling.state is RulingState.OVERTAKEN:
        said = f"{said} {say('dispositions-overtaken', tongue)}"
    if len(ruling.decisions) > 1:
        before = decision_said(ruling.decisions[-2], names, tongue)
        said = f"{said} {say('dispositions-before', tongue, before=before)}"
    return said


def decision_said(decision: MomentDisposition, names: Mapping[str, str], tongue: str) -> str:
    """One decision in a sentence."""
    said = say(
        "dispositions-decided" if decision.decided_by else "dispositions-from-file",
        tongue,
        kind=say(f"disposition-{decision.kind}", tongue),
        name=names.get(decision.decided_by) or say("history-somebody", tongue),
        day=day_said(decision.decided_on, tongue) if decision.decided_on else "none",
        revision=str(decision.on_revision),
    )
    return f"{said} “{decision.reason}”" if decision.reason else said


def _draw_confirm_kept(pair: Pair, left: Sequence[Ruling]) -> None:
    """What stays as it is may be confirmed in one go; whatever changes is looked at one by one."""
    kept = [one.moment.id for one in left if one.proposed.disposition is Disposition.KEPT]
    if len(kept) > 1:
        st.button(
            t("dispositions-confirm-kept", n=len(kept)),
            icon=":material/done_all:",
            key=state.key("compare", "confirm-kept"),
            on_click=_confirm,
            args=(pair.to_be.map_id, kept),
        )


def _draw_undo(map_id: str) -> None:
    """The page may be about the as-is, whose undo is another one: decisions are made in the to-be."""
    if state.map_id() != map_id and service().changes.stacks(me(), map_id).undo:
        st.button(
            t("dispositions-undo"),
            icon=":material/undo:",
            help=t("dispositions-undo-help"),
            key=state.key("compare", "undo-decision"),
            on_click=_undo,
            args=(map_id,),
        )


def _undo(map_id: str) -> None:
    submitted(lambda: service().changes.undo(me(), map_id), toast=t("shell-undo-done"), later=True)


def _words(n: int) -> dict[str, str]:
    words = {name: t(f"dispositions-{name}") for name in _WORDS}
    words |= {str(one): t(f"disposition-{one}") for one in (*KINDS, Disposition.UNDECIDED)}
    words[str(Disposition.OPEN)] = t("compare-fate-open")
    return words | {"none": t("dispositions-none" if n else "dispositions-nothing-there")}


def _confirm(map_id: str, moments: Sequence[str]) -> None:
    toast = t("dispositions-kept-confirmed", n=len(moments))
    submitted(lambda: service().dispositions.confirm(me(), map_id, moments), toast=toast, later=True)


def hear_decision(map_id: str, said: object) -> None:
    """What the list says that somebody decided; a browser may say anything."""
    if not isinstance(said, Mapping):
        return
    moments, kind, reason = said.get("moments"), said.get("kind"), said.get("reason")
    if not isinstance(moments, list) or not all(isinstance(one, str) for one in moments):
        return
    why = reason if isinstance(reason, str) else ""
    dispositions = service().dispositions
    if kind == "":
        done = submit(lambda: dispositions.confirm(me(), map_id, moments, why), later=True)
    elif isinstance(kind, str):
        done = submit(lambda: dispositions.decide(me(), map_id, moments, kind, why), later=True)
    else:
        return
    for one in done.operations[:1] if done else ():
        _tell(one.values)


def _tell(decided: Mapping[str, Any]) -> None:
    """The line is gone from the list of what is undecided: what was decided is said."""
    kind = t(f"disposition-{decided['kind']}")
    state.tell(t("dispositions-is-decided", text=shortened(str(decided["text"]), 80), kind=kind), DONE)


def hear_card(map_id: str, said: object) -> None:
    """The same for a card that a moment is given."""
    moment = said.get("moment") if isinstance(said, Mapping) else None
    card = said.get("card") if isinstance(said, Mapping) else None
    if isinstance(moment, str) and isinstance(card, str):
        toast = t("dispositions-given")
        submitted(lambda: service().dispositions.give_card(me(), map_id, moment, card), toast=toast, later=True)


def _key(pair: Pair) -> str:
    return state.key("compare", "dispositions", pair.to_be.map_id)
