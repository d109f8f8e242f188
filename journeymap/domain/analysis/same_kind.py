"""Two maps of one kind as a pair: revisions, versions of a to-be, last year's as-is and this year's."""

from collections.abc import Mapping

from journeymap.domain.model.copies import with_fields
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import MapKind, Origin, Row

_TRACED = ("episodes", "channels", "moments", "touchpoints", "needs", "backstage_steps")


def traced(before: Journey, after: Journey) -> tuple[Journey, Journey]:
    """Two maps of one kind as they can be compared: nothing is written.

    A copy and a revision share their rows' ids, and are compared by those. Maps that share none are compared as if the
    later one had been designed from the earlier: a row is the one that comes from the same row as it does.
    """
    if before.map_id == after.map_id or not before.tables["moments"].keys().isdisjoint(after.tables["moments"]):
        return before, after
    as_is = before.with_row(before.header.with_values(kind=MapKind.AS_IS))
    to_be = _traced_to(before, after)
    return as_is, to_be.with_row(to_be.header.with_values(kind=MapKind.TO_BE))


def _traced_to(before: Journey, after: Journey) -> Journey:
    rows: list[Row] = []
    further: list[Origin] = []
    for table in _TRACED:
        came = _by_origin(before, table)
        for row in after.tables[table].values():
            found = _same_origins(after, row, came)
            rows.append(with_fields(row, origin=found[0] if found else None))
            further += [_origin(row.id, n, one) for n, one in enumerate(found[1:]) if table == "moments"]
    bare = after.without(after.tables["origins"].values()).with_all(rows)
    for origin in further:
        bare = bare.with_row(origin)
    return bare


def _by_origin(before: Journey, table: str) -> Mapping[str, str]:
    """The rows of the earlier map by what they come from."""
    found: dict[str, str] = {}
    for row in before.tables[table].values():
        for origin in _origins(before, row):
            found.setdefault(origin, row.id)
    return found


def _same_origins(after: Journey, row: Row, came: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(came[one] for one in _origins(after, row) if one in came))


def _origins(journey: Journey, row: Row) -> tuple[str, ...]:
    if row.table == "moments":
        return journey.origins_of(row.id)
    return (row.origin,) if row.origin else ()


def _origin(moment: str, n: int, as_is: str) -> Origin:
    return Origin(id=f"traced-{moment[:40]}-{n}", parent=moment, key=f"a{n}", as_is=as_is)
