"""Adding after what is there: a moment after a moment, an episode after an episode; then going on from the new one."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.changes import Add, Change
from journeymap.domain.erasing import texts_of
from journeymap.domain.journey import Journey
from journeymap.domain.ordering import LAST
from journeymap.domain.rows import Row
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.components.line import Enter, draw_line
from journeymap.ui.frame import MapContext
from journeymap.ui.panels.picking import pick
from journeymap.ui.panels.saving import enter
from journeymap.ui.panels.touching import unused, use_channel
from journeymap.ui.quick import read_line
from journeymap.ui.resources import me, service, t


def moment_from(journey: Journey, line: str, episode: str, after: str | None = LAST) -> tuple[str, Sequence[Change]]:
    """The id of a new moment and the changes that add it, with the need and the channel its line names."""
    names = [channel.name for channel in journey.channels] + list(unused(journey))
    found = read_line(line, names)
    moment = new_id()
    changes: list[Change] = [Add(table="moments", id=moment, parent=episode, values={"text": found.text}, after=after)]
    if found.need:
        changes.append(Add(table="needs", id=new_id(), parent=moment, values={"text": found.need}))
    if found.channel:
        changes.extend(use_channel(journey, moment, found.channel))
    return moment, changes


def draw_add_after(context: MapContext, row: Row) -> None:
    """A button that opens a line for a new moment or episode right after this one."""
    with st.popover(
        t("map-add-after"),
        icon=":material/add:",
        type="tertiary",
        help=t(f"map-{row.table}-add-after"),
        key=state.key("map", context.map_id, row.table, row.id, "adding"),
    ):
        key = state.key("map", context.map_id, row.table, row.id, "add-after")
        most = texts_of(row.table)[row.main_field]
        draw_line(
            key,
            t(f"map-{row.table}-add-after"),
            _after(context, row),
            example=t(f"map-{row.table}-example"),
            most=most,
        )


def _after(context: MapContext, row: Row) -> Enter:
    """Adds after this row, the next one after that, and goes on from the last."""
    last = state.key("map", context.map_id, row.table, row.id, "added-after")

    def add(text: str, op: str) -> str:
        journey = service().maps.journey(me(), context.map_id)
        after: str = state.get(last, row.id)
        if journey.find(row.table, after) is None:
            after = row.id
        made, changes = _added(journey, row, text, after)
        reason = enter(context.map_id, lambda _: changes)(text, op)
        if not reason:
            state.put(last, made)
            pick(context.map_id, row.table, made)
        return reason

    return add


def _added(journey: Journey, row: Row, text: str, after: str) -> tuple[str, Sequence[Change]]:
    if row.table == "moments":
        return moment_from(journey, text, row.parent or "", after=after)
    made = new_id()
    return made, (Add(table=row.table, id=made, values={row.main_field: text}, after=after),)
