"""Deleting for good: who may, with the title typed in full, and what everybody else sees from then on."""

import pytest

from journeymap.domain.changes.copy import copy_changes
from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import OWNER_ID, Participant, Role
from journeymap.service.service import Service
from journeymap.service.workshop_deletion import WorkshopSize
from journeymap.service.workshops import Created
from tests.domain.model.test_journey import small
from tests.support.store_calls import refused

TITLE = "Park & “friends”"


@pytest.fixture
def made(service: Service, noor: Participant) -> Created:
    """A workshop with a map."""
    made = service.workshops.create(noor, TITLE, agenda="empty", facilitator="Ilse")
    rows = [
        Add(table="episodes", id="e", values={"title": "Before"}),
        Add(table="moments", id="m", parent="e", values={"text": "I call"}),
    ]
    service.changes.change(made.lead, made.map_id, rows)
    return made


def join(service: Service, made: Created, name: str, role: Role = Role.PARTICIPANT) -> Participant:
    return service.workshops.admission.join(made.workshop.join_code, name, role)


def test_a_map_in_the_archive_is_deleted_by_its_title(service: Service, noor: Participant, park: str) -> None:
    title = service.maps.head(noor, park).title
    service.maps.archive(noor, park)
    service.maps.delete(noor, park, f"  {title} ")
    with refused("gone", "storage-no-such-map"):
        service.maps.head(noor, park)
    assert not service.maps.heads(noor, archived=True)


@pytest.mark.parametrize("typed", ["", "park", "Other"])
def test_a_map_is_not_deleted_by_another_title(service: Service, noor: Participant, park: str, typed: str) -> None:
    service.maps.archive(noor, park)
    with refused("invalid", "delete-other-title"):
        service.maps.delete(noor, park, typed)
    assert service.maps.head(noor, park).archived_at


def test_a_map_that_is_in_use_is_not_deleted(service: Service, noor: Participant, park: str) -> None:
    with refused("invalid", "delete-archive-first"):
        service.maps.delete(noor, park, service.maps.head(noor, park).title)


def test_those_who_lead_its_workshop_delete_a_map_and_others_do_not(
    service: Service, noor: Participant, made: Created
) -> None:
    others = [join(service, made, role.value, role) for role in (Role.PARTICIPANT, Role.CUSTOMER, Role.OBSERVER)]
    stranger = service.workshops.create(noor, "Elsewhere", agenda="empty", facilitator="Else").lead
    title = service.maps.head(noor, made.map_id).title
    service.maps.archive(made.lead, made.map_id)
    for one in others:
        with refused("forbidden", "may-not-manage"):
            service.maps.delete(one, made.map_id, title)
    with refused("forbidden", "other-workshop"):
        service.maps.delete(stranger, made.map_id, title)
    second = join(service, made, "Carla")
    co = service.workshops.admission.promote(made.lead, made.workshop.id, second.id)
    service.maps.delete(co, made.map_id, title)
    assert not service.maps.heads(noor, archived=True)


def test_somebody_who_was_removed_meanwhile_deletes_nothing(service: Service, made: Created) -> None:
    second = join(service, made, "Carla")
    co = service.workshops.admission.promote(made.lead, made.workshop.id, second.id)
    service.maps.archive(made.lead, made.map_id)
    service.workshops.admission.remove(made.lead, made.workshop.id, co.id)
    with refused("forbidden", "seat-removed"):
        service.maps.delete(co, made.map_id, made.workshop.title)
    assert service.maps.head(made.lead, made.map_id).archived_at


def test_a_to_be_whose_as_is_is_deleted_goes_on_as_before(service: Service, noor: Participant, park: str) -> None:
    to_be = service.maps.design_to_be(noor, park)
    before = service.maps.journey(noor, to_be)
    service.maps.archive(noor, park)
    service.maps.delete(noor, park, service.maps.head(noor, park).title)
    service.house.store.tidy()
    head = service.maps.head(noor, to_be)
    assert (head.as_is_id, head.designed_from) == (None, None)
    assert service.maps.journey(noor, to_be) == before
    service.changes.change(noor, to_be, [Add(table="channels", id="new", values={"name": "New"})])
    assert service.exchange.stories(noor, to_be)
    again = service.maps.build(noor, "again", copy_changes(small(), "again"))
    service.maps.link(noor, to_be, again)
    assert service.maps.head(noor, to_be).as_is_id == again


def test_a_map_that_was_deleted_can_be_imported_anew(service: Service, noor: Participant, park: str) -> None:
    file = service.exchange.export(noor, park, "json").content
    service.maps.archive(noor, park)
    service.maps.delete(noor, park, service.maps.head(noor, park).title)
    again = service.exchange.import_document(noor, file)
    assert service.maps.head(noor, again).moments


def test_the_owner_deletes_a_workshop_and_is_told_before_what_goes(
    service: Service, noor: Participant, made: Created
) -> None:
    join(service, made, "Bert")
    archived = service.maps.create(made.lead, "Second", workshop_id=made.workshop.id)
    service.maps.archive(made.lead, archived)
    service.workshops.save_agenda(made.lead, made.workshop.id, "Ours")
    deletion = service.workshops.deletion
    assert deletion.size(noor, made.workshop.id) == WorkshopSize(maps=2, moments=1, people=2, agendas=1)
    deletion.delete(noor, made.workshop.id, 'Park & "friends"')
    with refused("gone", "no-such-workshop"):
        service.workshops.get(noor, made.workshop.id)
    assert not service.workshops.all(noor)
    assert not service.maps.heads(noor)
    assert not service.maps.heads(noor, archived=True)
    assert not [one for one in service.workshops.agendas() if one.saved]
    with refused("gone", "no-such-code"):
        join(service, made, "Late")
    service.house.store.tidy()
    assert service.people.names() == {OWNER_ID: "Noor"}


def test_nobody_but_the_owner_deletes_a_workshop_and_none_by_another_title(
    service: Service, noor: Participant, made: Created
) -> None:
    deletion = service.workshops.deletion
    for one in (made.lead, join(service, made, "Bert")):
        with refused("forbidden", "may-not-own"):
            deletion.delete(one, made.workshop.id, TITLE)
        with refused("forbidden", "may-not-own"):
            deletion.size(one, made.workshop.id)
    with refused("invalid", "delete-other-title"):
        deletion.delete(noor, made.workshop.id, "Park")
    with refused("gone", "storage-no-such-workshop"):
        deletion.delete(noor, "nowhere", "Park")
    assert service.workshops.get(noor, made.workshop.id).title == TITLE


def test_whoever_was_in_a_deleted_workshop_is_signed_out_with_a_sentence(
    service: Service, noor: Participant, made: Created
) -> None:
    bert = join(service, made, "Bert")
    seats = [service.people.seat(one) for one in (made.lead, bert)]
    service.workshops.deletion.delete(noor, made.workshop.id, TITLE)
    for seat in seats:  # from the answer on, and still once all rows are gone
        with refused("forbidden", "seat-gone"):
            service.people.who(seat)
    service.house.store.tidy()
    for seat in seats:
        with refused("forbidden", "seat-gone"):
            service.people.who(seat)
    assert service.people.who(service.people.seat(noor)) == noor


def test_a_workshop_of_which_all_names_were_erased_can_be_deleted(
    service: Service, noor: Participant, made: Created
) -> None:
    service.workshops.erasure.erase(noor, made.workshop.id)
    service.workshops.deletion.delete(noor, made.workshop.id, TITLE)
    assert not service.workshops.all(noor)


def test_the_rooms_of_whoever_is_concerned_look_anew(service: Service, noor: Participant, made: Created) -> None:
    title = service.maps.head(noor, made.map_id).title
    other = service.workshops.create(noor, "Other", agenda="empty")
    to_be = service.maps.design_to_be(noor, made.map_id)
    service.maps.assign(noor, to_be, other.workshop.id)
    service.maps.archive(noor, made.map_id)
    rung: list[str] = []
    service.house.bell.listen(rung.append)
    before = service.house.store.people.workshop_versions([other.workshop.id])
    service.maps.delete(noor, made.map_id, title)
    assert set(rung) == {made.workshop.id, other.workshop.id}
    assert service.house.store.people.workshop_versions([other.workshop.id]) != before


def test_what_was_deleted_is_in_the_audit_log_without_names_of_people(
    service: Service, noor: Participant, made: Created
) -> None:
    join(service, made, "Xanthippe")
    title = service.maps.head(noor, made.map_id).title
    service.maps.archive(noor, made.map_id)
    service.maps.delete(noor, made.map_id, title)
    service.workshops.deletion.delete(noor, made.workshop.id, TITLE)
    service.house.store.tidy()
    log = service.audit.entries(noor)
    assert [one.subject for one in log if one.kind == "map-deleted"] == [made.map_id]
    assert [one.subject for one in log if one.kind == "workshop-deleted"] == [made.workshop.id]
    about = [one for one in log if one.workshop_id == made.workshop.id]
    assert {"joined", "workshop"} <= {one.kind for one in about}
    assert {one.about_name for one in about} == {""}
    assert {one.by_name for one in about} <= {"", noor.name}
