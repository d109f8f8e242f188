"""The graph as files: whole, readable again, and text is text."""

import io
import re
import struct
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html import unescape
from pathlib import Path
from shutil import which

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFont

from journeymap.domain.model.journey import Journey
from journeymap.fonts.shelf import printed
from journeymap.graph import raster as rastering
from journeymap.graph.raster import NoFonts, raster
from journeymap.graph.svg import WIDEST, png
from journeymap.graph.takeaway import gexf, graphml, html, svg
from journeymap.graph.text_layout import held, isolated, whole, wide, wrapped, written
from journeymap.graph.views import VIEWS, view
from tests.support.journeys import journeys
from tests.support.small_maps import HOSTILE, made, sample

XML = "{http://www.w3.org/2000/svg}"
NASTY = (*HOSTILE, "</script>", "]]>", "&amp;", "\u202eturned", "a\ufffeb\x00c\x1f\ud800", "ab" * 140)


def unchecked(text: str) -> Journey:
    """A map with a text that the domain would refuse: what old files and other programs may have left."""
    journey = made("Call")
    (moment,) = journey.moments
    return journey.with_row(moment.model_copy(update={"text": text}))


@pytest.mark.parametrize("nasty", NASTY)
def test_every_file_holds_any_text_as_text(nasty: str) -> None:
    journey = unchecked(nasty)
    found = view(journey, "journey")
    drawn = ET.fromstring(svg(journey, found))
    titles = [title.text for title in drawn.iter(f"{XML}title")]
    plain = held(nasty).replace("\u202e", "")
    assert any((title or "").startswith(plain) for title in titles)
    assert {element.tag.removeprefix(XML) for element in drawn.iter()} <= {
        *("svg", "style", "title", "desc", "g", "rect", "circle", "polygon", "path", "text", "tspan")
    }
    for write, read in ((graphml, nx.read_graphml), (gexf, nx.read_gexf)):
        again = read(io.BytesIO(write(journey, found)))
        labels = [about["label"] for _, about in again.nodes(data=True)]
        assert held(nasty) in labels or " ".join(held(nasty).split()) in [" ".join(label.split()) for label in labels]
    page = html(journey, found)
    assert page.count("<script") == page.count("</script") == 3
    assert "<img" not in page


@pytest.mark.parametrize("name", VIEWS)
def test_data_for_other_tools_is_read_again_as_it_was(name: str) -> None:
    journey = sample("to-be")
    found = view(journey, name, as_is=sample("as-is"))
    as_graphml = nx.read_graphml(io.BytesIO(graphml(journey, found)), force_multigraph=True)
    as_gexf = nx.read_gexf(io.BytesIO(gexf(journey, found)))
    for again in (as_graphml, as_gexf):
        assert set(again) == {dot.id for dot in found.dots}
        assert again.number_of_edges() == len(found.lines)
        one = found.dots[0]
        assert (again.nodes[one.id]["kind"], again.nodes[one.id]["x"]) == (one.kind, one.x)


@pytest.mark.parametrize("name", VIEWS)
@given(journey=journeys(min_size=2, max_size=15))
@settings(max_examples=10)
def test_any_map_can_be_taken_away_in_every_form(name: str, journey: Journey) -> None:
    found = view(journey, name, as_is=journey, language="nl")
    ET.fromstring(svg(journey, found, dark=True))
    assert nx.read_gexf(io.BytesIO(gexf(journey, found))).number_of_nodes() == len(found.dots)
    assert nx.read_graphml(io.BytesIO(graphml(journey, found))).number_of_nodes() == len(found.dots)
    assert html(journey, found, language="nl").startswith("<!doctype html>")


def test_the_page_asks_for_nothing_and_runs_only_what_it_came_with() -> None:
    journey = sample("as-is")
    page = html(journey, view(journey, "journey"))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy[1]
    markup = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", page, flags=re.DOTALL)
    assert not re.search(r'(src|href)="', markup)
    assert "sourceMappingURL" not in page
    for said in (journey.title, "The same as a table", "happy path", "Read the member magazine"):
        assert said in markup


def test_the_picture_draws_every_node_line_and_sign() -> None:
    journey = sample("as-is")
    found = view(journey, "backstage")
    drawn = svg(journey, found)
    assert all(f"<title>{dot.told.splitlines()[0]}".replace("&", "&amp;")[:20] in drawn for dot in found.dots[:5])
    root = ET.fromstring(drawn)
    assert len(list(root.iter(f"{XML}g"))) == len(found.dots) + len(found.lines) + 1
    words = " ".join(span.text or "" for span in root.iter(f"{XML}tspan"))
    assert all(mark["label"].split()[0] in words for mark in found.legend)
    assert found.sentence.split()[0] in words


LONG = "Everything by herself, and no lunch"


def font() -> ImageFont.FreeTypeFont:
    """The letters that a picture is drawn with."""
    return ImageFont.truetype(str(printed() / "regular.ttf"), 1000)


def test_signs_and_words_of_the_legend_keep_out_of_each_others_way() -> None:
    letters = font()
    ways = [
        {"name": f"{LONG} {n}", "kind": kind, "path_steps": [{"moment": m} for m in "ab"]}
        for n, kind in enumerate(("happy", "unhappy", "loop", "abandoned"))
    ]
    moments = [{"id": m, "text": m, "felt_valence": 1} for m in "ab"]
    journey = made(*moments, *({"text": LONG} for _ in range(9)), paths=ways)
    drawn = ET.fromstring(svg(journey, view(journey, "journey")))
    words = [
        (float(span.attrib["x"]), float(text.attrib["font-size"]), span.text or "")
        for text in drawn.findall(f"{XML}text")
        for span in text
    ]
    assert len(words) > 8
    starts = sorted({x for x, _, _ in words})
    for x, size, line in words:
        beyond = [start for start in starts if start > x]
        sign = 38 * size / 13
        assert not beyond or x + letters.getlength(line) * size / 1000 < min(beyond) - sign, line


def test_the_width_of_a_text_is_never_taken_for_less_than_it_is() -> None:
    letters = font()
    for text in (*(chr(n) for n in range(33, 127)), LONG, "Één móóie dag – ‘echt’"):
        drawn = letters.getlength(text)
        assert 0.98 * drawn <= wide(text, 1000) <= 1.35 * drawn + 120, text


EMOJI = ("👩‍👩‍👧", "👍🏽", "🌳", "❤️", "🇳🇱", "1️⃣", "🏳️‍🌈", "🧑‍💻", "⭐")


@pytest.mark.parametrize("emoji", EMOJI)
def test_an_emoji_is_one_piece_with_a_font_that_has_it(emoji: str) -> None:
    journey = made(f"Walk {emoji}{emoji} & on", "★ 12 ⚠ →")
    drawn = ET.fromstring(svg(journey, view(journey, "journey")))
    own = [span.text for span in drawn.iter(f"{XML}tspan") if "Emoji" in span.get("font-family", "")]
    assert [text for text in own if text != "\u2060"] == [emoji, emoji]
    assert wrapped(emoji * 4, wide(emoji, 13) * 2.1, 13) == [emoji * 2] * 2, "no line breaks within one"


def test_joined_emoji_are_drawn_in_colour_where_there_is_a_font_for_them() -> None:
    fonts = subprocess.run(["fc-list"], capture_output=True, text=True, check=False).stdout if which("fc-list") else ""
    if "NotoColorEmoji" not in fonts:
        pytest.skip("no Noto Color Emoji here")
    for emoji in ("👍🏽", "🇳🇱"):
        plain, coloured = (len(pixels(made(text))) for text in ("I", f"I {emoji}"))
        assert coloured > plain + 50


def pixels(journey: Journey) -> set[object]:
    """The colours of its picture."""
    picture = Image.open(io.BytesIO(png(journey, view(journey, "journey")))).convert("RGB")
    return {colour for _, colour in picture.getcolors(10**6) or ()}


def test_words_from_right_to_left_stay_apart_in_every_line_of_a_picture() -> None:
    name = "مرحبا بالعالم، هذه رحلة " * 2
    steps = [{"moment": "a"}, {"moment": "b"}]
    paths = [{"name": name, "kind": "loop", "path_steps": steps * 2}]
    journey = made(*({"id": m, "text": text} for m, text in zip("abc", ("a", name, "c"), strict=True)), paths=paths)
    drawn = svg(journey, view(journey, "journey"))
    lines = [span.text or "" for span in ET.fromstring(drawn).iter(f"{XML}tspan")]
    assert any("\u2068" in line for line in lines)
    assert all(line.count("\u2068") == line.count("\u2069") for line in lines)


@given(st.text(alphabet="ab \u2066\u2067\u2068\u2069\u202eم", max_size=20))
def test_no_text_turns_what_comes_after_it(text: str) -> None:
    for line in (unescape(written(text)), *whole(wrapped(isolated(text), 30, 13))):
        depth = 0
        for sign in line:
            depth += {"\u2068": 1, "\u2069": -1}.get(sign, 0)
            assert depth >= 0
        assert depth == 0


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG")
    found: tuple[int, int] = struct.unpack(">II", picture[16:24])
    return found


def test_a_picture_is_a_png_no_wider_than_any_viewer_takes() -> None:
    journey = sample("as-is")
    wide_, high = size(png(journey, view(journey, "journey")))
    assert 1_000 < wide_ <= WIDEST
    assert high > 200
    assert size(png(made(), view(made(), "channels")))


def test_a_machine_without_fonts_and_one_that_takes_too_long_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    def without() -> Path:
        raise RuntimeError("no space left")

    def late(*_: object, **__: object) -> subprocess.CompletedProcess[bytes]:
        raise subprocess.TimeoutExpired("resvg", 60)

    monkeypatch.setattr(rastering, "printed", without)
    with pytest.raises(NoFonts):
        raster("<svg/>", 10)
    monkeypatch.undo()
    monkeypatch.setattr("journeymap.graph.raster.subprocess.run", late)
    with pytest.raises(TimeoutError):
        raster("<svg/>", 10)


@pytest.fixture
def no_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Call it, and this machine has no font at all."""
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{tmp_path}/none</dir></fontconfig>", encoding="utf-8")
    return lambda: monkeypatch.setenv("FONTCONFIG_FILE", str(config))


ARABIC = "نوقف السيارة أمام المدخل لا إله"


def test_a_picture_is_the_same_on_a_machine_without_fonts(no_fonts: Callable[[], None]) -> None:
    journey = made("Walk → on ✓ Ž", ARABIC, "Привет Ελληνικά")
    here = png(journey, view(journey, "journey"))
    no_fonts()
    assert png(journey, view(journey, "journey")) == here
    other = made("Walk → on ✓ Z", ARABIC, "Привет Ελληνικά")
    assert png(other, view(other, "journey")) != here


@pytest.mark.parametrize("emoji", EMOJI)
def test_an_emoji_among_joined_letters_is_drawn_with_and_without_a_font_for_it(
    emoji: str, no_fonts: Callable[[], None]
) -> None:
    journey = made(f"{ARABIC} {emoji} {ARABIC}", f"{emoji}{ARABIC}{emoji}", f"e\u0301 {emoji}")
    assert size(png(journey, view(journey, "journey")))
    no_fonts()
    assert size(png(journey, view(journey, "journey")))


def test_what_is_no_svg_is_a_fault_and_not_an_empty_picture() -> None:
    with pytest.raises(RuntimeError):
        raster("no svg", 10)


@given(st.text(max_size=120), st.floats(20, 300))
def test_lines_are_no_wider_than_they_may_be_and_lose_no_letter(text: str, width: float) -> None:
    lines = wrapped(text, width, 13)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(wide(line, 13) <= width or len(line) == 1 or wide(line[0], 13) > width for line in lines)
