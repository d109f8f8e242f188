"""Our own five faces, from very bad to very good. The mouth tells them apart; colour only helps."""

from functools import cache
from urllib.parse import quote

from journeymap.domain.model.emotions import nearest, scale, step_of
from journeymap.ui.palette import FACES

STEPS = tuple(int(step.valence) for step in scale())
"""The steps of the scale: -2, -1, 0, 1, 2."""

_MOUTHS = ("M9 24.5Q16 14.5 23 24.5", "M10.5 23Q16 18 21.5 23", "M10.5 21.5H21.5", "M10.5 20Q16 25 21.5 20", "")
_LAUGH = '<path d="M8.8 18.2H23.2Q22 26.2 16 26.2 10 26.2 8.8 18.2Z" fill="#23262d"/>'
_BROWS = '<path d="M8 8.6L13 10.8M24 8.6L19 10.8"/>'


@cache
def svg(step: int) -> str:
    """The face of one step as an SVG drawing of 32 by 32."""
    at = STEPS.index(step)
    mouth = f'<path d="{_MOUTHS[at]}"/>{_BROWS if at == 0 else ""}' if _MOUTHS[at] else ""
    lines = f'<g fill="none" stroke="#23262d" stroke-width="2.4" stroke-linecap="round">{mouth}</g>'
    eyes = '<g fill="#23262d"><circle cx="11" cy="13" r="2"/><circle cx="21" cy="13" r="2"/></g>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">'
        f'<circle cx="16" cy="16" r="15" fill="{FACES[at]}"/>{lines}{eyes}{"" if mouth else _LAUGH}</svg>'
    )


@cache
def uri(step: int) -> str:
    """The face as an address that holds the drawing itself."""
    return "data:image/svg+xml," + quote(svg(step), safe="/:=;,")


def word(valence: float, language: str) -> str:
    """What the closest step is called."""
    return nearest(valence).text(language)


def face(valence: float, language: str) -> str:
    """The face of this valence for a place that reads Markdown; its name is read aloud."""
    return f"![{word(valence, language)}]({uri(step_of(valence))})"
