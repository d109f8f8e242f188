"""The JavaScript and the styles of our own components, read from beside their Python."""

from functools import cache
from importlib.resources import files


@cache
def source(component: str, file: str) -> str:
    """One file of a component; what is read once is kept."""
    return files(f"journeymap.ui.components.{component}").joinpath(file).read_text(encoding="utf-8")
