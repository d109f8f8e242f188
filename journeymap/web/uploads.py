"""Streamlit's own address for files: only for who may bring maps in, and only as much as one import needs.

Streamlit takes a file of any open page, asks nobody, and keeps it in memory while the page is open.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, Protocol

from starlette.requests import HTTPConnection
from starlette.types import Message, Receive

from journeymap.domain.model import limits
from journeymap.domain.model.roles import RIGHTS, Participant, Right
from journeymap.domain.text.errors import Refusal, Term, forbidden, invalid

ADDRESS = "/_stcore/upload_file"
READING = frozenset({"GET", "HEAD", "OPTIONS", "DELETE"})

AROUND = 64 * 1024
"""What a form may hold beside the file in it."""

AT_ONCE = 2
"""So many files of one person may be under way at once; a browser sends those that are chosen together one by one."""

MOST_AT_ONCE = 8
"""So many of all people together."""

KEPT = 3 * limits.FILE_BYTES
"""So many bytes of one person's files are kept; what came first goes first."""

MOST_KEPT = 12 * limits.FILE_BYTES
"""So many bytes of all people's files are kept."""

BYTES_A_SECOND = 16 * 1024 * 1024
"""So fast files are read, all together: taking them apart is work of the event loop, which is the room's."""

BUSY_SECONDS = 5


class KeptFiles(Protocol):
    """What Streamlit keeps of the files that were sent."""

    def size(self, session: str, file: str) -> int:
        """The bytes of this one; 0 where it is not kept any more."""
        ...

    def forget(self, session: str, file: str) -> None:
        """Keep it no longer."""
        ...


class NothingKept:
    """Where no Streamlit is behind us."""

    def size(self, _session: str, _file: str) -> int:
        """Nothing is kept."""
        return 0

    def forget(self, _session: str, _file: str) -> None:
        """There is nothing to forget."""


class SentFile(NamedTuple):
    """A file that came, and whose it is."""

    person: str
    session: str
    file: str


class Uploads:
    """Who sends what, on the event loop alone."""

    def __init__(self, kept: KeptFiles) -> None:
        self._kept = kept
        self._under_way: Counter[str] = Counter()
        self._sent: list[SentFile] = []

    @contextmanager
    def taken(self, connection: HTTPConnection, person: Participant) -> Iterator[None]:
        """While the file of this request comes in. Errors: Refusal, before anything of it is read."""
        if person.removed or Right.MANAGE not in RIGHTS[person.role]:
            raise forbidden("may-not-manage", role=Term(f"role-{person.role}"))
        if announced(connection) > limits.FILE_BYTES + AROUND:
            raise invalid("web-too-large", most=limits.FILE_BYTES // 1024)
        if self._under_way[person.id] >= AT_ONCE or self._under_way.total() >= MOST_AT_ONCE:
            raise Refusal("too_fast", "too-fast", seconds=BUSY_SECONDS)
        self._under_way[person.id] += 1
        try:
            yield
        finally:
            self._under_way[person.id] -= 1
            self._under_way = +self._under_way
            *_, session, file = connection.scope["path"].rstrip("/").rsplit("/", 2)
            self._keep(SentFile(person.id, session, file))

    def paced(self, receive: Receive) -> Receive:
        """A body that is read no faster than its share of what all files together may come with."""

        async def timely() -> Message:
            message = await receive()
            size = len(message.get("body", b""))
            await asyncio.sleep(size * self._under_way.total() / BYTES_A_SECOND)
            return message

        return timely

    def _keep(self, new: SentFile) -> None:
        """Count what is kept now; what came first makes room."""
        sizes = {one: self._kept.size(one.session, one.file) for one in [*self._sent, new]}
        self._sent = [one for one, size in sizes.items() if size]
        in_all, theirs = sum(sizes.values()), sum(size for one, size in sizes.items() if one.person == new.person)
        for one in list(self._sent):
            mine = one.person == new.person and theirs > KEPT
            if one != new and (mine or in_all > MOST_KEPT):
                self._kept.forget(one.session, one.file)
                self._sent.remove(one)
                in_all -= sizes[one]
                theirs -= sizes[one] if one.person == new.person else 0


def announced(connection: HTTPConnection) -> int:
    """How long the body is said to be; one that is not a number is as long as can be."""
    said = connection.headers.get("content-length", "0")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 16 else limits.FILE_BYTES * 2
