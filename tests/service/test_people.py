"""Seats: who somebody is, and how they show it."""

from dataclasses import replace
from typing import Any

import pytest
from itsdangerous import URLSafeTimedSerializer

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal
from journeymap.service.people import new_code, plain_code
from journeymap.service.seats import Caller, person_of
from journeymap.service.service import Service
from journeymap.settings import AskOwner


def test_a_seat_shows_who_somebody_is(service: Service, noor: Participant) -> None:
    workshop, faye = service.people.create_workshop(noor, "Park", "Faye")
    mila = service.people.join(workshop.join_code, "Mila", Role.CUSTOMER)
    for person in (noor, faye, mila):
        assert service.people.who(service.people.seat(person)) == person
    assert service.people.names() == {"owner": "Noor", faye.id: "Faye", mila.id: "Mila"}


def test_in_a_workshop_the_owner_goes_by_the_name_they_gave_there(service: Service, noor: Participant) -> None:
    made = service.workshops.create(noor, "Park", agenda="empty", facilitator="Ilse")
    w, mine = made.workshop.id, service.maps.create(noor, "Mine")
    note = Add(table="parked", id="p", values={"text": "too dear"})
    for map_id in (made.map_id, mine):
        service.changes.change(noor, map_id, [note])
    assert (service.people.in_room(noor, w).name, service.people.in_room(noor, None).name) == ("Ilse", "Noor")
    assert service.people.authors(noor, made.map_id)["owner"] == "Ilse"
    assert service.people.authors(noor, mine)["owner"] == "Noor"
    assert [one.by for one in service.workshops.results.set_aside(noor, w)] == ["Ilse"]
    service.changes.change(noor, made.map_id, [Add(table="episodes", id="e", values={"title": "Before"})])
    found = service.workshops.summaries.summary(noor, w)
    assert [(one.name, one.made) for one in found.people] == [("Ilse", 1)]
    assert [one.by for one in found.parked] == ["Ilse"]
    service.workshops.erasure.erase(noor, w)
    assert service.people.authors(noor, made.map_id)["owner"] == "Participant 1"
    service.workshops.admission.remove(noor, w, made.lead.id)
    assert service.people.in_room(noor, w) == noor


@pytest.mark.parametrize("token", ["", "x", "owner", "ab.cd.ef", "x" * 5_000, "é"])
def test_a_made_up_seat_is_nobody(service: Service, token: str) -> None:
    with pytest.raises(Refusal, match="not known"):
        service.people.who(token)


def test_a_seat_signed_by_another_installation_is_nobody(service: Service) -> None:
    forged = URLSafeTimedSerializer(b"another secret", salt="journeymap-seat").dumps("owner")
    with pytest.raises(Refusal, match="not known"):
        service.people.who(forged)


def test_a_seat_of_somebody_who_is_not_there_is_nobody(service: Service) -> None:
    stray = service.people.seat(Participant(id="stray", name="S", role=Role.OWNER))
    with pytest.raises(Refusal, match="deleted for good"):
        service.people.who(stray)


def test_an_old_seat_has_expired(service: Service, noor: Participant, monkeypatch: pytest.MonkeyPatch) -> None:
    seat = service.people.seat(noor)
    monkeypatch.setattr("journeymap.service.sessions.SEAT_SECONDS", -1)
    with pytest.raises(Refusal, match="away for a long time"):
        service.people.who(seat)


def test_the_owner_link_gives_the_owner_seat_and_a_wrong_one_nothing(service: Service, noor: Participant) -> None:
    assert service.people.who(service.people.owner_seat(service.owner_key())) == noor
    for key in ("", "x", service.owner_key()[:-1], "é" * 40):
        with pytest.raises(Refusal, match="owner link does not work"):
            service.people.owner_seat(key)


def test_only_the_owner_opens_workshops(service: Service, noor: Participant) -> None:
    workshop, faye = service.people.create_workshop(noor, "Park", "Faye")
    mila = service.people.join(workshop.join_code, "Mila")
    for person in (faye, mila):
        with pytest.raises(Refusal) as refusal:
            service.people.create_workshop(person, "Mine")
        assert refusal.value.code == "forbidden"


@pytest.mark.parametrize("role", ["owner", "facilitator", "co-facilitator", "king"])
def test_nobody_takes_a_role_that_is_given(service: Service, noor: Participant, role: str) -> None:
    workshop, _ = service.people.create_workshop(noor, "Park")
    with pytest.raises(Refusal, match="given by a facilitator"):
        service.people.join(workshop.join_code, "Mila", role)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "a\x00"])
def test_a_bad_name_joins_nothing(service: Service, noor: Participant, name: str) -> None:
    workshop, _ = service.people.create_workshop(noor, "Park")
    with pytest.raises(Refusal, match="name"):
        service.people.join(workshop.join_code, name)
    assert len(service.people.names()) == 2


@pytest.mark.parametrize("code", ["LARK-42-PINE", "FERN-34-FAWN", "ACORN-99-DUNE"])
def test_a_code_of_words_from_before_is_still_read_as_it_is(code: str) -> None:
    assert plain_code(f" {code.lower().replace('-', ' ')}") == code


def test_codes_can_be_said_aloud_and_typed_carelessly(service: Service, noor: Participant) -> None:
    code = new_code()
    assert [len(part) for part in code.split("-")] == [3, 4, 3]
    assert not set(code) & set("0OQ1IL5S8B2Z") - {"Q"}, "nothing that looks like another one"
    assert plain_code(f"  {code.lower().replace('-', ' ')} ") == code
    assert plain_code(code.replace("-", "")) == code
    assert plain_code(" ".join(code.replace("-", ""))) == code
    with pytest.raises(Refusal, match="no workshop with this code"):
        service.people.join("LARK-42-NOWHERE", "Mila")


LOCAL = Caller(seat=None, peer="127.0.0.1", host="localhost:8501", bound_to="127.0.0.1")


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1", "[::1]:8501", "127.0.0.9:80"])
def test_whoever_opens_it_on_this_machine_is_the_owner_only_where_nobody_is_asked(
    service: Service, noor: Participant, host: str
) -> None:
    at_home = replace(LOCAL, host=host)
    with pytest.raises(Refusal, match="Join a workshop first"):
        person_of(service, at_home)
    assert person_of(unasked(service), at_home) == noor


def unasked(service: Service) -> Service:
    """The same house, where nobody at this machine has to show a link."""
    return Service.of(replace(service.house, ask_owner=AskOwner.NEVER))


@pytest.mark.parametrize(
    "otherwise",
    [
        {"peer": "192.0.2.7"},
        {"host": "evil.example"},
        {"host": "127.0.0.1.evil.example"},
        {"host": ""},
        {"bound_to": "0.0.0.0"},
        {"bound_to": ""},
        {"forwarded": True},
    ],
)
def test_anything_else_is_not_local(service: Service, otherwise: dict[str, Any]) -> None:
    with pytest.raises(Refusal, match="Join a workshop first"):
        person_of(unasked(service), replace(LOCAL, **otherwise))


def test_a_seat_left_over_from_another_database_does_not_lock_the_owner_out(
    service: Service, noor: Participant
) -> None:
    assert person_of(unasked(service), replace(LOCAL, seat="stale")) == noor
    with pytest.raises(Refusal, match="not known"):
        person_of(service, replace(LOCAL, seat="stale", forwarded=True))
