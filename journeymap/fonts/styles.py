"""The typeface as CSS: for pages of ours, which fetch its faces, and for files, which carry them."""

import base64
from contextlib import suppress

from journeymap.fonts.families import FACES, FAMILY, LATIN, WEIGHTS, Face
from journeymap.fonts.shelf import face

WAITING = f"{FAMILY} Waiting"
"""Letters of the machine, as wide and as high as ours, for the moment until ours are there: nothing moves then."""

_NARROWER = (
    f"@font-face {{ font-family: '{WAITING}'; src: local('Arial'), local('Liberation Sans'), local('Helvetica'); "
    f"size-adjust: 107.1%; ascent-override: 90.4%; descent-override: 22.5%; line-gap-override: 0%; "
    f"unicode-range: {LATIN.unicode_range}; }}\n"
)


def address(one: Face) -> str:
    """Where a face is, seen from the top of the site."""
    return f"assets/fonts/{one.name}.woff2"


def linked() -> str:
    """For a page: every face, beside this style, and fetched when a sign of it is drawn."""
    return _NARROWER + "".join(_face(one, f"{one.name}.woff2") for one in FACES)


def embedded(text: str) -> str:
    """For a file that stands by itself: the faces that this text needs, within the style.

    Empty where the faces cannot be made: the file is readable without.
    """
    found = ""
    with suppress(OSError, RuntimeError):
        for one in FACES:
            if one.holds(text):
                data = base64.b64encode(face(one).read_bytes()).decode()
                found += _face(one, f"data:font/woff2;base64,{data}")
    return found


def _face(one: Face, url: str) -> str:
    return (
        f"@font-face {{ font-family: '{FAMILY}'; src: url({url}) format('woff2'); font-display: swap; "
        f"font-weight: {WEIGHTS[0]} {WEIGHTS[1]}; unicode-range: {one.unicode_range}; }}\n"
    )
