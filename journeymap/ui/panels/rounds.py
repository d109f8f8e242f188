"""Validation rounds beside the board: opened, with the link to send; ended; and who came, to be taken out."""

import streamlit as st

from journeymap.domain.model.validation import ValidationRound
from journeymap.domain.text.dates import day_said
from journeymap.service.address import leads_here_only
from journeymap.service.validation_rounds import MOST_CUSTOMERS, USUAL_CUSTOMERS, CustomerShare
from journeymap.ui import state
from journeymap.ui.actions import submit, submitted
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.removal import POPOVER, REMOVE
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, me, room_address, service, t
from journeymap.ui.times import date_format, day_of, exact

_NAME = state.key("rounds", "name")
_DAY = state.key("rounds", "day")
_MOST = state.key("rounds", "most")
_MADE = state.key("rounds", "made")
SHOWN = 10
PEOPLE = 30


def draw_rounds(context: MapContext) -> None:
    """The rounds of a map, and opening one."""
    rounds = submit(lambda: service().rounds.of_map(me(), context.map_id)) or ()
    with st.expander(t("rounds-title"), icon=":material/record_voice_over:", expanded=bool(rounds)):
        st.caption(t("rounds-about"))
        if context.head.archived_at is None:
            _draw_new(context.map_id)
        _draw_made(context.map_id)
        came = service().rounds.how_many_came(me(), context.map_id)
        skip = _skipped(context.map_id, len(rounds), SHOWN)
        for one in rounds[skip : skip + SHOWN]:
            _draw_round(one, came.get(one.id, 0))
        _draw_pages(context.map_id, len(rounds), SHOWN)


def _draw_new(map_id: str) -> None:
    st.text_input(t("rounds-name"), placeholder=t("rounds-name-for"), key=_NAME)
    with st.container(horizontal=True, gap="small"):
        st.date_input(t("rounds-day"), None, min_value="today", format=date_format(), key=_DAY)
        st.number_input(t("rounds-most"), 1, MOST_CUSTOMERS, USUAL_CUSTOMERS, key=_MOST)
    st.button(t("rounds-make"), key=state.key("rounds", "do"), on_click=_make, args=(map_id,))


def _make(map_id: str) -> None:
    made = submit(
        lambda: service().rounds.make(
            me(), map_id, state.get(_NAME, ""), last_day=state.get(_DAY, None), most=int(state.get(_MOST, 1))
        ),
        later=True,
    )
    if made:
        state.put(_MADE, (map_id, made[1]))
        state.forget(_NAME, _DAY)


def _draw_made(map_id: str) -> None:
    made = state.get(_MADE, ("", ""))
    if made[0] != map_id:
        return
    address = room_address()
    st.caption(f"**{t('rounds-made')}**")
    st.code(f"{address}/walk?link={made[1]}", language=None, wrap_lines=True)
    if leads_here_only(address):
        st.caption(f":material/wifi_off: {t('view-links-loopback')}")


def _draw_round(one: ValidationRound, came: int) -> None:
    over = one.is_over(service().house.now())
    with st.container(border=True, gap="xsmall", key=state.key("round", one.id)):
        until = t("rounds-ended") if over else t("rounds-until", day=day_said(day_of(one.until), language()))
        st.markdown(f"**{plain(one.name)}** · {until} · {t('rounds-came', n=came, most=one.most)}")
        skip = _skipped(one.id, came, PEOPLE)
        for share in service().rounds.customers(me(), one.map_id, one.id, most=PEOPLE, skip=skip) if came else ():
            _draw_customer(share)
        _draw_pages(one.id, came, PEOPLE)
        if came:
            _draw_clear(one)
        if not over:
            st.button(
                t("rounds-end"),
                help=t("rounds-end-help"),
                key=state.key("round", one.id, "end"),
                on_click=_end,
                args=(one.id,),
            )


def _skipped(of: str, n: int, size: int) -> int:
    """How many are on the pages before the one that is shown."""
    return min(int(state.get(_page_key(of), 0)), max(n - 1, 0) // size) * size


def _draw_pages(of: str, n: int, size: int) -> None:
    """Where there are more than one page shows: which are shown, and the ways to those before and after."""
    if n <= size:
        return
    skip = _skipped(of, n, size)
    page = skip // size
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for name, to in (("newer", page - 1), ("older", page + 1)):
            st.button(
                t(f"rounds-{name}"),
                key=state.key("rounds", of, name),
                disabled=not 0 <= to * size < n,
                on_click=state.put,
                args=(_page_key(of), to),
            )
        st.caption(t("rounds-page", first=skip + 1, last=min(skip + size, n), n=n))


def _page_key(of: str) -> str:
    return state.key("rounds", of, "page")


def _draw_clear(one: ValidationRound) -> None:
    popover = st.popover(t("rounds-clear"), icon=REMOVE, type="tertiary", key=state.key("round", one.id, "clearing"))
    with popover, st.container(width=POPOVER):
        st.markdown(t("rounds-clear-ask", name=plain(one.name)))
        st.button(
            t("rounds-clear-do"),
            icon=REMOVE,
            type="primary",
            key=state.key("round", one.id, "clear"),
            on_click=_clear,
            args=(one.id,),
        )


def _draw_customer(share: CustomerShare) -> None:
    one = share.customer
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        name = plain(one.name) or t("rounds-nameless")
        st.caption(f"{name} · {exact(one.came_at)} · {t('rounds-verdicts', n=share.verdicts)}", width="stretch")
        st.button(
            "",
            icon=":material/person_remove:",
            type="tertiary",
            help=t("rounds-remove-help"),
            key=state.key("round", "customer", one.id),
            on_click=_remove,
            args=(one.id,),
        )


def _end(round_id: str) -> None:
    submitted(lambda: service().rounds.end(me(), round_id), toast=t("rounds-is-over"), later=True)


def _remove(customer_id: str) -> None:
    submitted(lambda: service().rounds.remove_customer(me(), customer_id), toast=t("rounds-removed"), later=True)


def _clear(round_id: str) -> None:
    submitted(lambda: service().rounds.clear(me(), round_id), toast=t("rounds-removed"), later=True)
