"""How much the writer does in one piece of work: counted, so that it is the same on every machine."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from journeymap.storage import writer


@dataclass
class Piece:
    """One piece: its statements, the rows it changed (those of the search's index too), and what it took."""

    statements: int
    rows: int
    seconds: float
    """Of the processor, in the writer's thread: told, and never asserted."""


@dataclass
class Meter:
    """The pieces of work while something was done."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def statements(self) -> int:
        """Those of the largest piece."""
        return max((piece.statements for piece in self.pieces), default=0)

    @property
    def rows(self) -> int:
        """Those of the largest piece."""
        return max((piece.rows for piece in self.pieces), default=0)

    @property
    def milliseconds(self) -> float:
        """Of the processor, of the piece that took longest."""
        return 1000 * max((piece.seconds for piece in self.pieces), default=0.0)

    def run(self, connection: sqlite3.Connection, work: Any) -> None:
        """Do this piece, counted."""
        statements: list[str] = []
        before, began = connection.total_changes, time.thread_time()
        connection.set_trace_callback(statements.append)
        try:
            work()
        finally:
            connection.set_trace_callback(None)
            said = [one for one in statements if not one.startswith("--")]  # what triggers do is told as a comment
            took = time.thread_time() - began
            self.pieces.append(Piece(len(said), connection.total_changes - before, took))


@contextmanager
def measured() -> Iterator[Meter]:
    """Count every piece of work of every writer of this process, meanwhile."""
    meter = Meter()
    with pytest.MonkeyPatch.context() as patch:
        for kind in (writer._Piece, writer._Alone):
            patch.setattr(kind, "run", _counted(kind.run, meter))
        yield meter


def _counted(run: Any, meter: Meter) -> Any:
    def counted(piece: Any, connection: sqlite3.Connection, *more: Any) -> None:
        meter.run(connection, lambda: run(piece, connection, *more))

    return counted
