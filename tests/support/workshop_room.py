"""A workshop with people in it, for the tests of the facilitator's screens."""

from dataclasses import dataclass, field
from typing import Any

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import Moment
from journeymap.domain.model.workshop import Ballot, Step, StepKind, Workshop
from tests.support.app import App, Screen

STEPS = (
    Step(id="s1", kind=StepKind.MOMENTS, title="What do you do?", minutes=10, private=True),
    Step(id="s2", kind=StepKind.CHANNELS, title="Which channels?", minutes=5),
    Step(id="s3", kind=StepKind.EMOTIONS, title="How does it feel?", ballot=Ballot(questions=("felt",))),
    Step(id="s4", kind=StepKind.VOTE, title="Which decide?", ballot=Ballot(budget=3, cap=2)),
    Step(id="s5", kind=StepKind.VALIDATE, title="Is it true?"),
)


@dataclass
class Held:
    """A workshop that is held: its facilitator, its map, and whoever joined, by name."""

    app: App
    workshop_id: str
    map_id: str
    lead: Participant
    people: dict[str, Participant] = field(default_factory=dict)

    @property
    def now(self) -> Workshop:
        """The workshop as it is now."""
        return self.app.service.workshops.get(self.lead, self.workshop_id)

    def step(self, kind: StepKind) -> Step:
        """Its step of this kind."""
        return next(step for step in self.now.steps if step.kind is kind)

    def join(self, name: str, role: Role = Role.PARTICIPANT) -> Participant:
        """Somebody joins; of a customer those who lead say that they are one."""
        admission = self.app.service.workshops.admission
        self.people[name] = admission.join(self.now.join_code, name, role, another=True)
        if role is Role.CUSTOMER:
            self.people[name] = admission.give_role(self.lead, self.workshop_id, self.people[name].id, role)
        return self.people[name]

    def start(self, kind: StepKind) -> None:
        """Begin the step of this kind."""
        self.app.service.workshops.facilitation.start(self.lead, self.workshop_id, self.step(kind).id)

    def reveal(self) -> None:
        """Show what is hidden."""
        self.app.service.workshops.facilitation.reveal(self.lead, self.workshop_id)

    def write(self, name: str, row_id: str, text: str) -> None:
        """Somebody writes a micro-moment."""
        self.change(name, Add(table="moments", id=row_id, parent="e", values={"text": text}))

    def vote(self, name: str, item: str, slot: int = 0) -> None:
        """Somebody gives a dot."""
        values = {"round": self.now.at, "item": item, "slot": slot}
        self.change(name, Add(table="votes", id=f"{name}{slot}", values=values))

    def feel(self, name: str, item: str, value: float) -> None:
        """Somebody says how a moment feels."""
        values = {"round": self.now.at, "item": item, "question": "felt", "value": value}
        self.change(name, Add(table="votes", id=f"f-{name}-{item}", values=values))

    def change(self, name: str, *changes: Add) -> None:
        """Somebody changes the map."""
        self.app.service.changes.change(self.people.get(name, self.lead), self.map_id, changes)

    def open(self, page: str = "workshop", person: Participant | None = None, **how: Any) -> Screen:
        """The workshop's page in front of its facilitator."""
        return self.app.open(page, person or self.lead, **{"workshop": self.workshop_id, **how})

    def journey(self) -> Journey:
        """The map as everybody sees it."""
        return self.app.service.maps.journey(self.lead, self.map_id)

    def moment(self, moment_id: str) -> Moment:
        """One of its moments."""
        return next(moment for moment in self.journey().moments if moment.id == moment_id)


def hold(app: App, *names: str, agenda: tuple[Step, ...] = STEPS, title: str = "A visit") -> Held:
    """A workshop with one episode, and these people in it."""
    made = app.service.workshops.create(app.owner, title, persona="Marieke", agenda=agenda, facilitator="Noor")
    held = Held(app, made.workshop.id, made.map_id, made.lead)
    held.change("", Add(table="episodes", id="e", values={"title": "Before"}))
    for name in names:
        held.join(name)
    return held
