"""What every use case needs: the store, the secret, the clock."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from journeymap.storage.store import Store


def utc_now() -> str:
    """Server time, UTC, ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_id() -> str:
    """An id nobody else has: 64 random bits."""
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class House:
    """The parts that the use cases share.

    `language` is what new maps and refusals start with; `public`: a proxy stands in front, so that
    nobody is local.
    """

    store: Store
    secret: bytes
    owner_name: str = "Owner"
    language: str = "en"
    public: bool = False
    now: Callable[[], str] = utc_now
