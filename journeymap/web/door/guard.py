"""The guard of every address: without a seat people only see the join page. Also sets protective headers."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journeymap.domain.text.errors import Refusal, forbidden, gone
from journeymap.service.seats import is_at_home
from journeymap.web.api.problems import STATUS, Refused, problem
from journeymap.web.door.ended_sockets import EndedSockets, OpenSocket
from journeymap.web.door.requester import asking, caller, require_own_page
from journeymap.web.pages.templates import draw_sentence
from journeymap.web.site import Site
from journeymap.web.typeface import PRELOAD

API = ("/api",)
SESSION = "journeymap_session"
"""Under this name a socket's scope keeps by which session it was opened."""

OPEN = (*API, "/assets", "/metrics", "/static")
"""Below these one may go without a seat: what asks for itself (/api, /metrics), and files that everybody has."""

WAYS_IN = frozenset(
    {
        "/join",
        "/join-ask",
        "/join-wait",
        "/join-queue",
        "/recover",
        "/leave",
        "/owner",
        "/device",
        "/view",
        "/walk",
        "/favicon.png",
        "/manifest.json",
        "/robots.txt",
        "/_stcore/health",
    }
)
"""Where everybody may go: the way in, and what a browser or a watchdog asks for by itself."""

NO_PAGES = ("/_stcore", "/component", "/live", "/media")
"""Where programs ask and not people: being sent on to a page would help nobody there."""

INLINE_SCRIPT = "'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='"
"""The one script that stands in Streamlit's own page."""

PAGE_POLICY = "; ".join(
    (
        "default-src 'self'",
        f"script-src 'self' 'wasm-unsafe-eval' blob: {INLINE_SCRIPT}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "media-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
"""What Streamlit's pages need and no more: nothing comes from another host.

Components given as text arrive as blob: modules, its styles are made in the page, graphviz is WebAssembly.
"""

API_POLICY = "default-src 'none'; frame-ancestors 'none'"

HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Guard:
    """Lets people with a seat through; sends others to the join page, at this very machine to the owner's."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self.site = site
        self._sockets = EndedSockets()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request or socket through, or not."""
        path = scope.get("path", "")
        if scope["type"] == "http":
            send = _with_headers(send, path)
        elif scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        refused = None if is_open(path) else await self._refused(HTTPConnection(scope))
        if is_odd(path) and _is_below(path, API):
            refused = problem(gone("web-no-address"), self.site.language(HTTPConnection(scope)))
        if refused is None and scope["type"] == "websocket":
            await self._serve_socket(scope, receive, send)
        elif refused is None:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await refused(scope, receive, send)

    async def _serve_socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A socket of the screens, until its session ends."""
        socket = OpenSocket(scope.get("state", {}).get(SESSION, ""), receive, send)
        if not socket.session:
            await self.app(scope, receive, send)
            return
        self._sockets.enter(self.site.service.house, socket)
        try:
            await self.app(scope, socket.receive, socket.send)
        finally:
            self._sockets.leave(socket)

    async def _refused(self, connection: HTTPConnection) -> Response | None:
        """The answer to whoever may not go on; None for whoever may."""
        language = self.site.language(connection)
        try:
            if await run_in_threadpool(_may_enter, connection, self.site):
                return None
        except Refusal as refusal:
            return draw_sentence(refusal.reason(language), language, STATUS[refusal.code])
        path = connection.scope["path"]  # not of its URL, in which the Host header has a say
        if _is_below(path, NO_PAGES):
            return PlainTextResponse(forbidden("no-seat").reason(language), HTTPStatus.FORBIDDEN)
        page = "owner" if is_at_home(self.site.service, caller(connection, self.site)) else "join"
        return RedirectResponse(_to(page, path), HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"})


def _may_enter(connection: HTTPConnection, site: Site) -> bool:
    """Whether whoever asks has a seat; a socket also has to be opened by a page of ours.

    Errors: Refusal `unavailable` where that cannot be found out.
    """
    try:
        found = asking(connection, site)
        if connection.scope["type"] == "websocket":
            if not found.by_bearer:
                require_own_page(connection, site)
            connection.scope.setdefault("state", {})[SESSION] = found.session
    except Refused:
        return False
    except Refusal as refusal:
        if refusal.code != "forbidden":
            raise
        return False
    return True


def is_open(path: str) -> bool:
    """Whether this address is open to people without a seat."""
    return path in WAYS_IN or _is_below(path, OPEN)


def is_odd(path: str) -> bool:
    """Whether Streamlit would refuse such a path before it comes to us, and in words of its own."""
    return "\\" in path or ".." in path.split("/") or "//" in path or not path.isprintable()


def _is_below(path: str, roots: tuple[str, ...]) -> bool:
    return any(path == root or path.startswith(f"{root}/") for root in roots)


def _to(page: str, path: str) -> str:
    """The way from the page at this path to another one, right behind any proxy."""
    return "../" * (path.count("/") - 1) + page


def _with_headers(send: Send, path: str) -> Send:
    of_api = _is_below(path, API)

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", API_POLICY if of_api else PAGE_POLICY)
            if of_api:
                headers.setdefault("Cache-Control", "no-store")
            if headers.get("Content-Type", "").startswith("text/html"):
                headers.append("Link", PRELOAD)
        await send(message)

    return sending
