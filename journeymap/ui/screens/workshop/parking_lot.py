"""The parking lot: what was set aside, and the facilitators' own notes; a note becomes a decision in one click."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.operations import Add, Change, Remove, Set
from journeymap.domain.workshop.decisions import decide_note
from journeymap.service.house import new_id
from journeymap.service.step_results import Parked
from journeymap.ui import state
from journeymap.ui.actions import submit_changes
from journeymap.ui.components.line import draw_line
from journeymap.ui.more_menu import draw_more
from journeymap.ui.panels.saved_field import enter
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import WorkshopView
from journeymap.ui.screens.workshop.list_dialog import ListDialog
from journeymap.ui.shared import me, service, t

KINDS = {
    "parked": ":material/local_parking:",
    "idea": ":material/lightbulb:",
    "note": ":material/lock:",
}
_DIALOG = ListDialog("parking", KINDS["parked"])
_TEXT = state.key("workshop", "parking", "text")
_KIND = state.key("workshop", "parking", "kind")


def draw_parking_button(room: WorkshopView) -> None:
    """“Parking lot · 4”."""
    n = len([one for one in room.aside if one.note.kind != "note"])
    _DIALOG.draw_button(t("lead-parking-n", n=n))


def draw_parking(room: WorkshopView) -> None:
    """The dialog, while it is open."""
    _DIALOG.draw(t("lead-parking"), _draw, room)


def _draw(room: WorkshopView) -> None:
    if room.board is None:
        st.caption(t("lead-parking-no-map"))
        return
    kinds = {kind: f"{icon} {t(f'lead-kind-{kind}')}" for kind, icon in KINDS.items()}
    st.segmented_control(
        t("lead-parking-kind"),
        list(kinds),
        format_func=kinds.__getitem__,
        default="parked",
        required=True,
        label_visibility="collapsed",
        key=_KIND,
    )
    line = enter(room.board.head.id, _parked)
    draw_line(
        _TEXT, t("lead-parking-what"), line, example=t("lead-parking-for"), add=t("lead-parking-add"), leaves=False
    )
    aside = service().workshops.results.set_aside(me(), room.id)  # anew: a dialog draws itself again without its page
    if not aside:
        st.caption(t("lead-parking-empty"))
    for kind in KINDS:
        notes = [one for one in aside if one.note.kind == kind]
        if notes:
            st.markdown(f"**{t(f'lead-kind-{kind}')}** :gray[{len(notes)}]")
            if kind == "note":
                st.caption(t("lead-notes-private"))
        for one in notes:
            _draw_note(one)


def _draw_note(one: Parked) -> None:
    note = one.note
    acts = [kind for kind in KINDS if kind not in (note.kind, "note") and note.kind != "note"]
    names = {"decide": f":material/gavel: {t('lead-note-decide')}"} if note.kind != "note" else {}
    names |= {kind: f"{KINDS[kind]} {t('lead-note-is', kind=t(f'lead-kind-{kind}'))}" for kind in acts}
    names["remove"] = f":material/delete: {t('lead-note-remove')}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        by = f" :gray[· {plain(one.by)}]" if one.by else ""
        st.markdown(f"{plain(note.text)}{by}", width="stretch")
        key = state.key("workshop", "note", note.id)
        draw_more(names, plain(t("lead-note-menu", text=shortened(note.text))), key, _act, (one, key))


def _parked(text: str) -> Sequence[Change]:
    return (Add(table="parked", id=new_id(), values={"text": text, "kind": state.get(_KIND, "parked")}),)


def _act(one: Parked, key: str) -> None:
    chosen = state.get(key, "")
    if chosen == "remove":
        submit_changes(one.map_id, Remove(table="parked", id=one.note.id), later=True)
    elif chosen == "decide":
        submit_changes(one.map_id, *decide_note(one.note), toast=t("lead-note-decided"), later=True)
    elif chosen:
        submit_changes(one.map_id, Set(table="parked", id=one.note.id, field="kind", value=chosen), later=True)
