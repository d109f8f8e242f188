"""What can be done with a map on Home, and doing it."""

import streamlit as st

from journeymap.domain.model.roles import Right, may
from journeymap.domain.model.rows import MapKind
from journeymap.storage.store import MapHead
from journeymap.ui import state
from journeymap.ui.actions import submit, submitted
from journeymap.ui.deletion_dialog import ICON as DELETE
from journeymap.ui.deletion_dialog import ask_map_deletion
from journeymap.ui.map_header import restore
from journeymap.ui.more_menu import draw_more
from journeymap.ui.share import ask_share
from journeymap.ui.shared import me, service, t
from journeymap.ui.takeaway import ICON, ask_taking


def draw_menu(head: MapHead) -> None:
    """What may be done with this map; nothing is offered that would be refused."""
    manages = may(me(), Right.MANAGE, head.workshop_id)
    if head.archived_at is not None and manages:
        st.button(
            t("shell-restore"),
            icon=":material/unarchive:",
            key=state.key("home", "restore", head.id),
            on_click=restore,
            args=(head.id,),
        )
    offered = {name: ACTIONS[name] for name in actions(head, manages=manages)}
    labels = {name: f"{icon} {t(f'home-do-{name}')}" for name, icon in offered.items()}
    key = state.key("home", "menu", head.id)
    draw_more(labels, t("home-do"), key, _act, (head, key))


def actions(head: MapHead, *, manages: bool) -> list[str]:
    """What may be done with this map: whoever sees it may take it away."""
    if not manages:
        return ["take"]
    if head.archived_at is not None:
        return ["take", "delete"]
    return [name for name in ACTIONS if name != "delete" and (name != "to-be" or head.kind is MapKind.AS_IS)]


ACTIONS = {
    "to-be": ":material/design_services:",
    "duplicate": ":material/content_copy:",
    "take": ICON,
    "share": ":material/group_add:",
    "archive": ":material/inventory_2:",
    "delete": DELETE,
}


def _act(head: MapHead, key: str) -> None:
    maps, person = service().maps, me()
    match state.get(key, ""):
        case "to-be":
            new = submit(lambda: maps.design_to_be(person, head.id), later=True)
            if new:
                state.tell(t("home-to-be-made", title=maps.head(person, new).title), ACTIONS["to-be"])
        case "duplicate":
            new = submit(lambda: maps.duplicate(person, head.id), later=True)
            if new:
                state.tell(t("home-duplicated", title=maps.head(person, new).title), ACTIONS["duplicate"])
        case "take":
            ask_taking(head.id)
        case "share":
            ask_share(head.id)
        case "delete":
            ask_map_deletion(head.id)
        case "archive":
            submitted(lambda: maps.archive(person, head.id), toast=t("home-archived", title=head.title), later=True)
