"""A workshop with everybody in it, and clients that ask as one of them, over the real store."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Participant, Role
from journeymap.service.cookies import seat_cookie
from journeymap.service.house import new_id
from journeymap.service.service import Service
from journeymap.service.shared_service import open_service, stop_running, use
from journeymap.settings import Settings
from journeymap.web.app import lifespan, middleware, routes
from journeymap.web.site import Site
from tests.support.store_calls import begin

HERE = "http://127.0.0.1:8501"
ELSEWHERE = "http://maps.example:8501"
PAGE = "a page of Streamlit"


@dataclass
class Client:
    """Somebody who asks over HTTP: where from, with which headers, and the cookies they were given."""

    service: Service
    app: ASGIApp
    base: str
    peer: str
    headers: dict[str, str]
    cookies: httpx.Cookies

    def get(self, path: str, **more: Any) -> httpx.Response:
        """Read what is at this path."""
        return self.ask("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        """Send something to this path."""
        return self.ask("POST", path, **more)

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """The answer, redirects not followed; what fails inside is an answer, too."""
        use(self.service)
        return asyncio.run(self._ask(method, path, **more))

    async def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False, client=(self.peer, 50_000))
        async with httpx.AsyncClient(
            transport=transport, base_url=self.base, headers=self.headers, cookies=self.cookies
        ) as client:
            answer = await client.request(method, path, **more)
            self.cookies = client.cookies
            return answer

    def listen(self, path: str) -> list[dict[str, Any]]:
        """What the server says to somebody who opens a socket here."""
        use(self.service)
        return asyncio.run(self._listen(path))

    async def _listen(self, path: str) -> list[dict[str, Any]]:
        said: list[dict[str, Any]] = []
        request = httpx.Request("GET", self.base + path, headers=self.headers, cookies=self.cookies)
        scope = {
            "type": "websocket",
            "scheme": "ws",
            "path": path,
            "query_string": b"",
            "headers": [(name.lower(), value) for name, value in request.headers.raw],
            "client": (self.peer, 50_000),
            "server": ("127.0.0.1", 8501),
        }

        async def receive() -> dict[str, Any]:
            return {"type": "websocket.connect"}

        async def send(message: Any) -> None:
            said.append(dict(message))

        await self.app(scope, receive, send)
        return said


@dataclass
class Room:
    """Two workshops with a map each: people of every role in the first, a facilitator in the other."""

    site: Site
    service: Service
    workshop_id: str = ""
    other_workshop_id: str = ""
    join_code: str = ""
    map_id: str = ""
    to_be_id: str = ""
    other_map_id: str = ""
    own_map_id: str = ""
    people: dict[str, Participant] = field(default_factory=dict)

    def token(self, role: str) -> str:
        """The token of the person in this role."""
        return self.service.people.seat(self.people[role])

    def client(self, base: str = ELSEWHERE, peer: str = "192.0.2.7", seat: str = "", **headers: str) -> Client:
        """A browser or program somewhere, not following redirects."""
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        cookies = httpx.Cookies()
        if seat:
            public, url = self.service.house.public_url, httpx.URL(base)
            secure = url.scheme == "https" or public.startswith("https:")
            cookies.set(seat_cookie(public, {"host": url.netloc.decode()}, secure=secure), seat, domain=url.host)
        return Client(self.service, self.app, base, peer, names, cookies)

    def program(self, role: str, **headers: str) -> Client:
        """A program with the bearer token of this role."""
        return self.client(authorization=f"Bearer {self.token(role)}", **headers)

    def browser(self, role: str, base: str = ELSEWHERE, **headers: str) -> Client:
        """A browser with the seat of this role."""
        return self.client(base, seat=self.token(role), **headers)

    def local(self, base: str = HERE, peer: str = "127.0.0.1", **headers: str) -> Client:
        """A browser at the machine itself."""
        return self.client(base, peer, **headers)

    @cached_property
    def app(self) -> Starlette:
        """All of ours, with something in Streamlit's place behind it."""
        return Starlette(
            routes=[
                *routes(self.site),
                WebSocketRoute("/_stcore/stream", _stream),
                WebSocketRoute("/_stcore/open", _open),
                Route("/{path:path}", _page, methods=["GET", "POST"]),
            ],
            middleware=middleware(self.site),
            lifespan=lifespan(self.site),
        )


async def _page(_request: Request) -> Response:
    return PlainTextResponse(PAGE)


async def _stream(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(PAGE)
    await socket.close()


async def _open(socket: WebSocket) -> None:
    """A socket that stays open, as a screen's does, until the other end hangs up."""
    await socket.accept()
    async for text in socket.iter_text():
        await socket.send_text(text)


@contextmanager
def opened(folder: Path, *, bound_to: str = "127.0.0.1", **chosen: object) -> Iterator[Room]:
    """A room over a database in this folder; its service is this process's own whenever somebody asks."""
    begin(folder / "journeymap.db")
    wishes = {"samples": False, "secret": "s" * 40, "ask_owner": "never", **chosen}
    settings = Settings.load(database=folder / "journeymap.db", **wishes)
    service = open_service(settings)
    use(service)
    try:
        yield _furnished(Room(Site(settings, lambda: bound_to), service))
    finally:
        use(service)
        stop_running()


def _furnished(room: Room) -> Room:
    people, maps, owner = room.service.people, room.service.maps, room.service.people.owner()
    workshop, facilitator = people.create_workshop(owner, "Visiting a nature park")
    other, stranger = people.create_workshop(owner, "Opening an account")
    room.workshop_id, room.other_workshop_id, room.join_code = workshop.id, other.id, workshop.join_code
    helper = Participant(id=new_id(), name="Ilse", role=Role.CO_FACILITATOR, workshop_id=workshop.id)
    room.service.house.store.write(lambda tx: tx.people.add_participant(helper, room.service.house.now())).result()
    room.people = {"owner": owner, "facilitator": facilitator, "co-facilitator": helper, "stranger": stranger}
    for role in ("participant", "customer", "observer"):
        room.people[role] = people.join(workshop.join_code, f"A {role}", role)
    room.map_id = maps.create(facilitator, "A day in the park", workshop_id=workshop.id)
    room.service.changes.change(facilitator, room.map_id, list(_story()))
    room.to_be_id = maps.design_to_be(facilitator, room.map_id)
    room.other_map_id = maps.create(stranger, "SECRET of the others", workshop_id=other.id)
    room.own_map_id = maps.create(owner, "SECRET of the owner")
    return room


def _story() -> Iterator[Add]:
    yield Add(table="personas", id="marieke", values={"name": "Marieke"})
    yield Add(table="channels", id="phone", values={"name": "Phone"})
    yield Add(table="episodes", id="e1", values={"title": "Looking forward"})
    yield Add(table="episodes", id="e2", values={"title": "Being there"})
    yield Add(table="moments", id="m1", parent="e1", values={"text": "I call to book"})
    yield Add(table="moments", id="m2", parent="e2", values={"text": "I walk"})
    yield Add(table="touchpoints", id="t1", parent="m1", values={"channel": "phone"})
    yield Add(table="needs", id="n1", parent="m1", values={"text": "to be sure"})
