"""/metrics: the server's figures for Prometheus, for the owner and whoever has the key for them."""

import hmac
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from journeymap.domain.model.roles import Right, require
from journeymap.domain.text.errors import Refusal
from journeymap.web.api.problems import STATUS
from journeymap.web.door.requester import asking, bearer
from journeymap.web.site import Site

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def metrics(site: Site) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint.

    A scraper says `Authorization: Bearer …` with a key of its own (JOURNEYMAP_METRICS_KEY): it opens nothing else, and
    stays the same where a seat runs out.
    """

    async def show(request: Request) -> Response:
        try:
            await run_in_threadpool(_require_owner, site, request)
        except Refusal as refusal:
            status = HTTPStatus.UNAUTHORIZED if bearer(request) is None else STATUS[refusal.code]
            return PlainTextResponse(refusal.reason(site.language(request)), status)
        figures = site.hall.figures.text() + site.connections.text()
        return Response(figures, media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})

    return show


def _require_owner(site: Site, request: Request) -> None:
    shown = bearer(request)
    if shown is not None and hmac.compare_digest(shown.encode(), site.service.people.sessions.metrics_key().encode()):
        return
    require(asking(request, site).person, Right.OWN, None)
