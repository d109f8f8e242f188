"""Full-text search in what people typed; their words are never read as a query language."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from journeymap.storage.queries import id_list
from journeymap.storage.store import Hit
from journeymap.storage.text_index import Fresh, fresh

WORDS = 20
"""More words than this in one search are left out."""


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A search, taken apart: words for the index, and signs such as “%” or “🌳” that it does not hold."""

    words: tuple[str, ...]
    signs: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "SearchQuery":
        """What was typed; the last word may be the beginning of one."""
        typed = "".join(c if c.isprintable() else " " for c in text).split()[:WORDS]
        words = [_quoted(word) for word in typed if _is_word(word)]
        if words and _is_word(typed[-1]):
            words[-1] += "*"
        return cls(tuple(words), tuple(word for word in typed if not _is_word(word)))


def _is_word(typed: str) -> bool:
    return any(c.isalnum() for c in typed)


def _quoted(word: str) -> str:
    """A word as FTS5 reads it literally, quotes and all."""
    return '"' + word.replace('"', '""') + '"'


_HITS = """
SELECT texts.map_id, coalesce(maps.title, ''), texts.row_table, texts.row_id, texts.main
FROM texts JOIN maps ON maps.id = texts.map_id {join}
WHERE texts.number NOT IN (SELECT value FROM json_each(?5))
AND (?2 IS NULL OR texts.map_id IN (SELECT value FROM json_each(?2)))
AND NOT EXISTS (SELECT 1 FROM json_each(?3) WHERE instr(texts.main || ' ' || texts.more, value) = 0) {match}
ORDER BY {order} LIMIT ?4
"""
_BY_WORDS = _HITS.format(
    join="JOIN texts_fts ON texts_fts.rowid = texts.number",
    match="AND texts_fts MATCH ?1",
    order="bm25(texts_fts, 4.0, 1.0), texts.number",
)
_BY_SIGNS = _HITS.format(join="", match="AND ?1 = ''", order="texts.number")


def hits(connection: sqlite3.Connection, text: str, map_ids: Iterable[str] | None, most: int) -> list[Hit]:
    """The rows whose text has all these words, what was just written first, then the best; none for nothing typed."""
    asked = SearchQuery.of(text)
    if not asked.words and not asked.signs:
        return []
    how = _BY_WORDS if asked.words else _BY_SIGNS
    values = (" ".join(asked.words), id_list(map_ids), id_list(asked.signs), most)
    new = fresh(connection)
    found: list[tuple[str, str, str, str, str]] = []
    if new.texts:
        with _index_of(connection, new) as index:
            found += index.execute(how, (*values, "[]"))
    found += connection.execute(how, (*values, json.dumps(new.numbers)))
    return [
        Hit(map_id=cells[0], map_title=cells[1], table=cells[2], id=cells[3], text=cells[4]) for cells in found[:most]
    ]


def maps_with(connection: sqlite3.Connection, text: str) -> set[str] | None:
    """The maps that have every one of these words somewhere; None where nothing was typed."""
    asked = SearchQuery.of(text)
    conditions = [*((_MAPS_WITH_WORD, word) for word in asked.words), *((_MAPS_WITH_SIGN, s) for s in asked.signs)]
    new = fresh(connection) if conditions else Fresh()
    passed = json.dumps(new.numbers)
    with _index_of(connection, new) as index:
        found = [
            {map_id for (map_id,) in (*connection.execute(sql, (it, passed)), *index.execute(sql, (it, "[]")))}
            for sql, it in conditions
        ]
    return set.intersection(*found) if found else None


@contextmanager
def _index_of(connection: sqlite3.Connection, new: Fresh) -> Iterator[sqlite3.Connection]:
    """An index in memory of what is not gathered yet, which is asked as the one in the file."""
    with closing(sqlite3.connect(":memory:")) as index:
        index.executescript(_SHAPE)
        ids = json.dumps([map_id for map_id, *_ in new.texts])
        titles = "SELECT id, title FROM maps WHERE id IN (SELECT value FROM json_each(?))"
        index.executemany("INSERT INTO maps VALUES (?, ?)", connection.execute(titles, (ids,)))
        index.executemany("INSERT INTO texts (map_id, row_table, row_id, main, more) VALUES (?, ?, ?, ?, ?)", new.texts)
        index.execute("INSERT INTO texts_fts (texts_fts) VALUES ('rebuild')")
        yield index


_SHAPE = """
CREATE TABLE maps (id TEXT PRIMARY KEY, title TEXT);
CREATE TABLE texts (number INTEGER PRIMARY KEY, map_id TEXT, row_table TEXT, row_id TEXT, main TEXT, more TEXT);
CREATE VIRTUAL TABLE texts_fts USING fts5(
    main, more, tokenize='unicode61 remove_diacritics 2', content='texts', content_rowid='number'
);
"""

_MAPS_WITH_WORD = (
    "SELECT DISTINCT map_id FROM texts WHERE number IN (SELECT rowid FROM texts_fts WHERE texts_fts MATCH ?1)"
    " AND number NOT IN (SELECT value FROM json_each(?2))"
)
_MAPS_WITH_SIGN = (
    "SELECT DISTINCT map_id FROM texts WHERE instr(main || ' ' || more, ?1) > 0"
    " AND number NOT IN (SELECT value FROM json_each(?2))"
)
