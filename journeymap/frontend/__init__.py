"""All JavaScript and styles of ours, served as they stand here: where a file is, what it holds, and its address.

Everything is addressed below a stamp of the whole tree: a browser keeps it for good, and fetches a new version at once.
"""

import gzip
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join, normpath

PLACE = "assets/frontend"
"""Where the web serves the tree, relative to a page of ours, so that it holds below any path."""

_FOLDER = Path(__file__).parent
_TYPES = {".js": "text/javascript", ".css": "text/css"}
_IMPORT = re.compile(r'^(?:import|export|\}) .*?from "(\.[^"]+)";$|^import "(\.[^"]+)";$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class File:
    """A script or a style, as it is sent."""

    media_type: str
    plain: bytes
    gzipped: bytes


def text(path: str) -> str:
    """What stands in this file of the tree."""
    return (_FOLDER / path).read_text(encoding="utf-8").replace("\r\n", "\n")


def address(path: str) -> str:
    """The address of a script or a style, relative to a page of ours. Errors: KeyError where there is none."""
    if path not in _contents():
        raise KeyError(path)
    return f"{PLACE}/{stamp()}/{path}"


@cache
def stamp() -> str:
    """The version of the whole tree: modules import one another, so they change together."""
    whole = sha256()
    for path, content in _contents().items():
        whole.update(path.encode() + b"\0" + content + b"\0")
    return whole.hexdigest()[:12]


@cache
def files() -> Mapping[str, File]:
    """Every script and style by its path, ready to be sent."""
    return {
        path: File(_TYPES[Path(path).suffix], content, gzip.compress(content, 9, mtime=0))
        for path, content in _contents().items()
    }


@cache
def modules(entry: str) -> tuple[str, ...]:
    """A module and all that it imports, each once: what a browser may fetch at the same time."""
    found: dict[str, None] = {}
    waiting = [entry]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path] = None
            waiting.extend(_imported(path))
    return tuple(found)


@cache
def _contents() -> Mapping[str, bytes]:
    paths = sorted(path for path in _FOLDER.rglob("*") if path.suffix in _TYPES)
    return {path.relative_to(_FOLDER).as_posix(): path.read_bytes() for path in paths}


def _imported(path: str) -> Iterator[str]:
    for match in _IMPORT.finditer(text(path)):
        yield normpath(join(dirname(path), match[1] or match[2]))
