"""The waiting room, several people taken out in one go, and names that pass for another's."""

from typing import Any

import pytest

from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal
from journeymap.service.service import Service
from journeymap.service.waiting_room import MOST_WAITING
from journeymap.service.workshops import Created
from tests.support.next_millisecond import pass_a_moment


@pytest.fixture
def made(service: Service, noor: Participant) -> Created:
    """A workshop with Faye, who leads it."""
    return service.workshops.create(noor, "Park", agenda="empty", facilitator="Faye")


def join(service: Service, made: Created, name: str, **more: Any) -> Participant:
    """Somebody joins."""
    return service.workshops.admission.join(made.workshop.join_code, name, **more)


def test_whoever_waits_is_let_in_one_by_one_or_all_at_once(service: Service, made: Created) -> None:
    room, w, code = service.workshops.waiting_room, made.workshop.id, made.workshop.join_code
    tickets = []
    for n in range(4):
        tickets.append(room.wait(code, f"Person {n}", "participant", "desk"))
        pass_a_moment(service.house)
    assert [one.name for one in room.waiting(made.lead, w)] == [f"Person {n}" for n in range(4)]
    assert room.take(tickets[0].id, tickets[0].secret) is None
    (first,) = room.let_in(made.lead, w, [tickets[0].id])
    seat = room.take(tickets[0].id, tickets[0].secret)
    assert seat
    assert (service.people.who(seat).id, first.name, first.doing) == (first.id, "Person 0", "desk")
    with pytest.raises(Refusal):
        room.take(tickets[0].id, tickets[0].secret)
    assert room.turn_away(made.lead, w, [tickets[1].id]) == 1
    with pytest.raises(Refusal, match="not let you in"):
        room.take(tickets[1].id, tickets[1].secret)
    assert len(room.let_in(made.lead, w)) == 2
    assert room.waiting(made.lead, w) == []
    assert {one.name for one in service.workshops.admission.everybody(made.lead, w)} == {
        "Faye", "Person 0", "Person 2", "Person 3",
    }  # fmt: skip


def test_only_who_leads_sees_who_waits_and_only_the_right_secret_takes_the_seat(
    service: Service, noor: Participant, made: Created
) -> None:
    room, w = service.workshops.waiting_room, made.workshop.id
    ticket = room.wait(made.workshop.join_code, "Mila", "participant")
    other = service.workshops.create(noor, "Elsewhere", agenda="empty", facilitator="Stella").lead
    for person in (join(service, made, "Sam"), other):
        for act in (room.waiting, room.let_in, room.turn_away):
            with pytest.raises(Refusal):
                act(person, w)
    room.let_in(made.lead, w)
    with pytest.raises(Refusal):
        room.take(ticket.id, "guessed")
    assert room.take(ticket.id, ticket.secret)


def test_a_waiting_room_is_bounded_and_the_door_counts(service: Service, made: Created) -> None:
    room, code = service.workshops.waiting_room, made.workshop.join_code
    for n in range(MOST_WAITING):
        room.wait(code, f"Person {n}", "participant")
    with pytest.raises(Refusal, match="Very many people are waiting"):
        room.wait(code, "One more", "participant")
    service.workshops.facilitation.door(made.lead, made.workshop.id, False)
    with pytest.raises(Refusal, match="closed the door"):
        room.wait(code, "Late", "participant")


def test_a_name_that_was_taken_meanwhile_gets_a_number(service: Service, made: Created) -> None:
    room = service.workshops.waiting_room
    for _ in range(2):
        room.wait(made.workshop.join_code, "Mila", "participant")
    assert [one.name for one in room.let_in(made.lead, made.workshop.id)] == ["Mila", "Mila 2"]


# Several people at once


def test_several_people_are_taken_out_in_one_go_and_brought_back(service: Service, made: Created) -> None:
    admission, w = service.workshops.admission, made.workshop.id
    crowd = [join(service, made, f"Person {n}") for n in range(5)]
    seat = service.people.seat(crowd[0])
    ids = [one.id for one in crowd] + [made.lead.id, "nobody"]
    with pytest.raises(Refusal):
        admission.remove_all(crowd[0], w, ids)
    assert len(admission.remove_all(made.lead, w, ids)) == 5
    assert [one.name for one in admission.everybody(made.lead, w)] == ["Faye"]
    with pytest.raises(Refusal, match="taken you out"):
        service.people.who(seat)
    assert len(admission.restore_all(made.lead, w, ids)) == 5
    assert service.people.who(seat).id == crowd[0].id
    assert admission.restore_all(made.lead, w, ids) == []


# Names


OWNERS = [
    "Noor",
    "NOOR",
    "N\u200boor",
    "N\u043e\u043er",
    "\uff2e\uff4f\uff4f\uff52",
    "N o o r",
    "N00r",
    "Noor.",
    "\u039door",
]


@pytest.mark.parametrize(
    "name",
    [
        *OWNERS,
        "Owner",
        "OWNER",
        "\u041ewner",
        "Eigenaar",
        "Facilitator",
        "co facilitator",
        "FACILlTATOR",
        "Owner \U0001f451",
        "\u2605 Noor \u2605",
        "0wner",
        "Eigenaar 1",
        "\u15b4acilitator",
    ],
)
@pytest.mark.parametrize("another", [True, False])
def test_nobody_passes_for_the_owner(service: Service, made: Created, name: str, another: bool) -> None:
    with pytest.raises(Refusal, match="kept for those who lead"):
        join(service, made, name, another=another)
    mila = join(service, made, "Mila")
    with pytest.raises(Refusal, match="kept for those who lead"):
        service.workshops.admission.rename(mila, made.workshop.id, mila.id, name)
    assert join(service, made, name, device=service.people.seat(mila)).name == "Mila"


@pytest.mark.parametrize("name", ["M\u0456la", "Mi\u200bla", "Mila.", "M i l a", "\u039cila", "Mi1a", "\uff2dila."])
@pytest.mark.parametrize("another", [True, False])
def test_a_name_that_looks_like_anothers_is_refused(service: Service, made: Created, name: str, another: bool) -> None:
    join(service, made, "Mila")
    with pytest.raises(Refusal) as refused:
        join(service, made, name, another=another)
    assert refused.value.key in ("refusal-name-alike", "refusal-name-there")
    sam = join(service, made, "Sam")
    with pytest.raises(Refusal):
        service.workshops.admission.rename(sam, made.workshop.id, sam.id, name)


def test_no_name_mixes_scripts_in_a_word(service: Service, made: Created) -> None:
    with pytest.raises(Refusal, match="several scripts"):
        join(service, made, "Zed\u0434")
    mila = join(service, made, "Mila")
    with pytest.raises(Refusal, match="several scripts"):
        service.workshops.admission.rename(mila, made.workshop.id, mila.id, "Zed\u0434")


def test_nobody_takes_the_name_of_who_leads_even_as_another(service: Service, made: Created) -> None:
    with pytest.raises(Refusal, match="looks like that of Faye"):
        join(service, made, "faye", another=True)
    with pytest.raises(Refusal, match="looks like that of Faye"):
        join(service, made, "Faye \U0001f451", another=True)
    with pytest.raises(Refusal, match="If that is you"):
        join(service, made, "faye", another=False)


@pytest.mark.parametrize("name", ["Zoë", "Zoe B", "李", "Владимир", "Ila", "😀", "José", "نور"])
def test_names_of_real_people_are_names(service: Service, made: Created, name: str) -> None:
    for other in ("Zoe", "Lia", "Jose", "Vladimir"):
        join(service, made, other)
    assert join(service, made, name).name == name
    assert join(service, made, name, another=True).name == name


@pytest.mark.parametrize("name", ["\u200b", "\u3164", "\u2800", "\u00ad\u00ad", "\u200d\ufe0f", "\u202e", "\U000e0041"])
def test_a_name_in_which_there_is_nothing_to_see_is_none(service: Service, made: Created, name: str) -> None:
    with pytest.raises(Refusal, match="your name"):
        join(service, made, name)
