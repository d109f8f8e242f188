"""Where labels stand in a picture so that none meets another, or a node: as `label_places.js` has it on the screen.

Nobody can point at a picture on paper: so a label that has no room whole is shortened before it is left away.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeymap.graph.pyvis_network import BOX, SIZE, Dot
from journeymap.graph.text_layout import fitting, wide, wrapped

LEADING = 1.25
APART = 4.0
"""Between a node and its label, and between two labels."""

LINES = 6
"""So many lines a label has at most."""

LONGEST = 13
"""A word of so many sizes of its letters is not broken."""

CELL = 120.0


@dataclass(frozen=True, slots=True)
class Box:
    """An oblong of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether they have more in common than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a node where it stands."""

    box: Box
    lines: tuple[str, ...]
    size: float


class Occupied:
    """Boxes, found by where they are."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        """Nothing else may stand here."""
        for cell in _cells(box):
            self._cells[cell].append(box)

    def meets(self, box: Box) -> bool:
        """Whether something stands here."""
        return any(box.meets(other) for cell in _cells(box) for other in self._cells.get(cell, ()))


def labels_of(dots: Iterable[Dot]) -> dict[str, Label]:
    """The labels that stand beside their nodes, by the nodes' ids: the most important ones are placed first."""
    there, taken = list(dots), Occupied()
    for dot in there:
        taken.add(_form(dot))
    found: dict[str, Label] = {}
    for dot in sorted((one for one in there if one.shape != BOX), key=_rank):
        label = _fitted(dot, taken)
        if label is not None:
            box = label.box
            taken.add(Box(box.left - APART, box.top, box.right + APART, box.bottom))
            found[dot.id] = label
    return found


def _rank(dot: Dot) -> tuple[bool, bool, float, int]:
    """What decides, and what the picture is about, comes first; then as one walks."""
    return not dot.strong, dot.kind == "moment", -dot.size, dot.order


def _fitted(dot: Dot, taken: Occupied) -> Label | None:
    longest = max((wide(word, SIZE) for word in dot.label.split()), default=0.0)
    room = max(dot.width, longest + 1) if longest <= LONGEST * SIZE else dot.width
    size = SIZE * fitting(dot.label, room, SIZE)
    lines = wrapped(dot.label, room, size)
    for most in range(min(LINES, len(lines)), 0, -1):
        some = lines if most == len(lines) else [*lines[: most - 1], _cut(lines[most - 1], room, size)]
        width, height = max(wide(line, size) for line in some), most * size * LEADING
        for box in _places(dot, width, height):
            if not taken.meets(box):
                return Label(box, tuple(some), size)
    return None


def _cut(line: str, width: float, size: float) -> str:
    while line and wide(f"{line}…", size) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _places(dot: Dot, width: float, height: float) -> Iterator[Box]:
    """Where a label may stand, the best first."""
    x, y, away = dot.x, dot.y, dot.size + APART
    for left, top in (
        (x - width / 2, y + away),
        (x - width / 2, y - away - height),
        (x + away, y - height / 2),
        (x - away - width, y - height / 2),
        (x - 0.2 * width, y + away),
        (x - 0.8 * width, y + away),
        (x + away, y),
        (x - away - width, y),
    ):
        yield Box(left, top, left + width, top + height)


def _form(dot: Dot) -> Box:
    if dot.shape != BOX:
        return Box(dot.x - dot.size, dot.y - dot.size, dot.x + dot.size, dot.y + dot.size)
    half = dot.width / 2
    tall = len(wrapped(dot.label, dot.width - 16, SIZE)) * SIZE * LEADING / 2 + 8
    return Box(dot.x - half, dot.y - tall, dot.x + half, dot.y + tall)


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for x in range(int(box.left // CELL), int(box.right // CELL) + 1):
        for y in range(int(box.top // CELL), int(box.bottom // CELL) + 1):
            yield x, y
