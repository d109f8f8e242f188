"""Backups: everything in one file that is read again before it counts, looked into, and put back."""

import hashlib
import hmac
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from journeymap import __version__
from journeymap.domain.text.errors import gone, unavailable
from journeymap.service.house import House
from journeymap.storage import archive, takeover
from journeymap.storage.archive import Contents
from journeymap.storage.backup_copy import followed
from journeymap.storage.sqlite_store import open_store

SUFFIX = ".zip"


class Backups:
    """Makes backups of what this service works on, while others go on working."""

    def __init__(self, house: House) -> None:
        self._house = house

    def write(self, target: Path) -> Path:
        """One file with the database and its key; in a folder it is called by the time. Answers where it is.

        Errors: Refusal where it cannot be written, or would go over a database.
        """
        store, now = self._house.store, self._house.now()
        if target.is_dir():
            target = target / f"journeymap-{datetime.fromisoformat(now).astimezone():%Y-%m-%d-%H%M%S}{SUFFIX}"
        said = Contents(made_at=now, version=__version__, mark=mark(self._house.secret))
        archive.write(store.backup, self._house.key_file, store.path, target, said)
        return target


def mark(secret: bytes) -> str:
    """Tells one secret from another without saying anything about it."""
    return hmac.new(secret, b"journeymap backup", hashlib.sha256).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A backup that was read to the end and opened: what it holds, and how it is put in the place of a database."""

    contents: Contents
    maps: int
    moments: int
    workshops: int
    people: int
    changed_at: str
    folder: Path

    def put_back(self, database: Path, key_file: Path, at: str) -> list[Path]:
        """Make it the database; what was there stays beside it under another name, which is answered.

        `at` is the time now, UTC. Errors: Refusal where the database is in use.
        """
        key = self.folder / archive.KEY if self.contents.has_key else None
        aside = f"before-{datetime.fromisoformat(at).astimezone():%Y-%m-%d-%H%M%S}"
        return takeover.take_over(self.folder / archive.DATABASE, key, database, key_file, aside)


@contextmanager
def unpacked(file: Path, database: Path) -> Iterator[Unpacked]:
    """A backup, unpacked beside the database it is for, checked and brought up to date; nothing of it stays.

    Errors: Refusal where it is none, damaged, or made by a newer version.
    """
    if not file.is_file():
        raise gone("cli-no-file", path=str(file))
    database = followed(database)
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{database.name}-", dir=database.parent) as name:
            yield _looked_into(archive.unpack(file, Path(name)), Path(name))
    except OSError as fault:
        raise unavailable("storage-unwritable", file=str(database)) from fault


def _looked_into(contents: Contents, folder: Path) -> Unpacked:
    with closing(open_store(folder / archive.DATABASE)) as store:
        heads = [*store.heads(), *store.heads(archived=True)]
        return Unpacked(
            contents,
            maps=len(heads),
            moments=sum(head.moments for head in heads),
            workshops=len(store.people.workshops()),
            people=len(store.people.participants()),
            changed_at=store.latest_at(),
            folder=folder,
        )
