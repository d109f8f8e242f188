"""Compare: which as-is and to-be, the figures, three ways to look, the pains, and what is still open."""

import streamlit as st

from journeymap.domain.model.roles import Right, may
from journeymap.domain.model.rows import MapKind
from journeymap.ui import state
from journeymap.ui.first_steps import draw_map_first
from journeymap.ui.live_refresh import keep_up
from journeymap.ui.map_header import MapContext, as_is_of, counterparts, design_to_be, draw_frame
from journeymap.ui.map_turns import in_turn
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.archived import draw_archived, draw_archived_to_be
from journeymap.ui.screens.compare.below import draw_open, draw_pains
from journeymap.ui.screens.compare.customer_words import draw_customers
from journeymap.ui.screens.compare.figures_shown import draw_figures
from journeymap.ui.screens.compare.map_link import draw_alone, draw_link, draw_link_button
from journeymap.ui.screens.compare.other_pair import OtherPair, choose_other_pair
from journeymap.ui.screens.compare.pack import draw_pack, draw_pack_button
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.screens.compare.print_style import draw_print_style
from journeymap.ui.screens.compare.row_table import draw_rows
from journeymap.ui.screens.compare.since import draw_since
from journeymap.ui.screens.compare.story import choose_along, draw_story
from journeymap.ui.screens.compare.views import OF_ANY_PAIR, VIEWS
from journeymap.ui.screens.stories.tracker_marks import live_line
from journeymap.ui.shared import me, service, t

PACE = 600
"""Milliseconds between two pictures of maps that are being worked on: with drawing it, less than a second."""


def draw_compare() -> None:
    """Draw the screen."""
    draw_print_style()
    context = draw_frame()
    if context is None:
        return
    bar = st.container(horizontal=True, vertical_alignment="bottom", gap="small")
    asked, chosen = choose_other_pair(context, bar)
    if asked:
        _draw_other(chosen)
        return
    pair = _pair(context)
    if pair is None:
        return
    keep_up("compare", pair.as_is, pair.to_be, least=PACE)
    draw_archived(context, pair)
    if not pair.as_is.moments and not pair.to_be.moments:
        _draw_nothing("empty")
        link("map", t("compare-to-map"), icon=":material/map:", map=context.map_id)
        return
    if draw_link_button(context, bar):
        draw_link(context)
        return
    with in_turn(pair.as_is, pair.to_be, pair.base):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            _draw_caption(pair)
            if live := live_line(pair.to_be.map_id):
                st.markdown(live, help=t("tracker-live-help"))
            draw_pack_button(pair.to_be.map_id)
        along = choose_along(pair)
        draw_story(pair, along)
        draw_figures(pair, along)
        _draw_view(pair)
        draw_pains(pair)
        draw_open(pair)
        draw_customers(pair)
        draw_since(pair, may_edit=_may_edit(pair.to_be.map_id))
        draw_rows(pair)
    draw_pack()


def _may_edit(map_id: str) -> bool:
    head = service().maps.head(me(), map_id)
    return may(me(), Right.EDIT, head.workshop_id) and head.archived_at is None


def _draw_other(chosen: OtherPair | None) -> None:
    """Two maps of one kind: what differs, without the figures, which tell of an as-is and its to-be."""
    if chosen is None:
        return
    if chosen.live:
        keep_up("compare", chosen.before, chosen.after, least=PACE)
    if not chosen.before.moments and not chosen.after.moments:
        _draw_nothing("empty")
        return
    with in_turn(chosen.before, chosen.after):
        pair = chosen.pair()
        if pair.comparison.empty:
            st.info(t("pairs-same"), icon=":material/content_copy:")
        _draw_view(pair)


def _pair(context: MapContext) -> Pair | None:
    """The as-is and the to-be: the map in the address and its counterpart; None where that is said instead."""
    if context.journey.kind is MapKind.TO_BE:
        as_is = as_is_of(context)
        if as_is is None:
            draw_alone(context)
        return _compared(as_is.map_id, context.map_id) if as_is else None
    to_be_id = _choose_to_be(context)
    if to_be_id is None:
        if not draw_archived_to_be(context) and not draw_map_first(context):
            _draw_no_to_be(context)
        return None
    return _compared(context.map_id, to_be_id)


def _compared(as_is: str, to_be: str) -> Pair:
    return Pair.of(service().comparisons.of(me(), as_is, to_be))


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
    felt = pair.comparison.emotion.felt_now()
    asked = len(pair.comparison.lineage.validated[1])
    st.caption(plain(t("compare-pair", validated=felt.validated, felt=felt.said, asked=asked)))


def _draw_view(pair: Pair) -> None:
    names = {name: t(f"compare-view-{name}") for name in (OF_ANY_PAIR if pair.names else VIEWS)}
    bar = st.container(horizontal=True, vertical_alignment="center", gap="medium")
    view = bar.segmented_control(
        t("compare-view"),
        list(names),
        format_func=names.__getitem__,
        default=next(iter(VIEWS)),
        required=True,
        label_visibility="collapsed",
        key=state.key("compare", "view", *(("other",) if pair.names else ())),
    )
    VIEWS[view or "overlay"](pair, bar)
