"""What was done in one go, as it stands in the log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from journeymap.domain.model.copies import made_of
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Effect, Operation

Act = Literal["do", "undo", "redo"]
Field = tuple[str, str, str]
"""A field of a row: its table, the row's id, and its name."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What was done in one go: by whom, under which name of the client's own, and when."""

    by: str
    op: str
    at: str = ""
    act: Act = "do"
    of: str | None = None
    lost: Mapping[Field, str] = field(default_factory=dict)
    """Whose unseen values it replaces, by field."""
    group: str | None = None
    """What it belongs to, where more is done in one go than one change says."""
    window: str | None = None
    """Where the person did it."""

    @property
    def name(self) -> str:
        """What the batch is called in the log."""
        return f"{self.by}/{self.group or self.op}"

    def numbered(self, journey: Journey, effects: Sequence[Effect], so_far: int = 0) -> tuple[Operation, ...]:
        """The log entries of these effects, the last of which led to this journey; `so_far` came before them.

        Only the first carries the client's own name; `~` cannot stand in one, so the names of the
        others never meet it.
        """
        first = journey.revision - len(effects) + 1
        return tuple(
            made_of(
                Operation,
                {
                    **effect.__dict__,
                    "revision": first + n,
                    "op": self.op if so_far + n == 0 else f"{self.op}~{so_far + n}",
                    "client": self.by,
                    "by": self.by,
                    "at": self.at,
                    "batch": self.name,
                    "act": self.act,
                    "of": self.of,
                    "lost_by": self.lost.get((effect.table, effect.id, effect.field)) if self.lost else None,
                },
            )
            for n, effect in enumerate(effects)
        )
