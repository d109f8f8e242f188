"""What a ballot asks about: episodes, the top of a vote, what is new; checked on the server, settled at the start."""

import pytest

from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Ballot, Step, StepKind
from journeymap.domain.workshop import ballot_scope
from journeymap.service.service import Service
from journeymap.service.step_message import look
from tests.support.app import App
from tests.support.store_calls import refused
from tests.support.workshop_room import Held, hold

SCORES = Ballot(questions=("satisfaction",))


def room(service: Service, ballot: Ballot) -> Held:
    """Two episodes with two moments each, a vote, and a step with this ballot."""
    agenda = (
        Step(id="v", kind=StepKind.VOTE, title="Which decide?", ballot=Ballot(budget=3)),
        Step(id="q", kind=StepKind.SCORES, title="How good?", ballot=ballot),
    )
    held = hold(App(service), "Mila", "Otto", agenda=agenda)
    held.change("", Add(table="episodes", id="there", values={"title": "There"}))
    for n in range(4):
        parent = "e" if n < 2 else "there"
        held.change("", Add(table="moments", id=f"m{n}", parent=parent, values={"text": f"I do {n}"}))
    return held


def give(held: Held, item: str, name: str = "Mila") -> None:
    values = {"round": held.now.at, "item": item, "question": "satisfaction", "value": 4}
    held.change(name, Add(table="votes", id=f"{name}-{item}", values=values))


def test_only_the_chosen_episodes_are_asked_about_and_nothing_else_is_taken(service: Service) -> None:
    held = room(service, SCORES.model_copy(update={"scope": "episodes", "episodes": ("there",)}))
    held.start(StepKind.SCORES)
    assert held.step(StepKind.SCORES).asked == ("m2", "m3")
    give(held, "m2")
    with refused("forbidden", "vote-not-asked"):
        give(held, "m0")
    now = look(service.workshops, held.workshop_id, held.map_id)
    assert now is not None
    step = now.said("2026-12-01T12:00:00.000Z", leading=False, here=())["step"]
    assert step is not None
    assert step["asked"] == ["m2", "m3"]


def test_the_top_of_the_vote_before_is_asked_about_with_its_ties(service: Service) -> None:
    held = room(service, SCORES.model_copy(update={"scope": "vote", "top": 1}))
    held.start(StepKind.VOTE)
    held.vote("Mila", "m1")
    held.vote("Otto", "m3")
    held.start(StepKind.SCORES)
    assert held.step(StepKind.SCORES).asked == ("m1", "m3")
    held.app.service.workshops.facilitation.back(held.lead, held.workshop_id, held.step(StepKind.VOTE).id)
    held.app.service.workshops.facilitation.start(held.lead, held.workshop_id, held.step(StepKind.SCORES).id)
    assert held.step(StepKind.SCORES).asked == ("m1", "m3")  # what was asked stays


@pytest.mark.parametrize("scope", [{"scope": "vote"}, {"scope": "episodes", "episodes": ("gone",)}, {"scope": "all"}])
def test_a_scope_that_comes_to_nothing_asks_about_everything(service: Service, scope: dict[str, object]) -> None:
    held = room(service, SCORES.model_copy(update=scope))
    held.start(StepKind.SCORES)
    assert held.step(StepKind.SCORES).asked is None
    for n in range(4):
        give(held, f"m{n}")


def test_what_nobody_could_answer_is_refused_in_words(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballot_scope, "MOST_ASKED", 1)
    held = room(service, SCORES.model_copy(update={"scope": "episodes", "episodes": ("there",)}))
    with refused("invalid", "scope-too-large"):
        held.start(StepKind.SCORES)
    assert held.now.step is None


def test_what_is_built_is_what_is_new_or_changed_and_no_kept_moment_is_a_story(service: Service) -> None:
    ballot = Ballot(questions=("impact", "effort"), scope="changed")
    agenda = (
        Step(id="t", kind=StepKind.TO_BE, title="How should it go?", map=MapKind.TO_BE),
        Step(id="g", kind=StepKind.GRID, title="What first?", map=MapKind.TO_BE, ballot=ballot),
        Step(id="s", kind=StepKind.STORIES, title="Is it clear?", map=MapKind.TO_BE),
    )
    held = hold(App(service), "Mila", agenda=agenda)
    for n in range(3):
        held.change("", Add(table="moments", id=f"m{n}", parent="e", values={"text": f"I do {n}"}))
    held.start(StepKind.TO_BE)
    (to_be,) = [head.id for head in service.workshops.heads(held.workshop_id) if head.kind is MapKind.TO_BE]
    changes: list[Change] = [
        Set(table="moments", id="m1", field="text", value="I am told"),
        Add(table="moments", id="new", parent="e", values={"text": "I am called back"}),
    ]
    service.changes.change(held.lead, to_be, changes)
    for kind in (StepKind.GRID, StepKind.STORIES):
        held.start(kind)
        assert held.step(kind).asked == ("m1", "new")
