"""Who is signed in on which device, and signing out there; links to one's own seat on another device."""

from fastapi import APIRouter, status
from pydantic import BaseModel, Field

from journeymap.service.sessions import LINK_SECONDS
from journeymap.storage.session_contract import DeviceSession
from journeymap.web.api.dependencies import OfSite, Person, ThisSession, Writer
from journeymap.web.bounded_input import CarefulRoute
from journeymap.web.site import Site

router = APIRouter(prefix="/sessions", route_class=CarefulRoute)


class SignedIn(BaseModel):
    """One device on which somebody is signed in; `seen_at` is coarse."""

    id: str
    person_id: str
    name: str
    role: str
    workshop_id: str | None
    device: str = Field(description="What the device said it is.")
    begun_at: str
    seen_at: str
    mine: bool = Field(description="Whether it is the one that asks.")


class SignedInList(BaseModel):
    """Devices, the last used first."""

    sessions: list[SignedIn]


class DeviceLink(BaseModel):
    """What signs one more device in, once; put it after `/device?link=`."""

    link: str
    seconds: int = LINK_SECONDS


@router.get("")
def my_sessions(person: Person, session: ThisSession, site: OfSite) -> SignedInList:
    """On which devices I am signed in."""
    return _listed(site, session, site.service.people.sessions.of(person))


@router.get("/workshop/{workshop_id}")
def sessions_of_workshop(workshop_id: str, person: Person, session: ThisSession, site: OfSite) -> SignedInList:
    """On which devices the people of a workshop are; for those who lead it."""
    return _listed(site, session, site.service.people.sessions.in_workshop(person, workshop_id))


@router.get("/all")
def all_sessions(person: Person, session: ThisSession, site: OfSite) -> SignedInList:
    """Everybody's, for the owner."""
    return _listed(site, session, site.service.people.sessions.everywhere(person))


@router.post("/link", status_code=status.HTTP_201_CREATED)
def make_link(person: Writer, site: OfSite) -> DeviceLink:
    """A link to my own seat on another device: it works once, for ten minutes."""
    return DeviceLink(link=site.service.people.sessions.link(person))


@router.post("/{session_id}/end", status_code=status.HTTP_204_NO_CONTENT)
def end_session(session_id: str, person: Writer, site: OfSite) -> None:
    """Sign a device out: mine, those of people whose workshop I lead, as the owner any."""
    site.service.people.sessions.end(person, session_id)


@router.post("/end-others", status_code=status.HTTP_204_NO_CONTENT)
def end_others(person: Writer, session: ThisSession, site: OfSite) -> None:
    """Sign all my other devices out."""
    site.service.people.sessions.end_all(person, person.id, but=session)


def _listed(site: Site, here: str, found: list[DeviceSession]) -> SignedInList:
    known = site.service.people.by_id()
    return SignedInList(
        sessions=[
            SignedIn(
                **one._asdict(), name=known[one.person_id].name, role=known[one.person_id].role, mine=one.id == here
            )
            for one in found
            if one.person_id in known
        ]
    )
