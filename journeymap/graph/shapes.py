"""Nodes and lines as pieces of SVG, at the places and in the forms in which vis-network draws them."""

from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

from journeymap.graph.label_places import LEADING, Label
from journeymap.graph.palette import Ground
from journeymap.graph.pyvis_network import BOX, HEADING_SIZE, MARGIN, SIZE, Dot, Line
from journeymap.graph.text_layout import fitting, isolated, lettered, whole, wrapped, written


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a node reaches from its middle: to each side, up, and down with its label."""

    side: float
    up: float
    down: float


def lines_of(dot: Dot) -> list[str]:
    """A node's label as it breaks."""
    return wrapped(dot.label, _room(dot), _size(dot))


def extent(dot: Dot) -> Extent:
    """How much room a node takes."""
    height = len(lines_of(dot)) * _size(dot) * LEADING
    if dot.shape == BOX:
        half = height / 2 + MARGIN
        return Extent(dot.width / 2 + 2, half + 2, half + 2)
    return Extent(max(dot.size + 3, dot.width / 2), dot.size + 3, dot.size + 6 + height)


def node(dot: Dot, ground: Ground, label: Label | None = None) -> str:
    """A node with its label, where it has room for one; hovering tells the rest, where the viewer shows titles."""
    inside = dot.shape == BOX
    fill = ground.halo if dot.hollow or (inside and not dot.filled) else dot.color
    dashes = ' stroke-dasharray="4 3"' if dot.hollow else ""
    look = f'fill="{fill}" stroke="{dot.color}" stroke-width="{3 if dot.strong else 2}"{dashes}'
    return f"<g><title>{written(dot.told)}</title>{_form(dot, look)}{_label(dot, ground, label)}</g>"


def form(shape: str, x: float, y: float, r: float, look: str) -> str:
    """One of the forms, this large, as vis-network has them."""
    if shape == "square":
        return f'<rect x="{_n(x - r)}" y="{_n(y - r)}" width="{_n(2 * r)}" height="{_n(2 * r)}" {look}/>'
    turns = _CORNERS.get(shape)
    if turns is None:
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}" {look}/>'
    points = " ".join(f"{_n(x + r * far * sin(t))},{_n(y - r * far * cos(t))}" for t, far in turns)
    return f'<polygon points="{points}" {look}/>'


_CORNERS = {
    "diamond": [(n * pi / 2, 1.0) for n in range(4)],
    "triangle": [(n * 2 * pi / 3, 1.15) for n in range(3)],
    "triangleDown": [(pi + n * 2 * pi / 3, 1.15) for n in range(3)],
    "hexagon": [(pi / 6 + n * pi / 3, 1.0) for n in range(6)],
    "star": [(n * pi / 5, 1.3 if n % 2 == 0 else 0.65) for n in range(10)],
}


def edge(line: Line, start: Dot, end: Dot) -> str:
    """A line from node to node, bent as it bends, with an arrow where it has one."""
    dashes = f' stroke-dasharray="{" ".join(map(str, line.dashes))}"' if line.dashes else ""
    look = f'fill="none" stroke="{line.color}" stroke-width="{_n(line.width)}"{dashes}'
    if start.id == end.id:
        drawn = _round(start, look)
        return f"<g><title>{written(line.told)}</title>{drawn}</g>"
    dx, dy = end.x - start.x, end.y - start.y
    far = hypot(dx, dy) or 1.0
    bow_x, bow_y = (start.x + end.x) / 2 + dy * line.bend, (start.y + end.y) / 2 - dx * line.bend
    turn = atan2(end.y - bow_y, end.x - bow_x)
    gap = min(_rim(end, turn) + (2 if line.arrow else 0), far * 0.45)
    tip_x, tip_y = end.x - gap * cos(turn), end.y - gap * sin(turn)
    path = f'<path d="M{_n(start.x)} {_n(start.y)}Q{_n(bow_x)} {_n(bow_y)} {_n(tip_x)} {_n(tip_y)}" {look}/>'
    head = _arrow(tip_x, tip_y, turn, 5 + line.width, line.color) if line.arrow else ""
    return f"<g><title>{written(line.told)}</title>{path}{head}</g>"


def text(lines: list[str], x: float, y: float, size: float, color: str, more: str = "") -> str:
    """Lines of text from this baseline down; each finds its own direction."""
    spans = "".join(
        f'<tspan x="{_n(x)}" y="{_n(y + n * size * LEADING)}">{lettered(isolated(line))}</tspan>'
        for n, line in enumerate(whole(lines))
    )
    return f'<text font-size="{_n(size)}" fill="{color}" {more}>{spans}</text>' if lines else ""


def _form(dot: Dot, look: str) -> str:
    if dot.shape != BOX:
        return form(dot.shape, dot.x, dot.y, dot.size, look)
    half, up = dot.width / 2, extent(dot).up - 2
    at = f'x="{_n(dot.x - half)}" y="{_n(dot.y - up)}" width="{_n(dot.width)}" height="{_n(2 * up)}"'
    return f'<rect {at} rx="{min(5 if dot.round is None else dot.round, round(up))}" {look}/>'


def _label(dot: Dot, ground: Ground, label: Label | None) -> str:
    middle = 'text-anchor="middle"'
    if dot.shape == BOX:
        lines, size = lines_of(dot), _size(dot)
        top = dot.y - len(lines) * size * LEADING / 2 + size
        return text(lines, dot.x, top, size, "#ffffff" if dot.filled else ground.text, middle)
    if label is None:
        return ""
    halo = f'{middle} stroke="{ground.halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
    at = (label.box.left + label.box.right) / 2, label.box.top + label.size
    return text([*label.lines], *at, label.size, ground.text, halo)


def _size(dot: Dot) -> float:
    """As large as its label is drawn: smaller where a word of it would not fit."""
    size = HEADING_SIZE if dot.fixed else SIZE
    return size * fitting(dot.label, _room(dot), size)


def _room(dot: Dot) -> float:
    """How wide its label may be."""
    return dot.width - 2 * MARGIN if dot.shape == BOX else dot.width


def _rim(dot: Dot, turn: float) -> float:
    """From a node's middle to its rim, coming from this direction."""
    if dot.shape != BOX:
        return dot.size + 2
    half, up = dot.width / 2, extent(dot).up
    across, down = abs(cos(turn)), abs(sin(turn))
    return min(half / across if across > 1e-6 else half + up, up / down if down > 1e-6 else half + up)


def _round(dot: Dot, look: str) -> str:
    """A line that leads back to where it began: a ring above the node."""
    r = max(14.0, dot.size)
    return f'<circle cx="{_n(dot.x)}" cy="{_n(dot.y - dot.size - r)}" r="{_n(r)}" {look}/>'


def _arrow(x: float, y: float, turn: float, size: float, color: str) -> str:
    corners = ((0.0, 0.0), (turn + pi - 0.4, size * 1.4), (turn + pi + 0.4, size * 1.4))
    points = " ".join(f"{_n(x + far * cos(t))},{_n(y + far * sin(t))}" for t, far in corners)
    return f'<polygon points="{points}" fill="{color}"/>'


def _n(number: float) -> str:
    """A number in as few characters as it needs."""
    return f"{number:.1f}".removesuffix(".0")
