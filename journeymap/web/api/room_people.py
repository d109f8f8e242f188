"""The people of a room: who is there, a second device, a seat got back, names erased."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, status
from starlette.requests import Request

from journeymap.service.waiting_room import Ticket
from journeymap.web.api import room_people_models as m
from journeymap.web.api.dependencies import OfSite
from journeymap.web.api.room import Changed, Seen
from journeymap.web.api.room_models import Attendee
from journeymap.web.bounded_input import CarefulRoute
from journeymap.web.door import join_codes

router = APIRouter(prefix="/room", route_class=CarefulRoute)


@router.get("/people")
def people(room: Seen) -> m.PeopleList:
    """Everybody in the workshop."""
    return m.PeopleList(people=[Attendee.of(one) for one in room.cases.admission.everybody(room.person, room.id)])


@router.post("/people/remove")
def remove_people(wanted: m.PeopleChosen, room: Changed) -> m.PeopleList:
    """Take several people out, in one go; those who lead stay."""
    room.cases.admission.remove_all(room.person, room.id, wanted.ids)
    return people(room)


@router.post("/people/restore")
def restore_people(wanted: m.PeopleChosen, room: Changed) -> m.PeopleList:
    """Bring people back who were taken out: their seats are worth something again."""
    room.cases.admission.restore_all(room.person, room.id, wanted.ids)
    return people(room)


@router.get("/waiting")
def waiting(room: Seen) -> m.WaitingList:
    """Who waits to be let in, because very many joined from where they are; for those who lead."""
    found = room.cases.waiting_room.waiting(room.person, room.id)
    known = m.AtTheDoor.model_fields
    return m.WaitingList(waiting=[m.AtTheDoor(**one.model_dump(include=set(known))) for one in found])


@router.post("/waiting")
def let_in(wanted: m.LetIn, room: Changed) -> m.WaitingList:
    """Let people in who wait, or turn them away: these, or all."""
    decide = room.cases.waiting_room.let_in if wanted.allow else room.cases.waiting_room.turn_away
    decide(room.person, room.id, wanted.ids)
    return waiting(room)


@router.post("/waiting/{waiting_id}/seat")
def take_place(waiting_id: str, wanted: m.Secret, request: Request, site: OfSite) -> m.Token:
    """The seat of whoever waited and was let in; needs no token."""
    ticket = Ticket(waiting_id, wanted.secret, "")
    return m.Token(token=join_codes.take_place(site, request, ticket))


@router.post("/people/{participant_id}")
def change_person(participant_id: str, wanted: m.PersonChange, room: Changed) -> m.PeopleList:
    """Give somebody another name or role; one's own name may be changed by oneself."""
    if wanted.role is not None:
        room.cases.admission.give_role(room.person, room.id, participant_id, wanted.role)
    if wanted.name is not None:
        room.cases.admission.rename(room.person, room.id, participant_id, wanted.name)
    return people(room)


@router.post("/people/{participant_id}/remove")
def remove_person(participant_id: str, room: Changed) -> m.PeopleList:
    """Take somebody out: their seat is worth nothing, their work stays."""
    room.cases.admission.remove(room.person, room.id, participant_id)
    return people(room)


@router.post("/people/{participant_id}/erase")
def erase_person(participant_id: str, room: Changed) -> m.Erased:
    """Replace somebody's name in the list of people and in no text; one may ask it for oneself, once a day."""
    return m.Erased(people=room.cases.erasure.erase_one(room.person, room.id, participant_id))


@router.post("/people/{participant_id}/takeout")
def take_out(participant_id: str, room: Changed) -> m.TakenAway:
    """Take out everything that somebody made and nobody has built on, as one act a map that is undone in one go."""
    return m.TakenAway(**asdict(room.cases.takeout.take_out(room.person, room.id, participant_id)))


@router.get("/people/{participant_id}/words")
def words(participant_id: str, room: Seen, names: Annotated[list[str] | None, Query()] = None) -> m.Words:
    """Every place in which names of somebody's stand, as it is and as it would be; nothing is written."""
    return m.Words.of(room.cases.erasure.words(room.person, room.id, participant_id, names))


@router.post("/people/{participant_id}/words")
def take_out_words(participant_id: str, wanted: m.NameRemoval, room: Changed) -> m.Reworded:
    """Take these names out of every text, for good; `places` is how many the preview showed."""
    places = room.cases.erasure.take_out_words(room.person, room.id, participant_id, wanted.names, wanted.places)
    return m.Reworded(places=places)


@router.post("/people/{participant_id}/words/leave", status_code=status.HTTP_204_NO_CONTENT)
def leave_words(participant_id: str, room: Changed) -> None:
    """Leave the texts as they are, and forget what somebody was called before."""
    room.cases.erasure.leave_words(room.person, room.id, participant_id)


@router.get("/words")
def all_words(room: Seen) -> m.Words:
    """The same preview for everybody of the workshop."""
    return m.Words.of(room.cases.erasure.words(room.person, room.id))


@router.post("/erase")
def erase(room: Changed, wanted: m.Everybody | None = None) -> m.Erased:
    """Replace everybody's name, in the list of people and in texts; the work stays."""
    return m.Erased(people=room.cases.erasure.erase(room.person, room.id, places=wanted.places if wanted else None))


@router.get("/claims")
def claims(room: Seen) -> m.Claims:
    """The second devices that ask for me; and for those who lead, for everybody who does not."""
    found = room.cases.admission.claims(room.person, room.id)
    return m.Claims(claims=[m.SeatQuestion(**asdict(one)) for one in found])


@router.post("/claims", status_code=status.HTTP_201_CREATED)
def claim(wanted: m.SecondDevice, request: Request, site: OfSite) -> m.WaitingDevice:
    """A second device asks the first one; needs no token."""
    found = join_codes.claim(site, request, wanted.code, wanted.name)
    return m.WaitingDevice(id=found.id, number=found.number, secret=found.secret)


@router.post("/claims/{claim_id}", status_code=status.HTTP_204_NO_CONTENT)
def answer(claim_id: str, wanted: m.Answer, room: Changed) -> None:
    """Yes, that is mine; or no."""
    room.cases.admission.answer(room.person, claim_id, wanted.allow)


@router.post("/claims/{claim_id}/seat")
def take(claim_id: str, wanted: m.Secret, request: Request, site: OfSite) -> m.Token:
    """The seat that the second device was allowed; needs no token."""
    return m.Token(token=join_codes.take(site, request, claim_id, wanted.secret))


@router.post("/recover")
def recover(wanted: m.Recovery, request: Request, site: OfSite) -> m.Token:
    """The facilitator's seat, by the recovery code; needs no token."""
    return m.Token(token=join_codes.recover(site, request, wanted.code, wanted.recovery))
