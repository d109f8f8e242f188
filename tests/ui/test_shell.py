"""The shell and the frame: who gets in, which pages there are, in which language, about which map."""

from dataclasses import replace
from pathlib import Path

import pytest

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Role
from journeymap.domain.text.catalogue import LANGUAGES, known
from journeymap.domain.text.errors import invalid
from journeymap.domain.text.resources import home
from journeymap.settings import AskOwner
from journeymap.ui import navigation
from journeymap.ui.navigation import OWNERS, PAGES, ROOMS, Page
from journeymap.ui.plain_text import plain
from tests.support.app import App, Visit, app_in, unmarked

ELSEWHERE = Visit(host="maps.example.org", remote_ip="203.0.113.7")
NAMES = [page.name for page in PAGES if page.name != "home"]
AWKWARD = [
    "A <b>bold</b> & <img src=x onerror=alert(1)>",
    "*stars* _under_ `code` ~~strike~~ [link](http://example.org) $x^2$",
    "1. One # two > three | four",
    "https://www.example.org and me@example.org",
    ":tada: :material/home: :red[red] A -> B",
    "زيارة إلى الحديقة",
    "🌳👩‍👩‍👧 A day out",
    "W" * 120,
]


def test_a_stranger_sees_one_sentence_and_the_way_in(app: App) -> None:
    app.new_map("Secret map")
    screen = app.open(visit=ELSEWHERE)
    assert "Join with your workshop’s code" in screen.said
    assert screen.link_button[0].url == "join"
    assert "Secret map" not in screen.said
    assert not screen.button


@pytest.mark.parametrize("page", NAMES)
def test_no_page_can_be_opened_past_the_guard(app: App, page: str) -> None:
    map_id = app.new_map("Secret map")
    screen = app.open(page, visit=ELSEWHERE, map=map_id)
    assert "Secret map" not in screen.said
    assert not screen.button


def test_a_forged_seat_is_nobodys(app: App) -> None:
    assert "Join with your workshop’s code" in app.open(visit=replace(ELSEWHERE, seat="owner.forged.seat")).said


def test_whoever_sits_at_this_machine_is_the_owner_only_where_nobody_is_asked(tmp_path: Path) -> None:
    for asks, let_in in ((AskOwner.NEVER, True), (AskOwner.ONCE, False)):
        with app_in(tmp_path / asks, ask_owner=asks) as there:
            assert ("You are here as owner" in there.open(visit=Visit()).said) is let_in


def test_a_proxied_visit_is_not_local(app: App) -> None:
    assert "You are here" not in app.open(visit=Visit(more={"X-Forwarded-For": "203.0.113.7"})).said


def test_everybody_reads_who_they_are_and_in_which_role(app: App) -> None:
    person = app.join(Role.OBSERVER, name="Olaf *the* <b>")
    said = app.open(person=person).said
    assert "Olaf *the* <b>" in said
    assert "You are here as observer, in “Workshop”" in said


@pytest.mark.parametrize(
    ("browser", "title"), [("nl-NL", "Klantreizen"), ("en-GB", "Journey maps"), ("de", "Journey maps")]
)
def test_the_browsers_language_is_the_first_one(app: App, browser: str, title: str) -> None:
    assert app.open(language=browser).title[0].value == title


def test_the_chosen_language_is_kept_from_page_to_page(app: App) -> None:
    map_id = app.new_map()
    screen = app.open()
    screen.at("shell", "language").set_value("nl").run()
    assert screen.title[0].value == "Klantreizen"
    screen.query_params["map"] = map_id
    screen.switch_page("../../pages/history.py").run()
    assert "Vandaag" in screen.said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_name_and_says_what_it_is_good_for(language: str) -> None:
    wanted = [f"shell-page-{page.name}{end}" for page in (*PAGES, *ROOMS, *OWNERS) for end in ("", "-help")]
    missing = [key for key in wanted if not known(key, language)]
    assert missing == [], f"Add these texts to data/texts/{language}/: {', '.join(missing)}"


def test_every_page_has_its_file_and_every_file_its_place_in_the_navigation() -> None:
    assert {page.name for page in (*PAGES, *ROOMS, *OWNERS)} == {path.stem for path in (home() / "pages").glob("*.py")}


def test_a_page_that_nobody_has_named_takes_no_other_one_down_with_it(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    nameless = Page("nameless", ":material/visibility:")
    there = Page.file.fget  # type: ignore[attr-defined]
    file = property(lambda page: there(Page("compare", "") if page == nameless else page))
    monkeypatch.setattr(Page, "file", file)
    monkeypatch.setattr(navigation, "PAGES", (*(page for page in PAGES if page.name != "compare"), nameless))
    assert "No maps yet" in app.open().said
    assert (nameless.title, nameless.help) == ("Nameless", None)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("page", NAMES)
def test_every_page_opens_in_both_languages(app: App, page: str, language: str) -> None:
    map_id = app.new_map(
        "A visit",
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="moments", id="m", parent="e", values={"text": "I call"}),
    )
    assert "A visit" in app.open(page, language=language, map=map_id).said


@pytest.mark.parametrize("page", NAMES)
def test_a_page_without_a_map_offers_the_maps(app: App, page: str) -> None:
    map_id = app.new_map("A visit")
    screen = app.open(page)
    assert "Choose a map first" in screen.said
    screen.press("A visit")
    assert "Choose a map first" not in screen.said
    assert screen.query_params["map"] == map_id


def test_a_map_that_is_gone_is_said_and_others_are_offered(app: App) -> None:
    app.new_map("A visit")
    screen = app.open("history", map="nowhere")
    assert "This map cannot be shown" in screen.said
    assert "A visit" in screen.labels


def test_another_workshops_map_is_not_shown(app: App) -> None:
    map_id = app.new_map("Secret map")
    screen = app.open("history", app.join(Role.PARTICIPANT), map=map_id)
    assert "This belongs to a workshop that you are not in." in screen.said
    assert "Secret map" not in screen.said


@pytest.mark.parametrize("title", AWKWARD)
def test_a_title_is_shown_as_it_was_typed(app: App, title: str) -> None:
    map_id = app.new_map(title, persona=title[:80])
    screen = app.open("history", map=map_id)
    assert unmarked(screen.subheader[0].value) == title
    assert title in app.open("graph").labels


@pytest.mark.parametrize("text", AWKWARD)
def test_nothing_of_a_typed_text_is_left_to_markdown(text: str) -> None:
    escaped = plain(text)
    assert unmarked(escaped) == text
    for at, character in enumerate(escaped):
        if character in "*_`[]<>$~|#:&":
            assert escaped[at - 1] == "\\"
    assert ":tada:" not in escaped.replace("\\", "")
    assert ":material/" not in escaped.replace("\\", "")
    for address in ("https://", "www.", "@example"):
        assert address not in escaped.replace("\\", "")


def test_lines_stay_lines_and_no_line_becomes_code() -> None:
    assert plain("one\n    two") == "one  \ntwo"


def test_the_as_is_and_its_to_be_are_one_click_apart(app: App) -> None:
    as_is = app.new_map("A visit")
    screen = app.open("history", map=as_is)
    screen.press("Design the to-be")
    to_be = screen.query_params["map"]
    assert to_be != as_is
    assert "The to-be is ready." in screen.said
    screen.at("frame", "counterpart", to_be).set_value(as_is).run()
    assert screen.query_params["map"] == as_is
    assert unmarked(screen.subheader[0].value) == "A visit"
    screen.at("frame", "counterpart", as_is).set_value(to_be).run()
    assert screen.query_params["map"] == to_be


def test_several_to_bes_are_told_apart_by_number(app: App) -> None:
    as_is = app.new_map("A visit")
    ids = [app.service.maps.design_to_be(app.owner, as_is) for _ in range(2)]
    switch = app.open("history", map=as_is).at("frame", "counterpart", as_is)
    assert switch.options == ["As-is", "To-be 1", "To-be 2"]
    assert set(ids) <= {head.id for head in app.service.maps.heads(app.owner)}


def test_undo_and_redo_take_back_my_own_change(app: App) -> None:
    map_id = app.new_map("A visit")
    app.service.changes.change(app.owner, map_id, [Set(table="maps", id=map_id, field="title", value="Another")])
    screen = app.open("history", map=map_id)
    assert screen.at("frame", "redo").disabled
    screen.at("frame", "undo").click().run()
    assert unmarked(screen.subheader[0].value) == "A visit"
    assert "Your last change is undone." in screen.said
    screen.at("frame", "redo").click().run()
    assert unmarked(screen.subheader[0].value) == "Another"


def test_that_there_is_a_map_cannot_be_undone(app: App) -> None:
    screen = app.open("history", map=app.new_map("A visit"))
    assert screen.at("frame", "undo").disabled
    assert screen.at("frame", "undo").help == "Nothing of yours to undo"


def test_an_undo_that_is_too_late_is_said_and_changes_nothing(app: App) -> None:
    map_id = app.new_map("A visit")
    somebody = app.join(Role.PARTICIPANT, map_id)
    change = Set(table="maps", id=map_id, field="title", value="Mine")
    app.service.changes.change(app.owner, map_id, [change])
    app.service.changes.change(somebody, map_id, [change.model_copy(update={"value": "Theirs"})])
    screen = app.open("history", map=map_id)
    screen.at("frame", "undo").click().run()
    assert "This cannot be undone: somebody has changed “title” since." in screen.said
    assert unmarked(screen.subheader[0].value) == "Theirs"


def test_an_observer_sees_the_map_and_no_button_that_would_be_refused(app: App) -> None:
    map_id = app.new_map("A visit")
    screen = app.open("history", app.join(Role.OBSERVER, map_id), map=map_id)
    assert "A visit" in screen.said
    assert not {"Share", "Design the to-be"} & set(screen.labels)
    with pytest.raises(KeyError):
        screen.at("frame", "undo")


def test_a_participant_may_undo_but_neither_share_nor_design(app: App) -> None:
    map_id = app.new_map("A visit")
    screen = app.open("history", app.join(Role.PARTICIPANT, map_id), map=map_id)
    assert screen.at("frame", "undo").disabled
    assert not {"Share", "Design the to-be"} & set(screen.labels)


def test_an_archived_map_can_be_looked_at_and_restored(app: App) -> None:
    map_id = app.new_map("A visit")
    app.service.maps.archive(app.owner, map_id)
    screen = app.open("history", map=map_id)
    assert "This map is in the archive" in screen.said
    assert "Design the to-be" not in screen.labels
    screen.press("Restore")
    assert "This map is in the archive" not in screen.said
    assert app.service.maps.head(app.owner, map_id).archived_at is None


def test_a_page_that_breaks_says_one_sentence_and_no_traceback(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    map_id = app.new_map("A visit")
    screen = app.open("history", map=map_id)
    monkeypatch.setattr("journeymap.ui.screens.history.screen.read_page", lambda *_, **__: 1 / 0)
    screen.may_fail = True
    screen.run()
    assert "Something went wrong on this page, but nothing of yours is lost." in screen.said
    assert "ZeroDivisionError" not in screen.said


def test_a_refusal_that_no_screen_expected_is_still_a_sentence(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = app.open("history", map=app.new_map("A visit"), language="nl")

    def closed(*_: object, **__: object) -> None:
        raise invalid("redo-nothing")

    monkeypatch.setattr("journeymap.ui.screens.history.screen.read_page", closed)
    screen.run()
    assert "Er is niets om opnieuw te doen." in screen.said
