"""The panel of a row, in real Chromium: every field is saved when it is left, is always live, and says its refusal."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.axe import findings
from tests.support.board_page import Hall, Visit, hall
from tests.support.journeys import FULL
from tests.support.panel_page import Sheet

SPARE = 110


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    database = tmp_path_factory.mktemp("panel") / "journeymap.db"
    with hall(database, "Bob", journey=FULL[1:-1], spare=SPARE) as it:
        yield it


@pytest.fixture
def sheet(room: Hall, visit: Visit) -> Sheet:
    return Sheet.on(room, visit)


@pytest.mark.parametrize(
    ("part", "name", "typed", "kept"),
    [
        ("what", "text", "  I ring the desk ", "I ring the desk"),
        ("what", "felt_valence", "0.7", 0.7),
        ("what", "felt_valence", "-0,3", -0.3),
        ("what", "felt_label", "relieved", "relieved"),
        ("behind", "evidence_by", "Marieke", "Marieke"),
        ("behind", "evidence_on", "2025-03-01", "2025-03-01"),
        ("more", "targeted_valence", "2", 2.0),
        ("more", "targeted_label", "proud, a little", "proud, a little"),
        ("more", "minutes", "12.5", 12.5),
        ("more", "notes", "First line\nsecond line", "First line\nsecond line"),
    ],
)
def test_a_field_is_saved_when_it_is_left_and_no_other_is_touched(
    sheet: Sheet, part: str, name: str, typed: str, kept: object
) -> None:
    before, written = sheet.row("moments", "call"), sheet.revision
    sheet.choose("moments", "call", part).write("call", name, typed)
    assert sheet.row("moments", "call") == {**(before or {}), name: kept}
    assert sheet.revision == written + 1
    shown = sheet.box(name, "call").input_value()
    assert shown == (kept if isinstance(kept, str) else f"{kept:g}")


@pytest.mark.parametrize(("part", "name"), [("what", "moment_of_truth"), ("what", "optional")])
def test_a_switch_is_saved_at_once(sheet: Sheet, part: str, name: str) -> None:
    sheet.choose("moments", "call", part)
    sheet.box(name, "call").click()
    expect(sheet.box(name, "call")).to_be_checked()
    sheet.board.settled()
    assert (sheet.row("moments", "call") or {})[name] is True


def test_a_choice_is_saved_at_once_also_by_the_arrow_keys(sheet: Sheet) -> None:
    sheet.choose("moments", "call", "behind")
    group = sheet.element.locator('[data-field="evidence_status"] input')
    group.first.focus()
    sheet.board.page.keyboard.press("ArrowRight")
    sheet.board.settled()
    assert (sheet.row("moments", "call") or {})["evidence_status"] == "internal"


@pytest.mark.parametrize(
    ("part", "name", "said"), [("what", "felt_valence", -1.5), ("what", "felt_label", "calm"), ("more", "minutes", 3)]
)
def test_what_was_said_can_be_unsaid(sheet: Sheet, part: str, name: str, said: object) -> None:
    sheet.board.do("({ model }, name, value) => model.set('moments', 'call', name, value)", name, said)
    sheet.choose("moments", "call", part).write("call", name, "")
    assert (sheet.row("moments", "call") or {})[name] in (None, "")


# The feeling


def test_a_face_sets_the_emotion_and_the_same_face_unsays_it(sheet: Sheet) -> None:
    sheet.choose("moments", "call")
    sheet.faces("felt").nth(4).click()
    sheet.board.settled()
    assert (sheet.row("moments", "call") or {})["felt_valence"] == 2.0
    assert sheet.box("felt_valence", "call").input_value() == "2"
    sheet.faces("felt").nth(4).click()
    sheet.board.settled()
    assert (sheet.row("moments", "call") or {})["felt_valence"] is None


@pytest.mark.parametrize(("valence", "face"), [(0.5, 3), (-1.5, 0), (0.4, 2), (-0.5, 1)])
def test_the_face_of_the_panel_is_the_face_of_the_card(sheet: Sheet, valence: float, face: int) -> None:
    sheet.board.do("({ model }, value) => model.set('moments', 'call', 'felt_valence', value)", valence)
    sheet.choose("moments", "call")
    expect(sheet.faces("felt").nth(face)).to_have_attribute("aria-pressed", "true")
    expect(sheet.element.locator(".face-choice[aria-pressed=true]")).to_have_count(1)
    expect(sheet.board.card("call").locator(".face").first).to_have_attribute("data-step", str(face))


def test_a_word_of_the_wheel_says_how_good_or_bad_where_nobody_said_so(sheet: Sheet) -> None:
    sheet.choose("moments", "arrive").write("arrive", "felt_label", "frustrated")
    row = sheet.row("moments", "arrive") or {}
    assert (row["felt_label"], row["felt_valence"]) == ("frustrated", -1.4)
    sheet.choose("moments", "call").write("call", "felt_label", "proud")
    assert (sheet.row("moments", "call") or {})["felt_valence"] == -1.5


def test_a_word_is_chosen_from_the_wheels_with_the_keyboard(sheet: Sheet) -> None:
    sheet.choose("moments", "call")
    box = sheet.box("felt_label", "call")
    box.focus()
    box.type("frustr")
    sheet.board.page.keyboard.press("ArrowDown")
    sheet.board.page.keyboard.press("Enter")
    sheet.board.settled()
    assert (sheet.row("moments", "call") or {})["felt_label"] == "frustrated"


# What is refused


def test_a_blank_text_is_refused_at_the_field_and_nothing_is_written(sheet: Sheet) -> None:
    before = sheet.revision
    sheet.choose("moments", "call").write("call", "text", "")
    reason = sheet.element.locator(".main .reason")
    expect(reason).to_contain_text("it cannot be empty")
    assert sheet.revision == before
    expect(sheet.board.page.locator(".notice")).to_have_count(0)
    sheet.choose("moments", "arrive").choose("moments", "call")
    expect(reason).to_contain_text("it cannot be empty")
    expect(sheet.box("text", "call")).to_have_value("")


@pytest.mark.parametrize(
    ("part", "name", "typed", "sentence"),
    [
        ("what", "text", "x" * 10_000, "At most 280 characters: 9720 too many."),
        ("what", "felt_label", "x" * 41, "At most 40 characters: one too many."),
        ("more", "notes", "é" * 4001, "At most 4000 characters: one too many."),
        ("what", "felt_valence", "7", "runs from −2 (very bad) to +2 (very good)"),
        ("more", "minutes", "a while", "cannot hold that kind of value"),
    ],
)
def test_a_wrong_value_gets_its_sentence_and_stays_to_be_mended(
    sheet: Sheet, part: str, name: str, typed: str, sentence: str
) -> None:
    before = sheet.revision
    sheet.choose("moments", "call", part).write("call", name, typed)
    expect(sheet.element.locator(f'.refused[data-field="{name}"] .reason')).to_contain_text(sentence)
    assert sheet.revision == before
    expect(sheet.box(name, "call")).to_have_value(typed)


def test_what_is_too_long_is_told_while_one_types_and_counted_as_people_see_it(sheet: Sheet) -> None:
    before = sheet.revision
    sheet.choose("moments", "call")
    box, left = sheet.box("text", "call"), sheet.element.locator(".main .left")
    box.fill("👩‍👩‍👧" * 270)
    expect(left).to_have_text("10")
    box.fill("👩‍👩‍👧" * 281)
    expect(left).to_have_text("At most 280 characters: one too many.")
    expect(box).to_have_attribute("aria-invalid", "true")
    box.press("Enter")
    expect(sheet.element.locator(".main .reason")).to_contain_text("one too many")
    expect(left).to_be_hidden()
    expect(box).to_have_value("👩‍👩‍👧" * 281)
    sheet.board.settled()
    assert sheet.revision == before
    sheet.write("call", "text", "👩‍👩‍👧" * 280)
    assert (sheet.row("moments", "call") or {})["text"] == "👩‍👩‍👧" * 280
    expect(sheet.element.locator(".main .reason")).to_be_hidden()


def test_what_is_too_long_stays_with_its_row_until_it_is_shortened(sheet: Sheet) -> None:
    sheet.choose("moments", "call").write("call", "text", "x" * 281)
    sheet.choose("moments", "arrive")
    expect(sheet.element.locator(".main .reason")).to_be_hidden()
    sheet.choose("moments", "call")
    expect(sheet.box("text", "call")).to_have_value("x" * 281)
    expect(sheet.element.locator(".main .reason")).to_contain_text("one too many")
    assert (sheet.row("moments", "call") or {})["text"] == "I call the desk"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" I\tcall \n the\vdesk ", "I call the desk again"),
        ("I call\x07 the\u2028desk", "I call the desk again"),
        ("I call the cafe\u0301", "I call the café again"),
    ],
)
def test_a_text_becomes_one_line_as_it_does_on_the_card(sheet: Sheet, typed: str, kept: str) -> None:
    sheet.choose("moments", "call").write("call", "text", f"{typed} again")
    sheet.add("needs", f"{typed} again")
    assert (sheet.row("moments", "call") or {})["text"] == kept
    assert sheet.names("needs", "call")[-1] == kept


# Keys


def test_the_enter_that_confirms_a_word_of_an_input_method_sends_nothing(sheet: Sheet) -> None:
    before = sheet.revision
    sheet.choose("moments", "call")
    places = (sheet.box("text", "call"), sheet.box("felt_label", "call"))
    lines = (sheet.element.locator('[data-adds="needs"]'), sheet.element.locator(".channels-of input"))
    for box in (*places, *lines):
        box.fill("日本語を")
        for how in ({"isComposing": True}, {"isComposing": False}):
            enter = {"key": "Enter", "keyCode": 229, "bubbles": True, "cancelable": True, "composed": True, **how}
            box.evaluate("(box, how) => box.dispatchEvent(new KeyboardEvent('keydown', how))", enter)
        expect(box).to_be_focused()
        expect(box).to_have_value("日本語を")
        assert sheet.board.do("({ model }) => [model.revision, model.queued]") == [before, 0]
        box.press("Escape")
        box.press("Escape")


def test_no_key_that_is_pressed_in_the_panel_reaches_the_page(sheet: Sheet) -> None:
    sheet.choose("moments", "call")
    sheet.board.page.evaluate(
        "() => { globalThis.reached = []; for (const name of ['keydown', 'keypress', 'keyup'])"
        " document.addEventListener(name, ({ key }) => reached.push(key)); }"
    )
    for place in (sheet.box("text", "call"), sheet.faces("felt").first, sheet.element.locator('[data-act="place"]')):
        place.focus()
        for key in ("r", "c", "Escape"):
            sheet.board.page.keyboard.press(key)
            place.focus()
    assert sheet.board.page.evaluate("() => reached") == []


def test_undo_is_pressed_in_the_panel_as_on_the_board(sheet: Sheet) -> None:
    sheet.choose("moments", "call")
    for change in (sheet.faces("felt").nth(4), sheet.box("optional", "call")):
        before = sheet.row("moments", "call")
        change.click()
        sheet.board.settled()
        assert sheet.row("moments", "call") != before
        sheet.board.page.keyboard.press("Control+z")
        sheet.board.settled()
        assert sheet.row("moments", "call") == before


def test_whatever_one_writes_in_says_which_field_of_which_row_it_is(sheet: Sheet) -> None:
    for table, row, parts in (("moments", "call", ("what", "behind", "more")), ("episodes", "there", ("",))):
        for part in parts:
            sheet.choose(table, row, part)
            expect(sheet.element).to_have_attribute("data-table", table)
            expect(sheet.element).to_have_attribute("data-id", row)
            unnamed = (
                "(panel) => [...panel.querySelectorAll('input, textarea, select, .face-choice')].filter((one) =>"
                " !one.matches('.parts input, [data-adds], .channels-of input')"
                " && !(one.dataset.table && one.dataset.row && one.dataset.field)).map((one) => one.outerHTML)"
            )
            assert sheet.element.evaluate(unnamed) == []
            assert sheet.element.locator(".adder input:not([data-adds][data-parent])").count() == 0
    assert sheet.element.locator("[data-face]").evaluate_all("(all) => all.map((one) => one.dataset.face)") == [
        *("-2", "-1", "0", "1", "2")
    ]


def test_a_refused_text_can_be_mended_or_put_back(sheet: Sheet) -> None:
    sheet.choose("moments", "call").write("call", "text", "")
    sheet.element.get_by_role("button", name="Put back what was saved").click()
    expect(sheet.box("text", "call")).to_have_value("I call the desk")
    sheet.write("call", "text", "").write("call", "text", "I ring")
    assert (sheet.row("moments", "call") or {})["text"] == "I ring"
    expect(sheet.element.locator(".main .reason")).to_be_hidden()


# Others, and time


def test_everything_in_the_panel_is_live(sheet: Sheet, visit: Visit) -> None:
    sheet.choose("moments", "call")
    bob = sheet.elsewhere(
        visit,
        "Bob",
        """({ model }) => {
          model.set("moments", "call", "text", "I send a letter");
          model.set("moments", "call", "felt_valence", 1.5);
          model.set("moments", "call", "optional", true);
          model.add("touchpoints", { channel: "desk", notes: "", origin: null }, { parent: "call", after: undefined });
          model.set("needs", "sure", "text", "certainty");
        }""",
    )
    expect(sheet.box("text", "call")).to_have_value("I send a letter")
    expect(sheet.box("felt_valence", "call")).to_have_value("1.5")
    expect(sheet.faces("felt").nth(4)).to_have_attribute("aria-pressed", "true")
    expect(sheet.box("optional", "call")).to_be_checked()
    expect(sheet.element.locator(".chip")).to_have_text(["Phone×", "Desk×"])
    expect(sheet.box("text", "sure")).to_have_value("certainty")
    bob.do("({ model }) => model.remove('needs', 'sure')")
    expect(sheet.element.locator('[data-child="sure"]')).to_have_count(0)


def test_undo_shows_in_the_field_what_was_there_before(sheet: Sheet) -> None:
    sheet.choose("moments", "call").write("call", "text", "I ring")
    sheet.board.do("({ model }) => model.undo()")
    expect(sheet.box("text", "call")).to_have_value("I call the desk")
    sheet.board.do("({ model }) => model.redo()")
    expect(sheet.box("text", "call")).to_have_value("I ring")


def test_what_is_half_typed_stays_while_others_change_the_same_field_and_both_texts_are_told(
    sheet: Sheet, visit: Visit
) -> None:
    sheet.choose("moments", "call")
    box = sheet.box("text", "call")
    box.fill("I send a letter")
    sheet.elsewhere(visit, "Bob", "({ model }) => model.set('moments', 'call', 'text', 'I <b>ring</b>')")
    expect(sheet.board.card("call")).to_contain_text("I <b>ring</b>")
    expect(box).to_have_value("I send a letter")
    box.blur()
    sheet.board.settled()
    assert (sheet.row("moments", "call") or {})["text"] == "I send a letter"
    notice = sheet.board.page.locator(".notice")
    expect(notice).to_contain_text("Bob had just written something else here")
    expect(notice.locator(".detail")).to_have_text("I <b>ring</b>")
    notice.get_by_role("button", name="Use that one").click()
    expect(box).to_have_value("I <b>ring</b>")


def test_escape_gives_up_what_was_typed_and_then_goes_back_to_the_card(sheet: Sheet) -> None:
    before = sheet.revision
    sheet.choose("moments", "call")
    sheet.board.do("({ board }) => board.focusCard('call')")
    sheet.board.page.keyboard.press("p")
    box = sheet.box("text", "call")
    expect(box).to_be_focused()
    box.fill("something else")
    box.press("Escape")
    expect(box).to_have_value("I call the desk")
    expect(box).to_be_focused()
    box.press("Escape")
    expect(sheet.board.card("call")).to_be_focused()
    sheet.board.settled()
    assert sheet.revision == before


def test_what_is_left_as_it_was_is_not_written(sheet: Sheet) -> None:
    before = sheet.revision
    sheet.choose("moments", "call")
    for name, typed in (("text", "I call the desk"), ("text", " I call the  desk "), ("felt_valence", "-1.50")):
        sheet.write("call", name, typed)
    for part in ("behind", "more", "what"):
        sheet.part(part)
    sheet.choose("episodes", "before").choose("moments", "arrive").choose("moments", "call")
    assert sheet.revision == before


def test_what_is_half_typed_goes_to_its_own_row_when_another_is_chosen(sheet: Sheet) -> None:
    sheet.choose("moments", "call")
    sheet.box("text", "call").fill("I ring")
    sheet.choose("moments", "arrive")
    sheet.board.settled()
    assert (sheet.row("moments", "call") or {})["text"] == "I ring"
    assert (sheet.row("moments", "arrive") or {})["text"] == "I arrive"


def test_text_typed_into_a_moment_that_somebody_removed_is_said_and_kept_in_sight(sheet: Sheet, visit: Visit) -> None:
    sheet.choose("moments", "call")
    sheet.box("text", "call").fill("I ring the desk")
    sheet.elsewhere(visit, "Bob", "({ model }) => model.remove('moments', 'call')")
    expect(sheet.board.page.locator(".notice .detail")).to_have_text("I ring the desk")
    expect(sheet.element).to_be_hidden()


@pytest.mark.parametrize("text", ["م" * 280, "🌳👩‍👩‍👧 " * 30, "x" * 280, "**I** <b>call</b> :tada: [x](http://x) $x$"])
def test_any_text_is_only_text_and_is_seen_whole(sheet: Sheet, text: str) -> None:
    sheet.choose("moments", "call").write("call", "text", text)
    box = sheet.box("text", "call")
    expect(box).to_have_value(text.strip())
    assert box.evaluate("(box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1")
    wide = "(panel) => panel.scrollWidth <= panel.clientWidth"
    assert sheet.element.evaluate(wide)


def test_the_part_one_works_on_stays_from_one_moment_to_the_next(sheet: Sheet) -> None:
    sheet.choose("moments", "call", "behind").act("next")
    expect(sheet.element.locator(".count").first).to_have_text("2 / 2")
    expect(sheet.box("evidence_by", "arrive")).to_be_visible()
    sheet.act("previous")
    expect(sheet.box("evidence_by", "call")).to_be_visible()
    sheet.act("close")
    expect(sheet.element).to_be_hidden()


# What stands under a row

CHILDREN = [
    ("needs", "moments", "call", "what", "sure"),
    ("pain_points", "moments", "call", "behind", "waiting"),
    ("backstage_steps", "moments", "call", "behind", "planning"),
    ("communications", "episodes", "there", "", "welcome"),
]
"""Table, the table and id of the parent, the part of its panel, and a row that is there."""


@pytest.mark.parametrize(("table", "parents", "parent", "part", "there"), CHILDREN)
def test_rows_are_added_edited_moved_and_removed_and_come_back(
    sheet: Sheet, table: str, parents: str, parent: str, part: str, there: str
) -> None:
    sheet.choose(parents, parent, part).add(table, "second").add(table, "third").add(table, "   ")
    assert sheet.names(table, parent)[1:] == ["second", "third"]
    line = sheet.element.locator(f'[data-table="{table}"] .adder input')
    expect(line).to_be_focused()
    sheet.write(there, "text", "Other words")
    assert (sheet.row(table, there) or {})["text"] == "Other words"
    sheet.write(there, "text", "")
    expect(sheet.element.locator(f'[data-child="{there}"] .reason').first).to_contain_text("it cannot be empty")
    sheet.element.get_by_role("button", name="Put back what was saved").click()
    second, third = (row["id"] for row in sheet.hall.rows(table, sheet.map_id) if row["text"] in ("second", "third"))
    sheet.menu(third, "up")
    assert sheet.names(table, parent) == ["Other words", "third", "second"]
    sheet.menu(there, "down")
    assert sheet.names(table, parent) == ["third", "Other words", "second"]
    before = sheet.revision
    sheet.menu(third, "up").menu(second, "down")
    assert sheet.revision == before, "at an end there is nowhere to go"
    sheet.menu(there, "remove")
    assert sheet.row(table, there) is None
    sheet.board.page.locator(".notice button", has_text="Undo").click()
    sheet.board.settled()
    assert sheet.names(table, parent) == ["third", "Other words", "second"]


def test_a_line_that_is_refused_keeps_what_was_typed(sheet: Sheet) -> None:
    sheet.choose("moments", "call").add("needs", "x" * 281)
    expect(sheet.element.locator(".adder .reason")).to_have_text("At most 280 characters: one too many.")
    expect(sheet.element.locator('[data-table="needs"] .adder input')).to_have_value("x" * 281)
    assert sheet.names("needs", "call") == ["be sure there is a place"]


@pytest.mark.parametrize(
    ("row", "table", "name", "value"),
    [
        ("waiting", "pain_points", "cause", ""),
        ("planning", "backstage_steps", "team", "Front desk"),
        ("planning", "backstage_steps", "system", "The planning board"),
    ],
)
def test_what_is_behind_a_moment_is_filled_in(sheet: Sheet, row: str, table: str, name: str, value: str) -> None:
    sheet.choose("moments", "call", "behind").write(row, name, value)
    assert ((sheet.row(table, row) or {})[name] or "") == value


def test_a_pain_point_is_joined_to_its_cause(sheet: Sheet) -> None:
    sheet.choose("moments", "call", "behind").add("backstage_steps", "one queue for all")
    queue = next(r["id"] for r in sheet.hall.rows("backstage_steps", sheet.map_id) if r["text"] == "one queue for all")
    sheet.write("waiting", "cause", queue)
    assert (sheet.row("pain_points", "waiting") or {})["cause"] == queue


def test_a_need_has_evidence_of_its_own(sheet: Sheet) -> None:
    sheet.choose("moments", "call").act("evidence")
    sheet.element.locator('[data-row="sure"][data-field="evidence_status"] input').nth(1).check(force=True)
    sheet.write("sure", "evidence_by", "complaints of May").write("sure", "evidence_on", "2025-05-31")
    need = sheet.row("needs", "sure") or {}
    assert (need["evidence_status"], need["evidence_by"], need["evidence_on"]) == (
        "internal",
        "complaints of May",
        "2025-05-31",
    )


@pytest.mark.parametrize(("name", "value"), [("tone", "warm, no asking"), ("channel", "phone"), ("channel", "")])
def test_a_message_has_a_tone_and_a_channel(sheet: Sheet, name: str, value: str) -> None:
    sheet.choose("episodes", "there").write("welcome", name, value)
    assert ((sheet.row("communications", "welcome") or {})[name] or "") == value


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("title", "Getting ready", "Getting ready"),
        ("targeted_valence", "1.5", 1.5),
        ("targeted_label", "safe", "safe"),
        ("notes", "Two\nlines", "Two\nlines"),
    ],
)
def test_every_field_of_an_episode_is_edited(sheet: Sheet, name: str, typed: str, kept: object) -> None:
    before = sheet.row("episodes", "before") or {}
    sheet.choose("episodes", "before").write("before", name, typed)
    assert sheet.row("episodes", "before") == {**before, name: kept}


# The channels of a moment


def channels_of(sheet: Sheet, moment: str) -> list[str]:
    names = {row["id"]: row["name"] for row in sheet.hall.rows("channels", sheet.map_id)}
    touched = [row for row in sheet.hall.rows("touchpoints", sheet.map_id) if row["parent"] == moment]
    return [names[row["channel"]] for row in touched]


def use_channel(sheet: Sheet, name: str) -> None:
    box = sheet.element.locator(".channels-of input")
    box.fill(name)
    box.press("Enter")
    sheet.board.settled()


def test_a_moment_goes_through_several_channels_and_leaves_one(sheet: Sheet) -> None:
    sheet.choose("moments", "call")
    use_channel(sheet, "desk")
    assert channels_of(sheet, "call") == ["Phone", "Desk"]
    sheet.element.get_by_role("button", name="Remove: Phone").click()
    sheet.board.settled()
    assert channels_of(sheet, "call") == ["Desk"]


def test_a_suggested_channel_comes_with_whose_it_is(sheet: Sheet) -> None:
    sheet.choose("moments", "call")
    sheet.element.locator(".channels-of input").click()
    sheet.element.locator(".offers li", has_text="Review site").click()
    sheet.board.settled()
    assert channels_of(sheet, "call") == ["Phone", "Review site"]
    assert sheet.hall.rows("channels", sheet.map_id)[-1]["owned"] is False


def test_a_channel_typed_in_place_is_added_once(sheet: Sheet) -> None:
    sheet.choose("moments", "call")
    use_channel(sheet, "Carrier pigeon")
    sheet.choose("moments", "arrive")
    use_channel(sheet, "carrier PIGEON")
    use_channel(sheet, "Carrier Pigeon")
    assert channels_of(sheet, "call") == ["Phone", "Carrier pigeon"]
    assert channels_of(sheet, "arrive") == ["Desk", "Carrier pigeon"]
    assert sheet.names("channels") == ["Phone", "Desk", "Carrier pigeon"]


def test_one_undo_takes_back_a_channel_typed_in_place_and_one_redo_brings_it_back(sheet: Sheet) -> None:
    sheet.choose("moments", "call")
    use_channel(sheet, "Carrier pigeon")
    sheet.board.do("({ model }) => model.undo()")
    sheet.board.settled()
    assert (channels_of(sheet, "call"), sheet.names("channels")) == (["Phone"], ["Phone", "Desk"])
    sheet.board.do("({ model }) => model.redo()")
    sheet.board.settled()
    assert channels_of(sheet, "call") == ["Phone", "Carrier pigeon"]


def test_one_undo_takes_back_a_word_and_the_valence_that_came_with_it(sheet: Sheet) -> None:
    before = sheet.row("moments", "arrive")
    sheet.choose("moments", "arrive").write("arrive", "felt_label", "frustrated")
    assert (sheet.row("moments", "arrive") or {})["felt_valence"] == -1.4
    sheet.board.do("({ model }) => model.undo()")
    sheet.board.settled()
    assert sheet.row("moments", "arrive") == before


def test_a_channel_name_that_is_too_long_is_refused_and_nothing_is_half_written(sheet: Sheet) -> None:
    sheet.choose("moments", "call")
    use_channel(sheet, "x" * 81)
    expect(sheet.element.locator(".channels-of .reason")).to_have_text("At most 80 characters: one too many.")
    assert channels_of(sheet, "call") == ["Phone"]
    assert sheet.names("channels") == ["Phone", "Desk"]


def test_a_touchpoint_has_notes_and_a_place(sheet: Sheet) -> None:
    sheet.choose("moments", "call")
    use_channel(sheet, "desk")
    sheet.part("more")
    sheet.write("call-phone", "notes", "The number is hard to find")
    assert (sheet.row("touchpoints", "call-phone") or {})["notes"] == "The number is hard to find"
    sheet.menu("call-phone", "down")
    assert channels_of(sheet, "call") == ["Desk", "Phone"]


# Where a row stands


def test_a_moment_moves_within_its_episode_between_episodes_and_takes_its_rows_along(sheet: Sheet) -> None:
    for n in ("book", "pack"):
        sheet.board.do(
            "({ model }, id) => model.add('moments', { text: id }, { parent: 'before', id, after: undefined })", n
        )
    sheet.board.settled()
    sheet.choose("moments", "pack").act("place").act("earlier")
    assert sheet.names("moments", "before") == ["I call the desk", "pack", "book"]
    sheet.act("later")
    sheet.element.locator('[data-field-of="after"]').select_option("")
    sheet.board.settled()
    assert sheet.names("moments", "before") == ["pack", "I call the desk", "book"]
    sheet.choose("moments", "call").act("place")
    sheet.element.locator('[data-field-of="episode"]').select_option("there")
    sheet.board.settled()
    assert sheet.names("moments", "there") == ["I arrive", "I call the desk"]
    sheet.act("earlier").act("earlier")
    assert sheet.names("moments", "before") == ["pack", "book", "I call the desk"], "on into the episode before"
    sheet.act("later")
    assert sheet.names("moments", "there") == ["I call the desk", "I arrive"]
    assert sheet.names("needs", "call") == ["be sure there is a place"]


def test_at_either_end_of_the_journey_there_is_nowhere_to_go(sheet: Sheet) -> None:
    sheet.choose("moments", "call").act("place")
    expect(sheet.element.locator('[data-act="earlier"]')).to_be_disabled()
    sheet.choose("moments", "arrive").act("place")
    expect(sheet.element.locator('[data-act="later"]')).to_be_disabled()


def test_an_episode_moves_with_its_moments(sheet: Sheet) -> None:
    sheet.choose("episodes", "there").act("place").act("earlier")
    assert sheet.names("episodes") == ["At the park", "Before the visit"]
    sheet.element.locator('[data-field-of="after"]').select_option("before")
    sheet.board.settled()
    assert sheet.names("episodes") == ["Before the visit", "At the park"]


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        ("moments", "call", "one touchpoint, one need, one backstage step, one pain point, one step of a path"),
        ("episodes", "before", "one micro-moment"),
    ],
)
def test_removing_says_what_goes_along_and_undo_brings_all_of_it_back(
    sheet: Sheet, table: str, row: str, said: str
) -> None:
    before = {name: sheet.hall.rows(name, sheet.map_id) for name in ("moments", "needs", "path_steps", "touchpoints")}
    sheet.choose(table, row).act("removing")
    fold = sheet.element.locator(".acts-of .fold:visible")
    expect(fold).to_contain_text("off the map?")
    for words in said.split(", "):
        expect(fold).to_contain_text(words)
    fold.get_by_role("button").click()
    sheet.board.settled()
    assert sheet.row(table, row) is None
    sheet.board.page.locator(".notice button", has_text="Undo").click()
    sheet.board.settled()
    assert {name: sheet.hall.rows(name, sheet.map_id) for name in before} == before


# Who may only look


@pytest.mark.parametrize("table", ["moments", "episodes"])
def test_who_may_only_look_reads_everything_and_finds_nothing_to_write_in(room: Hall, visit: Visit, table: str) -> None:
    sheet = Sheet.on(room, visit, "Olaf", room.map_id)
    row = "call" if table == "moments" else "there"
    sheet.choose(table, row)
    parts: dict[str, list[str]] = {
        "what": ["I call the desk", "very bad", "Phone", "be sure there is a place"],
        "behind": ["ten minutes of music", "look in the planning", "Assumed"],
        "more": ["From the episode"],
    }
    for part, words in parts.items() if table == "moments" else ():
        sheet.part(part)
        for word in words:
            expect(sheet.element).to_contain_text(word)
        assert_nothing_to_write_in(sheet)
    if table == "episodes":
        for word in ("At the park", "Welcome!", "Desk"):
            expect(sheet.element).to_contain_text(word)
        assert_nothing_to_write_in(sheet)


def assert_nothing_to_write_in(sheet: Sheet) -> None:
    writing = ":is(input:not(.parts input), textarea, select, .face-choice, [data-act=menu], [data-act=removing])"
    expect(sheet.element.locator(f"{writing}:visible")).to_have_count(0)


def test_nothing_in_the_panel_keeps_anybody_out(room: Hall, visit: Visit) -> None:
    for scheme in ("light", "dark"):
        sheet = Sheet.on(room, visit, map_id=room.map_id, color_scheme=scheme)
        for part in ("what", "behind", "more"):
            sheet.choose("moments", "call", part)
            assert findings(sheet.board.page) == []
        sheet.choose("episodes", "before")
        assert findings(sheet.board.page) == []


def test_every_stop_of_the_tab_key_in_the_panel_can_be_seen(sheet: Sheet) -> None:
    sheet.choose("moments", "call")
    sheet.box("text", "call").focus()
    seen: list[Any] = []
    for _ in range(20):
        sheet.board.page.keyboard.press("Tab")
        outlined = sheet.board.do(
            """({ board }) => {
              const here = board.board.getRootNode().activeElement;
              if (!here?.closest(".panel")) return null;
              const hidden = here.matches("input:is([type=radio], [type=checkbox])");
              const look = getComputedStyle(hidden ? here.parentElement : here);
              return look.outlineStyle !== "none" && look.outlineWidth !== "0px";
            }"""
        )
        if outlined is None:
            break
        seen.append(outlined)
    assert len(seen) > 10
    assert all(seen)


@pytest.mark.parametrize("change", ["model.remove('needs', 'sure')", "model.move('needs', 'sure', 'arrive')"])
def test_what_others_do_to_the_note_that_is_chosen_keeps_no_half_word_of_its_moment(
    room: Hall, visit: Visit, change: str
) -> None:
    sheet = Sheet.on(room, visit)
    bob = room.bare(visit, "Bob", sheet.map_id)
    sheet.board.do("({ board }) => board.pick('needs', 'sure')")
    box = sheet.box("text", "call")
    box.click()
    box.press("Control+a")
    sheet.board.page.keyboard.type("I ring the de")
    written = sheet.revision
    bob.do(f"({{ model }}) => {change}")
    bob.settled()
    sheet.board.until("({ model }) => model.row('needs', 'sure')?.parent !== 'call'")
    sheet.board.page.keyboard.type("sk twice")
    expect(box).to_be_focused()
    expect(box).to_have_value("I ring the desk twice")
    assert sheet.revision == written + 1, "only what Bob did is kept yet"
    box.blur()
    sheet.board.settled()
    assert (sheet.row("moments", "call") or {})["text"] == "I ring the desk twice"
