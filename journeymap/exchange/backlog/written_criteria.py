"""Acceptance criteria as people write them: Given, When, Then, in lines of their own or in one sentence."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeymap.domain.text.story_patterns import OURS, StoryPatterns
from journeymap.exchange.backlog.story_words import filled
from journeymap.exchange.backlog.user_stories import Criterion

_WORDS: Mapping[str, tuple[str, ...]] = {
    "given": ("given", "gegeven", "stel"),
    "when": ("when", "wanneer", "als"),
    "then": ("then", "dan"),
    "and": ("and", "but", "en", "maar"),
}
"""The keywords, whichever of the two languages somebody writes in."""
_CLAUSE = re.compile(
    r"^(?:(?P<given>given|gegeven|stel)|(?P<when>when|wanneer|als)|(?P<then>then|dan)"
    r"|(?P<and>and|but|en|maar))\b[:,]?\s+(?P<said>.+)$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"^(?:given|gegeven|stel)\b[:,]?\s+(?P<given>.+?)[,;]\s*(?:when|wanneer|als)\s+(?P<when>.+?)[,;]"
    r"\s*(?:then|dan)\s+(?P<then>.+?)\.?$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^(?:[-*•–]\s*(?:\[[ xX]?\]\s*)?|\d{1,3}[.)]\s+)")


def criteria_text(criteria: Iterable[str]) -> str:
    """Criteria as somebody edits them: one a line."""
    return "\n".join(criteria)


def read_criteria(
    text: str, title: str, known: Sequence[Criterion], language: str, patterns: StoryPatterns = OURS
) -> tuple[Criterion, ...]:
    """The criteria that somebody wrote, in their order; a line that the map says itself is the map's own criterion.

    What somebody left out is filled in: that the moment of this `title` is at hand, and that it is over. A line without
    keywords is what is true then.
    """
    own = {one.text: one for one in known}
    return tuple(_made(one, own, title, language, patterns) for one in _blocks(text.splitlines(), own))


@dataclass(slots=True)
class _Block:
    """One criterion: a line as it stands, or its clauses."""

    line: str = ""
    clauses: dict[str, list[str]] = field(default_factory=dict)


def _blocks(lines: Iterable[str], own: Mapping[str, Criterion]) -> Iterator[_Block]:
    block = _Block()
    last = ""
    for raw in lines:
        line = _BULLET.sub("", raw.strip())
        clause = _CLAUSE.match(line) if line not in own and not _SENTENCE.match(line) else None
        kind = clause.lastgroup and _kind(clause) if clause else ""
        if kind == "and" and not last:
            kind = ""
        if block.clauses and (not kind or (kind == "given" and block.clauses) or (kind == "when" and last == "then")):
            yield block
            block, last = _Block(), ""
        if kind and clause:
            last = last if kind == "and" else kind
            block.clauses.setdefault(last, []).append(clause["said"].strip().rstrip(".,;"))
        elif line:
            yield _Block(line)
    if block.clauses:
        yield block


def _kind(clause: re.Match[str]) -> str:
    return next(kind for kind in _WORDS if clause[kind])


def _made(block: _Block, own: Mapping[str, Criterion], title: str, language: str, patterns: StoryPatterns) -> Criterion:
    if block.line in own:
        return own[block.line]
    whole = _SENTENCE.match(block.line)
    and_ = f" {filled('and', language)} "
    parts = whole.groupdict() if whole else {kind: and_.join(said) for kind, said in block.clauses.items()}
    then = parts.get("then", "") or block.line or parts.get("when", "") or parts["given"]
    given = parts.get("given", "") or patterns.said("given-moment", language, moment=title)
    when = parts.get("when", "") or patterns.said("when-over", language)
    text = block.line or patterns.said("criterion", language, given=given, when=when, then=then)
    return Criterion(given, when, then.rstrip("."), "own", text)
