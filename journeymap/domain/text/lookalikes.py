"""Names that look alike, and texts in which there is nothing to see."""

import json
import unicodedata
from functools import cache, lru_cache

from journeymap.domain.text.resources import data

_REMEMBERED = 8_192
"""Names whose keys are remembered: everybody who joins is compared with everybody who is in."""

_BLANK = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0")
"""What shows nothing, though its kind does not say so: fillers of Hangul, an empty cell of Braille and others."""


def is_invisible(text: str) -> bool:
    """Whether there is something in it, and nothing to see."""
    return bool(text.strip()) and not text.isascii() and all(_shows_nothing(c) for c in text)


@lru_cache(maxsize=_REMEMBERED)
def name_key(name: str) -> str:
    """A name as names are compared: without regard to case, width, extra spaces and what one does not see."""
    seen = "".join(c for c in unicodedata.normalize("NFKC", name) if c.isspace() or not _shows_nothing(c))
    return " ".join(seen.casefold().split())


def is_written_alike(one: str, other: str) -> bool:
    """Whether two names differ in case, width and spaces alone: in nothing that hides."""
    return _folded(one) == _folded(other)


@lru_cache(maxsize=_REMEMBERED)
def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@lru_cache(maxsize=_REMEMBERED)
def skeleton(name: str) -> str:
    """What a name looks like: names of one skeleton are taken for one another. It is never shown."""
    composed = unicodedata.normalize("NFKC", name)
    kept = (c for c in composed if not _shows_nothing(c) and unicodedata.category(c)[0] in "LNS")
    looks = "".join(_latin().get(c, c) for c in kept).casefold()
    return looks.replace("rn", "m").replace("vv", "w") or name_key(name)


def are_alike(one: str, other: str) -> bool:
    """Whether one of these names may be taken for the other."""
    return name_key(one) == name_key(other) or skeleton(one) == skeleton(other)


def _shows_nothing(c: str) -> bool:
    if c in _BLANK or "\ufe00" <= c <= "\ufe0f" or "\U000e0100" <= c <= "\U000e01ef":
        return True
    kind = unicodedata.category(c)
    return kind[0] == "Z" or kind in ("Cf", "Cc")


@cache
def _latin() -> dict[str, str]:
    """Letters and figures, and the Latin letter that one takes them for. Case is told apart: I is an l."""
    alike: dict[str, str] = json.loads(data("lookalikes.json").read_text(encoding="utf-8"))
    return {c: letter for letter, them in alike.items() for c in them}
