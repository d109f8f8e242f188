"""What a map refuses, in whose words, and how it keeps order."""

import pytest

from journeymap.domain.changes.decide import SPACED, perform
from journeymap.domain.model import limits
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.errors import Refusal
from tests.domain.model.test_journey import small
from tests.support.journeys import MAP_ID


def set_text(value: object) -> Change:
    return Set(table="moments", id="call", field="text", value=value)


def refusal(change: Change, journey: Journey | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        perform(journey or small(), [change])
    return caught.value


BAD_INPUT = [
    (set_text(""), "invalid", "Please fill in “micro-moment”: it cannot be empty."),
    (set_text(" \n "), "invalid", "Please fill in “micro-moment”: it cannot be empty."),
    (set_text("x" * 10_000), "invalid", "“micro-moment” can hold 280 characters; this is 10,000."),
    (set_text("call\x00the desk"), "invalid", "“micro-moment” contains a character that cannot be shown (U+0000)."),
    (set_text("call \ud800"), "invalid", "contains a character that cannot be shown (U+D800)"),
    (set_text("call \x1b[31m"), "invalid", "contains a character that cannot be shown (U+001B)"),
    (set_text(7), "invalid", "“micro-moment” cannot hold that kind of value."),
    (set_text({"a": 1}), "invalid", "“micro-moment” cannot hold that kind of value."),
    (set_text(None), "invalid", "“micro-moment” cannot hold that kind of value."),
    (Set(table="moments", id="call", field="felt_valence", value=7), "invalid", "runs from −2 (very bad) to +2"),
    (Set(table="moments", id="call", field="felt_valence", value=-2.1), "invalid", "runs from −2 (very bad) to +2"),
    (Set(table="moments", id="call", field="felt_valence", value=float("nan")), "invalid", "runs from −2 (very bad)"),
    (Set(table="moments", id="call", field="felt_valence", value=True), "invalid", "runs from −2 (very bad)"),
    (Set(table="moments", id="call", field="minutes", value=-1), "invalid", "“minutes” cannot be below 0."),
    (Set(table="moments", id="call", field="minutes", value=1e9), "invalid", "“minutes” cannot be above 525,600."),
    (Set(table="moments", id="call", field="evidence_on", value="soon"), "invalid", "“when” cannot hold that kind"),
    (
        Set(table="moments", id="call", field="evidence_status", value="sure"),
        "invalid",
        "“evidence” is one of: assumed, internal, validated.",
    ),
    (Set(table="moments", id="call", field="parent", value="visit"), "invalid", "There is no field “parent” here."),
    (Set(table="moments", id="call", field="__proto__", value="x"), "invalid", "There is no field “__proto__” here."),
    (Set(table="moments", id="gone", field="text", value="x"), "gone", "Somebody has removed the micro-moment"),
    (Set(table="moods", id="call", field="text", value="x"), "invalid", "no rows of the kind “moods”"),
    (Set(table="touchpoints", id="call-phone", field="channel", value="fax"), "gone", "the channel it refers to"),
    (Move(table="moments", id="call", parent="episode-of-another-map"), "gone", "the episode it should go to"),
    (Move(table="moments", id="call", parent=None), "gone", "the episode it should go to"),
    (Move(table="episodes", id="visit", parent="prepare"), "invalid", "does not belong under anything else"),
    (Move(table="maps", id=MAP_ID, parent=None), "invalid", "has only one place"),
    (Remove(table="maps", id=MAP_ID), "invalid", "archive it on the home page"),
    (Remove(table="episodes", id="gone"), "gone", "Somebody has removed the episode"),
    (Add(table="maps", id="other", values={"title": "x"}), "invalid", "A map holds only itself"),
    (Add(table="moments", id="call", parent="visit", values={"text": "x"}), "invalid", "cannot be used on this map"),
    (Add(table="needs", id="call", parent="wait", values={"text": "x"}), "invalid", "cannot be used on this map"),
    (Add(table="moments", id="m", parent="visit", values={}), "invalid", "Please fill in “micro-moment”"),
    (Add(table="moments", id="m", parent="visit", values={"text": "x", "mood": 1}), "invalid", "no field “mood”"),
    (
        Add(table="moments", id="m", parent="visit", values={"text": "x", "origin": "a b"}),
        "invalid",
        "An id is 1 to 64",
    ),
    (
        Add(table="touchpoints", id="t", parent="call", values={"channel": "phone"}),
        "invalid",
        "already happens in that",
    ),
]


@pytest.mark.parametrize(("change", "code", "sentence"), BAD_INPUT, ids=lambda value: str(value)[:60])
def test_bad_input_gets_its_sentence(change: Change, code: str, sentence: str) -> None:
    found = refusal(change)
    assert found.code == code
    assert sentence in str(found)
    assert found.reason("nl") != str(found)


def test_a_batch_with_one_wrong_change_changes_nothing() -> None:
    journey = small()
    with pytest.raises(Refusal):
        perform(journey, [set_text("Ring"), set_text("")])
    assert journey == small()


def test_two_people_removing_the_same_episode_the_second_is_told() -> None:
    journey, _ = perform(small(), [Remove(table="episodes", id="prepare")])
    assert refusal(Remove(table="episodes", id="prepare"), journey).code == "gone"


@pytest.mark.parametrize(
    "text", ["🌳 wandelen 👩‍👩‍👧", "الاتصال بالمكتب", "<b>bold</b> & 'quoted'", "=HYPERLINK(1)", "x" * 280]
)
def test_text_in_any_script_is_kept_as_it_is(text: str) -> None:
    journey, _ = perform(small(), [set_text(text)])
    assert journey.get(Moment, "call").text == text


def test_text_is_trimmed_and_put_on_one_line() -> None:
    journey, _ = perform(small(), [set_text("  call\r\n the\tdesk ")])
    assert journey.get(Moment, "call").text == "call the desk"


def test_notes_keep_their_lines() -> None:
    journey, _ = perform(small(), [Set(table="moments", id="call", field="notes", value="one\r\n\ntwo\t3")])
    assert journey.get(Moment, "call").notes == "one\n\ntwo\t3"


def test_an_emotion_is_kept_to_one_decimal() -> None:
    journey, _ = perform(small(), [Set(table="moments", id="call", field="felt_valence", value=-1.26)])
    assert journey.get(Moment, "call").felt_valence == -1.3


def test_a_full_map_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(limits.ROWS, "moments", 2)
    found = refusal(Add(table="moments", id="m", parent="visit", values={"text": "x"}))
    assert str(found) == (
        "This map is full: it already has 2 rows of this kind (the micro-moment). Split the journey into two maps."
    )


def many(count: int, after: str | None) -> Journey:
    journey = small()
    for n in range(count):
        change = Add(table="moments", id=f"m{n}", parent="visit", values={"text": str(n)}, after=after)
        journey, _ = perform(journey, [change])
    return journey


def test_without_a_place_rows_come_last_and_after_nothing_they_come_first() -> None:
    journey = many(3, "*")
    journey, _ = perform(journey, [Add(table="moments", id="a", parent="visit", values={"text": "a"}, after=None)])
    journey, _ = perform(journey, [Add(table="moments", id="b", parent="visit", values={"text": "b"}, after="m0")])
    assert journey.siblings("moments", "visit") == ("a", "m0", "b", "m1", "m2")


def test_a_row_behind_one_that_is_gone_comes_last() -> None:
    journey, _ = perform(many(2, "*"), [Remove(table="moments", id="m0")])
    journey, _ = perform(journey, [Add(table="moments", id="b", parent="visit", values={"text": "b"}, after="m0")])
    assert journey.siblings("moments", "visit") == ("m1", "b")


def test_a_gap_that_is_used_up_is_spaced_anew_and_order_stays() -> None:
    journey = many(2, "*")
    for n in range(400):
        change = Add(table="moments", id=f"i{n}", parent="visit", values={"text": "i"}, after="m0")
        journey, effects = perform(journey, [change])
        if len(effects) > 1:
            break
    assert len(effects) <= 2 * SPACED + 1, "a move for each of the nearest siblings, and the row itself"
    assert journey.siblings("moments", "visit") == ("m0", *(f"i{k}" for k in range(n, -1, -1)), "m1")
    assert max(len(row.key) for row in journey.rows()) <= limits.KEY_LENGTH


def test_rows_with_equal_keys_stand_by_id_and_let_others_in_between() -> None:
    twins = [Moment(id=i, parent="visit", key="a0", text=i) for i in ("y", "x")]
    journey = Journey.of(MAP_ID, 1, [*small().rows(), *twins])
    assert journey.siblings("moments", "visit") == ("x", "y")
    journey, _ = perform(journey, [Add(table="moments", id="new", parent="visit", values={"text": "n"}, after="x")])
    assert journey.siblings("moments", "visit") == ("x", "new", "y")


@pytest.mark.parametrize("name", ["author", "private", "key", "parent", "id", "nonsense"])
def test_what_only_the_server_says_of_a_row_is_refused_in_its_values(name: str) -> None:
    asked = Add(table="episodes", id="new", values={"title": "New", name: "x"})
    with pytest.raises(Refusal) as refusal:
        perform(small(), [asked])
    assert refusal.value.key == "refusal-no-such-field"


def test_a_hidden_rows_id_is_refused_in_the_words_of_any_other() -> None:
    hidden = Add(table="episodes", id="secret", values={"title": "Hidden"}, author="anna", private="step")
    journey, _ = perform(small(), [hidden])
    said = set()
    for row_id in ("secret", "prepare"):
        with pytest.raises(Refusal) as refusal:
            perform(journey, [Add(table="moments", id=row_id, parent="prepare", values={"text": "T"})])
        said.add((refusal.value.code, str(refusal.value)))
    assert len(said) == 1
    assert "already" not in said.pop()[1]


def test_nobody_says_two_things_of_one_item() -> None:
    one = Add(table="verdicts", id="v1", values={"item": "call", "verdict": "confirm"}, author="anna")
    journey, _ = perform(small(), [one])
    for other in (one.model_copy(update={"id": "v2"}), one.model_copy(update={"id": "v2", "author": "bert"})):
        if other.author == "anna":
            with pytest.raises(Refusal) as refusal:
                perform(journey, [other])
            assert refusal.value.key == "refusal-verdict-twice"
        else:
            perform(journey, [other])
