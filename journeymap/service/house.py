"""What every use case needs: the store, the secret, the clock."""

import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from journeymap.service.attendees import Here
from journeymap.service.disk import Disk
from journeymap.service.helpers import Helpers
from journeymap.service.past_maps import PastMaps
from journeymap.service.picture_helpers import PictureHelpers
from journeymap.service.repeated_acts import RepeatedActs
from journeymap.service.session_memory import SessionMemory
from journeymap.service.silhouettes import Silhouettes
from journeymap.service.tracker_desk import TrackerDesk
from journeymap.service.turns import Turns
from journeymap.settings import AskOwner
from journeymap.storage.store import Store

log = logging.getLogger(__name__)


MOST_AHEAD = 24 * 3600.0
"""Seconds. A time further in the future than this comes from a clock that was wrong."""


class Clock:
    """Server time in UTC, ISO 8601 with milliseconds; it never goes back, even when the machine's clock does.

    A clock that is set forward is followed. One that is set back is not: time goes on from where it was, second by
    second, until the machine's clock has caught up; so nothing happens before what it follows. `since` is what was
    the time last, such as in the log of the database: a day ahead at most, else that clock was wrong.
    """

    def __init__(
        self, since: str = "", wall: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._wall = wall
        self._steady = steady
        self._lock = threading.Lock()
        last = datetime.fromisoformat(since).timestamp() if since else 0.0
        self._last = last if last <= wall() + MOST_AHEAD else 0.0
        self._at = steady()
        self._told_ms, self._told = -1, ""

    def __call__(self) -> str:
        """The time now."""
        with self._lock:
            at = self._steady()
            self._last = max(self._wall(), self._last + at - self._at)
            self._at = at
            at_ms = int(self._last * 1000)
            if at_ms != self._told_ms:
                said = datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="milliseconds")
                self._told_ms, self._told = at_ms, said.replace("+00:00", "Z")
            return self._told


utc_now = Clock()
"""The time of this process."""


def new_id() -> str:
    """A unique id of 64 random bits."""
    return secrets.token_hex(8)


class Bell:
    """Rung after each commit that changed a workshop or its people, from whatever thread committed it."""

    def __init__(self) -> None:
        self._listeners: tuple[Callable[[str], None], ...] = ()
        self._lock = threading.Lock()

    def listen(self, callback: Callable[[str], None]) -> Callable[[], None]:
        """Register a listener, which is given the workshop's id and must return at once. Returns how to stop it."""
        with self._lock:
            self._listeners = (*self._listeners, callback)

        def stop() -> None:
            with self._lock:
                self._listeners = tuple(one for one in self._listeners if one is not callback)

        return stop

    def ring(self, workshop_id: str) -> None:
        """Tell the listeners that a workshop changed. A listener may fail: the change is already committed."""
        for listener in self._listeners:
            try:
                listener(workshop_id)
            except Exception:
                log.exception("A listener to the bell failed")


@dataclass(frozen=True, slots=True)
class House:
    """The parts that the use cases share.

    `language` is what new maps and refusals start with; `public_url`: the address of a proxy that stands in
    front, so that nobody is local; `ask_owner`: whether somebody at this machine shows the owner link. A session
    ends after `session_seconds`, or `idle_seconds` without use. With `stories_need_validation` nobody takes the stories
    of a map away that no customer validated.
    """

    store: Store
    secret: bytes
    owner_name: str = "Owner"
    language: str = "en"
    public_url: str = ""
    ask_owner: AskOwner = AskOwner.ONCE
    session_seconds: float | None = None
    idle_seconds: float | None = None
    metrics_key: str = ""
    stories_need_validation: bool = False
    audit_days: int = 365
    audit_file: Path | None = None
    opened_at: float = field(default_factory=time.time)
    now: Callable[[], str] = utc_now
    bell: Bell = field(default_factory=Bell)
    anew: Bell = field(default_factory=Bell)
    """Rung with a map's id when people's rights on it change: it was archived or restored."""
    ended: Bell = field(default_factory=Bell)
    """Rung when sessions have ended: whoever holds a connection of one looks."""
    sessions: SessionMemory = field(default_factory=SessionMemory)
    here: Here = field(default_factory=Here)
    disk: Disk = field(default_factory=Disk)
    repeated: RepeatedActs = field(default_factory=RepeatedActs)
    turns: Turns = field(default_factory=Turns)
    helpers: Helpers = field(default_factory=Helpers)
    """Whatever reads or makes much waits here."""
    pictures: PictureHelpers = field(default_factory=PictureHelpers)
    silhouettes: Silhouettes = field(default_factory=Silhouettes)
    past: PastMaps = field(default_factory=PastMaps)
    trackers: TrackerDesk = field(default_factory=TrackerDesk)
    key_file: Path | None = None
    """Where the secret is kept; None where it is a setting."""
