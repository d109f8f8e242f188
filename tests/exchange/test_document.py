"""The journey document: lossless, and every file that is not one gets its sentence."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from journeymap.domain.model import limits
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.rows import OF_THE_ROOM, TABLES, Row
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.resources import data, home
from journeymap.exchange.document import from_document, schema, to_bytes, to_document
from journeymap.exchange.schema import text
from tests.support.journeys import full, journeys
from tests.support.small_maps import HOSTILE, built, document, made, sample

SHIPPED = sorted([*data("samples").glob("*.json"), *data("templates").glob("*.json")])
VALIDATOR = jsonschema.Draft202012Validator(schema())
DOCUMENTS = [path for path in SHIPPED if path.name != "index.json"]


def bare(journey: Journey, row: Row) -> Any:
    """A row without its key: its place is where it stands among its siblings."""
    return row.table, row.id, row.parent, row.values()


def rows(journey: Journey) -> list[Any]:
    return sorted(
        (table, str(parent), [bare(journey, journey.tables[table][i]) for i in ids])
        for table in TABLES
        if table not in OF_THE_ROOM
        for parent, ids in journey.order[table].items()
        if ids
    )


@given(journeys(max_size=25))
def test_out_and_in_again_gives_the_same_rows_in_the_same_order(journey: Journey) -> None:
    back = built(from_document(to_document(journey), journey.map_id))
    assert rows(back) == rows(journey)


@given(journeys(max_size=25))
def test_a_file_is_as_lossless_as_the_document_in_it(journey: Journey) -> None:
    assert rows(built(from_document(to_bytes(journey), journey.map_id))) == rows(journey)


@given(journeys(max_size=25))
def test_what_is_written_obeys_the_published_schema(journey: Journey) -> None:
    VALIDATOR.validate(to_document(journey))


@given(journeys(max_size=25))
def test_without_ids_the_map_says_the_same(journey: Journey) -> None:
    plain = to_document(journey, with_ids=False)
    again = to_document(built(from_document(plain, "map")), with_ids=False)
    assert unnamed(again) == unnamed(plain)
    assert len(json.dumps(plain)) <= len(json.dumps(to_document(journey)))


def unnamed(value: Any) -> Any:
    """A document without ids and references to them."""
    if isinstance(value, dict):
        names = ("id", "channel", "cause", "moment")
        return {name: unnamed(inner) for name, inner in value.items() if name not in names}
    return [unnamed(inner) for inner in value] if isinstance(value, list) else value


def test_without_ids_only_the_rows_that_others_refer_to_are_named() -> None:
    plain = to_document(full().journey, with_ids=False)
    assert [channel.get("id") for channel in plain["channels"]] == ["phone", "desk"]
    moment = plain["episodes"][0]["moments"][0]
    assert (moment["id"], moment["backstage_steps"][0]["id"]) == ("call", "planning")
    assert "id" not in plain["episodes"][0]
    assert "id" not in moment["needs"][0]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_document_that_ships_can_be_read_and_obeys_the_schema(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_bytes()))
    journey = built(from_document(path.read_bytes(), "map"))
    assert rows(built(from_document(to_bytes(journey), "map"))) == rows(journey)


def test_there_are_documents_that_ship() -> None:
    assert len(DOCUMENTS) > 4


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_published_schema_is_the_one_the_program_has() -> None:
    published = home() / "docs" / "journey-document.schema.json"
    again = "python -m journeymap.exchange.schema > docs/journey-document.schema.json"
    assert published.read_text(encoding="utf-8") == text(), f"write it anew: {again}"


def test_the_first_change_adds_the_map_and_parents_come_before_children() -> None:
    changes = from_document(to_document(sample("to-be")), "new")
    first = changes[0]
    assert isinstance(first, Add)
    assert (first.table, first.id) == ("maps", "new")
    seen = set()
    for change in changes:
        assert isinstance(change, Add)
        assert change.parent is None or change.parent in seen
        seen.add(change.id)


def test_rows_without_an_id_get_the_same_one_each_time_and_another_on_another_map() -> None:
    one = document("Call", "Wait")
    assert from_document(one, "map") == from_document(one, "map")
    ids = {change.id for change in from_document(one, "map")} & {change.id for change in from_document(one, "other")}
    assert ids == set()


def test_a_given_id_that_looks_like_a_generated_one_keeps_its_row() -> None:
    generated = next(c.id for c in from_document(document("Call"), "map") if c.table == "moments")
    journey = made("Call", {"id": generated, "text": "Wait"})
    assert [moment.text for moment in journey.moments] == ["Call", "Wait"]
    assert journey.moments[1].id == generated


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_kept_to_the_letter(hostile: str) -> None:
    journey = made({"text": hostile, "notes": f"{hostile}\n{hostile}"})
    again = built(from_document(to_bytes(journey), "map"))
    assert again.moments[0].text == journey.moments[0].text
    assert again.moments[0].notes == journey.moments[0].notes


def test_what_says_nothing_is_left_out_and_whole_numbers_look_whole() -> None:
    moment = to_document(made({"text": "Call", "minutes": 5.0, "felt_valence": -1.5}))["episodes"][0]["moments"][0]
    assert {name: moment[name] for name in moment if name != "id"} == {
        "text": "Call",
        "minutes": 5,
        "felt_valence": -1.5,
    }
    assert isinstance(moment["minutes"], int)


def refused(content: Any, language: str = "en") -> str:
    with pytest.raises(Refusal) as caught:
        from_document(content, "map")
    assert caught.value.reason("nl") != caught.value.reason("en")
    return caught.value.reason(language)


def moment(**fields: Any) -> dict[str, Any]:
    """A document whose third episode's second moment has these fields."""
    empty = [{"title": "One"}, {"title": "Two"}]
    last = {"title": "Three", "moments": [{"text": "Call"}, {"text": "Wait", **fields}]}
    return document(episodes=[*empty, last], channels=[{"id": "c", "name": "Phone"}])


WRONG = {
    "too long": (moment(text="a" * 281), "“micro-moment” can hold 280 characters; this is 281"),
    "blank": (moment(text="  "), "Please fill in “micro-moment”"),
    "far too long": (moment(text="a" * 10_000), "this is 10,000"),
    "hidden": (moment(text="a\u0007b"), "U+0007"),
    "half a letter": (moment(text="a\ud800"), "U+D800"),
    "emotion of 7": (moment(felt_valence=7), "“felt emotion” runs from"),
    "not a number": (moment(felt_valence=math.nan), "“felt emotion” runs from"),
    "endless": (moment(minutes=math.inf), "“minutes” cannot"),
    "huge": (moment(minutes=10**400), "“minutes” cannot"),
    "number as text": (moment(minutes="5"), "“minutes” cannot hold that kind of value"),
    "truth as number": (moment(minutes=True), "“minutes” cannot hold that kind of value"),
    "number as truth": (moment(moment_of_truth=1), "“moment of truth” cannot hold"),
    "nothing as text": (moment(notes=None), "“notes” cannot hold"),
    "list as text": (moment(text=["a"]), "“micro-moment” cannot hold"),
    "unknown evidence": (moment(evidence_status="certain"), "“evidence” is one of: assumed, internal, validated"),
    "no date": (moment(evidence_on="yesterday"), "“when” cannot hold"),
    "unknown field": (moment(feeling=1), "no field “feeling”"),
    "bad id": (moment(id="a b"), "An id is 1 to 64"),
    "id with a line end": (moment(id="a\n"), "An id is 1 to 64"),
    "number as id": (moment(id=5), "An id is 1 to 64"),
    "bad origin": (moment(origin="a b"), "An id is 1 to 64"),
    "number as origin": (moment(origin=5), "An id is 1 to 64"),
    "id twice": (moment(id="c"), "The id “c” is in this file twice"),
    "id of the map": (moment(id="map"), "The id “map” is in this file twice"),
    "list of needs": (moment(needs={"text": "a"}), "“needs” has to be a list"),
    "need as text": (moment(needs=["a"]), "set of fields"),
    "no such channel": (moment(touchpoints=[{"channel": "d"}]), "a channel with the id “d”"),
    "no channel": (moment(touchpoints=[{}]), "Please fill in “channel”"),
    "number as channel": (moment(touchpoints=[{"channel": 5}]), "An id is 1 to 64"),
    "channel twice": (moment(touchpoints=[{"channel": "c"}, {"channel": "c"}]), "already happens in that channel"),
    "no such cause": (moment(pain_points=[{"text": "a", "cause": "c"}]), "a backstage step with the id “c”"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_fit_is_named_with_its_place(name: str) -> None:
    content, sentence = WRONG[name]
    reason = refused(content)
    assert reason.startswith("In episode 3, micro-moment 2")
    assert sentence in reason


def test_the_place_is_said_in_the_persons_language() -> None:
    content = moment(needs=[{"text": "weten"}, {"text": ""}])
    assert (
        refused(content, "nl") == "In episode 3, micromoment 2, behoefte 2: Vul “behoefte” in: dit mag niet leeg zijn."
    )


ELSEWHERE = {
    "title": (document(map={"title": ""}), "In the map itself: Please fill in “title”"),
    "no title": (document(map={}), "In the map itself: Please fill in “title”"),
    "language": (document(map={"title": "A", "language": "fr"}), "In the map itself: “language” cannot hold"),
    "map id": (document(map={"title": "A", "id": "x"}), "In the map itself: A Journeymap file has no field “id”"),
    "map": (document(map="A visit"), "In the map itself: There should be a set of fields"),
    "persona": (document(persona=None), "In the persona: There should be a set of fields"),
    "path": (document(paths=[{"name": "A", "path_steps": [{"moment": "x"}]}]), "In path 1, step 1: It refers to a"),
    "share": (document(paths=[{"name": "A", "share": 101}]), "In path 1: “share of customers” cannot be above 100"),
    "top": (document(moments=[]), "A Journeymap file has no field “moments” here"),
    "episodes": (document(episodes={}), "“episodes” has to be a list"),
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_other_places_have_their_names_too(name: str) -> None:
    content, sentence = ELSEWHERE[name]
    assert refused(content).startswith(sentence)


NO_DOCUMENT = {
    "empty": (b"", "This file is empty."),
    "blank": (b" \n\t", "This file is empty."),
    "no json": (b"Dear colleagues", "This is not a Journeymap file, or it was cut off"),
    "cut off": (to_bytes(full().journey)[:-40], "or it was cut off"),
    "cp1252": ('{"format": "café"}'.encode("cp1252"), "saved as UTF-8"),
    "a list": (b"[]", "This is not a Journeymap file"),
    "a number": (b"5", "This is not a Journeymap file"),
    "another format": (b'{"format": "cjml"}', "This is not a Journeymap file"),
    "no version": (b'{"format": "journeymap", "map": {}}', "which version"),
    "version as text": (b'{"format": "journeymap", "version": "1"}', "which version"),
    "version as truth": (b'{"format": "journeymap", "version": true}', "which version"),
    "version 99": (b'{"format": "journeymap", "version": 99, "map": {}}', "a newer Journeymap (format 99)"),
    "no map": (b'{"format": "journeymap", "version": 1}', "its title is missing"),
    "NaN": (b'{"format": "journeymap", "version": 1, "map": {"title": NaN}}', "a number that no map can hold (NaN)"),
    "many digits": (b'{"format": ' + b"1" * 5_000 + b"}", "a number that no map can hold"),
    "twice": (b'{"format": "journeymap", "format": "journeymap"}', "“format” is given twice"),
    "lists 10,000 deep": (b"[" * 10_000 + b"]" * 10_000, "nested far deeper"),
    "fields 10,000 deep": (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "nested far deeper"),
}


@pytest.mark.parametrize("name", NO_DOCUMENT)
def test_a_file_that_is_no_journey_document_gets_its_sentence(name: str) -> None:
    content, sentence = NO_DOCUMENT[name]
    assert sentence in refused(content)


def test_a_document_10000_deep_that_is_no_file_is_refused_too() -> None:
    deep: Any = "a"
    for _ in range(10_000):
        deep = [deep]
    assert "cannot hold that kind of value" in refused(moment(text=deep))


class Large(bytes):
    """A file that says it has 100 MB; whoever reads it finds nothing in it."""

    def __len__(self) -> int:
        return 100 * 1024**2


def test_a_file_of_100_mb_is_refused_before_it_is_read() -> None:
    assert "This file is 100 MB; a file can be 20 MB at most" in refused(Large())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_any_unicode_encoding_is_read(encoding: str) -> None:
    content = to_bytes(made("Café 🌳")).decode().encode(encoding)
    assert built(from_document(content, "map")).moments[0].text == "Café 🌳"


def test_more_rows_than_a_map_holds_are_refused_with_a_sentence() -> None:
    many = document(*["Call"] * (limits.ROWS["moments"] + 1))
    assert "the micro-moment" in refused(many)
    assert "5,000" in refused(many)


def test_text_may_be_given_as_text() -> None:
    assert made("Call").title == built(from_document(json.dumps(document("Call")), "map")).title


def pieces(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in items:
        yield from pieces(inner, (*path, name))


def outcome(content: Any) -> list[Change] | Refusal:
    try:
        return from_document(content, "map")
    except Refusal as refusal:
        return refusal


@pytest.mark.parametrize("wrong", [None, [], {}, -1, "x" * 5_000, math.nan, [[]], {"id": {}}])
def test_any_piece_of_a_document_may_be_anything_and_only_refusals_come_of_it(wrong: Any) -> None:
    whole = to_document(full().journey)
    for path in pieces(whole):
        if path:
            content = json.loads(json.dumps(whole))
            inner = content
            for name in path[:-1]:
                inner = inner[name]
            inner[path[-1]] = wrong
            read = outcome(content)
            assert read.reason("nl") if isinstance(read, Refusal) else built(read)


@pytest.mark.parametrize(
    ("links", "key"),
    [
        ({"a": ["b"], "b": ["c"], "c": ["a"]}, "story-link-circle"),
        ({"a": ["a"]}, "story-link-circle"),
        ({"a": ["b", "b"]}, "story-link-twice"),
    ],
)
def test_a_file_in_which_a_story_waits_for_itself_is_refused_where_it_says_so(
    links: dict[str, list[str]], key: str
) -> None:
    stories = [
        {"id": one, "title": one, "story_links": [{"depends_on": other} for other in links.get(one, [])]}
        for one in "abc"
    ]
    with pytest.raises(Refusal) as found:
        from_document(document("I call", stories=stories), "map")
    assert say(f"refusal-{key}", "en") in found.value.reason("en")
