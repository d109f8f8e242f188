"""One family: every sign is in one face, and whatever asks for the family asks for the same."""

import io
import tomllib
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont

from journeymap.fonts.families import ARABIC, FACES, FAMILY, INTER, LATIN, STACK, WEIGHTS, source
from journeymap.fonts.shelf import face, printed
from journeymap.fonts.styles import address, embedded, linked
from tests.support.server_process import ROOT

CONFIG = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
DRAWN_BY_THE_MACHINE = {
    *"\u2610\u2611\u2705\u2714\u274c",  # read in other people's tables, never said
    "\U0001f333",  # explains how emoji are searched
    "\u2060",
}


def test_every_sign_is_in_one_face_alone() -> None:
    ranges = sorted(signs for one in FACES for signs in one.signs)
    assert all(first <= last for first, last in ranges)
    assert all(one[1] < other[0] for one, other in pairwise(ranges))


@pytest.mark.parametrize("one", FACES, ids=lambda one: one.name)
def test_a_face_has_its_signs_in_all_weights_and_says_whose_it_is(one) -> None:
    font = TTFont(io.BytesIO(face(one).read_bytes()))
    assert font.flavor == "woff2"
    letters = [sign for sign in font.getBestCmap() if one.holds(chr(sign))]
    assert len(letters) > 60
    (weight,) = font["fvar"].axes
    assert (weight.axisTag, weight.minValue, weight.maxValue) == ("wght", *map(float, WEIGHTS))
    names = {name.nameID: str(name) for name in font["name"].names}
    assert names[1] == FAMILY
    assert "Copyright" in names[0]
    assert "SIL Open Font License" in names[13]


def test_lines_in_every_script_are_as_high() -> None:
    metrics = set()
    for one in FACES:
        font = TTFont(face(one))
        metrics.add((font["head"].unitsPerEm, font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap))
    assert len(metrics) == 1


def test_figures_can_be_of_one_width() -> None:
    font = TTFont(face(LATIN))
    assert "tnum" in {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}


def test_what_every_page_needs_is_small() -> None:
    assert face(LATIN).stat().st_size < 25_000


@pytest.mark.parametrize("package", [INTER, ARABIC])
def test_the_licence_comes_with_the_package(package: str) -> None:
    assert "SIL Open Font License, Version 1.1" in (source(package).parents[1] / "LICENSE").read_text(encoding="utf-8")


def test_streamlit_draws_with_the_same_faces() -> None:
    theme = CONFIG["theme"]
    assert theme["font"] == theme["codeFont"] == STACK
    said = [(one["family"], one["url"], one["weight"], one["unicodeRange"]) for one in theme["fontFaces"]]
    weights = f"{WEIGHTS[0]} {WEIGHTS[1]}"
    assert said == [(FAMILY, address(one), weights, one.unicode_range) for one in FACES]


def test_pages_fetch_the_faces_beside_their_style_and_files_carry_those_they_need() -> None:
    assert [f"url({one.name}.woff2)" in linked() for one in FACES] == [True] * len(FACES)
    assert "//" not in linked()
    assert embedded("").count("@font-face") == 0
    assert embedded("Walk").count("@font-face") == 1
    assert embedded("Walk → مرحبا Ž").count("data:font/woff2;base64,") == 4
    assert "url(data:" in embedded("Walk")


READ_NOT_SHOWN = {"cells.py", "scales.py", "header_row.py"}
"""Where signs stand that other people's files hold."""


def test_a_sentence_of_ours_needs_no_letter_of_the_machine() -> None:
    have = set(TTFont(printed() / "regular.ttf").getBestCmap())
    lacking: dict[str, str] = {}
    for folder in ("data/texts", "data/samples", "journeymap", "pages"):
        for path in (ROOT / folder).rglob("*"):
            if path.name in READ_NOT_SHOWN:
                continue
            if path.suffix in {".ftl", ".json", ".py", ".js", ".css", ".html"}:
                signs = {c for c in path.read_text(encoding="utf-8") if ord(c) > 127} - DRAWN_BY_THE_MACHINE
                lacking |= {c: path.name for c in signs if ord(c) not in have}
    assert lacking == {}
