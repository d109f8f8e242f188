"""Shorthand for tests of a store: make a map, change it, and be refused in both languages."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.operations import Change, Operation
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.domain.text.errors import Code, Refusal
from journeymap.storage.sqlite_store import SqliteStore, open_store
from journeymap.storage.store import MapHead, Store, Transaction
from tests.support.journeys import FULL, MAP_ID, History, operations

NOON = "2026-01-02T12:00:00.000Z"


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        made = Path(folder) / "journeymap.db"
        open_store(made).close()
        return made.read_bytes()


def begin(path: Path) -> None:
    """An empty database in this place where there is none: copied, for making one takes ten times as long."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_empty())


def new_store(path: Path) -> SqliteStore:
    """The store in this place, empty at first."""
    begin(path)
    return open_store(path)


def head(map_id: str = MAP_ID, **known: Any) -> MapHead:
    """The head of a map that is still empty."""
    return MapHead(**{"id": map_id, "identity": map_id, "created_at": NOON, "changed_at": NOON, **known})


def create(store: Store, map_id: str = MAP_ID, *changes: Change, **known: Any) -> None:
    """A new map, with what these changes put on it."""

    def work(tx: Transaction) -> None:
        tx.create_map(head(map_id, **known))
        make(tx, map_id, changes)

    store.write(work).result()


def create_full(store: Store, map_id: str = MAP_ID, **known: Any) -> None:
    """A small map with rows in every table."""
    first, *others = FULL
    create(store, map_id, first.model_copy(update={"id": map_id}), *others, **known)


def make(tx: Transaction, map_id: str, changes: Sequence[Change], **said: Any) -> list[Operation]:
    """Changes inside a piece of work; what is said (`by`, `batch`, `at`, …) holds for all its operations."""
    journey, effects = perform(tx.journey(map_id), changes)
    made = operations(effects, since=journey.revision - len(effects), **said)
    tx.append(journey, made)
    return made


def noting(number: int) -> Callable[[Transaction], None]:
    """Work for the writer: it notes this number as `n`."""
    return lambda tx: tx.note("n", str(number))


def change(store: Store, map_id: str, *changes: Change, **said: Any) -> list[Operation]:
    """Changes as a piece of work of their own, committed."""
    return store.write(lambda tx: make(tx, map_id, changes, **said)).result()


def keep(store: Store, history: History) -> list[Operation]:
    """A whole history as a map of its own, each change a piece of work; its operations."""
    create(store, history.journey.map_id)
    for one in history.changes:
        change(store, history.journey.map_id, one)
    return history.operations()


@contextmanager
def refused(code: Code, key: str) -> Iterator[None]:
    """What happens in here is refused for this reason, which can be read in every language."""
    with pytest.raises(Refusal) as found:
        yield
    assert (found.value.code, found.value.key) == (code, f"refusal-{key}")
    assert all(found.value.reason(language) for language in LANGUAGES)
