"""Links of validation rounds at the door: wrong ones are counted, right ones are let in at a crowd's pace."""

from collections.abc import Callable
from typing import TypeVar

from starlette.requests import HTTPConnection

from journeymap.domain.model.validation import RoundVerdict, ValidationRound
from journeymap.domain.text.errors import Refusal
from journeymap.service.customer_walk import NOT_IN, UNKNOWN
from journeymap.web.api.problems import too_fast
from journeymap.web.door.requester import peer
from journeymap.web.site import Site

T = TypeVar("T")


def begin(site: Site, connection: HTTPConnection, link: str, name: str, token: str) -> tuple[ValidationRound, str]:
    """Come by a link. Errors: Refusal; Refused 429 after too many wrong ones, or where very many come from here."""

    def work() -> tuple[ValidationRound, str]:
        site.service.walks.invited(link)
        if seconds := site.openings.take(peer(connection)):
            raise too_fast("too-many-answers", seconds)
        return site.service.walks.begin(link, name, token)

    return guessed(site, connection, work)


def answer(
    site: Site, connection: HTTPConnection, by: tuple[str, str], moment_id: str, verdict: str, words: dict[str, str]
) -> RoundVerdict:
    """Say something of a moment, by the id of a round and a token of it.

    Errors: Refusal; Refused 429 for one who is no person, or a very busy address.
    """
    seconds = site.walks.take(by[1]) or site.answers.take(peer(connection))
    if seconds:
        raise too_fast("too-many-answers", seconds)
    said = site.service.walks.say
    return guessed(site, connection, lambda: said(*by, moment_id, verdict, **words))


def guessed(site: Site, connection: HTTPConnection, work: Callable[[], T]) -> T:
    """What this answers; a link or a token that is none is counted as a wrong code is."""
    try:
        return work()
    except Refusal as refusal:
        if refusal.key in (UNKNOWN, NOT_IN) and (seconds := site.guesses.count("round", peer(connection))):
            raise too_fast("too-many-codes", seconds) from None
        raise
