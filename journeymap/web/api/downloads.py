"""Files to take away: a name that is safe in a header and on a disk."""

import unicodedata
from urllib.parse import quote

from starlette.responses import Response

from journeymap.service.import_export import Taken

MOST_CHARACTERS = 120
FALLBACK = "journeymap"
_UNSAFE = frozenset('\\/:*?"<>|%;')
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Control characters, half characters, and those that turn a name around (so that exe.pdf reads fdp.exe)."""


def download(taken: Taken) -> Response:
    """The file as an attachment: a browser saves it, and never shows or runs it here."""
    headers = {
        "Content-Disposition": disposition(taken.name),
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(taken.content, media_type=taken.media_type, headers=headers)


def disposition(name: str) -> str:
    """Content-Disposition (RFC 6266) for this name: plain ASCII for the old, the whole name for the others."""
    stem, dot, ending = _clean(name).rpartition(".")
    if not dot:
        stem, ending = ending, ""
    ending = f".{ending[:12]}" if ending else ""
    whole = (stem[:MOST_CHARACTERS].strip(" .-") or FALLBACK) + ending
    plain = (_ascii(stem)[:MOST_CHARACTERS].strip(" .-") or FALLBACK) + _ascii(ending)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(whole, safe='')}"


def _clean(name: str) -> str:
    kept = (c for c in name if unicodedata.category(c) not in _HIDDEN)
    return "".join("-" if c in _UNSAFE else c for c in kept)


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
