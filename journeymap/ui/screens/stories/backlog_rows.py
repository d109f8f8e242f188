"""What the backlog shows of each story, worked out without Streamlit."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journeymap.domain.text.catalogue import say
from journeymap.exchange.backlog.user_stories import Epic, UserStory
from journeymap.exchange.story_findings.finding_kinds import StoryFindings

_LABELS = 4
"""So many labels stand in a line."""


def backlog_groups(
    epics: Sequence[Epic], numbers: Mapping[str, str], findings: StoryFindings, language: str
) -> list[dict[str, Any]]:
    """The episodes with their stories, as the list is told of them."""
    called = {story.id: number_of(story, numbers) for epic in epics for story in epic.stories}
    return [
        {
            "id": epic.episode_id,
            "title": epic.title,
            "about": _about(epic.stories, language),
            "stories": [_told(story, called, findings, language) for story in epic.stories],
        }
        for epic in epics
        if epic.stories
    ]


def number_of(story: UserStory, numbers: Mapping[str, str]) -> str:
    """The number of its moment on the map; a plus where it is a part of one, or was added by hand."""
    number = numbers.get(story.moment_id, "")
    return f"{number}+" if story.part or not story.moment_id else number


def _about(stories: Iterable[UserStory], language: str) -> str:
    """How many stories, how many points, and how many of them are done."""
    listed = list(stories)
    points = [story.estimate for story in listed if story.estimate is not None]
    states = Counter(story.status for story in listed)
    parts = [say("backlog-count", language, n=len(listed))]
    if points:
        parts.append(say("backlog-points", language, n=amount(sum(points))))
    if open_ := sum(story.estimate is None for story in listed) if points else 0:
        parts.append(say("backlog-unestimated", language, n=open_))
    if states["done"]:
        parts.append(say("backlog-done", language, n=states["done"]))
    return " · ".join(parts)


def _told(story: UserStory, called: Mapping[str, str], findings: StoryFindings, language: str) -> dict[str, Any]:
    shown = story.priority if story.priority_chosen or story.priority != "low" else ""
    waits = [called[one] or "+" for one in story.depends_on if one in called]
    return {
        "id": story.handle,
        "number": called[story.id],
        "title": story.title,
        "origin": say(f"story-disposition-{story.disposition}", language) if story.disposition else "",
        "priority": shown,
        "chosen": story.priority_chosen,
        "reasons": list(story.priority_reasons),
        "estimate": "" if story.estimate is None else amount(story.estimate),
        "team": story.team,
        "status": story.status,
        "labels": list(story.own_labels[:_LABELS]),
        "warnings": len(findings.of(story.id)),
        "news": bool(story.overtaken),
        "waits": ", ".join(waits),
    }


def amount(points: float) -> str:
    """Story points as one writes them: 3, or 0.5."""
    return f"{points:g}"


def teams_of(epics: Iterable[Epic]) -> list[str]:
    """The teams that are named anywhere, for stories and backstage, each once, in order of the alphabet."""
    stories = [story for epic in epics for story in epic.stories]
    found = {story.team for story in stories} | {task.team for story in stories for task in story.tasks}
    return sorted(filter(None, found), key=str.casefold)


def labels_of(epics: Iterable[Epic]) -> list[str]:
    """The labels that people gave to stories, each once."""
    return sorted({label for epic in epics for story in epic.stories for label in story.own_labels}, key=str.casefold)


def found_story(epics: Iterable[Epic], handle: str) -> UserStory | None:
    """The story that is known by this on its map."""
    return next((story for epic in epics for story in epic.stories if story.handle == handle), None)
