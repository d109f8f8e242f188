"""What changes: each changed story says it in words a developer can act on."""

import pytest

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.exchange.stories import UserStory, stories
from tests.support.small_maps import HOSTILE, made, sample

LANGUAGES = ("en", "nl")


def as_is_in(language: str) -> Journey:
    return made(
        map={"title": "A visit", "language": language},
        channels=[{"id": "phone", "name": "Phone"}, {"id": "app", "name": "App"}],
        episodes=[
            {
                "id": "before",
                "title": "Before",
                "moments": [
                    {
                        "id": "call",
                        "text": "Call the desk",
                        "minutes": 20,
                        "waiting_minutes": 15,
                        "touchpoints": [{"id": "t", "channel": "phone"}],
                        "needs": [{"id": "n", "text": "Be sure"}],
                        "backstage_steps": [{"id": "b", "text": "Answer", "team": "Desk", "system": "CRM"}],
                    },
                    {"id": "wait", "text": "Wait for an answer", "minutes": 5},
                ],
            },
            {"id": "there", "title": "There", "moments": [{"id": "park", "text": "Park the car"}]},
        ],
    )


def told(language: str, *changes: Change) -> dict[str, UserStory]:
    as_is = as_is_in(language)
    journey, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "The to-be"))
    epics = stories(perform(journey, changes)[0], as_is)
    return {story.moment_id: story for epic in epics for story in epic.stories}


def put(row: str, field: str, value: object, table: str = "moments") -> Set:
    return Set(table=table, id=row, field=field, value=value)


@pytest.mark.parametrize(
    ("change", "en", "nl"),
    [
        (put("call", "minutes", 10), "Minutes: 20 min → 10 min", "Minuten: 20 min → 10 min"),
        (put("call", "waiting_minutes", 2), "15 min → 2 min", "15 min → 2 min"),
        (put("t", "channel", "app", "touchpoints"), "Channel: Phone → App", "Kanaal: Phone → App"),
        (put("n", "text", "Know", "needs"), "Need: “Be sure” → “Know”", "Behoefte: “Be sure” → “Know”"),
        (put("call", "text", "Book"), "“Call the desk” → “Book”", "“Call the desk” → “Book”"),
        (Remove(table="needs", id="n"), "the need “Be sure”", "de behoefte “Be sure”"),
        (put("call", "moment_of_truth", value=True), "Now a moment of truth", "moment van de waarheid"),
    ],
)
def test_a_changed_moment_says_what_from_and_to(change: Change, en: str, nl: str) -> None:
    for language, expected in (("en", en), ("nl", nl)):
        (said,) = told(language, change)["call"].changes
        assert expected in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_backstage_step_says_who_does_it_in_what(language: str) -> None:
    values = {"text": "Confirm", "team": "Web team", "system": "CMS"}
    (said,) = told(language, Add(table="backstage_steps", id="c", parent="call", values=values))["call"].changes
    assert "“Confirm” (Web team, CMS)" in said
    assert "Answer" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_merged_moment_names_all_that_it_comes_from_and_adds_their_minutes_up(language: str) -> None:
    merged = Add(table="origins", id="o", parent="call", values={"as_is": "wait"})
    story = told(language, merged, Remove(table="moments", id="wait"), put("call", "minutes", 8))["call"]
    assert story.disposition is Disposition.MERGED
    assert story.changes[0].endswith(
        "“Call the desk” en “Wait for an answer”" if language == "nl" else "“Call the desk” and “Wait for an answer”"
    )
    assert "20 min + 5 min → 8 min" in story.changes[1]
    assert story.replaces == ("Wait for an answer",)
    assert story.origins == ("call", "wait")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_split_moment_says_from_what_and_where_the_rest_is(language: str) -> None:
    more = Add(table="moments", id="book", parent="before", values={"text": "Book in the app", "origin": "call"})
    found = told(language, more)
    assert all("“Call the desk”" in found[one].changes[0] for one in ("book", "call"))
    assert "“Book in the app”" in found["call"].changes[0]
    assert (found["call"].replaces, found["book"].replaces) == ((), ("Call the desk",))


def test_a_moved_moment_says_from_where_to_where() -> None:
    found = told("en", Move(table="moments", id="park", parent="before", after=None))
    assert found["park"].changes == ("From “There” to “Before”",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_moment_says_all_that_it_brings(language: str) -> None:
    new: list[Change] = [
        Add(table="moments", id="plan", parent="there", values={"text": "Plan", "minutes": 4, "waiting_minutes": 1}),
        Add(table="touchpoints", id="pt", parent="plan", values={"channel": "app"}),
        Add(table="needs", id="pn", parent="plan", values={"text": "Know"}),
        Add(table="backstage_steps", id="pb", parent="plan", values={"text": "Send", "team": "Desk"}),
    ]
    first, *others = told(language, *new)["plan"].changes
    assert first == ("New: there is nothing like it today" if language == "en" else "Nieuw: zoiets is er nu niet")
    assert [
        any(word in said for said in others) for word in ("4 min", "1 min", "één", "App", "“Know”", "“Send” (Desk)")
    ].count(True) >= 4


def test_a_moment_whose_origin_is_gone_since_is_not_called_new() -> None:
    as_is = as_is_in("en")
    to_be, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "The to-be"))
    left = perform(as_is, [Remove(table="moments", id="park")])[0]
    (story,) = [one for epic in stories(to_be, left) for one in epic.stories if one.moment_id == "park"]
    assert story.changes == ("Its micro-moment is gone from the as-is since",)
    assert story.changed


def test_a_story_says_whom_it_is_for_and_of_which_segment() -> None:
    to_be = sample("to-be")
    story = stories(to_be)[0].stories[0]
    assert story.persona == "Marieke (First-time visitors with children under twelve)"
    assert stories(made("Call"))[0].stories[0].persona == ""


def test_what_is_kept_changes_nothing_and_replaces_nothing() -> None:
    kept = told("en", put("call", "minutes", 10))["park"]
    assert (kept.disposition, kept.changes, kept.replaces) == (Disposition.KEPT, (), ())
    assert kept.origins == ("park",)


def test_a_moment_with_the_same_text_is_not_called_replaced_by_itself() -> None:
    assert told("en", put("call", "text", "CALL the desk."))["call"].replaces == ()
    assert told("en", put("call", "minutes", 10))["call"].replaces == ()


def test_a_story_knows_the_moment_before_and_after_it_across_episodes() -> None:
    found = told("en")
    assert [(found[one].before, found[one].after) for one in ("call", "wait", "park")] == [
        ("", "Wait for an answer"),
        ("Call the desk", "Park the car"),
        ("Wait for an answer", ""),
    ]


def test_two_moments_of_one_text_each_tell_their_own() -> None:
    as_is = made({"id": "a", "text": "Pay", "minutes": 1}, {"id": "b", "text": "Pay", "minutes": 2})
    to_be = perform(as_is, [put("b", "minutes", 9)])[0]
    one, other = stories(to_be, as_is)[0].stories
    assert (one.changes, other.changes) == ((), ("Minutes: 2 min → 9 min",))


@pytest.mark.parametrize("text", [*HOSTILE, "م" * 280, "🌳" * 100])
def test_odd_texts_are_told_to_the_letter(text: str) -> None:
    (said,) = told("en", put("call", "text", text))["call"].changes
    assert " ".join(text.split()) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_changed_story_of_the_sample_says_what(language: str) -> None:
    epics = stories(sample("to-be", language), sample("as-is", language))
    found = [story for epic in epics for story in epic.stories]
    assert all(bool(story.changes) is story.changed for story in found)
    assert not any(story.title in story.replaces for story in found)
