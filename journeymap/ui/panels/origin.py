"""In a to-be: which as-is moments a moment comes from, merging another one into it, and calling it new."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from journeymap.domain.changes import Change, Remove, Set
from journeymap.domain.errors import Refusal
from journeymap.domain.journey import Journey
from journeymap.domain.merging import merge_moments
from journeymap.domain.rows import Moment
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.frame import MapContext
from journeymap.ui.panels.picking import pick
from journeymap.ui.panels.reading import draw_words
from journeymap.ui.panels.removing import POPOVER, take_out
from journeymap.ui.panels.saving import do, draw_reason, leave, show_clearable
from journeymap.ui.panels.widgets import called, labels
from journeymap.ui.resources import me, service, t
from journeymap.ui.wording import plain, shortened


def draw_origin(context: MapContext, moment: Moment) -> None:
    """Where a to-be moment comes from, and what can be done about it."""
    st.markdown(f"**{t('map-origin-title')}**", help=t("map-origin-help"))
    as_is = _as_is(context)
    _draw_origin(context, moment, as_is)
    _draw_merged(context, moment, as_is)
    if context.may_change(moment):
        with st.container(horizontal=True, gap="small"):
            _draw_merge(context, moment)
            _draw_new(context, moment)


def _as_is(context: MapContext) -> Journey | None:
    try:
        return service().exchange.as_is_of(me(), context.map_id)
    except Refusal:
        return None


def _draw_origin(context: MapContext, moment: Moment, as_is: Journey | None) -> None:
    """One as-is moment, chosen by its text; without the as-is at hand, its id is all there is to say."""
    key = state.key("map", context.map_id, "moments", moment.id, "origin")
    place = show_clearable(key, moment.origin)
    names = labels(as_is, "moments", [row.id for row in as_is.moments]) if as_is else {}
    if moment.origin is not None:
        names.setdefault(moment.origin, t("map-origin-gone"))
    if not context.may_set(moment, "origin"):
        draw_words("", plain(names.get(moment.origin or "", t("map-origin-new"))))
        return
    st.selectbox(
        t("map-origin-of"),
        list(names),
        index=None,
        format_func=lambda i: names.get(i, i),
        placeholder=t("map-origin-new"),
        label_visibility="collapsed",
        key=place.widget,
        on_change=leave,
        args=(place, context.map_id, _from(moment)),
    )
    draw_reason(key)


def _from(moment: Moment) -> Callable[[Any], Sequence[Change]]:
    def make(origin: Any) -> Sequence[Change]:
        return () if origin == moment.origin else (Set(table="moments", id=moment.id, field="origin", value=origin),)

    return make


def _draw_merged(context: MapContext, moment: Moment, as_is: Journey | None) -> None:
    """The further as-is moments that were merged into it."""
    for row_id in context.journey.siblings("origins", moment.id):
        origin = str(getattr(context.journey.tables["origins"][row_id], "as_is", ""))
        name = called(as_is, "moments", origin) if as_is and as_is.find("moments", origin) else t("map-origin-gone")
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.markdown(f":material/merge: {plain(name)}", width="stretch")
            if context.may_change(moment):
                st.button(
                    "",
                    icon=":material/close:",
                    type="tertiary",
                    help=t("map-origin-less"),
                    key=state.key("map", context.map_id, "origins", row_id, "remove"),
                    on_click=do,
                    args=(context.map_id, Remove(table="origins", id=row_id)),
                )


def _draw_merge(context: MapContext, moment: Moment) -> None:
    others = labels(context.journey, "moments", [row.id for row in context.journey.moments if row.id != moment.id])
    popover = st.popover(
        t("map-merge"),
        icon=":material/merge:",
        disabled=not others,
        key=state.key("map", context.map_id, "moments", moment.id, "merging"),
    )
    with popover, st.container(width=POPOVER):
        st.markdown(t("map-merge-why"))
        other = st.selectbox(
            t("map-merge-which"),
            list(others),
            index=None,
            format_func=lambda i: others.get(i, i),
            placeholder=t("map-choose"),
            key=state.key("map", context.map_id, "moments", moment.id, "other"),
        )
        st.button(
            t("map-merge-do"),
            icon=":material/merge:",
            type="primary",
            disabled=other is None,
            key=state.key("map", context.map_id, "moments", moment.id, "merge"),
            on_click=_merge,
            args=(context, moment, other),
        )


def _merge(context: MapContext, moment: Moment, other: str) -> None:
    name = shortened(context.journey.get(Moment, other).text)
    changes = merge_moments(context.journey, moment.id, other, new_id)
    take_out(context, moment, changes, t("map-merged", name=name))
    pick(context.map_id, "moments", moment.id)


def _draw_new(context: MapContext, moment: Moment) -> None:
    merged = context.journey.siblings("origins", moment.id)
    if moment.origin is None and not merged:
        return
    changes: list[Change] = [Remove(table="origins", id=i) for i in merged]
    if moment.origin is not None:
        changes.append(Set(table="moments", id=moment.id, field="origin", value=None))
    st.button(
        t("map-new-do"),
        icon=":material/fiber_new:",
        help=t("map-mark-new-help"),
        key=state.key("map", context.map_id, "moments", moment.id, "new"),
        on_click=do,
        args=(context.map_id, *changes),
    )
