"""Decisions: what was set aside becomes one, or goes back, and keeps its id."""

from typing import Literal

from journeymap.domain.model.operations import Add, Change, Remove
from journeymap.domain.model.rows import Decision, ParkedNote


def decide_note(note: ParkedNote) -> list[Change]:
    """Make a decision of a note in the parking lot: it leaves it, and is still the one that was voted on."""
    return [
        Remove(table="parked", id=note.id),
        Add(table="decisions", id=note.id, values={"text": note.text}),
    ]


def park_decision(decision: Decision, kind: Literal["parked", "idea"] = "parked") -> list[Change]:
    """Put a decision back into the parking lot; without its owner and its day, which a note has none of."""
    return [
        Remove(table="decisions", id=decision.id),
        Add(table="parked", id=decision.id, values={"text": decision.text, "kind": kind}),
    ]
