"""The journeys as cards; what was looked for and the archive as a list."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TypeVar

import streamlit as st

from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Workshop
from journeymap.storage.store import Hit, MapHead
from journeymap.ui import state
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.home.journey_card import draw_cards
from journeymap.ui.screens.home.journeys import pairs
from journeymap.ui.screens.home.map_menu import draw_menu
from journeymap.ui.screens.home.welcome import draw_doors, draw_empty, is_first_visit
from journeymap.ui.shared import me, service, t
from journeymap.ui.times import ago, exact

T = TypeVar("T")
PAGE = 20
"""So many journeys on one page, or so many maps in a list."""

HITS = 3
"""So many found rows under one map."""

LONGEST = 200
"""Nobody looks for more characters than these."""

_SEARCH = state.key("home", "search")


def draw_maps(workshops: Mapping[str, Workshop], *, makes: bool) -> None:
    """The journeys, the last changed first, or the maps with the words that are looked for."""
    everything = service().maps.heads(me())
    if not everything:
        draw_empty(makes=makes)
        return
    if is_first_visit(everything, workshops, makes=makes):
        draw_doors(everything)
    words = _draw_search()
    if not words:
        _draw_journeys(everything, workshops)
        return
    heads = service().maps.heads(me(), search=words)
    st.caption(t("home-found", n=len(heads)))
    _draw_list(heads, _hits(words), words)


def _draw_journeys(heads: Sequence[MapHead], workshops: Mapping[str, Workshop]) -> None:
    journeys = pairs(heads)
    if len(journeys) > PAGE:
        st.caption(t("home-count", n=len(heads)))
    _draw_pages(journeys, "", lambda some: draw_cards(some, workshops))


def draw_archive() -> None:
    """The maps that are out of the list, each with a way back."""
    heads = service().maps.heads(me(), archived=True)
    if not heads:
        st.markdown(t("home-archive-empty"))
        return
    st.caption(t("home-archive-why"))
    _draw_list(heads, {}, "archive")


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


def _draw_list(heads: Sequence[MapHead], hits: Mapping[str, Sequence[Hit]], words: str) -> None:
    def draw(some: Sequence[MapHead]) -> None:
        for head in some:
            _draw_map(head, hits.get(head.id, []))

    _draw_pages(heads, words, draw)


def _draw_pages(what: Sequence[T], words: str, draw: Callable[[Sequence[T]], None]) -> None:
    pages = -(-len(what) // PAGE)
    place = st.container(gap="xsmall")
    page = 1
    if pages > 1:
        with st.container(horizontal_alignment="center"):
            page = st.pagination(pages, key=state.key("home", "page", words), persist_state="session")
    with place:
        draw(what[(page - 1) * PAGE : page * PAGE])


def _draw_map(head: MapHead, hits: Sequence[Hit]) -> None:
    with st.container(border=True, gap=None, key=state.key("home", "map", head.id)):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
            link("map", f"**{plain(head.title)}**", help=t("home-open"), width="stretch", map=head.id)
            draw_menu(head)
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
