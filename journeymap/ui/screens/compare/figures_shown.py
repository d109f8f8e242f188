"""The figures: what is felt, promised and measured; needs and pains; and what the way through the moments comes to."""

from collections.abc import Set as AbstractSet

import streamlit as st

from journeymap.domain.analysis.comparison.emotion import Promise
from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.errors import Refusal
from journeymap.storage.store import MapHead
from journeymap.ui import state
from journeymap.ui.screens.compare.card_grid import draw_cards
from journeymap.ui.screens.compare.figure_cards import emotion_cards, need_cards, way_cards
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import language, me, service, t

MOST = 10
"""So many later maps are looked at, the last changed first."""


def draw_figures(pair: Pair, along: str) -> None:
    """Two rows of cards."""
    later = _later(pair)
    draw_cards(pair, emotion_cards(pair, language(), later) + need_cards(pair, language()), "emotion")
    draw_cards(pair, way_cards(pair, language(), along), "way")


def _later(pair: Pair) -> Promise | None:
    """What was felt again, on the as-is that somebody says was mapped later."""
    heads = {head.id: head for head in service().maps.heads(me())}
    found = _candidates(pair, heads)
    if not found:
        return None
    chosen = st.selectbox(
        t("compare-later"),
        ["", *found],
        format_func=lambda i: heads[i].title if i else t("compare-later-none"),
        key=state.key("compare", "later", pair.to_be.map_id),
        width=520,
    )
    if not chosen:
        return None
    try:
        return pair.comparison.emotion.measured(service().maps.journey(me(), chosen))
    except Refusal:
        return None


def _candidates(pair: Pair, heads: dict[str, MapHead]) -> list[str]:
    """As-is maps made after the to-be that have moments of this one: a copy of the as-is that was filled in again."""
    since = heads[pair.to_be.map_id].created_at if pair.to_be.map_id in heads else ""
    later = [
        head.id
        for head in heads.values()
        if head.kind is MapKind.AS_IS and head.id != pair.as_is.map_id and head.created_at > since
    ]
    known = pair.as_is.tables["moments"].keys()
    return [map_id for map_id in later[:MOST] if _shares(map_id, known)]


def _shares(map_id: str, known: AbstractSet[str]) -> bool:
    try:
        return not known.isdisjoint(service().maps.journey(me(), map_id).tables["moments"])
    except Refusal:
        return False
