"""A line that adds rows, and their order among their siblings."""

from collections.abc import Mapping, Sequence

from journeymap.domain.changes.pseudonymize import texts_of
from journeymap.domain.model.operations import Add, Change, Move
from journeymap.domain.model.rows import ROW_TYPES, Row
from journeymap.service.house import new_id
from journeymap.ui.components.line import draw_line
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.saved_field import Make, enter
from journeymap.ui.shared import t

ACTS: Mapping[str, str] = {
    "up": ":material/arrow_upward:",
    "down": ":material/arrow_downward:",
    "remove": ":material/delete:",
}


def draw_adder(context: MapContext, key: str, make: Make, table: str) -> None:
    """A line that adds a row when it is left or Enter is pressed, and waits for the next one."""
    label = t(f"map-{table}-add".replace("_", "-"))
    most = texts_of(table)[ROW_TYPES[table].main_field]
    draw_line(key, label, enter(context.map_id, make), example=label, most=most)


def adder(table: str, parent: str | None) -> Make:
    """From a text to a new row with it."""
    main = ROW_TYPES[table].main_field

    def make(text: str) -> Sequence[Change]:
        return (Add(table=table, id=new_id(), parent=parent, values={main: text}),)

    return make


def shift(context: MapContext, row: Row, act: str) -> Sequence[Change]:
    """One place up or down among its siblings; nothing where it stands at that end already."""
    ids = [i for i in context.journey.siblings(row.table, row.parent) if i != row.id]
    now = context.journey.siblings(row.table, row.parent).index(row.id)
    to = now - 1 if act == "up" else now + 1
    if not 0 <= to <= len(ids):
        return ()
    return (Move(table=row.table, id=row.id, parent=row.parent, after=ids[to - 1] if to else None),)
