"""The channel sweep: what was assumed, what was found, and which empty cells are asked about."""

import json

import pytest
from hypothesis import given, settings

from journeymap.domain.analysis.channel_coverage import PROMPTS, Cell, sweep
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.text.catalogue import keys
from journeymap.domain.text.resources import data
from journeymap.exchange.document import from_document
from tests.support.journeys import FULL, MAP_ID, journeys
from tests.support.small_maps import made


def built(*more: Change) -> Journey:
    return perform(Journey(MAP_ID), (*FULL, *more))[0]


def park(language: str) -> Journey:
    path = data("samples", f"nature-park.{language}.as-is.json")
    return perform(Journey(MAP_ID), from_document(path.read_bytes(), MAP_ID))[0]


def add(table: str, row_id: str, parent: str | None = None, **values: object) -> Add:
    return Add(table=table, id=row_id, parent=parent, values=values)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "19 channels: 3 named before the sweep, 16 found in it"),
        ("nl", "19 kanalen: 3 genoemd vóór de kanalenronde, 16 erna gevonden"),
    ],
)
def test_the_counter_says_what_was_assumed_and_what_was_found(language: str, words: str) -> None:
    found = sweep(park(language))
    assert (found.assumed, found.found, found.ours, found.words) == (3, 19, 10, words)


def test_the_matrix_holds_every_moment_where_it_happens() -> None:
    found = sweep(built(add("moments", "walk", "there", text="I walk")))
    assert found.at("before", "phone") == ("call",)
    assert found.count("there", "desk") == 1
    assert found.at("there", "phone") == ()
    assert found.untouched == ("walk",)
    assert (found.episodes, found.channels) == (("before", "there"), ("phone", "desk"))


def test_an_empty_cell_is_asked_about_in_the_words_of_the_room() -> None:
    journey = built(
        add("channels", "mum", name="My mother"),
        add("touchpoints", "asks", "call", channel="mum"),
    )
    assert {prompt.place: prompt.words for prompt in sweep(journey, language="en").prompts} == {
        Cell("there", "phone"): "Does Noor do anything through “Phone” in “At the park”?",
        Cell("there", "mum"): "Does Noor do anything through “My mother” in “At the park”?",
        Cell("before", "desk"): "Does Noor do anything through “Desk” in “Before the visit”?",
    }
    known = perform(journey, [add("channels", "line", name="phone CALL"), add("channels", "web", name="Zoekmachine")])[
        0
    ]
    said = {prompt.words for prompt in sweep(known, language="nl").prompts}
    assert "Doet Noor iets via de telefoon in “At the park”?" in said
    assert "Doet Noor iets met een zoekmachine in “Before the visit”?" in said


def test_a_gap_between_two_episodes_is_asked_about_first_and_never_all_about_one_channel() -> None:
    rows = [add("episodes", f"e{n}", title=f"Chapter {n}") for n in range(4)]
    rows += [add("moments", f"m{n}", f"e{n}", text=f"I do {n}") for n in range(4)]
    rows += [add("channels", c, name=c.title()) for c in ("mail", "radio")]
    rows += [add("touchpoints", f"t{n}", f"m{n}", channel="mail") for n in (0, 1, 3)]
    rows += [add("touchpoints", "r", "m1", channel="radio")]
    journey, _ = perform(Journey(MAP_ID), [FULL[0], FULL[1], *rows])
    prompts = sweep(journey).prompts
    assert prompts[0].place == Cell("e2", "mail")
    assert prompts[0].weight == max(prompt.weight for prompt in prompts)
    for language in ("en", "nl"):
        asked = [prompt.place for prompt in sweep(park(language)).prompts[:6]]
        assert len({place.channel for place in asked}) >= 5
        assert len({place.episode for place in asked}) >= 3


@pytest.mark.parametrize(
    ("language", "there", "not_there"),
    [
        ("en", ("Competitor", "Forum", "Web shop"), ("App", "Leaflet", "Phone call", "Signs", "Magazine")),
        ("nl", ("Concurrent", "Forum", "Webwinkel"), ("App", "Folder", "Telefoongesprek", "Balie")),
    ],
)
def test_channels_are_suggested_that_the_map_does_not_have_those_of_others_first(
    language: str, there: tuple[str, ...], not_there: tuple[str, ...]
) -> None:
    suggestions = sweep(park(language)).suggestions
    names = [suggestion.name for suggestion in suggestions]
    assert set(there) <= set(names)
    assert not set(not_there) & set(names)
    assert [s.owned for s in suggestions] == sorted(s.owned for s in suggestions)


def test_every_phrase_belongs_to_a_channel_that_ships() -> None:
    ids = {channel["id"] for channel in json.loads(data("channels.json").read_text(encoding="utf-8"))}
    for language in ("en", "nl"):
        phrases = {key.removeprefix("sweep-via-") for key in keys(language) if key.startswith("sweep-via-")}
        assert phrases
        assert phrases <= ids


@settings(max_examples=25)
@given(journey=journeys().filter(lambda journey: journey.count("maps") == 1))
def test_the_matrix_counts_every_touchpoint_once_and_asks_only_about_empty_cells(journey: Journey) -> None:
    found = sweep(journey)
    assert sum(map(len, found.cells.values())) == journey.count("touchpoints")
    assert all(found.cells.values())
    places = [prompt.place for prompt in found.prompts]
    assert len(places) == len(set(places)) <= PROMPTS
    assert not set(places) & set(found.cells)
    assert all(journey.siblings("moments", place.episode) for place in places)
    assert sweep(journey) == found


@pytest.mark.parametrize(
    ("assumed", "found", "words"),
    [
        (0, 0, "No channel yet"),
        (1, 0, "One channel, named before the sweep"),
        (0, 1, "One channel"),
        (6, 0, "6 channels, all named before the sweep"),
        (0, 6, "6 channels"),
        (3, 2, "5 channels: 3 named before the sweep, 2 found in it"),
    ],
)
def test_the_counter_never_says_one_number_twice_for_two_things(assumed: int, found: int, words: str) -> None:
    channels = [{"name": f"Channel {n}", "assumed": n < assumed} for n in range(assumed + found)]
    assert sweep(made("I call", channels=channels), language="en").words == words
