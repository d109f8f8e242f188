"""The quality of stories: what is found, why, and what is proposed instead."""

from typing import Any

import pytest
from hypothesis import given, settings

from journeymap.domain.model.journey import Journey
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.exchange.stories import stories
from journeymap.exchange.story_findings.finding_kinds import FindingKind, StoryFinding, StoryFindings
from journeymap.exchange.story_findings.whole_backlog import story_findings
from tests.support.journeys import journeys
from tests.support.small_maps import HOSTILE, made, sample

PERSONA = {"name": "Marieke"}
CHANNELS = [
    {"id": "phone", "name": "Phone"},
    {"id": "desk", "name": "Desk"},
    {"id": "friends", "name": "Friends", "owned": False},
]


def moment(text: str, *needs: str, channels: tuple[str, ...] = ("phone",), **more: Any) -> dict[str, Any]:
    touched = [{"channel": channel} for channel in channels]
    return {"text": text, "needs": [{"text": need} for need in needs], "touchpoints": touched, **more}


def backlog(*moments: dict[str, Any], language: str = "en", **top: Any) -> StoryFindings:
    header = {"title": "A visit", "kind": "to-be", "language": language}
    said = {"map": header, "channels": CHANNELS, "persona": PERSONA} | top
    return of(made(*moments, **{name: value for name, value in said.items() if value is not None}))


def of(journey: Journey) -> StoryFindings:
    return story_findings(journey, stories(journey))


def found(text: str, *needs: str, language: str = "en", **more: Any) -> list[StoryFinding]:
    """What is found in a backlog of this one story."""
    return [
        one
        for of_story in backlog(moment(text, *needs, **more), language=language).by_story.values()
        for one in of_story
    ]


def rules(text: str, *needs: str, **more: Any) -> list[str]:
    return [finding.rule for finding in found(text, *needs, **more)]


def only(text: str, *needs: str, **more: Any) -> StoryFinding:
    (finding,) = found(text, *needs, **more)
    return finding


def proposals(text: str, *needs: str, **more: Any) -> tuple[str, ...]:
    return only(text, *needs, **more).proposals


# What is good


@pytest.mark.parametrize(
    ("language", "text", "need"),
    [
        ("en", "Call the desk", "Be sure"),
        ("en", "I call the desk because I need certainty", "Have certainty"),
        ("en", "Have breakfast in the fast-food bar in Nice", "Know where to go"),
        ("nl", "De balie bellen", "Zeker zijn"),
        ("nl", "De sneltrein via de snelweg zien", "Weten waar ik moet zijn"),
    ],
)
def test_a_good_story_is_left_alone(language: str, text: str, need: str) -> None:
    assert found(text, need, language=language) == []


# Well-formed, and with an outcome


def test_a_story_without_a_need_says_not_what_for() -> None:
    assert rules("Call the desk", targeted_valence=1) == ["no-need"]
    assert rules("Call the desk because I need certainty", targeted_valence=1) == []


def test_neither_a_need_nor_a_targeted_emotion_is_no_outcome() -> None:
    assert rules("Call the desk") == ["no-need", "no-outcome"]
    assert rules("Call the desk", "Be sure") == []


def test_that_nobody_is_named_is_said_once_for_all() -> None:
    nobody = backlog(moment("Call", "Be sure"), moment("Park the car", "Be there"), persona=None)
    assert [finding.rule for finding in nobody.of_all] == ["no-persona"]
    assert nobody.counts == {}
    assert backlog(moment("Call", "Be sure")).of_all == ()


def test_what_goes_wrong_is_no_wish() -> None:
    assert rules("I cannot find the desk", "Know where to go") == ["goes-wrong"]


# One thing


def test_thirty_of_the_samples_stories_hold_several_needs_and_say_so() -> None:
    for language in LANGUAGES:
        counts = of(sample("to-be", language)).counts
        assert (counts[FindingKind.ATOMIC], counts[FindingKind.CHANNEL]) == (30, 12)


@pytest.mark.parametrize(
    ("language", "text", "needs", "expected"),
    [
        (
            "en", "Call the desk", ("Be sure", "Know when"),
            ("As Marieke, I want to call the desk, so that I am sure.",
             "As Marieke, I want to call the desk, so that I know when."),
        ),
        (
            "nl", "De balie bellen", ("Zeker zijn", "Weten wanneer"),
            ("Als Marieke wil ik de balie bellen, want ik wil zeker zijn.",
             "Als Marieke wil ik de balie bellen, want ik wil weten wanneer."),
        ),
        (
            "en", "Call the desk because I need certainty", ("Know when",),
            ("As Marieke, I want to call the desk, so that I know when.",
             "As Marieke, I want to call the desk, so that I have certainty."),
        ),
    ],
)  # fmt: skip
def test_several_needs_are_split_into_whole_sentences(
    language: str, text: str, needs: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    finding = only(text, *needs, language=language)
    assert (finding.kind, finding.rule) == (FindingKind.ATOMIC, "several-needs")
    assert finding.proposals == expected


def test_a_need_that_stands_twice_is_one() -> None:
    assert found("Call the desk", "Be sure", "be sure.") == []
    assert found("Call the desk", "Certainty", "I need certainty") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Find the desk and ask for a form", ("find the desk", "ask for a form")),
        ("en", "I find the desk and ask for a form", ("find the desk", "ask for a form")),
        ("en", "Check the route, then park the car", ("check the route", "park the car")),
        ("nl", "De ingang zoeken en de auto parkeren", ("de ingang zoeken", "de auto parkeren")),
        ("nl", "Ik bel de balie en vraag een datum", ("de balie bellen", "een datum vragen")),
        ("en", "Complete the labs or visit with friends", ("complete the labs", "visit with friends")),
        (
            "en",
            "Go to the lab, check the letter and park the car",
            ("go to the lab", "check the letter", "park the car"),
        ),
        (
            "nl",
            "De ingang zoeken, de auto parkeren of de bus nemen",
            ("de ingang zoeken", "de auto parkeren", "de bus nemen"),
        ),
    ],
)
def test_two_acts_are_split_into_two_sentences(language: str, text: str, expected: tuple[str, ...]) -> None:
    finding = only(text, "Know when" if language == "en" else "Weten wanneer", language=language)
    assert finding.rule == "several-acts"
    wish = (
        "As Marieke, I want to {}, so that I know when."
        if language == "en"
        else "Als Marieke wil ik {}, want ik wil weten wanneer."
    )
    assert finding.proposals == tuple(map(wish.format, expected))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Read and sign the letter"),
        ("en", "Travel to and park at the clinic"),
        ("nl", "De brief lezen en ondertekenen"),
        ("en", "Check the form and send it to the desk"),
        ("nl", "De brief lezen en hem naar de balie sturen"),
    ],
)
def test_acts_that_share_their_object_are_said_and_not_torn_apart(language: str, text: str) -> None:
    finding = only(text, "Be sure" if language == "en" else "Zeker zijn", language=language)
    assert (finding.rule, finding.proposals, finding.offer("en")) == ("several-acts", (), "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Talk to friends and family"),
        ("en", "Compare prices and offers"),
        ("en", "Check the time and place of the visit"),
        ("en", "Come and see the beavers"),
        ("en", "Ask how and when it starts"),
        ("en", "I call the desk and the doctor"),
        ("nl", "Prijzen en aanbiedingen vergelijken"),
        ("nl", "Zitten en wachten"),
        ("nl", "Vragen hoe en wanneer het begint"),
        ("en", "Ask whether it is open or closed"),
        ("en", "Drink coffee or tea"),
        ("en", "Find red, blue or green signs"),
        ("nl", "Vragen of het kan"),
        ("nl", "Koffie of thee drinken"),
    ],
)
def test_an_and_between_things_joins_no_acts(language: str, text: str) -> None:
    assert "several-acts" not in rules(text, "Be sure", language=language)


# Minimal


def test_brackets_are_proposed_away() -> None:
    assert proposals("Call the desk (or mail [them])", "Be sure") == (
        "As Marieke, I want to call the desk, so that I am sure.",
    )
    assert proposals("Call the desk", "Be sure (really)") == (
        "As Marieke, I want to call the desk, so that I am sure.",
    )
    assert "As Marieke, I want to call the desk, so that I am sure." in proposals("Call ) the desk", "Be sure")


def test_what_comes_after_a_full_stop_is_proposed_away() -> None:
    finding = only("Call the desk. The number is on the card.", "Be sure")
    assert finding.rule == "further-sentence"
    assert "“The number is on the card.”" in finding.why("en")
    assert finding.proposals == ("As Marieke, I want to call the desk, so that I am sure.",)


def test_an_act_after_a_full_stop_is_split_and_never_thrown_away() -> None:
    text = "Call the desk. Ask for a form."
    found_by_rule = {one.rule: one for one in found(text, "Be sure")}
    assert found_by_rule["further-sentence"].proposals == ()
    assert len(found_by_rule["several-acts"].proposals) == 2


# Uniform and unique


def test_a_neutral_story_among_certain_ones_is_not_uniform() -> None:
    several = backlog(
        moment("Call the desk", "Be sure"), moment("GPS aan", "Be there"), moment("Park the car", "GPS aan")
    )
    named = [finding.rule for findings in several.by_story.values() for finding in findings]
    assert named == ["neutral-wish", "neutral-need"]


def test_where_all_are_neutral_they_are_of_one_form() -> None:
    assert backlog(moment("GPS aan", "Be there"), moment("Blub", "Be sure", channels=("desk",))).counts == {}


def test_the_same_text_up_to_case_spaces_and_marks_is_told_both_ways() -> None:
    several = backlog(
        moment("Call the desk", "Be sure"), moment("call  the  DESK!", "Know when"), moment("Call", "Be there")
    )
    assert [finding.rule for findings in several.by_story.values() for finding in findings] == [
        "same-text",
        "same-text",
    ]
    first, second = (findings[0].why("en") for findings in several.by_story.values())
    assert first.startswith("“call the DESK!” says the same.")
    assert second.startswith("“Call the desk” says the same.")


def test_the_same_needs_in_the_same_channels_are_perhaps_one_story() -> None:
    call, ask = moment("Call", "Be sure"), moment("Ask somebody", "be sure!")
    assert backlog(call, ask).counts == {FindingKind.UNIQUE: 2}
    assert backlog(call, moment("Ask somebody", "be sure!", channels=("desk",))).counts == {}
    assert backlog(call, moment("Ask somebody", "Know when")).counts == {}


# Testable, in precise words, in our channels


def test_without_minutes_a_channel_of_ours_or_a_message_nothing_can_be_tested() -> None:
    assert rules("Call the desk", "Be sure", channels=()) == ["nothing-to-test"]
    assert rules("Call the desk", "Be sure", channels=(), minutes=5) == []
    assert rules("Call the desk", "Be sure", channels=(), waiting_minutes=5) == []
    assert rules("Ask a friend", "Be sure", channels=("friends",)) == ["nothing-to-test", "none-ours"]


def test_a_channel_that_is_not_ours_is_named_with_those_that_are() -> None:
    finding = only("Ask around", "Be sure", channels=("friends", "phone", "desk"))
    assert (finding.kind, finding.rule) == (FindingKind.CHANNEL, "some-not-ours")
    assert "“Friends”" in finding.why("en")
    assert "“Phone”, “Desk”" in finding.why("nl")


def test_where_a_team_works_backstage_a_story_in_somebody_elses_channel_is_theirs() -> None:
    steps = [{"text": "See from the plans how many will come"}]
    assert "none-ours" not in rules("Ask a friend", "Be sure", channels=("friends",), backstage_steps=steps)


@pytest.mark.parametrize(
    ("language", "text", "rule", "words"),
    [
        ("en", "Get a fast answer", "vague-speed", "“fast”"),
        ("en", "Get an answer As Soon As Possible", "vague-speed", "“as soon as possible”"),
        ("en", "Use a user-friendly form", "vague-ease", "“user-friendly”"),
        ("en", "Use a USER FRIENDLY form", "vague-ease", "“user friendly”"),
        ("en", "Get a quicker and faster answer", "vague-speed", "“quicker”, “faster”"),
        ("en", "See several options", "vague-amount", "“several”"),
        ("en", "Bring a pass, a card, etc.", "vague-escape", "“etc”"),
        ("nl", "Sneller een antwoord krijgen", "vague-speed", "“sneller”"),
        ("nl", "Zo snel mogelijk een antwoord krijgen", "vague-speed", "“zo snel mogelijk”"),
        ("nl", "Een makkelijke brief krijgen", "vague-ease", "“makkelijke”"),
        ("nl", "Een gebruiksvriendelijker formulier krijgen", "vague-ease", "“gebruiksvriendelijker”"),
        ("nl", "Een pasje, kaart enz. meenemen", "vague-escape", "“enz”"),
    ],
)  # fmt: skip
def test_a_word_that_nobody_can_test_is_named(language: str, text: str, rule: str, words: str) -> None:
    (finding,) = [
        one
        for one in found(text, "Weten wanneer" if language == "nl" else "Know when", language=language)
        if one.kind is FindingKind.VAGUE
    ]
    assert finding.rule == rule
    assert words in finding.why(language)


def test_where_the_map_says_how_long_it_takes_a_word_for_speed_can_go() -> None:
    finding = only("Get a fast answer", "Know when", minutes=10)
    assert finding.rule == "vague-speed-timed"
    assert "10 minutes" in finding.why("en")
    assert "10 minuten" in finding.why("nl")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Have breakfast"),
        ("en", "Eat fast food"),
        ("en", "Drive the easyJet bus"),
        ("en", "Spend a day in Nice"),
        ("en", "Use the fast-track lane"),
        ("nl", "Op de snelweg rijden"),
        ("nl", "De goede ingang nemen"),
        ("nl", "Goedkeuring krijgen"),
    ],
)
def test_a_vague_word_inside_another_or_as_a_name_is_none(language: str, text: str) -> None:
    assert not any(
        one.kind is FindingKind.VAGUE for one in found(text, "Weten" if language == "nl" else "Know", language=language)
    )


# Whatever is typed


ODD = (
    *HOSTILE,
    "👩‍👩‍👧",
    "اتصل بالمكتب واطلب موعدا",
    "and",
    " and ".join("a" * 47),
    "W" * 280,
    "((((",
    ")(",
    "a. b. c. d",
    "…",
    "(x)",
    "en en en",
    "I",
    "ik",
    "fast " * 50,
    ("Call the desk and " * 15).strip(),
    "-",
    "¿Qué?",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_checked_and_every_finding_says_why(text: str, language: str) -> None:
    epics = stories(
        odd := made(
            moment(text[:280], text[:280], "x"),
            map={"title": "T", "kind": "to-be", "language": language},
            channels=CHANNELS,
        )
    )
    first = story_findings(odd, epics)
    for finding in (*first.of_all, *(one for findings in first.by_story.values() for one in findings)):
        for reader in LANGUAGES:
            assert len(finding.why(reader)) > 20
            assert finding.kind.called(reader)
            assert bool(finding.offer(reader)) is bool(finding.proposals)
        assert all(len(proposal) < 1500 for proposal in finding.proposals)
    assert story_findings(odd, epics) == first


def test_an_empty_backlog_has_no_findings() -> None:
    assert of(made(map={"title": "T", "kind": "to-be"})) == StoryFindings({}, ())


@settings(max_examples=30, deadline=None)
@given(journeys())
def test_any_map_can_be_checked_and_findings_stand_in_the_order_of_the_kinds(journey: Journey) -> None:
    kinds = list(FindingKind)
    for findings in of(journey).by_story.values():
        places = [kinds.index(finding.kind) for finding in findings]
        assert places == sorted(places)
        assert findings


def test_only_the_stories_that_are_asked_for_are_checked() -> None:
    epics = stories(sample("to-be"), sample("as-is"), only_changed=True)
    wanted = {story.id for epic in epics for story in epic.stories}
    assert set(story_findings(sample("to-be"), epics).by_story) <= wanted
