"""The colours of a map: the graph's for episodes, and those of the faces."""

from journeymap.graph.palette import COLORS, FACES

__all__ = ["FACES", "episode_colour", "ink_on", "luminance"]

_LIGHT, _DARK = "#ffffff", "#1b2130"


def episode_colour(position: int) -> str:
    """The colour of the episode at this place, from 0."""
    return COLORS[position % len(COLORS)]


def ink_on(colour: str) -> str:
    """The colour of text that reads best on this one."""
    ground = luminance(colour)
    light, dark = 1.05 / (ground + 0.05), (ground + 0.05) / (luminance(_DARK) + 0.05)
    return _LIGHT if light >= dark or light >= 4.5 else _DARK


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
