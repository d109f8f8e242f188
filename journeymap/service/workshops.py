"""Workshops: made with an agenda and a first map, and changed. The other parts lie in the modules it inherits from."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeymap.domain import agendas as plans
from journeymap.domain import running
from journeymap.domain.agendas import Agenda
from journeymap.domain.checking import checked
from journeymap.domain.errors import forbidden, gone, invalid
from journeymap.domain.people import Participant, Right, Role, require
from journeymap.domain.texts import FALLBACK, LANGUAGES
from journeymap.domain.workshops import Step, Workshop
from journeymap.service.erasing import Forgetting
from journeymap.service.house import new_id
from journeymap.service.joining import Joining
from journeymap.service.leading import Leading
from journeymap.service.results import Resulting
from journeymap.service.stage import Staging
from journeymap.service.summary import Summing
from journeymap.storage.people_contract import SavedAgenda
from journeymap.storage.store import Transaction

CHANGEABLE = frozenset({"title", "purpose", "persona", "language", "next_review", "owner"})
MOST_AGENDAS = 200


@dataclass(frozen=True, slots=True)
class Created:
    """A new workshop, the seat of whoever leads it, their recovery code (shown once), and its first map."""

    workshop: Workshop
    lead: Participant
    recovery: str
    map_id: str


class Workshops(Leading, Joining, Forgetting, Staging, Summing, Resulting):
    """Every use case of a workshop."""

    __slots__ = ()

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
    ) -> Created:
        """A workshop with an agenda (by its id, or steps) and an empty as-is map. The owner opens workshops."""
        if person.role is not Role.OWNER:
            raise forbidden("may-not-own")
        language = _spoken(language or self.house.language)
        steps = self._agenda(agenda, language) if isinstance(agenda, str) else tuple(agenda)
        workshop, lead = self.people.planned(
            person, title, facilitator, purpose=purpose, persona=persona, language=language
        )
        workshop = running.arrange(workshop, [step.model_copy(update={"id": new_id()}) for step in steps])
        code, kept = self.people.new_recovery()

        def work(tx: Transaction) -> None:
            tx.add_workshop(workshop)
            tx.add_participant(lead, self.house.now())
            tx.put_recovery(lead.id, kept)

        self.house.store.write(work).result()
        map_id = self.maps.create(
            lead, workshop.title, language=language, persona=workshop.persona, workshop_id=workshop.id
        )
        self.house.bell.ring(workshop.id)
        return Created(workshop, lead, code, map_id)

    def all(self, person: Participant) -> list[Workshop]:
        """The workshops this person is in; the owner sees them all, the newest first."""
        return self.people.workshops(person)

    def change(self, person: Participant, workshop_id: str, **fields: Any) -> Workshop:
        """Another title, purpose, persona, language, next review or owner."""
        for name in fields.keys() - CHANGEABLE:
            raise invalid("no-such-field", field=name)
        if "language" in fields:
            fields["language"] = _spoken(fields["language"])
        return self.update(person, workshop_id, lambda it: _with(it, fields))

    def arrange(self, person: Participant, workshop_id: str, steps: "Sequence[Step | Mapping[str, Any]]") -> Workshop:
        """The agenda anew: steps added, edited, removed, in another order; where each is stays."""
        wanted = [step if isinstance(step, Step) else plans.steps_of([{"id": new_id(), **step}])[0] for step in steps]
        return self.update(person, workshop_id, lambda it: running.arrange(it, wanted))

    def agendas(self, language: str | None = None) -> list[Agenda]:
        """The agendas to start from: those that came with the program, then those that people saved."""
        return [*plans.shipped(_spoken(language or self.house.language)), *map(_agenda, self.house.store.agendas())]

    def save_agenda(self, person: Participant, workshop_id: str, name: str) -> Agenda:
        """Keep this workshop's agenda under a name, to start others from."""
        workshop = self.led(person, workshop_id)
        agenda = checked(Agenda, {"id": new_id(), "name": name, "saved": True}, "agendas")
        if len(self.house.store.agendas()) >= MOST_AGENDAS:
            raise invalid("agendas-too-many", most=MOST_AGENDAS)
        saved = SavedAgenda(
            id=agenda.id,
            name=agenda.name,
            language=workshop.language,
            steps=json.dumps(plans.planned(workshop.steps), ensure_ascii=False),
            workshop_id=workshop_id,
            saved_at=self.house.now(),
        )
        self.house.store.write(lambda tx: tx.put_agenda(saved)).result()
        return _agenda(saved)

    def forget_agenda(self, person: Participant, agenda_id: str) -> None:
        """Forget a saved agenda; the owner, and those who lead the workshop it comes from, may."""
        saved = next((one for one in self.house.store.agendas() if one.id == agenda_id), None)
        if saved is None:
            raise gone("no-such-agenda")
        if saved.workshop_id is None or person.role is Role.OWNER:
            require(person, Right.OWN, None)
        else:
            self.led(person, saved.workshop_id)
        self.house.store.write(lambda tx: tx.drop_agenda(agenda_id)).result()

    def _agenda(self, name: str, language: str) -> tuple[Step, ...]:
        if name in plans.SHIPPED:
            return plans.shipped_one(name, language).steps
        found = next((one for one in self.house.store.agendas() if one.id == name), None)
        if found is None:
            raise gone("no-such-agenda")
        return _agenda(found).steps


def _agenda(saved: SavedAgenda) -> Agenda:
    return Agenda(id=saved.id, name=saved.name, steps=plans.steps_of(json.loads(saved.steps)), saved=True)


def _with(workshop: Workshop, fields: Mapping[str, Any]) -> Workshop:
    return checked(Workshop, {**workshop.model_dump(), **fields}, "workshops")


def _spoken(language: str) -> str:
    return language if language in LANGUAGES else FALLBACK
