"""Adding after what is there: a moment after a moment, an episode after an episode; then going on from the new one."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.changes import Add, Change
from journeymap.domain.journey import Journey
from journeymap.domain.ordering import LAST
from journeymap.domain.rows import Row
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.frame import MapContext
from journeymap.ui.panels.picking import pick
from journeymap.ui.panels.saving import Make, draw_reason, enter, hold
from journeymap.ui.panels.touching import unused, use_channel
from journeymap.ui.quick import read_line
from journeymap.ui.resources import t


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
        hold(key, "")
        st.text_input(
            t(f"map-{row.table}-add-after"),
            key=key,
            placeholder=t(f"map-{row.table}-example"),
            on_change=_add_after,
            args=(context, row, key),
        )
        draw_reason(key)


def _add_after(context: MapContext, row: Row, key: str) -> None:
    made: list[str] = []
    enter(key, context.map_id, _after(context.journey, row, made))
    if made and not state.get(key, ""):
        pick(context.map_id, row.table, made[-1])


def _after(journey: Journey, row: Row, made: list[str]) -> Make:
    def make(line: str) -> Sequence[Change]:
        if row.table == "moments":
            moment, changes = moment_from(journey, line, row.parent or "", after=row.id)
            made.append(moment)
            return changes
        made.append(new_id())
        return (Add(table=row.table, id=made[-1], values={row.main_field: line}, after=row.id),)

    return make
