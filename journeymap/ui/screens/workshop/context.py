"""The workshop a page is about, read once for a run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from journeymap.domain.analysis.gain import Gain
from journeymap.domain.model.operations import Change
from journeymap.domain.model.roles import OWNER_ID, Participant, Role, leads, one_person
from journeymap.domain.model.workshop import Step, Workshop
from journeymap.domain.text.errors import Refusal
from journeymap.domain.workshop.attendance import Attendance
from journeymap.domain.workshop.timer import time_left
from journeymap.service.admission import SeatRequest
from journeymap.service.contributions import Feed
from journeymap.service.step_results import Board, Parked
from journeymap.service.workshop_summary import Progress
from journeymap.service.workshops import Workshops
from journeymap.storage.store import MapHead
from journeymap.ui import state
from journeymap.ui.actions import submit_changes, submitted
from journeymap.ui.shared import me, service

_LAST = state.key("workshop", "last")


def workshop_id() -> str | None:
    """The workshop in the address, else the one opened last, else the one I sit in."""
    asked = state.in_address("workshop")
    if asked:
        state.put(_LAST, asked)
    return asked or state.get(_LAST, "") or me().workshop_id


def open_workshop(workshop_id: str) -> None:
    """Be about this workshop from now on, and say so in the address."""
    state.put(_LAST, workshop_id)
    if state.in_address("workshop") != workshop_id:
        state.put_in_address("workshop", workshop_id)


@dataclass(frozen=True, slots=True)
class WorkshopView:
    """A workshop as somebody who leads it sees it now."""

    workshop: Workshop
    maps: tuple[MapHead, ...]
    board: Board | None
    people: tuple[Participant, ...]
    progress: Progress
    claims: tuple[SeatRequest, ...]
    aside: tuple[Parked, ...]
    gains: tuple[Gain, ...]
    feed: Feed | None
    attendance: Attendance
    hands: Mapping[str, str]
    now: str

    @property
    def id(self) -> str:
        """The workshop's id."""
        return self.workshop.id

    @property
    def step(self) -> Step | None:
        """The step that is on, or was on last."""
        return self.workshop.step

    @property
    def left(self) -> float | None:
        """The seconds that are left in it; None where it has no clock."""
        return time_left(self.step, self.now) if self.step else None

    @property
    def runs(self) -> bool:
        """Whether its clock goes."""
        return self.step is not None and self.step.runs

    @property
    def here(self) -> frozenset[str] | None:
        """Who is connected now; None where that is not known."""
        return self.attendance.here

    @property
    def leader(self) -> str | None:
        """Whom everybody follows, as they stand among the people."""
        return one_person(self.people, self.workshop.leading) if self.workshop.leading else None

    def name_of(self, person_id: str) -> str:
        """What somebody is called; empty where they are not known here."""
        found = one_person(self.people, person_id)
        if found == OWNER_ID:
            return service().people.owner().name
        return next((one.name for one in self.people if one.id == found), "")


def read_room(workshop_id: str) -> WorkshopView:
    """The workshop, its people and its map. Errors: Refusal where I do not lead it."""
    person, workshops = me(), service().workshops
    stage = workshops.current.stage(person, workshop_id)
    everybody = tuple(workshops.admission.everybody(person, workshop_id))
    return WorkshopView(
        workshop=workshop_led(workshops, person, stage.workshop),
        maps=stage.maps,
        board=workshops.results.board(person, workshop_id),
        people=everybody,
        progress=workshops.summaries.progress(person, workshop_id),
        claims=tuple(workshops.admission.claims(person, workshop_id)),
        aside=tuple(workshops.results.set_aside(person, workshop_id)),
        gains=workshops.harvest.gains(person, workshop_id),
        feed=workshops.contributions.feed(person, workshop_id),
        attendance=workshops.summaries.attendance(person, workshop_id),
        hands={one_person(everybody, by): hand for by, hand in service().house.here.hands().items()},
        now=service().house.now(),
    )


def workshop_led(workshops: Workshops, person: Participant, workshop: Workshop) -> Workshop:
    """The same workshop. Errors: Refusal where this person does not lead it."""
    workshops.access.led(person, workshop.id)
    return workshop


def may_lead(person: Participant, workshop_id: str) -> bool:
    """Whether this person leads this workshop."""
    return leads(person.role) and (person.role is Role.OWNER or person.workshop_id == workshop_id)


def submit_to_workshop(work: Callable[[Workshops, Participant], object], toast: str = "") -> bool:
    """Do this in a workshop as me; what is refused is said after the rerun. Whether it was done."""
    return submitted(lambda: work(service().workshops, me()), toast=toast, later=True)


def submit_on_click(work: Callable[[Workshops, Participant], object], toast: str = "") -> None:
    """The same, as a button's on_click."""
    submit_to_workshop(work, toast)


def put_on_click(map_id: str, *changes: Change, toast: str = "") -> None:
    """Change a map as me, all of it as one batch; for a button's on_click."""
    submit_changes(map_id, *changes, toast=toast, later=True)


DIALOGS = {
    name: state.key("workshop", "dialog", name)
    for name in (
        "step",
        "parking",
        "decisions",
        "rename",
        "remove",
        "recovery",
        "gains",
        "erase",
        "takeout",
        "merge",
        "empty",
    )
}
"""What each dialog of the workshop screen is open for; nothing where it is closed."""


@st.fragment(run_every=1.0)
def keep_up(workshop_id: str, seen: object) -> None:
    """Rerun the page, at most once a second, when the workshop is no longer as it was `seen`.

    Not while a dialog is open: it would be put up anew, and what is half typed in it would be lost.
    """
    if pulse(workshop_id) != seen and not any(state.get(dialog, None) for dialog in DIALOGS.values()):
        state.tell_again()
        st.rerun()


def pulse(workshop_id: str) -> object:
    """What changes whenever the workshop does; read before the page is drawn. Whoever looks is here."""
    service().house.here.look(me().id)
    try:
        workshops = service().workshops
        return (
            workshops.results.pulse(me(), workshop_id),
            workshops.summaries.attendance(me(), workshop_id),
            service().house.here.hands(),
        )
    except Refusal:
        return None
