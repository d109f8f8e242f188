"""Epics and stories in the plain form that every tracker's file is written from."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import StoryStatus
from journeymap.domain.text.catalogue import say
from journeymap.exchange.backlog.decided_stories import left_out_said
from journeymap.exchange.backlog.story_facts import story_facts
from journeymap.exchange.backlog.user_stories import Priority, Task
from journeymap.exchange.cells import starts_as_formula
from journeymap.exchange.sentences import shortened, unique
from journeymap.exchange.stories import TITLE, Criterion, Epic, UserStory

Kind = Literal["epic", "story"]
Fact = tuple[str, tuple[str, ...]]

MOST_OF_LABEL = 50
"""The longest label that every tracker takes."""


@dataclass(frozen=True, slots=True)
class WorkItem:
    """An epic or a story. Every text is one line.

    `lead` says it in a sentence, `facts` what else is known, each by its name. `labels` begin with the id and hold
    neither spaces nor separators. `parent` is the id of a story's epic; an epic has no `priority` and no `estimate`
    (story points). `depends_on` are ids of other stories among the items.
    """

    id: str
    kind: Kind
    title: str
    lead: str
    criteria: tuple[str, ...]
    facts: tuple[Fact, ...]
    labels: tuple[str, ...]
    parent: str = ""
    episode: str = ""
    important: bool = False
    tests: tuple[Criterion, ...] = ()
    standing: str = ""
    priority: Priority | Literal[""] = ""
    estimate: float | None = None
    team: str = ""
    status: StoryStatus = "proposed"
    tasks: tuple[Task, ...] = ()
    depends_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to build of one map: its items, each epic before its stories.

    `nothing` says why there are no stories; "" where there are some. `epics` are the same as they were written.
    """

    journey: Journey
    epics: Sequence[Epic]
    items: tuple[WorkItem, ...]
    nothing: str = ""

    @property
    def language(self) -> str:
        """That of the map."""
        return self.journey.language

    @property
    def standing(self) -> str:
        """That no customer validated the map, or that it was changed since; "" where there is nothing to say."""
        return next((epic.standing for epic in self.epics if epic.standing), "")

    def of_kind(self, kind: Kind) -> Sequence[WorkItem]:
        """The epics, or the stories."""
        return [item for item in self.items if item.kind == kind]

    def children(self) -> Mapping[str, Sequence[WorkItem]]:
        """The stories of each epic, by its id."""
        found: dict[str, list[WorkItem]] = {item.id: [] for item in self.of_kind("epic")}
        for story in self.of_kind("story"):
            found[story.parent].append(story)
        return found


def work_of(journey: Journey, epics: Sequence[Epic], nothing: str = "") -> Work:
    """The items of these epics."""
    return Work(journey, epics, tuple(_items(journey, epics)), nothing)


_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BEFORE_LETTERS = re.compile("^[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_NOT_IN_LABEL = re.compile(r"[\s,;]+")


def line(text: str) -> str:
    """The text in one line, without what no file may hold."""
    return " ".join(_UNSEEN.sub("", text).split())


def title_of(text: str) -> str:
    """A title that every tracker takes: one line of 255 characters at most, as UTF-16 counts them."""
    said = line(text)
    most = TITLE
    found = shortened(said, most)
    while (over := len(found.encode("utf-16-le")) // 2 - TITLE) > 0:
        most = min(most, len(found)) - max(1, over // 2)
        found = shortened(said, most)
    return found


def title_in_table(title: str, language: str) -> str:
    """The same for a CSV, where what begins as a formula does has a word before it."""
    if not starts_as_formula(_BEFORE_LETTERS.sub("", title)):
        return title
    return title_of(f"{say('story-field-title', language)}: {title}")


def labels_of(labels: Iterable[str]) -> tuple[str, ...]:
    """Labels that every tracker takes, each once."""
    return unique(_NOT_IN_LABEL.sub("-", line(label))[:MOST_OF_LABEL].strip("-") for label in labels)


def _items(journey: Journey, epics: Sequence[Epic]) -> Iterator[WorkItem]:
    titles = {story.id: story.title for epic in epics for story in epic.stories}
    for epic in epics:
        yield _epic(epic, journey)
        for story in epic.stories:
            yield _story(story, titles, journey.language)


def _epic(epic: Epic, journey: Journey) -> WorkItem:
    language = journey.language
    named = {
        "targeted": (epic.targeted,),
        "messages": epic.communications,
        "dropped": epic.dropped,
        "left-out": left_out_said(epic.left_out, language),
        "validation": (epic.standing,),
    }
    title = title_of(epic.title)
    return WorkItem(
        id=epic.id,
        kind="epic",
        title=title or epic.id,
        lead=say("tracker-epic", language, episode=title, map=line(journey.title)),
        criteria=(),
        facts=tuple(_facts(named, language)),
        labels=labels_of(epic.labels),
        episode=title,
        standing=line(epic.standing),
    )


def _story(story: UserStory, titles: Mapping[str, str], language: str) -> WorkItem:
    first = tuple(one for one in story.depends_on if one in titles)
    named = {"depends-on": [titles[one] for one in first], **story_facts(story, _FACTS, language)}
    title = title_of(story.title)
    return WorkItem(
        id=story.id,
        kind="story",
        title=title or story.id,
        lead=line(story.sentence),
        criteria=tuple(filter(None, map(line, story.criteria))),
        facts=(*_facts(named, language), *((line(name), (line(said),)) for name, said in story.details if line(said))),
        labels=labels_of(story.labels),
        parent=story.epic_id,
        episode=line(story.episode),
        important=story.moment_of_truth,
        tests=story.tests or (_at_least(story, language),),
        standing=line(story.standing),
        priority=story.priority,
        estimate=story.estimate,
        team=line(story.team),
        status=story.status,
        tasks=tuple(
            Task(task.id, said, line(task.team), line(task.system)) for task in story.tasks if (said := line(task.text))
        ),
        depends_on=first,
    )


_FACTS = (
    *("priority", "estimate", "team", "status", "taken-in", "notes"),
    *("origin", "changes", "replaces", "pain-points", "votes", "evidence", "before", "after", "channels", "targeted"),
    *("messages", "outcomes", "backstage", "marks", "hints", "validation"),
)


def _facts(named: Mapping[str, Iterable[str]], language: str) -> Iterator[Fact]:
    for name, texts in named.items():
        if said := tuple(filter(None, map(line, texts))):
            yield say(f"story-field-{name}", language), said


def _at_least(story: UserStory, language: str) -> Criterion:
    """Where no criterion is known: that it goes as the story says, so that there is something to try."""
    given = say("story-given-moment", language, moment=line(story.title))
    then = say("tracker-then", language)
    return Criterion(given, say("story-when-over", language), then, "need", then)
