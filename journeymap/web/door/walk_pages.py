"""The phone page of a validation round: a customer walks a map moment by moment. No account, and no script at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from journeymap.domain.model import limits
from journeymap.domain.text.errors import Refusal
from journeymap.service.asked_moments import AskedMoment
from journeymap.service.customer_walk import Walk
from journeymap.service.validation_rounds import MOST_DAYS
from journeymap.web.api.problems import Refused
from journeymap.web.cookies import drop, keep, keep_language
from journeymap.web.door import round_links
from journeymap.web.door.entrance import headers_of, why
from journeymap.web.door.forms import sent
from journeymap.web.door.owner_pages import MOST_KEY, key_in
from journeymap.web.door.requester import require_own_page
from journeymap.web.pages.templates import draw
from journeymap.web.site import Site

COOKIE = "journeymap_walk_"
"""What holds a customer's token, with the round's id behind it: one phone may be asked about several maps."""
END = "."
"""The place behind the last moment; no moment's id is like that."""
COOKIE_SECONDS = MOST_DAYS * 24 * 3600


@dataclass(frozen=True, slots=True)
class WalkPages:
    """The page of a round, from the invitation to the last moment."""

    site: Site

    def routes(self) -> list[Route]:
        """All addresses of it."""
        return [Route("/walk", self.show), Route("/walk", self.send, methods=["POST"])]

    async def show(self, request: Request) -> Response:
        """The invitation, or the moment where this customer is; a link that a program looks at counts for nothing."""
        asked = request.query_params
        lang, round_id = asked.get("lang", ""), _named(asked.get("round", ""))
        if round_id:
            answer = await self._moment(request, round_id, asked.get("at", ""), lang, kept="kept" in asked)
        else:
            answer = await self._invitation(request, asked.get("link", ""), lang)
        keep_language(answer, self.site, request, lang)
        return answer

    async def send(self, request: Request) -> Response:
        """Begin, say something of a moment, or take everything back."""
        form: Mapping[str, str] = {}
        try:
            require_own_page(request, self.site)
            form = await sent(request)
            if form.get("do") == "begin":
                return await run_in_threadpool(self._begin, request, form)
            if form.get("do") == "forget":
                return await run_in_threadpool(self._forget, request, form)
            return await run_in_threadpool(self._say, request, form)
        except (Refusal, Refused) as refused:
            lang = form.get("lang", "")
            too_fast = isinstance(refused, Refused)
            if (round_id := _named(form.get("round", ""))) and (form.get("do") != "forget" or too_fast):
                return await self._moment(request, round_id, form.get("at", ""), lang, refused=refused, typed=form)
            return await self._invitation(request, form.get("link", ""), lang, refused)

    # What is done

    def _begin(self, request: Request, form: Mapping[str, str]) -> Response:
        link, site = key_in(form.get("link", "")), self.site
        found, held = round_links.begin(site, request, link, form.get("name", ""), partial(_token, request))
        answer = _to(round=found.id, lang=form.get("lang", ""))
        keep(answer, site, request, COOKIE + found.id, held, COOKIE_SECONDS)
        return answer

    def _say(self, request: Request, form: Mapping[str, str]) -> Response:
        round_id, at, verdict = _named(form.get("round", "")), form.get("at", ""), form.get("do", "")
        token, words = _token(request, round_id), {"quote": form.get("quote", "")}
        if verdict == "add":
            words["text"] = form.get("text", "")
        round_links.answer(self.site, request, (round_id, token), at, verdict, words)
        walk = self.site.service.walks.walk(round_id, token)
        ids, place = walk.moments.ids, walk.at(at)
        later = at if verdict == "add" else ids[place + 1] if place + 1 < len(ids) else END
        return _to(round=round_id, at=later, kept="1", lang=form.get("lang", ""))

    def _forget(self, request: Request, form: Mapping[str, str]) -> Response:
        round_id, language = _named(form.get("round", "")), self.site.language(request, form.get("lang", ""))
        round_links.forget(self.site, request, (round_id, _token(request, round_id)))
        answer = self._draw(request, language, 200, stage="forgotten", here="walk")
        drop(answer, self.site, request, COOKIE + round_id)
        return answer

    # What is shown

    async def _invitation(
        self, request: Request, link: str, lang: str, refused: Refusal | Refused | None = None
    ) -> Response:
        link = key_in(link)[:MOST_KEY]
        to_be = False
        if link and refused is None:
            try:
                to_be = await run_in_threadpool(self._is_to_be, request, link)
            except (Refusal, Refused) as found:
                refused = found
        refusal, status = why(refused)
        language = self.site.language(request, lang)
        again = refusal is not None and refusal.code == "invalid"
        values = {"stage": "invited" if link and (refusal is None or again) else "closed", "link": link, "to_be": to_be}
        sentence = refusal.reason(language) if refusal else ""
        here = "walk" + (f"?{urlencode({'link': link})}" if link else "")
        answer = self._draw(request, language, status, **values, sentence=sentence, here=here)
        answer.headers.update(headers_of(refused))
        return answer

    def _is_to_be(self, request: Request, link: str) -> bool:
        """Whether the link leads to a map of how it should be; a wrong link is counted."""
        walks = self.site.service.walks
        return walks.is_to_be(round_links.open_link(self.site, request, link))

    async def _moment(
        self, request: Request, round_id: str, at: str, lang: str, *, kept: bool = False,
        refused: Refusal | Refused | None = None, typed: Mapping[str, str] | None = None,
    ) -> Response:  # fmt: skip
        token = _token(request, round_id)
        try:
            walk = await run_in_threadpool(round_links.read, self.site, request, (round_id, token))
        except (Refusal, Refused) as found:
            return await self._invitation(request, "", lang, found)
        refusal, status = why(refused)
        language = self.site.language(request, lang)
        place = len(walk.moments) if at == END else walk.at(at)
        shown = walk.moments[place] if place < len(walk.moments) else None
        values = _of_walk(walk, place, shown) | _of_typed(typed, shown)
        sentence = refusal.reason(language) if refusal else ""
        here = f"walk?{urlencode({'round': round_id, 'at': shown.id if shown else 'end'})}"
        stage = "moment" if shown else "done"
        answer = self._draw(request, language, status, stage=stage, kept=kept, sentence=sentence, here=here, **values)
        answer.headers.update(headers_of(refused))
        return answer

    def _draw(self, _request: Request, language: str, status: int, **values: Any) -> Response:
        usual: dict[str, Any] = {
            "link": "",
            "to_be": False,
            "kept": False,
            "sentence": "",
            "walk": None,
            "limits": limits,
        }
        return draw("walk.html", language, status, **(usual | values))


def _of_walk(walk: Walk, place: int, shown: AskedMoment | None) -> dict[str, Any]:
    ids = walk.moments.ids
    return {
        "walk": walk,
        "to_be": walk.to_be,
        "moment": shown,
        "n": place + 1,
        "before": ids[place - 1] if place else "",
        "after": ids[place + 1] if place + 1 < len(ids) else END,
        "first": ids[0] if ids else "",
    }


def _of_typed(typed: Mapping[str, str] | None, shown: AskedMoment | None) -> dict[str, str]:
    """What somebody typed that was not taken stays in the fields."""
    if typed is None:
        return {"quote": shown.quote if shown else "", "text": "", "wrong": ""}
    wrong = "text" if typed.get("do") == "add" else "quote"
    return {"quote": typed.get("quote", ""), "text": typed.get("text", ""), "wrong": wrong}


def _token(request: Request, round_id: str) -> str:
    """What this device holds of a round; "" for what is too long to be a token."""
    token = request.cookies.get(COOKIE + round_id, "")
    return token if len(token) <= limits.NAME else ""


def _named(round_id: str) -> str:
    """An id as it may stand in a cookie's name; "" for anything else."""
    return round_id if round_id.isascii() and round_id.isalnum() and len(round_id) <= limits.NAME else ""


def _to(**query: str) -> Response:
    """The same page at another place."""
    where = "walk?" + urlencode({name: value for name, value in query.items() if value})
    return RedirectResponse(where, HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"})
