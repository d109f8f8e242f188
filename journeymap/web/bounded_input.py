"""Reading what somebody sent, with care: so much and no more, JSON of a sane depth, text that is text."""

import json
import re
from collections.abc import Callable, Coroutine, Iterator
from http import HTTPStatus
from typing import Any, NoReturn

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from journeymap.domain.text.errors import Refusal, invalid
from journeymap.web.api.problems import Refused

MOST_BYTES = 64 * 1024
"""The largest body of a request, and the largest frame of the live socket."""

MOST_DEEP = 16
"""How deep JSON may nest; ours needs three."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def parse(text: bytes | str) -> Any:
    """The JSON value in this text. Errors: Refusal `invalid`, whatever it is that was sent."""
    return checked(loaded(text))


def loaded(text: bytes | str) -> Any:
    """The JSON value, not looked at yet. Errors: Refusal `invalid` where there is none."""
    try:
        return json.loads(text.decode() if isinstance(text, bytes) else text, parse_constant=_no_number)
    except (ValueError, RecursionError):  # not UTF-8, not JSON, a number of 5,000 digits, nested without end
        raise invalid("web-not-json") from None


def checked(found: Any) -> Any:
    """The same value. Errors: Refusal `invalid` where it is too deep, or holds half a character."""
    if not all(_is_plain(value) for value in _values(found)):
        raise invalid("web-character")
    return found


def _no_number(name: str) -> NoReturn:
    """NaN and the infinities are no JSON."""
    raise ValueError(name)


def _values(found: Any) -> Iterator[Any]:
    """Every value and every key, level by level. Errors: Refusal where there are too many levels."""
    level, depth = [found], 0
    while level:
        if depth > MOST_DEEP:
            raise invalid("web-too-deep")
        yield from level
        dicts = [value for value in level if isinstance(value, dict)]
        yield from (key for value in dicts for key in value)
        lists = [value for value in level if isinstance(value, list)]
        level = [inner for value in dicts for inner in value.values()] + [inner for value in lists for inner in value]
        depth += 1


def _is_plain(value: Any) -> bool:
    """Half a character (a lone surrogate) can neither be kept nor sent."""
    return not isinstance(value, str) or _SURROGATE.search(value) is None


async def bounded(request: Request, most: int = MOST_BYTES) -> bytes:
    """The body of a request. Errors: Refused 413 as soon as it is known to be too large."""
    if int(request.headers.get("content-length") or 0) > most:
        raise too_large(most)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise too_large(most)
    return bytes(body)


def too_large(most: int) -> Refused:
    """Refused: more than may be sent at once."""
    return Refused(invalid("web-too-large", most=most // 1024), HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def media_type(request: Request) -> str:
    """What the body says it is, without parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


class CarefulRequest(Request):
    """A request whose body is JSON, or is not read at all.

    A form of another site can be made to send text, but not JSON: so asking for it is half of the
    protection against being acted for, too.
    """

    async def body(self) -> bytes:
        """The body, bounded; only JSON. Errors: Refused 413, 415."""
        if not hasattr(self, "_body"):
            self._body = await bounded(self)
            if self._body and media_type(self) != "application/json":
                raise Refused(invalid("web-json-only"), HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        return self._body

    async def json(self) -> Any:
        """The value in it. Errors: Refused 422."""
        try:
            return parse(await self.body())
        except Refusal as refusal:
            raise Refused(refusal) from None


class CarefulRoute(APIRoute):
    """A route that reads with care."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's own handler, given a careful request."""
        handler = super().get_route_handler()

        async def read_with_care(request: Request) -> Response:
            return await handler(CarefulRequest(request.scope, request.receive))

        return read_with_care
