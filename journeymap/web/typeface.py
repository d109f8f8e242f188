"""Our typeface for browsers: its style and its faces, open to everybody, as the join page needs them too."""

import logging
import threading
from functools import cache
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from journeymap.domain.text.errors import gone
from journeymap.fonts import shelf
from journeymap.fonts.families import FACES, LATIN
from journeymap.fonts.styles import address, linked
from journeymap.web.api.problems import problem
from journeymap.web.site import Site

KEPT = "public, max-age=604800, stale-while-revalidate=31536000"
"""A week, and used while it is asked for again: nobody waits for letters twice."""

FOR_GOOD = "public, max-age=31536000, immutable"
STYLE = "assets/fonts/letters.css"

PRELOAD = f'<{address(LATIN)}>; rel=preload; as=font; type="font/woff2"; crossorigin'
"""A header for every page: the letters are on their way before the page knows that it needs them.

Relative to the page, so that it holds behind any proxy; all our pages lie side by side.
"""


def typeface(site: Site) -> list[Route]:
    """All addresses of it."""
    faces = {f"{one.name}.woff2": one for one in FACES}

    async def style(_request: Request) -> Response:
        return Response(linked(), 200, {"Cache-Control": FOR_GOOD}, "text/css")

    async def face(request: Request) -> Response:
        found = faces.get(request.path_params["name"])
        if found is None:
            return problem(gone("web-no-address"), site.language(request))
        path = await run_in_threadpool(shelf.face, found)
        return FileResponse(path, headers={"Cache-Control": KEPT}, media_type="font/woff2")

    return [Route(f"/{STYLE}", style), Route("/assets/fonts/{name}", face)]


def prepare_in_the_background() -> None:
    """Make the files that are not there yet: the first time on a machine, that takes half a minute."""
    threading.Thread(target=_prepare, name="typeface", daemon=True).start()


def _prepare() -> None:
    try:
        shelf.make_all()
    except (OSError, RuntimeError) as fault:
        logging.getLogger(__name__).warning("The typeface could not be made: %s", fault)


@cache
def style() -> str:
    """Where the style is, relative to a page; with a stamp, so that it may be kept for good."""
    return f"{STYLE}?v={sha256(linked().encode()).hexdigest()[:12]}"
