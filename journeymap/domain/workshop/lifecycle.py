"""Running a workshop: which step is on, its clock, and what is still hidden. Pure; times are UTC, ISO 8601, passed in.

At most one step runs. The clock of a step only ever gains time by `extend`.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime

from journeymap.domain.model.roles import Participant
from journeymap.domain.model.workshop import Step, StepKind, StepState, Workshop
from journeymap.domain.text.errors import gone, invalid, stale
from journeymap.domain.workshop.timer import later, time_left

MOST_STEPS = 60
MOST_MINUTES = 600.0
"""No step takes longer than a day's work."""

LIVE = (StepState.RUNNING, StepState.PAUSED, StepState.REVEALED)
_CLOCK = ("state", "started_at", "deadline", "left", "revealed_at", "ended_at", "customers", "asked")
_FIXED = ("kind", "private", "map", "ballot")
"""What a step that has begun keeps: what people did in it was done under these."""


def step_of(workshop: Workshop, step_id: str) -> Step:
    """The step of this id. Errors: Refusal `gone`."""
    for step in workshop.steps:
        if step.id == step_id:
            return step
    raise gone("step-gone")


def current(workshop: Workshop, step_id: str | None = None) -> Step:
    """The step that is on. Errors: Refusal where none is, or where it is not the one that was meant."""
    step = workshop.step
    if step is None:
        raise invalid("no-step")
    if step_id is not None and step.id != step_id:
        raise stale("step-moved-on", title=step.title)
    return step


def start(workshop: Workshop, step_id: str, now: str) -> Workshop:
    """Begin a step, or go on with one that was left; the one that was on ends. Errors: Refusal."""
    _require_open(workshop)
    step = step_of(workshop, step_id)
    if step.runs:
        raise invalid("step-runs", title=step.title)
    if step.state is StepState.DONE:
        return back(workshop, step_id, now)
    before = workshop.step
    if before is not None and before.id != step_id and before.state in LIVE:
        workshop = _put(workshop, _ended(before, now))
    return _at(_put(workshop, _running(step, now)), step_id)


def ask(workshop: Workshop, step_id: str, asked: tuple[str, ...] | None) -> Workshop:
    """With what a step is about, now that it has begun."""
    return _put(workshop, step_of(workshop, step_id).model_copy(update={"asked": asked}))


def pause(workshop: Workshop, now: str, step_id: str | None = None) -> Workshop:
    """Stop the clock and the work; what is hidden stays hidden."""
    step = _live(workshop, step_id)
    if step.state is StepState.PAUSED:
        raise invalid("step-is-paused")
    return _put(workshop, _paused(step, now))


def resume(workshop: Workshop, now: str, step_id: str | None = None) -> Workshop:
    """Go on with what is left on the clock."""
    step = _live(workshop, step_id)
    if step.state is not StepState.PAUSED:
        raise invalid("step-is-not-paused")
    return _put(workshop, _running(step, now))


def extend(workshop: Workshop, seconds: float, now: str, step_id: str | None = None) -> Workshop:
    """More time; a step without a clock gets one. Errors: Refusal where it is no time, or more than a day."""
    step = _live(workshop, step_id)
    total = (time_left(step, now) or 0.0) + seconds
    if not 1 <= seconds <= MOST_MINUTES * 60 or total > MOST_MINUTES * 60:
        raise invalid("step-time", most=int(MOST_MINUTES))
    if step.state is StepState.PAUSED:
        return _put(workshop, step.model_copy(update={"left": total}))
    return _put(workshop, step.model_copy(update={"deadline": later(now, total)}))


def reveal(workshop: Workshop, now: str, step_id: str | None = None) -> Workshop:
    """Show what was hidden; the step goes on in the open."""
    step = _live(workshop, step_id)
    if not step.hides:
        raise invalid("step-hides-nothing", title=step.title)
    if step.revealed_at is not None:
        raise invalid("step-is-revealed", title=step.title)
    shown = step.model_copy(update={"revealed_at": now, "state": StepState.REVEALED})
    if step.state is StepState.PAUSED:
        shown = _running(shown, now)
    return _put(workshop, shown)


def end(workshop: Workshop, now: str, step_id: str | None = None) -> Workshop:
    """The step is done, and what was hidden in it is shown."""
    return _put(workshop, _ended(_live(workshop, step_id), now))


def back(workshop: Workshop, step_id: str, now: str) -> Workshop:
    """Open a step anew. The one that was on waits, paused, with its hidden work and its clock.

    What was shown once is not hidden again: a step that was revealed goes on in the open. What it brought and was
    left is asked about anew.
    """
    _require_open(workshop)
    step = step_of(workshop, step_id)
    if step.state is StepState.WAITING:
        raise invalid("step-not-begun", title=step.title)
    before = workshop.step
    if before is not None and before.id == step_id and before.state in LIVE:
        raise invalid("step-runs", title=step.title)
    if before is not None and before.state in LIVE:
        workshop = _put(workshop, _left(before, now))
    reopened = _running(step.model_copy(update={"ended_at": None}), now)
    left = frozenset(mark for mark in workshop.left if not mark.startswith(f"{step_id}:"))
    return _at(_put(workshop.model_copy(update={"left": left}), reopened), step_id)


def waits_for_a_break(step: Step, now: str) -> bool:
    """Whether a step goes on after a break: something in it is still hidden, or there is time left on its clock."""
    return step.state in LIVE and (step.secret or bool(time_left(step, now)))


def waits_for_a_vote(step: Step, now: str) -> bool:
    """Whether a step goes on after a vote: as after a break, but what was revealed is through, and is voted on."""
    return step.revealed_at is None and waits_for_a_break(step, now)


def take_break(workshop: Workshop, pause: Step, now: str) -> Workshop:
    """A break from now on. A step that is not through waits and comes after it; any other ends before it."""
    _require_open(workshop)
    step = workshop.step
    if step is not None and step.kind is StepKind.BREAK and step.state in LIVE:
        raise invalid("step-runs", title=step.title)
    return _cut_in(workshop, pause, now, waits_for_a_break)


def take_vote(workshop: Workshop, vote: Step, now: str) -> Workshop:
    """A vote from now on, in the same way. Errors: Refusal while people vote already."""
    _require_open(workshop)
    step = workshop.step
    if step is not None and is_voting(step):
        raise invalid("step-runs", title=step.title)
    return _cut_in(workshop, vote, now, waits_for_a_vote)


def is_voting(step: Step) -> bool:
    """Whether people vote or score in it now."""
    return step.ballot is not None and step.state in (StepState.RUNNING, StepState.PAUSED) and not step.revealed_at


def _cut_in(workshop: Workshop, now_on: Step, now: str, waits_for: Callable[[Step, str], bool]) -> Workshop:
    """A step that was not planned, from now on; the one that was on waits behind it, or ends before it."""
    step = workshop.step
    at = 0
    if step is not None:
        waits = waits_for(step, now)
        at = workshop.steps.index(step) + (0 if waits else 1)
        if step.state in LIVE:
            workshop = _put(workshop, _left(step, now) if waits else _ended(step, now))
    workshop = arrange(workshop, (*workshop.steps[:at], now_on, *workshop.steps[at:]))
    return _at(_put(workshop, _running(now_on, now)), now_on.id)


def close(workshop: Workshop, now: str, read_until: str | None) -> Workshop:
    """The workshop is over: everything hidden is shown, the door closes, and nobody but facilitators changes anything.

    `read_until`: the last day (YYYY-MM-DD) on which links still show it; None: as long as a seat lasts.
    """
    steps = tuple(_ended(step, now) if step.state in LIVE else step for step in workshop.steps)
    return workshop.model_copy(
        update={
            "steps": steps,
            "closed_at": workshop.closed_at or now,
            "read_until": _day(read_until),
            "door": False,
            "leading": None,
            "spotlight": None,
            "sending": None,
            "screen": "step",
        }
    )


def reopen(workshop: Workshop) -> Workshop:
    """Go on with a workshop that was closed; its door stays closed until somebody opens it."""
    if workshop.closed_at is None:
        raise invalid("workshop-is-open")
    return workshop.model_copy(update={"closed_at": None, "read_until": None})


def is_over(workshop: Workshop, now: str) -> bool:
    """Whether even looking is over for those who took part."""
    return workshop.closed_at is not None and workshop.read_until is not None and now[:10] > workshop.read_until


def arrange(workshop: Workshop, steps: Sequence[Step]) -> Workshop:
    """The agenda anew: steps added, edited, removed, in another order; where each is stays. Errors: Refusal."""
    if len(steps) > MOST_STEPS:
        raise invalid("agenda-too-long", most=MOST_STEPS)
    known = {step.id: step for step in workshop.steps}
    wanted = {step.id: step for step in steps}
    if len(wanted) != len(steps):
        raise invalid("agenda-step-twice")
    for step in workshop.steps:
        if step.state is not StepState.WAITING and step.id not in wanted:
            raise invalid("step-has-begun", title=step.title)
    return workshop.model_copy(update={"steps": tuple(_arranged(known.get(step.id), step) for step in steps)})


def uncovered(before: Workshop, after: Workshop) -> tuple[str, ...]:
    """The steps whose hidden work is to be shown between these two states."""
    return tuple(step.id for step in before.steps if step.hides and _was_hidden(step) and not after.is_secret(step.id))


def with_customers(workshop: Workshop, step_ids: Collection[str], people: Iterable[Participant]) -> Workshop:
    """The workshop, with who is a customer now written down in these steps."""
    found = tuple(one.id for one in people if one.is_customer)
    noted = (step.model_copy(update={"customers": found}) if step.id in step_ids else step for step in workshop.steps)
    return workshop.model_copy(update={"steps": tuple(noted)})


def _was_hidden(step: Step) -> bool:
    return step.state is not StepState.WAITING and step.revealed_at is None and step.ended_at is None


def _arranged(known: Step | None, wanted: Step) -> Step:
    if known is None:
        return wanted.model_copy(update={name: Step.model_fields[name].default for name in _CLOCK})
    if known.state is not StepState.WAITING and any(getattr(known, f) != getattr(wanted, f) for f in _FIXED):
        raise invalid("step-is-fixed", title=known.title)
    return wanted.model_copy(update={name: getattr(known, name) for name in _CLOCK})


def _require_open(workshop: Workshop) -> None:
    if workshop.closed_at is not None:
        raise invalid("workshop-ended")


def _live(workshop: Workshop, step_id: str | None) -> Step:
    _require_open(workshop)
    step = current(workshop, step_id)
    if step.state not in LIVE:
        raise invalid("step-is-done", title=step.title)
    return step


def _running(step: Step, now: str) -> Step:
    """The step with its clock going: on what is left, or on the time that was planned."""
    seconds = step.left
    if seconds is None and step.started_at is None and step.minutes is not None:
        seconds = step.minutes * 60
    return step.model_copy(
        update={
            "state": StepState.REVEALED if step.revealed_at else StepState.RUNNING,
            "started_at": step.started_at or now,
            "deadline": None if seconds is None else later(now, seconds),
            "left": None,
        }
    )


def _paused(step: Step, now: str) -> Step:
    return step.model_copy(update={"state": StepState.PAUSED, "left": time_left(step, now), "deadline": None})


def _left(step: Step, now: str) -> Step:
    """The step while another one is on: paused, as it may have been before."""
    return step if step.state is StepState.PAUSED else _paused(step, now)


def _ended(step: Step, now: str) -> Step:
    shown = step.revealed_at or (now if step.hides else None)
    return step.model_copy(
        update={"state": StepState.DONE, "ended_at": now, "revealed_at": shown, "deadline": None, "left": None}
    )


def _at(workshop: Workshop, step_id: str) -> Workshop:
    """The room is in this step: where it was asked to go before, and what its screen showed instead, is over."""
    return workshop.model_copy(update={"at": step_id, "sending": None, "screen": "step"})


def _put(workshop: Workshop, step: Step) -> Workshop:
    return workshop.model_copy(update={"steps": tuple(step if one.id == step.id else one for one in workshop.steps)})


def _day(text: str | None) -> str | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        raise invalid("not-a-day") from None
