"""What the stories screen shows, worked out without Streamlit: which stories, how many, and one as text to copy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journeymap.domain.text.catalogue import say
from journeymap.exchange.backlog.story_facts import Facts, story_facts
from journeymap.exchange.markdown import escaped
from journeymap.exchange.stories import Epic, UserStory


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person looks for: an epic (by episode, "" for all), words, and only stories that still lack something."""

    episode: str = ""
    words: str = ""
    lacking: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """How much there is to build, and how much of it is not ready yet."""

    stories: int
    epics: int
    changed: int
    lacking: int


def counted(epics: Sequence[Epic]) -> Counted:
    """The stories in numbers."""
    stories = list(_stories(epics))
    return Counted(
        stories=len(stories),
        epics=len(epics),
        changed=sum(story.changed for story in stories),
        lacking=sum(bool(story.hints) for story in stories),
    )


def found(epics: Sequence[Epic], wanted: Wanted, *, only_changed: bool = False) -> list[Epic]:
    """The epics with the stories that are wanted; epics of which nothing is left are left out."""
    words = wanted.words.casefold().split()
    left = []
    for epic in epics:
        if wanted.episode and epic.episode_id != wanted.episode:
            continue
        shown = epic.only(lambda story: story.changed) if only_changed else epic
        stories = tuple(
            story
            for story in shown.stories
            if (story.hints or not wanted.lacking) and all(word in _text(story) for word in words)
        )
        if stories:
            left.append(replace(shown, stories=stories))
    return left


def paged(epics: Sequence[Epic], page: int, most: int) -> list[Epic]:
    """The stories of one page, in their epics; pages are counted from one."""
    first, last = (page - 1) * most, page * most
    shown, at = [], 0
    for epic in epics:
        stories = epic.stories[max(0, first - at) : max(0, last - at)]
        at += len(epic.stories)
        if stories:
            shown.append(replace(epic, stories=stories))
    return shown


def as_text(story: UserStory, language: str) -> str:
    """A story as Markdown, to paste into a tracker."""
    criteria = "\n".join(f"- [ ] {escaped(criterion)}" for criterion in story.criteria)
    told = [
        *((say(f"story-field-{name}", language), "; ".join(texts)) for name, texts in said_of(story).items()),
        *story.details,
    ]
    details = "\n".join(f"- **{escaped(name)}**: {escaped(said)}" for name, said in told)
    parts = (f"### {escaped(story.title)}", escaped(story.sentence), criteria, details)
    return "\n\n".join(filter(None, parts))


def said_of(story: UserStory) -> Facts:
    """All that stands below its criteria, each by its name, as far as it is known."""
    return story_facts(story, _FACTS)


_FACTS = (
    *("outcomes", "changes", "replaces", "before", "after", "targeted", "messages", "pain-points", "votes"),
    *("evidence", "backstage"),
)


def _stories(epics: Sequence[Epic]) -> Iterator[UserStory]:
    return (story for epic in epics for story in epic.stories)


def _text(story: UserStory) -> str:
    """All that can be searched for in a story."""
    parts = (story.title, story.sentence, *story.needs, *story.criteria, *story.channels)
    parts += tuple(said for _, said in story.details)
    parts += tuple(text for name, texts in said_of(story).items() if name not in ("before", "after") for text in texts)
    return "\n".join(parts).casefold()
