"""The page of a workshop that hangs on the wall: `/poster?workshop=…`, printed by the browser to one sheet."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from journeymap.domain.text.errors import Refusal
from journeymap.web.api.problems import STATUS
from journeymap.web.door.requester import asking
from journeymap.web.pages.templates import draw_sentence
from journeymap.web.site import Site

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self' data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
"""Nothing runs in it and nothing is fetched: the styles and the picture stand in the page."""


@dataclass(frozen=True, slots=True)
class PosterPage:
    """The page."""

    site: Site

    def routes(self) -> list[Route]:
        """Its address."""
        return [Route("/poster", self.poster)]

    async def poster(self, request: Request) -> Response:
        """What a workshop came to, on one page; with `names=no` nobody is named."""
        language = self.site.language(request, request.query_params.get("lang", ""))
        try:
            content = await run_in_threadpool(self._made, request, language)
        except Refusal as refusal:
            return draw_sentence(refusal.reason(language), language, STATUS[refusal.code])
        headers = {"Cache-Control": "no-store", "Content-Language": language, "Content-Security-Policy": POLICY}
        return HTMLResponse(content, headers=headers)

    def _made(self, request: Request, language: str) -> bytes:
        person = asking(request, self.site).person
        workshop_id = request.query_params.get("workshop", "")[:64] or person.workshop_id or ""
        unnamed = request.query_params.get("names") == "no"
        return self.site.service.posters.page(person, workshop_id, language, anonymous=unnamed)
