"""The part of the SQLite store that reads workshops and people."""

from collections.abc import Iterable, Sequence

from journeymap.domain.model.roles import Participant, Workshop
from journeymap.storage import people_queries
from journeymap.storage.people_contract import Added, Borne, Claim, SavedAgenda
from journeymap.storage.readers import Readers


class PeopleReads:
    """Who is in which workshop, as it was committed when one asks."""

    _readers: Readers

    def workshops(self) -> Sequence[Workshop]:
        """All workshops, the newest first."""
        with self._readers.reading() as connection:
            return people_queries.workshops(connection)

    def workshop(self, workshop_id: str) -> Workshop | None:
        """One workshop."""
        with self._readers.reading() as connection:
            return people_queries.workshop(connection, workshop_id)

    def workshop_versions(self, workshop_ids: Iterable[str]) -> dict[str, int]:
        """How often each of these, or its people, changed."""
        with self._readers.reading() as connection:
            return people_queries.workshop_versions(connection, workshop_ids)

    def workshop_by_code(self, join_code: str) -> Workshop | None:
        """The workshop with this join code."""
        with self._readers.reading() as connection:
            return people_queries.workshop_by_code(connection, join_code)

    def participant(self, participant_id: str) -> Participant | None:
        """One person, also one who was removed."""
        with self._readers.reading() as connection:
            return people_queries.participant(connection, participant_id)

    def participants(self, workshop_id: str | None = None) -> Sequence[Participant]:
        """Everybody of one workshop, or everybody; those too who were removed."""
        with self._readers.reading() as connection:
            return people_queries.participants(connection, workshop_id)

    def named(self, workshop_id: str, name: str) -> Participant | None:
        """Somebody of this name who is in the workshop."""
        with self._readers.reading() as connection:
            return people_queries.named(connection, workshop_id, name)

    def recovered(self, workshop_id: str, recovery: str) -> Participant | None:
        """Whoever's seat this recovery code's hash gives back."""
        with self._readers.reading() as connection:
            return people_queries.recovered(connection, workshop_id, recovery)

    def claim(self, claim_id: str) -> Claim | None:
        """One claim."""
        with self._readers.reading() as connection:
            return people_queries.claim(connection, claim_id)

    def claims(self, workshop_id: str) -> Sequence[Claim]:
        """The claims of a workshop, in order."""
        with self._readers.reading() as connection:
            return people_queries.claims(connection, workshop_id)

    def borne(self, workshop_id: str) -> Sequence[Borne]:
        """The names that people of a workshop have borne."""
        with self._readers.reading() as connection:
            return people_queries.borne(connection, workshop_id)

    def agendas(self) -> Sequence[SavedAgenda]:
        """The agendas that people saved, by name."""
        with self._readers.reading() as connection:
            return people_queries.agendas(connection)

    def added(self, map_id: str, since: str, until: str | None = None) -> Sequence[Added]:
        """The rows that were added to a map in this time, in order; not those that it was made with: a copy's."""
        with self._readers.reading() as connection:
            return people_queries.added(connection, map_id, since, until)
