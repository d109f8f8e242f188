"""Refusals as answers: problem+json (RFC 9457), with the sentence a facilitator would say."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from journeymap.domain.text.errors import Code, Refusal, gone, invalid, unavailable
from journeymap.live.json_checks import misshapen
from journeymap.web.site import Site

MEDIA_TYPE = "application/problem+json"

STATUS: Mapping[Code, int] = {
    "invalid": 422,
    "forbidden": 403,
    "gone": 404,
    "stale": 409,
    "too_fast": 429,
    "unavailable": 503,
}


AGAIN = frozenset({429, 503})
"""With these it is said after how long to try again, where that is known."""


class Problem(BaseModel):
    """Why it was not done: `detail` is a sentence for people, `code` a word for programs."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: Code


class Refused(HTTPException):
    """A refusal with a status or headers of its own, for where the code alone does not say enough."""

    def __init__(self, refusal: Refusal, status: int | None = None, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status or STATUS[refusal.code], headers=headers)
        self.refusal = refusal


def too_fast(key: str, seconds: int) -> Refused:
    """Refused for now; `seconds` until it is worth trying again."""
    return Refused(Refusal("too_fast", key, seconds=seconds), headers={"Retry-After": str(seconds)})


def problem(refusal: Refusal, language: str, status: int | None = None, **more: Any) -> Response:
    """The answer that says why not; `more` are further members of it."""
    status = status or STATUS[refusal.code]
    body = Problem(title=HTTPStatus(status).phrase, status=status, detail=refusal.reason(language), code=refusal.code)
    # Escaped to ASCII: a refusal may quote text that cannot be encoded otherwise.
    content = json.dumps({**body.model_dump(), **more})
    headers = {"Content-Language": language, "Vary": "Accept-Language"}
    if status in AGAIN and "seconds" in refusal.values:
        headers["Retry-After"] = str(refusal.values["seconds"])
    return Response(content, status, headers=headers, media_type=MEDIA_TYPE)


class Problems:
    """The handlers that turn whatever was raised below /api into a problem."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def handlers(self) -> dict[int | type[Exception], Any]:
        """By what is raised."""
        return {
            Refusal: self.on_refusal,
            RequestValidationError: self.on_validation,
            HTTPException: self.on_http,
            Exception: self.on_failure,
        }

    async def on_refusal(self, request: Request, refusal: Refusal) -> Response:
        """The service said no."""
        return problem(refusal, self.site.language(request))

    async def on_validation(self, request: Request, found: RequestValidationError) -> Response:
        """What was sent does not have the right shape."""
        return problem(misshapen(found.errors()[0]), self.site.language(request))

    async def on_http(self, request: Request, found: HTTPException) -> Response:
        """No such address, no such method, or refused with a status of its own."""
        refusal = found.refusal if isinstance(found, Refused) else _of_status(found.status_code, request.method)
        answer = problem(refusal, self.site.language(request), found.status_code)
        answer.headers.update(found.headers or {})
        return answer

    async def on_failure(self, request: Request, _found: Exception) -> Response:
        """Our own fault: it is raised again after this, into the log."""
        return problem(unavailable("web-failure"), self.site.language(request), 500)


def _of_status(status: int, method: str) -> Refusal:
    if status == HTTPStatus.NOT_FOUND:
        return gone("web-no-address")
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        return invalid("web-no-method", method=method[:20])
    return invalid("web-unreadable")
