"""Who sees what: a map as one person may know it."""

from dataclasses import dataclass
from typing import TypeVar

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Effect
from journeymap.domain.model.roles import Participant, Role, leads
from journeymap.domain.model.rows import NOT_FOR_READERS, Row

E = TypeVar("E", bound=Effect)

FACILITATORS = "facilitators"
"""What is `private` to this is seen by facilitators, always."""

NOBODY = "-"
"""An operation that changes nothing anybody can see: siblings spaced anew around hidden rows."""

SILENT_TABLES = frozenset({"votes"})
"""What even facilitators do not see while it is hidden: a vote is nobody's but the voter's."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody may see beside what everybody sees: their own, and as a facilitator what others hide.

    `person` is whose own is seen; "" for nobody's: the projector, an export, a copy.
    """

    person: str = ""
    leading: bool = False
    veiled: frozenset[str] = frozenset()
    """Votes whose dots are not even shown to the voter: their seat was claimed by another device since."""
    without: frozenset[str] = frozenset()
    """Tables of which nothing is seen."""
    nameless: bool = False
    """Whether it is not said who did what, and when."""

    @classmethod
    def of(cls, person: Participant) -> "Sight":
        """All that this person may know."""
        if person.role is Role.READER:
            return READERS
        return cls(person.id, leads(person.role), person.veiled)

    @classmethod
    def own(cls, person: Participant) -> "Sight":
        """What is everybody's and what is theirs, without what others hide: fit to be shown to a room."""
        if person.role is Role.READER:
            return READERS
        return cls(person.id, veiled=person.veiled)

    def sees(self, table: str, author: str, private: str) -> bool:
        """Whether a row or an operation of this table may be known."""
        if table in self.without:
            return False
        if not private:
            return True
        if private == NOBODY:
            return False
        if private == FACILITATORS:
            return self.leading or (bool(self.person) and author == self.person)
        if table in SILENT_TABLES and private in self.veiled:
            return False
        if self.person and author == self.person:
            return True
        return self.leading and table not in SILENT_TABLES

    def sees_row(self, row: Row) -> bool:
        """Whether this row may be known."""
        return self.sees(row.table, row.author, row.private)

    def sees_effect(self, effect: Effect) -> bool:
        """Whether this operation may be told; its revision counts all the same."""
        return self.sees(effect.table, effect.author, effect.private)

    def of_map(self, journey: Journey) -> Journey:
        """The map without what is hidden from them; the same one where nothing is."""
        if not journey.private and not self.without:
            return journey
        hidden = [row for row in journey.private_rows() if row.table not in self.without and not self.sees_row(row)]
        hidden += [row for table in self.without for row in journey.tables[table].values()]
        return journey.without(hidden) if hidden else journey

    def of_effect(self, effect: E) -> E:
        """An operation of the log without the hidden rows that it took along."""
        shown = effect.do == "reveal"
        kept = tuple(k for k in effect.kept if self.sees(k.table, k.author, "" if shown else k.private))
        return effect if len(kept) == len(effect.kept) else effect.model_copy(update={"kept": kept})


PUBLIC = Sight()
"""What everybody may see."""

READERS = Sight(without=NOT_FOR_READERS, nameless=True)
"""What somebody outside may see who was given a link to a map."""
