"""Agendas: what a workshop does, step by step. The shipped ones lie in data/agendas, one file a language."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from journeymap.domain.changes.validation_errors import checked
from journeymap.domain.model.rows import Context, MapKind, Title
from journeymap.domain.model.workshop import Step, StepKind
from journeymap.domain.text.catalogue import FALLBACK, LANGUAGES
from journeymap.domain.text.errors import gone
from journeymap.domain.text.resources import data
from journeymap.domain.workshop.step_kinds import rules_of

SHIPPED = ("two-hours", "full-day", "reversed-half-day", "empty")
"""In the order in which they are offered."""

PLAN = frozenset({"id", "kind", "title", "prompt", "minutes", "private", "map", "ballot"})
"""What of a step is planned; the rest is what became of it."""


class Agenda(BaseModel):
    """An agenda to start from. `saved`: somebody kept it here; else it came with the program."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: Title
    about: Context = ""
    steps: tuple[Step, ...] = ()
    saved: bool = False

    @property
    def minutes(self) -> float:
        """How long it takes, as far as its steps have a time."""
        return sum(step.minutes or 0 for step in self.steps)

    def for_empty_map(self, language: str) -> "Agenda":
        """The same, with a step for episodes where it needs some to begin with."""
        return self.model_copy(update={"steps": with_episodes(self.steps, language)})


def shipped(language: str) -> tuple[Agenda, ...]:
    """The agendas that come with the program, in this language."""
    return tuple(_read(name, language if language in LANGUAGES else FALLBACK) for name in SHIPPED)


def shipped_one(name: str, language: str) -> Agenda:
    """One of them. Errors: Refusal `gone`."""
    if name not in SHIPPED:
        raise gone("no-such-agenda")
    return _read(name, language if language in LANGUAGES else FALLBACK)


def planned(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """Steps as a plan that can be kept: nothing of how they went."""
    return [step.model_dump(mode="json", include=set(PLAN), exclude_defaults=True) for step in steps]


def steps_of(plan: Sequence[Mapping[str, Any]]) -> tuple[Step, ...]:
    """The steps of a plan; whatever it says of how they went is left out. Errors: Refusal."""
    return tuple(checked(Step, {k: v for k, v in one.items() if k not in _RUNNING}, "steps") for one in plan)


def with_episodes(steps: Sequence[Step], language: str) -> tuple[Step, ...]:
    """These steps for a map that is empty: a to-be begins with episodes, so somebody must name them before it."""
    first = next((n for n, step in enumerate(steps) if step.map is MapKind.TO_BE), None)
    if first is None or any(rules_of(step.kind).allows("episodes") for step in steps[:first]):
        return tuple(steps)
    asked = next(step for step in shipped_one(SHIPPED[0], language).steps if step.kind is StepKind.EPISODES)
    return (*steps[:first], asked, *steps[first:])


_RUNNING = frozenset(Step.model_fields) - PLAN


@cache
def _read(name: str, language: str) -> Agenda:
    found = json.loads(data("agendas", f"{name}.{language}.json").read_text(encoding="utf-8"))
    return Agenda(id=name, name=found["name"], about=found["about"], steps=steps_of(found["steps"]))
