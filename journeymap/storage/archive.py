"""A backup in one file: the database, the key beside it, and a list of contents by which both are checked."""

import hashlib
import json
import lzma
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from journeymap.domain.text.errors import Refusal, invalid, unavailable
from journeymap.storage.backup_copy import check_target, followed, on_disk
from journeymap.storage.database_file import MAGIC

LIST = "contents.json"
DATABASE = "journeymap.db"
KEY = "journeymap.key"
BLOCK = 1024 * 1024
LARGEST_LIST = 64 * 1024
SMALLEST_KEY = 32
LARGEST_KEY = 4096
"""Bytes. What is larger than these, or no key at all, is not of ours, and is not read."""

ROOM = 64 * BLOCK
"""So much stays free on the disk, whatever an archive says that it holds."""


class Part(BaseModel):
    """One file of an archive: its size in bytes, and its SHA-256 by which it is checked."""

    model_config = ConfigDict(frozen=True)

    bytes: Annotated[int, Field(ge=0)]
    sha256: str


class Contents(BaseModel):
    """What an archive says of itself. `made_at` is UTC, `version` the Journeymap that made it.

    `mark` tells one signing key from another and says nothing about it; "" where it is not known.
    """

    model_config = ConfigDict(frozen=True)

    format: Literal["journeymap-backup"] = "journeymap-backup"
    edition: Literal[1] = 1
    made_at: str = ""
    version: str = ""
    mark: str = ""
    parts: dict[str, Part] = {}

    @property
    def has_key(self) -> bool:
        """Whether the key is in it: else it is a setting, or this is a plain copy of a database."""
        return KEY in self.parts


def write(copy: Callable[[Path], None], key: Path | None, live: Path, target: Path, contents: Contents) -> Contents:
    """Put a copy of the database, which `copy` makes, and the key in one file; it is read again before it counts.

    An older archive is replaced whole or not at all. Errors: Refusal `invalid` where the target is a database in
    use, `unavailable` where it cannot be written.
    """
    target = followed(target)
    check_target(live, target)
    if target.exists() and not _may_go(target):
        raise invalid("storage-backup-over-another", file=str(target))
    try:
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as name:
            folder = Path(name)
            copy(folder / DATABASE)
            if key is not None:
                (folder / KEY).write_bytes(key.read_bytes())
            packed = folder / "archive"
            said = _pack(folder, packed, contents)
            verify(packed, named=target)
            on_disk(packed)
            packed.replace(target)
            on_disk(target.parent)
    except OSError as fault:
        raise unavailable("storage-backup-unwritable", file=str(target)) from fault
    return said


def _may_go(target: Path) -> bool:
    """Whether a backup may take the place of this file: an older backup of either kind, and nothing else."""
    try:
        return target.stat().st_size == 0 or _is_database(target) or _looks_like_ours(target)
    except OSError:
        return False


def _pack(folder: Path, packed: Path, contents: Contents) -> Contents:
    there = [name for name in (DATABASE, KEY) if (folder / name).exists()]
    said = contents.model_copy(update={"parts": {name: _part(folder / name) for name in there}})
    with (
        open(packed, "xb", opener=private) as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
    ):
        archive.writestr(LIST, said.model_dump_json(indent=2))
        for name in there:
            archive.write(folder / name, name)
    return said


def private(path: str, flags: int) -> int:
    """Opens a file that is its owner's alone: whoever has the key can come in as anybody."""
    return os.open(path, flags, 0o600)


def _part(path: Path) -> Part:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return Part(bytes=path.stat().st_size, sha256=digest.hexdigest())


def verify(path: Path, named: Path | None = None) -> Contents:
    """Read all of an archive and compare it with what it says of itself.

    Errors: Refusal where it is none of ours, or damaged; it speaks of the file as `named`.
    """
    with _opened(path, named or path) as (archive, contents):
        for name, part in contents.parts.items():
            if not _same(archive, name, part, None):
                raise unavailable("storage-archive-damaged", file=str(named or path))
    return contents


def unpack(path: Path, folder: Path) -> Contents:
    """Put what an archive holds in this folder, as DATABASE and KEY. A plain database is taken as it is.

    Errors: Refusal where it is neither, damaged, or larger than the disk has room for; the folder may hold a part.
    """
    try:
        if _is_database(path):
            with path.open("rb") as source, open(folder / DATABASE, "xb", opener=private) as copy:
                shutil.copyfileobj(source, copy, BLOCK)
            return Contents()
        with _opened(path, path) as (archive, contents):
            _make_sure_of_room(folder, sum(part.bytes for part in contents.parts.values()))
            for name, part in contents.parts.items():
                if not _same(archive, name, part, folder / name):
                    raise unavailable("storage-archive-damaged", file=str(path))
            return contents
    except OSError as fault:
        raise unavailable("storage-archive-unreadable", file=str(path), why=fault.strerror or "") from fault


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _make_sure_of_room(folder: Path, needed: int) -> None:
    if shutil.disk_usage(folder).free < needed + ROOM:
        raise unavailable("storage-full")


@contextmanager
def _opened(path: Path, named: Path) -> Iterator[tuple[zipfile.ZipFile, Contents]]:
    """An archive and what it says of itself."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive, _contents(archive, named)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError) as fault:
        raise _damaged(named) if _looks_like_ours(path) else _foreign(named) from fault


def _contents(archive: zipfile.ZipFile, named: Path) -> Contents:
    """Errors: Refusal where this is another program's, or a newer version's."""
    try:
        info = archive.getinfo(LIST)
        if info.file_size > LARGEST_LIST:
            raise _foreign(named)
        with archive.open(info) as file:
            said = json.loads(file.read(LARGEST_LIST))
    except (KeyError, ValueError):
        raise _foreign(named) from None
    if not isinstance(said, dict) or said.get("format") != "journeymap-backup":
        raise _foreign(named)
    if said.get("edition") != 1:
        raise unavailable("storage-archive-newer", file=str(named))
    try:
        contents = Contents.model_validate(said)
    except ValidationError:
        raise _damaged(named) from None
    parts = contents.parts
    is_key = KEY not in parts or SMALLEST_KEY <= parts[KEY].bytes <= LARGEST_KEY
    if DATABASE not in parts or parts.keys() - {DATABASE, KEY} or not is_key:
        raise _damaged(named)
    return contents


def _same(archive: zipfile.ZipFile, name: str, part: Part, to: Path | None) -> bool:
    """Whether this file is what the list says, written to `to` on the way; no byte more is read than it says."""
    digest, size = hashlib.sha256(), 0
    try:
        source = archive.open(name)
    except KeyError:
        return False
    with source, open(to or os.devnull, "wb", opener=private) as file:
        while size <= part.bytes and (block := source.read(BLOCK)):
            digest.update(block)
            file.write(block)
            size += len(block)
    return size == part.bytes and digest.hexdigest() == part.sha256


def _looks_like_ours(path: Path) -> bool:
    """An archive whose end is cut off has no directory, but its first file is still our list."""
    with path.open("rb") as file:
        return LIST.encode() in file.read(64)


def _foreign(named: Path) -> Refusal:
    return invalid("storage-no-archive", file=str(named))


def _damaged(named: Path) -> Refusal:
    return unavailable("storage-archive-damaged", file=str(named))
