"""A secret vote is secret to facilitators, too: by no claim, by no progress, by nobody being taken out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymap.domain.model.operations import Add, Remove
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.visibility import Sight
from journeymap.domain.model.workshop import Ballot, Step, StepKind
from journeymap.service.house import House
from journeymap.service.service import Service
from journeymap.service.step_message import look
from journeymap.service.workshops import Created
from tests.support.store_calls import new_store, refused


class Ticking:
    """A clock that goes on by a second with every look."""

    def __init__(self) -> None:
        self.seconds = 0

    def __call__(self) -> str:
        self.seconds += 1
        return f"2026-05-01T{12 + self.seconds // 3600:02}:{self.seconds // 60 % 60:02}:{self.seconds % 60:02}.000Z"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    it = Service.of(House(store=new_store(tmp_path / "j.db"), secret=b"k" * 32, owner_name="Noor", now=Ticking()))
    yield it
    it.close()


def vote(service: Service, **ballot: bool) -> Created:
    """A room that votes."""
    steps = [Step(id="v", kind=StepKind.VOTE, title="Vote", ballot=Ballot(budget=2, **ballot))]
    made = service.workshops.create(service.people.owner(), "Park", agenda=steps, facilitator="Ilse")
    rows = [
        Add(table="episodes", id="e", values={"title": "Before"}),
        *(Add(table="moments", id=f"m{n}", parent="e", values={"text": f"M {n}"}) for n in range(3)),
    ]
    service.changes.change(made.lead, made.map_id, rows)
    service.workshops.facilitation.start(made.lead, made.workshop.id, round_of(service, made))
    return made


def round_of(service: Service, made: Created) -> str:
    return service.workshops.get(made.lead, made.workshop.id).steps[0].id


def join(service: Service, made: Created, name: str) -> Participant:
    return service.workshops.admission.join(made.workshop.join_code, name)


def dot(service: Service, made: Created, person: Participant, item: str = "m1", slot: int = 0) -> Add:
    said = {"round": round_of(service, made), "item": item, "slot": slot}
    added = Add(table="votes", id=f"v-{person.id}-{slot}", values=said)
    service.changes.change(person, made.map_id, [added])
    return added


def claim_as_facilitator(service: Service, made: Created, name: str) -> Participant:
    """A facilitator opens a claim in somebody's name, and answers it."""
    claimed = service.workshops.admission.claim(made.workshop.join_code, name)
    service.workshops.admission.answer(made.lead, claimed.id, True)
    seat = service.workshops.admission.take(claimed.id, claimed.secret)
    assert seat is not None
    return service.people.who(seat)


@pytest.mark.parametrize("ballot", [{}, {"hidden": False}, {"anonymous": False}])
def test_a_claimed_seat_never_shows_what_was_given_in_a_secret_vote(service: Service, ballot: dict[str, bool]) -> None:
    made = vote(service, **ballot)
    mila = join(service, made, "Mila")
    given = dot(service, made, mila)
    assert service.maps.journey(mila, made.map_id).find("votes", given.id) is not None
    thief = claim_as_facilitator(service, made, "Mila")
    assert thief.id == mila.id
    for sight in (Sight.of(thief), Sight.own(thief)):
        assert sight.of_map(service.house.store.journey(made.map_id)).find("votes", given.id) is None
        assert not any(sight.sees_effect(o) for o in service.house.store.operations(made.map_id) if o.table == "votes")
    assert all(one.table != "votes" for one in service.changes.operations(thief, made.map_id))
    with refused("gone", "row-gone"):
        service.changes.change(thief, made.map_id, [Remove(table="votes", id=given.id)])
    with refused("forbidden", "vote-on-other-device"):
        more = Add(table="votes", id="n", values={**given.values, "slot": 1})
        service.changes.change(thief, made.map_id, [more])
    with refused("gone", "row-gone"):
        service.changes.undo(thief, made.map_id)


def test_what_was_given_before_a_claim_still_counts(service: Service) -> None:
    made = vote(service)
    dot(service, made, join(service, made, "Mila"))
    claim_as_facilitator(service, made, "Mila")
    service.workshops.facilitation.end(made.lead, made.workshop.id)
    (voted,) = service.workshops.summaries.votes(made.lead, made.workshop.id)
    assert voted.result.dots == 1


def test_a_claim_ends_the_seat_that_was_there(service: Service) -> None:
    made = vote(service)
    mila = join(service, made, "Mila")
    old = service.people.seat(mila)
    moved = claim_as_facilitator(service, made, "Mila")
    with refused("forbidden", "seat-moved"):
        service.people.who(old)
    with refused("forbidden", "seat-moved"):
        service.changes.change(mila, made.map_id, [Add(table="parked", id="p", values={"text": "Late"})])
    assert service.people.who(service.people.seat(moved)) == moved
    again = claim_as_facilitator(service, made, "Mila")
    assert again.seats == 2


@pytest.mark.parametrize("hidden", [True, False])
def test_an_anonymous_vote_is_told_in_groups_and_never_by_whom(service: Service, hidden: bool) -> None:
    made = vote(service, hidden=hidden)
    people = [join(service, made, f"Person {n}") for n in range(7)]
    told, tallied = [], []
    for person in people:
        dot(service, made, person)
        progress = service.workshops.summaries.progress(made.lead, made.workshop.id)
        assert (dict(progress.by), progress.not_begun) == ({}, ())
        assert progress.waiting == 7 - progress.people
        told.append((progress.people, progress.rows))
        now = look(service.workshops, made.workshop.id, made.map_id)
        assert now is not None
        tallied.append(sum(n for tally in now.tallies.values() for *_, n in tally))
        said = now.said(service.house.now(), leading=True, here=[one.id for one in people])
        assert said["counts"]["waiting"] == progress.waiting
        assert (said["progress"], said["not_begun"]) == ({}, [])
    assert told == [(0, 0), (0, 0), (3, 3), (3, 3), (3, 3), (6, 6), (7, 7)]
    assert tallied == ([0] * 7 if hidden else [0, 0, 3, 3, 3, 6, 6])
    service.workshops.facilitation.end(made.lead, made.workshop.id)
    (voted,) = service.workshops.summaries.votes(made.lead, made.workshop.id)
    assert voted.result.dots == 7


def test_nobody_waits_in_a_vote_for_whoever_is_not_here(service: Service) -> None:
    made = vote(service)
    people = [join(service, made, f"Person {n}") for n in range(6)]
    here = [one.id for one in people[:4]]
    service.house.here.told_by(lambda: set(here))
    for voted, waiting in enumerate((4, 4, 4, 1)):
        assert service.workshops.summaries.progress(made.lead, made.workshop.id).waiting == waiting
        now = look(service.workshops, made.workshop.id, made.map_id)
        assert now is not None
        assert now.said(service.house.now(), leading=True, here=here)["counts"]["waiting"] == waiting
        # Who leaves is one less, and whether they had voted shows in no number.
        for left in people[:4]:
            rest = [one for one in here if one != left.id]
            assert now.said(service.house.now(), leading=False, here=rest)["counts"]["waiting"] == waiting - 1
        dot(service, made, people[voted])


def test_a_vote_with_names_says_who_has_voted(service: Service) -> None:
    made = vote(service, anonymous=False)
    mila, sam = join(service, made, "Mila"), join(service, made, "Sam")
    dot(service, made, mila)
    progress = service.workshops.summaries.progress(made.lead, made.workshop.id)
    assert (dict(progress.by), progress.not_begun) == ({mila.id: 1}, (sam.id,))


@pytest.mark.parametrize(
    ("ballot", "dots"),
    [({}, 1), ({"anonymous": False}, 1), ({"anonymous": False, "hidden": False}, 1), ({"hidden": False}, 2)],
)
def test_votes_of_somebody_taken_out_during_a_vote_count_only_where_they_would_give_it_away(
    service: Service, ballot: dict[str, bool], dots: int
) -> None:
    made = vote(service, **ballot)
    mila, sam = join(service, made, "Mila"), join(service, made, "Sam")
    for person in (mila, sam):
        dot(service, made, person)
    service.workshops.admission.remove(made.lead, made.workshop.id, mila.id)
    service.workshops.facilitation.end(made.lead, made.workshop.id)
    (voted,) = service.workshops.summaries.votes(made.lead, made.workshop.id)
    assert voted.result.dots == dots
    outcome = service.workshops.results.outcome(made.lead, made.workshop.id, round_of(service, made))
    assert outcome is not None
    assert outcome.result.dots == dots


def test_votes_of_somebody_taken_out_after_a_vote_stay(service: Service) -> None:
    made = vote(service)
    mila = join(service, made, "Mila")
    dot(service, made, mila)
    service.workshops.facilitation.end(made.lead, made.workshop.id)
    service.workshops.admission.remove(made.lead, made.workshop.id, mila.id)
    (voted,) = service.workshops.summaries.votes(made.lead, made.workshop.id)
    assert voted.result.dots == 1


def room_with_customers(service: Service, customers: int, others: int, **ballot: bool) -> Created:
    """A room in which everybody voted for the same moment."""
    made = vote(service, **ballot)
    for n in range(customers):
        guest = service.workshops.admission.join(made.workshop.join_code, f"Guest {n}", Role.CUSTOMER)
        dot(service, made, service.workshops.admission.give_role(made.lead, made.workshop.id, guest.id, Role.CUSTOMER))
    for n in range(others):
        dot(service, made, join(service, made, f"Person {n}"))
    return made


def apart(service: Service, made: Created) -> int:
    """How many customers' dots are told apart from the others'."""
    now = look(service.workshops, made.workshop.id, made.map_id)
    assert now is not None
    return sum(n for told in now.customers.values() for *_, n in told)


@pytest.mark.parametrize(("customers", "others", "told"), [(2, 4, 0), (3, 2, 0), (3, 3, 3)])
def test_without_names_customers_stand_apart_where_there_are_three_of_either(
    service: Service, customers: int, others: int, told: int
) -> None:
    made = room_with_customers(service, customers, others)
    assert apart(service, made) == 0, "while it is hidden"
    service.workshops.facilitation.reveal(made.lead, made.workshop.id)
    assert apart(service, made) == told


def test_with_names_one_customer_is_enough(service: Service) -> None:
    made = room_with_customers(service, 1, 1, anonymous=False)
    service.workshops.facilitation.reveal(made.lead, made.workshop.id)
    assert apart(service, made) == 1


def test_whoever_is_made_a_customer_afterwards_gives_nobodys_answer_away(service: Service) -> None:
    made = room_with_customers(service, 3, 4)
    service.workshops.facilitation.reveal(made.lead, made.workshop.id)
    everybody = service.workshops.admission.everybody(made.lead, made.workshop.id)
    last = next(one for one in everybody if one.name == "Person 3")
    service.workshops.admission.give_role(made.lead, made.workshop.id, last.id, Role.CUSTOMER)
    service.workshops.facilitation.extend(made.lead, made.workshop.id)
    assert apart(service, made) == 3
