"""Criteria as a person writes them: lines that begin with Given, When and Then, one criterion a paragraph.

The keywords are those of Gherkin in the language. Whatever else a line begins with (`@`, `|`, three quotation marks,
`Scenario:`) is text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from gherkin.dialect import Dialect

from journeymap.exchange.backlog.user_stories import Criterion

PARTS = ("given", "when", "then")
"""The clauses of a criterion, in the order in which they belong."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and what it says; `part` is "" where a text begins with no keyword."""

    part: str
    text: str


def keywords(language: str) -> tuple[str, ...]:
    """The keywords that we write, for `PARTS`, and the one that joins two clauses of a kind."""
    return _WORDS.get(language, _WORDS["en"])


def titles(language: str) -> tuple[str, str]:
    """What a feature and a scenario are called."""
    return _TITLES.get(language, _TITLES["en"])


_TITLES = {"en": ("Feature", "Scenario"), "nl": ("Functionaliteit", "Scenario")}
_WORDS = {"en": ("Given", "When", "Then", "And"), "nl": ("Stel", "Als", "Dan", "En")}


def one_line(text: str) -> str:
    """The text in one line, which no Gherkin reads as more than one step."""
    return " ".join(text.split())


def clauses_of(criterion: Criterion, language: str) -> tuple[Clause, ...]:
    """The clauses of a criterion; one that begins with a keyword of its own is of that kind, wherever it stands."""
    found: list[Clause] = []
    for part in PARTS:
        text = getattr(criterion, part)
        found += _read(text.splitlines() or [""], language, part)
    return tuple(found)


def criteria_text(criteria: Sequence[Criterion], language: str) -> str:
    """These criteria as somebody may go on writing them."""
    words = dict(zip(PARTS, keywords(language), strict=False))
    return "\n\n".join(
        "\n".join(f"{words[part]} {one_line(text)}" for part in PARTS if (text := getattr(one, part).strip()))
        for one in criteria
    )


def paragraphs(text: str, language: str) -> list[tuple[Clause, ...]]:
    """What somebody wrote, a criterion a paragraph: nothing of it is left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    written = [one for one in re.split(r"\n[ \t]*\n", lines) if one.strip()]
    return [tuple(_read(one.splitlines(), language, "")) for one in written]


def in_order(steps: Sequence[Clause], language: str) -> dict[str, str]:
    """The clauses by their part, in the right order; several of one part are joined, a text without one goes last."""
    joined = f" {keywords(language)[3].lower()} "
    by_part: dict[str, list[str]] = {part: [] for part in PARTS}
    for step in steps:
        if step.text:
            by_part[step.part or "then"].append(step.text)
    return {part: joined.join(texts) for part, texts in by_part.items()}


def _read(lines: Sequence[str], language: str, part: str) -> Iterator[Clause]:
    """The steps in these lines: a keyword begins one, any other line goes on with the one before."""
    texts: list[str] = []
    begun = bool(part)
    for raw in lines:
        line = one_line(raw)
        said, rest = keyword_of(line, language)
        if not said:
            texts.append(line)
            begun = begun or bool(line)
            continue
        if begun and any(texts):
            yield Clause(part, one_line(" ".join(texts)))
        part = said if said != "and" else part
        texts, begun = [rest], True
    if begun:
        yield Clause(part, one_line(" ".join(texts)))


def keyword_of(line: str, language: str) -> tuple[str, str]:
    """Which clause a line begins (`and` for one more of the same), and the rest of it; "" and the line where none."""
    first, _, rest = line.partition(" ")
    part = _keywords(language if language in _WORDS else "en").get(first.rstrip(":,").casefold(), "")
    return (part, rest.strip()) if part else ("", line)


@cache
def _keywords(language: str) -> dict[str, str]:
    dialect = Dialect.for_name(language)
    if dialect is None:
        raise KeyError(language)
    lists = {
        "given": dialect.given_keywords,
        "when": dialect.when_keywords,
        "then": dialect.then_keywords,
        "and": [*dialect.and_keywords, *dialect.but_keywords],
    }
    return {word.strip().casefold(): part for part, words in lists.items() for word in words if word.strip() != "*"}
