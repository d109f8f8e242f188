"""Take something away: the formats of the registry as links, and a dialog with all that a map can become."""

from collections.abc import Callable, Iterable
from urllib.parse import quote, urlencode

import streamlit as st

from journeymap.domain.model.rows import GraphView, MapKind
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.formats import Format, Takes, offered
from journeymap.storage.store import MapHead
from journeymap.ui import state
from journeymap.ui.actions import refuse
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, me, reads_only, service, t

ICON = ":material/download:"
_ICONS = {
    ".json": ":material/data_object:",
    ".csv": ":material/table:",
    ".xlsx": ":material/table_view:",
    ".md": ":material/description:",
    ".html": ":material/web:",
    ".png": ":material/image:",
    ".svg": ":material/polyline:",
    ".pdf": ":material/picture_as_pdf:",
    ".pptx": ":material/co_present:",
    ".sh": ":material/terminal:",
    ".zip": ":material/folder_zip:",
}
_MAP = state.key("taking", "map")
_CHANGED = state.key("taking", "only-changed")
_VIEW = state.key("taking", "view")


def address(map_id: str, format_: Format, **how: str) -> str:
    """Where the file is, made by the web when it is asked for; relative, so that it holds behind a proxy too."""
    query = {"format": format_.name} | {name: value for name, value in how.items() if value}
    return f"api/maps/{quote(map_id, safe='')}/export?{urlencode(query)}"


LABEL = 300
"""How wide a link is where what its format is good for stands beside it."""


def draw_formats(formats: Iterable[Format], where: Callable[[Format], str]) -> None:
    """A link for each format, with its purpose on hover."""
    for one in formats:
        st.link_button(t(one.label), where(one), icon=icon(one), help=t(one.about), type="tertiary", width="stretch")


def draw_explained(formats: Iterable[Format], where: Callable[[Format], str]) -> None:
    """A link for each format, with its purpose beside it."""
    with st.container(gap="xsmall"):
        for one in formats:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.link_button(t(one.label), where(one), icon=icon(one), width=LABEL)
                st.caption(t(one.about), width="stretch")


def icon(format_: Format) -> str:
    """A sign for the kind of file."""
    return _ICONS.get(format_.suffix, ":material/share:")


def ask_taking(map_id: str) -> None:
    """Open the dialog for this map; for a button's on_click."""
    state.put(_MAP, map_id)


def draw_taking_button(map_id: str) -> None:
    """A button that opens the dialog; each file is made when somebody asks for it."""
    if reads_only():
        return
    st.button(
        t("taking-do"),
        icon=ICON,
        help=t("taking-help"),
        key=state.key("map", "tool", "taking"),
        on_click=ask_taking,
        args=(map_id,),
    )


def draw_taking() -> None:
    """The dialog, while it is open."""
    map_id = state.get(_MAP, "")
    if map_id:
        st.dialog(t("taking-title"), width="large", icon=ICON, on_dismiss=_close)(_draw)(map_id)


def _close() -> None:
    state.forget(_MAP, _CHANGED, _VIEW)


def _draw(map_id: str) -> None:
    try:
        head = service().maps.head(me(), map_id)
    except Refusal as refusal:
        refuse(refusal)
        return
    st.markdown(plain(head.title))
    st.markdown(f"**{t('taking-of-map')}**")
    draw_explained(offered(Takes.MAP), lambda one: address(map_id, one))
    _draw_stories(head)
    _draw_graph(head)


def _draw_stories(head: MapHead) -> None:
    st.markdown(f"**{t('taking-of-stories')}**")
    if head.kind is not MapKind.TO_BE:
        st.caption(t("taking-as-is"))
        return
    try:
        service().exchange.require_stories(head)
    except Refusal as refusal:
        st.caption(refusal.reason(language()))
        return
    changed = head.as_is_id is not None and st.toggle(t("taking-only-changed"), value=True, key=_CHANGED)
    draw_explained(
        offered(Takes.STORIES), lambda one: address(head.id, one, only_changed="true" if changed else "false")
    )


def _draw_graph(head: MapHead) -> None:
    st.markdown(f"**{t('taking-of-graph')}**")
    names = {str(one): t(f"graph-screen-view-{one}") for one in GraphView}
    if head.as_is_id is None:
        names.pop(str(GraphView.OVER))
    view = st.selectbox(t("taking-view"), list(names), format_func=names.__getitem__, key=_VIEW)
    draw_explained(offered(Takes.GRAPH), lambda one: address(head.id, one, view=view or ""))
