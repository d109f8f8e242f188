"""Where maps stand, and rounds of customers, in SQLite."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple

from journeymap.domain.model.validation import MapState, RoundCustomer, RoundVerdict, StateChange, ValidationRound
from journeymap.domain.workshop.round_verdicts import MomentCount

_STATE = ", ".join(StateChange._fields)
_ROUND = ", ".join(ValidationRound._fields)
_CUSTOMER = ", ".join(RoundCustomer._fields)
_VERDICT = ", ".join(RoundVerdict._fields)
_TALLY = """
SELECT moment_id, max(top), sum(n), coalesce(sum(last % 2), 0), coalesce(sum(1 - last % 2), 0), sum(added) FROM (
    SELECT moment_id, max(number) AS top, count(*) AS n, sum(verdict = 'add') AS added,
        max(CASE verdict WHEN 'confirm' THEN 2 * number + 1 WHEN 'contest' THEN 2 * number END) AS last
    FROM round_verdicts WHERE map_id = ? GROUP BY moment_id, customer_id
) GROUP BY moment_id
"""
"""A customer's last word is their highest number: doubled, with one more where it confirms."""


class VerdictMark(NamedTuple):
    """The last number of what was said of a map, and how much that is: numbers are never given twice."""

    last: int
    n: int


TEXTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "round_verdicts": ("number", ("text", "quote", "about")),
    "validation_rounds": ("id", ("name",)),
    "round_customers": ("id", ("name",)),
}
"""Where people's words stand: the key of each table, and its fields."""


class Written(NamedTuple):
    """What is written in one row, by its key."""

    key: str
    map_id: str
    texts: Mapping[str, str]


class ValidationReader:
    """Reads them on one connection: a reader's, or the writer's in the middle of its work."""

    def __init__(self, connection: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._connection = connection

    def states(self, map_id: str) -> Sequence[StateChange]:
        """What was decided about a map, the newest first."""
        found = self._all(f"SELECT {_STATE} FROM map_states WHERE map_id = ? ORDER BY number DESC", map_id)  # noqa: S608
        return [_state(cells) for cells in found]

    def now(self, map_ids: Iterable[str]) -> Mapping[str, StateChange]:
        """The last decision about each of these maps; a map of which nothing was decided is not there."""
        found = self._all(
            f"SELECT {_STATE} FROM map_states WHERE number IN (SELECT max(number) FROM map_states"  # noqa: S608
            " WHERE map_id IN (SELECT value FROM json_each(?)) GROUP BY map_id)",
            json.dumps(list(map_ids)),
        )
        return {one.map_id: one for one in map(_state, found)}

    def rounds(self, map_id: str) -> Sequence[ValidationRound]:
        """The rounds of a map, the newest first; those too that are over."""
        asked = f"SELECT {_ROUND} FROM validation_rounds WHERE map_id = ? ORDER BY made_at DESC, id"  # noqa: S608
        return [ValidationRound(*cells) for cells in self._all(asked, map_id)]

    def round(self, round_id: str) -> ValidationRound | None:
        """One round, also one that is over."""
        return self._round("id", round_id)

    def round_by_secret(self, secret: str) -> ValidationRound | None:
        """The round in whose link stands what this is the hash of."""
        return self._round("secret", secret)

    def customers(self, map_id: str) -> Sequence[RoundCustomer]:
        """Everybody who came to the rounds of a map, in the order in which they did."""
        asked = f"SELECT {_CUSTOMER} FROM round_customers WHERE map_id = ? ORDER BY came_at, id"  # noqa: S608
        return [RoundCustomer(*cells) for cells in self._all(asked, map_id)]

    def customer(self, customer_id: str) -> RoundCustomer | None:
        """One of them, by their id."""
        return self._customer("id", customer_id)

    def customer_by_secret(self, secret: str) -> RoundCustomer | None:
        """Whose device holds what this is the hash of."""
        return self._customer("secret", secret)

    def came(self, map_id: str, round_id: str | None, most: int, skip: int = 0) -> Sequence[tuple[RoundCustomer, int]]:
        """A page of those who came to a round (None: to all of the map), the newest first, and how much each said."""
        asked = (
            f"SELECT {_CUSTOMER}, (SELECT count(*) FROM round_verdicts WHERE customer_id = round_customers.id)"  # noqa: S608
            " FROM round_customers WHERE map_id = ?1 AND (?2 IS NULL OR round_id = ?2)"
            " ORDER BY came_at DESC, id DESC LIMIT ?3 OFFSET ?4"
        )
        return [(RoundCustomer(*cells), n) for *cells, n in self._all(asked, map_id, round_id, most, skip)]

    def came_until(self, round_id: str, at: str, most: int) -> Sequence[str]:
        """The ids of a few who had come to a round by then."""
        asked = "SELECT id FROM round_customers WHERE round_id = ? AND came_at <= ? LIMIT ?"
        return [found for (found,) in self._all(asked, round_id, at, most)]

    def how_many_came(self, map_id: str) -> Mapping[str, int]:
        """How many came to each round of a map; a round to which nobody came is not there."""
        return dict(self._all("SELECT round_id, count(*) FROM round_customers WHERE map_id = ? GROUP BY 1", map_id))

    def verdicts(self, map_id: str) -> Sequence[RoundVerdict]:
        """What was said in all rounds of a map, in order. It may be very much: read a page where you can."""
        asked = f"SELECT {_VERDICT} FROM round_verdicts WHERE map_id = ? ORDER BY number"  # noqa: S608
        return [RoundVerdict(*cells) for cells in self._all(asked, map_id)]

    def mark(self, map_id: str) -> VerdictMark:
        """What changes whenever something is said of a map, or taken back."""
        asked = "SELECT coalesce(max(number), 0), count(*) FROM round_verdicts WHERE map_id = ?"
        return VerdictMark(*self._all(asked, map_id)[0])

    def tally(self, map_id: str) -> tuple[VerdictMark, Mapping[str, MomentCount]]:
        """What was said of each moment, counted by each customer's last word; and the mark at which it was."""
        found = self._all(_TALLY, map_id)
        counts = {moment: MomentCount(*map(int, three)) for moment, _, _, *three in found}
        mark = VerdictMark(max((top for _, top, *_ in found), default=0), sum(n for _, _, n, *_ in found))
        return mark, counts

    def judges(self, map_id: str, moments: Iterable[str]) -> int:
        """How many customers said of one of these moments that it is so, or that it is not."""
        asked = (
            "SELECT count(DISTINCT customer_id) FROM round_verdicts WHERE map_id = ? AND verdict <> 'add'"
            " AND moment_id IN (SELECT value FROM json_each(?))"
        )
        return int(self._all(asked, map_id, json.dumps(list(moments)))[0][0])

    def confirming_rounds(self, map_id: str) -> Mapping[str, Sequence[str]]:
        """The rounds in which a customer's last word on a moment confirms it, by moment; the latest word first."""
        asked = (
            "SELECT moment_id, round_id FROM (SELECT moment_id, round_id, verdict, max(number) AS number"
            " FROM round_verdicts WHERE map_id = ? AND verdict <> 'add' GROUP BY moment_id, customer_id)"
            " WHERE verdict = 'confirm' GROUP BY 1, 2 ORDER BY max(number) DESC"
        )
        rounds: dict[str, list[str]] = {}
        for moment, round_id in self._all(asked, map_id):
            rounds.setdefault(moment, []).append(round_id)
        return rounds

    def words(self, map_id: str, before: int | None, most: int) -> Sequence[tuple[int, RoundVerdict]]:
        """A page of what customers wrote of a map, the newest first, each with its number: only those before one."""
        asked = (
            f"SELECT number, {_VERDICT} FROM round_verdicts WHERE map_id = ?1 AND (?2 IS NULL OR number < ?2)"  # noqa: S608
            " AND (text <> '' OR quote <> '') ORDER BY number DESC LIMIT ?3"
        )
        return [(number, RoundVerdict(*cells)) for number, *cells in self._all(asked, map_id, before, most)]

    def newest_words(self, map_id: str, moments: Iterable[str], most: int) -> Sequence[RoundVerdict]:
        """The newest few that were written of each of these moments, the newest first."""
        asked = (
            f"SELECT {_VERDICT} FROM round_verdicts WHERE number IN (SELECT number FROM (SELECT number,"  # noqa: S608
            " row_number() OVER (PARTITION BY moment_id ORDER BY number DESC) AS place FROM round_verdicts"
            " WHERE map_id = ?1 AND moment_id IN (SELECT value FROM json_each(?2)) AND (text <> '' OR quote <> ''))"
            " WHERE place <= ?3) ORDER BY number DESC"
        )
        return [RoundVerdict(*cells) for cells in self._all(asked, map_id, json.dumps(list(moments)), most)]

    def is_judged(self, map_id: str) -> bool:
        """Whether a customer's word is left on a moment that everybody sees, that it is so or that it is not."""
        asked = (
            "SELECT EXISTS (SELECT 1 FROM round_verdicts AS said JOIN moments ON moments.map_id = said.map_id"
            " AND moments.id = said.moment_id WHERE said.map_id = ? AND said.verdict <> 'add'"
            " AND moments.private_in = '')"
        )
        return bool(self._all(asked, map_id)[0][0])

    def verdicts_of(self, customer_id: str) -> Sequence[RoundVerdict]:
        """What one of them said, in order."""
        asked = f"SELECT {_VERDICT} FROM round_verdicts WHERE customer_id = ? ORDER BY number"  # noqa: S608
        return [RoundVerdict(*cells) for cells in self._all(asked, customer_id)]

    def texts(self, table: str, workshop_id: str, after: str, most: int) -> Sequence[Written]:
        """What a table (of `TEXTS`) has about a workshop's maps, a few rows after one, in the order of its keys."""
        key, names = TEXTS[table]
        asked = (
            f"SELECT {key}, map_id, {', '.join(names)} FROM {table} WHERE {key} > ?2"  # noqa: S608 - names of our own
            f" AND map_id IN (SELECT id FROM maps WHERE workshop_id = ?1) ORDER BY {key} LIMIT ?3"
        )
        return [
            Written(str(found), map_id, dict(zip(names, texts, strict=True)))
            for found, map_id, *texts in self._all(asked, workshop_id, after, most)
        ]

    def _round(self, column: str, value: str) -> ValidationRound | None:
        found = self._all(f"SELECT {_ROUND} FROM validation_rounds WHERE {column} = ?", value)  # noqa: S608
        return ValidationRound(*found[0]) if found else None

    def _customer(self, column: str, value: str) -> RoundCustomer | None:
        found = self._all(f"SELECT {_CUSTOMER} FROM round_customers WHERE {column} = ?", value)  # noqa: S608
        return RoundCustomer(*found[0]) if found else None

    def _all(self, asked: str, *values: str | int | None) -> list[tuple[Any, ...]]:
        with self._connection() as db:
            return list(db.execute(asked, values))


class ValidationWriter(ValidationReader):
    """What one piece of work reads and writes of them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(lambda: nullcontext(connection))
        self._db = connection

    def decide(self, change: StateChange) -> None:
        """One decision more."""
        self._add("map_states", _STATE, change)

    def add_round(self, one: ValidationRound, secret: str) -> None:
        """A new round, by the hash of what stands in its link."""
        self._add("validation_rounds", f"{_ROUND}, secret", (*one, secret))

    def end_round(self, round_id: str, at: str) -> bool:
        """Nobody walks by it any more; False where it had ended."""
        asked = "UPDATE validation_rounds SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL"
        return self._db.execute(asked, (round_id, at)).rowcount > 0

    def end_rounds_of(self, people: Iterable[str], at: str) -> Sequence[ValidationRound]:
        """Nobody walks by what these people made any more; which rounds that were, of those that were not over."""
        return self._end_rounds("made_by IN (SELECT value FROM json_each(?2))", json.dumps(list(people)), at)

    def end_rounds_at(self, map_id: str, at: str) -> Sequence[ValidationRound]:
        """Nobody walks this map by any link any more; which rounds that were, of those that were not over."""
        return self._end_rounds("map_id = ?2", map_id, at)

    def _end_rounds(self, which: str, value: str, at: str) -> Sequence[ValidationRound]:
        ended = self._db.execute(
            f"UPDATE validation_rounds SET ended_at = ?1 WHERE ended_at IS NULL AND until > ?1 AND {which}"  # noqa: S608
            f" RETURNING {_ROUND}",
            (at, value),
        )
        return [ValidationRound(*cells) for cells in ended.fetchall()]

    def add_customer(self, one: RoundCustomer, secret: str) -> None:
        """Somebody came, by the hash of what their device holds."""
        self._add("round_customers", f"{_CUSTOMER}, secret", (*one, secret))

    def add_verdict(self, one: RoundVerdict) -> None:
        """One word more of a customer's."""
        self._add("round_verdicts", _VERDICT, one)

    def remove_customer(self, customer_id: str) -> int:
        """Somebody and all they said are gone; how much that was."""
        n = self._db.execute("DELETE FROM round_verdicts WHERE customer_id = ?", (customer_id,)).rowcount
        self._db.execute("DELETE FROM round_customers WHERE id = ?", (customer_id,))
        return n

    def count(self, table: str, column: str, value: str) -> int:
        """So many customers or verdicts belong to this round or customer."""
        asked = f"SELECT count(*) FROM {table} WHERE {column} = ?"  # noqa: S608 - names of our own
        found: int = self._db.execute(asked, (value,)).fetchone()[0]
        return found

    def said_in(self, round_id: str) -> int:
        """How much was said in a round."""
        asked = (
            "SELECT count(*) FROM round_verdicts WHERE customer_id IN"
            " (SELECT id FROM round_customers WHERE round_id = ?)"
        )
        found: int = self._db.execute(asked, (round_id,)).fetchone()[0]
        return found

    def erase_names(self, workshop_id: str, most: int) -> int:
        """The names that some customers of a workshop's maps gave are gone; how many: fewer than `most` at the end."""
        return self._db.execute(
            "UPDATE round_customers SET name = '' WHERE id IN (SELECT id FROM round_customers WHERE name <> ''"
            " AND map_id IN (SELECT id FROM maps WHERE workshop_id = ?) LIMIT ?)",
            (workshop_id, most),
        ).rowcount

    def reword(self, table: str, workshop_id: str, say: Callable[[str], str], after: str, most: int) -> str:
        """Say otherwise what a table has about a workshop's maps, a few rows after one; the last of them, or ""."""
        found = self.texts(table, workshop_id, after, most)
        key, names = TEXTS[table]
        sets = ", ".join(f"{name} = ?" for name in names)
        changed = [
            (*now, one.key) for one in found if (now := tuple(map(say, one.texts.values()))) != (*one.texts.values(),)
        ]
        self._db.executemany(f"UPDATE {table} SET {sets} WHERE {key} = ?", changed)  # noqa: S608 - names of our own
        return found[-1].key if found else ""

    def _add(self, table: str, columns: str, cells: Sequence[object]) -> None:
        marks = ", ".join("?" for _ in cells)
        self._db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(cells))  # noqa: S608


def _state(cells: tuple[Any, ...]) -> StateChange:
    found = StateChange(*cells)
    return found._replace(state=MapState(found.state))
