"""Erasing personal data: names go, the work stays."""

from collections.abc import Callable

from journeymap.domain.people import Participant
from journeymap.domain.texts import say
from journeymap.service.updating import Updating, require_lead


class Forgetting(Updating):
    """People's names are replaced everywhere, and gone from the database file."""

    __slots__ = ()

    def erase(self, person: Participant, workshop_id: str) -> int:
        """Everybody's name becomes “Participant 7”, in their language; how many there were."""
        return self._erase(person, workshop_id, lambda _: True)

    def erase_one(self, person: Participant, workshop_id: str, participant_id: str) -> int:
        """The same for one person; everybody may ask it for themselves."""
        return self._erase(person, workshop_id, lambda one: one.id == participant_id, participant_id == person.id)

    def _erase(
        self, person: Participant, workshop_id: str, meant: Callable[[Participant], bool], themselves: bool = False
    ) -> int:
        workshop = self.get(person, workshop_id)
        if not themselves:
            require_lead(person, workshop_id)
        everybody = self.house.store.participants(workshop_id)
        aliases = {
            one.id: say("workshop-erased-name", workshop.language, number=number)
            for number, one in enumerate(everybody, 1)
            if meant(one)
        }
        if aliases:
            self.house.store.erase(workshop_id, aliases)
            self.house.bell.ring(workshop_id)
            self.house.forgotten.ring(workshop_id)
        return len(aliases)
