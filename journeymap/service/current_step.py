"""Where a workshop is: the step that is on, and the map that it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.domain.model.roles import Participant, Role, leads
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Step, Workshop
from journeymap.domain.workshop.permissions import StepTask, step_task
from journeymap.domain.workshop.room_screen import kind_of_map, view_of
from journeymap.service.workshop_access import WorkshopAccess
from journeymap.storage.store import MapHead


@dataclass(frozen=True, slots=True)
class WorkshopStage:
    """The workshop, its maps in the order in which they were made, and the one that people work on now."""

    workshop: Workshop
    maps: tuple[MapHead, ...]
    map: MapHead | None


@dataclass(frozen=True, slots=True)
class CurrentStep:
    """Finds out where a workshop is."""

    access: WorkshopAccess

    def stage(self, person: Participant, workshop_id: str) -> WorkshopStage:
        """Where it is now."""
        workshop = self.access.get(person, workshop_id)
        heads = self.access.heads(workshop_id)
        return WorkshopStage(workshop, tuple(heads), map_of(workshop.step, heads))

    def asked_of(self, person: Participant, head: MapHead) -> StepTask | None:
        """What the step asks of this person on this map; None: whatever they may do to it at all."""
        if head.workshop_id is None or leads(person.role) or person.role is Role.READER:
            return None
        return step_task(self.access.get(person, head.workshop_id), head.kind)


def map_of(step: Step | None, heads: Sequence[MapHead]) -> MapHead | None:
    """The map that a step is about, of these in the order in which they were made.

    The first as-is, one that says something before one that is empty, and the latest to-be. Without a to-be,
    and without a step, it is what there is.
    """
    return _map_of_kind(step.map if step is not None else None, heads)


def screen_map(workshop: Workshop, heads: Sequence[MapHead]) -> MapHead | None:
    """The map on the room's screen: the one that everybody was sent to, else of what it shows."""
    view, sending = view_of(workshop), workshop.sending
    if workshop.screen == "step" and view != "step" and sending is not None:
        sent = next((head for head in heads if head.id == sending.map_id), None)
        if sent is not None:
            return sent
    step = workshop.step
    return _map_of_kind(kind_of_map(workshop, view) or (step.map if step is not None else None), heads)


def _map_of_kind(kind: MapKind | None, heads: Sequence[MapHead]) -> MapHead | None:
    to_be = [head for head in heads if head.kind is MapKind.TO_BE]
    if kind is MapKind.TO_BE and to_be:
        return to_be[-1]
    return as_is_of(heads) or next(iter(to_be), None)


def as_is_of(heads: Sequence[MapHead]) -> MapHead | None:
    """The as-is that a workshop works on: brought in later or not, the one that says something."""
    as_is = [head for head in heads if head.kind is MapKind.AS_IS]
    return next((head for head in as_is if head.episodes or head.moments), next(iter(as_is), None))


def to_design(step: Step | None, heads: Sequence[MapHead]) -> MapHead | None:
    """The as-is that the to-be of this step is still to be designed from; None where there is nothing to do."""
    if step is None or step.map is not MapKind.TO_BE or any(head.kind is MapKind.TO_BE for head in heads):
        return None
    return as_is_of(heads)
