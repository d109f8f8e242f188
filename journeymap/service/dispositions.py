"""Dispositions that people decide: the comparison proposes, a person confirms or overrules, and that is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.dispositions import Ruling, rulings
from journeymap.domain.changes.given_card import CardPlace, join_card, new_card
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.visibility import PUBLIC, Sight
from journeymap.domain.text.errors import Term, gone, invalid
from journeymap.service.comparisons import Comparisons
from journeymap.service.house import House, new_id
from journeymap.service.map_changes import Accepted, MapChanges
from journeymap.service.maps import Maps
from journeymap.service.people import People


@dataclass(frozen=True, slots=True)
class Dispositions:
    """Every decision goes through the one door for changes, so whoever may not make it is refused there."""

    house: House
    maps: Maps

    def pair(self, person: Participant, to_be_id: str) -> tuple[Journey, Journey]:
        """The as-is of a to-be, and the to-be. Errors: Refusal, also where it has no as-is."""
        to_be = self.maps.journey(person, to_be_id)
        as_is_id = self.maps.head(person, to_be_id).as_is_id
        if as_is_id is None:
            raise invalid("disposition-no-as-is")
        return self.maps.journey(person, as_is_id), to_be

    def of(self, person: Participant, to_be_id: str) -> tuple[Ruling, ...]:
        """Every moment of the as-is: what is proposed, and what was decided. Errors: Refusal."""
        as_is, _ = self.pair(person, to_be_id)
        found = Comparisons(self.house, self.maps).of(person, as_is.map_id, to_be_id)
        with self.house.turns.of_journeys(person.id, found.as_is, found.to_be):
            return rulings(found.as_is, found.to_be, found.base)

    def names(self, person: Participant, to_be_id: str, found: Iterable[Ruling]) -> Mapping[str, str]:
        """What those are called who decided, by their ids; whoever is not among them is nobody we know."""
        ids = {decision.decided_by for one in found for decision in one.decisions}
        return People(self.house).names_beside(person, to_be_id, ids) if ids else {}

    def decide(
        self, person: Participant, to_be_id: str, moments: Sequence[str], kind: str, reason: str = ""
    ) -> Accepted:
        """Decide about these as-is moments in one act, which is undone in one. Errors: Refusal, and nothing is kept."""
        found = {one.moment.id: one for one in self.of(person, to_be_id)}
        if any(moment not in found for moment in moments):
            raise gone("disposition-of-nothing")
        return self._submit(person, to_be_id, [_decision(found[one], kind, reason) for one in dict.fromkeys(moments)])

    def confirm(self, person: Participant, to_be_id: str, moments: Iterable[str], reason: str = "") -> Accepted:
        """Decide about these as-is moments as the comparison proposes now. Errors: Refusal."""
        asked = set(moments)
        found = [one for one in self.of(person, to_be_id) if one.moment.id in asked]
        if len(found) < len(asked):
            raise gone("disposition-of-nothing")
        if any(one.proposed.kind == Disposition.UNDECIDED for one in found):
            raise invalid("disposition-choose")
        return self._submit(person, to_be_id, [_decision(one, one.proposed.kind, reason) for one in found])

    def give_card(
        self, person: Participant, to_be_id: str, moment: str, card: str = "", episode: str = "", after: str = ""
    ) -> Accepted:
        """Give an as-is moment a card in the to-be: this one, or a new one where it stood. Errors: Refusal.

        With an `episode` the new one stands there, `after` that card ("": first).
        """
        as_is, to_be = self.pair(person, to_be_id)
        as_is, to_be = PUBLIC.of_map(as_is), Sight.of(person).of_map(to_be)
        if as_is.find("moments", moment) is None:
            raise gone("disposition-of-nothing")
        if card:
            if to_be.find("moments", card) is None:
                raise gone("row-gone", row=Term("the-moments"))
            return self._submit(person, to_be_id, join_card(to_be, card, moment, new_id))
        place = CardPlace(episode, after or None) if episode else None
        return self._submit(person, to_be_id, new_card(as_is, to_be, moment, new_id, place))

    def _submit(self, person: Participant, to_be_id: str, changes: Sequence[Change]) -> Accepted:
        return MapChanges(self.house).change(person, to_be_id, changes)


def _decision(ruling: Ruling, kind: str, reason: str = "") -> Add:
    proposed = ruling.proposed.kind
    values = {"as_is": ruling.moment.id, "text": ruling.moment.text, "kind": kind, "proposed": proposed}
    return Add(table="dispositions", id=new_id(), values={**values, "reason": reason})
