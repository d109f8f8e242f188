"""A workshop's room: where it is, running it, its people, and the code to join it by.

A seat says which workshop; the owner, who is in none, names it: `?workshop=…`.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from journeymap.domain.model.roles import Participant, leads
from journeymap.domain.model.workshop import Ballot, Workshop
from journeymap.domain.text.errors import invalid
from journeymap.service.current_step import screen_map
from journeymap.service.workshops import Workshops
from journeymap.web.api import room_models as m
from journeymap.web.api.dependencies import OfSite, Person, Writer
from journeymap.web.bounded_input import CarefulRoute
from journeymap.web.pages.qr import join_address, qr_svg
from journeymap.web.site import Site

router = APIRouter(prefix="/room", route_class=CarefulRoute)


class RoomRequest:
    """A person, the workshop they mean, and its use cases."""

    def __init__(self, site: Site, person: Participant, workshop_id: str) -> None:
        self.site = site
        self.person = person
        self.id = workshop_id

    @property
    def cases(self) -> Workshops:
        """The use cases of workshops."""
        return self.site.service.workshops

    def now(self) -> m.RoomNow:
        """Where it is, for this person."""
        stage, at = self.cases.current.stage(self.person, self.id), self.site.service.house.now()
        it = stage.workshop
        steps = [m.StepNowAnswer.at(it, step, at) for step in it.steps]
        return m.RoomNow(
            workshop=about(it, self.person),
            you=m.Attendee.of(self.site.service.people.in_room(self.person, self.id)),
            step=next((step for step in steps if step.id == it.at), None),
            agenda=steps,
            map=m.MapNow.of(stage.map) if stage.map else None,
            maps=[m.MapNow.of(head) for head in stage.maps],
            leading=it.leading,
            spotlight=it.spotlight,
            sending=it.sending,
            screen=m.OnScreen.of(it, screen_map(it, stage.maps), at),
            people=m.Heads.of(self.cases.summaries.attendance(self.person, self.id)),
            gains=self._gains(it),
            server_time=at,
        )

    def _gains(self, it: Workshop) -> list[m.GainNow]:
        if not leads(self.person.role):
            return []
        return [m.GainNow.of(gain, it.language) for gain in self.cases.harvest.gains(self.person, self.id)]


def about(workshop: Workshop, person: Participant) -> m.About:
    """The workshop, as this person may know it."""
    same = ("id", "title", "purpose", "persona", "language", "door", "locked", "read_until", "version")
    return m.About(
        **{name: getattr(workshop, name) for name in same},
        closed=workshop.closed_at is not None,
        join_code=workshop.join_code if leads(person.role) else None,
    )


Which = Annotated[str | None, Query(max_length=64, description="Which workshop; only the owner has to say.")]


async def seen(person: Person, site: OfSite, workshop: Which = None) -> RoomRequest:
    """The room that is asked about. Errors: Refusal where nobody says which."""
    found = workshop or person.workshop_id
    if found is None:
        raise invalid("no-workshop")
    return RoomRequest(site, person, found)


async def changed(person: Writer, site: OfSite, workshop: Which = None) -> RoomRequest:
    """The same, by somebody who does not ask too much at once."""
    return await seen(person, site, workshop)


Seen = Annotated[RoomRequest, Depends(seen)]
Changed = Annotated[RoomRequest, Depends(changed)]


@router.get("")
def room_now(room: Seen) -> m.RoomNow:
    """The step that is on, the map it is about, and the agenda."""
    return room.now()


@router.get("/progress")
def progress(room: Seen) -> m.ProgressNow:
    """How the step goes: totals, and for those who lead who has done what."""
    it = room.cases.summaries.progress(room.person, room.id)
    return m.ProgressNow(
        step=it.step_id,
        asks=it.asks,
        rows=it.rows,
        people=it.people,
        waiting=it.waiting,
        by=dict(it.by),
        not_begun=[*it.not_begun],
        away=[*it.away],
    )


@router.get("/qr.svg", response_class=Response)
def qr(room: Seen, request: Request) -> Response:
    """The join address as a QR code: an SVG picture, dark on light. For those who lead, as the code is."""
    workshop = room.cases.access.led(room.person, room.id)
    drawn = qr_svg(join_address(room.site, request, workshop.join_code))
    return Response(drawn, media_type="image/svg+xml")


@router.post("/start")
def start(wanted: m.ThisStep, room: Changed) -> m.RoomNow:
    """Begin a step; the one that was on ends, and what it hid is shown."""
    room.cases.facilitation.start(room.person, room.id, wanted.step)
    return room.now()


@router.post("/pause")
def pause(wanted: m.WhichStep, room: Changed) -> m.RoomNow:
    """Stop the clock and the work."""
    room.cases.facilitation.pause(room.person, room.id, wanted.step)
    return room.now()


@router.post("/resume")
def resume(wanted: m.WhichStep, room: Changed) -> m.RoomNow:
    """Go on with what is left on the clock."""
    room.cases.facilitation.resume(room.person, room.id, wanted.step)
    return room.now()


@router.post("/extend")
def extend(wanted: m.MoreTime, room: Changed) -> m.RoomNow:
    """More time."""
    room.cases.facilitation.extend(room.person, room.id, wanted.seconds, wanted.step)
    return room.now()


@router.post("/reveal")
def reveal(wanted: m.WhichStep, room: Changed) -> m.RoomNow:
    """Show everybody what was hidden."""
    room.cases.facilitation.reveal(room.person, room.id, wanted.step)
    return room.now()


@router.post("/end")
def end(wanted: m.WhichStep, room: Changed) -> m.RoomNow:
    """The step is done; what it hid is shown."""
    room.cases.facilitation.end(room.person, room.id, wanted.step)
    return room.now()


@router.post("/back")
def back(wanted: m.ThisStep, room: Changed) -> m.RoomNow:
    """Open an earlier step anew; the one that was on waits."""
    room.cases.facilitation.back(room.person, room.id, wanted.step)
    return room.now()


@router.post("/break")
def take_break(wanted: m.Break, room: Changed) -> m.RoomNow:
    """A break from now on; a step that is not through waits for its end."""
    room.cases.facilitation.take_break(room.person, room.id, wanted.minutes)
    return room.now()


@router.post("/vote")
def take_vote(wanted: m.DotVote, room: Changed) -> m.RoomNow:
    """A dot vote from now on; a step that is not through waits for its end."""
    ballot = Ballot(**wanted.model_dump(exclude={"minutes"}))
    room.cases.facilitation.take_vote(room.person, room.id, ballot, wanted.minutes)
    return room.now()


@router.post("/take")
def take(wanted: m.TakeOver, room: Changed) -> m.RoomNow:
    """Put what came out on the map, as one batch that one undo takes back; asked for twice, it is done once."""
    room.cases.harvest.take_over(room.person, room.id, wanted.step, wanted.kinds)
    return room.now()


@router.post("/leave")
def leave(wanted: m.LeaveOut, room: Changed) -> m.RoomNow:
    """What a step brought stays as it is: the screens ask no more."""
    room.cases.harvest.leave(room.person, room.id, wanted.step, wanted.kinds)
    return room.now()


@router.post("/apart")
def apart(wanted: m.Apart, room: Changed) -> m.RoomNow:
    """These moments say nearly the same, and are not one."""
    room.cases.harvest.keep_apart(room.person, room.id, wanted.moments)
    return room.now()


@router.post("/lead")
def lead(wanted: m.OnOrOff, room: Changed) -> m.RoomNow:
    """Everybody follows me; or nobody any more."""
    room.cases.facilitation.lead(room.person, room.id, wanted.on)
    return room.now()


@router.post("/lock")
def lock(wanted: m.LockWhat, room: Changed) -> m.RoomNow:
    """Only facilitators move cards; or leave this one card as it is."""
    if wanted.row is None:
        room.cases.facilitation.lock(room.person, room.id, wanted.on)
    else:
        room.cases.facilitation.lock_row(room.person, room.id, wanted.row, wanted.on)
    return room.now()


@router.post("/spotlight")
def spotlight(wanted: m.RowChoice, room: Changed) -> m.RoomNow:
    """Everybody looks at this card."""
    room.cases.facilitation.spotlight(room.person, room.id, wanted.row)
    return room.now()


@router.post("/screen")
def screen(wanted: m.ScreenWanted, room: Changed) -> m.RoomNow:
    """What the room's screen shows from now on, until the next step begins."""
    room.cases.facilitation.show(room.person, room.id, wanted.view)
    return room.now()


@router.post("/send")
def send(wanted: m.SendWhere, room: Changed) -> m.RoomNow:
    """Ask everybody to go to a map and page."""
    room.cases.facilitation.send_all(room.person, room.id, wanted.map, wanted.page)
    return room.now()


@router.post("/door")
def door(wanted: m.Door, room: Changed) -> m.RoomNow:
    """Open or close the door."""
    room.cases.facilitation.door(room.person, room.id, wanted.open)
    return room.now()


@router.post("/code")
def code(room: Changed) -> m.RoomNow:
    """Another join code: the one before ends at once, and whoever is in stays."""
    room.cases.facilitation.renew_code(room.person, room.id)
    return room.now()


@router.post("/close")
def close(wanted: m.CloseRequest, room: Changed) -> m.RoomNow:
    """End the workshop."""
    room.cases.facilitation.close(room.person, room.id, wanted.read_until)
    return room.now()


@router.post("/reopen")
def reopen(room: Changed) -> m.RoomNow:
    """Go on with a workshop that was ended."""
    room.cases.facilitation.reopen(room.person, room.id)
    return room.now()


@router.post("/details")
def details(wanted: m.Details, room: Changed) -> m.RoomNow:
    """Another title, purpose, persona, language, next review or owner."""
    room.cases.change(room.person, room.id, **wanted.model_dump(exclude_none=True))
    return room.now()


@router.post("/agenda")
def agenda(wanted: m.NewAgenda, room: Changed) -> m.RoomNow:
    """The agenda anew; where each step is stays."""
    room.cases.arrange(room.person, room.id, wanted.steps)
    return room.now()
