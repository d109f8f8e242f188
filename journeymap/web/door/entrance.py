"""Joining and leaving: the join page, signing out. All of it works without a script."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from journeymap.domain.model.roles import JOINING_ROLES, Participant, Role, leads
from journeymap.domain.text.errors import Refusal
from journeymap.service.people import SEAT_GONE
from journeymap.service.shared_service import DAY
from journeymap.service.waiting_room import WAITING_SECONDS, Ticket
from journeymap.settings import AskOwner
from journeymap.web.api.problems import STATUS, Refused
from journeymap.web.cookies import drop, keep, keep_language
from journeymap.web.door import join_codes
from journeymap.web.door.device import device_of
from journeymap.web.door.forms import sent
from journeymap.web.door.requester import asking, bearer, require_own_page
from journeymap.web.pages.templates import draw, draw_sentence
from journeymap.web.site import Site

TAKEN = "refusal-name-there"
TICKET_COOKIE = "journeymap_ticket"
"""What the device of somebody holds who waits to be let in. No script reads it."""
HOME, ROOM = "./", "room"
"""Relative, so that they are right behind a proxy that serves us below a path of its own."""


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the join form."""

    code: str = ""
    name: str = ""
    role: str = Role.PARTICIPANT
    doing: str = ""
    lang: str = ""

    @classmethod
    def of(cls, sent: dict[str, str]) -> "Form":
        """Our own fields of what was sent."""
        return cls(**{name: sent[name] for name in cls.__slots__ if name in sent})


@dataclass(frozen=True, slots=True)
class EntrancePages:
    """The pages for joining."""

    site: Site

    def routes(self) -> list[Route]:
        """All addresses of it."""
        return [
            Route("/join", self.show),
            Route("/join", self.join, methods=["POST"]),
            Route("/join-queue", self.queue),
            Route("/leave", self.leave, methods=["POST"]),
            Route("/leave", _to_join),
        ]

    async def show(self, request: Request) -> Response:
        """The join page; `?code=` fills in the code, `?lang=` chooses the language."""
        form = Form.of(dict(request.query_params))
        answer = await self._page(request, form)
        keep_language(answer, self.site, request, form.lang)
        return answer

    async def join(self, request: Request) -> Response:
        """Take a seat in a workshop."""
        try:
            require_own_page(request, self.site)
            form = Form.of(await sent(request))
        except (Refusal, Refused) as refused:
            return self._sentence(request, refused)
        try:
            seat = await run_in_threadpool(self._take_seat, request, form)
        except (Refusal, Refused) as refused:
            return await self._page(request, form, refused)
        if isinstance(seat, Ticket):
            answer = RedirectResponse(f"join-queue?lang={self.site.language(request, form.lang)}", HTTPStatus.SEE_OTHER)
            answer.headers["Cache-Control"] = "no-store"
            keep(answer, self.site, request, TICKET_COOKIE, f"{seat.id}.{seat.secret}", WAITING_SECONDS)
            return answer
        return seated(self.site, request, *seat)

    async def queue(self, request: Request) -> Response:
        """The page of whoever waits to be let in, until somebody who leads has."""
        language = self.site.language(request, request.query_params.get("lang", ""))
        ticket_id, _, secret = request.cookies.get(TICKET_COOKIE, "").partition(".")
        try:
            ticket = Ticket(ticket_id, secret, "")
            seat = await run_in_threadpool(join_codes.take_place, self.site, request, ticket)
            if seat is None:
                return draw("queue.html", language)
            person = await run_in_threadpool(self.site.service.people.who, seat)
            answer = seated(self.site, request, seat, way_on(person))
        except (Refusal, Refused) as refused:
            answer = self._sentence(request, refused)
        drop(answer, self.site, request, TICKET_COOKIE)
        return answer

    async def leave(self, request: Request) -> Response:
        """Give the seat up on this device: its session ends, wherever its token is in use. What one made stays."""
        try:
            require_own_page(request, self.site)
            shown = bearer(request) or self.site.shown_seat(request)
            if shown:
                await run_in_threadpool(self.site.service.people.sessions.leave, shown)
        except (Refusal, Refused) as refused:
            return self._sentence(request, refused)
        answer = RedirectResponse("join", HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"})
        drop(answer, self.site, request, self.site.seat_cookie(request))
        return answer

    def _take_seat(self, request: Request, form: Form) -> tuple[str, str] | Ticket:
        """A seat, and where to go with it: who takes part works on the light page. Or a place in the waiting room."""
        person = join_codes.join(self.site, request, form.code, form.name, form.role, doing=form.doing, another=False)
        if isinstance(person, Ticket):
            return person
        held = self.site.shown_seat(request) or ""
        return self.site.service.people.seat_again(person, held, device_of(request)), way_on(person)

    async def _page(self, request: Request, form: Form, refused: Refusal | Refused | None = None) -> Response:
        language = self.site.language(request, form.lang)
        here = await run_in_threadpool(self._here, request)
        refusal, status = why(refused)
        values: dict[str, Any] = {
            "form": asdict(form),
            "roles": [str(role) for role in JOINING_ROLES],
            "here": here,
            "lost": await run_in_threadpool(self._lost, request, language) if here is None else "",
            "seated": self.site.seat_cookie(request) in request.cookies,
            "sentence": refusal.reason(language) if refusal else "",
            "wrong": _wrong_field(refusal) if refusal else "",
            "taken": refusal is not None and refusal.key == TAKEN,
        }
        answer = draw("join.html", language, status, **values)
        answer.headers.update(headers_of(refused))
        return answer

    def _here(self, request: Request) -> dict[str, str] | None:
        """Who is already signed in on this device: name, role, workshop, and where they continue."""
        try:
            person = asking(request, self.site).person
            workshop = person.workshop_id and self.site.service.people.workshop(person, person.workshop_id).title
        except Refusal:
            return None
        known = {"name": person.name, "role": f"role-{person.role}", "workshop": workshop or ""}
        return known | {"to": way_on(person)}

    def _lost(self, request: Request, language: str) -> str:
        """That the workshop of the seat on this device was deleted, if it was."""
        try:
            asking(request, self.site)
        except Refusal as refusal:
            return refusal.reason(language) if refusal.key == SEAT_GONE else ""
        return ""

    def _sentence(self, request: Request, refused: Refusal | Refused) -> Response:
        refusal, status = why(refused)
        language = self.site.language(request)
        answer = draw_sentence(refusal.reason(language) if refusal else "", language, status)
        answer.headers.update(headers_of(refused))
        return answer


def seated(site: Site, request: Request, seat: str, to: str = HOME, *, owner: bool = False) -> Response:
    """Redirect with this seat, which the browser keeps; that of an owner who is always asked until it is closed."""
    answer = RedirectResponse(to, HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"})
    lasting = not (owner and site.settings.ask_owner is AskOwner.ALWAYS)
    seconds = int(site.settings.session_days * DAY) if lasting else None
    keep(answer, site, request, site.seat_cookie(request), seat, seconds)
    return answer


def way_on(person: Participant) -> str:
    """Where somebody goes who has come in: to their workshop, which whoever leads it has a screen for."""
    if person.role is Role.READER:
        return map_address(min(person.reads, default=""))
    if not leads(person.role):
        return ROOM
    return f"workshop?workshop={quote(person.workshop_id)}" if person.workshop_id else HOME


def map_address(map_id: str) -> str:
    """Where a map is."""
    return f"map?map={quote(map_id)}"


async def _to_join(_request: Request) -> Response:
    """A link never gives a seat up, but it leads to the page where one can."""
    return RedirectResponse("join", HTTPStatus.SEE_OTHER)


def why(refused: Refusal | Refused | None) -> tuple[Refusal | None, int]:
    """The sentence and the status of a refusal; 200 where there is none."""
    if refused is None:
        return None, 200
    if isinstance(refused, Refused):
        return refused.refusal, refused.status_code
    return refused, STATUS[refused.code]


def headers_of(refused: Refusal | Refused | None) -> Mapping[str, str]:
    """What a refusal says in headers, such as when to try again."""
    return (refused.headers or {}) if isinstance(refused, Refused) else {}


def _wrong_field(refusal: Refusal) -> str:
    """The field a refusal is about, which then has the focus; none where it is about us."""
    if refusal.code == "unavailable":
        return ""
    if refusal.key in (
        join_codes.WRONG_CODE,
        "refusal-too-many-codes",
        "refusal-door-closed",
        "refusal-workshop-is-over",
    ):
        return "code"
    if refusal.values.get("field") == "field-people-doing":
        return "doing"
    return "role" if refusal.key == "refusal-role-is-given" else "name"
