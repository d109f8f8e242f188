"""A view as a picture that stands by itself: SVG, and PNG made of it without a browser (raster.py)."""

from collections.abc import Mapping

from journeymap.domain.model.journey import Journey
from journeymap.fonts.families import STACK
from journeymap.fonts.styles import embedded
from journeymap.graph.label_places import Label, labels_of
from journeymap.graph.palette import DARK, LIGHT, Ground
from journeymap.graph.picture import Mark, View
from journeymap.graph.pyvis_network import Dot
from journeymap.graph.raster import raster
from journeymap.graph.shapes import edge, extent, form, node, text
from journeymap.graph.text_layout import plainly, wrapped, written

BOLD = 1.04
"""So much wider are bold letters."""

EDGE = 40
"""White around everything."""

MOST_PIXELS = 16_000_000
WIDEST = 8_000
SHARP = 2.0
"""A PNG is drawn twice as sharp, as long as it stays below these."""


def svg(journey: Journey, view: View, *, dark: bool = False) -> str:
    """The view as one SVG file: title and sentence above, what the signs mean below; its letters go with it."""
    drawn = _svg(journey, view, dark=dark)
    opening, title, rest = drawn.partition("<title>")
    return f"{opening}<style>{embedded(drawn)}</style>{title}{rest}"


def _svg(journey: Journey, view: View, *, dark: bool) -> str:
    """The same without its letters, for a program that is handed them otherwise."""
    ground = DARK if dark else LIGHT
    labels = labels_of(view.dots)
    left, top, right, bottom = _bounds(view.dots, labels)
    width = max(right - left, 760.0)
    left -= (width - (right - left)) / 2
    scale = min(6.0, max(1.0, width / 1600))
    above, high = _above(journey, view, left, width, scale, ground)
    below, deep = _below(view, left, bottom + EDGE, width, scale, ground)
    at = {dot.id: dot for dot in view.dots}
    body = "".join(
        (
            *(edge(line, at[line.start], at[line.end]) for line in view.lines),
            *(node(dot, ground, labels.get(dot.id)) for dot in view.dots),
        )
    )
    x, y = left - EDGE, top - EDGE - high
    wide, tall = width + 2 * EDGE, bottom - top + high + deep + 3 * EDGE
    box = f"{x:.0f} {y:.0f} {wide:.0f} {tall:.0f}"
    paper = f'<rect x="{x:.0f}" y="{y:.0f}" width="{wide:.0f}" height="{tall:.0f}" fill="{ground.halo}"/>'
    shifted = f'<g transform="translate(0 {top - high - EDGE / 2:.0f})">{above}</g>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{wide:.0f}" height="{tall:.0f}" role="img" '
        f'font-family="{written(STACK)}">'
        f"<title>{written(journey.title)}</title><desc>{written(view.sentence)}</desc>"
        f"{paper}{shifted}{body}{below}</svg>\n"
    )


def png(journey: Journey, view: View, *, dark: bool = False) -> bytes:
    """The view as a PNG, as sharp as its size allows. Errors: as `raster`."""
    drawn = plainly(_svg(journey, view, dark=dark))
    head = drawn[: drawn.index(">")]
    wide, tall = (float(head.partition(f' {side}="')[2].partition('"')[0]) for side in ("width", "height"))
    zoom = min(SHARP, WIDEST / wide, WIDEST / tall, (MOST_PIXELS / (wide * tall)) ** 0.5)
    return raster(drawn, max(1, round(wide * zoom)))


def _bounds(dots: tuple[Dot, ...], labels: Mapping[str, Label]) -> tuple[float, float, float, float]:
    """What all nodes with their labels take up; a small space where there are none."""
    if not dots:
        return 0.0, 0.0, 0.0, 0.0
    room = [(dot, extent(dot)) for dot in dots]
    boxes = [label.box for label in labels.values()]
    return (
        min([*(dot.x - e.side for dot, e in room), *(box.left for box in boxes)]),
        min([*(dot.y - e.up for dot, e in room), *(box.top for box in boxes)]),
        max([*(dot.x + e.side for dot, e in room), *(box.right for box in boxes)]),
        max([*(dot.y + e.down for dot, e in room), *(box.bottom for box in boxes)]),
    )


def _above(journey: Journey, view: View, left: float, width: float, scale: float, ground: Ground) -> tuple[str, float]:
    """The title, what stands out and how to read it; and how high that is."""
    parts, y = [], 0.0
    for said, size, wider, color, more in (
        (journey.title, 26 * scale, BOLD, ground.text, 'font-weight="700"'),
        (view.sentence, 16 * scale, 1, ground.text, ""),
        (view.note, 13 * scale, 1, ground.quiet, ""),
    ):
        lines = wrapped(said, min(width, 900 * scale), size * wider)
        parts.append(text(lines, left, y + size, size, color, more))
        y += len(lines) * size * 1.25 + size * 0.4
    return "".join(parts), y + EDGE / 2


def _below(view: View, left: float, top: float, width: float, scale: float, ground: Ground) -> tuple[str, float]:
    """The legend in as many columns as fit; and how deep it is."""
    size = 13 * scale
    across = 330 * scale
    columns = max(1, int(width // across))
    ends = [top] * columns
    parts = []
    for mark in view.legend:
        column = min(range(columns), key=lambda n: (ends[n], n))
        x, y = left + column * across, ends[column] + size
        lines = wrapped(_explained(mark), across - 50 * scale, size)
        parts.append(sample(mark, x, y, scale, ground))
        parts.append(text(lines, x + 38 * scale, y + size * 0.35, size, ground.text))
        ends[column] += max(1, len(lines)) * size * 1.25 + size * 0.7
    return "".join(parts), max(ends) - top


def _explained(mark: Mark) -> str:
    names = mark.get("names") or []
    return f"{mark['label']}: {'; '.join(names)}" if names else mark["label"]


def sample(mark: Mark, x: float, y: float, scale: float, ground: Ground) -> str:
    """What a line of the legend explains, drawn small."""
    color, middle = mark["color"], x + 15 * scale
    if mark["kind"] == "edge":
        dashes = " ".join(str(round(length * scale, 1)) for length in mark.get("dashes", []))
        look = f'stroke="{color}" stroke-width="{2.5 * scale:.1f}"' + (
            f' stroke-dasharray="{dashes}"' if dashes else ""
        )
        return f'<path d="M{x:.1f} {y:.1f}h{30 * scale:.1f}" fill="none" {look}/>'
    hollow = mark.get("hollow", False)
    dashes = ' stroke-dasharray="4 3"' if hollow else ""
    width = 3 if mark.get("strong") else 2
    look = f'fill="{ground.halo if hollow else color}" stroke="{color}" stroke-width="{width * scale:.1f}"{dashes}'
    if mark.get("shape") == "box":
        half = 9 * scale
        return (
            f'<rect x="{x:.1f}" y="{y - half * 0.7:.1f}" width="{30 * scale:.1f}" height="{half * 1.4:.1f}" '
            f'rx="{half * 0.5:.1f}" {look}/>'
        )
    return form(mark.get("shape", "dot"), middle, y, 7 * scale, look)
