"""Is it true? Only customers validate, and what they contest is talked about."""

from datetime import date

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import Moment, Need, Verdict
from journeymap.domain.workshop.customer_verdicts import evidence_changes, validation
from tests.support.journeys import FULL, MAP_ID


def built() -> Journey:
    return perform(Journey(MAP_ID), FULL)[0]


def person(row_id: str, role: Role = Role.CUSTOMER) -> Participant:
    return Participant(id=row_id, name=f"{row_id.title()} Vos", role=role, confirmed=role is Role.CUSTOMER)


def verdict(author: str, item: str, said: str, note: str = "") -> Verdict:
    fields = {"id": f"{author}-{item}", "author": author, "item": item, "verdict": said, "note": note}
    return Verdict.model_validate(fields)


PEOPLE = (person("mia"), person("jan"), person("eva", Role.PARTICIPANT))


def test_only_a_customer_validates_and_one_who_contests_outweighs_the_others() -> None:
    journey = built()
    verdicts = [
        *(verdict(one, "call", "confirm") for one in ("mia", "jan", "eva")),
        verdict("eva", "arrive", "confirm"),
        *(verdict("mia", "sure", "confirm"), verdict("jan", "sure", "contest", "I knew")),
        verdict("mia", "gone", "confirm"),
    ]
    found = validation(journey, verdicts, PEOPLE)
    assert found.customers == 2
    assert (found.of("confirmed"), found.of("contested"), found.of("open")) == (("call",), ("sure",), ("arrive",))
    said = next(judged for judged in found.items if judged.item == "call")
    assert (said.confirmed, said.others_confirm) == (("jan", "mia"), 1)
    assert next(judged for judged in found.items if judged.item == "sure").notes == ("I knew",)
    assert validation(journey, reversed(verdicts), PEOPLE) == found


def test_evidence_says_who_and_when_and_counts_where_they_are_several() -> None:
    journey = built()
    verdicts = [
        *(verdict(one, "call", "confirm") for one in ("mia", "jan")),
        verdict("mia", "sure", "confirm"),
        verdict("jan", "arrive", "contest"),
        verdict("mia", "waiting", "confirm"),
    ]
    changes = evidence_changes(journey, validation(journey, verdicts, PEOPLE), PEOPLE, date(2026, 3, 4))
    after, _ = perform(journey, changes)
    for row, by in ((after.get(Moment, "call"), "2 customers"), (after.get(Need, "sure"), "Mia Vos")):
        assert (row.evidence_status, row.evidence_by, row.evidence_on) == ("validated", by, date(2026, 3, 4))
    assert after.get(Moment, "arrive") == journey.get(Moment, "arrive"), "contested: to be talked about"
    again = evidence_changes(after, validation(after, verdicts, PEOPLE), PEOPLE, date(2026, 3, 4))
    assert again == []
    assert evidence_changes(journey, validation(journey, [], PEOPLE), PEOPLE, date(2026, 3, 4)) == []
