"""The backlog of a to-be: what people decide about its stories, each decision one act that one undo takes back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from journeymap.domain.model.operations import Change
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.backlog.story_desk import StoryDesk
from journeymap.exchange.backlog.user_stories import Epic, LeftOut, UserStory
from journeymap.exchange.stories import as_the_map_says, stable_id
from journeymap.exchange.story_findings.finding_kinds import PutAside, StoryFindings
from journeymap.exchange.story_findings.whole_backlog import without_asides
from journeymap.service.house import House, new_id
from journeymap.service.import_export import Exchange
from journeymap.service.map_changes import Accepted, MapChanges
from journeymap.service.maps import Maps
from journeymap.service.own_patterns import patterns_of

TRIES = 3
"""Two people may be the first to decide about one story: then the later one is asked to look anew, here."""

Wish = Callable[[StoryDesk], Sequence[Change]]
"""What somebody wants, worked out from the map as it is."""


@dataclass(frozen=True, slots=True)
class BacklogView:
    """The backlog as somebody sees it.

    `epics` hold the stories that are to be built, in their order, and what was left out. `findings` are those that
    nobody put aside, `asides` the others, by the id of their story. `overtaken` are the stories in which somebody wrote
    what the map says otherwise by now.
    """

    epics: Sequence[Epic]
    findings: StoryFindings
    asides: Mapping[str, Sequence[PutAside]]

    @property
    def left_out(self) -> Sequence[LeftOut]:
        """The stories that somebody left out, each with its reason."""
        return [one for epic in self.epics for one in epic.left_out]

    @property
    def overtaken(self) -> Sequence[UserStory]:
        """The stories in which somebody wrote what the map says otherwise by now."""
        return [story for epic in self.epics for story in epic.stories if story.overtaken]


@dataclass(frozen=True, slots=True)
class StoryBacklog:
    """Every decision goes through the one door for changes, so whoever may not make it is refused there.

    A story is named by its id (`jm-…`), or by its handle: a moment's id, or that of its own row. Errors: Refusal, in a
    product owner's words, and nothing is kept.
    """

    house: House
    maps: Maps
    exchange: Exchange

    def of(self, person: Participant, map_id: str, *, only_changed: bool = False) -> BacklogView:
        """The backlog of a map."""
        return self._view(person, map_id, self.exchange.stories(person, map_id, only_changed=only_changed))

    def taken(self, person: Participant, map_id: str, *, only_changed: bool = False) -> BacklogView:
        """The same to take away, as data: that is in the audit log."""
        return self._view(person, map_id, self.exchange.take_stories(person, map_id, only_changed=only_changed))

    def _view(self, person: Participant, map_id: str, epics: Sequence[Epic]) -> BacklogView:
        journey = PUBLIC.of_map(self.maps.journey(person, map_id))
        left, asides = without_asides(journey, epics, self.exchange.story_findings(person, map_id, epics))
        return BacklogView(epics, left, asides)

    def edit(self, person: Participant, map_id: str, story: str, values: Mapping[str, object]) -> Accepted | None:
        """Give a story other values, by their fields; None where it has them already.

        Fields: title, sentence, criteria, notes, estimate (None: not estimated), team, status, priority ("": as
        proposed), labels (set apart by commas, or a list). A text that is empty, or what the map says, is the map's.
        """
        return self._do(person, map_id, lambda desk: desk.edit(story, values))

    def keep(self, person: Participant, map_id: str, story: str, field: str) -> Accepted | None:
        """What somebody wrote stays, although the map says something else by now: that is known from now on."""
        return self._do(person, map_id, lambda desk: desk.keep(story, field))

    def take_over(self, person: Participant, map_id: str, story: str, field: str) -> Accepted | None:
        """What the map says now stands there again, and goes along with it."""
        return self._do(person, map_id, lambda desk: desk.edit(story, {field: ""}))

    def exclude(self, person: Participant, map_id: str, stories: Sequence[str], reason: str = "") -> Accepted | None:
        """Leave stories out of the backlog, and say why; they stay on the map."""
        return self._do(person, map_id, lambda desk: desk.exclude(stories, reason))

    def include(self, person: Participant, map_id: str, stories: Sequence[str]) -> Accepted | None:
        """Take stories into the backlog again."""
        return self._do(person, map_id, lambda desk: desk.include(stories))

    def split(
        self, person: Participant, map_id: str, story: str, by: Literal["need", "channel", "hand"],
        texts: Sequence[str] = (),
    ) -> Accepted | None:  # fmt: skip
        """Make several stories of one: one a need, one a channel, or by hand one more for each of these texts.

        By hand, a text that is a whole sentence of a story (“As …”) is its sentence; any other is its title.
        """
        return self._do(person, map_id, lambda desk: desk.split(story, by, texts))

    def combine(self, person: Participant, map_id: str, stories: Sequence[str]) -> Accepted | None:
        """Make one story of several: the first, with all that the others are for."""
        return self._do(person, map_id, lambda desk: desk.combine(stories))

    def part_again(self, person: Participant, map_id: str, story: str) -> Accepted | None:
        """Take the stories that are combined in this one out of it again."""
        return self._do(person, map_id, lambda desk: desk.part_again(story))

    def add(self, person: Participant, map_id: str, episode: str, title: str, sentence: str = "") -> str:
        """A story by hand, at the end of an episode; its id."""
        row_id = new_id()
        self._do(person, map_id, lambda desk: desk.add(row_id, episode, title, sentence))
        return stable_id(self.maps.head(person, map_id).identity or map_id, row_id)

    def remove(self, person: Participant, map_id: str, story: str) -> Accepted | None:
        """Take a part or a story that was added by hand away; what the part was for goes to the rest of its moment."""
        return self._do(person, map_id, lambda desk: desk.remove(story))

    def move(self, person: Participant, map_id: str, story: str, after: str = "", episode: str = "") -> Accepted | None:
        """Put a story right behind another one, or first ("" ); one by hand also into another episode."""
        return self._do(person, map_id, lambda desk: desk.move(story, after, episode))

    def link(self, person: Participant, map_id: str, story: str, on: str) -> Accepted | None:
        """Say that a story waits for another one."""
        return self._do(person, map_id, lambda desk: desk.link(story, on))

    def unlink(self, person: Participant, map_id: str, story: str, on: str) -> Accepted | None:
        """Say that it does not any more."""
        return self._do(person, map_id, lambda desk: desk.unlink(story, on))

    def put_aside(
        self, person: Participant, map_id: str, story: str, rule: str, about: str, reason: str = ""
    ) -> Accepted | None:
        """Leave a finding as it is; it is back only where it is about something else (`StoryFinding.about`)."""
        return self._do(person, map_id, lambda desk: desk.put_aside(story, rule, about, reason))

    def take_back(self, person: Participant, map_id: str, story: str, rule: str, about: str) -> Accepted | None:
        """Have a finding back that was put aside."""
        return self._do(person, map_id, lambda desk: desk.take_back(story, rule, about))

    def _do(self, person: Participant, map_id: str, wish: Wish) -> Accepted | None:
        """One act; where somebody else was first to decide about the same story, it is worked out anew."""
        for left in reversed(range(TRIES)):
            changes = wish(self._desk(person, map_id))
            if not changes:
                return None
            try:
                return MapChanges(self.house).change(person, map_id, changes)
            except Refusal as refusal:
                if refusal.key != "refusal-id-used" or not left:
                    raise
        raise AssertionError  # the last try raised or returned

    def _desk(self, person: Participant, map_id: str) -> StoryDesk:
        head, journey = self.maps.head(person, map_id), self.maps.journey(person, map_id)
        identity = head.identity or map_id

        def told() -> Mapping[str, UserStory]:
            as_is, shown = self.exchange.as_is_of(person, map_id), PUBLIC.of_map(journey)
            with self.house.turns.of_journeys(person.id, shown, as_is):
                patterns = patterns_of(self.house, shown.language)
                return as_the_map_says(shown, as_is, identity=identity, patterns=patterns)

        return StoryDesk(journey, identity, told, new_id)
