"""Running a workshop: whatever a facilitator presses, one step runs and no clock gains time by itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.model.workshop import Ballot, Step, StepKind, StepState, Workshop
from journeymap.domain.text.errors import Refusal
from journeymap.domain.workshop import lifecycle, timer
from tests.support.store_calls import refused

NOON = "2026-05-01T12:00:00.000Z"
STEPS = (
    Step(id="scope", kind=StepKind.SCOPE, title="Scope"),
    Step(id="moments", kind=StepKind.MOMENTS, title="Moments", minutes=10, private=True),
    Step(id="channels", kind=StepKind.CHANNELS, title="Channels", minutes=5),
    Step(id="vote", kind=StepKind.VOTE, title="Vote", minutes=3, ballot=Ballot()),
)
FRESH = Workshop(id="w", title="Park", join_code="LARK-42-PINE", created_at=NOON, steps=STEPS)


def at(seconds: float) -> str:
    """So long after noon."""
    return timer.later(NOON, seconds)


acts = st.one_of(
    st.tuples(st.sampled_from(["start", "back"]), st.sampled_from([step.id for step in STEPS])),
    st.tuples(st.just("extend"), st.integers(1, 600)),
    st.tuples(st.sampled_from(["pause", "resume", "reveal", "end", "break", "dots"]), st.none()),
)


def perform(workshop: Workshop, act: str, what: object, now: str) -> Workshop:
    """Press this button."""
    match act:
        case "start":
            return lifecycle.start(workshop, str(what), now)
        case "back":
            return lifecycle.back(workshop, str(what), now)
        case "extend":
            return lifecycle.extend(workshop, float(str(what)), now)
        case "break":
            pause = Step(id=f"break{len(workshop.steps)}", kind=StepKind.BREAK, title="Coffee", minutes=5)
            return lifecycle.take_break(workshop, pause, now)
        case "dots":
            vote = Step(id=f"vote{len(workshop.steps)}", kind=StepKind.VOTE, title="Which?", ballot=Ballot())
            return lifecycle.take_vote(workshop, vote, now)
    return {"pause": lifecycle.pause, "resume": lifecycle.resume, "reveal": lifecycle.reveal, "end": lifecycle.end}[
        act
    ](workshop, now)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(acts, st.floats(0, 400)), max_size=25))
def test_whatever_is_pressed_one_step_runs_and_time_only_grows_when_it_is_given(pressed) -> None:
    workshop, clock = FRESH, 0.0
    shown: set[str] = set()
    for (act, what), pause in pressed:
        clock += pause
        now = at(clock)
        try:
            after = perform(workshop, act, what, now)
        except Refusal:
            continue
        going = [step for step in after.steps if step.state in (StepState.RUNNING, StepState.REVEALED)]
        assert len(going) <= 1
        assert all(step.id == after.at for step in going)
        known = {step.id: step for step in after.steps}
        for before in workshop.steps:
            step = known[before.id]
            left, was = timer.time_left(step, now), timer.time_left(before, now)
            first = before.state is StepState.WAITING
            more = float(str(what)) if act == "extend" and step.id == after.at else 0.0
            if left is not None and not first:
                assert left <= (was or 0.0) + more + 0.002
            if before.revealed_at:
                assert step.revealed_at  # what was seen is not hidden again
                assert not step.secret
        shown |= set(lifecycle.uncovered(workshop, after))
        for step in after.steps:
            if step.hides and step.state in (StepState.DONE, StepState.REVEALED):
                assert step.id in shown  # nobody ends a hidden step without it being shown
        workshop = after


def test_a_timed_step_counts_down_on_the_servers_clock() -> None:
    step = lifecycle.start(FRESH, "moments", NOON).step
    assert step is not None
    assert (step.state, timer.time_left(step, at(0)), timer.time_left(step, at(61))) == ("running", 600, 539)
    assert timer.time_left(step, at(700)) == 0


def test_a_pause_keeps_what_is_left_and_going_on_takes_it_up() -> None:
    paused = lifecycle.pause(lifecycle.start(FRESH, "moments", NOON), at(100))
    assert paused.step is not None
    assert timer.time_left(paused.step, at(5_000)) == 500
    resumed = lifecycle.resume(paused, at(5_000))
    assert resumed.step is not None
    assert timer.time_left(resumed.step, at(5_100)) == 400


def test_more_time_is_added_to_what_is_left_and_not_to_a_time_that_is_over() -> None:
    over = lifecycle.start(FRESH, "channels", NOON)
    extended = lifecycle.extend(over, 60, at(1_000))
    assert extended.step is not None
    assert timer.time_left(extended.step, at(1_000)) == 60
    untimed = lifecycle.extend(lifecycle.start(FRESH, "scope", NOON), 120, NOON)
    assert untimed.step is not None
    assert timer.time_left(untimed.step, at(20)) == 100


def test_starting_the_next_step_ends_the_one_before_and_shows_what_it_hid() -> None:
    first = lifecycle.start(FRESH, "moments", NOON)
    assert first.step is not None
    assert first.step.secret
    then = lifecycle.start(first, "channels", at(60))
    assert [step.state for step in then.steps] == ["waiting", "done", "running", "waiting"]
    assert lifecycle.uncovered(first, then) == ("moments",)


def test_going_back_reopens_and_leaves_the_other_step_as_it_was() -> None:
    voting = lifecycle.start(lifecycle.start(FRESH, "moments", NOON), "vote", at(60))
    gone_back = lifecycle.back(voting, "moments", at(120))
    assert (gone_back.at, [step.state for step in gone_back.steps]) == (
        "moments",
        ["waiting", "revealed", "waiting", "paused"],
    )
    assert lifecycle.uncovered(voting, gone_back) == ()  # the vote stays hidden
    again = lifecycle.start(gone_back, "vote", at(900))
    assert again.step is not None
    assert again.step.secret
    assert timer.time_left(again.step, at(900)) == 120


COFFEE = Step(id="coffee", kind=StepKind.BREAK, title="Coffee", minutes=15)


def test_a_step_that_is_not_through_waits_for_the_end_of_a_break_and_hides_what_it_hid() -> None:
    writing = lifecycle.start(FRESH, "moments", NOON)
    away = lifecycle.take_break(writing, COFFEE, at(240))
    assert [step.id for step in away.steps] == ["scope", "coffee", "moments", "channels", "vote"]
    assert (away.at, away.is_secret("moments")) == ("coffee", True)
    assert lifecycle.uncovered(writing, away) == ()
    again = lifecycle.start(away, "moments", at(2000))
    assert again.step is not None
    assert again.step.secret
    assert timer.time_left(again.step, at(2000)) == 360
    assert [step.state for step in again.steps[:3]] == ["waiting", "done", "running"]
    paused = lifecycle.pause(writing, at(60))
    assert lifecycle.take_break(paused, COFFEE, at(90)).steps[2].left == 540


def test_a_step_that_is_through_ends_before_the_break() -> None:
    scope = lifecycle.take_break(lifecycle.start(FRESH, "scope", NOON), COFFEE, at(9))
    late = lifecycle.take_break(lifecycle.start(FRESH, "channels", NOON), COFFEE, at(301))
    first = lifecycle.take_break(FRESH, COFFEE, NOON)
    for workshop, n in ((scope, 1), (late, 3), (first, 0)):
        assert workshop.steps[n].id == workshop.at == "coffee"
        assert all(step.state in ("done", "waiting") for step in workshop.steps if step.id != "coffee")


DOTS = Step(id="dots", kind=StepKind.VOTE, title="Which?", minutes=5, ballot=Ballot())


def test_a_vote_that_was_not_planned_comes_after_what_was_revealed_and_before_what_is_not_through() -> None:
    writing = lifecycle.start(FRESH, "moments", NOON)
    during = lifecycle.take_vote(writing, DOTS, at(60))
    assert [step.id for step in during.steps] == ["scope", "dots", "moments", "channels", "vote"]
    assert lifecycle.uncovered(writing, during) == ()
    again = lifecycle.start(during, "moments", at(900))
    assert again.step is not None
    assert (again.step.secret, timer.time_left(again.step, at(900))) == (True, 540)
    shown = lifecycle.reveal(writing, at(60))
    after = lifecycle.take_vote(shown, DOTS, at(70))
    assert [(step.id, step.state) for step in after.steps[1:3]] == [("moments", "done"), ("dots", "running")]
    assert (
        lifecycle.take_vote(lifecycle.end(after, at(80)), DOTS.model_copy(update={"id": "more"}), at(90)).at == "more"
    )


def test_a_revealed_step_that_is_paused_goes_on_in_the_open() -> None:
    shown = lifecycle.reveal(lifecycle.start(FRESH, "moments", NOON), at(10))
    paused = lifecycle.pause(shown, at(20))
    assert paused.step is not None
    assert not paused.step.secret
    assert lifecycle.resume(paused, at(30)).step.state == "revealed"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("act", "key"),
    [
        (lambda: lifecycle.pause(FRESH, NOON), "no-step"),
        (lambda: lifecycle.back(FRESH, "moments", NOON), "step-not-begun"),
        (lambda: lifecycle.start(FRESH, "other", NOON), "step-gone"),
        (lambda: lifecycle.reveal(lifecycle.start(FRESH, "scope", NOON), NOON), "step-hides-nothing"),
        (lambda: lifecycle.start(lifecycle.start(FRESH, "scope", NOON), "scope", NOON), "step-runs"),
        (lambda: lifecycle.resume(lifecycle.start(FRESH, "scope", NOON), NOON), "step-is-not-paused"),
        (lambda: lifecycle.extend(lifecycle.start(FRESH, "scope", NOON), -60, NOON), "step-time"),
        (lambda: lifecycle.extend(lifecycle.start(FRESH, "scope", NOON), float("nan"), NOON), "step-time"),
        (lambda: lifecycle.end(lifecycle.end(lifecycle.start(FRESH, "scope", NOON), NOON), NOON), "step-is-done"),
        (lambda: lifecycle.end(lifecycle.start(FRESH, "scope", NOON), NOON, "vote"), "step-moved-on"),
        (lambda: lifecycle.start(lifecycle.close(FRESH, NOON, None), "scope", NOON), "workshop-ended"),
        (lambda: lifecycle.take_break(lifecycle.take_break(FRESH, COFFEE, NOON), COFFEE, NOON), "step-runs"),
        (lambda: lifecycle.take_break(lifecycle.close(FRESH, NOON, None), COFFEE, NOON), "workshop-ended"),
        (lambda: lifecycle.take_vote(lifecycle.take_vote(FRESH, DOTS, NOON), COFFEE, NOON), "step-runs"),
        (lambda: lifecycle.take_vote(lifecycle.close(FRESH, NOON, None), DOTS, NOON), "workshop-ended"),
        (lambda: lifecycle.reopen(FRESH), "workshop-is-open"),
        (lambda: lifecycle.close(FRESH, NOON, "tomorrow"), "not-a-day"),
    ],
)
def test_what_cannot_be_done_is_said(act, key: str) -> None:
    with pytest.raises(Refusal) as found:
        act()
    assert found.value.key == f"refusal-{key}"


def test_closing_shows_everything_and_is_read_until_the_day_that_was_said() -> None:
    voting = lifecycle.back(lifecycle.start(lifecycle.start(FRESH, "moments", NOON), "vote", NOON), "moments", NOON)
    closed = lifecycle.close(voting, at(60), "2026-05-03")
    assert lifecycle.uncovered(voting, closed) == ("vote",)
    assert not closed.door
    assert [lifecycle.is_over(closed, f"2026-05-0{day}T23:59:59.000Z") for day in (1, 3, 4)] == [False, False, True]
    assert not lifecycle.is_over(lifecycle.close(FRESH, NOON, None), "2036-01-01T00:00:00.000Z")
    assert not lifecycle.is_over(lifecycle.reopen(closed), "2026-06-01T00:00:00.000Z")


# The agenda


def test_steps_are_added_removed_and_put_in_another_order_while_one_runs() -> None:
    on = lifecycle.start(FRESH, "channels", NOON)
    new = Step(id="new", kind=StepKind.TALK, title="Talk", state=StepState.RUNNING, deadline=at(9))
    arranged = lifecycle.arrange(on, [STEPS[2], new, STEPS[0]])
    assert [step.id for step in arranged.steps] == ["channels", "new", "scope"]
    assert arranged.step == on.step  # nobody resets a clock by editing
    assert arranged.steps[1].state is StepState.WAITING
    assert arranged.steps[1].deadline is None


@pytest.mark.parametrize(
    ("steps", "key"),
    [
        ([STEPS[0]], "step-has-begun"),
        ([STEPS[1].model_copy(update={"private": False})], "step-is-fixed"),
        ([STEPS[1], STEPS[1]], "agenda-step-twice"),
        ([STEPS[1].model_copy(update={"id": f"s{n}"}) for n in range(61)], "agenda-too-long"),
    ],
)
def test_what_was_begun_stays_what_it_was(steps: list[Step], key: str) -> None:
    with refused("invalid", key):
        lifecycle.arrange(lifecycle.start(FRESH, "moments", NOON), steps)
