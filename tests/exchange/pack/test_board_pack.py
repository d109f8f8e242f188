"""The board pack is one page, says what was written as it was written, and can be edited as a slide."""

import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pypdf import PdfReader

from journeymap.domain.analysis.silhouette import Silhouette, silhouette_of
from journeymap.exchange.pack.board_pack import BoardPack, PackFigure, PackPain, StoryPoint, fitted
from journeymap.exchange.pack.printed import pdf_bytes, png_bytes
from journeymap.exchange.pack.slides import slide_bytes
from tests.support.small_maps import made, sample

HOSTILE = '#read("/etc/passwd") $x^2$ *bold* \\ <b>&amp; [link](javascript:1)'
PARK = silhouette_of(sample("as-is")), silhouette_of(sample("to-be"))
NOTHING = Silhouette((), (), ())


def pack(text: str = "I wait", **other: Any) -> BoardPack:
    """A full page, each of whose texts is this one."""
    usual = BoardPack(
        "en",
        text,
        text,
        [StoryPoint(name, -2.0, 1.25, text) for name in ("Lowest", "Peak", "End", "Deepest fall")],
        *PARK,
        [PackFigure(f"Figure {n}", "522 min", "484 min", "said for 31 of 59") for n in range(8)],
        [(text, text)] * 3,
        [PackPain(text, text, text if n % 2 else "") for n in range(10)],
        [text] * 6,
        text,
    )
    return replace(usual, **other)


def printed(it: BoardPack) -> tuple[int, str]:
    """How many pages the PDF has, and its words."""
    found = PdfReader(io.BytesIO(pdf_bytes(it))).pages
    return len(found), " ".join(" ".join(page.extract_text() for page in found).split())


def slide(it: BoardPack) -> Any:
    """The slide, read again."""
    deck = Presentation(io.BytesIO(slide_bytes(it)))
    [only] = deck.slides
    return only


def said(shapes: Any) -> str:
    """Every word of a slide, also in its tables."""
    texts = [one.text_frame.text for one in shapes if one.has_text_frame]
    texts += [cell.text for one in shapes if one.has_table for row in one.table.rows for cell in row.cells]
    return "\n".join(texts)


@pytest.mark.parametrize(
    "text",
    ["", "short", "W" * 400, "one word after another " * 30, "نوقف السيارة أمام المدخل " * 9, "Žluťoučký kůň " * 20],
    ids=["nothing", "short", "without a space", "long", "Arabic", "Czech"],
)
@pytest.mark.parametrize("warning", ["", "Not validated by any customer"])
def test_it_is_one_page_whatever_is_written(text: str, warning: str) -> None:
    assert printed(pack(text, warning=warning))[0] == 1


def test_an_empty_map_makes_a_page_that_says_so() -> None:
    it = BoardPack("nl", "Leeg", "", [], NOTHING, NOTHING, [], [], [], [], "")
    pages, words = printed(it)
    assert (pages, "Nog geen." in words, "Niets: over alles is besloten." in words) == (1, True, True)
    assert "Nog geen." in said(slide(it).shapes)


def test_what_people_wrote_is_no_markup_and_is_read_literally() -> None:
    assert HOSTILE[:20] in printed(pack(HOSTILE))[1]
    assert HOSTILE[:20] in said(slide(pack(HOSTILE)).shapes)


def test_what_does_not_fit_is_counted() -> None:
    it = pack(pains=[PackPain(f"Pain {n}", "", "") for n in range(23)], still_open=["one"] * 9)
    assert (fitted(it).more_pains, fitted(it).more_open) == (13, 3)
    words = printed(it)[1]
    assert "and 13 more" in words
    assert "and 3 more" in words
    assert "and 13 more" in said(slide(it).shapes)


def test_the_story_stands_there_with_its_numbers() -> None:
    words = printed(
        pack(language="nl", story=[StoryPoint("Dieptepunt", -2, 1.04, "Ik wacht"), StoryPoint("Einde", None, 0)])
    )[1]
    for one in ("Dieptepunt", "−2", "+1", "Ik wacht", "Einde", "–"):
        assert one in words


@given(st.text(max_size=300))
@settings(max_examples=15, deadline=None)
def test_any_text_makes_both_files(text: str) -> None:
    assert printed(pack(text))[0] == 1
    assert slide(pack(text)).shapes.title is not None


def test_a_slide_is_made_of_what_powerpoint_can_edit() -> None:
    shapes = slide(pack()).shapes
    assert [one.has_table for one in shapes].count(True) == 2
    assert not [one for one in shapes if one.shape_type == 13], "no pictures"
    lines = [one for one in shapes if one._element.findall(".//{*}custGeom")]
    assert len(lines) == 3, "zero, what is felt, what is aimed at"
    shadows = {ref.get("idx") for one in shapes for ref in one._element.findall(".//{*}effectRef")}
    assert shadows <= {"0"}


def test_nothing_of_a_slide_lies_outside_it() -> None:
    deck = Presentation(io.BytesIO(slide_bytes(pack("W" * 300, warning="W" * 90))))
    for one in deck.slides[0].shapes:
        assert one.left >= 0
        assert one.top >= 0
        assert one.left + one.width <= deck.slide_width
        assert one.top + one.height <= deck.slide_height


def test_every_word_that_a_slide_shortens_is_in_its_notes() -> None:
    long = "I wait for an answer about the wheelchair that the desk had promised me " * 3
    notes = slide(pack(long)).notes_slide.notes_text_frame.text
    assert notes.count(long.strip()) > 20


def test_a_text_from_right_to_left_runs_so_on_the_slide() -> None:
    found = slide(pack("نوقف السيارة")).shapes.title._element
    assert [one.get("rtl") for one in found.findall(".//{*}pPr")] == ["1"]


def test_one_moment_and_one_that_nobody_felt_are_drawn() -> None:
    for moments in (({"text": "a", "felt_valence": 1},), ({"text": "a"}, {"text": "b"})):
        drawn = silhouette_of(made(*moments))
        it = pack(as_is=drawn, to_be=drawn)
        assert printed(it)[0] == 1
        assert slide(it).shapes.title is not None


def test_the_screen_gets_the_same_page_as_a_picture() -> None:
    assert png_bytes(pack(), 72)[:8] == b"\x89PNG\r\n\x1a\n"
