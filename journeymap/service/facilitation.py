"""Leading a workshop: its steps and clock, who follows, what is locked, the door, the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from journeymap.domain.analysis.story_moments import story_moments
from journeymap.domain.changes.validation_errors import checked
from journeymap.domain.model.limits import ROWS
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.workshop import Ballot, Destination, ScreenChoice, Step, StepKind, Workshop
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import gone, invalid
from journeymap.domain.workshop import lifecycle
from journeymap.domain.workshop.ballot_scope import items_asked, scope_of
from journeymap.domain.workshop.votes import votable
from journeymap.service.audit_log import AuditLog
from journeymap.service.current_step import as_is_of, map_of, to_design
from journeymap.service.house import House, new_id
from journeymap.service.large_maps import copied
from journeymap.service.maps import Maps, designed
from journeymap.service.people import free_code
from journeymap.service.workshop_access import WorkshopAccess
from journeymap.storage.store import MapHead, Transaction

MOST_LOCKED = ROWS["moments"]


@dataclass(frozen=True, slots=True)
class Facilitation:
    """What only those who lead the workshop do. `step_id`: the step that was meant, refused where it is not on."""

    house: House
    maps: Maps
    access: WorkshopAccess

    def start(self, person: Participant, workshop_id: str, step_id: str) -> Workshop:
        """Begin a step, or go on with one that was left; the one that was on ends, and what it hid is shown.

        A step about the to-be finds one: where the workshop has none, it is designed from the as-is then and there.
        """
        return self._begin(person, workshop_id, step_id, lifecycle.start)

    def pause(self, person: Participant, workshop_id: str, step_id: str | None = None) -> Workshop:
        """Stop the clock and the work."""
        return self.access.update(person, workshop_id, lambda it: lifecycle.pause(it, self.house.now(), step_id))

    def resume(self, person: Participant, workshop_id: str, step_id: str | None = None) -> Workshop:
        """Go on with what is left on the clock."""
        return self.access.update(person, workshop_id, lambda it: lifecycle.resume(it, self.house.now(), step_id))

    def extend(
        self, person: Participant, workshop_id: str, seconds: float = 60, step_id: str | None = None
    ) -> Workshop:
        """More time."""
        return self.access.update(
            person, workshop_id, lambda it: lifecycle.extend(it, seconds, self.house.now(), step_id)
        )

    def reveal(self, person: Participant, workshop_id: str, step_id: str | None = None) -> Workshop:
        """Show everybody what was hidden; the step goes on in the open."""
        return self.access.update(person, workshop_id, lambda it: lifecycle.reveal(it, self.house.now(), step_id))

    def end(self, person: Participant, workshop_id: str, step_id: str | None = None) -> Workshop:
        """The step is done, and what was hidden in it is shown."""
        return self.access.update(person, workshop_id, lambda it: lifecycle.end(it, self.house.now(), step_id))

    def back(self, person: Participant, workshop_id: str, step_id: str) -> Workshop:
        """Open an earlier step anew; the one that was on waits with its hidden work and its clock."""
        return self._begin(person, workshop_id, step_id, lifecycle.back)

    def take_break(self, person: Participant, workshop_id: str, minutes: float | None = None) -> Workshop:
        """A break from now on. A step that is not through waits for its end, hidden and with its clock.

        Errors: Refusal `invalid` while there is a break, or where it is no time.
        """

        def change(it: Workshop) -> Workshop:
            title = say("agenda-kind-break", it.language)
            values = {"id": new_id(), "kind": StepKind.BREAK, "title": title, "minutes": minutes}
            return lifecycle.take_break(it, checked(Step, values, "step"), self.house.now())

        return self.access.update(person, workshop_id, change)

    def take_vote(
        self, person: Participant, workshop_id: str, ballot: Ballot, minutes: float | None = None
    ) -> Workshop:
        """A dot vote from now on, on the map that the room works on. A step that is not through waits, as for a break.

        Errors: Refusal `invalid` while people vote, where there is nothing to vote on, or where it is no time.
        """

        def change(it: Workshop) -> Workshop:
            head = map_of(it.step, self.access.heads(workshop_id))
            if head is None or not votable(self.house.store.journey(head.id), ballot.items):
                raise invalid(f"vote-on-nothing-{ballot.items}".replace("_", "-"))
            title = say(f"vote-title-{ballot.items}".replace("_", "-"), it.language)
            values = {"id": new_id(), "kind": StepKind.VOTE, "title": title, "minutes": minutes}
            vote = checked(Step, {**values, "map": head.kind, "ballot": ballot}, "step")
            return lifecycle.take_vote(it, vote, self.house.now())

        return self.access.update(person, workshop_id, change)

    def lead(self, person: Participant, workshop_id: str, on: bool = True) -> Workshop:
        """Everybody follows this facilitator; or nobody follows anybody any more."""
        return self._set(person, workshop_id, leading=person.id if on else None)

    def lock(self, person: Participant, workshop_id: str, on: bool = True) -> Workshop:
        """Only facilitators move cards; or everybody may again."""
        return self._set(person, workshop_id, locked=on)

    def lock_row(self, person: Participant, workshop_id: str, row_id: str, on: bool = True) -> Workshop:
        """Participants leave this card as it is, with all that stands in it; or may change it again."""

        def change(it: Workshop) -> Workshop:
            rows = it.locked_rows | {row_id} if on else it.locked_rows - {row_id}
            if len(rows) > MOST_LOCKED:
                raise invalid("locked-too-many", most=MOST_LOCKED)
            return it.model_copy(update={"locked_rows": rows})

        if on:
            self._require_shown(person, workshop_id, row_id)
        return self.access.update(person, workshop_id, change)

    def spotlight(self, person: Participant, workshop_id: str, row_id: str | None) -> Workshop:
        """Everybody looks at this card; None: at none."""
        if row_id is not None:
            self._require_shown(person, workshop_id, row_id)
        return self._set(person, workshop_id, spotlight=row_id)

    def show(self, person: Participant, workshop_id: str, view: str) -> Workshop:
        """What the room's screen shows, until the next step begins; a card that everybody looked at goes."""

        def change(it: Workshop) -> Workshop:
            if view not in get_args(ScreenChoice):
                raise invalid("not-on-the-screen")
            return it.model_copy(update={"screen": view, "spotlight": None})

        return self.access.update(person, workshop_id, change)

    def send_all(self, person: Participant, workshop_id: str, map_id: str | None = None, page: str = "map") -> Workshop:
        """Ask everybody to go to this map and page."""

        def change(it: Workshop) -> Workshop:
            # Told apart from every sending before it, also from those that are over.
            sending = checked(Destination, {"number": it.version + 1, "map_id": map_id, "page": page}, "sending")
            # The room's screen goes along, whatever it showed.
            return it.model_copy(update={"sending": sending, "screen": "step"})

        if map_id is not None and self.maps.head(person, map_id).workshop_id != workshop_id:
            raise gone("map-of-other-workshop")
        return self.access.update(person, workshop_id, change)

    def renew_code(self, person: Participant, workshop_id: str) -> Workshop:
        """Another join code: the one before ends at once, and whoever is in stays. It is noted who did it."""
        code = free_code(self.house)

        def change(it: Workshop) -> Workshop:
            if it.closed_at is not None:
                raise invalid("workshop-ended")
            return it.model_copy(update={"join_code": code})

        done = self.access.update(person, workshop_id, change)
        AuditLog(self.house).note("new-code", person, workshop_id=workshop_id)
        return done

    def door(self, person: Participant, workshop_id: str, open: bool) -> Workshop:  # noqa: A002 - a door is open
        """Whether people may still join by the code; whoever is in comes and goes as before."""

        def change(it: Workshop) -> Workshop:
            if open and it.closed_at is not None:
                raise invalid("workshop-ended")
            return it.model_copy(update={"door": open})

        return self.access.update(person, workshop_id, change)

    def close(self, person: Participant, workshop_id: str, read_until: str | date | None = None) -> Workshop:
        """The workshop is over; links show it, read-only, up to and including this day (None: while seats last)."""
        day = read_until.isoformat() if isinstance(read_until, date) else read_until
        return self.access.update(person, workshop_id, lambda it: lifecycle.close(it, self.house.now(), day))

    def reopen(self, person: Participant, workshop_id: str) -> Workshop:
        """Go on with a workshop that was closed."""
        return self.access.update(person, workshop_id, lifecycle.reopen)

    def _begin(
        self, person: Participant, workshop_id: str, step_id: str, begin: Callable[[Workshop, str, str], Workshop]
    ) -> Workshop:
        heads = self.access.heads(workshop_id)
        as_is = as_is_of(heads)
        tried = begin(self.access.led(person, workshop_id), step_id, self.house.now())
        asked = self._asked(tried, step_id, heads)

        def design(tx: Transaction, it: Workshop) -> None:
            heads = [head for head in map(tx.head, tx.people.maps_of(workshop_id)) if head.archived_at is None]
            if as_is is not None and to_design(it.step, heads) is not None:
                self.maps.design_in(tx, person, as_is.id, ready)

        def change(it: Workshop) -> Workshop:
            begun = begin(it, step_id, self.house.now())
            return begun if asked is None else lifecycle.ask(begun, step_id, asked)

        wanted = {}
        if as_is is not None and to_design(tried.step, heads) is not None:
            wanted[as_is.id] = designed
        with copied(self.house, person.id, wanted) as ready:
            return self.access.update(person, workshop_id, change, design)

    def _asked(self, begun: Workshop, step_id: str, heads: Sequence[MapHead]) -> tuple[str, ...] | None:
        """What this step asks about, now that it begins; worked out beside the writer. None: everything."""
        step = lifecycle.step_of(begun, step_id)
        head, scope = map_of(step, heads), scope_of(step)
        if head is None or scope == "all" or step.asked is not None:
            return None
        journeys = {one.id: self.house.store.journey(one.id) for one in heads}
        as_is = journeys.get(head.as_is_id or "")
        changed = story_moments(as_is, journeys[head.id]) if scope == "changed" and as_is is not None else frozenset()
        return items_asked(begun, step_id, journeys[head.id], tuple(journeys.values()), changed)

    def _require_shown(self, person: Participant, workshop_id: str, row_id: str) -> None:
        """Everybody is told which card is meant: it must be one that everybody sees."""
        self.access.led(person, workshop_id)
        for head in self.access.heads(workshop_id):
            journey = self.house.store.journey(head.id)
            table = journey.table_of(row_id)
            row = journey.find(table, row_id) if table else None
            if row is not None:
                if row.private:
                    raise invalid("card-hidden")
                return
        raise gone("card-gone")

    def _set(self, person: Participant, workshop_id: str, **values: object) -> Workshop:
        return self.access.update(person, workshop_id, lambda it: it.model_copy(update=values))
