"""User stories: the sentence, what makes it done, and where it comes from."""

from typing import Any

import pytest
from hypothesis import given, settings

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.field_rules import Shown, rule_of
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.order_keys import LAST
from journeymap.domain.model.rows import OF_THE_BACKLOG, OF_THE_ROOM
from journeymap.domain.text.catalogue import say
from journeymap.exchange.csv_files import stories_csv
from journeymap.exchange.markdown import stories_markdown
from journeymap.exchange.sentences import proper_words
from journeymap.exchange.stories import Epic, UserStory, stories
from tests.support.journeys import journeys
from tests.support.marked_map import MARKS, marked
from tests.support.small_maps import HOSTILE, made, sample

PERSONA = {"name": "Marieke"}


def needed(text: str, *needs: str, **more: object) -> dict[str, object]:
    return {"text": text, "needs": [{"text": need} for need in needs], **more}


def sentence(text: str, *needs: str, language: str = "en", **top: object) -> str:
    header = {"title": "A visit", "language": language}
    return only(made(needed(text, *needs), map=header, **dict[str, Any](persona=PERSONA) | top)).sentence


def only(journey: Journey) -> UserStory:
    (epic,) = stories(journey)
    (story,) = epic.stories
    return story


def by_moment(epics: list[Epic]) -> dict[str, UserStory]:
    return {story.moment_id: story for epic in epics for story in epic.stories}


@pytest.mark.parametrize(
    ("text", "needs", "expected"),
    [
        ("Read the magazine", ["Feel invited"], "I want to read the magazine, so that I feel invited."),
        ("Read it", ["Feel invited", "Know more"], "I want to read it, so that I feel invited and know more."),
        ("Read it", ["A", "Be sure", "Know"], "I want to read it, so that: a; be sure; know."),
        ("Read the magazine", [], "I want to read the magazine."),
        ("GPS aan", ["GPS hebben"], "I want: GPS aan, so that: GPS hebben."),
        ("E-mail a question.", ["Know it."], "I want to e-mail a question, so that I know it."),
        ("iPhone opladen", [], "I want: iPhone opladen."),
        ("A4 afdrukken", [], "I want: A4 afdrukken."),
        ("I read the magazine", ["I can relax"], "I want to read the magazine, so that I can relax."),
        ("I am received", ["to know where to go"], "I want to be received, so that I know where to go."),
        ("To call the desk", ["I want to be sure"], "I want to call the desk, so that I am sure."),
        ("I want to call", ["I need to know"], "I want to call, so that I know."),
        ("Ask Marieke", ["Marieke vertrouwen"], "I want to ask Marieke, so that: Marieke vertrouwen."),
        ("👩‍👩‍👧 meet", [], "I want to meet."),
        ("اتصل بالمكتب", ["الأمان"], "I want: اتصل بالمكتب, so that: الأمان."),
    ],
)
def test_a_moment_and_its_needs_make_one_sentence(text: str, needs: list[str], expected: str) -> None:
    assert sentence(text, *needs) == f"As Marieke, {expected}"


def test_what_goes_badly_is_wished_better() -> None:
    assert sentence("I cannot find the desk", "Know where to go") == (
        "As Marieke, I want this to go better: I cannot find the desk, so that I know where to go."
    )
    assert sentence("Ik vind de balie niet", "Me welkom voelen", language="nl") == (
        "Als Marieke wil ik dat dit beter gaat: ik vind de balie niet, want ik wil me welkom voelen."
    )


@pytest.mark.parametrize(
    ("text", "needs", "expected"),
    [
        ("Het blad lezen", ["Me welkom voelen"], "wil ik het blad lezen, want ik wil me welkom voelen."),
        ("IJs kopen", ["Ik wil genieten", "Samen zijn"], "wil ik ijs kopen, want ik wil genieten en samen zijn."),
        ("NS-kaartje kopen", [], "wil ik NS-kaartje kopen."),
    ],
)
def test_the_dutch_sentence(text: str, needs: list[str], expected: str) -> None:
    assert sentence(text, *needs, language="nl") == f"Als Marieke {expected}"


def test_without_a_persona_a_customer_wants_it() -> None:
    assert only(made("Call")).sentence == "As a customer, I want to call."
    assert only(made("Bellen", map={"title": "A", "language": "nl"})).sentence == "Als klant wil ik bellen."


def test_a_name_that_the_map_writes_with_a_capital_keeps_it() -> None:
    journey = made("Natuurmonumenten bellen", "Lid worden van Natuurmonumenten", persona=PERSONA)
    assert stories(journey)[0].stories[0].sentence == "As Marieke, I want: Natuurmonumenten bellen."


def full(**episode: object) -> UserStory:
    first = {
        **needed("Call the desk", "Be sure"),
        "id": "call",
        "moment_of_truth": True,
        "evidence_status": "validated",
        "evidence_by": "Mila",
        "evidence_on": "2026-09-18",
        "touchpoints": [{"channel": "phone"}, {"channel": "friend"}],
        "backstage_steps": [{"text": "Answer", "team": "Desk", "system": "CRM"}, {"text": "Note"}],
    }
    channels = [
        {"id": "phone", "name": "Phone"},
        {"id": "friend", "name": "A friend", "owned": False},
        {"id": "mail", "name": "Mail"},
    ]
    said = [{"text": "Welcome", "tone": "warm", "channel": "phone"}, {"text": "Elsewhere", "channel": "mail"}]
    whole = {"title": "Before", "moments": [first], "communications": said, **episode}
    return only(made(persona=PERSONA, channels=channels, episodes=[whole]))


def test_the_criteria_say_when_it_is_done() -> None:
    given = "Given I want to call the desk, when"
    assert full(targeted_valence=2, targeted_label="Confident").criteria == (
        f"{given} this goes through “Phone”, then it can be finished there, and nobody is sent to another channel.",
        f"{given} this is over, then at least 4 of 5 people who try it can say: “I am sure”.",
        f"{given} this is over, then this has been done backstage by Desk in CRM: “Answer”.",
        f"{given} this is over, then this has been done backstage: “Note”.",
        f"{given} this goes through “Phone”, then I get this message: “Welcome” (tone: warm).",
    )


@pytest.mark.parametrize(
    ("aim", "expected"),
    [
        ({"targeted_valence": 1}, "good (+1)"),
        ({"targeted_label": "at home"}, "at home"),
        ({"targeted_valence": -0.5, "targeted_label": "tense"}, "tense (−0.5)"),
    ],
)
def test_a_targeted_emotion_is_said_as_far_as_it_is_known(aim: dict[str, object], expected: str) -> None:
    assert full(**aim).targeted == expected


def test_a_story_carries_what_trackers_and_teams_need() -> None:
    story = full()
    assert story.channels == ("Phone", "A friend")
    assert story.backstage == ("Answer (Desk, CRM)", "Note")
    assert story.evidence == ("“Call the desk”: validated by Mila, 18 September 2026",)
    assert story.labels == (story.id, "episode-before", "channel-phone", "channel-a-friend", "moment-of-truth")
    assert story.hints == ("no targeted emotion yet",)
    assert (story.disposition, story.replaces, story.changed) == (None, (), True)


def test_a_story_says_what_it_lacks() -> None:
    assert only(made("Call")).hints == ("no need yet", "no channel yet", "no targeted emotion yet")


def test_a_title_fits_every_tracker() -> None:
    story = only(made("word " * 56))
    assert len(story.title) <= 255
    assert story.title.endswith("word…")
    assert len(only(made("a" * 280)).title) == 255


def test_ids_are_stable_and_differ_between_maps_of_one_template() -> None:
    one, again, other = (only(made({"id": "m", "text": "Call"}, map_id=map_id)) for map_id in ("a", "a", "b"))
    assert one.id == again.id
    assert one.id != other.id
    assert one.id.startswith("jm-")
    assert " " not in one.id


# Beside the as-is


def designed(as_is: Journey, *more: Change) -> Journey:
    journey, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "The to-be"))
    return perform(journey, more)[0]


AS_IS = made(
    {"id": "call", "text": "Call the desk", "pain_points": [{"text": "ten minutes of music"}]},
    {"id": "wait", "text": "Wait for an answer", "evidence_status": "internal", "evidence_by": "web statistics"},
    {"id": "pay", "text": "Pay"},
    channels=[{"id": "phone", "name": "Phone"}],
)


def test_an_untouched_moment_is_marked_as_kept_and_can_be_left_out() -> None:
    to_be = designed(AS_IS, Set(table="moments", id="call", field="text", value="Book at once"))
    story = by_moment(stories(to_be, AS_IS))["pay"]
    assert (story.disposition, story.changed) == (Disposition.KEPT, False)
    assert list(by_moment(stories(to_be, AS_IS, only_changed=True))) == ["call"]


def test_a_story_tells_what_it_replaces_what_hurt_and_why_we_believe_it() -> None:
    merged = Add(table="origins", id="o", parent="call", values={"as_is": "wait"})
    gone = Remove(table="moments", id="wait")
    to_be = designed(AS_IS, merged, gone, Set(table="moments", id="call", field="text", value="Book at once"))
    story = by_moment(stories(to_be, AS_IS))["call"]
    assert story.disposition is Disposition.MERGED
    assert story.replaces == ("Call the desk", "Wait for an answer")
    assert story.pain_points == ("ten minutes of music",)
    assert story.evidence == ("“Wait for an answer”: internal data, web statistics",)


def test_a_new_moment_and_a_moved_channel_are_called_so() -> None:
    new = Add(table="moments", id="plan", parent=AS_IS.episodes[0].id, values={"text": "Get a plan"})
    moved = Add(table="touchpoints", id="t", parent="pay", values={"channel": "phone"})
    found = by_moment(stories(designed(AS_IS, new, moved), AS_IS))
    assert found["plan"].disposition is Disposition.NEW
    assert found["pay"].disposition is Disposition.MOVED_CHANNEL


def test_what_is_no_longer_needed_stands_with_its_episode_or_the_one_before() -> None:
    as_is = made(
        episodes=[
            {"id": "before", "title": "Before", "moments": [{"id": "call", "text": "Call"}]},
            {"id": "there", "title": "There", "moments": [{"id": "queue", "text": "Queue"}]},
            {"id": "after", "title": "After", "moments": [{"id": "rate", "text": "Rate"}]},
        ]
    )
    to_be = designed(as_is, Remove(table="episodes", id="there"), Remove(table="moments", id="rate"))
    assert [(epic.title, epic.dropped) for epic in stories(to_be, as_is)] == [
        ("Before", ("Queue",)),
        ("After", ("Rate",)),
    ]
    changed = stories(to_be, as_is, only_changed=True)
    assert [(epic.title, len(epic.stories)) for epic in changed] == [("Before", 0), ("After", 0)]


def test_moving_a_moment_is_a_change() -> None:
    to_be = designed(AS_IS, Move(table="moments", id="call", parent=AS_IS.episodes[0].id, after=LAST))
    assert list(by_moment(stories(to_be, AS_IS, only_changed=True))) == ["call"]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_sample_makes_a_story_of_every_to_be_moment(language: str) -> None:
    as_is, to_be = sample("as-is", language), sample("to-be", language)
    epics = stories(to_be, as_is)
    assert [story.moment_id for epic in epics for story in epic.stories] == [moment.id for moment in to_be.moments]
    told = [story for epic in epics for story in epic.stories]
    assert len({story.id for story in told}) == len(told)
    start = "As Marieke, I want to " if language == "en" else "Als Marieke wil ik "
    assert all(story.sentence.startswith(start) and story.needs and story.criteria for story in told)
    assert {Disposition.KEPT, Disposition.CHANGED, Disposition.MERGED, Disposition.NEW} <= {s.disposition for s in told}
    assert 0 < len(by_moment(stories(to_be, as_is, only_changed=True))) < len(told)


@given(journeys(min_size=4, max_size=20))
@settings(max_examples=40)
def test_any_map_has_a_story_for_each_moment(journey: Journey) -> None:
    bare = journey.without(row for table in OF_THE_BACKLOG for row in journey.tables[table].values())
    assert list(by_moment(stories(bare, bare))) == [moment.id for moment in journey.moments]


@given(journeys(min_size=4, max_size=20))
@settings(max_examples=40)
def test_whatever_was_decided_no_moment_is_lost(journey: Journey) -> None:
    epics = stories(journey, journey)
    kept = {moment for epic in epics for story in epic.stories for moment in story.moments}
    assert kept | {moment for epic in epics for one in epic.left_out for moment in one.moments} == {
        moment.id for moment in journey.moments
    }
    for story in (story for epic in epics for story in epic.stories):
        assert 0 < len(story.title) <= 255
        assert story.sentence
        assert all(" " not in label for label in story.labels)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_told_to_the_letter(hostile: str) -> None:
    story = only(made(needed(hostile, hostile), persona={"name": hostile[:80]}))
    kept = hostile.strip()
    assert story.title == " ".join(kept.split())
    assert story.needs == (" ".join(kept.split()),)
    assert hostile[1:40].split(maxsplit=1)[0] in story.sentence


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_disposition_has_a_name(language: str) -> None:
    nothing_to_tell = {Disposition.REMOVED, Disposition.UNDECIDED}
    assert all(say(f"story-disposition-{d}", language) for d in set(Disposition) - nothing_to_tell)


@pytest.mark.parametrize(("table", "name"), [one for one in MARKS if one[0] not in OF_THE_ROOM | OF_THE_BACKLOG])
def test_every_text_is_in_the_stories_where_its_rule_says_so(table: str, name: str) -> None:
    journey = perform(Journey("map"), marked("m"))[0]
    epics = stories(journey)
    said = [str(epics), stories_markdown(journey, epics)]
    if table == "moments":
        said.append(stories_csv(journey, epics).decode())
    if table in ("personas", "maps", "channels", "paths"):
        return  # whom and what the stories are about: said in their sentences, as it always was
    there = rule_of(table, name).story is not Shown.NOWHERE
    assert [MARKS[table, name] in text for text in said] == [there] * len(said)


def test_a_moment_with_more_needs_than_anybody_reads_still_has_its_story() -> None:
    needs = [{"text": f"I know about {n} " + "things " * 30} for n in range(70)]
    steps = [{"text": f"Answer {n} " + "calls " * 40, "team": "Desk", "system": "CRM"} for n in range(12)]
    as_is = made({"id": "m", "text": "Call"})
    to_be = made({"id": "m", "text": "Call", "needs": needs, "backstage_steps": steps, "origin": "m"})
    (story,) = stories(to_be, as_is)[0].stories
    assert all(f"know about {n} " in story.sentence for n in range(70))
    assert any("Answer 11" in said for said in story.changes)


@pytest.mark.parametrize(
    ("persona", "texts", "expected"),
    [
        ("Ann Miller", ("Peace Of Mind", "Calm down"), set()),
        ("Ann Miller", ("Talk to Bo on Monday", "Bo calls"), {"Bo", "Monday"}),
        ("A Veteran", ("Meet the veteran", "Meet the Desk", "Find the desk"), set()),
        ("Ann Miller", ("Meet Dr. Smith", "Smith calls me"), {"Dr", "Smith"}),
        ("Ann Miller", ("Rust In Het Hoofd", "Wait In Line"), set()),
        ("Ann Miller", (), {"Ann", "Miller"}),
    ],
)
def test_names_are_what_is_written_so_in_the_middle_of_plain_sentences(
    persona: str, texts: tuple[str, ...], expected: set[str]
) -> None:
    journey = made(*texts, persona={"name": persona})
    assert proper_words(journey) - {"Ann", "Miller"} == expected - {"Ann", "Miller"}
    assert ("Ann" in proper_words(journey)) is persona.startswith("Ann")
