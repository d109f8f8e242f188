"""Three ways to look at an as-is and its to-be: one over the other, side by side, and as a table."""

from collections.abc import Callable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journeymap.domain.analysis.comparison.match_filter import MatchFilter
from journeymap.domain.analysis.comparison.matches import Disposition, Fate
from journeymap.domain.model.rows import Moment
from journeymap.ui import state
from journeymap.ui.components.overlay import draw_overlay
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.badges import badge
from journeymap.ui.screens.compare.customer_words import draw_customers_of
from journeymap.ui.screens.compare.disposition_list import draw_list
from journeymap.ui.screens.compare.filter_bar import draw_filter, draw_found, draw_nothing_found
from journeymap.ui.screens.compare.match_table import draw_table
from journeymap.ui.screens.compare.moment_changes import changes_in_words
from journeymap.ui.screens.compare.overlay import overlay
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.screens.compare.picture_words import picture_words
from journeymap.ui.screens.compare.presentation import presentation
from journeymap.ui.screens.compare.table_rows import feels
from journeymap.ui.screens.compare.versions import draw_versions
from journeymap.ui.shared import language, t

_OVERLAY = state.key("compare", "overlay")
_PICKED = state.key("compare", "picked")


def _draw_overlay(pair: Pair, bar: DeltaGenerator) -> None:
    """The as-is above the to-be, from left to right."""
    _draw_picture(pair, bar, "overlay")


def _draw_side(pair: Pair, bar: DeltaGenerator) -> None:
    """The as-is beside the to-be, from top to bottom."""
    _draw_picture(pair, bar, "side")


def _draw_picture(pair: Pair, bar: DeltaGenerator, view: str) -> None:
    """Both maps in one picture that scrolls as one, as far as they are what is looked for."""
    found = draw_filter(pair, bar)
    picture = overlay(pair, language(), found)
    if not picture["columns"]:
        if found == MatchFilter(changed=True):
            st.info(t("compare-overlay-nothing"), icon=":material/content_copy:")
        else:
            draw_nothing_found()
        return
    picked = _picked(pair)
    told = {**picture, **presentation(pair, language()), "view": view, "selected": picked or "", "sought": bool(found)}
    draw_overlay(told, words=picture_words(pair), key=_OVERLAY, on_pick=_pick)
    if found:
        draw_found(picture)
    if picked:
        _draw_picked(pair, *picked.split(":", 1))
    else:
        st.caption(t(f"compare-{view}-hint"))


def _pick() -> None:
    found = state.get(_OVERLAY, None)
    state.put(_PICKED, getattr(found, "picked", None) or "")


def _picked(pair: Pair) -> str:
    """The moment that was clicked, while it is there: "as-is:<id>" or "to-be:<id>"."""
    picked = state.get(_PICKED, "")
    side, _, moment = picked.partition(":")
    known = pair.fate_of if side == "as-is" else pair.fates_of
    return picked if moment in known else ""


def _draw_picked(pair: Pair, side: str, moment_id: str) -> None:
    """What becomes of the chosen moment, field by field."""
    fates = (pair.fate_of[moment_id],) if side == "as-is" else pair.fates_of[moment_id]
    journey = pair.as_is if side == "as-is" else pair.to_be
    moment = journey.get(Moment, moment_id)
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{plain(moment.text)}**", width="content")
            signs = _signs(pair, side, fates)
            st.markdown(" ".join(badge(sign) for sign in signs), width="content")
            st.space("stretch")
            link("map", t("compare-to-map"), icon=":material/map:", map=journey.map_id)
            st.button(
                t("compare-close"),
                icon=":material/close:",
                type="tertiary",
                key=state.key("compare", "close"),
                on_click=state.put,
                args=(_PICKED, ""),
            )
        for fate_here in fates:
            _draw_fate(pair, fate_here, moment if side == "to-be" else None)
        draw_customers_of(pair, fates)


def _signs(pair: Pair, side: str, fates: Sequence[Fate]) -> tuple[Disposition, ...]:
    """All that is true of the chosen moment: that it changed, and that it moved as well."""
    first = fates[0]
    fate = first.disposition if side == "as-is" else pair.disposition(first.to_be[0].id)
    also = (d for d in (Disposition.MOVED, Disposition.MOVED_CHANNEL) if any(one.has(d) for one in fates))
    return tuple(dict.fromkeys((fate, *also)))


def _draw_fate(pair: Pair, fate: Fate, heir: Moment | None) -> None:
    """One fate, of an as-is moment with all its heirs, or of one heir."""
    if fate.as_is is None:
        st.markdown(t("compare-picked-new"))
    elif heir:
        st.markdown(f"{t('compare-picked-from')} **{plain(fate.as_is.text)}**")
    elif fate.to_be and fate.disposition is not Disposition.KEPT:
        names = " · ".join(f"**{plain(moment.text)}**" for moment in fate.to_be)
        st.markdown(f"{t('compare-picked-becomes')} {names}")
    changes = changes_in_words(pair, fate, language(), heir)
    if changes:
        st.markdown("\n".join(f"- {plain(change)}" for change in changes))
    elif fate.disposition is Disposition.KEPT:
        st.markdown(t("compare-picked-kept"))
    st.caption(t("compare-picked-feels", emotion=plain(feels(pair, fate, language()))))


VIEWS: dict[str, Callable[[Pair, DeltaGenerator], None]] = {
    "overlay": _draw_overlay,
    "side": _draw_side,
    "table": draw_table,
    "decide": draw_list,
    "versions": draw_versions,
}
"""By name; each gets the bar above it for a control of its own."""

OF_ANY_PAIR = ("overlay", "side", "table")
"""The views that show any two maps; the others need an as-is and its to-be."""
