"""`journeymap run`: check first, say where to look, serve until told to stop."""

import errno
import http.client
import logging
import os
import runpy
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Annotated, Any, NoReturn

from cyclopts import Parameter

from journeymap.cli.owner_command import SERVED_AT, link_command, owner_link
from journeymap.cli.terminal import complain, tell, text
from journeymap.domain.text.errors import unavailable
from journeymap.domain.text.resources import home
from journeymap.service.service import Service
from journeymap.service.shared_service import open_service, stop_running, use
from journeymap.service.tracker_settings import VARIABLES
from journeymap.settings import AskOwner, Browser, Settings
from journeymap.web.connections.allowance import allowance
from journeymap.web.connections.descriptors import limit, raise_limit

SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY")
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where to ask oneself when listening to all


def run(
    *,
    host: str | None = None,
    port: int | None = None,
    database: Path | None = None,
    language: str | None = None,
    browser: Annotated[bool | None, Parameter(negative="--no-browser")] = None,
) -> None:
    """Serve the app and say where to look. Ctrl+C stops it.

    Your own link is printed (and opened, where there is a screen): it makes a browser the owner's, and works once.
    On another address than this machine's own, everybody else comes in through the address for the room.

    For example:

        journeymap run
        journeymap run --host 0.0.0.0 --port 8600 --database ~/maps/park.db

    Args:
        host: The address to listen on; 0.0.0.0 lets a room in.
        port: The port to listen on.
        database: The file that holds the maps; it is made when it is not there.
        language: The language of a first visit: en or nl.
        browser: Open a browser; without this, only where there is a screen.
    """
    settings = Settings.load(
        host=host,
        port=port,
        database=database,
        language=language,
        browser=None if browser is None else Browser.YES if browser else Browser.NO,
    )
    for name in Settings.unknown(set(os.environ) - VARIABLES):
        complain(text("refusal-setting-unknown", name=name))
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, _leave)
    check_port(settings.host, settings.port)
    raise_limit()
    os.environ.update(settings.environment())
    service = open_service(settings)
    use(service)
    try:
        if settings.samples:
            service.first_start()
        service.house.store.write(lambda tx: tx.note(SERVED_AT, settings.base)).result()
        _in_the_background(lambda: _say_where(settings, service))
        _serve(settings)
    finally:
        stop_running()


def check_port(host: str, port: int) -> None:
    """Refuse when this address cannot be listened on, and say why."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family)) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            match problem.errno:
                case errno.EADDRINUSE:
                    raise unavailable("start-port-taken", port=str(port)) from None
                case errno.EACCES:
                    raise unavailable("start-port-reserved", port=str(port)) from None
                case _:
                    raise unavailable("start-no-such-address", host=host) from None


def _leave(_signal: int, _frame: object) -> NoReturn:
    """Stopping when asked is success. While it serves, the server itself listens to the signal first."""
    raise SystemExit(0)


def _serve(settings: Settings) -> None:
    """Serve until a signal; the app is the very one that `streamlit run streamlit_app.py` serves."""
    script = str(home() / "streamlit_app.py")
    # Streamlit looks for its configuration beside the script it is started with.
    sys.argv = [script]
    if settings.log_level != "debug":
        logging.getLogger("uvicorn.error").addFilter(lambda record: record.levelno >= logging.WARNING)
    runpy.run_path(script)["app"].run(config=_server_options(settings))


def _server_options(settings: Settings) -> Mapping[str, Any]:
    return {
        "server.address": settings.host,
        "server.port": settings.port,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "server.corsAllowedOrigins": [settings.public_origin] if settings.public_origin else [],
        "browser.gatherUsageStats": False,
        "logger.level": settings.log_level,
        "logger.hideWelcomeMessage": True,
    }


def _in_the_background(work: Callable[[], None]) -> None:
    threading.Thread(target=work, daemon=True).start()


def _say_where(settings: Settings, service: Service) -> None:
    """Once the app answers: print where it is, and open it, each by a link of its own: one works once."""
    _wait_until_it_answers(EVERYWHERE.get(settings.host, settings.host), settings.port)
    tell("start-ready", address=settings.base, database=str(settings.database))
    asks = not settings.local or settings.ask_owner is not AskOwner.NEVER
    if asks:
        tell("start-owner", address=owner_link(settings, service))
        tell("start-owner-again", command=link_command(settings))
    if not settings.local:
        tell("start-room", address=f"{settings.base}/join")
    descriptors = limit()
    tell("start-descriptors", descriptors=str(descriptors), connections=str(allowance(descriptors).most))
    tell("start-stop")
    if settings.browser is Browser.YES or (settings.browser is Browser.AUTO and has_screen(os.environ, sys.platform)):
        webbrowser.open(owner_link(settings, service) if asks else settings.base)


def _wait_until_it_answers(host: str, port: int) -> None:
    pause = threading.Event()
    while True:
        with suppress(OSError, http.client.HTTPException), closing(http.client.HTTPConnection(host, port)) as server:
            server.request("GET", "/api/health")
            server.getresponse().read()
            return
        pause.wait(0.05)


def has_screen(variables: Mapping[str, str], platform: str) -> bool:
    """Whether somebody sits at this machine: a desktop, and not a connection from elsewhere or a test run."""
    if variables.get("CI") or variables.get("SSH_CONNECTION"):
        return False
    return platform in ("win32", "darwin") or any(variables.get(name) for name in SCREEN_VARIABLES)
