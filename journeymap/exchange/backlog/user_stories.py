"""What a story and its epic are made of; how they are written stands beside."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from journeymap.domain.analysis.comparison.matches import Disposition

CriterionKind = Literal["time", "waiting", "channel", "need", "backstage", "message"]


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
class UserStory:
    """A to-be micro-moment put as work for a team.

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

    @property
    def changed(self) -> bool:
        """Whether there is work in it: a kept moment stays as it is."""
        return self.disposition is not Disposition.KEPT


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

    def only(self, wanted: Callable[[UserStory], bool]) -> "Epic":
        """The epic with the stories that are wanted; what the others were to say stands with the epic."""
        left = tuple(story for story in self.stories if wanted(story))
        said = tuple(text for story in self.stories if not wanted(story) for text in story.messages)
        return replace(self, stories=left, communications=(*self.communications, *said))
