"""What whoever leads the workshop does with one card: keep it as it is, and show it to everybody."""

import streamlit as st

from journeymap.domain.errors import Refusal
from journeymap.domain.rows import Row
from journeymap.domain.workshops import Workshop
from journeymap.ui import state
from journeymap.ui.frame import MapContext
from journeymap.ui.resources import me, service, t
from journeymap.ui.room.reading import do, may_lead


def draw_lead(context: MapContext, row: Row) -> None:
    """For those who lead the workshop of this map, two buttons; for everybody, whether the card is locked."""
    workshop = _workshop_of(context)
    if workshop is None or workshop.closed_at is not None:
        return
    locked = row.id in workshop.locked_rows
    if not may_lead(me(), workshop.id):
        if locked:
            st.caption(f":material/lock: {t('map-locked')}")
        return
    lit = workshop.spotlight == row.id
    with st.container(horizontal=True, gap="small"):
        st.button(
            t(f"map-lock-{'off' if locked else 'on'}"),
            icon=":material/lock:" if locked else ":material/lock_open:",
            type="secondary" if locked else "tertiary",
            help=t("map-lock-help"),
            disabled=bool(row.private),
            key=state.key("map", context.map_id, row.table, row.id, "lock"),
            on_click=do,
            args=(lambda w, person: w.lock_row(person, workshop.id, row.id, not locked),),
        )
        st.button(
            t(f"map-light-{'off' if lit else 'on'}"),
            icon=":material/highlight_off:" if lit else ":material/highlight:",
            type="secondary" if lit else "tertiary",
            help=t("lead-spotlight-help"),
            disabled=bool(row.private),
            key=state.key("map", context.map_id, row.table, row.id, "light"),
            on_click=do,
            args=(lambda w, person: w.spotlight(person, workshop.id, None if lit else row.id),),
        )


def _workshop_of(context: MapContext) -> Workshop | None:
    if context.head.workshop_id is None:
        return None
    try:
        return service().workshops.get(me(), context.head.workshop_id)
    except Refusal:
        return None
