"""Copies of a journey as changes: a duplicate, a to-be, a map made from a template or a file."""

from collections.abc import Mapping

from journeymap.domain.model.field_rules import LEFT_IN_AS_IS, left_in_as_is
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.rows import OF_THE_ROOM, JourneyMap, MapKind, Row


def copy_changes(journey: Journey, map_id: str, **header: object) -> list[Change]:
    """The changes that build this journey as a new map, with other header values where given.

    Row ids stay: they are unique within a map, not across maps.
    """
    return [_copy(row, map_id, header) for row in journey.rows() if row.table not in OF_THE_ROOM]


def to_be_changes(as_is: Journey, map_id: str, title: str) -> list[Change]:
    """The changes that start a to-be from this as-is: every row remembers its origin.

    What was felt is not lived yet, so felt emotions, their evidence and pain points stay behind;
    needs keep their evidence, for they are the customer's whatever we redesign. The graph is laid out anew:
    in a to-be, height is what should be felt.
    """
    changes: list[Change] = []
    for row in as_is.rows():
        if row.table in LEFT_IN_AS_IS or row.table in OF_THE_ROOM:
            continue
        values: dict[str, object] = {**row.values(), **left_in_as_is(row.table), "origin": row.id}
        if isinstance(row, JourneyMap):
            values |= {"title": title, "kind": MapKind.TO_BE.value, "origin": None}
        changes.append(_add(row, map_id, values))
    return changes


def _copy(row: Row, map_id: str, header: Mapping[str, object]) -> Change:
    return _add(row, map_id, row.values() | (dict(header) if isinstance(row, JourneyMap) else {}))


def _add(row: Row, map_id: str, values: Mapping[str, object]) -> Change:
    row_id = map_id if isinstance(row, JourneyMap) else row.id
    return Add(table=row.table, id=row_id, parent=row.parent, values=dict(values))
