"""A map as large as they come, put into the database at once: nobody waits for its history to be made."""

import sqlite3
from contextlib import closing
from pathlib import Path

MOMENTS = 5_000
OPERATIONS = 50_000

_NUMBERS = "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {most})"


def enlarge(database: Path, map_id: str, word: str, moments: int = MOMENTS, operations: int = OPERATIONS) -> None:
    """This many more moments, each with a need, in the first episode of a map, and operations in its log."""
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        (revision,) = db.execute("SELECT revision FROM maps WHERE id = ?", (map_id,)).fetchone()
        db.execute("BEGIN IMMEDIATE")
        of = _columns(db, "moments", ("number", "id", "text"))
        db.execute(
            f"{_NUMBERS.format(most=moments)} INSERT INTO moments (id, text, {of})"
            f" SELECT 'large-' || n, ?1 || ' ' || n, {of}"
            " FROM numbers, (SELECT * FROM moments WHERE map_id = ?2 LIMIT 1)",
            (word, map_id),
        )
        of = _columns(db, "needs", ("number", "id", "moment_id"))
        db.execute(
            f"INSERT INTO needs (id, moment_id, {of}) SELECT 'need-' || made.id, made.id, {_of('one', of)}"
            " FROM moments AS made, (SELECT * FROM needs WHERE map_id = ?1 LIMIT 1) AS one"
            " WHERE made.map_id = ?1 AND made.id LIKE 'large-%'",
            (map_id,),
        )
        of = _columns(db, "operations", ("revision", "op", "batch"))
        db.execute(
            f"{_NUMBERS.format(most=operations)} INSERT INTO operations (revision, op, batch, {of}) SELECT ?2 + n,"
            f" 'large-' || n, 'large-' || n, {of} FROM numbers,"
            " (SELECT * FROM operations WHERE map_id = ?1 AND revision = 1)",
            (map_id, revision),
        )
        db.execute(
            "INSERT INTO acts (map_id, number, made_by, batch) SELECT map_id, revision, made_by, batch FROM operations"
            " WHERE map_id = ? AND revision > ?",
            (map_id, revision),
        )
        db.execute("UPDATE maps SET revision = revision + ? WHERE id = ?", (operations, map_id))
        db.execute("COMMIT")


def _columns(db: sqlite3.Connection, table: str, but: tuple[str, ...]) -> str:
    return ", ".join(name for _, name, *_ in db.execute(f"PRAGMA table_info({table})") if name not in but)


def _of(alias: str, columns: str) -> str:
    return ", ".join(f"{alias}.{name}" for name in columns.split(", "))
