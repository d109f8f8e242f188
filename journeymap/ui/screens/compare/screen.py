"""Compare: which as-is and to-be, the figures, three ways to look, the pains, and what is still open."""

import streamlit as st

from journeymap.domain.model.rows import EvidenceStatus, MapKind
from journeymap.ui import state
from journeymap.ui.first_steps import draw_map_first
from journeymap.ui.large_maps import in_turn
from journeymap.ui.live_refresh import keep_up
from journeymap.ui.map_header import MapContext, as_is_of, counterparts, design_to_be, draw_frame
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.below import draw_open, draw_pains
from journeymap.ui.screens.compare.figure_cards import Card, emotion_cards, need_cards, story_cards, way_cards
from journeymap.ui.screens.compare.open_points import validated
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.screens.compare.views import VIEWS
from journeymap.ui.shared import language, me, service, t

_TONES = {"good": "green", "bad": "red", "plain": "gray"}


def draw_compare() -> None:
    """Draw the screen."""
    context = draw_frame()
    if context is None:
        return
    pair = _pair(context)
    if pair is None:
        return
    keep_up("compare", pair.as_is, pair.to_be)
    if not pair.as_is.moments and not pair.to_be.moments:
        _draw_nothing("empty")
        link("map", t("compare-to-map"), icon=":material/map:", map=context.map_id)
        return
    with in_turn(pair.as_is, pair.to_be, pair.base):
        _draw_caption(pair)
        _draw_figures(story_cards(pair, language()))
        _draw_figures(way_cards(pair, language()))
        _draw_figures(emotion_cards(pair, language()) + need_cards(pair, language()))
        _draw_view(pair)
        draw_pains(pair)
        draw_open(pair)


def _pair(context: MapContext) -> Pair | None:
    """The as-is and the to-be: the map in the address and its counterpart; None where that is said instead."""
    if context.journey.kind is MapKind.TO_BE:
        as_is = as_is_of(context)
        if as_is is None:
            _draw_nothing("no-as-is")
        return Pair(as_is, context.journey) if as_is else None
    to_be_id = _choose_to_be(context)
    if to_be_id is None:
        if not draw_map_first(context):
            _draw_no_to_be(context)
        return None
    return Pair(context.journey, service().maps.journey(me(), to_be_id))


def _choose_to_be(context: MapContext) -> str | None:
    """The only to-be, or the one that is chosen; the last one first, for that is the one worked on."""
    to_be = [map_id for map_id in counterparts(context) if map_id != context.map_id][::-1]
    if len(to_be) < 2:
        return to_be[0] if to_be else None
    titles = {map_id: service().maps.head(me(), map_id).title for map_id in to_be}
    return st.selectbox(
        t("compare-choose-to-be"),
        to_be,
        format_func=titles.__getitem__,
        key=state.key("compare", "to-be", context.map_id),
        width=480,
    )


def _draw_no_to_be(context: MapContext) -> None:
    may_design = context.may_manage and context.head.archived_at is None
    with st.container(border=True, horizontal_alignment="center"):
        st.subheader(t("compare-no-to-be"), anchor=False, width="content")
        st.markdown(t("compare-no-to-be-why"), width=560, text_alignment="center")
        if may_design:
            st.button(
                t("shell-design-to-be"),
                type="primary",
                icon=":material/design_services:",
                key=state.key("compare", "design"),
                on_click=design_to_be,
                args=(context.map_id,),
            )
        else:
            st.markdown(t("compare-no-to-be-watch"), width=560, text_alignment="center")


def _draw_nothing(name: str) -> None:
    st.subheader(t(f"compare-{name}"), anchor=False)
    st.markdown(t(f"compare-{name}-why"))


def _draw_caption(pair: Pair) -> None:
    """How far customers were asked."""
    confirmed, felt = validated(pair)
    asked = sum(m.evidence_status is EvidenceStatus.VALIDATED for m in pair.to_be.moments)
    st.caption(plain(t("compare-pair", validated=confirmed, felt=felt, asked=asked)))


def _draw_figures(figures: tuple[Card, ...]) -> None:
    with st.grid(len(figures), min_column_width=150, gap="small"):
        for card in figures:
            st.metric(
                card.label,
                card.value,
                card.note or None,
                delta_color=_TONES[card.tone],  # type: ignore[arg-type]
                delta_arrow="off",
                help=card.help,
                border=True,
                height="stretch",
            )


def _draw_view(pair: Pair) -> None:
    names = {name: t(f"compare-view-{name}") for name in VIEWS}
    bar = st.container(horizontal=True, vertical_alignment="center", gap="medium")
    view = bar.segmented_control(
        t("compare-view"),
        list(VIEWS),
        format_func=names.__getitem__,
        default=next(iter(VIEWS)),
        required=True,
        label_visibility="collapsed",
        key=state.key("compare", "view"),
    )
    VIEWS[view or "overlay"](pair, bar)
