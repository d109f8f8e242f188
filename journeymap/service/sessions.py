"""Sessions: one device's signed-in use of a seat. Each can be seen and ended; a link signs one more device in, once."""

import hashlib
import hmac
import secrets
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from itsdangerous import BadSignature, URLSafeTimedSerializer

from journeymap.domain.model.roles import OWNER_ID, Participant, Right, Role, leads, owner, require
from journeymap.domain.text.errors import Refusal, forbidden, gone
from journeymap.domain.workshop.timer import later
from journeymap.service.act_parts import portions
from journeymap.service.audit_log import AuditLog
from journeymap.service.house import House, new_id
from journeymap.settings import AskOwner
from journeymap.storage.session_contract import DeviceSession
from journeymap.storage.session_rows import OWNER_GENERATION
from journeymap.storage.store import Transaction

SEAT_SECONDS = 90 * 24 * 3600
"""Whatever happens, a session ends after so long: as long as a project takes."""
IDLE_SECONDS = 30 * 24 * 3600
"""A session that nobody uses for so long has ended."""
COARSE = 15 * 60.0
"""When a session was last used is written down this often, in seconds: whoever works writes nothing more for it."""
OWNER_LINK_SECONDS = 24 * 3600
"""The owner's link that is printed works for so long, once."""
LINK_SECONDS = 10 * 60
"""A link to one's own seat on another device works for so long, once."""
MOST_DEVICE = 60
MOST_SESSIONS = 50
"""Somebody has so many sessions: with one more, the one that was not used for longest ends."""
MOST_LINKS = 10
"""So many links of somebody wait to be used."""
READER = "reader-"
"""How the ids of those begin who read by a view link: a new one for each browser, kept nowhere but in its token."""
AT_ONCE = 50
"""So many of the oldest end with one that begins, where there are too many."""


@dataclass(frozen=True, slots=True)
class ShownToken:
    """What a token says: whose it is, how often their seat had moved (the owner's key changed), and since when."""

    person_id: str
    count: int
    session: str
    at: float


@dataclass(frozen=True, slots=True)
class Sessions:
    """Who is signed in, on which device."""

    house: House

    # Tokens

    def begin(self, person: Participant, device: str = "") -> str:
        """A token for one more device of somebody. Nobody waits until it is written down."""
        count = self._generation() if person.id == OWNER_ID else person.seats
        session = new_id()
        self._note(session, person.id, person.workshop_id, device)
        return self._signer().dumps([person.id, count, session])

    def read_token(self, link_id: str) -> str:
        """A token for one more browser that reads by a view link, whose session they all share."""
        return self._signer().dumps([READER + new_id(), 0, link_id])

    def shown(self, token: str) -> ShownToken:
        """What a token of ours says. Errors: Refusal `forbidden`."""
        try:
            said, signed = self._signer().loads(token, return_timestamp=True)
        except BadSignature:
            raise forbidden("seat-unknown") from None
        at = signed.timestamp()
        if time.time() - at > (self.house.session_seconds or SEAT_SECONDS):
            raise forbidden("seat-expired")
        match said:
            case [str(person_id), int(count), str(session)]:
                return ShownToken(person_id, count, session, at)
            case [str(person_id), int(count)]:
                return ShownToken(person_id, count, self._old(token), at)
            case _:  # from before devices were counted
                return ShownToken(str(said), 0, self._old(token), at)

    def require(self, shown: ShownToken, workshop_id: str | None) -> None:
        """Refuse a session that was ended, or that nobody used for too long. Reads no database for whoever works."""
        memory = self.house.sessions
        memory.refresh(self.house.store.sessions.endings)
        by_old_key = shown.person_id == OWNER_ID and (shown.count != memory.generation or self._asks_again(shown))
        if by_old_key or memory.is_ended(shown.session):
            raise forbidden("session-ended")
        now, seen = time.time(), memory.seen(shown.session)
        if seen is None:
            seen = self._looked_up(shown, workshop_id)
        if now - seen > (self.house.idle_seconds or IDLE_SECONDS):
            raise forbidden("seat-expired")
        if now - seen > COARSE:
            memory.see(shown.session, now)
            at = self.house.now()
            self.house.store.write(lambda tx: tx.sessions.see_session(shown.session, at))

    # Looking at them, and ending them

    def of(self, person: Participant) -> list[DeviceSession]:
        """One's own, the last used first."""
        return self._found(person_id=person.id)

    def in_workshop(self, person: Participant, workshop_id: str) -> list[DeviceSession]:
        """Those of everybody in a workshop, for those who lead it."""
        require(person, Right.MANAGE, workshop_id)
        return self._found(workshop_id=workshop_id)

    def everywhere(self, person: Participant) -> list[DeviceSession]:
        """All there are, for the owner."""
        require(person, Right.OWN, None)
        return self._found()

    def end(self, person: Participant, session_id: str) -> None:
        """End a session: one's own, as a facilitator those of the workshop's people, as the owner all.

        Errors: Refusal `gone`, also where it is none that this person may see.
        """
        found = self.house.store.sessions.session(session_id)
        if found is None or not _may_end(person, found):
            raise gone("session-gone")
        self._end([found], person)

    def end_all(self, person: Participant, participant_id: str, but: str = "") -> int:
        """End all sessions of somebody, except one; how many there were. Errors: Refusal."""
        found = [one for one in self._found(person_id=participant_id) if one.id != but]
        if not all(_may_end(person, one) for one in found):
            raise forbidden("session-not-yours")
        self._end(found, person)
        return len(found)

    def leave(self, token: str) -> None:
        """The session of this token ends now, wherever it is in use. A token that is none is let go of."""
        with suppress(Refusal):
            shown = self.shown(token)
            if shown.person_id.startswith(READER):
                return  # the session is that of everybody who reads by the link; this browser forgets its token
            found = self.house.store.sessions.session(shown.session)
            if found is None:
                person = self.house.store.people.participant(shown.person_id)
                self._note(shown.session, shown.person_id, person.workshop_id if person else None, "")
                found = DeviceSession(shown.session, shown.person_id, None, "", "", "")
            self._end([found])

    def _found(self, **asked: str) -> list[DeviceSession]:
        """Those that have not ended, also one that is just being written down: that is waited for, and read outside."""
        self.house.store.write(lambda _tx: None).result()
        return list(self.house.store.sessions.sessions(**asked))

    def _end(self, sessions: list[DeviceSession], by: Participant | None = None) -> None:
        """A link that was made and not used yet ends with a session: else it would outlive it."""
        at = self.house.now()
        for few in portions(sessions):

            def work(tx: Transaction, few: Sequence[DeviceSession] = few) -> None:
                for one in few:
                    tx.sessions.end_session(one.id, at)
                for person_id in {one.person_id for one in few} - {OWNER_ID}:  # whose link is printed at the start
                    tx.sessions.drop_links(person_id, at)

            self.house.store.write(work).result()
        for (person_id, workshop_id), times in Counter((one.person_id, one.workshop_id) for one in sessions).items():
            whose = self.owner_or(person_id)
            AuditLog(self.house).note("session-ended", by or whose, whose, workshop_id=workshop_id, times=times)
        self.spread()

    def owner_or(self, person_id: str) -> Participant | None:
        """The person with this id, who may be the owner."""
        return owner(self.house.owner_name) if person_id == OWNER_ID else self.house.store.people.participant(person_id)

    def spread(self) -> None:
        """After endings: open connections of this process are closed at once, those of others within a second."""
        self.house.sessions.refresh(self.house.store.sessions.endings, now=True)
        self.house.ended.ring("")

    # The owner's key, and links that work once

    def owner_key(self) -> str:
        """The key that makes one the owner; it stays the same until it is changed, or the secret is."""
        count = self._generation()
        about = b"owner-link" if count == 0 else f"owner-link:{count}".encode()
        return hmac.new(self.house.secret, about, hashlib.sha256).hexdigest()[:40]

    def rotate(self) -> None:
        """Another owner key: the old one, its links and the owner's sessions are worth nothing, in all processes."""
        at = self.house.now()

        def work(tx: Transaction) -> None:
            tx.note(OWNER_GENERATION, str(int(tx.noted(OWNER_GENERATION) or 0) + 1))
            tx.sessions.drop_links(OWNER_ID, at)
            for one in tx.sessions.sessions(person_id=OWNER_ID):
                tx.sessions.end_session(one.id, at)

        self.house.store.write(work).result()
        AuditLog(self.house).note("owner-key")
        self.spread()

    def link(self, person: Participant, seconds: int = LINK_SECONDS) -> str:
        """What to put in a link that signs one more device of this person in, once and soon. Errors: Refusal."""
        if person.role is Role.READER:
            raise forbidden("reader-only-reads")
        at = self.house.now()
        key, until = secrets.token_hex(20), later(at, seconds)
        kept = self.hashed(key)
        self.house.store.write(lambda tx: tx.sessions.put_link(kept, person.id, until, at, MOST_LINKS)).result()
        AuditLog(self.house).note("link", person)
        return key

    def open_link(self, key: str) -> str:
        """Whose link this is; it works no more from now on. Errors: Refusal `forbidden`."""
        kept, at = self.hashed(key), self.house.now()
        found = self.house.store.write(lambda tx: tx.sessions.use_link(kept, at)).result()
        if found is None:
            raise forbidden("link-used")
        return str(found)

    def metrics_key(self) -> str:
        """The key for whoever collects the figures: the one in the settings, else one made from the secret."""
        made = hmac.new(self.house.secret, b"metrics", hashlib.sha256).hexdigest()[:40]
        return self.house.metrics_key or made

    def _generation(self) -> int:
        self.house.sessions.refresh(self.house.store.sessions.endings)
        return self.house.sessions.generation

    def _asks_again(self, shown: ShownToken) -> bool:
        return self.house.ask_owner is AskOwner.ALWAYS and shown.at < int(self.house.opened_at)

    def _looked_up(self, shown: ShownToken, workshop_id: str | None) -> float:
        """When a session that this process has not met was last seen."""
        found = self.house.store.sessions.session(shown.session)
        if found is None:
            self._note(shown.session, shown.person_id, workshop_id, "")
            return shown.at
        seen = max(shown.at, datetime.fromisoformat(found.seen_at).replace(tzinfo=UTC).timestamp())
        self.house.sessions.see(shown.session, seen)
        return seen

    def _note(self, session: str, person_id: str, workshop_id: str | None, device: str) -> None:
        at = self.house.now()
        row = DeviceSession(session, person_id, workshop_id, device[:MOST_DEVICE], at, at)
        old = later(at, -int(self.house.session_seconds or SEAT_SECONDS) - 24 * 3600)

        def work(tx: Transaction) -> None:
            tx.sessions.begin_session(row)
            for one in tx.sessions.oldest_beyond(person_id, MOST_SESSIONS)[:AT_ONCE]:
                tx.sessions.end_session(one, at)
            tx.sessions.drop_sessions(old)

        self.house.store.write(work)
        self.house.sessions.see(session, time.time())

    def _old(self, token: str) -> str:
        """What a token from before sessions is known by."""
        return self.hashed(token)[:16]

    def hashed(self, value: str) -> str:
        """What is kept of a secret that stands in a token or a link."""
        return hmac.new(self.house.secret, f"session:{value}".encode(), hashlib.sha256).hexdigest()

    def _signer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self.house.secret, salt="journeymap-seat")


def _may_end(person: Participant, session: DeviceSession) -> bool:
    if person.role is Role.OWNER or session.person_id == person.id:
        return True
    return leads(person.role) and session.workshop_id is not None and session.workshop_id == person.workshop_id
