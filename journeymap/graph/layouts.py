"""Where nodes stand: worked out, never by chance, so that the same map gives the same picture."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil, cos, pi, sin, sqrt
from typing import TypeVar

from journeymap.graph.scene import Place

T = TypeVar("T")

ARC = 170
"""From one node to the next on a ring: wider than a label."""

LEAST_RADIUS = 230


def ring(nodes: Sequence[str], arc: float = ARC) -> dict[str, Place]:
    """On a circle round the middle, clockwise from the top, as far apart as their labels ask for."""
    if len(nodes) == 1:
        return {nodes[0]: (0.0, 0.0)}
    radius = max(LEAST_RADIUS, len(nodes) * arc / (2 * pi))
    turns = [2 * pi * n / len(nodes) for n in range(len(nodes))]
    return {
        node: (round(radius * sin(t), 1) + 0.0, round(-radius * cos(t), 1) + 0.0)
        for node, t in zip(nodes, turns, strict=True)
    }


def rows(nodes: Sequence[str], top: float, across: float, down: float, most: int = 0) -> dict[str, Place]:
    """In rows below `top`, each row round the middle; `most` in a row, or as many as make a wide oblong."""
    columns = most or max(1, ceil(sqrt(len(nodes) * 1.6 * down / across)))
    found: dict[str, Place] = {}
    for first in range(0, len(nodes), columns):
        row = nodes[first : first + columns]
        left = -(len(row) - 1) * across / 2
        y = top + first // columns * down
        found.update({node: (left + n * across, y) for n, node in enumerate(row)})
    return found


def shelves(sizes: Sequence[tuple[float, float]], gap: float = 80, aspect: float = 1.7) -> list[Place]:
    """Blocks of these widths and heights side by side on shelves, in order: the upper left corner of each.

    As wide as makes the whole about `aspect` times as wide as it is high; never narrower than the widest block.
    """
    area = sum((width + gap) * (height + gap) for width, height in sizes)
    most = max([sqrt(area * aspect), *(width for width, _ in sizes)], default=0)
    found: list[Place] = []
    x = y = tallest = 0.0
    for width, height in sizes:
        if x and x + width > most:
            x, y, tallest = 0.0, y + tallest + gap, 0.0
        found.append((x, y))
        x, tallest = x + width + gap, max(tallest, height)
    return found


def spread(wishes: Mapping[str, float], apart: float) -> dict[str, float]:
    """As near to where each would like to be as they can stand this far apart; ties in the order given.

    Neighbours that get too near are moved as one group around the middle of what its members wish for.
    """
    order = {node: n for n, node in enumerate(wishes)}
    nodes = sorted(wishes, key=lambda node: (wishes[node], order[node]))
    groups: list[tuple[float, list[str]]] = []
    for node in nodes:
        groups.append((wishes[node] - apart / 2, [node]))
        while len(groups) > 1 and groups[-2][0] + len(groups[-2][1]) * apart > groups[-1][0]:
            (_, left), (_, right) = groups[-2], groups[-1]
            together = [*left, *right]
            middle = sum(wishes[one] for one in together) / len(together)
            groups[-2:] = [(middle - len(together) * apart / 2, together)]
    return {
        node: round(start + (n + 0.5) * apart, 1) + 0.0 for start, members in groups for n, node in enumerate(members)
    }


def levels(places: Mapping[str, float], apart: float) -> dict[str, int]:
    """On which level each stands so that those on one level are this far apart: the lowest that is free."""
    ends: list[float] = []
    found: dict[str, int] = {}
    for node in sorted(places, key=places.__getitem__):
        level = next((n for n, end in enumerate(ends) if places[node] - end >= apart), len(ends))
        ends[level : level + 1] = [places[node]]
        found[node] = level
    return found


def mean(numbers: Iterable[float]) -> float:
    """The mean of some numbers; 0 where there are none."""
    found = list(numbers)
    return sum(found) / len(found) if found else 0.0


def tied(items: Sequence[T], key: Callable[[T], float]) -> list[T]:
    """All that share the highest number, in order; none where it is nought."""
    most = max((key(item) for item in items), default=0)
    return [item for item in items if most > 0 and key(item) == most]
