"""A journey as a small picture: its episodes in their colours, the curve, the lowest and the highest micro-moment.

It is an address that holds the drawing, for an `<img>`: what people wrote stands in no markup. The colours can be told
from a light and a dark ground alike.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from journeymap.domain.analysis.silhouette import Silhouette
from journeymap.domain.changes.describe import shortened, signed
from journeymap.domain.text.catalogue import say
from journeymap.graph.palette import FACES, look

FELT, AIMED, GHOST, ZERO = "#3f72d9", "#1f9a73", "#98a0ae", "#8a92a155"
MOST_POINTS = 120
"""More would lie on top of one another: of each stretch one is drawn."""

GAP = 3.0
EMPTY = 0.7
"""So wide is an episode without micro-moments, in micro-moments."""


class Point(NamedTuple):
    """A place in the picture."""

    x: float
    y: float


class Canvas(NamedTuple):
    """How large a picture is drawn, and where the curve runs in it."""

    width: int = 320
    height: int = 92
    bar: float = 7.0

    def y(self, valence: float) -> float:
        """How high a valence stands."""
        top, bottom = self.bar + 11, self.height - 8
        return round((top + bottom) / 2 - valence / 2 * (bottom - top) / 2, 1)


CANVAS = Canvas()


def thumbnail(drawn: Silhouette, *, aims: bool, ghost: Silhouette | None = None, canvas: Canvas = CANVAS) -> str:
    """The picture as an address. `aims`: what is targeted is drawn, dashed; `ghost`: over what was felt before."""
    return "data:image/svg+xml," + quote(svg(drawn, aims=aims, ghost=ghost, canvas=canvas), safe="/:=;,' ")


def svg(drawn: Silhouette, *, aims: bool, ghost: Silhouette | None = None, canvas: Canvas = CANVAS) -> str:
    """The drawing itself: numbers and colours of ours, and nothing that anybody wrote."""
    width, height, _ = canvas
    parts = "".join((*_episodes(drawn, canvas), *_curves(drawn, canvas, aims, ghost)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' fill="none" stroke-linejoin="round" stroke-linecap="round">{parts}</svg>'
    )


def told(drawn: Silhouette, language: str, *, aims: bool) -> str:
    """The picture in a sentence, for those who do not see it and on hover."""
    felt = [
        (drawn.moments[n], way) for n, way in ((drawn.lowest, "lowest"), (drawn.highest, "highest")) if n is not None
    ]
    if aims or not felt:
        return say("thumbnail-aims" if aims else "thumbnail-none", language, n=len(drawn.moments))
    return " ".join(
        say(f"thumbnail-{way}", language, text=shortened(one.text, 80), valence=signed(one.felt or 0.0, language))
        for one, way in felt
    )


def image(
    drawn: Silhouette, language: str, *, aims: bool, ghost: Silhouette | None = None, canvas: Canvas = CANVAS
) -> str:
    """The picture as HTML."""
    words = escape(told(drawn, language, aims=aims))
    address = escape(thumbnail(drawn, aims=aims, ghost=ghost, canvas=canvas))
    return f'<img src="{address}" alt="{words}" title="{words}" style="display:block;width:100%;height:auto">'


def spans(drawn: Silhouette, canvas: Canvas) -> list[tuple[float, float]]:
    """Where each episode begins and ends: as wide as it has micro-moments."""
    weights = [size or EMPTY for size in drawn.sizes]
    gap = min(GAP, canvas.width / (4 * max(len(weights), 1)))
    room = canvas.width - gap * max(len(weights) - 1, 0)
    spans, at = [], 0.0
    for weight in weights:
        wide = room * weight / sum(weights)
        spans.append((at, at + wide))
        at += wide + gap
    return spans


def places(drawn: Silhouette, canvas: Canvas) -> list[float]:
    """Where each micro-moment stands, from left to right."""
    return [
        round(start + (n + 0.5) * (end - start) / size, 1)
        for (start, end), size in zip(spans(drawn, canvas), drawn.sizes, strict=True)
        for n in range(size)
    ]


def _episodes(drawn: Silhouette, canvas: Canvas) -> Iterator[str]:
    if not drawn.sizes:
        yield f'<rect width="{canvas.width}" height="{canvas.bar}" rx="3" fill="{ZERO}"/>'
    for n, (start, end) in enumerate(spans(drawn, canvas)):
        wide = max(end - start, 0.5)
        yield (
            f'<rect x="{start:.1f}" y="0" width="{wide:.1f}" height="{canvas.bar}" rx="{min(3, wide / 2):.1f}"'
            f' fill="{look(n).color}"/>'
        )


def _curves(drawn: Silhouette, canvas: Canvas, aims: bool, ghost: Silhouette | None) -> Iterator[str]:
    yield f'<path d="M0 {canvas.y(0)}H{canvas.width}" stroke="{ZERO}"/>'
    if ghost is not None:
        yield line(points(ghost, canvas, [one.felt for one in ghost.moments]), GHOST, 1.5)
    at = places(drawn, canvas)
    felt = [one.felt for one in drawn.moments]
    if aims:
        yield line(points(drawn, canvas, [one.aim for one in drawn.moments]), AIMED, 2.25, dashes="5 4")
        return
    yield line(points(drawn, canvas, felt), FELT, 2.25)
    for n, colour in ((drawn.lowest, FACES[0]), (drawn.highest, FACES[-1])):
        if n is not None:
            yield f'<circle cx="{at[n]}" cy="{canvas.y(felt[n] or 0.0)}" r="4" fill="{colour}"/>'


def points(drawn: Silhouette, canvas: Canvas, values: Sequence[float | None]) -> list[Point]:
    """Where these values stand: those of each micro-moment, where it has one."""
    known = [Point(x, canvas.y(v)) for x, v in zip(places(drawn, canvas), values, strict=True) if v is not None]
    return known[:: -(-len(known) // MOST_POINTS)] if len(known) > MOST_POINTS else known


def line(through: Sequence[Point], colour: str, width: float, *, dashes: str = "") -> str:
    """A line through these points as SVG; one alone is a dot."""
    if not through:
        return ""
    if len(through) == 1:
        return f'<circle cx="{through[0].x}" cy="{through[0].y}" r="2.5" fill="{colour}"/>'
    way = " ".join(f"{x},{y}" for x, y in through)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<polyline points="{way}" stroke="{colour}" stroke-width="{width}"{dashed}/>'
