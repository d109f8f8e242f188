"""Stories as Markdown. Text of the map stays text: it makes no heading, link, picture, list or HTML."""

import re
from collections.abc import Iterable, Iterator, Sequence

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Persona
from journeymap.domain.text.catalogue import say
from journeymap.exchange.backlog.decided_stories import left_out_said
from journeymap.exchange.backlog.story_facts import story_facts
from journeymap.exchange.sentences import whom
from journeymap.exchange.stories import Epic, UserStory

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&~|#@${}]")
_LINK = re.compile(r"(?i)(?<=[a-z0-9+.-]):(?=//)|(?<=mailto):|(?<=xmpp):|(?<=www)\.")
_AT_START = re.compile(r"^([+=>-]|\d+[.)])")


def escaped(text: str) -> str:
    """The text in one line, so that Markdown (CommonMark and GitHub's) shows exactly these characters."""
    line = " ".join(text.split())
    line = _LINK.sub(r"\\\g<0>", _ANYWHERE.sub(r"\\\g<0>", line))
    return _AT_START.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", line)


def stories_markdown(journey: Journey, epics: Sequence[Epic], nothing: str = "") -> str:
    """The stories of a map as a document to read, or to paste into a tracker; where there are none, why (`nothing`)."""
    return "\n".join(_document(journey, epics, nothing)) + "\n"


def _document(journey: Journey, epics: Sequence[Epic], nothing: str) -> Iterator[str]:
    language = journey.language
    yield f"# {escaped(journey.title)}"
    if persona := journey.persona:
        yield ""
        yield escaped(_whom(persona, language))
    if standing := next((epic.standing for epic in epics if epic.standing), ""):
        yield from ("", f"> **{escaped(standing)}**")
    if not any(epic.stories for epic in epics):
        yield ""
        yield escaped(nothing) or say("story-nothing-changed" if journey.moments else "story-none", language)
    for epic in epics:
        yield from _epic(epic, language)


def _whom(persona: Persona, language: str) -> str:
    said = say("story-for", language, persona=whom(persona))
    return f"{said}: {persona.goal}" if persona.goal else said


def _epic(epic: Epic, language: str) -> Iterator[str]:
    yield from ("", f"## {escaped(epic.title)}", "")
    if epic.targeted:
        yield _field("targeted", [epic.targeted], language)
    if epic.communications:
        yield _field("messages", epic.communications, language)
    if epic.dropped:
        yield _field("dropped", epic.dropped, language)
    if epic.left_out:
        yield _field("left-out", left_out_said(epic.left_out, language), language)
    yield _field("id", [epic.id], language)
    for story in epic.stories:
        yield from _story(story, language)


def _story(story: UserStory, language: str) -> Iterator[str]:
    yield from ("", f"### {escaped(story.title)}", "")
    yield escaped(story.sentence)
    yield ""
    if story.criteria:
        yield from (f"- [ ] {escaped(criterion)}" for criterion in story.criteria)
        yield ""
    if story.outcomes:
        yield _field("outcomes", story.outcomes, language)
    facts = story_facts(story, _FACTS, language)
    yield from (_field(name, texts, language) for name, texts in facts.items())
    yield from (_line(escaped(name), [text]) for name, text in story.details)


_FACTS = (
    *("priority", "estimate", "team", "status", "taken-in", "notes"),
    *("origin", "changes", "replaces", "before", "after", "targeted", "messages", "pain-points", "votes", "evidence"),
    *("needs", "channels", "backstage", "marks", "hints", "validation", "id"),
)


def _field(name: str, texts: Iterable[str], language: str) -> str:
    return _line(say(f"story-field-{name}", language), texts)


def _line(name: str, texts: Iterable[str]) -> str:
    return f"- **{name}**: {'; '.join(map(escaped, texts))}"
