"""Joining by a code, safe against guessing: wrong codes count for an address, right ones never do."""

from collections.abc import Callable
from typing import TypeVar

from starlette.requests import HTTPConnection

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal
from journeymap.service.admission import Claimed
from journeymap.service.cookies import first_cookie
from journeymap.web.api.problems import too_fast
from journeymap.web.door.requester import neighbourhood
from journeymap.web.site import Site

T = TypeVar("T")
WRONG_CODE = "refusal-no-such-code"
GUESSES = frozenset(
    {WRONG_CODE, "refusal-no-such-name", "refusal-recovery-unknown", "refusal-claim-gone", "refusal-door-closed"}
)
"""What somebody is told who guesses: a code, a name, a recovery code, the secret of a waiting device.

Before a closed door a name that is in is asked about, and any other is not: that is a name guessed, too.
"""


def join(
    site: Site,
    connection: HTTPConnection,
    code: str,
    name: str,
    role: Role | str,
    *,
    doing: str = "",
    another: bool = True,
) -> Participant:
    """The person who joined. Errors: Refusal; Refused 429 after too many wrong codes from here.

    Whoever has a seat in this workshop on this device stays who they are.
    """
    device = first_cookie(connection.headers, site.seat_cookie(connection)) or ""
    return _slowly(
        site,
        connection,
        lambda: site.service.workshops.admission.join(code, name, role, doing, device, another=another),
    )


def claim(site: Site, connection: HTTPConnection, code: str, name: str) -> Claimed:
    """A second device asks the first one."""
    return _slowly(site, connection, lambda: site.service.workshops.admission.claim(code, name))


def take(site: Site, connection: HTTPConnection, claim_id: str, secret: str) -> str | None:
    """The seat that a second device was allowed; None while it waits."""
    return _slowly(site, connection, lambda: site.service.workshops.admission.take(claim_id, secret))


def recover(site: Site, connection: HTTPConnection, code: str, recovery: str) -> str:
    """A facilitator's seat by their recovery code."""
    return _slowly(site, connection, lambda: site.service.workshops.admission.recover(code, recovery))


def _slowly(site: Site, connection: HTTPConnection, work: Callable[[], T]) -> T:
    """What this answers. Errors: Refusal; Refused 429 after too many guesses from here.

    The limit is asked before the code is looked at, else one could go on guessing and see which one works.
    """
    here = neighbourhood(connection)
    if seconds := site.wrong_codes.wait(here):
        raise too_fast("too-many-codes", seconds)
    try:
        return work()
    except Refusal as refusal:
        if refusal.key in GUESSES:
            site.wrong_codes.spend(here)
        raise


def own(site: Site, connection: HTTPConnection, key: str) -> str:
    """The owner's seat for the key of the owner link. Errors: Refusal; Refused 429 after too many wrong keys.

    The right key (160 random bits) is let in even then: nobody can keep the owner out by guessing.
    """
    here = neighbourhood(connection)
    try:
        return site.service.people.owner_seat(key)
    except Refusal:
        if seconds := site.wrong_keys.take(here):
            raise too_fast("too-many-keys", seconds) from None
        raise
