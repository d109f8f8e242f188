"""A round is open as long as whoever made it may hold it where the map is; who takes back is quick and quiet."""

from collections.abc import Callable

import pytest

from journeymap.domain.model.operations import Remove
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal
from journeymap.service.service import Service
from journeymap.storage.transaction import SqliteTransaction
from journeymap.storage.validation_rows import ValidationReader


@pytest.fixture
def lead(service: Service, noor: Participant, park: str) -> Participant:
    """Who leads the workshop of the map."""
    workshop, lead = service.people.create_workshop(noor, "Park", "Faye")
    service.maps.assign(noor, park, workshop.id)
    return lead


@pytest.fixture
def second(service: Service, lead: Participant) -> Participant:
    """Who leads it as well."""
    joined = service.people.join(service.people.workshops(lead)[0].join_code, "Mila", Role.PARTICIPANT)
    return service.workshops.admission.promote(lead, lead.workshop_id or "", joined.id)


def is_shut(service: Service, map_id: str, link: str, round_id: str, token: str) -> bool:
    """Whether this round refuses everything that may be done by its link and its token, each with “over”."""
    moment = service.house.store.journey(map_id).moments[0].id
    calls: list[Callable[[], object]] = [
        lambda: service.walks.invited(link),
        lambda: service.walks.begin(link),
        lambda: service.walks.walk(round_id, token),
        lambda: service.walks.say(round_id, token, moment, "confirm"),
    ]
    refused = []
    for call in calls:
        try:
            call()
        except Refusal as refusal:
            refused.append(refusal.key)
    assert refused in ([], ["refusal-round-over"] * len(calls))
    return bool(refused)


def held(service: Service, person: Participant, park: str) -> tuple[str, str, str]:
    """A round of this person's, with somebody in it: the link, the id, what their device holds."""
    made, link = service.rounds.make(person, park, "Visitors")
    return link, made.id, service.walks.begin(link)[1]


@pytest.mark.parametrize("how", ["removed", "removed with others", "lesser role"])
def test_a_round_ends_with_the_right_of_whoever_made_it_and_stays_ended(
    service: Service, noor: Participant, lead: Participant, second: Participant, park: str, how: str
) -> None:
    place, admission = lead.workshop_id or "", service.workshops.admission
    theirs, others = held(service, second, park), held(service, lead, park)
    assert not is_shut(service, park, *theirs)
    if how == "removed":
        admission.remove(lead, place, second.id)
    else:
        admission.give_role(lead, place, second.id, Role.OBSERVER)
        if how == "removed with others":
            admission.remove_all(lead, place, [second.id])
            admission.restore_all(lead, place, [second.id])
    assert is_shut(service, park, *theirs)
    assert not is_shut(service, park, *others), "what somebody else holds goes on"
    if how != "removed":
        admission.promote(lead, place, second.id)
        assert is_shut(service, park, *theirs), "a link that ended does not come back with the role"
    noted = [one.subject for one in service.audit.entries(noor, kind="round-ended")]
    assert noted == [f"{theirs[1]} {park}"]


def test_a_round_does_not_follow_its_map_into_another_workshop(
    service: Service, noor: Participant, lead: Participant, park: str
) -> None:
    by_lead, by_owner = held(service, lead, park), held(service, noor, park)
    elsewhere = service.people.create_workshop(noor, "Elsewhere", "Stella")[0]
    service.maps.assign(noor, park, elsewhere.id)
    assert is_shut(service, park, *by_lead)
    assert is_shut(service, park, *by_owner)
    service.maps.assign(noor, park, lead.workshop_id or "")
    assert is_shut(service, park, *by_lead), "nor is it open again when the map comes back"
    assert all(one.ended_at for one in service.rounds.of_map(lead, park))


def test_a_map_that_moved_in_any_other_way_is_not_walked_by_the_link_of_who_cannot_lead_it(
    service: Service, noor: Participant, lead: Participant, park: str
) -> None:
    round_of_lead = held(service, lead, park)
    elsewhere = service.people.create_workshop(noor, "Elsewhere", "Stella")[0]
    service.house.store.write(lambda tx: tx.assign(park, elsewhere.id)).result()
    assert is_shut(service, park, *round_of_lead)


def test_an_archived_map_takes_no_verdict_until_it_is_back(service: Service, lead: Participant, park: str) -> None:
    found = held(service, lead, park)
    service.maps.archive(lead, park)
    assert is_shut(service, park, *found)
    assert service.house.store.validation.verdicts(park) == []
    service.maps.restore(lead, park)
    assert not is_shut(service, park, *found)


def test_a_round_of_the_owners_own_map_stays_when_the_map_comes_into_its_first_workshop(
    service: Service, noor: Participant, park: str
) -> None:
    found = held(service, noor, park)
    workshop = service.people.create_workshop(noor, "Park", "Faye")[0]
    service.maps.assign(noor, park, workshop.id)
    assert not is_shut(service, park, *found)


def test_who_takes_back_reads_neither_the_map_nor_what_others_said(
    service: Service, lead: Participant, park: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, round_id, token = held(service, lead, park)
    moment = service.house.store.journey(park).moments[0].id
    service.walks.say(round_id, token, moment, "confirm")
    monkeypatch.setattr(ValidationReader, "verdicts", unread)
    monkeypatch.setattr(SqliteTransaction, "journey", unread)
    service.walks.forget_me(round_id, token)
    assert service.house.store.validation.customers(park) == []


def unread(*_args: object) -> object:
    """What would take the writer from everybody."""
    raise AssertionError("all of it was read")


def test_only_verdicts_on_moments_that_everybody_sees_keep_a_map_validated(
    service: Service, lead: Participant, park: str
) -> None:
    link, round_id, anna = held(service, lead, park)
    bas, cleo = (service.walks.begin(link)[1] for _ in range(2))
    first, second = [one.id for one in service.house.store.journey(park).moments][:2]
    for token, moment, verdict in ((anna, first, "confirm"), (bas, second, "contest"), (cleo, first, "add")):
        service.walks.say(round_id, token, moment, verdict, text="More")
    service.states.decide(lead, park, "in-review")
    service.states.decide(lead, park, "validated")
    service.walks.forget_me(round_id, anna)
    assert service.states.of(lead, park).confirmed, "Bas has judged it"
    service.walks.forget_me(round_id, bas)
    standing = service.states.of(lead, park)
    assert standing.state == "in-review", "an addition alone is no verdict"
    assert standing.since is not None
    assert (standing.since.customers, standing.since.confirmed, standing.changes_since) == (0, 0, 0)


def test_a_verdict_on_a_moment_that_is_gone_keeps_no_map_validated(
    service: Service, lead: Participant, park: str
) -> None:
    link, round_id, anna = held(service, lead, park)
    bas = service.walks.begin(link)[1]
    first, second = [one.id for one in service.house.store.journey(park).moments][:2]
    service.walks.say(round_id, anna, first, "confirm")
    service.walks.say(round_id, bas, second, "confirm")
    service.states.decide(lead, park, "in-review")
    service.states.decide(lead, park, "validated")
    service.changes.change(lead, park, [Remove(table="moments", id=second)])
    service.walks.forget_me(round_id, anna)
    assert service.states.of(lead, park).state == "in-review"


def test_taking_back_is_noted_once_a_minute_and_taking_back_nothing_is_not(
    service: Service, noor: Participant, lead: Participant, park: str
) -> None:
    link, round_id, silent = held(service, lead, park)
    service.walks.forget_me(round_id, silent)
    assert service.audit.entries(noor, kind="customer-removed") == []
    moment = service.house.store.journey(park).moments[0].id
    for _ in range(3):
        token = service.walks.begin(link)[1]
        service.walks.say(round_id, token, moment, "confirm")
        service.walks.forget_me(round_id, token)
    noted = service.audit.entries(noor, kind="customer-removed")
    assert [one.times for one in noted] == [2, 1]
    assert {(one.by_id, one.workshop_id, one.subject) for one in noted} == {
        ("", lead.workshop_id, f"{round_id} {park}")
    }
