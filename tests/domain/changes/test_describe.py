"""What was changed, in words: every operation of every table can be told in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.changes.describe import NAME_LENGTH, Names, described, listed, shortened, signed, told_batch
from journeymap.domain.changes.undo import take_back
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.text.catalogue import LANGUAGES
from tests.support.journeys import History, full, histories, operations


def said(*changes: Change, language: str = "en", act: str = "do") -> str:
    """What these changes on the small full map are told as, done in one go."""
    history = full()
    start = history.journey.revision
    for change in changes:
        history = history.after(change)
    done = operations(history.effects[start:], since=start, batch="one", act=act)
    return told_batch(done, Names.of(history.journey, done), language).headline


def test_a_move_names_the_episode_it_went_to() -> None:
    assert said(Move(table="moments", id="call", parent="there")) == "moved “I call the desk” to “At the park”"


def test_a_felt_emotion_is_told_from_and_to() -> None:
    first = Set(table="moments", id="call", field="felt_valence", value=-2)
    assert said(first) == "changed “I call the desk”: felt emotion from −1.5 to −2"
    assert said(first, language="nl") == "veranderde “I call the desk”: gevoelde emotie van −1,5 naar −2"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            Set(table="moments", id="call", field="text", value="I ring the desk"),
            "changed the micro-moment “I call the desk” to “I ring the desk”",
        ),
        (
            Set(table="moments", id="call", field="moment_of_truth", value=True),
            "marked “I call the desk” as a moment of truth",
        ),
        (Set(table="moments", id="call", field="minutes", value=7.5), "changed “I call the desk”: minutes is 7.5"),
        (
            Set(table="moments", id="call", field="felt_valence", value=None),
            "changed “I call the desk”: felt emotion is no longer −1.5",
        ),
        (
            Set(table="moments", id="call", field="evidence_status", value="validated"),
            "changed “I call the desk”: evidence from assumed to validated by a customer",
        ),
        (Set(table="moments", id="call", field="notes", value="x\n" * 900), "changed “I call the desk”: notes"),
        (
            Set(table="touchpoints", id="call-phone", field="channel", value="desk"),
            "changed “I call the desk”: channel from “Phone” to “Desk”",
        ),
        (
            Set(table="pain_points", id="waiting", field="cause", value=None),
            "changed “ten minutes of music”: backstage cause is no longer “look in the planning”",
        ),
        (
            Set(table="channels", id="desk", field="owned", value=True),
            "said that the channel “Desk” is ours",
        ),
        (
            Add(table="needs", id="new", parent="call", values={"text": "an answer"}),
            "added the need “an answer” to “I call the desk”",
        ),
        (
            Add(table="touchpoints", id="new", parent="call", values={"channel": "desk"}),
            "added the touchpoint “Desk” to “I call the desk”",
        ),
        (
            Add(table="path_steps", id="new", parent="happy", values={"moment": "call"}),
            "added the step of a path “I call the desk” to “Most people”",
        ),
        (
            Add(table="origins", id="new", parent="call", values={"as_is": "as-is-9"}),
            "added the origin",
        ),
        (
            Remove(table="needs", id="sure"),
            "removed the need “be sure there is a place” from “I call the desk”",
        ),
        (Remove(table="episodes", id="before"), "removed the episode “Before the visit” with one micro-moment"),
        (Remove(table="touchpoints", id="call-phone"), "removed the touchpoint “Phone” from “I call the desk”"),
        (Move(table="episodes", id="there", after=None), "moved “At the park” to the front"),
        (Move(table="path_steps", id="step-1", parent="happy"), "moved “I call the desk” after “I arrive”"),
    ],
)
def test_each_kind_of_change_has_its_sentence(change: Change, sentence: str) -> None:
    assert said(change) == sentence


def test_a_new_moment_is_told_with_what_came_along() -> None:
    changes = [
        Add(table="moments", id="new", parent="there", values={"text": "I rest"}),
        Add(table="touchpoints", id="new-t", parent="new", values={"channel": "desk"}),
        Add(table="needs", id="new-n", parent="new", values={"text": "a bench"}),
    ]
    assert said(*changes) == ("added the micro-moment “I rest” to “At the park”, with one touchpoint and one need")


def test_what_somebody_undid_is_told_as_undone() -> None:
    change = Move(table="moments", id="call", parent="there")
    assert said(change, act="undo") == "undid a change: moved “I call the desk” to “At the park”"
    assert said(change, act="redo", language="nl").startswith("deed een wijziging opnieuw: verplaatste")


def test_a_row_that_was_removed_later_keeps_its_name() -> None:
    history = full()
    start = history.journey.revision
    history = history.after(Set(table="needs", id="sure", field="evidence_by", value="Noor"))
    history = history.after(Remove(table="moments", id="call"))
    log = operations(history.effects[start:], since=start)
    names = Names.of(history.journey, log)
    assert described(log[0], names, "en") == "changed “be sure there is a place”: who says so is “Noor”"


def test_a_large_batch_is_counted_and_every_change_can_still_be_read() -> None:
    history = full()
    start = history.journey.revision
    for n in range(300):
        history = history.after(Add(table="moments", id=f"m{n}", parent="there", values={"text": f"I do {n}"}))
    done = operations(history.effects[start:], since=start, batch="one")
    found = told_batch(done, Names.of(history.journey, done), "en")
    assert found.headline == "added 300 micro-moments"
    assert len(found.details) == 300


def test_a_map_is_told_by_its_size() -> None:
    history = full()
    done = operations(history.effects, batch="one")
    found = told_batch(done, Names.of(history.journey, done), "en")
    assert found.headline == ("made the map “A visit to the park” with 2 episodes, 2 micro-moments and 2 touchpoints")
    assert found.details == ()


def test_a_blank_map_is_told_without_a_size() -> None:
    history = History().after(Add(table="maps", id="map", values={"title": "New"}))
    done = operations(history.effects)
    assert told_batch(done, Names.of(history.journey, done), "en").headline == "made the map “New”"


@given(histories(), st.sampled_from(sorted(LANGUAGES)))
def test_every_change_of_every_history_can_be_told(history: History, language: str) -> None:
    log = operations(history.effects)
    names = Names.of(history.journey, log)
    for operation in log:
        assert_readable(described(operation, names, language))
    assert_readable(told_batch(log, names, language).headline)


@given(histories(min_size=2), st.sampled_from(sorted(LANGUAGES)))
def test_what_is_undone_can_be_told_too(history: History, language: str) -> None:
    journey, effects = take_back(history.journey, history.effects[-1:])
    undone = operations(effects, since=history.journey.revision, batch="undo", act="undo")
    assert_readable(told_batch(undone, Names.of(journey, undone), language).headline)


def assert_readable(sentence: str) -> None:
    """Something is said, on one line, and nothing in it is a key or a hole."""
    assert sentence
    assert "None" not in sentence.split()
    assert "“”" not in sentence


def test_long_names_are_cut_at_a_word() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert len(shortened("x" * 300, NAME_LENGTH)) == NAME_LENGTH
    assert shortened("short", 9) == "short"


@pytest.mark.parametrize(("valence", "en", "nl"), [(-2, "−2", "−2"), (0, "0", "0"), (1.5, "+1.5", "+1,5")])
def test_a_valence_is_written_with_its_sign(valence: float, en: str, nl: str) -> None:
    assert (signed(valence, "en"), signed(valence, "nl")) == (en, nl)


def test_a_list_ends_with_and() -> None:
    assert listed(["a", "b", "c"], "nl") == "a, b en c"
    assert listed(["a"], "en") == "a"
    assert listed([], "en") == ""
