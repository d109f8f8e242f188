"""The summary: what came out, who goes on with it, and the end of a workshop."""

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Role
from journeymap.domain.model.workshop import StepKind
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.exchange.summary import summary_markdown
from tests.support.app import App
from tests.support.workshop_room import Held, hold


@pytest.fixture
def held(app: App) -> Held:
    """A workshop in which three people wrote, voted and decided."""
    it = hold(app, "Mila", "Otto", "Ravi")
    it.start(StepKind.MOMENTS)
    it.write("Mila", "m1", "I call the *desk*")
    it.write("Otto", "m2", "I wait")
    it.start(StepKind.VOTE)
    it.vote("Mila", "m1")
    it.vote("Otto", "m1")
    it.vote("Ravi", "m2")
    it.start(StepKind.VALIDATE)
    it.change("", Add(table="decisions", id="d", values={"text": "We confirm at once", "owner": "Otto"}))
    it.change("Otto", Add(table="parked", id="p", values={"text": "Too expensive", "kind": "parked"}))
    it.change("", Add(table="parked", id="n", values={"text": "Otto talks a lot", "kind": "note"}))
    return it


def test_it_says_what_was_made_decided_voted_set_aside_and_left_open(held: Held) -> None:
    said = held.open("summary").said
    for words in (
        "We confirm at once",
        "Too expensive",
        "Which decide?",
        "I call the *desk*",
        "2 micro-moments",
        "Mila",
    ):
        assert words in said
    assert "What does Marieke want to achieve" in said


def test_the_page_for_the_wall_is_one_click_away_and_names_nobody_where_nobody_is_to_be_named(held: Held) -> None:
    screen = held.open("summary")
    links = [one.url for one in screen.link_button]
    assert f"poster?workshop={held.workshop_id}" in links
    screen.at("summary", "anonymous").set_value(True).run()
    assert f"poster?workshop={held.workshop_id}&names=no" in [one.url for one in screen.link_button]


def test_the_curve_says_whose_it_is_which_chapter_is_where_and_what_decides(held: Held) -> None:
    held.change("", Add(table="episodes", id="f", values={"title": "<i>On the way</i>"}))
    values = {"text": "I get lost", "felt_valence": -2, "moment_of_truth": True}
    held.change("", Add(table="moments", id="lost", parent="f", values=values))
    held.change("", Add(table="moments", id="found", parent="f", values={"text": "I am there", "felt_valence": 2}))
    screen = held.open("summary")
    drawn = next(text for one in screen.get("html") if "data:image/svg+xml" in (text := str(getattr(one, "value", ""))))
    assert "&lt;i&gt;On the way&lt;/i&gt;</div>" in drawn
    assert "<i>" not in drawn
    assert "felt today" in drawn
    assert "aimed at" not in drawn, "nothing is aimed at yet"
    assert "Lowest (−2): “I get lost”." in drawn
    assert "1. I get lost :gray[−2]" in screen.said


def test_the_page_for_the_wall_has_one_name(held: Held) -> None:
    screen = held.open("summary")
    names = [one.label for one in (*screen.link_button, *screen.get("download_button"))]
    assert [name for name in names if "wall" in name] == ["Summary for the wall", "Summary for the wall (HTML file)"]


def test_what_is_not_on_the_map_is_said_once(held: Held) -> None:
    words = "The top 2 of the vote are not moments of truth yet"
    assert held.open("summary").said.count(words) == 1
    assert held.open("summary", held.people["Mila"]).said.count(words) == 1


def test_a_curve_that_nobody_felt_is_not_drawn(held: Held) -> None:
    said = held.open("summary").said
    assert "data:image/svg+xml" not in said
    assert "Nobody has said yet how it feels." in said


def test_a_private_note_stands_in_no_summary(held: Held) -> None:
    for person in (held.lead, held.people["Mila"]):
        assert "Otto talks a lot" not in held.open("summary", person).said


def test_without_names_nobody_is_named(held: Held) -> None:
    screen = held.open("summary")
    screen.at("summary", "anonymous").set_value(True).run()
    for name in ("Mila", "Otto", "Ravi"):
        assert name not in screen.said
    assert "3 participants" in screen.said


def test_the_next_review_and_the_owner_are_kept(held: Held) -> None:
    screen = held.open("summary")
    screen.at("summary", "owner", held.workshop_id).set_value("Ilse").run()
    screen.at("summary", "next_review", held.workshop_id).set_value("14 May").run()
    assert (held.now.owner, held.now.next_review) == ("Ilse", "14 May")
    assert "14 May" in held.open("summary", held.people["Mila"]).said


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_download_holds_it_all_and_text_stays_text(app: App, held: Held, language: str) -> None:
    found = app.service.workshops.summaries.summary(held.lead, held.workshop_id)
    text = summary_markdown(found, ["<b>open</b>"], language, held="today")
    for words in ("# A visit", "We confirm at once", r"I call the \*desk\*: 2", "Too expensive (Otto)", r"\<b\>open"):
        assert words in text
    assert "Otto talks a lot" not in text


def test_a_to_be_and_its_as_is_are_counted_each_for_itself(app: App, held: Held) -> None:
    to_be = app.service.maps.design_to_be(held.lead, held.map_id, "A better visit")
    app.service.changes.change(held.lead, to_be, [Add(table="moments", id="m3", parent="e", values={"text": "I see"})])
    found = app.service.workshops.summaries.summary(held.lead, held.workshop_id)
    text = summary_markdown(found, [], "en", held="today")
    assert "- A visit (As-is): one episode and 2 micro-moments\n" in text
    assert "- A better visit (To-be): one episode and 3 micro-moments\n" in text
    said = held.open("summary").said
    assert said.index("2 micro-moments") < said.index("3 micro-moments")
    assert "From as-is to to-be: kept 2 · new 1" in said


def test_closing_shows_everything_until_a_day_and_can_be_taken_back(held: Held) -> None:
    screen = held.open("summary").press("Leave it and close")
    assert held.now.closed_at is not None
    assert held.now.read_until is not None
    assert "up to and including" in screen.said
    screen.press("Reopen the workshop")
    assert held.now.closed_at is None


def test_closed_without_a_last_day_links_last_as_long_as_seats(held: Held) -> None:
    screen = held.open("summary")
    screen.at("summary", "forever").set_value(True).run()
    screen.press("Leave it and close")
    assert (held.now.closed_at is not None, held.now.read_until) == (True, None)


def test_whoever_took_part_reads_the_summary_and_ends_nothing(held: Held) -> None:
    held.app.service.workshops.facilitation.close(held.lead, held.workshop_id)
    screen = held.open("summary", held.people["Mila"])
    assert "We confirm at once" in screen.said
    assert "Reopen the workshop" not in screen.labels
    assert "Erase all names" not in screen.labels


def test_names_are_erased_only_when_the_code_was_typed(app: App, held: Held) -> None:
    screen = held.open("summary")
    screen.at("summary", "look").set_value(True).run()
    assert "Otto talks a lot" not in screen.said, "a facilitator's own note is on no projector"
    assert "Hidden: it is not shown here." in screen.said
    assert screen.named("Erase all names").disabled
    screen.at("summary", "typed").set_value(held.now.join_code.lower()).run()
    screen.press("Erase all names")
    names = [one.name for one in app.service.workshops.admission.everybody(app.owner, held.workshop_id)]
    assert names == [f"Participant {n}" for n in range(1, 5)]
    assert "Mila" not in screen.said
    assert "We confirm at once" in screen.said


def test_an_empty_workshop_has_a_summary_too(app: App) -> None:
    it = hold(app)
    said = it.open("summary").said
    assert "No decision was written down." in said


def test_nobody_of_another_workshop_reads_it(app: App, held: Held) -> None:
    other = hold(app, title="Another")
    screen = app.open("summary", other.join("Eva", Role.OBSERVER), workshop=held.workshop_id)
    assert "No summary to show" in screen.said
    assert "We confirm at once" not in screen.said
