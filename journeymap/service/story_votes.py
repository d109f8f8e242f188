"""How many dots the moments of a story got, as far as everybody may know."""

from collections import Counter
from collections.abc import Mapping, Sequence

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.workshop.vote_counts import count_votes
from journeymap.service.house import House
from journeymap.storage.store import MapHead


def story_votes(house: House, person: Participant, heads: Sequence[MapHead]) -> Mapping[str, int]:
    """The dots by the moments of these maps, an as-is and its to-be, where a moment mostly has one id in both.

    Only votes that are over count: of those that still run, somebody could tell what was given last. Whoever reads
    by a link is told nothing of what the room said.
    """
    if person.role is Role.READER:
        return {}
    found: Counter[str] = Counter()
    for head in heads:
        workshop = house.store.people.workshop(head.workshop_id) if head.workshop_id else None
        if workshop is None:
            continue
        over = [step for step in workshop.steps if step.ended_at and step.ballot and step.ballot.items == "moments"]
        everybody = house.store.people.participants(workshop.id) if over else ()
        journey = house.store.journey(head.id)
        for step in over:
            result = count_votes(journey, step, everybody)
            found.update({standing.item: standing.dots for standing in result.ranked} if result else {})
    return +found
