"""Opening a view link: a page that asks once, and then the map, which anybody with the link may read."""

from dataclasses import dataclass
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal
from journeymap.web.api.problems import Refused
from journeymap.web.cookies import keep, keep_language
from journeymap.web.door import join_codes
from journeymap.web.door.entrance import headers_of, map_address, way_on, why
from journeymap.web.door.forms import sent
from journeymap.web.door.owner_pages import MOST_KEY, key_in
from journeymap.web.door.requester import asking, require_own_page
from journeymap.web.pages.templates import draw
from journeymap.web.site import Site


@dataclass(frozen=True, slots=True)
class ViewPages:
    """The page of a view link."""

    site: Site

    def routes(self) -> list[Route]:
        """All addresses of it."""
        return [Route("/view", self.ask), Route("/view", self.open, methods=["POST"])]

    async def ask(self, request: Request) -> Response:
        """Whether to read: a link that a program looks at on its way counts for nothing."""
        asked = request.query_params.get("lang", "")
        answer = await self._page(request, request.query_params.get("link", ""), asked)
        keep_language(answer, self.site, request, asked)
        return answer

    async def open(self, request: Request) -> Response:
        """Read by the link; whoever has a seat on this device keeps it, and is told so."""
        link, lang = "", ""
        try:
            require_own_page(request, self.site)
            form = await sent(request)
            link, lang = key_in(form.get("link", "")), form.get("lang", "")
            if await run_in_threadpool(self._seated, request) is not None:
                return await self._page(request, link, lang)
            opened = await run_in_threadpool(join_codes.view, self.site, request, link)
        except (Refusal, Refused) as refused:
            return await self._page(request, "", lang, refused)
        answer = RedirectResponse(map_address(opened.map_id), HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"})
        keep(answer, self.site, request, self.site.seat_cookie(request), opened.token, None)
        return answer

    async def _page(self, request: Request, link: str, lang: str, refused: Refusal | Refused | None = None) -> Response:
        here = await run_in_threadpool(self._seated, request)
        refusal, status = why(refused)
        language = self.site.language(request, lang)
        page = draw(
            "view.html",
            language,
            status,
            link=link[:MOST_KEY],
            sentence=refusal.reason(language) if refusal else "",
            here={"name": here.name, "to": way_on(here)} if here else None,
        )
        page.headers.update(headers_of(refused))
        return page

    def _seated(self, request: Request) -> Participant | None:
        """Whoever holds a seat on this device that the link would take away: it is shown by the same cookie."""
        if self.site.seat_cookie(request) not in request.cookies:
            return None
        try:
            person = asking(request, self.site).person
        except Refusal:
            return None
        return None if person.role is Role.READER else person
