"""What streamlit_app.py mounts beside the pages: routes, the guard at the door, opening and closing the service."""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from journeymap.domain.text.errors import gone
from journeymap.service.shared_service import running_service, stop_running
from journeymap.web.api.problems import problem
from journeymap.web.api.routes import api
from journeymap.web.connections.connections import LOOK_SECONDS
from journeymap.web.connections.descriptors import raise_limit
from journeymap.web.connections.listener import listen_with
from journeymap.web.connections.repeated_lines import RepeatedLines
from journeymap.web.connections.tracked import Tracked
from journeymap.web.door.entrance import EntrancePages
from journeymap.web.door.guard import Guard
from journeymap.web.door.owner_pages import OwnerPages
from journeymap.web.door.recovery import RecoveryPages
from journeymap.web.door.view_pages import ViewPages
from journeymap.web.door.walk_pages import WalkPages
from journeymap.web.forwarded import Forwarded
from journeymap.web.live.endpoint import LiveDoor
from journeymap.web.metrics import metrics
from journeymap.web.no_delay import NoDelay
from journeymap.web.page_arrivals import PageArrivals
from journeymap.web.pages.poster import PosterPage
from journeymap.web.pages.room import RoomPages
from journeymap.web.pages.templates import STATIC
from journeymap.web.scripts import ASK_AGAIN, FOR_GOOD, scripts
from journeymap.web.shutdown import Shutdown
from journeymap.web.site import Site
from journeymap.web.streamlit_door import StreamlitDoor
from journeymap.web.sub_path import Below
from journeymap.web.typeface import prepare_in_the_background, typeface


class Assets(StaticFiles):
    """Files of ours: with a stamp in the address (`?v=…`) they are kept for good, else asked for again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, and how long it may be kept."""
        answer = await super().get_response(path, scope)
        answer.headers["Cache-Control"] = FOR_GOOD if scope["query_string"].startswith(b"v=") else ASK_AGAIN
        return answer


def routes(site: Site, vis: Path | None = None) -> list[BaseRoute]:
    """All addresses of ours; Streamlit answers the others. `vis`: where vis-network's own files are."""

    async def no_address(request: Request) -> Response:
        return problem(gone("web-no-address"), site.language(request))

    return [
        Mount("/api", api(site)),
        Route("/api", no_address),
        Route("/metrics", metrics(site)),
        *EntrancePages(site).routes(),
        *OwnerPages(site).routes(),
        *RecoveryPages(site).routes(),
        *ViewPages(site).routes(),
        *WalkPages(site).routes(),
        *RoomPages(site).routes(),
        *PosterPage(site).routes(),
        *typeface(site),
        *([Mount("/assets/vis", Assets(directory=vis))] if vis else []),
        scripts(site),
        Mount("/assets", Assets(directory=STATIC)),
    ]


def middleware(site: Site) -> list[Middleware]:
    """Every connection answers at once, to who really asks; below any path; live sockets; guard; Streamlit, in turn."""
    ours = (Forwarded, Tracked, Below, LiveDoor, Guard, StreamlitDoor)
    return [Middleware(NoDelay), *(Middleware(one, site=site) for one in ours), Middleware(PageArrivals)]


async def _look_after(site: Site, lines: RepeatedLines) -> None:
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        site.connections.look()
        lines.tell()


SWITCH_SECONDS = 0.0001
"""How long a busy thread may keep the others waiting.

Screens are drawn by a thread of this process, and each frame to each person gives Python's lock away once: with 0.5 ms
a room of 100 waits 209 ms (p95) while pages are drawn, with this about 90; with Python's own 5 ms, seconds.
"""


def lifespan(site: Site) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """Open the service and the rooms before the first request, and close them after the last.

    What was accepted is committed.
    """

    @asynccontextmanager
    async def serving(_app: object) -> AsyncIterator[None]:
        sys.setswitchinterval(SWITCH_SECONDS)
        raise_limit()
        lines = RepeatedLines()
        lines.start()
        stop_listening = listen_with(site.connections)
        care = asyncio.create_task(_look_after(site, lines))
        service = await run_in_threadpool(running_service)
        prepare_in_the_background()
        gc.freeze()  # a full look at all that was imported takes 0.1 s, and nobody is served meanwhile
        site.hall.open(service)
        service.house.helpers.begin(site.settings.environment())
        service.house.pictures.begin()
        leaving = Shutdown(site.hall)
        leaving.listen()
        try:
            yield
        finally:
            care.cancel()
            stop_listening()
            lines.stop()
            leaving.stop()
            site.hall.close()
            service.house.helpers.stop()
            service.house.pictures.stop()
            await run_in_threadpool(stop_running)

    return serving
