"""View links: whoever has one reads a map, and nothing else, without a name and without a workshop.

A link is one session that any number of browsers share: ending it ends all of them at once, in every process.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from journeymap.domain.model import limits
from journeymap.domain.model.roles import OWNER_ID, Participant, Right, Role, may, require
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import Refusal, forbidden, gone, invalid
from journeymap.domain.workshop.timer import later
from journeymap.service.audit_log import AuditLog
from journeymap.service.house import House, new_id
from journeymap.service.sessions import READER, Sessions, ShownToken
from journeymap.storage.session_contract import DeviceSession
from journeymap.storage.store import Transaction
from journeymap.storage.view_link_rows import ViewLink

MOST_OF_A_MAP = 30
"""So many links of one map may lead somewhere at the same time."""
KEPT_SECONDS = 90 * 24 * 3600
"""A link that has ended is listed for so long, and then forgotten."""
UNKNOWN = "refusal-view-link-unknown"
OVER = "refusal-view-link-over"


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a link gives: a token, the map it leads to, the one that is compared with it, and until when."""

    token: str
    map_id: str
    pair_id: str | None
    until: str


@dataclass(frozen=True, slots=True)
class ViewLinks:
    """Making, listing, opening and ending them."""

    house: House

    def make(
        self, person: Participant, map_id: str, name: str, *, last_day: date | None = None, with_pair: bool = True
    ) -> tuple[ViewLink, str]:
        """A link to this map, and what stands in it: 128 bits of chance, which are told this once and kept as a hash.

        It ends with `last_day`, if there is one (in UTC). Errors: Refusal where this person does not lead the map's
        workshop, the map has links enough, or the day is over.
        """
        require(person, Right.MANAGE, self.house.store.head(map_id).workshop_id)
        at, secret = self.house.now(), secrets.token_hex(16)
        until = end_of_day(last_day) if last_day is not None else ""
        if until and until <= at:
            raise invalid("view-link-day")
        called = " ".join(name.split())
        if not called:
            raise invalid("view-link-name")
        if len(called) > limits.NAME:
            raise invalid("view-link-long", most=limits.NAME, length=len(called))
        link = ViewLink(new_id(), map_id, called, with_pair, until, person.id, at)

        def work(tx: Transaction) -> None:
            require(_now(tx, person), Right.MANAGE, tx.head(map_id).workshop_id)
            tx.view_links.drop(later(at, -KEPT_SECONDS))
            if sum(not one.is_over(at) for one in tx.view_links.all(map_id)) >= MOST_OF_A_MAP:
                raise invalid("view-links-enough", most=MOST_OF_A_MAP)
            tx.view_links.add(link, self._hashed(secret))

        self.house.store.write(work).result()
        self._note("view-link", person, link)
        return link, secret

    def of_map(self, person: Participant, map_id: str) -> list[ViewLink]:
        """The links of a map, the newest first, for those who lead its workshop. Errors: Refusal."""
        require(person, Right.MANAGE, self.house.store.head(map_id).workshop_id)
        return list(self.house.store.view_links.all(map_id))

    def everywhere(self, person: Participant) -> list[ViewLink]:
        """All there are, for the owner. Errors: Refusal."""
        require(person, Right.OWN, None)
        return list(self.house.store.view_links.all())

    def end(self, person: Participant, link_id: str) -> None:
        """It leads nowhere from now on, and whoever reads by it is sent away. Errors: Refusal.

        Also where there is none that this person may end: `gone`.
        """
        link = self.house.store.view_links.get(link_id)
        if link is None:
            raise gone("view-link-gone")
        try:
            require(person, Right.MANAGE, self.house.store.head(link.map_id).workshop_id)
        except Refusal as refusal:
            raise gone("view-link-gone") from refusal
        at = self.house.now()

        ended = self.house.store.write(lambda tx: _ended(tx, link_id, at)).result()
        self.tell_ended(person, [link] if ended else [])

    def end_of(self, tx: Transaction, people: Iterable[str]) -> list[ViewLink]:
        """End all that these people made, within a piece of work, for they are taken out; which that were."""
        at = self.house.now()
        made = [link for link in tx.view_links.made_by(people) if not link.is_over(at)]
        return [link for link in made if _ended(tx, link.id, at)]

    def tell_ended(self, person: Participant, links: Iterable[ViewLink]) -> None:
        """Somebody ended these: it is noted, and whoever reads by them is sent away."""
        for link in links:
            untold = self.house.store.write(partial(_settle, link)).result()
            if untold:
                self._note("view-opened", None, link, times=untold)
            self._note("view-ended", person, link)
        Sessions(self.house).spread()

    def open(self, secret: str) -> Opened:
        """What this link gives. Errors: Refusal `forbidden` where it is none, or leads nowhere any more."""
        link = self.house.store.view_links.by_secret(self._hashed(secret.strip()[: limits.NAME]))
        if link is None:
            raise forbidden("view-link-unknown")
        reads = self._readable(link)
        at = self.house.now()
        # Whoever reads does not wait until it is counted.
        counted = self.house.store.write(lambda tx: tx.view_links.use(link.id, at)).result()
        if counted:
            self._note("view-opened", None, link, times=counted)
        pair = next(iter(reads - {link.map_id}), None)
        return Opened(Sessions(self.house).read_token(link.id), link.map_id, pair, link.until)

    def reader(self, shown: ShownToken) -> Participant:
        """Whoever shows this token of a reader, as they are now. Errors: Refusal `forbidden`."""
        memory = self.house.sessions
        memory.refresh(self.house.store.sessions.endings)
        link = self.house.store.view_links.get(shown.session)
        if link is None or memory.is_ended(shown.session):
            raise forbidden("view-link-over")
        reads = self._readable(link)
        if link.until:
            memory.ends(link.id, datetime.fromisoformat(link.until).timestamp())
        name = say("role-reader-name", self.house.language)
        return Participant(id=shown.person_id, name=name, role=Role.READER, reads=reads)

    def barred(self, map_id: str, links: Iterable[str]) -> frozenset[str]:
        """Those of these links by which nobody reads this map any more: they are over, or it is no pair now."""
        return frozenset(one for one in links if not self._reads(one, map_id))

    def _reads(self, link_id: str, map_id: str) -> bool:
        link = self.house.store.view_links.get(link_id)
        try:
            return link is not None and map_id in self._readable(link)
        except Refusal as refusal:
            if refusal.code != "forbidden":
                raise
            return False

    def _readable(self, link: ViewLink) -> frozenset[str]:
        """The maps it shows now. Errors: Refusal `forbidden` where it shows none any more."""
        if link.is_over(self.house.now()):
            raise forbidden("view-link-over")
        try:
            head = self.house.store.head(link.map_id)
        except Refusal as refusal:
            if refusal.code != "gone":
                raise
            raise forbidden("view-link-over") from refusal
        if not self._may_still(link.made_by, head.workshop_id):
            raise forbidden("view-link-over")
        pair = self.house.store.view_links.pair_of(link.map_id) if link.with_pair else None
        return frozenset({link.map_id, pair} if pair else {link.map_id})

    def _may_still(self, person_id: str, workshop_id: str | None) -> bool:
        """Whether whoever made a link could make it today: the map may have moved, and their role been another's."""
        made_by = self.house.store.people.participant(person_id)
        return person_id == OWNER_ID if made_by is None else may(made_by, Right.MANAGE, workshop_id)

    def _note(self, kind: str, person: Participant | None, link: ViewLink, *, times: int = 1) -> None:
        """By its id and the map's: what it is called may be somebody's name."""
        workshop_id = self.house.store.head(link.map_id).workshop_id
        subject = f"{link.id} {link.map_id}"
        AuditLog(self.house).note(kind, person, workshop_id=workshop_id, subject=subject, times=times)  # type: ignore[arg-type]

    def _hashed(self, secret: str) -> str:
        return Sessions(self.house).hashed(f"view:{secret}")


def is_reader(shown: ShownToken) -> bool:
    """Whether this token was given by a view link."""
    return shown.person_id.startswith(READER)


def end_of_day(day: date) -> str:
    """The moment at which a day is over, in UTC, as times are kept."""
    over = datetime.combine(day + timedelta(days=1), time(), UTC)
    return over.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _ended(tx: Transaction, link_id: str, at: str) -> bool:
    """It leads nowhere from now on, and every process hears of that; False where it had ended."""
    ended = tx.view_links.end(link_id, at)
    if ended:
        tx.sessions.begin_session(DeviceSession(link_id, "", None, "", at, at))
        tx.sessions.end_session(link_id, at)
    return ended


def _now(tx: Transaction, person: Participant) -> Participant:
    return tx.people.participant(person.id) or person


def _settle(link: ViewLink, tx: Transaction) -> int:
    return tx.view_links.settle(link.id)
