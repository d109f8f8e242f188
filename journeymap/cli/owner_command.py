"""The owner's own commands: a link, the key, another key. Whoever may run them holds the database anyway."""

import shlex
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from journeymap.cli.maps import opened
from journeymap.cli.terminal import tell
from journeymap.service.service import Service
from journeymap.service.sessions import OWNER_LINK_SECONDS
from journeymap.settings import Settings, default_database

SERVED_AT = "served-at"
"""Under this name the installation remembers at which address it was served last."""


def owner_link(settings: Settings, service: Service) -> str:
    """An address that makes one the owner, once, within a day."""
    key = service.people.sessions.link(service.people.owner(), OWNER_LINK_SECONDS)
    served = None if settings.public_url else service.house.store.noted(SERVED_AT)
    return f"{served or settings.base}/owner?key={key}"


def link_command(settings: Settings) -> str:
    """How one asks for another link in a terminal here."""
    beside = Path(sys.executable).with_name("journeymap")
    words = [str(beside)] if beside.exists() else [sys.executable, "-m", "journeymap"]
    more = [] if settings.database == default_database() else ["--database", str(settings.database)]
    return shlex.join([*words, "owner", "link", *more])


def link(*, database: Path | None = None) -> None:
    """Print a link that makes a browser the owner's. It works once, within 24 hours, also while Journeymap runs.

    Args:
        database: The file that holds the maps.
    """
    with opened(database) as (service, _):
        tell("cli-owner-link", address=owner_link(Settings.load(database=database), service))


def key(*, database: Path | None = None) -> None:
    """Print the owner key, which is typed on the page /owner and stands in no address.

    Args:
        database: The file that holds the maps.
    """
    with opened(database) as (service, _):
        address = f"{Settings.load(database=database).base}/owner"
        tell("cli-owner-key", address=address, secret=service.people.sessions.owner_key())


def rotate(*, database: Path | None = None) -> None:
    """Make another owner key: the old one, its links and all sessions of the owner end, also while Journeymap runs.

    Args:
        database: The file that holds the maps.
    """
    with opened(database) as (service, _):
        service.people.sessions.rotate()
        tell("cli-owner-rotated")
        tell("cli-owner-link", address=owner_link(Settings.load(database=database), service))


def metrics(*, database: Path | None = None) -> None:
    """Print the key by which a program may collect the figures at /metrics, and nothing else.

    Args:
        database: The file that holds the maps.
    """
    with opened(database) as (service, _):
        tell("cli-owner-metrics", secret=service.people.sessions.metrics_key())


COMMANDS: Mapping[str, Callable[..., None]] = {"link": link, "key": key, "rotate": rotate, "metrics": metrics}
