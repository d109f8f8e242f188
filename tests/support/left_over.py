"""What is left of something in a database: its rows, and its bytes in the file and beside it."""

import sqlite3
from contextlib import closing
from pathlib import Path


def everywhere(path: Path) -> bytes:
    """All bytes of the database and of what lies beside it."""
    beside = [path.with_name(path.name + end) for end in ("", "-wal", "-journal")]
    return b"".join(one.read_bytes() for one in beside if one.exists())


def rows_of(path: Path, column: str, value: str) -> dict[str, int]:
    """How many rows each table has with this value in this column."""
    with closing(sqlite3.connect(path)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for table in tables:
            if column in {name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")}:
                (found[table],) = db.execute(f"SELECT count(*) FROM {table} WHERE {column} = ?", (value,)).fetchone()
        return found
