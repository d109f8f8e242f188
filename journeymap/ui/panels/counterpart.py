"""In the panel of a to-be: which as-is it was designed from, and the way to another choice, which is reviewed."""

import streamlit as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import MapKind
from journeymap.ui import state
from journeymap.ui.link_question import ask_link
from journeymap.ui.map_header import MapContext, as_is_of
from journeymap.ui.navigation import go, link
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import t


def draw_pair(context: MapContext) -> None:
    """Draw the as-is with a link, how much of the to-be comes from it, and the way to another one."""
    if context.journey.kind is not MapKind.TO_BE:
        return
    st.markdown(f"**{t('pair-title')}**", help=t("pair-help"))
    as_is = as_is_of(context)
    if as_is is not None:
        link("map", plain(as_is.title), icon=":material/link:", map=as_is.map_id)
        st.caption(t("pair-shared", **_shared(context.journey, as_is)))
    else:
        st.markdown(plain(_why_alone(context)))
    if context.may_manage and context.may_edit:
        _draw_way(context)


def _draw_way(context: MapContext) -> None:
    """To the review of the links, where another as-is is chosen."""
    name = "link-open" if context.head.as_is_id is None else "link-look"
    if st.button(t(name), icon=":material/fact_check:", help=t("link-look-help"), key=state.key("map", "look-at-link")):
        ask_link(context.map_id)
        go("compare", map=context.map_id)


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
