"""View links in SQLite: each lets anybody who has it read one map."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

MOST_SHOWN = 2_000
"""So many are listed at most, the newest."""


class ViewLink(NamedTuple):
    """A link by which anybody reads a map. `until`: when it ends by itself, "" for never; `with_pair`: its pair too."""

    id: str
    map_id: str
    name: str
    with_pair: bool
    until: str
    made_by: str
    made_at: str
    uses: int = 0
    used_at: str = ""
    ended_at: str | None = None

    def is_over(self, at: str) -> bool:
        """Whether it leads nowhere at this time."""
        return self.ended_at is not None or (self.until != "" and self.until <= at)


_COLUMNS = ", ".join(ViewLink._fields)
_LINKS = f"SELECT {_COLUMNS} FROM view_links"  # noqa: S608 - names of our own
_TOLD_EVERY = "-60 seconds"

_PAIR = """
SELECT other.id FROM maps AS it JOIN maps AS other
ON other.id = it.as_is_id AND it.kind = 'to-be'
WHERE it.id = ?1 AND other.workshop_id IS it.workshop_id AND other.made = 1 AND other.archived_at IS NULL
UNION ALL SELECT * FROM (
    SELECT other.id FROM maps AS it JOIN maps AS other ON other.as_is_id = it.id
    WHERE it.id = ?1 AND it.kind = 'as-is' AND other.kind = 'to-be' AND other.workshop_id IS it.workshop_id
    AND other.made = 1 AND other.archived_at IS NULL ORDER BY other.created_at DESC, other.id LIMIT 1)
LIMIT 1
"""


class ViewLinkReader:
    """Reads view links on one connection: a reader's, or the writer's in the middle of its work."""

    def __init__(self, connection: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._connection = connection

    def get(self, link_id: str) -> ViewLink | None:
        """One link, also one that has ended."""
        return self._one("id = ?", link_id)

    def by_secret(self, secret: str) -> ViewLink | None:
        """The link in which stands what this is the hash of."""
        return self._one("secret = ?", secret)

    def all(self, map_id: str = "") -> Sequence[ViewLink]:
        """Those of one map, or all, the newest first; those too that have ended."""
        with self._connection() as db:
            found = db.execute(
                f"{_LINKS} WHERE (?1 = '' OR map_id = ?1) ORDER BY made_at DESC, id LIMIT ?2", (map_id, MOST_SHOWN)
            )
            return [_link(cells) for cells in found]

    def made_by(self, people: Iterable[str]) -> Sequence[ViewLink]:
        """Those of these people that nobody has ended."""
        with self._connection() as db:
            found = db.execute(
                f"{_LINKS} WHERE ended_at IS NULL"  # noqa: S608 - names of our own
                " AND made_by IN (SELECT value FROM json_each(?)) ORDER BY made_at, id",
                (json.dumps(list(people)),),
            )
            return [_link(cells) for cells in found]

    def pair_of(self, map_id: str) -> str | None:
        """The map that this one is compared with: its as-is, or its latest to-be, in the same workshop."""
        with self._connection() as db:
            found = db.execute(_PAIR, (map_id,)).fetchone()
            return str(found[0]) if found else None

    def _one(self, where: str, value: str) -> ViewLink | None:
        with self._connection() as db:
            found = db.execute(f"{_LINKS} WHERE {where}", (value,)).fetchone()
            return _link(found) if found else None


class ViewLinkWriter(ViewLinkReader):
    """What one piece of work reads and writes of view links."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(lambda: nullcontext(connection))
        self._db = connection

    def add(self, link: ViewLink, secret: str) -> None:
        """A new one, by the hash of what stands in it."""
        marks = ", ".join("?" for _ in link)
        self._db.execute(
            f"INSERT INTO view_links ({_COLUMNS}, secret) VALUES ({marks}, ?)",  # noqa: S608 - names of our own
            (*link, secret),
        )

    def use(self, link_id: str, at: str) -> int:
        """It was opened once more; how often since that was told last, 0 where it was told a moment ago."""
        self._db.execute("UPDATE view_links SET uses = uses + 1, used_at = ?2 WHERE id = ?1", (link_id, at))
        found = self._db.execute(
            "SELECT uses - told_uses FROM view_links WHERE id = ?1"
            " AND (told_at = '' OR julianday(told_at) <= julianday(?2, ?3))",
            (link_id, at, _TOLD_EVERY),
        ).fetchone()
        if found is None:
            return 0
        self._db.execute("UPDATE view_links SET told_uses = uses, told_at = ?2 WHERE id = ?1", (link_id, at))
        return int(found[0])

    def settle(self, link_id: str) -> int:
        """How often it was opened since that was told last, which is told now."""
        found = self._db.execute("SELECT uses - told_uses FROM view_links WHERE id = ?", (link_id,)).fetchone()
        self._db.execute("UPDATE view_links SET told_uses = uses WHERE id = ?", (link_id,))
        return int(found[0]) if found else 0

    def end(self, link_id: str, at: str) -> bool:
        """It leads nowhere from now on; False where it had ended, or is not there."""
        ended = self._db.execute(
            "UPDATE view_links SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL", (link_id, at)
        )
        return ended.rowcount > 0

    def drop(self, before: str) -> None:
        """Forget those that ended before this time, also by themselves."""
        self._db.execute("DELETE FROM view_links WHERE ended_at < ?1 OR (until <> '' AND until < ?1)", (before,))


def _link(cells: tuple[object, ...]) -> ViewLink:
    link = ViewLink(*cells)  # type: ignore[arg-type]
    return link._replace(with_pair=bool(link.with_pair))
