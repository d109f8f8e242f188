"""Joining by a code: wrong codes are counted, right ones are let in."""

from collections.abc import Callable
from typing import TypeVar

from starlette.requests import HTTPConnection

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal
from journeymap.service.admission import Claimed
from journeymap.service.people import plain_code
from journeymap.service.view_links import UNKNOWN, Opened
from journeymap.service.waiting_room import Ticket
from journeymap.web.api.problems import Refused, too_fast
from journeymap.web.door.device import device_of
from journeymap.web.door.guesses import places
from journeymap.web.door.requester import peer
from journeymap.web.site import Site

T = TypeVar("T")
WRONG_CODE = "refusal-no-such-code"
GUESSES = {
    WRONG_CODE: "join-code",
    "refusal-no-such-name": "name",
    "refusal-recovery-unknown": "recovery-code",
    "refusal-claim-gone": "device",
    "refusal-door-closed": "name",
}
"""What somebody is told who guesses, and what they guessed.

Before a closed door a name that is in is asked about, and any other is not: that is a name guessed, too.
"""
CODE_LENGTH = 60


def join(
    site: Site,
    connection: HTTPConnection,
    code: str,
    name: str,
    role: Role | str,
    *,
    doing: str = "",
    another: bool = True,
) -> Participant | Ticket:
    """The person who joined; who waits to be let in, where very many joined from here already.

    Errors: Refusal; Refused 429 for a wrong code after too many of them.

    Whoever has a seat in this workshop on this device stays who they are.
    """
    device = site.shown_seat(connection) or ""

    def work() -> Participant | Ticket:
        workshops, here = site.service.workshops, (peer(connection), plain_code(code)[:CODE_LENGTH])
        if site.service.people.is_known(code, device):
            return workshops.admission.join(code, name, role, doing, device, another=another)
        if site.joins.wait(*here):
            return workshops.waiting_room.wait(code, name, role, doing)
        found = workshops.admission.join(code, name, role, doing, device, another=another)
        site.joins.spend(*here)
        return found

    if site.service.people.is_closed(code):
        return _named(site, connection, code, work)
    return _counted(site, connection, work, code)


def claim(site: Site, connection: HTTPConnection, code: str, name: str) -> Claimed:
    """A second device asks the first one."""
    return _named(site, connection, code, lambda: site.service.workshops.admission.claim(code, name))


def take(site: Site, connection: HTTPConnection, claim_id: str, secret: str) -> str | None:
    """The seat that a second device was allowed; None while it waits."""
    return _counted(site, connection, lambda: site.service.workshops.admission.take(claim_id, secret))


def take_place(site: Site, connection: HTTPConnection, ticket: Ticket) -> str | None:
    """The seat of whoever waited to be let in; None while they wait."""
    room = site.service.workshops.waiting_room
    return _counted(site, connection, lambda: room.take(ticket.id, ticket.secret, device_of(connection)))


def recover(site: Site, connection: HTTPConnection, code: str, recovery: str) -> str:
    """A facilitator's seat by their recovery code."""
    return _counted(site, connection, lambda: site.service.workshops.admission.recover(code, recovery), code)


def _counted(site: Site, connection: HTTPConnection, work: Callable[[], T], code: str = "") -> T:
    """What this answers: a right code at once, whoever else guesses.

    Errors: Refusal; Refused 429 for a wrong one after too many of them from here, about this workshop, or in all.
    """
    try:
        return work()
    except Refusal as refusal:
        if refusal.key not in GUESSES:
            raise
        about = plain_code(code)[:CODE_LENGTH] if refusal.key != WRONG_CODE else ""
        if seconds := site.guesses.count(GUESSES[refusal.key], peer(connection), about):
            raise too_fast("too-many-codes", seconds) from None
        raise


def _named(site: Site, connection: HTTPConnection, code: str, work: Callable[[], T]) -> T:
    """The same where the answer says whether somebody of a name is in: asked first, for a name is easily guessed."""
    here = f"{places(peer(connection))[0]} {plain_code(code)[:CODE_LENGTH]}"
    if seconds := site.guesses.names.wait(here):
        raise too_fast("too-many-names", seconds)
    try:
        return _counted(site, connection, work, code)
    except (Refusal, Refused) as refused:
        refusal = refused.refusal if isinstance(refused, Refused) else refused
        if refusal.key != WRONG_CODE:
            site.guesses.names.spend(here)
        raise


def own(site: Site, connection: HTTPConnection, key: str) -> str:
    """The owner's seat for their key, or a link of theirs. Errors: Refusal; Refused 429 after too many wrong ones.

    The right key (160 random bits) is let in even then: nobody can keep the owner out by guessing.
    """
    return _keyed(site, connection, lambda: site.service.people.owner_seat(key, device_of(connection)))


def own_link(site: Site, connection: HTTPConnection, key: str) -> str:
    """The owner's seat for a link of theirs, which works once; the key itself stands in no address."""
    return _keyed(site, connection, lambda: site.service.people.owner_by_link(key, device_of(connection)))


def own_device(site: Site, connection: HTTPConnection, key: str) -> str:
    """The seat of whoever made this link on their other device."""
    return _keyed(site, connection, lambda: site.service.people.seat_by_link(key, device_of(connection)))


def view(site: Site, connection: HTTPConnection, link: str) -> Opened:
    """What a view link gives: wrong ones are counted as wrong codes are, and right ones opened in a crowd's pace.

    Errors: Refusal; Refused 429 after too many wrong ones, or where very many open links from here.
    """
    try:
        opened = site.service.people.view_links.open(link)
    except Refusal as refusal:
        if refusal.key == UNKNOWN and (seconds := site.guesses.count("view-link", peer(connection))):
            raise too_fast("too-many-codes", seconds) from None
        raise
    if seconds := site.openings.take(peer(connection)):
        raise too_fast("too-many-readers", seconds)
    return opened


def _keyed(site: Site, connection: HTTPConnection, work: Callable[[], str]) -> str:
    try:
        return work()
    except Refusal as refusal:
        if refusal.code != "forbidden":
            raise
        if seconds := site.guesses.count("owner-key", peer(connection)):
            raise too_fast("too-many-keys", seconds) from None
        raise
