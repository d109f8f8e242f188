"""What the room would keep, change or drop of today: counted, and what most agree on as changes to the to-be."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove, Set
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import Moment, MomentProposal
from journeymap.domain.model.workshop import Step
from journeymap.domain.workshop.vote_counts import removed_during

Answer = Literal["keep", "change", "drop"]


@dataclass(frozen=True, slots=True)
class Proposed:
    """What people proposed for one moment: how many each answer, and how it should be changed, in words."""

    moment: str
    keep: int = 0
    change: int = 0
    drop: int = 0
    changes: tuple[MomentProposal, ...] = ()

    @property
    def answers(self) -> int:
        """How many people answered."""
        return self.keep + self.change + self.drop

    @property
    def decided(self) -> Answer | None:
        """What more than half of those who answered want; None where they differ."""
        return next((answer for answer, n in self.counts.items() if 2 * n > self.answers), None)

    @property
    def counts(self) -> dict[Answer, int]:
        """How many gave each answer."""
        return {"keep": self.keep, "change": self.change, "drop": self.drop}

    @property
    def wordings(self) -> tuple[tuple[MomentProposal, int], ...]:
        """The ways in which it is to be changed, and how many people say so: what most say first."""
        said: dict[tuple[str, str | None, float | None], list[MomentProposal]] = {}
        for one in self.changes:
            if _says_how(one):
                said.setdefault((one.text, one.channel, one.targeted_valence), []).append(one)
        return tuple((rows[0], len(rows)) for rows in sorted(said.values(), key=len, reverse=True))

    @property
    def wording(self) -> MomentProposal | None:
        """The one way in which it is to be changed; None where nobody said how, or people differ."""
        found = self.wordings
        return found[0][0] if len(found) == 1 else None


def proposed(journey: Journey, without: Collection[str] = ()) -> Mapping[str, Proposed]:
    """What was proposed for each moment that comes from today and is still on the map: one answer a person.

    Hidden ones do not count, and neither do those of the people in `without`: see `uncounted`.
    """
    given: dict[str, dict[str, MomentProposal]] = {}
    for row in journey.tables["proposals"].values():
        if isinstance(row, MomentProposal) and not row.private and row.author not in without:
            given.setdefault(row.item, {})[row.author] = row
    return {
        moment.id: _counted(moment.id, list(given[moment.id].values()))
        for moment in journey.moments
        if moment.origin is not None and moment.id in given
    }


def uncounted(journey: Journey, step: Step, people: Iterable[Participant]) -> list[str]:
    """Whose proposals on this map do not count: who was taken out of the workshop while the step was asked.

    The one rule, for phones, the screen, what customers said and what is taken over.
    """
    return sorted(removed_during(step, people) & _authors(journey))


def customer_proposals(
    journey: Journey, step: Step, people: Collection[Participant]
) -> list[tuple[str, str, float, int]]:
    """What customers proposed: how many gave which answer for each moment, as `(moment, answer, 1, how many)`."""
    customers = {one.id for one in people if one.is_customer} - removed_during(step, people)
    found = proposed(journey, _authors(journey) - customers).values()
    said = ((one.moment, answer, n) for one in found for answer, n in one.counts.items())
    return [(moment, answer, 1, n) for moment, answer, n in said if n]


def _authors(journey: Journey) -> set[str]:
    return {row.author for row in journey.tables["proposals"].values() if isinstance(row, MomentProposal)}


def agreed_changes(journey: Journey, found: Proposed, new_id: str) -> list[Change]:
    """What is still to be done to the to-be so that it is as most want it; nothing where that is how it is."""
    moment = journey.find("moments", found.moment)
    if not isinstance(moment, Moment):
        return []
    if found.decided == "drop":
        return [Remove(table="moments", id=moment.id)]
    wording = found.wording if found.decided == "change" else None
    return list(_reworded(journey, moment, wording, new_id)) if wording is not None else []


def open_wordings(journey: Journey, without: Collection[str] = ()) -> list[Proposed]:
    """What most would change, in words that differ, as long as the to-be says none of them."""
    found = (one for one in proposed(journey, without).values() if one.decided == "change" and len(one.wordings) > 1)
    return [one for one in found if all(chosen_changes(journey, how, "new") for how, _ in one.wordings)]


def chosen_changes(journey: Journey, how: MomentProposal, new_id: str) -> list[Change]:
    """What makes a moment of the to-be as this proposal says; nothing where it is so, or the moment is gone."""
    moment = journey.find("moments", how.item)
    return list(_reworded(journey, moment, how, new_id)) if isinstance(moment, Moment) else []


def _reworded(journey: Journey, moment: Moment, how: MomentProposal, new_id: str) -> Iterator[Change]:
    if how.text and how.text != moment.text:
        yield Set(table="moments", id=moment.id, field="text", value=how.text)
    if how.targeted_valence is not None and how.targeted_valence != moment.targeted_valence:
        yield Set(table="moments", id=moment.id, field="targeted_valence", value=how.targeted_valence)
    there = journey.touchpoints_of(moment.id)
    if how.channel is None or journey.find("channels", how.channel) is None:
        return
    if [one.channel for one in there] != [how.channel]:
        yield from (Remove(table="touchpoints", id=one.id) for one in there if one.channel != how.channel)
        if all(one.channel != how.channel for one in there):
            yield Add(table="touchpoints", id=new_id, parent=moment.id, values={"channel": how.channel})


def _says_how(one: MomentProposal) -> bool:
    return bool(one.text or one.channel or one.targeted_valence is not None)


def _counted(moment: str, given: list[MomentProposal]) -> Proposed:
    counts = Counter(one.answer for one in given)
    changes = tuple(one for one in given if one.answer == "change")
    return Proposed(moment, counts["keep"], counts["change"], counts["drop"], changes)
