"""The JavaScript and the styles of our own components, read from beside their Python."""

from functools import cache
from importlib.resources import files


@cache
def source(*path: str) -> str:
    """One file of a component (its folder, its name), or one that several share; what is read once is kept."""
    return files("journeymap.ui.components").joinpath(*path).read_text(encoding="utf-8")


@cache
def inlined(*path: str) -> str:
    """A module whose names a component that is handed over as one text uses as its own."""
    return source(*path).replace("\nexport ", "\n")
