"""The light pages of a workshop: `/room` for whoever takes part, `/screen` for the beamer.

One page and a few ES modules of the frontend tree, shared with the board.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from journeymap import frontend
from journeymap.domain.model.emotions import scale
from journeymap.domain.model.roles import Participant, leads
from journeymap.domain.text.catalogue import LANGUAGES, say, starting_with
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.resources import data
from journeymap.service.address import as_typed
from journeymap.web.api.problems import STATUS
from journeymap.web.api.room import RoomRequest
from journeymap.web.api.room_models import RoomNow
from journeymap.web.cookies import keep_language
from journeymap.web.door.requester import asking
from journeymap.web.pages.templates import draw, draw_sentence
from journeymap.web.site import Site

PREFIX = "room-"
PAGES = {"room": "room/room.js", "screen": "screen/screen.js"}
STYLES = {
    "room": ("shared/colours.css", "room/room.css", "room/steps.css", "shared/grid.css"),
    "screen": (
        "shared/colours.css",
        "room/room.css",
        "shared/grid.css",
        "shared/paths.css",
        "screen/screen.css",
        "screen/curve.css",
    ),
}

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""Our own modules, styles and sockets; nothing that stands in the page runs."""

BEGINNING = ("website", "phone-call", "e-mail", "app", "reception-desk", "family-friends")
"""The channels of the catalogue that a phone offers on a map which has none yet; the last one is not ours."""

PLACEABLES = (
    "all",
    "assumed",
    "done",
    "most",
    "n",
    "name",
    "of",
    "rank",
    "role",
    "text",
    "why",
    "yours",
)
"""What the page fills into its texts by itself."""


@dataclass(frozen=True, slots=True)
class RoomPages:
    """The pages, and the files they are made of."""

    site: Site

    def routes(self) -> list[Route]:
        """All addresses of it."""
        return [
            Route("/room", self.room),
            Route("/screen", self.screen),
        ]

    async def room(self, request: Request) -> Response:
        """What a participant sees: the workshop and the seat at once, the step as soon as the socket is open."""
        return await self._page(request, "room")

    async def screen(self, request: Request) -> Response:
        """What the room sees; opened by whoever leads."""
        return await self._page(request, "screen")

    async def _page(self, request: Request, name: str) -> Response:
        asked = request.query_params.get("lang", "")
        language = self.site.language(request, asked)
        try:
            found = await run_in_threadpool(self._found, request, name)
        except Refusal as refusal:
            return draw_sentence(refusal.reason(language), language, STATUS[refusal.code])
        if isinstance(found, str):
            return RedirectResponse(found, HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"})
        person, now = found
        given = self._given(request, person, now, language)
        answer = draw(
            f"{name}.html",
            language,
            given=given,
            workshop=now.workshop,
            step=now.step,
            person=person,
            address=as_typed(self.site.address(request)),
            script=PAGES[name],
            modules=frontend.modules(PAGES[name]),
            styles=STYLES[name],
        )
        answer.headers["Content-Security-Policy"] = POLICY
        keep_language(answer, self.site, request, asked)
        return answer

    def _found(self, request: Request, name: str) -> tuple[Participant, RoomNow] | str:
        """Who asks, and where their workshop is; or where they belong instead. Errors: Refusal."""
        person = asking(request, self.site).person
        workshop_id = person.workshop_id or request.query_params.get("workshop", "")
        if not workshop_id:
            return "./"
        if name == "screen" and not leads(person.role):
            return "room"
        now = RoomRequest(self.site, person, workshop_id).now()
        return self.site.service.people.in_room(person, workshop_id), now

    def _given(self, request: Request, person: Participant, now: RoomNow, language: str) -> Mapping[str, Any]:
        workshop_id = now.workshop.id
        own = "" if person.workshop_id else f"&workshop={workshop_id}"
        return {
            "you": {"id": person.id, "name": person.name, "role": person.role.value},
            "workshop": now.workshop.title,
            "map": now.map.id if now.map else None,
            "now": _as_said(now),
            "language": language,
            "languages": dict(LANGUAGES),
            "texts": texts(language),
            "scale": [step.text(language) for step in scale()],
            "channels": {tongue: channels(tongue) for tongue in LANGUAGES},
            "room": f"api/room?workshop={workshop_id}",
            "people": f"api/room/people?workshop={workshop_id}",
            "claims": "api/room/claims",
            "here": f"{request.url.path.rpartition('/')[2]}?lang={{lang}}{own}",
            "board": "map?map={map}",
            "lead": f"workshop?workshop={workshop_id}",
            "summary": f"summary?workshop={workshop_id}",
            "pages": {page: page for page in ("map", "graph", "compare", "stories", "summary")},
        }


def _as_said(now: RoomNow) -> Mapping[str, Any]:
    """Where the workshop is, as the live socket says it: the page shows it before its socket is open."""
    state = now.model_dump(mode="json", include={"workshop", "step", "leading", "spotlight", "sending", "screen"})
    return state | {"map": now.map.id if now.map else None, "counts": None, "here": now.people.here}


@cache
def texts(language: str) -> Mapping[str, str]:
    """The pages' texts without their prefix; placeables stand as `{name}` for the script to fill."""
    open_ = {name: f"{{{name}}}" for name in PLACEABLES}
    return {key.removeprefix(PREFIX): say(key, language, **open_) for key in starting_with(PREFIX)}


@cache
def channels(language: str) -> tuple[Mapping[str, Any], ...]:
    """Channels to begin with: their names in this language, and whether they are usually one's own."""
    found = {one["id"]: one for one in json.loads(data("channels.json").read_text(encoding="utf-8"))}
    return tuple({"name": found[one][language], "owned": found[one]["owned"]} for one in BEGINNING)
