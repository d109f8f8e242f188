"""CSV: harmless in a spreadsheet, to the letter in a tracker, and readable by our own import."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.model import limits
from journeymap.domain.model.field_rules import columns_of, rule_of
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.domain.workshop.proof import lacks_proof
from journeymap.exchange.columns import IGNORE, guess
from journeymap.exchange.csv_files import Flavour, map_csv, stories_csv
from journeymap.exchange.map_columns import COLUMNS, MAP_TARGETS
from journeymap.exchange.spreadsheet import read_table
from journeymap.exchange.stories import stories
from journeymap.exchange.table_import import plan
from tests.support.journeys import journeys
from tests.support.marked_map import MARKS, marked
from tests.support.small_maps import HOSTILE, built, made, sample

DANGEROUS = tuple("=+-@\t\r\n\0＝＋－＠")


def cells(content: bytes, encoding: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(encoding), newline="")))


def again(journey: Journey) -> Journey:
    """The map after a trip through its CSV."""
    table = read_table(map_csv(journey), "map.csv")
    mapping = guess(table)
    assert IGNORE not in mapping.values()
    found = plan(table, mapping, title=journey.title, language=journey.language)
    assert found.problems == ()
    return built(found.changes("the-copy"), "the-copy")


def held(moment: Moment) -> dict[str, Any]:
    """Its values as a file brings them in: a guess where it says validated without who, when and where."""
    values = {name: value for name, value in moment.values().items() if name != "origin"}
    return values | {"evidence_status": "assumed"} if lacks_proof(values) else values


def covered(journey: Journey) -> list[Any]:
    """Everything of a map that its CSV holds."""
    return [
        (
            (episode.title, episode.targeted_valence, episode.targeted_label, episode.outcome, episode.notes),
            sorted({said.text.casefold() for said in journey.communications_of(episode.id)}),
            [
                (
                    held(m),
                    m.id,
                    [channel.name for channel in journey.channels_of(m.id)],
                    list(dict.fromkeys(need.text for need in journey.needs_of(m.id))),
                    list(dict.fromkeys(pain.text for pain in journey.pain_points_of(m.id))),
                    [(step.text, step.team, step.system) for step in journey.backstage_of(m.id)],
                )
                for m in journey.moments_of(episode.id)
            ],
        )
        for episode in journey.episodes
    ]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("kind", ["as-is", "to-be"])
def test_the_sample_comes_back_from_its_csv(kind: str, language: str) -> None:
    journey = sample(kind, language)
    assert covered(again(journey)) == covered(journey)


def distinct(journey: Journey) -> bool:
    """Episodes and channels are told apart by name in a spreadsheet, capitals aside."""
    titles = [" ".join(episode.title.split()).casefold() for episode in journey.episodes]
    names = [channel.name.casefold() for channel in journey.channels]
    return len(set(titles)) == len(titles) and len(set(names)) == len(names) and bool(journey.moments)


@given(journeys(min_size=8, max_size=20).filter(distinct))
def test_any_map_comes_back_from_its_csv_as_far_as_it_holds_it(journey: Journey) -> None:
    assert covered(again(journey)) == covered(journey)


LINES = st.sampled_from(
    [*HOSTILE, "a; b", "a\\; b;", "\\", ";", "'=x", "''=x", "'t Gooi", '"', 'a "b" c', "sep=;", "-1"]
)


@given(LINES, LINES, LINES)
def test_awkward_texts_come_back_from_the_csv_too(text: str, need: str, channel: str) -> None:
    moment = {
        "text": text,
        "notes": f"{need}\n{text}",
        "needs": [{"text": need}],
        "touchpoints": [{"channel": "c"}],
        "backstage_steps": [{"text": need, "team": channel[:80]}, {"text": text}],
    }
    header = {"title": text[: limits.TITLE]}
    journey = made(
        channels=[{"id": "c", "name": channel[: limits.NAME]}],
        episodes=[{"title": need[:100], "moments": [moment]}],
        map=header,
    )
    assert covered(again(journey)) == covered(journey)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_cell_of_a_spreadsheet_is_a_formula(hostile: str) -> None:
    moment = {"text": hostile, "notes": hostile, "felt_valence": -2, "needs": [{"text": hostile}]}
    journey = made(moment, map={"title": hostile[:100]}, persona={"name": hostile[:80]})
    for content in (map_csv(journey), stories_csv(journey, stories(journey))):
        assert content.startswith(b"\xef\xbb\xbf")
        for row in cells(content, "utf-8-sig"):
            assert not [cell for cell in row if cell.startswith(DANGEROUS) and cell != "-2.0"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_tracker_gets_the_text_to_the_letter_and_no_field_begins_like_a_formula(hostile: str) -> None:
    journey = made({"text": hostile, "needs": [{"text": hostile}]}, persona={"name": hostile[:80]})
    content = stories_csv(journey, stories(journey), "tracker")
    header, epic, story = cells(content, "utf-8")
    text = journey.moments[0].text
    assert story[header.index("Title")] in (text, f"Title: {text}")
    assert story[header.index("Needs")] in (text, f"Needs: {text}")
    assert not [cell for cell in (*epic, *story) if cell.startswith(DANGEROUS)]


def test_a_tracker_gets_epics_before_their_stories_and_a_spreadsheet_only_stories() -> None:
    to_be = sample("to-be")
    epics = stories(to_be, sample("as-is"))
    header, *rows = cells(stories_csv(to_be, epics, "tracker"), "utf-8")
    kind, row_id, epic = (header.index(name) for name in ("Type", "ID", "Epic"))
    seen = set()
    for row in rows:
        assert row[kind] == "Epic" or row[epic] in seen
        seen.add(row[row_id])
    assert [row[kind] for row in rows].count("Epic") == len(to_be.episodes)
    _, *told = cells(stories_csv(to_be, epics), "utf-8-sig")
    assert len(told) == len(to_be.moments)


@pytest.mark.parametrize("flavour", ["spreadsheet", "tracker"])
def test_every_row_has_a_cell_for_every_column(flavour: Flavour) -> None:
    to_be = sample("to-be", "nl")
    rows = cells(stories_csv(to_be, stories(to_be), flavour), "utf-8-sig")
    assert {len(row) for row in rows} == {len(rows[0])}


def test_an_episode_without_moments_keeps_its_row() -> None:
    episodes = [
        {"title": "Before", "targeted_valence": 1, "outcome": "It is booked", "notes": "Ask\nthe desk"},
        {"title": "There", "moments": [{"text": "Arrive"}]},
    ]
    journey = again(made(episodes=episodes))
    found = [(e.title, e.targeted_valence, e.outcome, e.notes) for e in journey.episodes]
    assert found == [("Before", 1, "It is booked", "Ask\nthe desk"), ("There", None, "", "")]


@pytest.mark.parametrize("name", sorted(columns_of("episodes")))
def test_every_field_of_an_episode_comes_back_from_the_csv(name: str) -> None:
    journey = built(marked("m"))
    assert again(journey).episodes[0].values()[name] == journey.episodes[0].values()[name]


@pytest.mark.parametrize("column", ["Outcome", "Uitkomst", "Gewenste uitkomst", "Desired outcome (episode)"])
def test_the_outcome_of_an_episode_comes_in_from_other_peoples_tables(column: str) -> None:
    content = f"Phase;Step;{column}\nBefore;Call;\n;Wait;I know when they come\n".encode()
    table = read_table(content, "theirs.csv")
    found = plan(table, guess(table), title="Theirs", language="en")
    assert found.problems == ()
    (episode,) = built(found.changes("theirs"), "theirs").episodes
    assert episode.outcome == "I know when they come"


def test_what_may_be_a_page_about_an_episode_stands_in_its_first_row_alone() -> None:
    moments = [{"text": "Call"}, {"text": "Wait"}]
    journey = made(episodes=[{"title": "Before", "outcome": "Booked", "notes": "Long", "moments": moments}])
    head, *rows = cells(map_csv(journey), "utf-8-sig")
    notes, outcome = head.index("Notes on the episode"), head.index("Outcome")
    assert [(row[notes], row[outcome]) for row in rows] == [("Long", "Booked"), ("", "Booked")]


@pytest.mark.parametrize(("table", "name"), MARKS)
def test_every_text_is_in_the_csv_where_its_rule_gives_it_a_column_and_comes_back(table: str, name: str) -> None:
    journey = built(marked("m"))
    said = map_csv(journey).decode("utf-8-sig")
    mark, held = MARKS[table, name], rule_of(table, name).column is not None
    assert (mark in said) is held, "give it a column, or None in its rule"
    if held:
        back = [str(value) for row in again(journey).rows() if row.table == table for value in row.values().values()]
        assert mark in back, "it is written, and not read again"


@pytest.mark.parametrize("name", sorted(columns_of("moments")))
def test_every_field_of_a_moment_comes_back_from_the_csv(name: str) -> None:
    journey = built(marked("m"))
    assert again(journey).moments[0].values()[name] == journey.moments[0].values()[name]


def test_every_column_of_the_file_is_written_by_one_field() -> None:
    assert set(MAP_TARGETS) - {"id"} == set(COLUMNS)
