"""Links by which anybody reads a map: made, listed and ended where a map is shared."""

from datetime import date, datetime, timedelta
from functools import partial

import streamlit as st

from journeymap.domain.text.dates import day_said
from journeymap.service.address import leads_here_only
from journeymap.storage.view_link_rows import ViewLink
from journeymap.ui import state
from journeymap.ui.actions import submit, submitted
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, me, room_address, service, t
from journeymap.ui.times import date_format, exact

_NAME = state.key("view-links", "name")
_DAY = state.key("view-links", "day")
_PAIR = state.key("view-links", "pair")
_MADE = state.key("view-links", "made")
SHOWN = 20


def draw_view_links(map_id: str) -> None:
    """The links of a map, and making one; folded, for a workshop is what most people share."""
    with st.expander(t("view-links-title"), icon=":material/visibility:"):
        st.caption(t("view-links-about"))
        st.text_input(t("view-links-name"), placeholder=t("view-links-name-for"), key=_NAME)
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            st.date_input(t("view-links-day"), None, min_value="today", format=date_format(), key=_DAY)
            st.button(t("view-links-make"), key=state.key("view-links", "do"), on_click=_make, args=(map_id,))
        st.checkbox(t("view-links-pair"), value=True, key=_PAIR)
        _draw_made(map_id)
        links = submit(lambda: service().people.view_links.of_map(me(), map_id)) or []
        if not links:
            st.caption(t("view-links-none"))
        for one in links[:SHOWN]:
            draw_view_link(one)


def forget_made_link() -> None:
    """The link that was just made is shown no more."""
    state.forget(_MADE)


def draw_view_link(one: ViewLink, about: str = "") -> None:
    """One line: who it is for, until when, how often it was opened, and ending it."""
    over = one.is_over(service().house.now())
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        used = t("view-links-used", n=one.uses, at=exact(one.used_at) if one.used_at else "")
        parts = [f"**{plain(one.name)}**", plain(about), used]
        if over:
            parts.append(t("view-links-ended"))
        elif one.until:
            parts.append(t("view-links-until", day=day_said(_last_day(one), language())))
        st.markdown(" · ".join(part for part in parts if part), width="stretch")
        if not over:
            st.button(
                t("view-links-end"),
                help=t("view-links-end-help"),
                key=state.key("view-link", one.id),
                on_click=partial(_end, one.id),
            )


def _last_day(one: ViewLink) -> date:
    """The last whole day on which it works."""
    return (datetime.fromisoformat(one.until) - timedelta(seconds=1)).date()


def _draw_made(map_id: str) -> None:
    made = state.get(_MADE, ("", ""))
    if made[0] != map_id:
        return
    address = room_address()
    st.caption(f"**{t('view-links-made')}**")
    st.code(f"{address}/view?link={made[1]}", language=None, wrap_lines=True)
    if leads_here_only(address):
        st.caption(f":material/wifi_off: {t('view-links-loopback')}")


def _make(map_id: str) -> None:
    last_day = state.get(_DAY, None)
    made = submit(
        lambda: service().people.view_links.make(
            me(), map_id, state.get(_NAME, ""), last_day=last_day, with_pair=bool(state.get(_PAIR, default=True))
        ),
        later=True,
    )
    if made:
        state.put(_MADE, (map_id, made[1]))
        state.forget(_NAME, _DAY)


def _end(link_id: str) -> None:
    submitted(lambda: service().people.view_links.end(me(), link_id), toast=t("view-links-done"), later=True)
