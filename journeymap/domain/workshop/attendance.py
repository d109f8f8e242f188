"""Who counts: the one place that says how many people a workshop has, and how many of them are here."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from journeymap.domain.model.roles import Participant, Role, one_person


@dataclass(frozen=True, slots=True)
class Attendance:
    """The people of a workshop, by id, each once: on how many devices and pages they are does not matter.

    `joined` have a seat and were not removed, whatever their role. `here` are those of them who are connected;
    None where nobody knows. `observing` are those of them who only look on.
    """

    joined: frozenset[str]
    here: frozenset[str] | None = None
    observing: frozenset[str] = frozenset()

    @property
    def present(self) -> frozenset[str]:
        """Who counts as here: where nobody knows, whoever joined."""
        return self.joined if self.here is None else self.here

    @property
    def observers(self) -> frozenset[str]:
        """Who of those here only looks on."""
        return self.present & self.observing

    def split(self, people: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Of these people those who are here, and those who are not: nobody waits for somebody who has left."""
        there = list(people)
        present = self.present
        return tuple(one for one in there if one in present), tuple(one for one in there if one not in present)


def attendance(everybody: Iterable[Participant], connected: Collection[str] | None) -> Attendance:
    """Who of these people is in the workshop, and here.

    `connected` are the ids of whoever holds a connection or has a screen open, of any workshop; None: not known. A
    beamer is nobody.
    """
    people = [one for one in everybody if not one.removed]
    joined = frozenset(one.id for one in people)
    here = None if connected is None else joined & {one_person(people, one) for one in connected}
    return Attendance(joined, here, frozenset(one.id for one in people if one.role is Role.OBSERVER))
