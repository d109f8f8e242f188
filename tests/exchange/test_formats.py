"""Everything a map can be taken away as, and what the files are called."""

import xml.etree.ElementTree as ET

import pytest

from journeymap.domain.errors import Refusal
from journeymap.domain.texts import LANGUAGES, known
from journeymap.exchange.formats import FORMATS, file_name, format_named
from tests.support.maps import HOSTILE, made, sample


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_name_in_every_language_and_makes_a_file(name: str) -> None:
    chosen = format_named(name)
    assert chosen.name == name
    assert all(known(chosen.label, language) for language in LANGUAGES)
    to_be, as_is = sample("to-be"), sample("as-is")
    assert chosen.render(to_be, as_is)
    assert chosen.render(made())
    shorter = chosen.render(to_be, as_is, only_changed=True)
    assert (len(shorter) < len(chosen.render(to_be, as_is))) is chosen.of_stories


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match=r"no format called “docx”.*json, map-csv"):
        format_named("docx")


def test_the_graph_is_readable_xml() -> None:
    journey = made("Call", *HOSTILE)
    root = ET.fromstring(FORMATS["graphml"].render(journey))
    assert len(root.findall(".//{*}node")) == 1 + len(HOSTILE)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Visiting a nature park", "visiting-a-nature-park.json"),
        ("Één plan: café & ijs", "één-plan-café-ijs.json"),
        ("../../etc/passwd", "etc-passwd.json"),
        ("CON", "map-con.json"),
        ("lpt1", "map-lpt1.json"),
        ("😀", "map.json"),
        (". ", "map.json"),
        ("-rf", "rf.json"),
        ("رحلة الزائر", "رحلة-الزائر.json"),
        ("a\u202egpj", "a-gpj.json"),
        ('a<>:"|?*\\b', "a-b.json"),
    ],
)
def test_a_file_has_a_name_that_every_system_takes(title: str, expected: str) -> None:
    assert file_name(title, "json") == expected


def test_a_long_title_makes_a_file_name_that_is_not_too_long() -> None:
    for title in ("word " * 60, "é" * 120, "字" * 120, "a" * 120):
        assert 20 < len(file_name(title, "stories-csv").encode()) < 120


def test_stories_are_told_from_the_map_by_their_name() -> None:
    assert file_name("A visit", "stories-markdown") == "a-visit-stories.md"
    assert file_name("A visit", FORMATS["map-csv"]) == "a-visit.csv"
