"""Coming in as the owner, and on one's other device: by a link that works once, or by the key, in no address."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from journeymap.domain.model.roles import Role
from journeymap.domain.text.errors import Refusal
from journeymap.service.seats import is_at_home
from journeymap.web.api.problems import Refused
from journeymap.web.cookies import keep_language
from journeymap.web.door import join_codes
from journeymap.web.door.entrance import HOME, headers_of, seated, way_on, why
from journeymap.web.door.forms import sent
from journeymap.web.door.requester import asking, caller, require_own_page
from journeymap.web.pages.templates import draw
from journeymap.web.site import Site

MOST_KEY = 400


@dataclass(frozen=True, slots=True)
class OwnerPages:
    """The pages of the owner link, and of a link to one's own seat."""

    site: Site

    def routes(self) -> list[Route]:
        """All addresses of it."""
        return [
            Route("/owner", self.open),
            Route("/owner", self.paste, methods=["POST"]),
            Route("/device", self.ask),
            Route("/device", self.take, methods=["POST"]),
        ]

    async def open(self, request: Request) -> Response:
        """Open the owner link: it works once, and is gone from the address after it. Without one, how to come in."""
        asked = request.query_params.get("lang", "")
        key = request.query_params.get("key", "")
        if not key or await run_in_threadpool(self._is_owner, request):
            if key:
                return RedirectResponse(HOME, HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"})
            page = self._page(request, asked)
            keep_language(page, self.site, request, asked)
            return page
        if _is_looked_at_early(request):
            return self._page(request, asked)
        try:
            seat = await run_in_threadpool(join_codes.own_link, self.site, request, key)
        except (Refusal, Refused) as refused:
            return self._page(request, asked, refused)
        return seated(self.site, request, seat, owner=True)

    async def paste(self, request: Request) -> Response:
        """Come in by the key, or by a link, typed or pasted."""
        form: dict[str, str] = {}
        try:
            require_own_page(request, self.site)
            form = await sent(request)
            seat = await run_in_threadpool(join_codes.own, self.site, request, key_in(form.get("key", "")))
        except (Refusal, Refused) as refused:
            return self._page(request, form.get("lang", ""), refused)
        return seated(self.site, request, seat, owner=True)

    async def ask(self, request: Request) -> Response:
        """Whether this device is to be signed in: nothing is used up by looking at a link."""
        key, language = request.query_params.get("link", ""), self.site.language(request)
        return draw("device.html", language, link=key[:MOST_KEY], sentence="")

    async def take(self, request: Request) -> Response:
        """Sign this device in, by the link that was made on the other one."""
        try:
            require_own_page(request, self.site)
            form = await sent(request)
            seat = await run_in_threadpool(join_codes.own_device, self.site, request, key_in(form.get("link", "")))
            person = await run_in_threadpool(self.site.service.people.who, seat)
        except (Refusal, Refused) as refused:
            refusal, status = why(refused)
            language = self.site.language(request)
            page = draw("device.html", language, status, link="", sentence=refusal.reason(language) if refusal else "")
            page.headers.update(headers_of(refused))
            return page
        return seated(self.site, request, seat, way_on(person), owner=person.role is Role.OWNER)

    def _is_owner(self, request: Request) -> bool:
        try:
            return asking(request, self.site).person.role is Role.OWNER
        except Refusal:
            return False

    def _page(self, request: Request, lang: str, refused: Refusal | Refused | None = None) -> Response:
        refusal, status = why(refused)
        language = self.site.language(request, lang)
        here = is_at_home(self.site.service, caller(request, self.site))
        sentence = refusal.reason(language) if refusal else ""
        page = draw("owner.html", language, status, sentence=sentence, here=here)
        page.headers.update(headers_of(refused))
        return page


def key_in(typed: str) -> str:
    """The key in what was pasted: by itself, or in a link."""
    text = typed.strip()[:MOST_KEY]
    try:
        asked = parse_qs(urlsplit(text).query)
    except ValueError:
        return text
    return next((asked[name][0] for name in ("key", "link") if name in asked), text)


def _is_looked_at_early(request: Request) -> bool:
    """Whether a browser asks before its person does: that would use the link up."""
    return request.method == "HEAD" or any(
        "prefetch" in request.headers.get(name, "").lower() for name in ("sec-purpose", "purpose", "x-moz")
    )
