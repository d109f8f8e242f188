"""Joining by a code, guessed slowly: wrong codes count for an address, right ones never do."""

from starlette.requests import HTTPConnection

from journeymap.domain.errors import Refusal
from journeymap.domain.people import Participant, Role
from journeymap.web.problems import too_fast
from journeymap.web.site import Site
from journeymap.web.who import neighbourhood

WRONG_CODE = "refusal-no-such-code"


def join(site: Site, connection: HTTPConnection, code: str, name: str, role: Role | str) -> Participant:
    """The person who joined. Errors: Refusal; Refused 429 after too many wrong codes from here.

    The limit is asked before the code is looked at, else one could go on guessing and see which one works.
    """
    here = neighbourhood(connection)
    if seconds := site.wrong_codes.wait(here):
        raise too_fast("too-many-codes", seconds)
    try:
        return site.service.people.join(code, name, role)
    except Refusal as refusal:
        if refusal.key == WRONG_CODE:
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
