"""The dots on a story: counted once a vote is over, for whoever may know them."""

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.workshop import Ballot, Step, StepKind
from journeymap.service.service import Service
from journeymap.service.story_votes import story_votes
from tests.support.app import App
from tests.support.workshop_room import Held, hold


def voted(service: Service, *, anonymous: bool) -> Held:
    """A vote that still runs: two dots on one moment, one on another, none on the third."""
    ballot = Ballot(budget=3, anonymous=anonymous)
    agenda = (
        Step(id="v", kind=StepKind.VOTE, title="Which decide?", ballot=ballot),
        Step(id="w", kind=StepKind.TALK, title="Go on"),
    )
    held = hold(App(service), "Mila", "Otto", agenda=agenda)
    for n in range(3):
        held.change("", Add(table="moments", id=f"m{n}", parent="e", values={"text": f"I do {n}"}))
    held.start(StepKind.VOTE)
    held.vote("Mila", "m1")
    held.vote("Otto", "m1")
    held.vote("Otto", "m2", 1)
    return held


def told(held: Held) -> dict[str, int | None]:
    epics = held.app.service.exchange.stories(held.lead, held.map_id)
    return {story.moment_id: story.votes for epic in epics for story in epic.stories if story.moment_id[0] == "m"}


def test_dots_are_told_once_the_vote_is_over_also_where_nobody_is_named(service: Service) -> None:
    held = voted(service, anonymous=True)
    assert told(held) == {"m0": None, "m1": None, "m2": None}
    held.start(StepKind.TALK)
    assert told(held) == {"m0": None, "m1": 2, "m2": 1}


def test_dots_are_in_the_files_as_well(service: Service) -> None:
    held = voted(service, anonymous=False)
    held.start(StepKind.TALK)
    taken = held.app.service.exchange.export(held.lead, held.map_id, "stories-markdown").content.decode()
    assert [line for line in taken.splitlines() if "Votes" in line] == ["- **Votes**: 2", "- **Votes**: 1"]


def test_whoever_reads_by_a_link_is_told_no_dots(service: Service) -> None:
    held = voted(service, anonymous=False)
    held.start(StepKind.TALK)
    head = service.house.store.head(held.map_id)
    assert story_votes(service.house, held.lead, [head]) == {"m1": 2, "m2": 1}
    reader = Participant(id="link", role=Role.READER, name="A link")
    assert story_votes(service.house, reader, [head]) == {}
