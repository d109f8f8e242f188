"""Workshops, joining, and whether the server works."""

from typing import Literal

from fastapi import APIRouter, Response, status
from starlette.requests import Request

from journeymap import __version__
from journeymap.domain.text.errors import Refusal
from journeymap.service.waiting_room import Ticket
from journeymap.web.api.dependencies import OfSite, WorkshopId, Writer
from journeymap.web.api.models import (
    Health,
    Joined,
    JoinRequest,
    Made,
    NewMap,
    NewWorkshop,
    OpenedWorkshop,
    Ready,
    TitleTyped,
    WaitingTicket,
)
from journeymap.web.bounded_input import CarefulRoute
from journeymap.web.connections.descriptors import limit, opened
from journeymap.web.door.device import device_of
from journeymap.web.door.join_codes import join

router = APIRouter(route_class=CarefulRoute)


@router.get("/health")
def health(site: OfSite, response: Response) -> Health:
    """Whether the server and its database answer, and what was written last was kept; needs no token."""
    store = site.service.house.store
    try:
        store.check()
    except Refusal as refusal:
        response.status_code = status.HTTP_503_SERVICE_UNAVAILABLE
        return Health(ok=False, version=__version__, database="failing", problem=refusal.reason("en"))
    try:
        store.noted("health")
    except Exception:  # noqa: BLE001 - whatever it is, the database does not answer
        response.status_code = status.HTTP_503_SERVICE_UNAVAILABLE
        return Health(ok=False, version=__version__, database="unreachable")
    rooms, people, _connections = site.hall.census()
    disk: Literal["ok", "low"] = "low" if site.service.house.disk.is_low else "ok"
    return Health(ok=True, version=__version__, database="reachable", disk=disk, rooms=rooms, people=people)


@router.get("/ready")
def ready(site: OfSite, response: Response) -> Ready:
    """Whether people can work now: a write is tried, at most every five seconds; needs no token. 503 where not."""
    readiness, most, now_open = site.service.readiness, limit(), opened()
    disk: Literal["ok", "low", "full"] = "low" if readiness.disk.is_low else "ok"
    if readiness.disk_is_full:
        disk = "full"
    database = readiness.database()
    kept_back = most - site.connections.allowed.most
    found: dict[Literal["database", "disk", "descriptors"], bool] = {
        "database": database != "writable",
        "disk": disk == "full",
        "descriptors": now_open is not None and most - now_open < kept_back // 2,
    }
    wrong = [name for name, is_wrong in found.items() if is_wrong]
    if wrong:
        response.status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    return Ready(
        ready=not wrong, wrong=wrong, database=database, disk=disk,
        descriptors=most, opened=now_open, connections=len(site.connections),
    )  # fmt: skip


@router.post("/workshops", status_code=status.HTTP_201_CREATED)
def open_workshop(wanted: NewWorkshop, person: Writer, site: OfSite) -> OpenedWorkshop:
    """Open a workshop; the owner may. Its facilitator's token joins its maps as any other."""
    people = site.service.people
    workshop, facilitator = people.create_workshop(person, wanted.title)
    return OpenedWorkshop(id=workshop.id, facilitator_token=people.seat(facilitator), join_code=workshop.join_code)


@router.post("/join", status_code=status.HTTP_201_CREATED, responses={202: {"model": WaitingTicket}})
def take_seat(wanted: JoinRequest, request: Request, response: Response, site: OfSite) -> Joined | WaitingTicket:
    """Join a workshop by its code; needs no token, and answers with one.

    Where very many joined from the same address: 202, and one waits to be let in (`/room/waiting/ID/seat`).
    """
    person = join(site, request, wanted.code, wanted.name, wanted.role, doing=wanted.doing, another=wanted.another)
    if isinstance(person, Ticket):
        response.status_code = status.HTTP_202_ACCEPTED
        return WaitingTicket(waiting=person.id, secret=person.secret)
    held = site.shown_seat(request) or ""
    token = site.service.people.seat_again(person, held, device_of(request))
    return Joined(token=token, workshop_id=person.workshop_id or "")


@router.post("/workshops/{workshop_id}/maps", status_code=status.HTTP_201_CREATED)
def start_map(workshop_id: str, wanted: NewMap, person: Writer, site: OfSite) -> Made:
    """Start an empty map in a workshop; its facilitators may."""
    workshop = site.service.people.workshop(person, workshop_id)
    made = site.service.maps.create(
        person, wanted.title, wanted.kind, language=wanted.language, workshop_id=workshop.id
    )
    return Made(id=made)


@router.delete("/workshops/{workshop_id}", status_code=status.HTTP_204_NO_CONTENT)
def delete_workshop(workshop_id: WorkshopId, typed: TitleTyped, person: Writer, site: OfSite) -> None:
    """Delete a workshop for good, with its maps, its people and all that they made; the owner may.

    Its title says that it is this one. Whoever is in it is signed out; there is no undo.
    """
    site.service.workshops.deletion.delete(person, workshop_id, typed.title)
