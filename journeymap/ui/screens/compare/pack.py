"""The board pack: a look at the page, and the page to take away."""

from collections.abc import Callable
from urllib.parse import quote, urlencode

import streamlit as st

from journeymap.domain.text.errors import Refusal
from journeymap.exchange.formats import Format, Takes, offered
from journeymap.ui import state
from journeymap.ui.actions import refuse
from journeymap.ui.shared import language, me, reads_only, service, t
from journeymap.ui.takeaway import draw_explained

ICON = ":material/co_present:"
_MAP = state.key("compare", "pack")


def draw_pack_button(to_be_id: str) -> None:
    """A button that opens the page."""
    if reads_only():
        return
    st.button(
        t("pack-do"),
        icon=ICON,
        help=t("pack-help"),
        key=state.key("compare", "pack", "open"),
        on_click=state.put,
        args=(_MAP, to_be_id),
    )


def draw_pack() -> None:
    """The dialog, while it is open."""
    if to_be_id := state.get(_MAP, ""):
        st.dialog(t("pack-do"), width="large", icon=ICON, on_dismiss=_close)(_draw)(to_be_id)


def _close() -> None:
    state.forget(_MAP)


def _draw(to_be_id: str) -> None:
    try:
        page = service().exchange.export(me(), to_be_id, "pack-png", language=language(), takes=(Takes.PACK,))
    except Refusal as refusal:
        refuse(refusal)
        return
    draw_explained(offered(Takes.PACK), _address(to_be_id))
    st.image(page.content, width="stretch", alt=t("pack-alt"))


def _address(to_be_id: str) -> Callable[[Format], str]:
    def where(one: Format) -> str:
        query = urlencode({"format": one.name, "language": language()})
        return f"api/maps/{quote(to_be_id, safe='')}/pack?{query}"

    return where
