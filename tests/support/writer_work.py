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
    alone: bool
    """Whether nobody asked for it: such as gathering texts for the search, which goes on whenever it likes."""


@dataclass
class Meter:
    """The pieces of work while something was done; those that share a commit count as one."""

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

    @property
    def asked(self) -> "Meter":
        """Only what somebody asked for."""
        return Meter([piece for piece in self.pieces if not piece.alone])

    def run(self, connection: sqlite3.Connection, work: Any, *, alone: bool = False) -> Any:
        """Do this piece, counted."""
        statements: list[str] = []
        before, began = connection.total_changes, time.thread_time()
        connection.set_trace_callback(statements.append)
        try:
            return work()
        finally:
            connection.set_trace_callback(None)
            # What triggers do for each row is told as a comment, or as the statement that set them off.
            pairs = zip(["", *statements], statements, strict=False)
            said = [one for before, one in pairs if one != before and not one.startswith("--")]
            took = time.thread_time() - began
            self.pieces.append(Piece(len(said), connection.total_changes - before, took, alone))


@contextmanager
def measured() -> Iterator[Meter]:
    """Count every piece of work of every writer of this process, meanwhile."""
    meter = Meter()
    with pytest.MonkeyPatch.context() as patch:
        alone, written = writer._Alone.run, writer.Writer._written

        def counted_alone(piece: writer._Alone, connection: sqlite3.Connection) -> None:
            meter.run(connection, lambda: alone(piece, connection), alone=True)

        def counted(one: writer.Writer, pieces: list[Any]) -> Any:
            return meter.run(one._connection, lambda: written(one, pieces))

        patch.setattr(writer._Alone, "run", counted_alone)
        patch.setattr(writer.Writer, "_written", counted)
        yield meter
