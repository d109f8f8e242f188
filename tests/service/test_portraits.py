"""The picture of a persona: kept once, carried wherever its map goes, gone with it."""

import json
from pathlib import Path

import pytest

from journeymap.domain.model.operations import Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.portraits import Portrait, portrait
from journeymap.service.house import House
from journeymap.service.service import Service
from tests.support.pictures import sent, stuffed
from tests.support.store_calls import new_store

MADE = portrait(sent())


@pytest.fixture
def park(service: Service, noor: Participant) -> str:
    """A map of somebody's; its id."""
    return service.maps.create(noor, "A visit", persona="Marieke")


def picture_of(service: Service, person: Participant, map_id: str) -> str:
    persona = service.maps.journey(person, map_id).persona
    assert persona is not None
    return persona.picture


def kept(service: Service, person: Participant, map_id: str) -> bytes:
    return service.portraits.content(person, map_id, picture_of(service, person, map_id))


def test_what_is_sent_is_the_personas_picture(service: Service, noor: Participant, park: str) -> None:
    service.portraits.put(noor, park, sent())
    assert kept(service, noor, park) == MADE.content


def test_the_log_and_whatever_is_sent_around_hold_its_name_alone(
    service: Service, noor: Participant, park: str
) -> None:
    done = service.portraits.put(noor, park, sent())
    assert [(one.field, one.value) for one in done.operations] == [("picture", MADE.name)]
    assert len(done.operations[0].model_dump_json()) < 1_000


def test_undo_brings_the_picture_before_back(service: Service, noor: Participant, park: str) -> None:
    service.portraits.put(noor, park, sent())
    service.portraits.put(noor, park, sent(size=(100, 100)))
    service.changes.undo(noor, park)
    assert kept(service, noor, park) == MADE.content
    service.changes.undo(noor, park)
    assert picture_of(service, noor, park) == ""


def test_a_copy_and_a_to_be_have_it_too_and_keep_it_when_the_map_is_deleted(
    service: Service, noor: Participant, park: str
) -> None:
    service.portraits.put(noor, park, sent())
    others = [service.maps.duplicate(noor, park), service.maps.design_to_be(noor, park)]
    title = service.maps.head(noor, park).title
    service.maps.archive(noor, park)
    service.maps.delete(noor, park, title)
    service.house.store.tidy()
    assert service.house.store.picture(park, MADE.name) is None
    assert [kept(service, noor, other) for other in others] == [MADE.content] * 2


def test_a_file_carries_it_to_another_installation(
    service: Service, noor: Participant, park: str, tmp_path: Path
) -> None:
    service.portraits.put(noor, park, sent())
    content = service.exchange.export(noor, park, "json").content
    there = Service.of(House(store=new_store(tmp_path / "there.db"), secret=b"t" * 32))
    try:
        owner = there.people.owner()
        arrived = there.exchange.import_document(owner, content)
        assert kept(there, owner, arrived) == portrait(MADE.content).content, "made anew: nobody there knows it"
        back, gone = json.loads(there.exchange.export(owner, arrived, "json").content), json.loads(content)
        for one in (back, gone):
            del one["pictures"], one["persona"]["picture"]
        assert back == gone
    finally:
        there.close()


def test_a_file_with_a_picture_of_its_own_making_is_made_bare(service: Service, noor: Participant, park: str) -> None:
    service.portraits.put(noor, park, sent())
    document = json.loads(service.exchange.export(noor, park, "json").content)
    whole = portrait(sent(size=(200, 100)))
    document["pictures"] = {MADE.name: whole.address.replace("image/webp", "image/png")}
    again = service.exchange.import_document(noor, json.dumps(document).encode(), again=True)
    assert kept(service, noor, again) == portrait(whole.content).content
    document["pictures"] = {MADE.name: "data:image/svg+xml;base64,PHN2Zy8+"}
    with pytest.raises(Refusal, match="JPEG, PNG or WebP"):
        service.exchange.import_document(noor, json.dumps(document).encode(), again=True)


def test_what_was_made_here_before_stays_to_the_byte_and_keeps_its_name(
    service: Service, noor: Participant, park: str
) -> None:
    service.portraits.put(noor, park, sent())
    other = service.maps.create(noor, "Another visit", persona="Bram")
    service.portraits.put(noor, other, MADE.content)
    again = service.exchange.import_document(noor, service.exchange.export(noor, park, "json").content, again=True)
    assert [picture_of(service, noor, one) for one in (other, again)] == [MADE.name] * 2
    assert [kept(service, noor, one) for one in (other, again)] == [MADE.content] * 2


def test_a_picture_that_only_looks_like_ours_is_made_anew(service: Service, noor: Participant, park: str) -> None:
    service.portraits.put(noor, park, stuffed())
    document = json.loads(service.exchange.export(noor, park, "json").content)
    service.portraits.put(noor, park, sent())
    sly = Portrait(stuffed())
    document["pictures"], document["persona"]["picture"] = {sly.name: sly.address}, sly.name
    again = service.exchange.import_document(noor, json.dumps(document).encode(), again=True)
    assert kept(service, noor, again) == portrait(stuffed()).content
    for one in (park, again):
        assert service.house.store.picture(one, sly.name) is None


def test_a_backup_has_it(service: Service, noor: Participant, park: str, tmp_path: Path) -> None:
    service.portraits.put(noor, park, sent())
    service.house.store.backup(tmp_path / "backup.db")
    back = new_store(tmp_path / "backup.db")
    try:
        assert back.picture(park, MADE.name) == MADE.content
    finally:
        back.close()


@pytest.mark.parametrize("role", list(Role))
def test_whoever_may_not_change_the_map_sets_no_picture(
    service: Service, noor: Participant, park: str, role: Role
) -> None:
    one = noor if role is Role.OWNER else Participant(id="x", name="X", role=role, workshop_id="elsewhere")
    if role is Role.OWNER:
        service.maps.archive(noor, park)
    with pytest.raises(Refusal):
        service.portraits.put(one, park, sent())
    assert service.house.store.picture(park, MADE.name) is None


def test_a_map_without_a_persona_says_so(service: Service, noor: Participant) -> None:
    empty = service.maps.create(noor, "Nobody’s")
    with pytest.raises(Refusal) as why:
        service.portraits.put(noor, empty, sent())
    assert why.value.key == "refusal-picture-of-nobody"


@pytest.mark.parametrize("value", ["x", "../../etc/passwd", MADE.name.upper(), 7, None, "data:image/png;base64,AA"])
def test_a_persona_has_a_picture_by_its_name_and_by_nothing_else(
    service: Service, noor: Participant, park: str, value: object
) -> None:
    persona = service.maps.journey(noor, park).persona
    assert persona is not None
    with pytest.raises(Refusal):
        service.changes.change(noor, park, [Set(table="personas", id=persona.id, field="picture", value=value)])
