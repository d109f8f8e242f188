"""A room tells everybody the same in the same order, at once or a tick later, and each what is theirs alone."""

from dataclasses import dataclass
from itertools import pairwise

import pytest

from journeymap.domain.model.operations import Operation
from journeymap.live.member import EVERYBODY, Audience
from journeymap.live.room import TICK
from tests.support.memory_rooms import Stage, made, revisions


@pytest.fixture
def stage() -> Stage:
    return Stage()


def test_after_a_quiet_time_an_operation_is_told_at_once(stage: Stage) -> None:
    _, ear = stage.enter("Anna")
    stage.clock.run(1)
    now = stage.clock.now
    stage.commit(1)
    stage.clock.run()
    assert ear.when("operations") == [now]


def test_what_comes_within_a_tick_is_told_together_at_its_end(stage: Stage) -> None:
    _, ear = stage.enter("Anna")
    stage.clock.run(1)
    now = stage.clock.now
    stage.commit(1)
    for revision in (2, 3, 4):
        stage.clock.run(TICK / 4)
        stage.commit(revision)
    stage.clock.run(1)
    assert revisions(ear.of("operations")) == [[1], [2, 3, 4]]
    assert ear.when("operations") == [now, pytest.approx(now + TICK)]
    (first, second) = ear.of("operations")
    assert (first["from"], first["to"], second["from"], second["to"]) == (1, 1, 2, 4)


def test_a_busy_room_sends_one_frame_a_tick(stage: Stage) -> None:
    _, ear = stage.enter("Anna")
    for revision in range(1, 1001):
        stage.clock.run(0.001)
        stage.commit(revision)
    stage.clock.run(1)
    assert sum(len(one) for one in revisions(ear.of("operations"))) == 1000
    assert len(ear.of("operations")) <= 1 / TICK + 2
    times = ear.when("operations")
    assert all(after - before >= TICK - 1e-6 for before, after in pairwise(times))


def test_a_frame_is_made_once_for_everybody_who_may_see_the_same(stage: Stage) -> None:
    ears = [stage.enter(f"P{n}")[1] for n in range(50)]
    stage.clock.run(1)
    stage.commit(1)
    stage.clock.run(1)
    told = {id(frame) for ear in ears for frame, kind in zip(ear.frames, ear.heard, strict=True) if is_op(kind)}
    assert len(told) == 1


def is_op(message: dict) -> bool:
    return str(message["type"]) == "operations"


def test_telling_that_takes_long_is_done_less_often(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """It never takes more than a third of the time: the rest is for whoever else is at work on the loop."""
    _, ear = stage.enter("Anna")
    stage.clock.run(1)
    send = ear.send

    def slowly(*said, **how) -> bool:
        stage.clock.now += 0.050
        return send(*said, **how)

    monkeypatch.setattr(ear, "send", slowly)
    stage.commit(1, by="ben")
    stage.clock.run()
    began = stage.clock.now
    stage.commit(2, by="ben")
    stage.clock.run(0.090)
    assert revisions(ear.of("operations")) == [[1]]
    stage.clock.run(0.020)
    assert revisions(ear.of("operations")) == [[1], [2]]
    assert stage.clock.now - began < 0.170


def test_what_is_known_is_passed_over_and_a_hole_is_refused(stage: Stage) -> None:
    """Operations come from the writer and from the log, in any order and more than once."""
    _, ear = stage.enter("Anna")
    assert stage.commit(1, 2)
    assert stage.commit(1, 2)
    assert stage.commit(2, 3)
    assert not stage.commit(5)
    assert not stage.commit(6, 7)
    assert stage.room.revision == 3
    assert stage.commit(4, 5, 6)
    stage.clock.run(1)
    assert [revision for one in revisions(ear.of("operations")) for revision in one] == [1, 2, 3, 4, 5, 6]


def test_who_comes_in_is_told_what_comes_after(stage: Stage) -> None:
    """What has come in but was not told yet is told to them, too: `told` is where their copy ends."""
    _, anna = stage.enter("Anna")
    stage.commit(1)
    stage.clock.run()
    stage.commit(2)
    assert (stage.room.told, stage.room.revision) == (1, 2)
    _, ben = stage.enter("Ben")
    stage.clock.run(1)
    assert revisions(ben.of("operations")) == [[2]]
    assert revisions(anna.of("operations")) == [[1], [2]]


def test_who_has_left_is_told_nothing(stage: Stage) -> None:
    member, ear = stage.enter("Anna")
    stage.clock.run(1)
    stage.room.leave(member)
    stage.room.leave(member)
    before = len(ear.frames)
    stage.commit(1)
    stage.clock.run(1)
    assert len(ear.frames) == before
    assert len(stage.room) == 0


def test_the_last_operations_can_be_told_again(stage: Stage) -> None:
    for revision in range(1, 11):
        stage.commit(revision)
        stage.clock.run(1)
    again = stage.room.after(7, EVERYBODY)
    assert again is not None
    assert b'"from":8,"to":10' in again.payload
    assert stage.room.after(10, EVERYBODY) is not None
    assert stage.room.after(11, EVERYBODY) is None
    assert stage.room.after(-1, EVERYBODY) is None


def test_only_so_many_operations_are_kept_for_telling_again(stage: Stage) -> None:
    for start in range(1, 5_001, 100):
        stage.commit(*range(start, start + 100))
        stage.clock.run(1)
    assert stage.room.after(2_999, EVERYBODY) is None
    again = stage.room.after(3_000, EVERYBODY)
    assert again is not None
    assert again.payload.count(b'"op":') == 2_000
    long = "x" * 4_000
    for start in range(5_001, 7_001, 100):
        stage.commit(*range(start, start + 100), value=long)
        stage.clock.run(1)
    assert stage.room.after(5_500, EVERYBODY) is None
    assert stage.room.after(6_500, EVERYBODY) is not None


@dataclass(frozen=True)
class NotAnnas(Audience):
    """Those who may not see what Anna does in private."""

    name: str = "others"

    def sees(self, operation: Operation) -> bool:
        return operation.by != "anna"


def test_what_an_audience_may_not_see_leaves_no_trace_but_its_number(stage: Stage) -> None:
    _, anna = stage.enter("Anna")
    _, ben = stage.enter("Ben", NotAnnas())
    stage.clock.run(1)
    stage.room.take([made(1, "ben"), made(2, "anna", value="SECRET"), made(3, "ben")], stage.clock.now)
    stage.clock.run(1)
    assert revisions(anna.of("operations")) == [[1, 2, 3]]
    assert revisions(ben.of("operations")) == [[1, 3]]
    assert (ben.of("operations")[0]["from"], ben.of("operations")[0]["to"]) == (1, 3)
    assert b"SECRET" not in b"".join(frame.payload for frame in ben.frames)
    again = stage.room.after(0, NotAnnas())
    assert again is not None
    assert b"SECRET" not in again.payload


# What is told to one person


def test_who_changes_something_can_undo_it_and_is_told_so_once(stage: Stage) -> None:
    _, anna = stage.enter("Anna")
    _, ben = stage.enter("Ben")
    for revision in (1, 2, 3):
        stage.commit(revision, by="anna")
        stage.clock.run(1)
    assert anna.of("can") == [{"type": "can", "undo": True, "redo": False}]
    assert ben.of("can") == []


def test_after_an_undo_it_is_looked_up_what_is_left(stage: Stage) -> None:
    stage.enter("Anna", can=(True, False))
    _, again = stage.enter("Anna")
    stage.commit(1, by="anna", act="undo", of="anna/0")
    stage.commit(2, by="somebody who is not here", act="undo", of="x/0")
    stage.clock.run(1)
    assert stage.turned == ["anna"]
    assert stage.room.acted("anna") == 1
    stage.room.set_can("anna", undo=False, redo=True)
    stage.room.set_can("anna", undo=False, redo=True)
    stage.room.set_can("nobody", undo=True, redo=True)
    assert again.of("can") == [{"type": "can", "undo": False, "redo": True}]


def test_whose_text_was_replaced_unseen_is_shown_both(stage: Stage) -> None:
    _, anna = stage.enter("Anna")
    _, ben = stage.enter("Ben")
    stage.commit(1, by="ben", lost_by="anna", before="mine", value="theirs")
    stage.commit(2, by="ben", lost_by="somebody who is not here")
    stage.clock.run(1)
    (told,) = anna.of("overwritten")
    assert told == {
        "type": "overwritten", "table": "moments", "id": "m1", "field": "text",
        "yours": "mine", "theirs": "theirs", "by": "ben", "revision": 1,
    }  # fmt: skip
    assert ben.of("overwritten") == []
    kinds = [message["type"] for message in anna.heard]
    assert kinds.index("operations") < kinds.index("overwritten")


def test_flushing_tells_at_once_and_stopping_never(stage: Stage) -> None:
    _, ear = stage.enter("Anna")
    stage.clock.run(1)
    stage.commit(1)
    stage.clock.run()
    stage.commit(2)
    stage.room.flush()
    assert revisions(ear.of("operations")) == [[1], [2]]
    stage.commit(3)
    stage.room.stop()
    stage.clock.run(1)
    assert revisions(ear.of("operations")) == [[1], [2]]
