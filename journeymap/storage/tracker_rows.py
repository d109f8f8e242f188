"""What stands in trackers of the stories of a map, in SQLite."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from journeymap.domain.model.tracker_items import TrackerItem, TrackerRun

_ITEM = ", ".join(TrackerItem._fields)
_RUN = ", ".join(TrackerRun._fields)


class TrackerReader:
    """Reads it on one connection: a reader's, or the writer's in the middle of its work."""

    def __init__(self, connection: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._connection = connection

    def items(self, map_id: str, place: str | None = None) -> Sequence[TrackerItem]:
        """The items of a map, in one place or in all."""
        asked = (
            f"SELECT {_ITEM} FROM tracker_items WHERE map_id = ?1 AND (?2 IS NULL OR place = ?2)"  # noqa: S608
            " ORDER BY place, item_id"
        )
        return [_item(cells) for cells in self._all(asked, map_id, place)]

    def sent_by_others(self, map_id: str, place: str, ids: Iterable[str]) -> int:
        """How many of these items another map has sent to this place."""
        asked = (
            "SELECT count(*) FROM tracker_items WHERE place = ?1 AND map_id <> ?2"
            " AND item_id IN (SELECT value FROM json_each(?3))"
        )
        return int(self._all(asked, place, map_id, json.dumps(list(ids)))[0][0])

    def runs(self, map_id: str) -> Sequence[TrackerRun]:
        """The last run to each place."""
        asked = f"SELECT {_RUN} FROM tracker_runs WHERE map_id = ? ORDER BY place"  # noqa: S608
        return [_run(cells) for cells in self._all(asked, map_id)]

    def run(self, map_id: str, place: str) -> TrackerRun | None:
        """The last run to one place."""
        return next((one for one in self.runs(map_id) if one.place == place), None)

    def _all(self, asked: str, *values: str | None) -> list[tuple[Any, ...]]:
        with self._connection() as db:
            return list(db.execute(asked, values))


class TrackerWriter(TrackerReader):
    """What one piece of work reads and writes of it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(lambda: nullcontext(connection))
        self._db = connection

    def keep(self, items: Sequence[TrackerItem]) -> None:
        """This is what is known of these items now."""
        marks = ", ".join("?" for _ in TrackerItem._fields)
        self._db.executemany(
            f"INSERT OR REPLACE INTO tracker_items ({_ITEM}) VALUES ({marks})",  # noqa: S608 - names of our own
            [one._replace(sent=_json(one.sent), read=_json(one.read)) for one in items],  # type: ignore[arg-type]
        )

    def forget(self, map_id: str, place: str, ids: Sequence[str]) -> None:
        """These are neither stories of the map nor there any more."""
        self._db.execute(
            "DELETE FROM tracker_items WHERE map_id = ? AND place = ? AND item_id IN (SELECT value FROM json_each(?))",
            (map_id, place, json.dumps(list(ids))),
        )

    def begin(self, run: TrackerRun) -> None:
        """A run begins, which is the last one from now on."""
        marks = ", ".join("?" for _ in TrackerRun._fields)
        self._db.execute(
            f"INSERT OR REPLACE INTO tracker_runs ({_RUN}) VALUES ({marks})",  # noqa: S608 - names of our own
            run._replace(counts=_json(run.counts)),  # type: ignore[arg-type]
        )

    def beat(self, run: TrackerRun, beat: float) -> bool:
        """It still goes on; False where another one has begun since."""
        asked = "UPDATE tracker_runs SET beat = ?4 WHERE map_id = ?1 AND place = ?2 AND run_id = ?3"
        return self._db.execute(asked, (run.map_id, run.place, run.run_id, beat)).rowcount > 0

    def end(self, run: TrackerRun, at: str, fault: str, counts: Mapping[str, int]) -> None:
        """It is over."""
        self._db.execute(
            "UPDATE tracker_runs SET ended_at = ?4, fault = ?5, counts = ?6"
            " WHERE map_id = ?1 AND place = ?2 AND run_id = ?3",
            (run.map_id, run.place, run.run_id, at, fault, _json(counts)),
        )


def _item(cells: tuple[Any, ...]) -> TrackerItem:
    found = TrackerItem(*cells)
    return found._replace(
        closed=bool(found.closed),
        gone=bool(found.gone),
        sent=json.loads(str(found.sent)),
        read=json.loads(str(found.read)),
    )


def _run(cells: tuple[Any, ...]) -> TrackerRun:
    found = TrackerRun(*cells)
    return found._replace(counts=json.loads(str(found.counts)))


def _json(values: Mapping[str, Any]) -> str:
    return json.dumps(dict(values), sort_keys=True)
