"""Where the data that ships with the program is: beside the package or inside it."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]


@cache
def home() -> Path:
    """The folder that holds `data/` and `pages/`: the package in a wheel, else the checkout."""
    for folder in (_PACKAGE, _PACKAGE.parent):
        if (folder / "data" / "texts").is_dir():
            return folder
    raise FileNotFoundError("Journeymap's own data folder is missing: install it again.")


def data(*parts: str) -> Path:
    """A file or folder below data/, for example `data("samples", "nature-park.en.as-is.json")`."""
    return home().joinpath("data", *parts)
