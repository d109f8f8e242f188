"""Every field of a micro-moment, as a person at the panel fills it in."""

from datetime import date

import pytest

from journeymap.domain.changes import Add, Remove, Set
from journeymap.domain.people import Role
from tests.support.app import App
from tests.support.mapping import at_map, pick_on


@pytest.mark.parametrize(
    ("part", "name", "value", "kept"),
    [
        ("what", "text", "  I ring the desk ", "I ring the desk"),
        ("what", "felt_valence", 0.7, 0.7),
        ("what", "felt_label", "relieved", "relieved"),
        ("what", "moment_of_truth", True, True),
        ("what", "optional", True, True),
        ("behind", "evidence_status", "validated", "validated"),
        ("behind", "evidence_by", "Marieke", "Marieke"),
        ("behind", "evidence_on", date(2025, 3, 1), date(2025, 3, 1)),
        ("more", "targeted_valence", 2.0, 2.0),
        ("more", "targeted_label", "proud, a little", "proud, a little"),
        ("more", "minutes", 12.5, 12.5),
        ("more", "notes", "First line\nsecond line", "First line\nsecond line"),
    ],
)
def test_a_field_is_saved_when_it_is_left_and_no_other_is_touched(
    app: App, part: str, name: str, value: object, kept: object
) -> None:
    desk = at_map(app).choose("moments", "call", part)
    before = desk.row("moments", "call")
    desk.write("moments", "call", name, value)
    assert desk.row("moments", "call") == before.with_values(**{name: kept})
    assert desk.field("moments", "call", name).value == kept


@pytest.mark.parametrize(("name", "value"), [("felt_valence", None), ("felt_label", None), ("minutes", None)])
def test_what_was_said_can_be_unsaid(app: App, name: str, value: object) -> None:
    said = Set(table="moments", id="call", field=name, value=1 if name != "felt_label" else "calm")
    desk = at_map(app, said).choose("moments", "call", "more" if name == "minutes" else "what")
    desk.write("moments", "call", name, value)
    assert getattr(desk.row("moments", "call"), name) in (None, "")


def test_a_face_sets_the_emotion(app: App) -> None:
    desk = at_map(app).choose("moments", "call")
    desk.screen.shows("face", f"jm-map-{desk.map_id}-moments-call-felt_valence").set_value(2).run()
    assert desk.row("moments", "call").felt_valence == 2.0
    assert desk.field("moments", "call", "felt_valence").value == 2.0


def test_a_face_that_is_looked_at_changes_nothing(app: App) -> None:
    desk = at_map(app).choose("moments", "call")
    before = desk.operations
    desk.choose("moments", "arrive").choose("moments", "call")
    assert desk.row("moments", "call").felt_valence == -1.5
    assert desk.operations == before


def test_a_word_of_the_wheel_says_how_good_or_bad_where_nobody_said_so(app: App) -> None:
    desk = at_map(app).choose("moments", "arrive").write("moments", "arrive", "felt_label", "frustrated")
    assert (desk.row("moments", "arrive").felt_label, desk.row("moments", "arrive").felt_valence) == (
        "frustrated",
        -1.4,
    )
    desk.choose("moments", "call").write("moments", "call", "felt_label", "proud")
    assert desk.row("moments", "call").felt_valence == -1.5


def test_a_blank_text_is_refused_at_the_field_and_nothing_is_written(app: App) -> None:
    desk = at_map(app).choose("moments", "call")
    before = desk.operations
    desk.write("moments", "call", "text", "  ")
    assert "it cannot be empty" in desk.screen.said
    assert desk.field("moments", "call", "text").value == "  "
    assert desk.operations == before
    desk.choose("moments", "arrive").choose("moments", "call")
    assert desk.field("moments", "call", "text").value == "  ", "the person's text stays, also after a look elsewhere"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("text", "x" * 10_000, "can hold 280 characters; this is 10,000"),
        ("text", "I call\x07", "a character that cannot be shown (U+0007)"),
        ("felt_label", "x" * 41, "can hold 40 characters"),
        ("felt_valence", 7.0, "runs from −2 (very bad) to +2 (very good)"),
    ],
)
def test_a_wrong_value_gets_its_sentence_and_stays_to_be_mended(
    app: App, name: str, value: object, sentence: str
) -> None:
    desk = at_map(app).choose("moments", "call")
    before = desk.journey
    desk.write("moments", "call", name, value)
    assert sentence in desk.screen.said
    assert desk.journey == before
    assert desk.field("moments", "call", name).value == value


def test_a_refused_text_can_be_mended_or_put_back(app: App) -> None:
    desk = at_map(app).choose("moments", "call").write("moments", "call", "text", "")
    desk.screen.press("Put back what was saved")
    assert desk.field("moments", "call", "text").value == "I call the desk"
    desk.write("moments", "call", "text", "").write("moments", "call", "text", "I ring")
    assert desk.row("moments", "call").text == "I ring"
    assert "it cannot be empty" not in desk.screen.said


def test_what_others_changed_shows_and_is_not_overwritten(app: App) -> None:
    desk = at_map(app).choose("moments", "call")
    desk.elsewhere(Set(table="moments", id="call", field="text", value="I send a letter"))
    desk.write("moments", "call", "felt_valence", 1.0)
    assert desk.row("moments", "call").text == "I send a letter"
    assert desk.field("moments", "call", "text").value == "I send a letter"


def test_whoever_replaces_a_text_they_had_not_seen_has_both_and_a_way_back(app: App) -> None:
    desk = at_map(app).choose("moments", "call")
    bob = app.join(Role.PARTICIPANT, desk.map_id)
    app.service.editing.change(bob, desk.map_id, [Set(table="moments", id="call", field="text", value="I <b>ring</b>")])
    desk.write("moments", "call", "text", "I send a letter")
    assert desk.row("moments", "call").text == "I send a letter"
    assert f"{bob.name} had just written something else here" in desk.screen.said
    desk.screen.press("Use that one")
    assert desk.row("moments", "call").text == "I <b>ring</b>"
    assert desk.field("moments", "call", "text").value == "I <b>ring</b>"
    assert "had just written something else" not in desk.screen.said


def test_undo_shows_in_the_field_what_was_there_before(app: App) -> None:
    desk = at_map(app).choose("moments", "call").write("moments", "call", "text", "I ring")
    desk.take_back("undo")
    assert desk.field("moments", "call", "text").value == "I call the desk"
    desk.take_back("redo")
    assert desk.field("moments", "call", "text").value == "I ring"


def test_what_is_left_as_it_was_is_not_written(app: App) -> None:
    desk = at_map(app).choose("moments", "call")
    before = desk.operations
    desk.write("moments", "call", "text", "I call the desk").write("moments", "call", "felt_valence", -1.5)
    assert desk.operations == before


def test_a_map_and_its_copy_keep_their_own_words_in_one_sitting(app: App) -> None:
    desk = at_map(app).choose("moments", "call").write("moments", "call", "text", "")
    copy = app.service.maps.duplicate(app.owner, desk.map_id)
    desk.screen.query_params["map"] = copy
    desk.screen.run()
    pick_on(desk.screen, copy, "moments", "call")
    assert desk.screen.shows("map", copy, "moments", "call", "text").value == "I call the desk"
    assert "it cannot be empty" not in desk.screen.said


def test_a_moment_that_somebody_removed_is_said_and_left(app: App) -> None:
    desk = at_map(app).choose("moments", "call").elsewhere(Remove(table="moments", id="call"))
    desk.write("moments", "call", "text", "I ring")
    assert "no longer on the map" in desk.screen.said
    assert desk.row("moments", "call") is None


def test_markdown_and_html_in_a_moment_are_only_text(app: App) -> None:
    wild = "**I** <b>call</b> :tada: [here](http://x) :red[now] $x$"
    desk = at_map(app, Set(table="moments", id="call", field="text", value=wild)).choose("moments", "call")
    assert wild in desk.screen.said
    assert wild not in "".join(str(button.label) for button in desk.screen.button)


def test_the_part_one_works_on_stays_from_one_moment_to_the_next(app: App) -> None:
    desk = at_map(app).choose("moments", "call", "behind")
    desk.press("map", "moments", "next")
    assert desk.screen.at("map", "part").value == "behind"
    assert desk.field("moments", "arrive", "evidence_by").value == ""


def test_moments_of_the_same_text_are_kept_apart_in_lists(app: App) -> None:
    twins = [Add(table="moments", id=i, parent="there", values={"text": "I pay"}) for i in ("pay-1", "pay-2")]
    desk = at_map(app, *twins).choose("moments", "arrive")
    desk.write("moments", "arrive", "after", "pay-2")
    assert desk.journey.siblings("moments", "there") == ("pay-1", "pay-2", "arrive")
