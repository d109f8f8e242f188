"""What is known of a story beside its sentence and its criteria, by name: each file and screen shows what it wants."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from journeymap.domain.text.catalogue import say
from journeymap.exchange.backlog.user_stories import UserStory

Facts = Mapping[str, tuple[str, ...]]
"""Texts by the name of their field (`story-field-NAME`)."""


def story_facts(story: UserStory, names: Iterable[str], language: str = "en") -> Facts:
    """Those of these facts that are known, in the order in which they are asked for.

    `language` is for what we say ourselves (`origin` and `marks`); all else are words of the map.
    """
    found = {name: tuple(filter(None, _KNOWN[name](story, language))) for name in names}
    return {name: texts for name, texts in found.items() if texts}


def _origin(story: UserStory, language: str) -> Iterator[str]:
    if story.disposition:
        yield say(f"story-disposition-{story.disposition}", language)


def _marks(story: UserStory, language: str) -> Iterator[str]:
    if story.moment_of_truth:
        yield say("story-moment-of-truth", language)
    if story.optional:
        yield say("story-optional", language)


def _priority(story: UserStory, language: str) -> Iterator[str]:
    """What it is, and why; nothing where nothing speaks for any."""
    if story.priority_chosen:
        yield say(f"choice-{story.priority}", language)
    elif story.priority_reasons:
        reasons = "; ".join(story.priority_reasons)
        yield f"{say(f'choice-{story.priority}', language)} ({reasons})"


def points(story: UserStory, language: str) -> str:
    """Its estimate as people write it; "" where there is none."""
    if story.estimate is None:
        return ""
    return f"{story.estimate:g}".replace(".", "," if language == "nl" else ".")


_KNOWN: Mapping[str, Callable[[UserStory, str], Iterable[str]]] = {
    "priority": _priority,
    "estimate": lambda story, language: (points(story, language),),
    "team": lambda story, _: (story.team,),
    "status": lambda story, language: () if story.status == "proposed" else (say(f"choice-{story.status}", language),),
    "notes": lambda story, _: story.notes.splitlines(),
    "taken-in": lambda story, _: [f"{one.title}: {one.sentence}" for one in story.taken_in],
    "origin": _origin,
    "changes": lambda story, _: story.changes,
    "replaces": lambda story, _: story.replaces,
    "before": lambda story, _: (story.before,),
    "after": lambda story, _: (story.after,),
    "targeted": lambda story, _: (story.targeted,),
    "messages": lambda story, _: story.messages,
    "outcomes": lambda story, _: story.outcomes,
    "pain-points": lambda story, _: story.pain_points,
    "votes": lambda story, _: () if story.votes is None else (str(story.votes),),
    "evidence": lambda story, _: story.evidence,
    "needs": lambda story, _: story.needs,
    "channels": lambda story, _: story.channels,
    "backstage": lambda story, _: story.backstage,
    "marks": _marks,
    "hints": lambda story, _: story.hints,
    "validation": lambda story, _: (story.standing,),
    "id": lambda story, _: (story.id,),
}
