"""The identity of a map in every installation: pairs of maps are found again, and stories keep their ids."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from pydantic import ValidationError

from journeymap.domain.changes.validation_errors import refusal
from journeymap.domain.model import limits
from journeymap.domain.model.rows import JourneyMap, MapKind
from journeymap.domain.text.errors import invalid
from journeymap.exchange.file_position import shown


@dataclass(frozen=True, slots=True)
class Named:
    """A map that a file names without holding it."""

    identity: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file says of its map: what it is known by ("" where it does not say), and what it was designed from."""

    identity: str = ""
    designed_from: Named | None = None


def identity_of(content: bytes) -> str:
    """The identity of a map whose file does not give one: the same for the same file everywhere."""
    return f"file-{blake2b(content, digest_size=12).hexdigest()}"


def check_identity(document: Mapping[str, Any]) -> Identity:
    """The identity that a journey document gives its map. Errors: Refusal where it is not valid."""
    identity = _checked(document["identity"]) if "identity" in document else ""
    if "as_is" not in document:
        return Identity(identity)
    named = _named(document["as_is"])
    if named.identity == identity:
        raise invalid("as-is-itself")
    head = document.get("map")
    if not isinstance(head, Mapping) or head.get("kind") != MapKind.TO_BE:
        raise invalid("as-is-of-as-is", title=named.title or named.identity)
    return Identity(identity, named)


def _named(head: Any) -> Named:
    if not isinstance(head, Mapping):
        raise invalid("as-is-not-named")
    unknown = next((name for name in head if name not in ("identity", "title")), None)
    if unknown is not None:
        raise invalid("document-unknown-key", field=shown(unknown))
    title = head.get("title", "")
    if "identity" not in head or not isinstance(title, str):
        raise invalid("as-is-not-named")
    return Named(_checked(head["identity"]), _title(title) if title else "")


def _title(title: str) -> str:
    try:
        return JourneyMap.model_validate({"id": "x", "title": title}).title
    except ValidationError as problem:
        raise refusal("maps", problem) from None


def _checked(identity: Any) -> str:
    if not isinstance(identity, str) or not re.fullmatch(limits.ID_PATTERN, identity):
        raise invalid("bad-id")
    return identity
