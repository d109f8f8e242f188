"""The beginning of a file's name, made of a title: safe on every system, and still readable."""

import unicodedata

from journeymap.exchange.sentences import slug

MOST_BYTES = 80
"""Names of 255 bytes fit everywhere, and nobody reads so many."""

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_PIECE = 8


def stem(title: str, key: str = "", what: str = "map", *, alike: bool = False) -> str:
    """Letters and digits of any script with hyphens between; `what` it is where the title has none.

    A title that says nothing in letters, that had to be cut, or that is `alike` another map's gets a piece of the
    map's `key` (its id): two such maps have two names.
    """
    found = slug(title, MOST_BYTES)
    name = f"map-{found}" if found in _RESERVED else found or what
    whole = bool(found) and found == slug(title, _ENDLESS) and not alike
    return name if whole else "-".join(filter(None, (name, _piece(key))))


_ENDLESS = 10_000


def _piece(key: str) -> str:
    return slug(unicodedata.normalize("NFC", key), _ENDLESS).replace("-", "")[-_PIECE:]
