"""Whether criteria are a tree that tools for tests read: a feature, scenarios, and in each Given, When, Then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from gherkin.errors import ParserException
from gherkin.parser import Parser

from journeymap.domain.text.catalogue import FALLBACK, LANGUAGES
from journeymap.exchange.backlog.gherkin_text import PARTS, Clause, in_order, keywords, one_line, titles

_KINDS = {"Context": "given", "Action": "when", "Outcome": "then"}


@dataclass(frozen=True, slots=True)
class CriterionFault:
    """What is not right about a criterion: `rule` is `missing`, `order` or `unread`; `part` the clause it is about."""

    rule: str
    part: str = ""


def feature_text(title: str, scenarios: Sequence[Sequence[Clause]], language: str) -> str:
    """A story as a feature, a scenario for each criterion; every text stays in the line it belongs to."""
    tongue = language if language in LANGUAGES else FALLBACK
    feature, scenario = titles(tongue)
    words = dict(zip(PARTS, keywords(tongue), strict=False))
    lines = [f"# language: {tongue}", f"{feature}: {one_line(title)}"]
    for number, steps in enumerate(scenarios, 1):
        lines += ["", f"  {scenario}: {number}"]
        lines += [f"    {words[step.part]} {one_line(step.text)}" for step in steps if step.part]
    return "\n".join(lines) + "\n"


@lru_cache(maxsize=4096)
def fault_of(steps: tuple[Clause, ...], language: str) -> CriterionFault | None:
    """The first thing that is not right about the steps of one criterion, or None."""
    if any(not step.part for step in steps):
        return CriterionFault("unread")
    empty = next((step.part for step in steps if not any(map(str.isalnum, step.text))), "")
    read = _tree(tuple(step.part for step in steps), language)
    lacking = next((part for part in PARTS if part not in read), "") or empty
    if lacking:
        return CriterionFault("missing", lacking)
    if list(read) != sorted(read, key=PARTS.index):
        return CriterionFault("order", read[0])
    return None


@lru_cache(maxsize=256)
def _tree(parts: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The clauses as the parser reads them. What a step says never changes that, so only its kind is asked."""
    document = feature_text("-", [[Clause(part, "-") for part in parts]], language)
    scenarios = scenarios_in(document)
    return scenarios[0] if len(scenarios) == 1 else ()


def scenarios_in(document: str) -> list[tuple[str, ...]]:
    """The clauses of each scenario of a feature, by its tree; [] where it is none, or holds anything else."""
    try:
        tree: Any = Parser().parse(document)
    except ParserException:
        return []
    feature = tree.get("feature")
    children = feature["children"] if feature else []
    if not all("scenario" in child for child in children):
        return []
    return [tuple(_parts(child["scenario"])) for child in children]


def _parts(scenario: Any) -> Iterator[str]:
    for step in scenario["steps"]:
        yield _KINDS.get(step["keywordType"], "")


def put_right(steps: Sequence[Clause], language: str) -> dict[str, str] | None:
    """The clauses in the right order, where all three are there; None where something has to be written first."""
    found = in_order(steps, language)
    return found if all(any(map(str.isalnum, text)) for text in found.values()) else None
