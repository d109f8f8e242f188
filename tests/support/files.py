"""Files as a test finds or makes them: databases of somebody's, and folders that nobody may write to."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """What is in this folder is the same afterwards, byte for byte, and nothing is left beside it.

    The memory that SQLite's readers share says who is reading now: it is no content.
    """

    def seen() -> dict[str, str]:
        files = [path for path in sorted(folder.iterdir()) if path.is_file()]
        return {path.name: "" if path.name.endswith("-shm") else _digest(path) for path in files}

    before = seen()
    yield
    assert seen() == before


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Without the rights of an administrator, who may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def folder_closed_to_all() -> Iterator[Path]:
    """A folder that everybody may look into and nobody may write to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def database(path: Path, *statements: str) -> Path:
    """A database of somebody's."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path
