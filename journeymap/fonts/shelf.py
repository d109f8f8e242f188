"""Where the files of our typeface lie: made once from the packages that bring it, and kept in a folder of the person.

`face` is what a browser fetches, `printed` what is handed to a program that draws on this machine.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Any

from platformdirs import user_cache_path

from journeymap.fonts.families import ARABIC, FACES, FAMILY, FEATURES, INTER, PRINTED, WEIGHTS, Face, pinned, source

SECONDS = 300
"""No font takes so long."""

_CUTTER = Path(__file__).with_name("cutter.py")
_MAKERS = ("fontpkg-inter", "fontpkg-noto-sans-arabic", "fonttools", "brotli")
_locks: dict[str, Lock] = {}
_locks_lock = Lock()


def face(wanted: Face) -> Path:
    """A face as woff2. The first time it is made, which takes seconds. Errors: RuntimeError where it cannot be made."""
    return _made(f"{wanted.name}.woff2")


def printed() -> Path:
    """The folder with the whole family as TrueType, regular and bold: for resvg, and whatever else draws here.

    Errors: as `face`.
    """
    for style in PRINTED:
        _made(f"printed/{style}.ttf")
    return folder() / "printed"


def make_all() -> None:
    """Make what is not there yet, what every page needs first. Errors: as `face`."""
    for one in FACES:
        face(one)
    printed()


@cache
def stamp() -> str:
    """The version of all files together: another one where they would be made of other fonts, or otherwise."""
    whole = hashlib.sha256()
    for name in _MAKERS:
        whole.update(f"{name} {version(name)}\n".encode())
    for module in (_CUTTER, _CUTTER.with_name("families.py")):
        whole.update(module.read_bytes())
    return whole.hexdigest()[:12]


@cache
def folder() -> Path:
    """Where they lie: in the person's cache, or where nothing may be written there, in a folder for this run alone."""
    usual = user_cache_path("journeymap", appauthor=False) / "fonts" / stamp()
    with suppress(OSError):
        usual.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=usual):
            return usual
    return Path(tempfile.mkdtemp(prefix="journeymap-fonts-"))


def _made(name: str) -> Path:
    path = folder() / name
    if not path.is_file():
        with _lock(name):
            if not path.is_file():
                _make(name, path)
    return path


def _lock(name: str) -> Lock:
    with _locks_lock:
        return _locks.setdefault(name, Lock())


def _make(name: str, path: Path) -> None:
    """Write it elsewhere and move it here when complete, because other processes look here too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, suffix=path.suffix)
    os.close(handle)
    try:
        order = json.dumps({**_order(name), "to": aside}).encode()
        command = [sys.executable, "-I", str(_CUTTER)]
        subprocess.run(command, input=order, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 - our own file
        Path(aside).chmod(0o644)
        Path(aside).replace(path)
    except subprocess.SubprocessError as fault:
        said: bytes = getattr(fault, "stderr", None) or str(fault).encode()
        raise RuntimeError(said.decode(errors="replace")[-500:]) from fault
    finally:
        Path(aside).unlink(missing_ok=True)


def _order(name: str) -> Mapping[str, Any]:
    """What the cutter is to do for this file."""
    said: dict[str, Any] = {"family": FAMILY, "features": FEATURES}
    for one in FACES:
        if name == f"{one.name}.woff2":
            parts = [_part(one.package, one.signs, WEIGHTS)]
            return {**said, "kind": "web", "style": "Regular", "weight": WEIGHTS[0], "parts": parts}
    style = Path(name).stem
    parts = [
        _part(package, tuple(signs for one in FACES if one.package == package for signs in one.signs), PRINTED[style])
        for package in (INTER, ARABIC)
    ]
    return {**said, "kind": "printed", "style": style.capitalize(), "weight": PRINTED[style], "parts": parts}


def _part(package: str, signs: tuple[tuple[int, int], ...], weight: int | tuple[int, int]) -> Mapping[str, Any]:
    axes = {**pinned(package), "wght": weight}
    return {"file": str(source(package)), "signs": signs, "axes": axes}
