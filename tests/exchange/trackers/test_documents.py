"""Trello's board, the workbook, the stories as data, and features: read back by other programs than wrote them."""

import io
import json
import re
import zipfile
from typing import Any

import jsonschema
import openpyxl
import pytest
from gherkin.parser import Parser
from hypothesis import given, settings

from journeymap.domain.model.journey import Journey
from journeymap.domain.text.resources import home
from journeymap.exchange.trackers.stories_schema import schema, text
from tests.support.journeys import journeys
from tests.support.small_maps import made, sample
from tests.support.tracker_files import AWKWARD, awkward, check_label, check_title, of, park, texts_in

MAPS = {"awkward": awkward(), "Dutch": awkward("nl"), "sample": sample("to-be"), "empty": made(episodes=[])}


@pytest.fixture(params=MAPS)
def journey(request: pytest.FixtureRequest) -> Journey:
    return MAPS[request.param]


# Trello


def test_a_board_has_the_form_of_one_that_trello_exports(journey: Journey) -> None:
    board = json.loads(of("stories-trello-json", journey))
    ids = [board["id"], *(one["id"] for kind in ("lists", "cards", "labels", "checklists") for one in board[kind])]
    assert all(re.fullmatch("[0-9a-f]{24}", one) for one in ids)
    assert len(set(ids)) == len(ids)
    lists = {one["id"]: one for one in board["lists"]}
    labels = {one["id"]: one for one in board["labels"]}
    assert [one["name"] for one in board["lists"]] == [episode.title for episode in journey.episodes]
    assert len(board["cards"]) == len(journey.episodes) + len(journey.moments)
    for card in board["cards"]:
        check_title(card["name"])
        assert card["idList"] in lists
        assert 0 < len(card["desc"]) <= 16_384
        assert [one["id"] for one in card["labels"]] == card["idLabels"]
        for one in card["idLabels"]:
            check_label(labels[one]["name"])
        assert card["labels"][0]["name"] in card["desc"]
    assert [one["id"] for one in board["checklists"]] == [
        one for card in board["cards"] for one in card["idChecklists"]
    ]
    for checklist in board["checklists"]:
        card = next(card for card in board["cards"] if card["id"] == checklist["idCard"])
        assert checklist["id"] in card["idChecklists"]
        assert checklist["checkItems"]
        assert all(item["state"] == "incomplete" and item["name"] for item in checklist["checkItems"])


def test_cards_stand_in_the_order_of_the_map_below_the_card_of_their_episode() -> None:
    board = json.loads(of("stories-trello-json", **park()))
    first = board["lists"][0]["id"]
    cards = sorted((card for card in board["cards"] if card["idList"] == first), key=lambda card: card["pos"])
    episode = sample("to-be").episodes[0]
    moments = [moment.text for moment in sample("to-be").moments_of(episode.id)]
    assert [card["name"] for card in cards] == [episode.title, *moments]


# The workbook


def rows_of(content: bytes) -> list[list[Any]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    (sheet,) = book.worksheets
    assert not any(cell.data_type == "f" or cell.hyperlink for row in sheet.iter_rows() for cell in row)
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_workbook_has_a_row_for_every_epic_and_story_and_texts_stay_texts(journey: Journey) -> None:
    header, *rows = rows_of(of("stories-xlsx", journey))
    assert header[0] == "ID"
    assert len(set(header)) == len(header)
    if journey.episodes:
        assert len(rows) == len(journey.episodes) + len(journey.moments)
        assert len({row[0] for row in rows}) == len(rows)
    else:
        assert rows[0][0].startswith("There are no stories here yet")


def test_the_workbook_says_to_the_letter_what_is_short_enough() -> None:
    titles = [row[3] for row in rows_of(of("stories-xlsx", awkward()))[1:]]
    assert set(titles) >= {one for one in AWKWARD if len(one) < 120}


# Data


def test_the_data_are_what_the_published_schema_says(journey: Journey) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    validator.validate(json.loads(of("stories-json", journey)))
    validator.validate(json.loads(of("stories-json", **park(), only_changed=True)))


def test_what_is_no_such_file_does_not_pass_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    validator = jsonschema.Draft202012Validator(schema())
    document = json.loads(of("stories-json", **park()))
    for spoil in (
        lambda one: one.pop("format"),
        lambda one: one.update(version=2),
        lambda one: one["epics"][0].pop("id"),
        lambda one: one["epics"][0]["stories"][0].update(unheard="of"),
        lambda one: one["epics"][0]["stories"][0].update(criteria="one"),
    ):
        spoilt = json.loads(json.dumps(document))
        spoil(spoilt)
        assert not validator.is_valid(spoilt)


def test_the_published_schema_of_stories_is_the_one_the_program_has() -> None:
    published = home() / "docs" / "stories.schema.json"
    again = "python -m journeymap.exchange.trackers.stories_schema > docs/stories.schema.json"
    assert published.read_text(encoding="utf-8") == text(), f"write it anew: {again}"


# Features


def features(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len({name.casefold() for name in names}) == len(names)
        return {name: archive.read(name).decode() for name in names if name.endswith(".feature")}


def check_feature(content: str) -> dict[str, Any]:
    """One feature with scenarios alone, each a context, an action and an outcome in this order."""
    parsed: Any = Parser().parse(content)
    feature: dict[str, Any] = parsed["feature"]
    assert feature["name"]
    assert feature["description"].strip()
    assert feature["children"]
    names = [child["scenario"]["name"] for child in feature["children"]]
    assert len(set(names)) == len(names)
    for child in feature["children"]:
        (kind,) = child
        assert kind == "scenario"
        steps = child["scenario"]["steps"]
        assert [step["keywordType"] for step in steps] == ["Context", "Action", "Outcome"]
        assert all(step["text"] and "dataTable" not in step and "docString" not in step for step in steps)
    assert feature["tags"][0]["name"].startswith("@jm-")
    return feature


def test_every_story_is_a_feature_that_can_be_run(journey: Journey) -> None:
    found = features(of("stories-feature-zip", journey))
    assert len(found) == len(journey.moments)
    names = [check_feature(content)["name"] for content in found.values()]
    assert len(names) == len(journey.moments)
    for path in found:
        assert not path.startswith("/")
        assert ".." not in path
        assert len(path.encode()) < 200


@settings(max_examples=30)
@given(journeys(max_size=15))
def test_the_stories_of_any_map_are_features_and_data_of_the_schema(journey: Journey) -> None:
    for content in features(of("stories-feature-zip", journey)).values():
        check_feature(content)
    jsonschema.Draft202012Validator(schema()).validate(json.loads(of("stories-json", journey)))


def test_a_dutch_feature_speaks_dutch() -> None:
    content = next(iter(features(of("stories-feature-zip", awkward("nl"))).values()))
    assert content.startswith("# language: nl\n")
    assert check_feature(content)["keyword"] == "Functionaliteit"


# Nothing to build


@pytest.mark.parametrize(
    "name",
    [
        *("stories-markdown", "stories-xlsx", "stories-json", "stories-trello-json", "stories-feature-zip"),
        *("stories-github-json", "stories-github-zip", "stories-github-sh"),
    ],
)
def test_where_nothing_changed_that_is_said(name: str) -> None:
    same = sample("as-is")
    said = texts_in(of(name, same, as_is=same, only_changed=True)).replace("\\", "")
    assert f"Nothing has changed since “{same.title}”." in said
    assert "no stories" not in said.casefold()
