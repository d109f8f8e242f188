"""Links of validation rounds at the door: wrong ones are counted, right ones are let in at a crowd's pace."""

from collections.abc import Callable
from typing import TypeVar

from starlette.requests import HTTPConnection

from journeymap.domain.model.validation import RoundVerdict, ValidationRound
from journeymap.domain.text.errors import Refusal
from journeymap.service.customer_walk import NOT_IN, UNKNOWN, Walk
from journeymap.web.api.problems import too_fast
from journeymap.web.door.requester import peer
from journeymap.web.site import Site

T = TypeVar("T")


def begin(
    site: Site, connection: HTTPConnection, link: str, name: str, token_of: Callable[[str], str]
) -> tuple[ValidationRound, str]:
    """Come by a link; `token_of` tells what this device holds of a round already.

    Errors: Refusal; Refused 429 after too many wrong ones, or where very many come from here.
    """

    def work() -> tuple[ValidationRound, str]:
        found = site.service.walks.invited(link)
        if seconds := site.openings.take(peer(connection)):
            raise too_fast("too-many-answers", seconds)
        return site.service.walks.begin(link, name, token_of(found.id))

    return guessed(site, connection, work)


def open_link(site: Site, connection: HTTPConnection, link: str) -> ValidationRound:
    """The round of a link that somebody only looks at. Errors: as of `begin`."""

    def work() -> ValidationRound:
        found = site.service.walks.invited(link)
        if seconds := site.walk_readings.take(peer(connection)):
            raise too_fast("too-many-readers", seconds)
        return found

    return guessed(site, connection, work)


def read(site: Site, connection: HTTPConnection, by: tuple[str, str]) -> Walk:
    """The way of a customer, to draw the page of a moment.

    Errors: Refusal; Refused 429 for a program, or where very many read from here.
    """

    def work() -> Walk:
        customer = site.service.walks.customer(*by)
        if seconds := site.walks.take(f"{customer.id} reads") or site.walk_readings.take(peer(connection)):
            raise too_fast("too-many-readers", seconds)
        return site.service.walks.walk(*by)

    return guessed(site, connection, work)


def answer(
    site: Site, connection: HTTPConnection, by: tuple[str, str], moment_id: str, verdict: str, words: dict[str, str]
) -> RoundVerdict:
    """Say something of a moment, by the id of a round and a token of it.

    Errors: Refusal; Refused 429 for one who is no person, or a very busy address.
    """

    def work() -> RoundVerdict:
        _keep_pace(site, connection, by)
        return site.service.walks.say(*by, moment_id, verdict, **words)

    return guessed(site, connection, work)


def forget(site: Site, connection: HTTPConnection, by: tuple[str, str]) -> None:
    """Take back everything, at the same pace."""

    def work() -> None:
        _keep_pace(site, connection, by)
        site.service.walks.forget_me(*by)

    guessed(site, connection, work)


def _keep_pace(site: Site, connection: HTTPConnection, by: tuple[str, str]) -> None:
    """A customer's own pace, and only then their place's: whoever is nobody takes nothing from a hall, nor memory."""
    customer = site.service.walks.customer(*by)
    if seconds := site.walks.take(customer.id) or site.answers.take(peer(connection)):
        raise too_fast("too-many-answers", seconds)


def guessed(site: Site, connection: HTTPConnection, work: Callable[[], T]) -> T:
    """What this answers; a link or a token that is none is counted as a wrong code is."""
    try:
        return work()
    except Refusal as refusal:
        if refusal.key in (UNKNOWN, NOT_IN) and (seconds := site.guesses.count("round", peer(connection))):
            raise too_fast("too-many-codes", seconds) from None
        raise
