"""A map from a file, through the screen: mapping, preview, and only then a map; every bad file gets its sentence."""

import io
import json
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
import xlsxwriter

from journeymap.domain.model.roles import Role
from journeymap.domain.text.resources import data
from journeymap.exchange.document import to_bytes
from journeymap.service.house import House
from journeymap.service.service import Service
from tests.support.app import App, Screen
from tests.support.store_calls import new_store

PUBLISHED = data("samples", "va-patient-experience.csv")
SMALL = """Fase;Stap;Kanaal;Behoefte
Vooraf;Ik bel;Telefoon;zekerheid
Vooraf;Ik wacht;Telefoon;
Daar;Ik kom aan;Balie;welkom zijn
"""


def upload(app: App, name: str, content: bytes | str, **how: object) -> Screen:
    """The import with this file in it."""
    screen = app.open(**how)  # type: ignore[arg-type]
    screen.press("New map" if "New map" in screen.labels else "From a file")
    screen.at("new", "way").set_value("file").run()
    raw = content.encode() if isinstance(content, str) else content
    screen.file_uploader[0].upload(name, raw).run()
    return screen


def columns(screen: Screen) -> dict[str, str]:
    """What each column is read as."""
    boxes = [box for box in screen.selectbox if "-column-" in (box.key or "")]
    return {box.label.removeprefix("What “").removesuffix("” is"): str(box.value) for box in boxes}


def counts(screen: Screen) -> dict[str, str]:
    """The figures of the preview."""
    return {metric.label: metric.value for metric in screen.metric}


def excel() -> bytes:
    """The beginning of an Excel workbook."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", "<workbook/>")
    return file.getvalue()


def test_the_published_map_is_guessed_previewed_and_written_with_the_last_click(app: App) -> None:
    screen = upload(app, "va-patient-experience.csv", PUBLISHED.read_bytes())
    assert columns(screen)["Phase"] == "episode"
    assert columns(screen)["Moment"] == "moment"
    assert columns(screen)["Channel"] == "channels"
    assert counts(screen)["micro-moments"] == "17"
    assert "Register for VHA" in screen.said
    assert app.service.maps.heads(app.owner) == []
    screen.press("Make this map")
    head = app.service.maps.heads(app.owner)[0]
    assert (head.episodes, head.moments, head.touchpoints) == (6, 17, 24)
    assert screen.query_params["map"] == head.id


def test_a_dutch_table_is_read_in_dutch(app: App) -> None:
    screen = _dutch(app)
    assert {box.value for box in screen.selectbox if "-column-" in (box.key or "")} == {
        "episode",
        "moment",
        "channels",
        "needs",
    }
    assert "Wat het wordt" in screen.said
    screen.press("Maak deze kaart")
    journey = app.service.maps.journey(app.owner, app.service.maps.heads(app.owner)[0].id)
    assert journey.title == "Mijn reis 2026"
    assert journey.language == "nl"
    assert [moment.text for moment in journey.moments] == ["Ik bel", "Ik wacht", "Ik kom aan"]


def _dutch(app: App) -> Screen:
    screen = app.open(language="nl").press("Vanuit een bestand")
    screen.file_uploader[0].upload("mijn_reis-2026.csv", SMALL.encode()).run()
    return screen


def test_examples_show_what_stands_in_a_column(app: App) -> None:
    screen = upload(app, "table.csv", SMALL)
    assert "Ik bel · Ik wacht · Ik kom aan" in screen.said


def test_a_column_can_be_read_otherwise_and_the_preview_follows(app: App) -> None:
    screen = upload(app, "table.csv", SMALL)
    assert counts(screen)["needs"] == "2"
    next(box for box in screen.selectbox if "Behoefte" in box.label).set_value("pain_points").run()
    assert counts(screen)["needs"] == "0"
    assert counts(screen)["pain points"] == "2"


def test_two_columns_for_one_word_are_refused_where_only_one_can_be(app: App) -> None:
    screen = upload(app, "table.csv", SMALL)
    next(box for box in screen.selectbox if "Behoefte" in box.label).set_value("moment").run()
    assert "More than one column is chosen as" in screen.said
    assert "Make this map" not in screen.labels


SCORES = "Persona:,Family\nPhase,Step,Satisfaction\nBefore,waits,1\nBefore,is called,3\nThere,is helped,5\n"


def test_a_scale_that_is_open_is_asked_with_the_likeliest_first(app: App) -> None:
    screen = upload(app, "scores.csv", SCORES)
    scale = next(box for box in screen.selectbox if box.label == "On which numbers “Satisfaction” is")
    assert (scale.value, scale.options[:2]) == ("1..5", ["1 to 5", "1 to 7"])
    scale.set_value("1..10").run()
    screen.press("Make this map")
    head = app.service.maps.heads(app.owner)[0]
    journey = app.service.maps.journey(app.owner, head.id)
    assert [moment.felt_valence for moment in journey.moments] == [-2, -1.1, -0.2]
    assert head.persona == "Family"


def test_a_column_that_cannot_be_read_is_left_out_by_a_button_beside_the_problem(app: App) -> None:
    screen = upload(app, "small.csv", "Phase,Moment,Minutes\nBefore,I call,a while\n")
    assert "row 2, Minutes" in screen.said
    screen.press("Leave “Minutes” out")
    assert columns(screen)["Minutes"] == "ignore"
    screen.press("Make this map")
    assert app.service.maps.heads(app.owner)[0].moments == 1


def test_a_first_row_that_is_data_can_be_said_to_be_so_and_lists_are_split(app: App) -> None:
    screen = upload(app, "notes.csv", 'Sees the ad\nAsks a friend\n"- calls\n- waits"\n')
    assert counts(screen)["micro-moments"] == "4"
    next(one for one in screen.toggle if one.label == "The first row says what the columns are").set_value(True).run()
    box = next(box for box in screen.selectbox if "-column-" in (box.key or ""))
    box.set_value("moment").run()
    assert counts(screen)["micro-moments"] == "3"


def test_an_event_log_is_named_and_can_be_read_as_a_map_all_the_same(app: App) -> None:
    log = "Case ID,Activity,When\n1,Call,2026-01-01 10:00\n1,Wait,2026-01-01 10:05\n2,Call,2026-01-01 11:00\n"
    screen = upload(app, "log.csv", log)
    assert "This looks like an event log" in screen.said
    assert screen.named("Make this map").disabled
    next(one for one in screen.toggle if one.label == "Read it as a map all the same").set_value(True).run()
    screen.press("Make this map")
    assert app.service.maps.heads(app.owner)[0].moments == 3


def test_a_workbook_is_read_and_another_of_its_sheets_can_be_chosen(app: App) -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    for name, moment in (("One", "I call"), ("Two", "I write")):
        book.add_worksheet(name).write_column(0, 0, ["Moment", moment])
    book.close()
    screen = upload(app, "book.xlsx", file.getvalue())
    assert "A workbook of Excel or LibreOffice" in screen.said
    assert "I call" in screen.said
    next(box for box in screen.selectbox if box.label == "The sheet").set_value("Two").run()
    assert "I write" in screen.said
    screen.press("Make this map")
    assert app.service.maps.heads(app.owner)[0].moments == 1


def test_lanes_are_shown_as_the_map_they_become_and_can_be_read_as_rows(app: App) -> None:
    screen = upload(app, "lanes.csv", "Stage,Before,There\nActions,I call,I arrive\nPain points,a,b\n")
    assert "episodes across, lanes down" in screen.said
    assert columns(screen) == {"Stage": "episode", "Actions": "moment", "Pain points": "pain_points"}
    assert counts(screen)["episodes"] == "2"
    screen.at("import", screen.file_uploader[0].value[0].file_id, "layout").set_value("rows").run()
    assert columns(screen) == {"Stage": "episode", "Before": "ignore", "There": "ignore"}


def test_json_of_another_program_is_read_too(app: App) -> None:
    screen = upload(app, "phases.json", '{"phases": [{"name": "Before", "steps": ["I call", "I wait"]}]}')
    screen.press("Make this map")
    assert app.service.maps.heads(app.owner)[0].moments == 2


def test_a_table_brings_a_map_up_to_date_and_one_undo_takes_it_back(app: App) -> None:
    screen = upload(app, "first.csv", "ID,Phase,Moment,Minutes,Need\na,Before,I call,5,know\nb,Before,I wait,,\n")
    screen.press("Make this map")
    map_id = app.service.maps.heads(app.owner)[0].id
    before = app.service.maps.journey(app.owner, map_id)
    screen = upload(app, "again.csv", "ID,Phase,Moment,Minutes,Need\na,Before,I phone,10,know\n,Before,I pay,,\n")
    next(box for box in screen.selectbox if box.label == "Where it goes").select_index(1).run()
    assert "I call · Minutes: 5.0 → 10.0" in screen.said
    assert "One thing is on the map, and not in the file" in [one.label for one in screen.expander]
    screen.press("Update this map")
    journey = app.service.maps.journey(app.owner, map_id)
    assert [moment.text for moment in journey.moments] == ["I phone", "I pay", "I wait"]
    assert journey.moments[0].id == "a"
    assert len(app.service.maps.heads(app.owner)) == 1
    app.service.changes.undo(app.owner, map_id)
    assert app.service.maps.journey(app.owner, map_id).tables["moments"] == before.tables["moments"]


def test_the_owner_can_put_a_new_map_straight_into_a_workshop(app: App) -> None:
    workshop = app.service.workshops.create(app.owner, "A day with ten").workshop
    screen = upload(app, "first.csv", "Phase,Moment\nBefore,I call\n")
    box = next(box for box in screen.selectbox if box.label == "Where it goes")
    assert box.options[:2] == ["a new map", "a new map in the workshop “A day with ten”"]
    box.select_index(1).run()
    screen.press("Make this map")
    assert [h.title for h in app.service.maps.heads(app.owner) if h.workshop_id == workshop.id and h.moments] == [
        "First"
    ]


def test_what_is_not_in_the_file_goes_only_where_somebody_says_so(app: App) -> None:
    screen = upload(app, "first.csv", "Phase,Moment\nBefore,I call\nBefore,I wait\n")
    screen.press("Make this map")
    map_id = app.service.maps.heads(app.owner)[0].id
    screen = upload(app, "again.csv", "Phase,Moment\nBefore,I call\n")
    next(box for box in screen.selectbox if box.label == "Where it goes").select_index(1).run()
    assert screen.named("Update this map").disabled
    next(one for one in screen.toggle if one.label == "Remove these from the map").set_value(True).run()
    screen.press("Update this map")
    assert [moment.text for moment in app.service.maps.journey(app.owner, map_id).moments] == ["I call"]


def test_what_was_chosen_about_the_map_is_written(app: App) -> None:
    screen = upload(app, "table.csv", SMALL)
    screen.named("Title", "text_input").set_value("De reis").run()
    screen.named("Persona", "text_input").set_value("Sam").run()
    screen.press("Make this map")
    head = app.service.maps.heads(app.owner)[0]
    assert (head.title, head.persona) == ("De reis", "Sam")


def test_a_row_that_cannot_be_read_is_named_and_nothing_can_be_written(app: App) -> None:
    screen = upload(app, "table.csv", "Episode,Moment,Emotion\nBefore,I call,-1\nBefore,I wait,7\nBefore,I go,2\n")
    assert "row 3, Emotion: " in screen.said
    assert "One thing has to be put right" in screen.said
    assert screen.named("Make this map").disabled
    assert app.service.maps.heads(app.owner) == []


def test_many_bad_rows_are_all_named_once(app: App) -> None:
    rows = "".join(f"Before,I wait {n},{n + 7}\n" for n in range(40))
    said = upload(app, "table.csv", f"Episode,Moment,Felt emotion\n{rows}").said
    assert "40 things have to be put right" in said
    for n in range(2, 42):
        assert said.count(f"row {n}, Felt emotion: ") == 1


AWKWARD = "<b>bold</b> *x* $y$ :tada:"


def test_what_a_file_says_is_shown_as_text(app: App) -> None:
    screen = upload(app, "<i>x.csv", f'Episode,Moment,{AWKWARD}\n"{AWKWARD}","{AWKWARD}",z\n')
    assert screen.said.count(AWKWARD) >= 3
    screen.press("Make this map")
    assert app.service.maps.heads(app.owner)[0].title == "<i>x"


# A journey document


def test_a_document_is_previewed_and_written_with_the_last_click(app: App) -> None:
    content = data("samples", "nature-park.en.as-is.json").read_bytes()
    screen = upload(app, "park.json", content)
    assert "Visiting a nature park" in screen.said
    assert int(counts(screen)["micro-moments"]) >= 50
    assert app.service.maps.heads(app.owner) == []
    screen.press("Make this map")
    head = app.service.maps.heads(app.owner)[0]
    assert to_bytes(app.service.maps.journey(app.owner, head.id)).count(b'"text"') > 100


def test_a_document_is_known_by_what_is_in_it(app: App) -> None:
    content = data("templates", "empty.en.json").read_bytes()
    assert "Make this map" in upload(app, "exported.txt", content).labels


# A pair, and what is here already


def pair_of_files(tmp_path: Path) -> tuple[bytes, bytes]:
    """The nature park and its to-be, as another installation exports them."""
    with closing(Service.of(House(store=new_store(tmp_path / "elsewhere.db"), secret=b"e" * 32))) as service:
        owner = service.people.owner()
        as_is = service.exchange.load_sample(owner, "nature-park")
        to_be = next(head.id for head in service.maps.heads(owner) if head.as_is_id == as_is)
        one, other = (service.exchange.export(owner, map_id, "json").content for map_id in (as_is, to_be))
    return one, other


def upload_all(app: App, *contents: bytes) -> Screen:
    """The import with these documents in it."""
    screen = app.open()
    screen.press("New map" if "New map" in screen.labels else "From a file")
    screen.at("new", "way").set_value("file").run()
    for n, content in enumerate(contents):
        screen.file_uploader[0].upload(f"{n}.json", content)
    screen.file_uploader[0].run()
    return screen


def linked(app: App) -> dict[str, str | None]:
    """The title of every map's as-is, by its own."""
    heads = {head.id: head for head in app.service.maps.heads(app.owner)}
    return {head.title: head.as_is_id and heads[head.as_is_id].title for head in heads.values()}


AS_IS, TO_BE = "Visiting a nature park", "Visiting a nature park, one plan for the day"


def test_a_pair_imported_together_stays_a_pair(app: App, tmp_path: Path) -> None:
    as_is, to_be = pair_of_files(tmp_path)
    screen = upload_all(app, to_be, as_is)
    assert f"Its as-is, “{AS_IS}”, comes along" in screen.said
    screen.press("Make these 2 maps")
    assert linked(app) == {AS_IS: None, TO_BE: AS_IS}


@pytest.mark.parametrize("as_is_first", [True, False])
def test_a_pair_imported_one_by_one_stays_a_pair(app: App, tmp_path: Path, as_is_first: bool) -> None:
    as_is, to_be = pair_of_files(tmp_path)
    first, second = (as_is, to_be) if as_is_first else (to_be, as_is)
    screen = upload_all(app, first)
    assert (f"It was designed from “{AS_IS}”, which is not here" in screen.said) is not as_is_first
    screen.press("Make this map")
    screen = upload_all(app, second)
    assert (f"Its as-is, “{AS_IS}”, is here" in screen.said) is as_is_first
    screen.press("Make this map")
    assert linked(app) == {AS_IS: None, TO_BE: AS_IS}


def test_the_as_is_is_asked_for_where_it_is_not_here(app: App, tmp_path: Path) -> None:
    _, to_be = pair_of_files(tmp_path)
    mine = app.new_map("How it is with us")
    screen = upload_all(app, to_be)
    screen.named("The as-is it was designed from", "selectbox").set_value(mine).run()
    screen.press("Make this map")
    assert linked(app)[TO_BE] == "How it is with us"


def test_a_map_that_is_here_already_is_left_out_unless_a_copy_is_wanted(app: App, tmp_path: Path) -> None:
    as_is, to_be = pair_of_files(tmp_path)
    upload_all(app, as_is).press("Make this map")
    screen = upload_all(app, as_is)
    assert f"“{AS_IS}” is here already" in screen.said
    assert "Open it" in screen.labels
    assert "Make this map" not in screen.labels
    screen = upload_all(app, as_is, to_be)
    screen.press("Make this map")
    assert linked(app) == {AS_IS: None, TO_BE: AS_IS}
    screen = upload_all(app, as_is)
    screen.named("Import it again, as a copy", "checkbox").check().run()
    screen.press("Make this map")
    assert [head.title for head in app.service.maps.heads(app.owner)].count(AS_IS) == 2


def test_a_table_that_is_here_already_is_said_and_made_again_only_when_that_is_wanted(app: App) -> None:
    upload(app, "table.csv", SMALL).press("Make this map")
    screen = upload(app, "again.csv", SMALL)
    assert "“Table” is here already" in screen.said
    assert screen.named("Make this map").disabled
    screen.named("Import it again, as a copy", "checkbox").check().run()
    screen.press("Make this map")
    assert len(app.service.maps.heads(app.owner)) == 2


def test_one_file_that_cannot_be_read_leaves_the_others(app: App, tmp_path: Path) -> None:
    as_is, _ = pair_of_files(tmp_path)
    screen = upload_all(app, as_is, b'{"a": 1}', as_is)
    assert "1.json: This is not a Journeymap file" in screen.said
    assert "The same map is in these files twice" in screen.said
    screen.press("Make this map")
    assert linked(app) == {AS_IS: None}


def test_tables_are_imported_one_at_a_time(app: App) -> None:
    screen = upload(app, "one.csv", SMALL)
    kind = "text/csv"
    screen.file_uploader[0].set_value([("one.csv", SMALL.encode(), kind), ("two.csv", b"Stap\nIk bel\n", kind)]).run()
    assert "Import tables one at a time" in screen.said
    assert "Make this map" not in screen.labels


# Bad files


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("none.csv", b"", "This file is empty."),
        ("header.csv", b"Episode,Moment\n", "This table has column names, but no rows under them."),
        ("no-header.csv", b"1,2,3\n4,5,6\n", "The first row looks like data, not like column names"),
        ("no-moment.csv", b"Colour,Taste\nred,sweet\ngreen,sour\n", "No column is chosen as"),
        ("excel.csv", excel(), "“excel.csv” cannot be opened: it is damaged, or no workbook"),
        ("old.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "“old.csv” cannot be opened"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(100), "is a picture"),
        ("letter.csv", b"{\\rtf1 hello}", "is a text document"),
        ("noise.csv", bytes(range(256)) * 40, "cannot be read as text"),
        ("page.csv", b"<!doctype html><html></html>", "is a web page"),
        ("other.json", b'{"a": 1}', "This is not a Journeymap file"),
        ("cut.json", b'{"format": "journeymap", "version": 1, "map"', "or it was cut off"),
        ("newer.json", b'{"format": "journeymap", "version": 99}', "was made by a newer Journeymap"),
        ("list.json", b"[1, 2]", "There is no list of steps"),
    ],
)
def test_a_bad_file_gets_its_sentence_and_nothing_is_written(
    app: App, name: str, content: bytes, sentence: str
) -> None:
    screen = upload(app, name, content)
    assert sentence in screen.said
    assert "Make this map" not in screen.labels
    assert app.service.maps.heads(app.owner) == []


def test_a_table_that_is_far_too_long_is_refused(app: App) -> None:
    rows = "".join(f"Before,I do {n}\n" for n in range(50_000))
    assert "Is it an event log?" in upload(app, "log.csv", f"Episode,Moment\n{rows}").said


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_are_read(app: App, encoding: str) -> None:
    screen = upload(app, "table.csv", "Fase;Stap\nVóór;Ik zoek één café\n".encode(encoding))
    assert "Ik zoek één café" in screen.said
    screen.press("Make this map")
    assert app.service.maps.heads(app.owner)[0].moments == 1


def test_texts_that_are_too_long_or_hold_hidden_characters_are_named_by_row(app: App) -> None:
    content = f"Episode,Moment\nBefore,{'x' * 10_000}\nBefore,a\x07b\n"
    screen = upload(app, "table.csv", content)
    assert "row 2, Moment: " in screen.said
    assert "row 3, Moment: " in screen.said
    assert screen.named("Make this map").disabled


def test_a_document_whose_reference_is_missing_says_where(app: App) -> None:
    content = {
        "format": "journeymap",
        "version": 1,
        "map": {"title": "A", "kind": "as-is", "language": "en"},
        "episodes": [{"title": "B", "moments": [{"text": "C", "touchpoints": [{"channel": "nowhere"}]}]}],
    }
    screen = upload(app, "map.json", json.dumps(content))
    assert "In episode 1, micro-moment 1, touchpoint 1" in screen.said
    assert app.service.maps.heads(app.owner) == []


def test_a_participant_cannot_reach_the_import(app: App) -> None:
    person = app.join(Role.PARTICIPANT)
    screen = app.open(person=person)
    assert not screen.file_uploader
    assert "From a file" not in screen.labels


def test_a_facilitators_import_lands_in_the_workshop(app: App) -> None:
    facilitator = app.join(Role.FACILITATOR)
    screen = upload(app, "table.csv", SMALL, person=facilitator)
    screen.press("Make this map")
    assert [head.workshop_id for head in app.service.maps.heads(facilitator)] == [facilitator.workshop_id]
