"""Serving below a proxy's path: whether the proxy strips the path or not, we answer as if at the root."""

from http import HTTPStatus
from urllib.parse import quote, unquote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from journeymap.domain.text.resources import home
from journeymap.web.door.guard import NO_PAGES, OPEN, WAYS_IN, is_odd
from journeymap.web.site import Site


class Below:
    """Takes the public path off an address, and a slash off its end, by redirects that hold below any path.

    Streamlit's and Starlette's own redirects name the path as we see it, which leads astray behind a proxy that
    strips some of it.
    """

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self._path = unquote(site.settings.public_path)
        if self._path and first_part(self._path) in own_names():
            self._path = ""  # could be ours: then the proxy has to strip it

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on as if we stood at the root."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if self._path and path.startswith(f"{self._path}/"):
            path = path.removeprefix(self._path)
            scope = {**scope, "path": path, "raw_path": quote(path).encode()}
        to = f"{last_part(path)}/" if self._path and path == self._path else _without_slash(path)
        if to and scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            query = scope["query_string"].decode("latin-1")
            answer = RedirectResponse(f"{to}?{query}" if query else to, HTTPStatus.MOVED_PERMANENTLY)
            answer.headers["Cache-Control"] = "no-cache"
            await answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def own_names() -> frozenset[str]:
    """The first parts of all our addresses."""
    pages = (page.stem for page in (home() / "pages").glob("*.py"))
    return frozenset({*pages, "room", "screen", *(first_part(path) for path in (*OPEN, *WAYS_IN, *NO_PAGES))})


def first_part(path: str) -> str:
    """`/tools/maps` → `tools`."""
    return path.strip("/").partition("/")[0]


NOT_PAGES = frozenset(first_part(path) for path in (*OPEN, *NO_PAGES))
"""What is asked by programs, to which a slash may mean something."""


def last_part(path: str) -> str:
    """`/tools/maps` → `maps`, as it stands in an address."""
    return quote(path.rstrip("/").rpartition("/")[2])


def _without_slash(path: str) -> str:
    """From a page with a slash at its end to the page; empty where there is nothing to do, or it is no page."""
    if path == "/" or not path.endswith("/") or is_odd(path) or first_part(path) in NOT_PAGES:
        return ""
    return f"../{last_part(path)}"
