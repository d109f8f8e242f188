"""How fast one person may be, on all their connections together: beyond that they are let wait, never refused."""

from collections import OrderedDict

FRAMES_A_SECOND = 100
FRAMES_AT_ONCE = 1_000

BYTES_A_SECOND = 128 * 1024
BYTES_AT_ONCE = 1024 * 1024
"""A paste of a thousand micro-moments; typing is a hundredth of what may come each second."""

MOST_PEOPLE = 10_000
"""So many are remembered; whoever has not sent for longest is forgotten."""


class PersonalPace:
    """When what each person does next is due, by number and by bytes."""

    def __init__(
        self,
        rate: float = FRAMES_A_SECOND,
        at_once: float = FRAMES_AT_ONCE,
        *,
        bytes_rate: float = BYTES_A_SECOND,
        bytes_at_once: float = BYTES_AT_ONCE,
    ) -> None:
        self._apart, self._slack = 1 / rate, at_once / rate
        self._bytes_apart, self._bytes_slack = 1 / bytes_rate, bytes_at_once / bytes_rate
        self._due: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, person: str, size: int, now: float) -> float:
        """This person has done it once more, with so many bytes: for how many seconds to let them wait now."""
        times, by_bytes = self._due.get(person, (0.0, 0.0))
        times = max(times, now - self._slack) + self._apart
        by_bytes = max(by_bytes, now - self._bytes_slack) + size * self._bytes_apart
        self._due[person] = times, by_bytes
        self._due.move_to_end(person)
        while len(self._due) > MOST_PEOPLE:
            self._due.popitem(last=False)
        return max(0.0, times - now, by_bytes - now)
