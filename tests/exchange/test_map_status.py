"""Whatever is taken away of a map that no customer validated says so on its face; what was validated does not."""

import json
from dataclasses import replace
from datetime import date

import pytest

from journeymap.domain.model.validation import MapState
from journeymap.exchange.columns import guess
from journeymap.exchange.document import from_document
from journeymap.exchange.formats import FORMATS, OF_A_MAP, Format, Takes, offered
from journeymap.exchange.map_status import FileStanding
from journeymap.exchange.spreadsheet import read_table
from journeymap.exchange.table_import import plan
from journeymap.exchange.wishes import MapWish
from tests.support.small_maps import built, sample
from tests.support.tracker_files import texts_in

VALIDATED = FileStanding(MapState.VALIDATED, date(2026, 5, 4), 3)
SAID = {"en": "Not validated by customers (draft)", "nl": "Niet gevalideerd door klanten (concept)"}
READ = [one for one in offered(*OF_A_MAP) if one.name != "png"]


def text_of(format_: Format, language: str, standing: FileStanding | None = None) -> str:
    """The file as text, each run of white space and each change of line in a picture one space."""
    wish = MapWish(sample("to-be", language))
    wish = replace(wish, standing=standing) if standing else wish
    return " ".join(texts_in(format_.render(wish)).replace("</tspan>", " ").split())


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("format_", READ, ids=lambda one: one.name)
def test_unless_it_is_known_to_be_validated_it_says_that_it_is_not(format_: Format, language: str) -> None:
    plain = text_of(format_, language)
    assert SAID[language] in plain
    assert SAID[language] not in text_of(format_, language, VALIDATED)


@pytest.mark.parametrize("name", [one.name for one in offered(Takes.STORIES) if one.suffix != ".xlsx"])
def test_each_story_says_it_for_itself(name: str) -> None:
    text = text_of(FORMATS[name], "en")
    stories = len(sample("to-be", "en").moments)
    assert text.count(SAID["en"]) >= stories
    if name not in ("stories-markdown", "stories-github-zip"):
        assert text.count("not-validated") >= stories


def test_what_was_changed_after_it_was_validated_says_that() -> None:
    since = FileStanding(MapState.IN_USE, date(2026, 5, 4), 1, changes_since=2)
    assert "and changed 2 times since" in text_of(FORMATS["stories-markdown"], "en", since)
    assert VALIDATED.warning("en") == ""
    assert VALIDATED.sentence("en") == "Validated by 3 customers on 4 May 2026."


def test_a_file_that_is_read_back_brings_no_state_along() -> None:
    wish = MapWish(sample("as-is", "en"), standing=VALIDATED)
    content = FORMATS["json"].render(wish)
    told = json.loads(content)["validation"]
    assert (told["state"], told["validated"]) == ("validated", True)
    assert built(from_document(content, "again"), "again").title == wish.journey.title
    table = read_table(FORMATS["map-csv"].render(MapWish(wish.journey)), "map.csv")
    found = plan(table, guess(table), title="Again", language="en")
    assert (found.problems, [note.text() for note in found.notes if "Map status" in note.text()]) == ((), [])


def test_the_picture_says_it_too() -> None:
    one = next(one for one in offered(Takes.GRAPH) if one.name == "png")
    small = built(from_document(json.dumps({"format": "journeymap", "version": 1, "map": {"title": "A"}}), "a"), "a")
    assert one.render(MapWish(small)) != one.render(MapWish(small, standing=VALIDATED))
