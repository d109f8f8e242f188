"""Removing a row: first say what goes with it, then offer to undo it."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from journeymap.domain.changes.apply import caught
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Change, Remove
from journeymap.domain.model.rows import Row
from journeymap.ui import state
from journeymap.ui.actions import submit, submitted
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.selection import pick
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.shared import me, service, t

REMOVE = ":material/delete:"
POPOVER = 340
"""How wide a question is, in pixels."""


def goes_along(context: MapContext, row: Row) -> str:
    """What is removed with a row, as a phrase such as “3 touchpoints, 2 needs”; empty where nothing is."""
    rows, _ = caught(context.journey, row)
    counts = Counter(other.table for other in rows if other.id != row.id)
    return ", ".join(t(f"map-count-{table}".replace("_", "-"), n=n) for table, n in counts.items())


def draw_remove(context: MapContext, row: Row, *, label: str = "") -> None:
    """A button that says what it will remove before it does so."""
    along = goes_along(context, row)
    popover = st.popover(
        label,
        icon=REMOVE,
        type="tertiary",
        help=None if label else t("map-remove"),
        key=state.key("map", context.map_id, row.table, row.id, "removing"),
    )
    with popover, st.container(width=POPOVER):
        what = t(f"the-{row.table}".replace("_", "-"))
        st.markdown(t("map-remove-ask", row=what, name=plain(shortened(row.called, 80))))
        if along:
            st.markdown(t("map-remove-along", rows=along))
        st.button(
            t("map-remove-do"),
            icon=REMOVE,
            type="primary",
            key=state.key("map", context.map_id, row.table, row.id, "remove"),
            on_click=remove,
            args=(context, row),
        )


def remove(context: MapContext, row: Row) -> None:
    """Remove it and offer to undo that; for a button's on_click."""
    name = shortened(name_of(context.journey, row))
    take_out(context, row, (Remove(table=row.table, id=row.id),), t("map-removed", name=name))


def take_out(context: MapContext, row: Row, changes: Sequence[Change], toast: str) -> None:
    """Make changes that end a row; the panel then offers to undo them."""
    done = submit(lambda: service().changes.change(me(), context.map_id, changes), later=True)
    if done is None:
        return
    offer_undo(context.map_id, done.operations[0].batch, toast)
    if row.table in ("moments", "episodes"):
        pick(context.map_id, "episodes" if row.parent else "", row.parent or "")


def offer_undo(map_id: str, batch: str, toast: str) -> None:
    """From now on `draw_undo` says this, with the way back."""
    state.put(_key(map_id), (batch, toast))


def draw_undo(context: MapContext) -> None:
    """While I have done nothing else since something was removed: one click brings it back."""
    offered: tuple[str, str] = state.get(_key(context.map_id), ("", ""))
    batch, toast = offered
    if not (batch and context.may_edit):
        return
    if service().changes.stacks(me(), context.map_id).undo[-1:] != (batch,):
        state.forget(_key(context.map_id))
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True, wrap=False):
        st.markdown(plain(toast), width="stretch")
        st.button(
            t("map-undo"),
            icon=":material/undo:",
            key=state.key("map", "undo"),
            on_click=_undo,
            args=(context.map_id,),
        )


def _undo(map_id: str) -> None:
    submitted(lambda: service().changes.undo(me(), map_id), toast=t("map-undone"), later=True)


def name_of(journey: Journey, row: Row) -> str:
    """What a person calls a row; a touchpoint goes by its channel, a step by its moment."""
    referred = journey.find(row.references[row.main_field], row.called) if row.main_field in row.references else None
    return referred.called if referred else row.called


def _key(map_id: str) -> str:
    return state.key("map", map_id, "removed")
