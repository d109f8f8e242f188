"""The part of the contract that is about sessions: which devices are signed in, and links that sign one in once."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class DeviceSession(NamedTuple):
    """One device's signed-in use of a seat. `device`: what it said it is; `workshop_id`: None for the owner's."""

    id: str
    person_id: str
    workshop_id: str | None
    device: str
    begun_at: str
    seen_at: str
    ended_at: str | None = None


class Endings(NamedTuple):
    """Which sessions ended since a number, the newest number, and how often the owner's key was changed."""

    ended: Sequence[str]
    number: int
    generation: int


class SessionReads(Protocol):
    """What may be read of sessions."""

    def session(self, session_id: str) -> DeviceSession | None:
        """One session, also one that has ended."""

    def sessions(self, *, person_id: str | None = None, workshop_id: str | None = None) -> Sequence[DeviceSession]:
        """Those that have not ended, the last seen first: of one person, of one workshop, or all."""

    def endings(self, since: int) -> Endings:
        """What ended after this number."""


class SessionWrites(SessionReads, Protocol):
    """What may be written of them inside one piece of work."""

    def begin_session(self, session: DeviceSession) -> None:
        """A new one; one that is there stays as it is."""

    def see_session(self, session_id: str, at: str) -> None:
        """It was used at this time."""

    def end_session(self, session_id: str, at: str) -> bool:
        """It is worth nothing from now on; False where it had ended, or is not there."""

    def drop_sessions(self, before: str) -> None:
        """Forget those that began before this time."""

    def oldest_beyond(self, person_id: str, most: int) -> Sequence[str]:
        """Those of somebody's sessions that have not been used for longest, where they are more than so many."""

    def put_link(self, link_id: str, person_id: str, until: str, at: str, most: int) -> None:
        """A link that works once, until this time. Somebody has so many at most; what ran out is forgotten."""

    def use_link(self, link_id: str, at: str) -> str | None:
        """Whose link this is, which is used up now; None where it is not there, was used or has run out."""

    def drop_links(self, person_id: str, at: str) -> None:
        """Somebody's links that were not used work no more."""
