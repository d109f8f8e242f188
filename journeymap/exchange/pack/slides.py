"""The board pack as a slide of PowerPoint in which everything can be edited: texts, tables and the curve.

Lengths are points (1/72 inch) on a slide of 960 by 540. PowerPoint does not fit a text into its box by itself, so each
list gets as many lines as there is room for.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from journeymap.domain.changes.describe import shortened
from journeymap.domain.text.catalogue import say
from journeymap.exchange.pack.board_pack import BoardPack, StoryPoint, fitted
from journeymap.exchange.pack.printed import face, more
from journeymap.exchange.pack.slide_parts import (
    INK,
    Inked,
    Spot,
    colour_of,
    describe,
    place,
    plain,
    writable,
    write,
)
from journeymap.graph.palette import FACES, look
from journeymap.graph.thumbnail import AIMED, FELT, Canvas, Point, places, points, spans, told

WIDTH, HEIGHT, EDGE, GAP = 960, 540, 30, 12
QUIET, RULE, ALARM, SOUND = "#5b6577", "#d7dbe3", "#9c3520", "#1c6b54"
_CURVE = Canvas(WIDTH - 2 * EDGE, 122, 20.0)
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without lines or fills."""


def slide_bytes(pack: BoardPack) -> bytes:
    """The page as a .pptx file."""
    whole, pack = pack, fitted(pack)
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    deck.core_properties.title, deck.core_properties.author = writable(pack.title), "Journeymap"
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    _Slide(slide, pack).draw()
    slide.notes_slide.notes_text_frame.text = writable("\n".join(_unshortened(whole)))
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


class _Slide:
    """One slide while it is drawn."""

    def __init__(self, slide: Any, pack: BoardPack) -> None:
        self._slide, self._pack, self._language = slide, pack, pack.language
        self._shapes = slide.shapes

    def draw(self) -> None:
        """Everything, from top to bottom."""
        self._head()
        for n, it in enumerate(self._pack.story):
            self._story(n, it)
        if self._pack.as_is.moments:
            self._curve(138)
        left, middle, right = (Spot(x, 284, wide, 240) for x, wide in ((EDGE, 230), (272, 400), (684, 246)))
        self._figures(left)
        self._pains(middle)
        self._beside(right)

    def _say(self, name: str) -> str:
        return say(f"pack-{name}", self._language)

    def _head(self) -> None:
        title = self._shapes.title
        place(title, Spot(EDGE, 14, 610, 32))
        write(title.text_frame, [[Inked(shortened(self._pack.title, 46), 20, bold=True)]])
        self._text(Spot(EDGE, 46, 610, 18), [[Inked(self._pack.subtitle, 10, QUIET)]])
        warning = self._pack.warning
        said = Inked(warning or self._pack.validated, 10, ALARM if warning else SOUND, bold=True)
        box = self._text(Spot(WIDTH - EDGE - 270, 18, 270, 34), [[said]], right=True)
        if warning:
            box.line.color.rgb, box.line.width = colour_of(ALARM), Pt(1)

    def _story(self, n: int, it: StoryPoint) -> None:
        wide = (WIDTH - 2 * EDGE - GAP * (len(self._pack.story) - 1)) / len(self._pack.story)
        x = EDGE + n * (wide + GAP)
        self._shape(Spot(x, 70, wide, 58), "#ffffff", RULE)
        self._text(Spot(x + 6, 74, wide - 112, 24), [[Inked(it.name, 9, QUIET)]])
        self._text(Spot(x + 6, 102, wide - 12, 22), [[Inked(shortened(it.place, 42), 8.5)]])
        before, after = it.words(self._language)
        for at, (text, valence) in enumerate(((before, it.before), (after, it.after))):
            shade = face(valence)
            spot = Spot(x + wide - 106 + 56 * at, 76, 44, 22)
            badge = self._shape(spot, "#d9d5cc" if shade is None else FACES[shade])
            ink = "#ffffff" if shade in {0, 4} else INK
            write(badge.text_frame, [[Inked(text, 12, ink, bold=True)]], centred=True)
        self._text(Spot(x + wide - 62, 78, 12, 18), [[Inked("→", 10)]])

    def _curve(self, top: float) -> None:
        drawn, to_be = self._pack.as_is, self._pack.to_be
        for n, ((start, end), title) in enumerate(zip(spans(drawn, _CURVE), drawn.titles, strict=True)):
            bar = self._shape(Spot(EDGE + start, top, max(end - start, 1), _CURVE.bar), look(n).color)
            write(bar.text_frame, [[Inked(shortened(title, max(int((end - start) / 5), 1)), 8, "#ffffff", bold=True)]])
            bar.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        zero = _CURVE.y(0)
        self._line([Point(0, zero), Point(_CURVE.width, zero)], top, RULE, 0.75)
        aims = to_be if any(one.aim is not None for one in to_be.moments) else drawn
        self._line(points(aims, _CURVE, [one.aim for one in aims.moments]), top, AIMED, 2, dashed=True)
        felt = self._line(points(drawn, _CURVE, [one.felt for one in drawn.moments]), top, FELT, 2)
        if felt is not None:
            describe(felt, told(drawn, self._language, aims=False))
        at = places(drawn, _CURVE)
        for extreme, colour in ((drawn.lowest, FACES[0]), (drawn.highest, FACES[-1])):
            if extreme is not None:
                y = _CURVE.y(drawn.moments[extreme].felt or 0.0)
                self._shape(Spot(EDGE + at[extreme] - 4, top + y - 4, 8, 8), colour, kind=MSO_SHAPE.OVAL)
        legend = [
            Inked("— ", 8, FELT, bold=True),
            Inked(self._say("felt"), 8, QUIET),
            Inked("    – – ", 8, AIMED, bold=True),
        ]
        self._text(Spot(EDGE, top + 124, 400, 14), [[*legend, Inked(self._say("aimed"), 8, QUIET)]])

    def _line(self, through: Sequence[Point], top: float, colour: str, width: float, *, dashed: bool = False) -> Any:
        """A freeform through these points, where there are two."""
        if len(through) < 2:
            return None
        ways = [(Pt(EDGE + x), Pt(top + y)) for x, y in through]
        builder = self._shapes.build_freeform(*ways[0], scale=1.0)
        builder.add_line_segments(ways[1:], close=False)
        shape = builder.convert_to_shape()
        plain(shape)
        shape.fill.background()
        shape.line.color.rgb, shape.line.width = colour_of(colour), Pt(width)
        if dashed:
            shape.line.dash_style = MSO_LINE.DASH
        return shape

    def _figures(self, box: Spot) -> None:
        self._text(box._replace(height=18), [[Inked(self._say("figures"), 11, bold=True)]])
        head = [[Inked("")], [Inked(self._say("before"), 8, QUIET)], [Inked(self._say("after"), 8, QUIET)]]
        rows = [
            [[Inked(it.name, 8.5), *([Inked(f"\v{it.coverage}", 7, QUIET)] if it.coverage else [])],
             [Inked(it.before, 8.5)], [Inked(it.after, 8.5, bold=True)]]
            for it in self._pack.figures
        ]  # fmt: skip
        self._table(Spot(box.x, box.y + 18, box.width, 26), [head, *rows], (0.56, 0.22, 0.22), numbers=(1, 2))

    def _pains(self, box: Spot) -> None:
        self._text(box._replace(height=18), [[Inked(self._say("pains"), 11, bold=True)]])
        missing = Inked(self._say("unanswered"), 8, ALARM)
        rows = [
            [[Inked(str(n), 8, QUIET)], [Inked(shortened(it.text, 38), 8),
              *([Inked(f"\v{shortened(it.place, 44)}", 6.5, QUIET)] if it.place else [])],
             [Inked(f"→ {shortened(it.answer, 68)}", 8) if it.answer else missing]]
            for n, it in enumerate(self._pack.pains, 1)
        ]  # fmt: skip
        if rows:
            self._table(Spot(box.x, box.y + 18, box.width, 21), rows, (0.06, 0.48, 0.46))
        else:
            self._text(Spot(box.x, box.y + 18, box.width, 18), [[Inked(self._say("none"), 9, QUIET)]])
        if words := more(self._pack.more_pains, self._language):
            self._text(Spot(box.x, HEIGHT - 22, box.width, 16), [[Inked(words, 8, QUIET)]])

    def _beside(self, box: Spot) -> None:
        """The improvements, what is open, and how much customers have said."""
        lines = [[Inked(self._say("improvements"), 11, bold=True)]]
        for text, why in self._pack.improvements:
            lines += [[Inked(shortened(text, 40), 9, bold=True)], [Inked(shortened(why, 84), 8)]]
        lines += [] if self._pack.improvements else [[Inked(self._say("none"), 9, QUIET)]]
        lines += [[Inked("", 5)], [Inked(self._say("open"), 11, bold=True)]]
        lines += [[Inked(f"○ {shortened(one, 46)}", 8.5)] for one in self._pack.still_open]
        lines += [] if self._pack.still_open else [[Inked(self._say("nothing-open"), 9, QUIET)]]
        if words := more(self._pack.more_open, self._language):
            lines.append([Inked(words, 8, QUIET)])
        if self._pack.warning:
            lines += [
                [Inked("", 5)],
                [Inked(self._say("validation"), 11, bold=True)],
                [Inked(self._pack.validated, 8.5)],
            ]
        self._text(box, lines)

    def _text(self, box: Spot, lines: Sequence[Sequence[Inked]], *, right: bool = False) -> Any:
        shape = self._shapes.add_textbox(*map(Pt, box))
        write(shape.text_frame, lines, right=right)
        return shape

    def _shape(self, box: Spot, fill: str, edge: str = "", kind: Any = MSO_SHAPE.ROUNDED_RECTANGLE) -> Any:
        shape = self._shapes.add_shape(kind, *map(Pt, box))
        plain(shape)
        if kind == MSO_SHAPE.ROUNDED_RECTANGLE:
            shape.adjustments[0] = min(4 / min(box.width, box.height), 0.5)
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour_of(fill)
        if edge:
            shape.line.color.rgb, shape.line.width = colour_of(edge), Pt(0.75)
        else:
            shape.line.fill.background()
        return shape

    def _table(
        self,
        box: Spot,
        rows: Sequence[Sequence[Sequence[Inked]]],
        shares: Sequence[float],
        numbers: Sequence[int] = (),
    ) -> None:
        """A table of PowerPoint's own; `height` is that of a row."""
        frame = self._shapes.add_table(len(rows), len(shares), Pt(box.x), Pt(box.y), Pt(box.width), Pt(1))
        table = frame.table
        table.first_row = table.horz_banding = False
        table._tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_STYLE  # noqa: SLF001 - python-pptx has no other way
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Pt(box.width * share)
        for n, row in enumerate(rows):
            table.rows[n].height = Pt(box.height if any("\v" in one.text for cell in row for one in cell) else 16)
            for at, said in enumerate(row):
                cell = table.cell(n, at)
                cell.margin_left = cell.margin_right = Pt(2)
                cell.margin_top = cell.margin_bottom = Pt(0.5)
                write(cell.text_frame, [said], right=at in numbers, inside=True)


def _unshortened(pack: BoardPack) -> Iterator[str]:
    """All that the slide says, for its notes: there is room for every word."""
    yield from filter(None, (pack.title, pack.subtitle, pack.warning, pack.validated))
    for it in pack.story:
        yield f"{it.name}: {' → '.join(it.words(pack.language))} · {it.place}"
    for figure in pack.figures:
        yield f"{figure.name}: {figure.before} → {figure.after}" + (f" ({figure.coverage})" if figure.coverage else "")
    for name, lines in (
        ("improvements", [f"{text}: {why}" for text, why in pack.improvements]),
        (
            "pains",
            [f"{it.text} ({it.place}) → {it.answer or say('pack-unanswered', pack.language)}" for it in pack.pains],
        ),
        ("open", pack.still_open),
    ):
        yield from ("", say(f"pack-{name}", pack.language), *lines)
