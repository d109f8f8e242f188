"""One finding about a story: its kind, why it is one, and what is proposed instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journeymap.domain.model.limits import TEXT
from journeymap.domain.text.catalogue import known, say
from journeymap.domain.text.durations import duration_said
from journeymap.exchange.sentences import shortened


class FindingKind(StrEnum):
    """What a good story is; a finding says which of these one is not."""

    WELL_FORMED = "well-formed"
    ATOMIC = "atomic"
    MINIMAL = "minimal"
    UNIFORM = "uniform"
    UNIQUE = "unique"
    OUTCOME = "outcome"
    TESTABLE = "testable"
    VAGUE = "vague"
    CHANNEL = "channel"

    def called(self, language: str) -> str:
        """The kind by its name."""
        return say(f"finding-kind-{self}", language)


@dataclass(frozen=True, slots=True)
class StoryFinding:
    """What could be better about a story, by which rule.

    `values` are words of the map that the reason names; `proposals` are whole sentences of stories, in the map's own
    language: one is a rewording, several are a split.
    """

    kind: FindingKind
    rule: str
    values: tuple[tuple[str, str], ...] = ()
    proposals: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    """What it is about, where its values do not say."""

    @property
    def about(self) -> str:
        """What it is about, in one line: put aside, it is back where that changes."""
        said = self.texts or tuple(text for name, text in self.values if name != "n")
        return shortened(" · ".join(" ".join(text.split()) for text in said), TEXT)

    def why(self, language: str) -> str:
        """Why this is a finding, and what helps, as a sentence or two."""
        values = dict(self.values)
        if "minutes" in values:
            values["time"] = duration_said(float(values["minutes"]), language)
        return say(f"finding-{self.rule}", language, **values)

    def offer(self, language: str) -> str:
        """What its proposals are: “Split by need”; "" where there are none."""
        if not self.proposals:
            return ""
        key = f"finding-offer-{self.rule}"
        return say(key if known(key) else "finding-offer", language)


@dataclass(frozen=True, slots=True)
class PutAside:
    """A finding that somebody put aside, and why."""

    finding: StoryFinding
    reason: str


@dataclass(frozen=True, slots=True)
class StoryFindings:
    """The findings of a backlog: those of each story by its id, and those that all stories share."""

    by_story: Mapping[str, Sequence[StoryFinding]]
    of_all: Sequence[StoryFinding]

    def of(self, story_id: str) -> Sequence[StoryFinding]:
        """The findings of one story."""
        return self.by_story.get(story_id, ())

    @property
    def counts(self) -> dict[FindingKind, int]:
        """In how many stories each kind was found, in the order of the kinds; kinds without any are left out."""
        found = [{finding.kind for finding in findings} for findings in self.by_story.values()]
        counted = {kind: sum(kind in kinds for kinds in found) for kind in FindingKind}
        return {kind: count for kind, count in counted.items() if count}
