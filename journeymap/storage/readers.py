"""Read-only connections, each used by one reader at a time."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from journeymap.domain.text.errors import unavailable
from journeymap.storage.sqlite_errors import refusing

IDLE = 8
"""So many unused connections are kept open."""


class Readers:
    """A pool of read-only connections: as many as there are readers, with few kept idle."""

    def __init__(self, path: Path, connect: Callable[[Path], sqlite3.Connection]) -> None:
        self._path = path
        self._connect = connect
        self._idle: list[sqlite3.Connection] = []
        self._lock = Lock()
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees what was committed when it was first asked, and nothing later.

        Errors: Refusal `unavailable` where the file cannot be read, or the store is closed.
        """
        with refusing(self._path):
            connection = self._taken()
            try:
                connection.execute("BEGIN")
                yield connection
            except sqlite3.Error:
                connection.close()  # whatever state it is in, nobody else meets it
                raise
            except BaseException:
                self._given_back(connection)
                raise
            self._given_back(connection)

    def close(self) -> None:
        """Close the idle connections; readers may still finish."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _taken(self) -> sqlite3.Connection:
        with self._lock:
            if self._closed:
                raise unavailable("storage-closed")
            if self._idle:
                return self._idle.pop()
        return self._connect(self._path)

    def _given_back(self, connection: sqlite3.Connection) -> None:
        connection.execute("ROLLBACK")  # there is nothing to commit
        with self._lock:
            if not self._closed and len(self._idle) < IDLE:
                self._idle.append(connection)
                return
        connection.close()
