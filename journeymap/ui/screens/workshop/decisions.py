"""Decisions as those who lead write them down: what, who owns it, when it is looked at again."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.limits import NAME
from journeymap.domain.model.operations import Remove, Set
from journeymap.exchange.summary import owned_said
from journeymap.service.workshop_summary import Decided
from journeymap.ui import state
from journeymap.ui.actions import submit_changes
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import WorkshopView, submit_to_workshop
from journeymap.ui.screens.workshop.list_dialog import ListDialog
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.times import date_format

_DIALOG = ListDialog("decisions", ":material/gavel:")
_EDITED = state.key("workshop", "decision", "edited")
_NEW = "new"
_ACTS = {"edit": ":material/edit:", "park": ":material/local_parking:", "remove": ":material/delete:"}


def draw_decisions_button(room: WorkshopView) -> None:
    """“Decisions · 4”."""
    _DIALOG.draw_button(t("lead-decisions-n", n=len(_all(room.id))))


def draw_decisions(room: WorkshopView) -> None:
    """The dialog, while it is open."""
    _DIALOG.draw(t("summary-decision"), _draw, room.id, _names(room))


def _draw(workshop_id: str, names: Sequence[str]) -> None:
    _draw_form(workshop_id, names, None)
    found = _all(workshop_id)  # anew: a dialog draws itself again without its page
    if not found:
        st.caption(t("summary-decision-none"))
    for one in found:
        if state.get(_EDITED, "") == one.id:
            _draw_form(workshop_id, names, one)
        else:
            _draw_line(one)


def _draw_line(one: Decided) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        about = owned_said(one, language())
        st.markdown(plain(one.text) + (f"  \n:gray[{plain(about)}]" if about else ""), width="stretch")
        about = plain(shortened(one.text))
        for name, icon in _ACTS.items():
            st.button(
                "",
                icon=icon,
                type="tertiary",
                help=t(f"lead-decision-{name}", text=about),
                key=state.key("workshop", "decision", name, one.id),
                on_click=_act,
                args=(name, one),
            )


def _act(name: str, one: Decided) -> None:
    if name == "edit":
        state.put(_EDITED, one.id)
    elif name == "remove":
        submit_changes(one.map_id, Remove(table="decisions", id=one.id), later=True)
    else:
        workshop_id = service().maps.head(me(), one.map_id).workshop_id or ""
        submit_to_workshop(lambda w, person: w.decisions.park(person, workshop_id, one.id))


def _draw_form(workshop_id: str, names: Sequence[str], one: Decided | None) -> None:
    """A new decision, or one that is there. What is typed counts once it is sent."""
    key = one.id if one else _NEW
    with st.form(state.key("workshop", "decision", "form", key), clear_on_submit=one is None):
        st.text_input(t("lead-decision-what"), one.text if one else "", key=_key("text", key))
        left, right = st.columns(2)
        owners = list(dict.fromkeys([*([one.owner] if one and one.owner else []), *names]))
        left.selectbox(
            t("lead-decision-owner"),
            owners,
            index=0 if one and one.owner else None,
            accept_new_options=True,
            placeholder=t("lead-decision-owner-for"),
            key=_key("owner", key),
        )
        right.date_input(
            t("lead-decision-day"), one.review_on if one else None, format=date_format(), key=_key("day", key)
        )
        st.form_submit_button(
            t("lead-decision-save" if one else "lead-decision-add"),
            type="primary",
            on_click=_save,
            args=(workshop_id, one),
        )


def _save(workshop_id: str, one: Decided | None) -> None:
    key = one.id if one else _NEW
    text = str(state.get(_key("text", key), ""))
    owner = str(state.get(_key("owner", key), "") or "")[:NAME]
    day: object = state.get(_key("day", key), "")
    review_on = day if isinstance(day, date) else None
    if one is None:
        submit_to_workshop(
            lambda w, person: w.decisions.write_down(person, workshop_id, text, owner=owner, review_on=review_on)
        )
        return
    state.forget(_EDITED)
    fields = (
        ("text", text, one.text),
        ("owner", owner, one.owner),
        ("review_on", _iso(review_on), _iso(one.review_on)),
    )
    changes = [Set(table="decisions", id=one.id, field=name, value=to) for name, to, was in fields if to != was]
    if changes:
        submit_changes(one.map_id, *changes, later=True)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _key(name: str, of: str) -> str:
    return state.key("workshop", "decision", name, of)


def _all(workshop_id: str) -> tuple[Decided, ...]:
    return service().workshops.decisions.all(me(), workshop_id)


def _names(room: WorkshopView) -> list[str]:
    """Whoever is in the room, to own a decision; any other name can be typed."""
    return sorted({one.name for one in room.people if not one.removed}, key=str.casefold)
