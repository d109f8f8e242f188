"""What a slide is put together from: places, texts that know how they look, and PowerPoint's own ways."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from journeymap.domain.text.direction import right_to_left

INK = "#1b2130"
FONT = "Arial"
"""Which every machine with PowerPoint has; ours need not be there."""


class Spot(NamedTuple):
    """A place on the slide, in points."""

    x: float
    y: float
    width: float
    height: float


class Inked(NamedTuple):
    """A text and how it looks."""

    text: str
    size: float = 9.0
    colour: str = INK
    bold: bool = False


def write(
    frame: Any,
    lines: Iterable[Sequence[Inked]],
    *,
    right: bool = False,
    centred: bool = False,
    inside: bool = False,
) -> None:
    """Put these lines into a frame; a vertical tab begins a new line within one."""
    frame.word_wrap = True
    if not inside:
        frame.margin_left = frame.margin_right = Pt(2)
        frame.margin_top = frame.margin_bottom = Pt(0)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if centred else MSO_ANCHOR.TOP
    for n, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if not n else frame.add_paragraph()
        backwards = right_to_left("".join(words.text for words in line))
        paragraph.alignment = PP_ALIGN.CENTER if centred else PP_ALIGN.RIGHT if right != backwards else PP_ALIGN.LEFT
        if backwards:
            paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001
        for words in line:
            if words.text.startswith("\v"):
                paragraph.add_line_break()
            run = paragraph.add_run()
            run.text = writable(words.text)
            run.font.size, run.font.bold, run.font.name = Pt(words.size), words.bold, FONT
            run.font.color.rgb = colour_of(words.colour)
            for script in ("a:ea", "a:cs"):
                other = OxmlElement(script)
                other.set("typeface", FONT)
                run._r.get_or_add_rPr().append(other)  # noqa: SLF001


def writable(text: str) -> str:
    """Without the signs that XML cannot hold."""
    return "".join(c for c in text if (c >= " " or c == "\n") and c not in "\ufffe\uffff")


def place(shape: Any, box: Spot) -> None:
    """Put a shape there."""
    shape.left, shape.top, shape.width, shape.height = map(Pt, box)


def plain(shape: Any) -> None:
    """Without the shadow that PowerPoint's own look would give it."""
    style = shape._element.find(qn("p:style"))  # noqa: SLF001
    if style is not None:
        style.find(qn("a:effectRef")).set("idx", "0")


def describe(shape: Any, words: str) -> None:
    """What is read aloud instead of a drawing."""
    shape._element.nvSpPr.cNvPr.set("descr", words)  # noqa: SLF001


def colour_of(colour: str) -> RGBColor:
    """A colour of ours, such as #1b2130, as PowerPoint has it."""
    return RGBColor(*bytes.fromhex(colour[1:]))  # type: ignore[no-untyped-call]
