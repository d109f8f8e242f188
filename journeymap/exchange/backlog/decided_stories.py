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


def told(story: UserStory, field: EditedField) -> str:
    """What a text of a story says, as it is kept beside what somebody writes instead: cut where it is too long."""
    text = criteria_text(story.criteria) if field == "criteria" else str(getattr(story, field))
    lines = (" ".join(line.split()) for line in text.splitlines())
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
        for one, root in into.items():
            made[root] = self._joined(made[root], made[one])
        waits = self._waits(by_row, into)
        stay = {one: replace(story, depends_on=waits.get(one, ())) for one, story in made.items() if one not in into}
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
        labels = tuple(filter(None, (label.strip() for label in row.labels.split(","))))
        story = replace(
            story,
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
        if "criteria" in kept:
            tests = read_criteria(row.criteria, story.title, story.tests, self.language, self.patterns)
            story = replace(story, tests=tests, criteria=tuple(one.text for one in tests))
        return replace(story, title=shortened(row.title or story.title, TITLE), sentence=row.sentence or story.sentence)

    @staticmethod
    def _joined(one: UserStory, other: UserStory) -> UserStory:
        """One story with all that the other one is for; their sentences both stand there."""
        votes = [story.votes for story in (one, other) if story.votes is not None]
        joined: dict[str, Any] = {name: unique((*getattr(one, name), *getattr(other, name))) for name in _JOINED}
        first = min(one.priority_proposed, other.priority_proposed, key=_PRIORITIES.index)
        shared = bool(set(one.moments) & set(other.moments))  # a part of the same moment: its votes are the same
        return replace(
            one,
            taken_in=(*one.taken_in, TakenIn(other.id, other.title, other.sentence), *other.taken_in),
            moments=unique((*one.moments, *other.moments)),
            votes=(max(votes) if shared else sum(votes)) if votes else None,
            tests=tuple({test.text: test for test in (*one.tests, *other.tests)}.values()),
            notes="\n".join(filter(None, (one.notes, other.notes))),
            tasks=tuple({task.id: task for task in (*one.tasks, *other.tasks)}.values()),
            moment_of_truth=one.moment_of_truth or other.moment_of_truth,
            optional=one.optional and other.optional,
            disposition=one.disposition if one.changed or not other.changed else Disposition.CHANGED,
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
_PRIORITIES = [level for _, level in LEVELS]


def left_out_said(left_out: Iterable[LeftOut], language: str) -> tuple[str, ...]:
    """The stories that somebody left out, each with its reason."""
    return tuple(
        filled("left-out-why", language, title=one.title, reason=one.reason) if one.reason else one.title
        for one in left_out
    )
