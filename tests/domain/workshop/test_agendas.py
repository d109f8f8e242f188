"""The agendas that come with the program: whole, equal in both languages, and of the time they promise."""

import pytest

from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import StepKind, StepState
from journeymap.domain.workshop.agendas import SHIPPED, planned, shipped, shipped_one, steps_of
from tests.support.store_calls import refused

HOURS = {"two-hours": (1.75, 2.25), "full-day": (6.5, 8), "reversed-half-day": (3, 4), "empty": (0, 0)}


@pytest.mark.parametrize("name", SHIPPED)
def test_both_languages_have_the_same_steps(name: str) -> None:
    english, dutch = (shipped_one(name, language) for language in ("en", "nl"))
    said = {"title", "prompt"}
    assert [s.model_dump(exclude=said) for s in english.steps] == [s.model_dump(exclude=said) for s in dutch.steps]
    for ours, theirs in zip(english.steps, dutch.steps, strict=True):
        assert ours.prompt != theirs.prompt
        assert ours.prompt


@pytest.mark.parametrize("name", SHIPPED)
def test_an_agenda_takes_the_time_it_promises(name: str) -> None:
    least, most = HOURS[name]
    assert least <= shipped_one(name, "en").minutes / 60 <= most


@pytest.mark.parametrize("name", [name for name in SHIPPED if name != "empty"])
def test_everybody_writes_alone_before_they_talk_and_customers_have_their_say(name: str) -> None:
    steps = shipped_one(name, "en").steps
    assert any(step.private for step in steps)
    assert any(step.kind is StepKind.VALIDATE for step in steps)
    assert all(step.ballot is None or step.ballot.hidden for step in steps)
    assert all(step.state is StepState.WAITING for step in steps)


def test_the_reversed_one_is_about_the_to_be() -> None:
    steps = shipped_one("reversed-half-day", "nl").steps
    assert sum(step.map is MapKind.TO_BE for step in steps) > len(steps) / 2


def test_a_language_nobody_wrote_falls_back() -> None:
    assert shipped("xx") == shipped("en")


def test_a_plan_keeps_nothing_of_how_it_went() -> None:
    steps = shipped_one("two-hours", "en").steps
    ran = [step.model_copy(update={"state": StepState.DONE, "ended_at": "2026-05-01T12:00:00.000Z"}) for step in steps]
    assert steps_of(planned(ran)) == steps
    assert steps_of([{**planned(ran)[0], "state": "done"}]) == steps[:1]


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"title": ""}, "blank"),
        ({"title": "x" * 121}, "too-long"),
        ({"minutes": 0}, "too-low"),
        ({"minutes": 601}, "too-high"),
        ({"kind": "party"}, "not-one-of"),
        ({"ballot": {"budget": 51}}, "too-high"),
        ({"ballot": {"questions": ["price"]}}, "not-one-of"),
        ({"colour": "red"}, "no-such-field"),
        ({"id": "a b"}, "bad-id"),
    ],
)
def test_a_step_that_does_not_fit_is_said_in_words(wrong: dict[str, object], key: str) -> None:
    with refused("invalid", key):
        steps_of([{"id": "s", "kind": "talk", "title": "Talk", **wrong}])


def test_an_agenda_that_is_not_there_is_gone() -> None:
    with refused("gone", "no-such-agenda"):
        shipped_one("../secrets", "en")


@pytest.mark.parametrize("name", SHIPPED)
def test_an_agenda_has_one_word_for_an_episode(name: str) -> None:
    for language, other in (("en", "chapter"), ("nl", "hoofdstuk")):
        said = [text for step in shipped_one(name, language).steps for text in (step.title, step.prompt)]
        assert [text for text in said if other in text.lower()] == []
