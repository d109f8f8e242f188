"""From a change to its effects: every rule of a journey is checked here, and nothing is changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from journeymap.domain.changes.apply import apply, caught
from journeymap.domain.changes.reveal import revealed, still_hidden
from journeymap.domain.changes.validation_errors import refusal, require_visible
from journeymap.domain.model import limits, order_keys
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Cleared, Effect, Kept, Move, Position, Remove, Reveal, Set
from journeymap.domain.model.rows import (
    ROW_TYPES,
    GraphPlace,
    MomentProposal,
    Row,
    StoryLink,
    Touchpoint,
    Verdict,
    Vote,
)
from journeymap.domain.model.visibility import NOBODY, Sight
from journeymap.domain.text.errors import Term, gone, invalid

SPACED = 16
"""So many siblings on each side are spaced anew where there is no room between two; more where that does not do."""


def perform(journey: Journey, changes: Iterable[Change]) -> tuple[Journey, list[Effect]]:
    """The journey after these changes and all their effects, or a Refusal and nothing.

    The journey's revision counts one for every effect.
    """
    effects: list[Effect] = []
    for change in changes:
        for effect in decide(journey, change):
            journey = apply(journey, effect)
            effects.append(effect)
    return journey, effects


def decide(journey: Journey, change: Change) -> list[Effect]:
    """What this change does to this journey.

    More than one effect only where siblings have to be spaced anew first, or where a reveal leaves something hidden.
    Errors: Refusal, in a facilitator's words.
    """
    if change.table not in ROW_TYPES and not isinstance(change, Reveal):
        raise invalid("no-such-table", table=change.table)
    match change:
        case Add():
            return list(_add(journey, change))
        case Set():
            return [_set(journey, change)]
        case Move():
            return list(_move(journey, change))
        case Remove():
            return [_remove(journey, change)]
        case Reveal():
            return list(_reveal(journey, change))


def _add(journey: Journey, change: Add) -> Iterator[Effect]:
    kind = ROW_TYPES[change.table]
    if journey.table_of(change.id):
        raise invalid("id-used")
    if kind.table == "maps" and change.id != journey.map_id:
        raise invalid("one-map")
    if journey.count(kind.table) >= limits.ROWS[kind.table]:
        raise invalid("too-many-rows", row=_name(kind.table), most=limits.ROWS[kind.table])
    _check_parent(journey, kind, change.parent)
    for name in change.values:
        if name not in kind.fields():
            raise invalid("no-such-field", field=name[: limits.LABEL])
    place = {"id": change.id, "parent": change.parent, "author": change.author, "private": change.private}
    require_visible(kind.table, change.values)
    row = _row(kind, {**change.values, **place})
    _check_references(journey, row)
    _check_hidden(journey, row)
    _check_pair(journey, row)
    key, after, moved = _key(journey, row, change.after, change.key)
    yield from moved
    yield Effect(
        do="add",
        table=kind.table,
        id=row.id,
        parent=row.parent,
        after=after,
        key=key,
        values=row.values(),
        author=row.author,
        private=row.private,
    )


def _set(journey: Journey, change: Set) -> Effect:
    row = _there(journey, change.table, change.id)
    if change.field not in row.fields():
        raise invalid("no-such-field", field=change.field)
    require_visible(row.table, {change.field: change.value})
    try:
        now = row.with_values(**{change.field: change.value})
    except ValidationError as problem:
        raise refusal(row.table, problem) from None
    if change.field in row.references:
        _check_references(journey, now)
        _check_hidden(journey, now)
    if change.field in row.references or change.field in ("view", "node"):
        _check_pair(journey, now)
    return Effect(
        do="set",
        table=row.table,
        id=row.id,
        field=change.field,
        value=now.plain(change.field),
        before=row.plain(change.field),
        **_whose(row),
    )


def _move(journey: Journey, change: Move) -> Iterator[Effect]:
    row = _there(journey, change.table, change.id)
    if row.table in ("maps", "personas"):
        raise invalid("cannot-move", row=_name(row.table))
    _check_parent(journey, type(row), change.parent)
    target = row.placed(change.parent, row.key)
    _check_hidden(journey, target)
    _check_pair(journey, target)
    yield from _put(journey, row, change.parent, change.after, change.key)


def _put(
    journey: Journey, row: Row, parent: str | None, after: str | None, wanted: str | None = None
) -> Iterator[Effect]:
    """The row at its new place, which the caller has checked."""
    key, after, moved = _key(journey, row.placed(parent, row.key), after, wanted)
    yield from moved
    yield Effect(
        do="move",
        table=row.table,
        id=row.id,
        parent=parent,
        after=after,
        key=key,
        place=Position(parent=row.parent, after=journey.before(row), key=row.key),
        **_whose(row),
    )


def _remove(journey: Journey, change: Remove) -> Effect:
    row = _there(journey, change.table, change.id)
    if row.table == "maps":
        raise invalid("cannot-remove-map")
    rows, cleared = caught(journey, row)
    return Effect(
        do="remove",
        table=row.table,
        id=row.id,
        kept=tuple(
            Kept(
                table=r.table,
                id=r.id,
                parent=r.parent,
                after=journey.before(r),
                key=r.key,
                values=r.values(),
                author=r.author,
                private=r.private,
            )
            for r in rows
        ),
        cleared=tuple(Cleared(table=r.table, id=r.id, field=f, value=getattr(r, f)) for r, f in cleared),
        **_whose(row),
    )


def _reveal(journey: Journey, change: Reveal) -> Iterator[Effect]:
    """What is shown, and then the places of what stays hidden among it: for those who know of that."""
    shown = revealed(journey, change.id)
    yield shown
    between = still_hidden(journey, shown)
    journey = apply(journey, shown) if between else journey
    for row, after in between:
        for effect in _put(journey, journey.tables[row.table][row.id], row.parent, after):
            yield effect
            journey = apply(journey, effect)


def _whose(row: Row) -> dict[str, Any]:
    """Who is told of an operation on this row."""
    return {"author": row.author, "private": row.private} if row.private else {}


def _there(journey: Journey, table: str, row_id: str) -> Row:
    row = journey.find(table, row_id)
    if row is None:
        raise gone("row-gone", row=_name(table))
    return row


def _row(kind: type[Row], values: dict[str, Any]) -> Row:
    try:
        return kind.model_validate(values)
    except ValidationError as problem:
        raise refusal(kind.table, problem) from None


def _check_parent(journey: Journey, kind: type[Row], parent: str | None) -> None:
    if kind.parent_table is None:
        if parent is not None:
            raise invalid("no-parent", row=_name(kind.table))
    elif parent is None or journey.find(kind.parent_table, parent) is None:
        raise gone("parent-gone", row=_name(kind.table), parent=_name(kind.parent_table))


def _check_references(journey: Journey, row: Row) -> None:
    for field, table in row.references.items():
        referred = getattr(row, field)
        if referred is not None and journey.find(table, referred) is None:
            raise gone("reference-gone", row=_name(row.table), referred=_name(table))


def _check_hidden(journey: Journey, row: Row) -> None:
    """What belongs to a hidden row, or refers to one, is as hidden: else it would give that row away."""
    if not journey.private:
        return
    above = [(type(row).parent_table, row.parent)]
    above += [(table, getattr(row, field)) for field, table in row.references.items()]
    for table, row_id in above:
        other = journey.find(table, row_id) if table and row_id else None
        if other is not None and other.private and (other.private, other.author) != (row.private, row.author):
            raise invalid("not-yet-shown", row=_name(row.table))


def _check_pair(journey: Journey, row: Row) -> None:
    """A moment is in a channel once, a node of a view stands at one place, and a vote is given once."""
    if isinstance(row, Touchpoint):
        sight = Sight(row.author)
        for other in journey.touchpoints_of(row.parent or ""):
            if other.id != row.id and other.channel == row.channel and sight.sees_row(other):
                raise invalid("touchpoint-twice")
    if isinstance(row, Vote):
        _check_vote(journey, row)
    if isinstance(row, Verdict | MomentProposal) and _is_said(journey, row):
        raise invalid("verdict-twice" if isinstance(row, Verdict) else "proposal-twice")
    if isinstance(row, StoryLink):
        _check_link(journey, row)
    if isinstance(row, GraphPlace):
        for place in journey.places:
            if place.id != row.id and (place.view, place.node) == (row.view, row.node):
                raise invalid("place-twice")


def _check_link(journey: Journey, row: StoryLink) -> None:
    """Two stories are linked once, and none waits for itself, however many stand in between."""

    def before(story: str | None) -> set[str]:
        links = (journey.get(StoryLink, one) for one in journey.siblings("story_links", story) if one != row.id)
        return {link.depends_on for link in links}

    if row.depends_on in before(row.parent):
        raise invalid("story-link-twice")
    waiting, known = [row.depends_on], {row.depends_on}
    while waiting:
        now = waiting.pop()
        if now == row.parent:
            raise invalid("story-link-circle")
        fresh = before(now) - known
        known |= fresh
        waiting += fresh


def _is_said(journey: Journey, row: Verdict | MomentProposal) -> bool:
    """Whether somebody has already said something of this item: they change that instead."""
    if not row.author:
        return False
    others = (other for other in journey.tables[row.table].values() if other.author == row.author)
    return any(isinstance(other, type(row)) and other.item == row.item and other.id != row.id for other in others)


def _check_vote(journey: Journey, row: Vote) -> None:
    for other in journey.tables["votes"].values():
        if other.author != row.author or not isinstance(other, Vote) or other.id == row.id:
            continue
        if (other.round, other.question) == (row.round, row.question) and (
            other.item == row.item if row.question else other.slot == row.slot
        ):
            raise invalid("vote-twice")


def _key(journey: Journey, row: Row, after: str | None, wanted: str | None) -> tuple[str, str | None, list[Effect]]:
    """The key for this row after `after`, that sibling, and the moves that make room if there is none.

    A sibling that is gone by now counts as "behind all": the row was meant for this parent, and keeps it.
    """
    rows = journey.tables[row.table]
    ids = [i for i in journey.siblings(row.table, row.parent) if i != row.id]
    if journey.private:
        after = _seen_before(journey, row, ids, after)
    at = 0 if after is None else ids.index(after) + 1 if after in ids else len(ids)
    after = ids[at - 1] if at else None
    if wanted and _fits(wanted, row.id, [(rows[i].key, i) for i in ids], at):
        return wanted, after, []
    key = order_keys.between(rows[ids[at - 1]].key if at else None, rows[ids[at]].key if at < len(ids) else None)
    if key is not None:
        return key, after, []
    first, last, fresh = _room(rows, ids, at)
    moves = [
        Effect(
            do="move",
            table=row.table,
            id=i,
            parent=row.parent,
            after=ids[n - 1] if n else None,
            key=fresh[n - first if n < at else n - first + 1],
            place=Position(parent=row.parent, after=ids[n - 1] if n else None, key=rows[i].key),
            private=NOBODY if journey.private else "",
        )
        for n, i in enumerate(ids)
        if first <= n < last
    ]
    return fresh[at - first], after, moves


def _room(rows: Mapping[str, Row], ids: list[str], at: int) -> tuple[int, int, Sequence[str]]:
    """From which sibling to which all are spaced anew, to make room at a place, and their keys: as few as will do."""
    half = SPACED
    while True:
        first, last = max(0, at - half), min(len(ids), at + half)
        low = rows[ids[first - 1]].key if first else None
        high = rows[ids[last]].key if last < len(ids) else None
        fresh = order_keys.spaced(last - first + 1, low, high)
        if fresh is not None:
            return first, last, fresh
        half *= 4


def _seen_before(journey: Journey, row: Row, ids: list[str], after: str | None) -> str | None:
    """The nearest sibling at or before `after` that everybody who is told of this row can see."""
    if after is None:
        return None
    sight = Sight(row.author if row.private else "")
    until = ids.index(after) + 1 if after in ids else len(ids)
    return next((i for i in reversed(ids[:until]) if sight.sees_row(journey.tables[row.table][i])), None)


def _fits(key: str, row_id: str, places: list[tuple[str, str]], at: int) -> bool:
    """Whether a row with this key would stand at this place."""
    return all(place < (key, row_id) for place in places[:at]) and all(place > (key, row_id) for place in places[at:])


def _name(table: str) -> Term:
    return Term(f"the-{table.replace('_', '-')}")
