"""Coming back on another device: by asking the first device, or with a recovery code. Works without a script."""

from dataclasses import dataclass
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from journeymap.domain.text.errors import Refusal, gone
from journeymap.service.admission import CLAIM_SECONDS, Claimed
from journeymap.web.api.problems import Refused
from journeymap.web.cookies import drop, keep, keep_language
from journeymap.web.door import join_codes
from journeymap.web.door.entrance import seated, way_on, why
from journeymap.web.door.forms import sent
from journeymap.web.door.requester import require_own_page
from journeymap.web.pages.templates import draw, draw_sentence
from journeymap.web.site import Site

CLAIM_COOKIE = "journeymap_claim"
"""What a waiting device holds: the claim, its secret, and what the page shows. No script reads it."""


@dataclass(frozen=True, slots=True)
class RecoveryPages:
    """The pages for coming back."""

    site: Site

    def routes(self) -> list[Route]:
        """All addresses of it."""
        return [
            Route("/join-ask", self.ask, methods=["POST"]),
            Route("/join-wait", self.wait),
            Route("/recover", self.show),
            Route("/recover", self.recover, methods=["POST"]),
        ]

    async def ask(self, request: Request) -> Response:
        """This is my second device: ask the first one."""
        form: dict[str, str] = {}
        try:
            require_own_page(request, self.site)
            form = await sent(request)
            code, name = form.get("code", ""), form.get("name", "")
            claimed = await run_in_threadpool(join_codes.claim, self.site, request, code, name)
        except (Refusal, Refused) as refused:
            return self._sentence(request, refused, form.get("lang", ""))
        to = f"join-wait?lang={self.site.language(request, form.get('lang', ''))}"
        answer = RedirectResponse(to, HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"})
        keep(answer, self.site, request, CLAIM_COOKIE, _kept(claimed), CLAIM_SECONDS)
        return answer

    async def wait(self, request: Request) -> Response:
        """The number that both devices show, until somebody answers."""
        lang = request.query_params.get("lang", "")
        claimed = _read(request.cookies.get(CLAIM_COOKIE, ""))
        if claimed is None:
            return self._sentence(request, gone("claim-gone"), lang)
        try:
            seat = await run_in_threadpool(join_codes.take, self.site, request, claimed.id, claimed.secret)
            if seat is None:
                language = self.site.language(request, lang)
                return draw("wait.html", language, number=claimed.number, name=claimed.name)
            answer = await run_in_threadpool(self._seated, request, seat)
        except (Refusal, Refused) as refused:
            answer = self._sentence(request, refused, lang)
        drop(answer, self.site, request, CLAIM_COOKIE)
        return answer

    async def show(self, request: Request) -> Response:
        """The page for a facilitator whose device is gone."""
        asked = request.query_params.get("lang", "")
        answer = self._recover_page(request, {"lang": asked}, None)
        keep_language(answer, self.site, request, asked)
        return answer

    async def recover(self, request: Request) -> Response:
        """Take the facilitator's seat by the recovery code."""
        form: dict[str, str] = {}
        try:
            require_own_page(request, self.site)
            form = await sent(request)
            codes = form.get("code", ""), form.get("recovery", "")
            seat = await run_in_threadpool(join_codes.recover, self.site, request, *codes)
            return await run_in_threadpool(self._seated, request, seat)
        except (Refusal, Refused) as refused:
            return self._recover_page(request, form, refused)

    def _recover_page(self, request: Request, form: dict[str, str], refused: Refusal | Refused | None) -> Response:
        refusal, status = why(refused)
        language = self.site.language(request, form.get("lang", ""))
        sentence = refusal.reason(language) if refusal else ""
        return draw("recover.html", language, status, code=form.get("code", ""), sentence=sentence)

    def _seated(self, request: Request, seat: str) -> Response:
        person = self.site.service.people.who(seat)
        return seated(self.site, request, seat, way_on(person))

    def _sentence(self, request: Request, refused: Refusal | Refused, lang: str) -> Response:
        refusal, status = why(refused)
        language = self.site.language(request, lang)
        return draw_sentence(refusal.reason(language) if refusal else "", language, status)


def _kept(claimed: Claimed) -> str:
    """As it stands in the cookie: a name is any text, so it is kept as hexadecimal."""
    return ".".join((claimed.id, claimed.number, claimed.secret, claimed.name.encode().hex()))


def _read(cookie: str) -> Claimed | None:
    parts = cookie.split(".")
    try:
        claim_id, number, secret, name = parts
        return Claimed(claim_id, number, secret, bytes.fromhex(name).decode())
    except ValueError:
        return None
