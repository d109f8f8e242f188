"""Colours, forms and lines that tell episodes and paths apart, also for people who see colours otherwise."""

from collections.abc import Mapping
from typing import NamedTuple


class NodeStyle(NamedTuple):
    """How an episode's moments look."""

    color: str
    shape: str


class LineStyle(NamedTuple):
    """How a path's steps look; `dashes` are lengths of line and gap, none for a whole line."""

    color: str
    dashes: list[int]


class Ground(NamedTuple):
    """What the graph is drawn on: the colours of text, of text's edge, and of what steps back."""

    text: str
    halo: str
    quiet: str


COLORS = ("#4a74aa", "#4d7f6f", "#a8623d", "#7a57a3", "#2b7a8c", "#8a6a1c", "#a64d6a", "#5b6577")
"""Episodes in order, then from the start again; white text reads well on each."""

FACES = ("#c8553d", "#e8a07a", "#d9d5cc", "#9cc5c9", "#3f8f8b")
"""From very bad to very good: a scale that ends warm and cool, never red against green."""

SHAPES = ("dot", "square", "diamond", "triangle", "hexagon", "triangleDown", "star")
"""A form goes with each colour; there are seven, so that 56 episodes look different."""

LINES: Mapping[str, LineStyle] = {
    "happy": LineStyle("#3f8f8b", []),
    "unhappy": LineStyle("#c8553d", [10, 6]),
    "loop": LineStyle("#7a57a3", [2, 5]),
    "abandoned": LineStyle("#5b6577", [14, 5, 2, 5]),
    "order": LineStyle("#a9afba", [1, 4]),
}

LIGHT = Ground("#1b2130", "#ffffff", "#8a92a1")
DARK = Ground("#e6e9ef", "#14171d", "#8a92a1")


def look(number: int) -> NodeStyle:
    """The look of the episode at this place, from 0."""
    return NodeStyle(COLORS[number % len(COLORS)], SHAPES[number % len(SHAPES)])


OWNED = NodeStyle("#2b7a8c", "dot")
BROUGHT = NodeStyle("#a8623d", "diamond")
"""Channels of ours, and those of others: friends, search engines, the weather."""

QUIET_LINE = "#8a92a1"
"""Lines that only join: they must be seen on both grounds, and not be louder than what they join."""

NEED = NodeStyle("#7a57a3", "box")
TEAM = NodeStyle("#4a74aa", "square")
SYSTEM = NodeStyle("#8a6a1c", "hexagon")
PAIN = "#c8553d"
