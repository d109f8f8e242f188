"""The list of maps: what each one is, how large, when it last changed, and what can be done with it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from journeymap.domain.model.roles import Right, may
from journeymap.domain.model.rows import MapKind
from journeymap.storage.store import Hit, MapHead
from journeymap.ui import state
from journeymap.ui.actions import submit, submitted
from journeymap.ui.deletion_dialog import ICON as DELETE
from journeymap.ui.deletion_dialog import ask_map_deletion
from journeymap.ui.map_header import restore
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.home.welcome import draw_empty
from journeymap.ui.share import ask_share
from journeymap.ui.shared import me, service, t
from journeymap.ui.takeaway import ICON, ask_taking
from journeymap.ui.times import ago, exact

PAGE = 20
"""So many maps on one page."""

HITS = 3
"""So many found rows under one map."""

LONGEST = 200
"""Nobody looks for more characters than these."""

_SEARCH = state.key("home", "search")


def draw_maps(*, makes: bool) -> None:
    """The maps, the last changed first, or those with the words that are looked for."""
    everything = service().maps.heads(me())
    if not everything:
        draw_empty(makes=makes)
        return
    words = _draw_search()
    heads = service().maps.heads(me(), search=words) if words else everything
    hits = _hits(words)
    if words:
        st.caption(t("home-found", n=len(heads)))
    elif len(heads) > PAGE:
        st.caption(t("home-count", n=len(heads)))
    _draw_pages(heads, hits, words)


def draw_archive() -> None:
    """The maps that are out of the list, each with a way back."""
    heads = service().maps.heads(me(), archived=True)
    if not heads:
        st.markdown(t("home-archive-empty"))
        return
    st.caption(t("home-archive-why"))
    _draw_pages(list(heads), {}, "archive")


def _draw_search() -> str:
    words = st.text_input(
        t("home-search"),
        placeholder=t("home-search-for"),
        type="search",
        icon=":material/search:",
        label_visibility="collapsed",
        live=True,
        key=_SEARCH,
        persist_state="session",
    )
    return (words or "").strip()[:LONGEST]


def _hits(words: str) -> dict[str, list[Hit]]:
    """What was found inside each map; its own title stands in the list already."""
    found: dict[str, list[Hit]] = {}
    for hit in service().maps.search(me(), words) if words else ():
        if hit.table != "maps":
            found.setdefault(hit.map_id, []).append(hit)
    return found


def _draw_pages(heads: Sequence[MapHead], hits: dict[str, list[Hit]], words: str) -> None:
    pages = -(-len(heads) // PAGE)
    place = st.container(gap="xsmall")
    page = 1
    if pages > 1:
        with st.container(horizontal_alignment="center"):
            page = st.pagination(pages, key=state.key("home", "page", words), persist_state="session")
    with place:
        for head in heads[(page - 1) * PAGE : page * PAGE]:
            _draw_map(head, hits.get(head.id, []))


def _draw_map(head: MapHead, hits: Sequence[Hit]) -> None:
    with st.container(border=True, gap=None, key=state.key("home", "map", head.id)):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
            link("map", f"**{plain(head.title)}**", help=t("home-open"), width="stretch", map=head.id)
            _draw_menu(head)
        st.caption(_about(head), unsafe_allow_html=True)
        for hit in hits[:HITS]:
            kind = t(f"row-{hit.table}".replace("_", "-"))
            st.caption(f":material/subdirectory_arrow_right: {kind}: {plain(shortened(hit.text, 120))}")
        if len(hits) > HITS:
            st.caption(t("home-more-hits", n=len(hits) - HITS))


def _about(head: MapHead) -> str:
    """Kind, persona, size, and the last change in words with its day and time on hover."""
    colour = "gray" if head.kind is MapKind.AS_IS else "green"
    size = t("home-size", episodes=head.episodes, moments=head.moments, touchpoints=head.touchpoints)
    if not head.episodes:
        size = t("home-size-none")
    changed = escape(t("home-changed", ago=ago(head.changed_at)))
    parts = (
        f":material/person: {plain(shortened(head.persona))}" if head.persona else "",
        size,
        f'<span title="{escape(exact(head.changed_at))}">{changed}</span>',
    )
    return f":{colour}-badge[{t(f'shell-kind-{head.kind}')}] " + " · ".join(part for part in parts if part)


def _draw_menu(head: MapHead) -> None:
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
    st.menu_button(
        "",
        list(labels),
        format_func=labels.__getitem__,
        icon=":material/more_horiz:",
        type="tertiary",
        help=t("home-do"),
        key=key,
        on_click=_act,
        args=(head, key),
    )


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
