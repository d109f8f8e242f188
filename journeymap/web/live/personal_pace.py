"""How fast one person may send on all their sockets together: beyond that we read them more slowly."""

from collections import OrderedDict

FRAMES_A_SECOND = 100
FRAMES_AT_ONCE = 1_000

BYTES_A_SECOND = 128 * 1024
BYTES_AT_ONCE = 1024 * 1024
"""A paste of a thousand micro-moments; typing is a hundredth of what may come each second."""

MOST_PEOPLE = 10_000
"""So many are remembered; whoever has not sent for longest is forgotten."""


class PersonalPace:
    """When each person's next frame is due, by number and by bytes."""

    def __init__(self) -> None:
        self._due: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, person: str, size: int, now: float) -> float:
        """This person has sent so many bytes: after how many seconds to read the next of theirs on this socket."""
        frames, by_bytes = self._due.get(person, (0.0, 0.0))
        frames = max(frames, now - FRAMES_AT_ONCE / FRAMES_A_SECOND) + 1 / FRAMES_A_SECOND
        by_bytes = max(by_bytes, now - BYTES_AT_ONCE / BYTES_A_SECOND) + size / BYTES_A_SECOND
        self._due[person] = frames, by_bytes
        self._due.move_to_end(person)
        while len(self._due) > MOST_PEOPLE:
            self._due.popitem(last=False)
        return max(0.0, frames - now, by_bytes - now)
