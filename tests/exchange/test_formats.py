"""Everything a map can be taken away as, and what the files are called."""

from dataclasses import replace

import pytest

from journeymap.domain.text.catalogue import LANGUAGES, known
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.formats import (
    FORMATS,
    OF_A_MAP,
    Takes,
    file_name,
    format_named,
    name_beside,
    offered,
    register,
)
from journeymap.exchange.wishes import MapWish
from tests.support.small_maps import HOSTILE, made, sample


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_in_every_language_what_it_is_called_and_good_for(name: str) -> None:
    assert FORMATS[name].name == name
    keys = (FORMATS[name].label, FORMATS[name].about)
    missing = {language: [key for key in keys if not known(key, language)] for language in LANGUAGES}
    assert not any(missing.values()), f"Add these texts to exchange.ftl: {missing}"


@pytest.mark.parametrize("name", [one.name for one in offered(*OF_A_MAP) if not one.slow])
def test_every_format_makes_a_file_of_any_map(name: str) -> None:
    render = format_named(name).render
    to_be, as_is = sample("to-be"), sample("as-is")
    assert render(MapWish(to_be, as_is=as_is))
    assert render(MapWish(made())), "an empty map"
    assert render(MapWish(made("اتصل", *HOSTILE, "😀", map={"title": "رحلة 🌳"})))
    shorter = render(MapWish(to_be, as_is=as_is, only_changed=True))
    of_stories = FORMATS[name].takes is Takes.STORIES
    assert (len(shorter) < len(render(MapWish(to_be, as_is=as_is)))) is of_stories


def test_two_formats_never_have_files_of_one_name() -> None:
    one = FORMATS["stories-csv"]
    for other in (replace(one, name="stories-xlsx"), replace(one, suffix=".tsv")):
        with pytest.raises(ValueError, match="taken by"):
            register([other])
    for title in ("A visit", "رحلة", "😀", "///", "...", "word " * 60):
        names = {file_name(title, one, key="3f9a1c20", view="journey") for one in FORMATS.values()}
        assert len(names) == len(FORMATS)


def test_all_stories_and_those_that_changed_have_two_files() -> None:
    for one in offered(Takes.STORIES):
        assert file_name("A visit", one) != file_name("A visit", one, only_changed=True)
    assert file_name("A visit", "json", only_changed=True) == "a-visit.json"


def test_beside_maps_that_are_called_alike_every_file_still_has_its_own_name() -> None:
    maps = [("A visit", "k1"), ("A  visit!", "k2"), ("A visit stories", "k3"), ("A visit graph", "k4"), ("CON", "k5")]
    maps += [("con.", "k6"), ("A visit stories changed", "k7")]
    views = ("journey", "channels")
    names = [
        name_beside(
            [other for other in maps if other != (title, key)], title, one, key=key, view=view, only_changed=some
        )
        for title, key in maps
        for one in offered(*OF_A_MAP)
        for view in (views if one.takes is Takes.GRAPH else views[:1])
        for some in ((False, True) if one.takes is Takes.STORIES else (False,))
    ]
    assert len(set(names)) == len(names)
    assert name_beside([("Else", "k2")], "A visit", "json", key="k1") == "a-visit.json"


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match=r"no format called “docx”.*json, map-csv"):
        format_named("docx")


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
        assert 20 < len(file_name(title, "stories-tracker-csv", key="0123456789abcdef").encode()) < 130


@pytest.mark.parametrize("title", ["😀", "///", "...", "\u202e", "word " * 60, "字" * 120, "a" * 120])
def test_maps_whose_titles_do_not_tell_them_apart_have_two_file_names(title: str) -> None:
    one, other = (file_name(title, "json", key=key) for key in ("aaaaaaaaaaaa1111", "aaaaaaaaaaaa2222"))
    assert one != other
    assert one.endswith("aaaa1111.json")


def test_what_a_file_holds_is_told_by_its_name() -> None:
    assert file_name("A visit", "json") == "a-visit.json"
    assert file_name("A visit", FORMATS["map-csv"]) == "a-visit.csv"
    assert file_name("A visit", "stories-markdown") == "a-visit-stories.md"
    assert file_name("A visit", "stories-csv") == "a-visit-stories.csv"
    assert file_name("A visit", "stories-tracker-csv") == "a-visit-stories-tracker.csv"
    assert file_name("A visit", "png", view="channels") == "a-visit-graph-channels.png"
    assert file_name("A visit", "summary-markdown") == "a-visit-summary.md"
