"""Workshops: made with an agenda and a first map, changed, and what else can be done with them, a part each."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeymap.domain.changes.validation_errors import checked
from journeymap.domain.model.roles import Participant, Right, Role, require
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Step, Workshop
from journeymap.domain.text.catalogue import FALLBACK, LANGUAGES
from journeymap.domain.text.errors import forbidden, gone, invalid
from journeymap.domain.workshop import agendas as plans
from journeymap.domain.workshop import lifecycle
from journeymap.domain.workshop.agendas import Agenda
from journeymap.service.admission import Admission
from journeymap.service.audit_log import AuditLog
from journeymap.service.contributions import Contributions
from journeymap.service.current_step import CurrentStep
from journeymap.service.decisions import Decisions
from journeymap.service.erasure import Erasure
from journeymap.service.facilitation import Facilitation
from journeymap.service.harvest import Harvest
from journeymap.service.house import House, new_id
from journeymap.service.large_maps import copied
from journeymap.service.maps import Maps, plain_copy
from journeymap.service.people import People
from journeymap.service.step_results import Results
from journeymap.service.takeout import Takeout
from journeymap.service.waiting_room import WaitingRoom
from journeymap.service.workshop_access import WorkshopAccess
from journeymap.service.workshop_deletion import Deletion
from journeymap.service.workshop_summary import Summaries
from journeymap.storage.people_contract import SavedAgenda
from journeymap.storage.store import MapHead, Transaction

CHANGEABLE = frozenset({"title", "purpose", "persona", "language", "next_review", "owner"})
MOST_AGENDAS = 200


@dataclass(frozen=True, slots=True)
class Created:
    """A new workshop, the seat of whoever leads it, their recovery code (shown once), and its first map."""

    workshop: Workshop
    lead: Participant
    recovery: str
    map_id: str


@dataclass(frozen=True, slots=True)
class Workshops:
    """Every use case of a workshop."""

    house: House
    people: People
    maps: Maps
    access: WorkshopAccess
    facilitation: Facilitation
    admission: Admission
    waiting_room: WaitingRoom
    erasure: Erasure
    takeout: Takeout
    current: CurrentStep
    summaries: Summaries
    results: Results
    contributions: Contributions
    harvest: Harvest
    decisions: Decisions
    deletion: Deletion

    @classmethod
    def of(cls, house: House, people: People, maps: Maps) -> "Workshops":
        """The use cases over one store, each part with no more than it needs."""
        access = WorkshopAccess(house, people, maps)
        return cls(
            house,
            people,
            maps,
            access,
            Facilitation(house, maps, access),
            Admission(house, people, access),
            WaitingRoom(house, people, access),
            Erasure(house, access),
            Takeout(house, access),
            CurrentStep(access),
            Summaries(house, people, maps, access),
            Results(house, people, maps, access),
            Contributions(house, people, access),
            Harvest(house, access),
            Decisions(house, people, maps, access),
            Deletion(house, access),
        )

    def get(self, person: Participant, workshop_id: str) -> Workshop:
        """One workshop this person is in. Errors: Refusal."""
        return self.access.get(person, workshop_id)

    def heads(self, workshop_id: str) -> list[MapHead]:
        """Its maps, in the order in which they were made."""
        return self.access.heads(workshop_id)

    def create(
        self,
        person: Participant,
        title: str,
        *,
        purpose: str = "",
        persona: str = "",
        agenda: "str | Sequence[Step]" = "two-hours",
        language: str | None = None,
        facilitator: str = "",
        as_is: str | None = None,
    ) -> Created:
        """A workshop with an agenda (by its id, or steps) and an as-is. The owner opens workshops.

        `as_is`: the map to work on, with its to-be if it has one; None: an empty one. An agenda that needs
        episodes to begin with has a step for them on an empty map.
        """
        if person.role is not Role.OWNER:
            raise forbidden("may-not-own")
        language = _spoken(language or self.house.language)
        steps = self._agenda(agenda, language) if isinstance(agenda, str) else tuple(agenda)
        brought = self._to_work_on(person, as_is)
        if isinstance(agenda, str) and not any(head.episodes for head in brought):
            steps = plans.with_episodes(steps, language)
        persona = persona or next((head.persona for head in brought), "")
        workshop, lead = self.people.planned(
            person, title, facilitator, purpose=purpose, persona=persona, language=language
        )
        workshop = lifecycle.arrange(workshop, [step.model_copy(update={"id": new_id()}) for step in steps])
        code, kept = self.people.new_recovery()

        def work(tx: Transaction) -> str:
            tx.people.add_workshop(workshop)
            tx.people.add_participant(lead, self.house.now())
            tx.people.put_recovery(lead.id, kept)
            return self.maps.bring_in(tx, person, brought, workshop.id, ready) if brought else ""

        taken = any(head.workshop_id is not None for head in brought)
        with copied(self.house, person.id, {head.id: plain_copy for head in brought if taken}) as ready:
            map_id = self.house.store.write(work).result()
        map_id = map_id or self.maps.create(
            lead, workshop.title, language=language, persona=workshop.persona, workshop_id=workshop.id
        )
        self.house.bell.ring(workshop.id)
        AuditLog(self.house).note("workshop", person, lead)
        return Created(self.get(lead, workshop.id), lead, code, map_id)

    def all(self, person: Participant) -> list[Workshop]:
        """The workshops this person is in; the owner sees them all, the newest first."""
        return self.people.workshops(person)

    def change(self, person: Participant, workshop_id: str, **fields: Any) -> Workshop:
        """Another title, purpose, persona, language, next review or owner."""
        for name in fields.keys() - CHANGEABLE:
            raise invalid("no-such-field", field=name)
        if "language" in fields:
            fields["language"] = _spoken(fields["language"])
        return self.access.update(person, workshop_id, lambda it: _with(it, fields))

    def arrange(self, person: Participant, workshop_id: str, steps: "Sequence[Step | Mapping[str, Any]]") -> Workshop:
        """The agenda anew: steps added, edited, removed, in another order; where each is stays."""
        wanted = [step if isinstance(step, Step) else plans.steps_of([{"id": new_id(), **step}])[0] for step in steps]
        return self.access.update(person, workshop_id, lambda it: lifecycle.arrange(it, wanted))

    def agendas(self, language: str | None = None) -> list[Agenda]:
        """The agendas to start from: those that came with the program, then those that people saved."""
        return [
            *plans.shipped(_spoken(language or self.house.language)),
            *map(_agenda, self.house.store.people.agendas()),
        ]

    def save_agenda(self, person: Participant, workshop_id: str, name: str) -> Agenda:
        """Keep this workshop's agenda under a name, to start others from."""
        workshop = self.access.led(person, workshop_id)
        agenda = checked(Agenda, {"id": new_id(), "name": name, "saved": True}, "agendas")
        if len(self.house.store.people.agendas()) >= MOST_AGENDAS:
            raise invalid("agendas-too-many", most=MOST_AGENDAS)
        saved = SavedAgenda(
            id=agenda.id,
            name=agenda.name,
            language=workshop.language,
            steps=json.dumps(plans.planned(workshop.steps), ensure_ascii=False),
            workshop_id=workshop_id,
            saved_at=self.house.now(),
        )
        self.house.store.write(lambda tx: tx.people.put_agenda(saved)).result()
        return _agenda(saved)

    def forget_agenda(self, person: Participant, agenda_id: str) -> None:
        """Forget a saved agenda; the owner, and those who lead the workshop it comes from, may."""
        saved = next((one for one in self.house.store.people.agendas() if one.id == agenda_id), None)
        if saved is None:
            raise gone("no-such-agenda")
        if saved.workshop_id is None or person.role is Role.OWNER:
            require(person, Right.OWN, None)
        else:
            self.access.led(person, saved.workshop_id)
        self.house.store.write(lambda tx: tx.people.drop_agenda(agenda_id)).result()

    def _to_work_on(self, person: Participant, map_id: str | None) -> list[MapHead]:
        """The as-is of this id, and its to-be. Errors: Refusal where it is none."""
        if map_id is None:
            return []
        head = self.maps.head(person, map_id)
        if head.kind is not MapKind.AS_IS or head.archived_at is not None:
            raise invalid("to-work-on-as-is")
        to_be = self.maps.to_be_of(person, map_id)
        return [head, to_be] if to_be is not None else [head]

    def _agenda(self, name: str, language: str) -> tuple[Step, ...]:
        if name in plans.SHIPPED:
            return plans.shipped_one(name, language).steps
        found = next((one for one in self.house.store.people.agendas() if one.id == name), None)
        if found is None:
            raise gone("no-such-agenda")
        return _agenda(found).steps


def _agenda(saved: SavedAgenda) -> Agenda:
    return Agenda(id=saved.id, name=saved.name, steps=plans.steps_of(json.loads(saved.steps)), saved=True)


def _with(workshop: Workshop, fields: Mapping[str, Any]) -> Workshop:
    return checked(Workshop, {**workshop.model_dump(), **fields}, "workshops")


def _spoken(language: str) -> str:
    return language if language in LANGUAGES else FALLBACK
