"""The clock of a step: times are UTC, ISO 8601, passed in."""

from datetime import datetime, timedelta

from journeymap.domain.model.workshop import Step, StepState


def moment(at: str) -> datetime:
    """A time as it is written here, as a value."""
    return datetime.fromisoformat(at)


def later(at: str, seconds: float) -> str:
    """The time that is so many seconds after this one."""
    return (moment(at) + timedelta(seconds=seconds)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def time_over(step: Step, now: str) -> float:
    """The seconds that it runs beyond its time; 0 where there is time left, or no clock."""
    if step.deadline is None:
        return 0.0
    return max(0.0, (moment(now) - moment(step.deadline)).total_seconds())


def time_left(step: Step, now: str) -> float | None:
    """The seconds that are left, never below 0; None where the step has no clock."""
    if step.deadline is not None:
        return max(0.0, (moment(step.deadline) - moment(now)).total_seconds())
    if step.state in (StepState.WAITING, StepState.DONE) and step.left is None:
        return None
    return step.left
