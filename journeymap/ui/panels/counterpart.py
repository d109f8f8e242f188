"""In the panel of a to-be: which as-is it was designed from, and another choice."""

import streamlit as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.errors import Refusal
from journeymap.ui import state
from journeymap.ui.actions import submitted
from journeymap.ui.map_header import MapContext, as_is_of
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import me, service, t
from journeymap.ui.unique_labels import distinct


def draw_pair(context: MapContext) -> None:
    """Draw the as-is with a link, how much of the to-be comes from it, and the choice of another one."""
    if context.journey.kind is not MapKind.TO_BE:
        return
    st.markdown(f"**{t('pair-title')}**", help=t("pair-help"))
    as_is = as_is_of(context)
    if as_is is not None:
        link("map", plain(as_is.title), icon=":material/link:", map=as_is.map_id)
        st.caption(t("pair-shared", **_shared(context.journey, as_is)))
    else:
        st.markdown(plain(_why_alone(context)))
    if context.may_manage and context.head.archived_at is None:
        _draw_choice(context)


def _why_alone(context: MapContext) -> str:
    head = context.head
    if head.as_is_id is not None:
        return t("pair-hidden")
    if head.designed_from is None:
        return t("pair-none-here")
    return t("pair-waits", title=head.designed_from_title) if head.designed_from_title else t("pair-waits-unnamed")


def _shared(to_be: Journey, as_is: Journey) -> dict[str, int]:
    known = as_is.tables["moments"]
    come = sum(any(origin in known for origin in to_be.origins_of(moment.id)) for moment in to_be.moments)
    return {"moments": len(to_be.moments), "known": come}


def _draw_choice(context: MapContext) -> None:
    now = context.head.as_is_id or ""
    heads = [h for h in service().maps.heads(me()) if h.kind is MapKind.AS_IS and h.id != context.map_id]
    titles = {"": t("pair-none")} | {head.id: head.title for head in heads}
    if now not in titles:
        titles[now] = _title(now)
    names = distinct(titles)
    # What is chosen is part of the key: when somebody else links it otherwise, this is another widget.
    key = state.key("map", context.map_id, "as-is", now or "none")
    st.selectbox(
        t("pair-as-is"),
        list(names),
        index=list(names).index(now),
        format_func=names.__getitem__,
        label_visibility="collapsed",
        key=key,
        on_change=_link,
        args=(context.map_id, now, key, names),
    )


def _title(map_id: str) -> str:
    try:
        return service().maps.head(me(), map_id).title
    except Refusal:
        return t("pair-hidden")


def _link(map_id: str, now: str, key: str, names: dict[str, str]) -> None:
    chosen = state.get(key, now)
    state.forget(key)
    if chosen == now:
        return
    toast = t("pair-linked", title=names[chosen]) if chosen else t("pair-unlinked")
    submitted(lambda: service().maps.link(me(), map_id, chosen or None), toast=toast, later=True)
