"""The curve of a poster: episodes with their titles, what is felt and aimed at, and the micro-moments that decide."""

from collections.abc import Iterator
from html import escape

from journeymap.domain.analysis.silhouette import Silhouette
from journeymap.domain.model.emotions import step_of
from journeymap.graph.palette import FACES, look
from journeymap.graph.thumbnail import AIMED, FELT, Canvas, line, places, points, spans

WIDTH, HEIGHT = 1320, 250
_TITLES, _CARDS = 40, 226
_CANVAS = Canvas(WIDTH, _CARDS - 4, float(_TITLES))
_LETTER = 7.6
"""How wide a letter of an episode's title is on the whole."""


def curve(as_is: Silhouette, to_be: Silhouette | None, truths: dict[int, int], *, titled: bool = True) -> str:
    """The drawing as SVG; `truths` are the numbers of the moments of truth, by place. What people wrote is escaped.

    Without titles nothing is in it that anybody wrote; `chapters` says where they would stand.
    """
    titles = _episodes(as_is) if titled else ()
    parts = "".join((*titles, *_ground(), *_lines(as_is, to_be), *_cards(as_is), *_stars(as_is, truths)))
    top = 0 if titled else _TITLES
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {top} {WIDTH} {HEIGHT - top}" fill="none"'
        f' aria-hidden="true" stroke-linejoin="round" stroke-linecap="round"'
        f' font-family="{"inherit" if titled else "sans-serif"}">{parts}</svg>'
    )


def chapters(drawn: Silhouette) -> list[tuple[str, str, float, float]]:
    """The episodes over the curve: title, colour, and where each begins and how wide it is, in parts of the width."""
    return [
        (title, look(n).color, start / WIDTH, (end - start) / WIDTH)
        for n, ((start, end), title) in enumerate(zip(spans(drawn, _CANVAS), drawn.titles, strict=True))
    ]


def _episodes(drawn: Silhouette) -> Iterator[str]:
    for n, ((start, end), title) in enumerate(zip(spans(drawn, _CANVAS), drawn.titles, strict=True)):
        wide = end - start
        yield f'<rect x="{start:.1f}" y="0" width="{wide:.1f}" height="{_TITLES - 6}" rx="6" fill="{look(n).color}"/>'
        yield f'<svg x="{start:.1f}" y="0" width="{wide:.1f}" height="{_TITLES - 6}">'
        lines = _wrapped(title, max(int((wide - 12) / _LETTER), 1))
        for at, text in enumerate(lines):
            y = 15 + 13 * at if len(lines) > 1 else 22
            yield f'<text x="7" y="{y}" font-size="13" font-weight="600" fill="#ffffff">{escape(text)}</text>'
        yield "</svg>"


def _wrapped(title: str, most: int) -> list[str]:
    """A title on two lines, by its words; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for word in title.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    cut = len(lines) > 2
    kept = [text if len(text) <= most else f"{text[: most - 1]}…" for text in lines[:2]]
    if cut:
        kept[-1] = f"{kept[-1][: most - 1].rstrip('…')}…"
    return kept


def _ground() -> Iterator[str]:
    for valence in (2, 1, 0, -1, -2):
        y = _CANVAS.y(valence)
        yield f'<path d="M0 {y}H{WIDTH}" stroke="{"#9aa2b1" if not valence else "#8a92a140"}"/>'


def _lines(drawn: Silhouette, to_be: Silhouette | None) -> Iterator[str]:
    aims = to_be if to_be is not None and any(one.aim is not None for one in to_be.moments) else drawn
    yield line(points(aims, _CANVAS, [one.aim for one in aims.moments]), AIMED, 3, dashes="9 7")
    yield line(points(drawn, _CANVAS, [one.felt for one in drawn.moments]), FELT, 3)
    at = places(drawn, _CANVAS)
    for n, colour in ((drawn.lowest, FACES[0]), (drawn.highest, FACES[-1])):
        if n is not None:
            yield f'<circle cx="{at[n]}" cy="{_CANVAS.y(drawn.moments[n].felt or 0.0)}" r="7" fill="{colour}"/>'


def _cards(drawn: Silhouette) -> Iterator[str]:
    """The map itself, very small: a card for each micro-moment, in the colour of what is felt there."""
    wide = min(18.0, 0.72 * WIDTH / max(len(drawn.moments), 1))
    for x, one in zip(places(drawn, _CANVAS), drawn.moments, strict=True):
        fill = "#ffffff" if one.felt is None else FACES[step_of(one.felt) + 2]
        yield (
            f'<rect x="{x - wide / 2:.1f}" y="{_CARDS}" width="{wide:.1f}" height="20" rx="{min(4, wide / 4):.1f}"'
            f' fill="{fill}" stroke="#8a92a1" stroke-width="0.75"/>'
        )


def _stars(drawn: Silhouette, truths: dict[int, int]) -> Iterator[str]:
    """The numbers of the moments of truth, over the curve."""
    at = places(drawn, _CANVAS)
    for n, number in truths.items():
        felt = drawn.moments[n].felt
        y = _CANVAS.y(felt if felt is not None else 0.0)
        y = y + 16 if y < _TITLES + 24 else y - 16
        yield f'<circle cx="{at[n]}" cy="{y}" r="10" fill="#1b2130" stroke="#ffffff" stroke-width="2"/>'
        yield (
            f'<text x="{at[n]}" y="{y + 4.2}" font-size="12" font-weight="700" text-anchor="middle" fill="#ffffff">'
            f"{number}</text>"
        )
