"""What is hidden in a step: every audience follows the map to what it may see, and to nothing else."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.changes.decide import perform
from journeymap.domain.changes.undo import take_back
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Operation, Remove, Reveal
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.visibility import PUBLIC, Sight
from journeymap.domain.model.workshop import Ballot, Step, StepKind, StepState, Workshop
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.normalize import plain
from journeymap.domain.workshop.permissions import permit
from journeymap.live import wire
from journeymap.live.member import Audience
from journeymap.live.recent import SentOperation, operations_frame
from tests.support.journeys import changes, full, operations
from tests.support.replica import Replica

STEP = Step(id="s", kind=StepKind.FREE, title="Write", private=True, state=StepState.RUNNING)
VOTE = Step(id="r1", kind=StepKind.FREE, title="Vote", ballot=Ballot(budget=50, cap=0), state=StepState.RUNNING)
PEOPLE = [
    Participant(id=name, name=name, role=role, workshop_id="w")
    for name, role in (("anna", Role.PARTICIPANT), ("ben", Role.PARTICIPANT), ("fay", Role.FACILITATOR))
]
SIGHTS = [*map(Sight.of, PEOPLE), PUBLIC, Sight("cleo")]


def workshop(step: Step) -> Workshop:
    return Workshop(id="w", title="W", join_code="A-22-B", created_at="now", steps=(step,), at=step.id)


class Rehearsal:
    """A map on which several people work in a private step, and the replicas of everybody who follows."""

    def __init__(self) -> None:
        self.journey: Journey = full().journey
        self.log: list[Operation] = []
        self.done: dict[str, list[list[Operation]]] = {}
        self.replicas = {sight: Replica() for sight in SIGHTS}
        for sight, replica in self.replicas.items():
            self.snapshot(sight, replica)

    def snapshot(self, sight: Sight, replica: Replica) -> None:
        seen = wire.tables(sight.of_map(self.journey))
        replica.take({"type": "snapshot", "revision": self.journey.revision, "map": seen})

    def commit(self, journey: Journey, effects: Any, by: str) -> None:
        made = operations(effects, since=self.journey.revision, by=by, batch=f"{by}/{self.journey.revision}")
        self.journey = journey
        self.log += made
        self.done.setdefault(by, []).append(made)
        for sight, replica in self.replicas.items():
            replica.take(self.frame(made, sight))

    def frame(self, made: list[Operation], sight: Sight) -> dict[str, Any]:
        said = [SentOperation(one, json.dumps(wire.operation(one)).encode()) for one in made]
        since = made[0].revision - 1
        frame: dict[str, Any] = json.loads(operations_frame(since, made[-1].revision, said, Audience(sight)).payload)
        return frame

    def ask(self, person: Participant, change: Change, step: Step) -> None:
        """What they may not do, or what does not fit, is refused and changes nothing."""
        try:
            granted = permit(self.journey, workshop(step), person, [change])
            journey, effects = perform(self.journey, granted)
        except Refusal:
            return
        self.commit(journey, effects, person.id)

    def undo(self, person: Participant, step: Step) -> None:
        waiting = self.done.get(person.id, [])
        if not waiting:
            return
        try:
            journey, effects = take_back(
                self.journey, waiting.pop(), lambda now, asked: permit(now, workshop(step), person, asked)
            )
        except Refusal:
            return
        self.commit(journey, effects, person.id)
        self.done[person.id].pop()

    def name_channel(self, person: Participant, data: st.DataObject, step: Step) -> None:
        """They name a channel as others may have, and say what goes through it."""
        row_id = f"named-{self.journey.revision}"
        name = data.draw(st.sampled_from(["Phone", "phone", "PHÔNE", "Chat", " chat "]))
        self.ask(person, Add(table="channels", id=row_id, values={"name": name}), step)
        seen = Sight.of(person).of_map(self.journey)
        for moment in data.draw(st.lists(st.sampled_from(sorted(seen.tables["moments"]) or [""]), max_size=2)):
            row = f"{row_id}-{self.journey.revision}"
            self.ask(person, Add(table="touchpoints", id=row, parent=moment, values={"channel": row_id}), step)

    def reveal(self) -> None:
        """What was hidden is shown; of the channels that were, none has the name of another that all see."""
        hidden = {row.id for row in self.journey.private_rows() if row.table == "channels"}
        journey, effects = perform(self.journey, [Reveal(id=STEP.id)])
        self.commit(journey, effects, "fay")
        self.done["fay"].pop()
        seen = PUBLIC.of_map(journey).channels
        for channel in seen:
            if channel.id in hidden:
                assert [one.id for one in seen if plain(one.name) == plain(channel.name)] == [channel.id]

    def check(self) -> None:
        for sight, replica in self.replicas.items():
            assert replica.tables() == wire.tables(sight.of_map(self.journey)), sight
            late = Replica()
            self.snapshot(sight, late)
            assert late.tables() == replica.tables()


@given(data=st.data())
def test_everybody_follows_to_what_they_may_see(data: st.DataObject) -> None:
    rehearsal = Rehearsal()
    for _ in range(data.draw(st.integers(1, 14))):
        person = data.draw(st.sampled_from(PEOPLE))
        step = data.draw(st.sampled_from([STEP, STEP, VOTE]))
        act = data.draw(st.sampled_from(["change", "change", "change", "change", "channel", "undo", "reveal"]))
        if act == "undo":
            rehearsal.undo(person, step)
        elif act == "reveal":
            rehearsal.reveal()
        elif act == "channel":
            rehearsal.name_channel(person, data, step)
        else:
            # Drawn on what they see, as a client would.
            seen = Sight.of(person).of_map(rehearsal.journey)
            rehearsal.ask(person, data.draw(changes(seen)), step)
        rehearsal.check()


@given(data=st.data())
def test_what_others_hide_is_in_nothing_that_somebody_is_sent(data: st.DataObject) -> None:
    """Neither its words, nor its id, nor that of what it stands behind."""
    rehearsal = Rehearsal()
    anna, _, fay = PEOPLE
    for _ in range(data.draw(st.integers(1, 8))):
        rehearsal.ask(anna, data.draw(changes(Sight.of(anna).of_map(rehearsal.journey), ("add",))), STEP)
        rehearsal.ask(fay, data.draw(changes(rehearsal.journey, ("add", "move"))), STEP)
    secrets = {row.id for row in rehearsal.journey.private_rows() if row.author == "anna"}
    for sight in (PUBLIC, Sight("ben")):
        frames = [json.dumps(rehearsal.frame([one], sight)) for one in rehearsal.log]
        ids = {value for frame in frames for value in _strings(json.loads(frame))}
        assert not secrets & ids


def _strings(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {one for inner in value.values() for one in _strings(inner)}
    if isinstance(value, list):
        return {one for inner in value for one in _strings(inner)}
    return {value} if isinstance(value, str) else set()


def test_after_a_reveal_nothing_of_the_step_is_hidden_but_votes_without_a_name() -> None:
    rehearsal = Rehearsal()
    anna, ben, _ = PEOPLE
    rehearsal.ask(anna, Add(table="moments", id="m1", parent="before", values={"text": "I look it up"}), STEP)
    rehearsal.ask(anna, Add(table="touchpoints", id="t1", parent="call", values={"channel": "desk"}), STEP)
    rehearsal.ask(ben, Add(table="touchpoints", id="t2", parent="call", values={"channel": "desk"}), STEP)
    rehearsal.ask(ben, Add(table="needs", id="n1", parent="call", values={"text": "be heard"}), STEP)
    rehearsal.ask(ben, Add(table="votes", id="v1", values={"round": "r1", "item": "call"}), VOTE)
    assert {row_id for _, row_id in rehearsal.journey.private} == {"m1", "t1", "t2", "n1", "v1"}
    rehearsal.check()
    journey, effects = perform(rehearsal.journey, [Reveal(id="s")])
    rehearsal.commit(journey, effects, "fay")
    rehearsal.check()
    assert {row_id for _, row_id in rehearsal.journey.private} == {"v1"}
    assert [t.channel for t in rehearsal.journey.touchpoints_of("call")] == ["phone", "desk"], (
        "once, though two made it"
    )
    journey, effects = perform(rehearsal.journey, [Remove(table="moments", id="call")])
    rehearsal.commit(journey, effects, "fay")
    rehearsal.check()
