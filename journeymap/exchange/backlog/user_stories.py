"""What a story and its epic are made of; how they are written stands beside."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.model.rows import StoryPart, StoryStatus

TITLE = 255
"""The longest title that every tracker takes."""

CriterionKind = Literal["time", "waiting", "channel", "need", "backstage", "message", "own"]
Priority = Literal["highest", "high", "medium", "low"]
EditedField = Literal["title", "sentence", "criteria"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that somebody can test, in three clauses without their keywords (Given/When/Then, Stel/Als/Dan).

    `text` is the same as one sentence.
    """

    given: str
    when: str
    then: str
    kind: CriterionKind
    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """What has to be done backstage for a story; `id` stays the same as long as the step is on the map."""

    id: str
    text: str
    team: str = ""
    system: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """A text that somebody wrote: what the map said `then` ("" where that is not known), and what it says `now`."""

    field: EditedField
    then: str
    now: str

    @property
    def overtaken(self) -> bool:
        """Whether the map says something else by now."""
        return bool(self.then) and self.then != self.now


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A story that is combined into another one, as it would be by itself."""

    id: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A story that somebody left out of the backlog, and why."""

    id: str
    title: str
    reason: str
    moments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UserStory:
    """A to-be micro-moment put as work for a team, or a part of one, or what somebody added by hand.

    `moment_id` is "" for one that was added by hand; `part` says what a part of a moment is for.

    `id` stays the same as long as map and moment do, in whatever installation. `disposition` is None where there
    is no as-is to compare with. `hints` say what the story still lacks, `details` what else is known of the moment:
    what it is about, and what is said.
    """

    id: str
    moment_id: str
    epic_id: str
    episode: str
    title: str
    sentence: str
    needs: tuple[str, ...]
    criteria: tuple[str, ...]
    channels: tuple[str, ...]
    disposition: Disposition | None
    replaces: tuple[str, ...]
    pain_points: tuple[str, ...]
    evidence: tuple[str, ...]
    backstage: tuple[str, ...]
    moment_of_truth: bool
    optional: bool
    labels: tuple[str, ...]
    hints: tuple[str, ...]
    details: tuple[tuple[str, str], ...] = ()
    standing: str = ""
    """That no customer validated its map, or that it was changed since; "" where there is nothing to say."""
    persona: str = ""
    """The customer it is for, and of which segment they are."""
    changes: tuple[str, ...] = ()
    """What the to-be does otherwise than the as-is here, a sentence each."""
    before: str = ""
    """The micro-moment just before it on the to-be; "" where it is the first."""
    after: str = ""
    """The one just after it."""
    origins: tuple[str, ...] = ()
    """The ids of the as-is moments that it comes from, itself as it is today among them."""
    targeted: str = ""
    """What should be felt, in words: “confident (+2)”."""
    messages: tuple[str, ...] = ()
    """The communication of this very moment: each message of an episode belongs to one, or to the epic."""
    tests: tuple[Criterion, ...] = ()
    """The criteria once more, each in its three clauses."""
    outcomes: tuple[str, ...] = ()
    """What is measured after release, and is no criterion: whether people feel what was aimed at."""
    votes: int | None = None
    """How many dots it got, it and what it replaces; None where nobody voted, or it may not be told."""

    row: str = ""
    """The id of the row with what people decided about it; "" where nobody did."""
    part: StoryPart = ""
    """What a part of a micro-moment is for; "" is the whole of it, or what no part is for."""
    moments: tuple[str, ...] = ()
    """All micro-moments it is for: several where stories were combined."""
    taken_in: tuple[TakenIn, ...] = ()
    """The stories that are combined into it."""
    edited: tuple[Edited, ...] = ()
    """The texts that somebody wrote, where the map has words of its own for them."""
    priority: Priority = "low"
    priority_chosen: bool = False
    """Whether somebody chose the priority; else it is proposed, for these reasons."""
    priority_proposed: Priority = "low"
    priority_reasons: tuple[str, ...] = ()
    estimate: float | None = None
    """In story points; None where nobody estimated it."""
    team: str = ""
    status: StoryStatus = "proposed"
    notes: str = ""
    own_labels: tuple[str, ...] = ()
    """The labels that people gave it; they are among its labels, too."""
    depends_on: tuple[str, ...] = ()
    """The ids of the stories that have to be there first."""
    tasks: tuple[Task, ...] = ()
    """Its steps backstage, to be done one by one."""

    @property
    def handle(self) -> str:
        """What it is known by on its own map: its moment, where it is the whole of one, else its row."""
        return self.moment_id if self.moment_id and not self.part else self.row

    @property
    def overtaken(self) -> tuple[Edited, ...]:
        """The texts that somebody wrote, and of which the map says something else by now."""
        return tuple(one for one in self.edited if one.overtaken)

    @property
    def changed(self) -> bool:
        """Whether there is work in it: a kept moment stays as it is, unless somebody wrote what is to be built."""
        return self.disposition is not Disposition.KEPT or any(one.field != "title" for one in self.edited)


@dataclass(frozen=True, slots=True)
class Epic:
    """An episode as the frame of its stories; `dropped` are as-is moments that are no longer needed.

    `communications` are the messages that belong to none of its stories.
    """

    id: str
    episode_id: str
    title: str
    targeted: str
    communications: tuple[str, ...]
    stories: tuple[UserStory, ...]
    dropped: tuple[str, ...]
    labels: tuple[str, ...]
    standing: str = ""
    left_out: tuple[LeftOut, ...] = ()
    """The stories that somebody left out of the backlog: none of them is among its stories."""

    def only(self, wanted: Callable[[UserStory], bool]) -> "Epic":
        """The epic with the stories that are wanted; what the others were to say stands with the epic."""
        left = tuple(story for story in self.stories if wanted(story))
        said = tuple(text for story in self.stories if not wanted(story) for text in story.messages)
        return replace(self, stories=left, communications=(*self.communications, *said))
