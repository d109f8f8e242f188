"""Who is asking: a bearer token, the seat cookie, or the owner at this very machine."""

from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import HTTPConnection

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal, forbidden
from journeymap.service.seats import Caller, seated_of
from journeymap.web.api.problems import Refused
from journeymap.web.connections.allowance import MOST_OF_AN_ADDRESS, MOST_SOCKETS
from journeymap.web.connections.connections import recognise
from journeymap.web.door.guesses import places
from journeymap.web.site import Site

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_FETCHES = frozenset({"same-origin", "none"})
"""What Sec-Fetch-Site says when a page of ours asks, or a person by hand."""


@dataclass(frozen=True, slots=True)
class Requester:
    """Who asks, by which session, and whether they said so: a browser sends cookies unasked, a bearer token never."""

    person: Participant
    by_bearer: bool
    session: str = ""


def bearer(connection: HTTPConnection) -> str | None:
    """The token in the Authorization header; another scheme there (a proxy's own) is none of ours."""
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def caller(connection: HTTPConnection, site: Site) -> Caller:
    """What is known about a request that shows no bearer token."""
    return Caller(
        seat=site.shown_seat(connection),
        peer=peer(connection),
        host=connection.headers.get("host", ""),
        bound_to=site.bound_to(),
        forwarded=any(name in connection.headers for name in Caller.FORWARDING),
    )


def asking(connection: HTTPConnection, site: Site) -> Requester:
    """Who asks; reads the database, so not for the event loop. Errors: Refusal `forbidden`.

    A bearer token that is not right is never overlooked, not even at this very machine: a program
    that was given a role must not become the owner when its token runs out.
    """
    token = bearer(connection)
    people = site.service.people
    seat = people.seated(token) if token is not None else seated_of(site.service, caller(connection, site))
    if seat.person.role is Role.READER and (seconds := site.readings.take(peer(connection))):
        raise Refusal("too_fast", "too-many-readers", seconds=seconds)
    recognise(connection.scope, seat.person)
    return Requester(seat.person, by_bearer=token is not None, session=seat.session)


def sockets_of(connection: HTTPConnection, person: Participant) -> tuple[str, int]:
    """As whom somebody's sockets are counted, and how many there may be: who reads by a link, by where they are."""
    if person.role is Role.READER:
        return f"reader@{places(peer(connection))[0]}", MOST_OF_AN_ADDRESS
    return person.id, MOST_SOCKETS


def require_own_page(connection: HTTPConnection, site: Site) -> None:
    """Refuse what a page of another site makes a browser send. Programs say nothing of the kind, and pass.

    Only for requests that could change something, from whoever a browser speaks for unasked.
    """
    fetched = connection.headers.get("sec-fetch-site")
    origin = connection.headers.get("origin")
    host = connection.headers.get("host", "")
    if (fetched is None or fetched in OWN_FETCHES) and (origin is None or site.is_own(origin, host)):
        return
    raise Refused(forbidden("web-other-site"), HTTPStatus.FORBIDDEN)


def unknown(refusal: Refusal, *, shown: bool) -> Refused:
    """401: nobody we know; `shown` where a token was given, but not a right one."""
    challenge = 'Bearer realm="journeymap"' + (', error="invalid_token"' if shown else "")
    return Refused(refusal, HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": challenge})


def peer(connection: HTTPConnection) -> str:
    """The address at the other end."""
    return connection.client.host if connection.client else ""
