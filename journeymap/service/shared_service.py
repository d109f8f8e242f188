"""The service of this process: opened once from the settings, shared by pages, routes and commands."""

import threading
from pathlib import Path

from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import unavailable
from journeymap.service.disk import Disk
from journeymap.service.house import Clock, House
from journeymap.service.large_maps import drop_abandoned
from journeymap.service.service import Service
from journeymap.service.tracker_desk import TrackerDesk
from journeymap.service.tracker_settings import targets
from journeymap.settings import Settings
from journeymap.storage.sqlite_store import open_store

DAY = 24 * 3600.0

_lock = threading.Lock()
_running: list[Service] = []


def open_service(settings: Settings, *, upkeep: bool = True) -> Service:
    """A service over this database, which is made where there is none; `upkeep` as for the store.

    Errors: Refusal, one sentence, where the file or its folder cannot be used; nothing is touched then.
    """
    _prepare(settings.database)
    store = open_store(settings.database, upkeep=upkeep)
    service = Service.of(
        House(
            store=store,
            secret=settings.signing_key().encode(),
            owner_name=settings.owner_name or say("role-owner-name", settings.language),
            language=settings.language,
            public_url=settings.public_url or "",
            ask_owner=settings.ask_owner,
            stories_need_validation=settings.stories_need_validation,
            audit_days=settings.audit_days,
            audit_file=settings.audit_file,
            session_seconds=settings.session_days * DAY,
            idle_seconds=settings.session_idle_days * DAY,
            metrics_key=settings.metrics_key.get_secret_value() if settings.metrics_key else "",
            now=Clock(since=store.latest_at()),
            disk=Disk(settings.database, settings.disk_low),
            key_file=None if settings.secret else settings.key_file,
            trackers=TrackerDesk(targets()),
        )
    )
    if upkeep:
        drop_abandoned(service.house)
    return service


def running_service() -> Service:
    """The one service of this process, opened on first use; its samples are there."""
    with _lock:
        if not _running:
            settings = Settings.load()
            service = open_service(settings)
            if settings.samples:
                service.first_start()
            _running.append(service)
        return _running[0]


def stop_running() -> None:
    """Close the service of this process, if it is open."""
    with _lock:
        while _running:
            _running.pop().close()


def use(service: Service) -> None:
    """Make this the service of the process: for tests and for commands that opened one already."""
    with _lock:
        _running[:] = [service]


def _prepare(database: Path) -> None:
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise unavailable("database-folder", folder=str(database.parent), problem=problem.strerror or "") from None
