"""The backlog as it is: the stories that the map makes, with all that people decided about them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.story_rows import StoryRows, in_order
from journeymap.domain.model import limits
from journeymap.domain.model.rows import Story
from journeymap.domain.text.story_patterns import OURS, StoryPatterns
from journeymap.exchange.backlog.story_priority import LEVELS
from journeymap.exchange.backlog.story_words import filled
from journeymap.exchange.backlog.user_stories import TITLE, Edited, EditedField, Epic, LeftOut, TakenIn, UserStory
from journeymap.exchange.backlog.written_criteria import criteria_text, read_criteria
from journeymap.exchange.sentences import shortened, unique

TEXTS: Mapping[EditedField, int] = {"title": limits.TEXT, "sentence": limits.CONTEXT, "criteria": limits.CRITERIA}
"""The texts of a story that can be written by hand, and how long each may be."""


def is_an_id(label: str) -> bool:
    """Whether a label would pass for the id of a story."""
    return label.strip().casefold().startswith("jm-")


def told(story: UserStory, field: EditedField) -> str:
    """What a text of a story says, as it is kept beside what somebody writes instead: cut where it is too long."""
    text = criteria_text(story.criteria) if field == "criteria" else str(getattr(story, field))
    lines = [" ".join(line.split()) for line in text.splitlines()][: limits.CRITERIA_LINES]
    return "\n".join(lines)[: TEXTS[field]].strip()


@dataclass(frozen=True)
class DecidedStories:
    """What people decided about the stories of a map, to be laid over what the map makes of them."""

    rows: StoryRows
    language: str
    patterns: StoryPatterns = OURS

    def over(self, epics: Sequence[Epic]) -> list[Epic]:
        """The epics with the stories that are to be built, in the order in which people put them."""
        if not self.rows.rows:
            return list(epics)
        by_row = {story.row: story.id for epic in epics for story in epic.stories if story.row}
        made = {story.id: self._decided(story) for epic in epics for story in epic.stories}
        into = {by_row[one]: by_row[root] for one, root in self.rows.roots.items() if one in by_row and root in by_row}
        inside: dict[str, list[UserStory]] = {}
        for one, root in into.items():
            inside.setdefault(root, []).append(made[one])
        made |= {root: self._joined(made[root], others) for root, others in inside.items()}
        waits = self._waits(by_row, into)
        made |= {one: replace(made[one], depends_on=others) for one, others in waits.items() if one in made}
        stay = {one: story for one, story in made.items() if one not in into}
        return [self._epic(epic, stay) for epic in epics]

    def _decided(self, story: UserStory) -> UserStory:
        row = self.rows.by_id.get(story.row)
        if row is None:
            return story
        kept = {
            field: Edited(field, getattr(row, f"{field}_base"), told(story, field))
            for field in TEXTS
            if getattr(row, field)
        }
        said = (label.strip() for label in row.labels.split(","))
        labels = tuple(label for label in said if label and not is_an_id(label))  # an id stands for one story alone
        tests, criteria = story.tests, story.criteria
        if "criteria" in kept:
            tests = read_criteria(row.criteria, story.title, story.tests, self.language, self.patterns)
            criteria = tuple(one.text for one in tests)
        return replace(
            story,
            title=shortened(row.title or story.title, TITLE),
            sentence=row.sentence or story.sentence,
            tests=tests,
            criteria=criteria,
            edited=tuple(kept.values()) if row.moment and row.part != "hand" else (),
            team=row.team,
            status=row.status,
            notes=row.notes,
            estimate=row.estimate,
            own_labels=labels,
            labels=unique((*story.labels, *("-".join(label.split()) for label in labels))),
            priority=row.priority or story.priority,
            priority_chosen=bool(row.priority),
        )

    @staticmethod
    def _joined(one: UserStory, others: Sequence[UserStory]) -> UserStory:
        """One story with all that the others are for; the sentences of all stand there."""
        every = [one, *others]
        joined: dict[str, Any] = {
            name: unique(text for story in every for text in getattr(story, name)) for name in _JOINED
        }
        first = min((story.priority_proposed for story in every), key=_PRIORITIES.index)
        votes: dict[str, int] = {}  # parts of one moment have the votes of that moment, once
        for story in every:
            if story.votes is not None:
                votes[story.moment_id or story.id] = max(story.votes, votes.get(story.moment_id or story.id, 0))
        return replace(
            one,
            taken_in=tuple(TakenIn(story.id, story.title, story.sentence) for story in others),
            moments=unique(moment for story in every for moment in story.moments),
            votes=sum(votes.values()) if votes else None,
            tests=tuple({test.text: test for story in every for test in story.tests}.values()),
            notes="\n".join(filter(None, (story.notes for story in every))),
            tasks=tuple({task.id: task for story in every for task in story.tasks}.values()),
            moment_of_truth=any(story.moment_of_truth for story in every),
            optional=all(story.optional for story in every),
            disposition=one.disposition if one.changed or not any(story.changed for story in others) else CHANGED,
            priority=one.priority if one.priority_chosen else first,
            priority_proposed=first,
            **joined,
        )

    def _waits(self, by_row: Mapping[str, str], into: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
        """For which stories each one waits, where both are stories still."""
        found: dict[str, list[str]] = {}
        for link in self.rows.links:
            one, other = by_row.get(link.parent or ""), by_row.get(link.depends_on)
            if one and other and (one := into.get(one, one)) != (other := into.get(other, other)):
                found.setdefault(one, []).append(other)
        return {one: unique(others) for one, others in found.items()}

    def _epic(self, epic: Epic, stay: Mapping[str, UserStory]) -> Epic:
        stories = {story.handle: stay[story.id] for story in epic.stories if story.id in stay}
        after = {handle: row.stands_after for handle, story in stories.items() if (row := self._row(story))}
        ordered = [stories[handle] for handle in in_order(list(stories), after, epic.episode_id)]
        out = {story.id: row for story in ordered if (row := self._row(story)) and row.excluded}
        return replace(
            epic,
            stories=tuple(story for story in ordered if story.id not in out),
            left_out=tuple(
                LeftOut(story.id, story.title, out[story.id].reason) for story in ordered if story.id in out
            ),
        )

    def _row(self, story: UserStory) -> Story | None:
        return self.rows.by_id.get(story.row)


_JOINED = (
    *("needs", "criteria", "channels", "replaces", "pain_points", "evidence", "backstage", "labels", "details"),
    *("changes", "origins", "messages", "outcomes", "own_labels", "priority_reasons"),
)
"""What a combined story has of all its stories, each thing once."""
CHANGED = Disposition.CHANGED
_PRIORITIES = [level for _, level in LEVELS]


def left_out_said(left_out: Iterable[LeftOut], language: str) -> tuple[str, ...]:
    """The stories that somebody left out, each with its reason."""
    return tuple(
        filled("left-out-why", language, title=one.title, reason=one.reason) if one.reason else one.title
        for one in left_out
    )
