"""What people write in a step, as it comes: for those who lead, and without a word of what is still hidden."""

from dataclasses import dataclass

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import Row
from journeymap.domain.model.visibility import PUBLIC
from journeymap.domain.workshop.step_kinds import counts
from journeymap.service.current_step import map_of
from journeymap.service.house import House
from journeymap.service.people import People
from journeymap.service.workshop_access import WorkshopAccess

WORDS = frozenset({"episodes", "moments", "channels", "needs", "paths", "backstage_steps", "pain_points"})
"""What has words of its own that a room looks at. What is voted or answered is counted elsewhere."""

MOST = 40
"""No more than so many at once: a room writes a thousand."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """A row that somebody made in this step: what it says, where it stands, and by whom (empty where unknown)."""

    table: str
    id: str
    text: str
    place: str
    by: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The latest contributions that everybody sees, newest first; how many there are; and how many are hidden."""

    map_id: str
    latest: tuple[Contribution, ...]
    shown: int
    hidden: int


@dataclass(frozen=True, slots=True)
class Contributions:
    """Looks at what comes in."""

    house: House
    people: People
    access: WorkshopAccess

    def feed(self, person: Participant, workshop_id: str, most: int = MOST) -> Feed | None:
        """What came in in the step that is on, on its map; None where there is none. Only for those who lead."""
        workshop = self.access.led(person, workshop_id)
        step, head = workshop.step, map_of(workshop.step, self.access.heads(workshop_id))
        if step is None or head is None or step.started_at is None:
            return None
        journey, names = self.house.store.journey(head.id), self.people.names_in(workshop_id)
        made = self.house.store.people.added(head.id, step.started_at, step.ended_at)
        wanted = counts(step.kind) & WORDS
        # What was taken away and brought back was added twice, and is whose it was at first.
        first = {one.id: one for one in reversed(made) if one.table in wanted}
        rows = [(row, one.by) for one in reversed(first.values()) if (row := journey.find(one.table, one.id))]
        shown = [(row, by) for row, by in rows if PUBLIC.sees_row(row)]
        latest = tuple(_said(journey, row, names.get(by, "")) for row, by in reversed(shown[-most:]))
        return Feed(head.id, latest, len(shown), len(rows) - len(shown))


def _said(journey: Journey, row: Row, by: str) -> Contribution:
    above = journey.find(row.parent_table, row.parent) if row.parent_table and row.parent else None
    place = above.called if above is not None and PUBLIC.sees_row(above) else ""
    return Contribution(row.table, row.id, row.called, place, by)
