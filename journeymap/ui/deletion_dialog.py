"""Delete a map or a workshop for good: a dialog that says what goes, and asks for the title before it does."""

from collections.abc import Callable, Iterable

import streamlit as st

from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.normalize import is_typed
from journeymap.ui import state
from journeymap.ui.actions import refuse, submitted
from journeymap.ui.navigation import go
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import me, service, t

ICON = ":material/delete_forever:"
_MAP = state.key("deletion", "map")
_WORKSHOP = state.key("deletion", "workshop")
_TYPED = state.key("deletion", "typed")


def ask_map_deletion(map_id: str) -> None:
    """Open the dialog for this map; for a button's on_click."""
    _close()
    state.put(_MAP, map_id)


def ask_workshop_deletion(workshop_id: str) -> None:
    """Open the dialog for this workshop; for a button's on_click."""
    _close()
    state.put(_WORKSHOP, workshop_id)


def draw_deletion() -> None:
    """The dialog, while it is open."""
    for key, kind, draw in ((_MAP, "map", _draw_map), (_WORKSHOP, "workshop", _draw_workshop)):
        if asked := state.get(key, ""):
            st.dialog(t(f"deletion-title-{kind}"), width="medium", icon=ICON, on_dismiss=_close)(_draw)(draw, asked)


def _close() -> None:
    state.forget(_MAP, _WORKSHOP, _TYPED)


def _draw(draw: Callable[[str], None], asked: str) -> None:
    try:
        draw(asked)
    except Refusal as refusal:  # somebody else was first
        refuse(refusal)


def _draw_map(map_id: str) -> None:
    head = service().maps.head(me(), map_id)
    people = len(service().people.authors(me(), map_id))
    goes = (
        t("deletion-size", episodes=head.episodes, moments=head.moments),
        t("deletion-history", changes=head.revision, people=max(people, 1)),
    )
    if _confirmed(head.title, goes, t("deletion-to-be-stays")):
        _delete(head.title, lambda: service().maps.delete(me(), map_id, state.get(_TYPED, "")))


def _draw_workshop(workshop_id: str) -> None:
    deletion, workshop = service().workshops.deletion, service().workshops.get(me(), workshop_id)
    size = deletion.size(me(), workshop_id)
    goes = (
        t("deletion-maps", maps=size.maps, moments=size.moments) if size.maps else "",
        t("deletion-people", people=size.people) if size.people else "",
        t("deletion-agenda"),
        t("deletion-agendas", agendas=size.agendas) if size.agendas else "",
    )
    if _confirmed(workshop.title, goes, t("deletion-signed-out")):
        _delete(workshop.title, lambda: deletion.delete(me(), workshop_id, state.get(_TYPED, "")))


def _confirmed(title: str, goes: Iterable[str], stays: str) -> bool:
    """Say what goes and what stays; whether the title is typed and the button pressed."""
    st.markdown(f"**{plain(title)}**")
    st.markdown("\n".join((t("deletion-goes"), "", *(f"- {one}" for one in goes if one))))
    st.markdown(stays)
    st.warning(t("deletion-no-undo"), icon=":material/warning:")
    typed = st.text_input(t("deletion-type"), placeholder=title, live=True, autocomplete="off", key=_TYPED)
    same = is_typed(typed or "", title)
    return st.button(t("deletion-now"), icon=ICON, type="primary", disabled=not same, key=_NOW)


_NOW = state.key("deletion", "now")


def _delete(title: str, work: Callable[[], object]) -> None:
    """Do it, and go where there is something left."""
    if submitted(work, toast=t("deletion-done", title=title)):
        at_workshop = bool(state.get(_WORKSHOP, ""))
        if state.map_id() == state.get(_MAP, ""):
            state.open_map(None)
        _close()
        if at_workshop:
            go("home")
        st.rerun()
