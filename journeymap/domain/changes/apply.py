"""From an effect to the next journey: no rules, the same on every replay."""

from collections.abc import Iterable, Iterator, Mapping

from journeymap.domain.model.copies import with_fields
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Effect, Kept
from journeymap.domain.model.rows import CHILD_TABLES, REFERRING, ROW_TYPES, Row


def apply(journey: Journey, effect: Effect) -> Journey:
    """The journey after this effect, one revision on."""
    return _applied(journey, effect).at_revision(journey.revision + 1)


def replay(map_id: str, effects: Iterable[Effect]) -> Journey:
    """The journey that these effects, from the first one on, lead to."""
    journey = Journey(map_id)
    for effect in effects:
        journey = apply(journey, effect)
    return journey


def _applied(journey: Journey, effect: Effect) -> Journey:
    match effect.do:
        case "add":
            place = {"id": effect.id, "parent": effect.parent, "key": effect.key}
            whose = {"author": effect.author, "private": effect.private}
            return journey.with_row(ROW_TYPES[effect.table].model_validate({**effect.values, **place, **whose}))
        case "set":
            row = journey.tables[effect.table][effect.id]
            return journey.with_row(row.with_values(**{effect.field: effect.value}))
        case "move":
            row = journey.tables[effect.table][effect.id]
            return journey.with_row(row.placed(effect.parent, effect.key))
        case "remove":
            rows, cleared = caught(journey, journey.tables[effect.table][effect.id])
            for row, field in cleared:
                now = journey.tables[row.table][row.id]
                journey = journey.with_row(now.with_values(**{field: None}))
            return journey.without(rows)
        case "reveal":
            journey = journey.without(journey.tables["touchpoints"][i] for i in effect.values.get("gone", ()))
            journey = journey.without(journey.tables["channels"][i] for i in effect.values.get("united", ()))
            return journey.with_all(_shown(journey.tables[kept.table][kept.id], kept) for kept in effect.kept)


def _shown(row: Row, kept: Kept) -> Row:
    """A row that is hidden no more; its channel may have become one with another."""
    channel = {"channel": kept.values["channel"]} if "channel" in kept.values else {}
    return with_fields(row, private="", **channel)


def caught(journey: Journey, row: Row) -> tuple[list[Row], list[tuple[Row, str]]]:
    """What is removed along with a row: the rows that depend on it, and the fields that refer to them.

    Rows come parents first, and referred before referring, so that adding them again in this order works.
    """
    found: dict[str, Row] = {}
    waiting = [row]
    while waiting:
        fresh = _below(journey, waiting, found)
        waiting = [other for other, _ in _referring(journey, fresh, found, goes=True)]
    cleared = list(_referring(journey, found, found, goes=False))
    order = {table: n for n, table in enumerate(ROW_TYPES)}
    rows = sorted(found.values(), key=lambda r: (order[r.table], r.parent or "", r.key, r.id))
    return rows, sorted(cleared, key=lambda pair: (pair[0].table, pair[0].id, pair[1]))


def _below(journey: Journey, rows: Iterable[Row], found: dict[str, Row]) -> dict[str, Row]:
    """These rows and all that stands in them, as far as they are not found yet; they are now."""
    fresh: dict[str, Row] = {}
    waiting = list(rows)
    while waiting:
        now = waiting.pop(0)
        if now.id in found:
            continue
        found[now.id] = fresh[now.id] = now
        for table in CHILD_TABLES[now.table]:
            waiting.extend(journey.tables[table][i] for i in journey.siblings(table, now.id))
    return fresh


def _referring(
    journey: Journey, to: Mapping[str, Row], found: Mapping[str, Row], *, goes: bool
) -> Iterator[tuple[Row, str]]:
    """The other rows, each with its field, that refer to these: those that go with them, or those that stay."""
    for table in {row.table for row in to.values()}:
        for referring, field, required in REFERRING[table]:
            if required is goes:
                for other in journey.tables[referring].values():
                    if getattr(other, field) in to and other.id not in found:
                        yield other, field
