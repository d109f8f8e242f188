"""Request bodies, limited in size; JSON must pass the same checks as messages on the live socket."""

from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from journeymap.domain.text.errors import Refusal, invalid
from journeymap.live.json_checks import MOST_BYTES, parse
from journeymap.web.api.problems import Refused


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
    """The refusal of a body that is too large."""
    return Refused(invalid("web-too-large", most=most // 1024), HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def media_type(request: Request) -> str:
    """The declared content type of the body, without parameters."""
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
    """A route that reads its body within these limits."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's own handler, given a request with these limits."""
        handler = super().get_route_handler()

        async def read_with_care(request: Request) -> Response:
            return await handler(CarefulRequest(request.scope, request.receive))

        return read_with_care
