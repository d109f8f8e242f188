"""What this process commits, on its way to the rooms: posted by the writer's thread, whatever the door."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from journeymap.domain.model.operations import Operation
from journeymap.live.clock import RoomClock
from journeymap.live.room import Room
from journeymap.service.loop_mailbox import Letterbox
from journeymap.storage.store import Committed, Store

Take = Callable[[str, Sequence[Operation], float], None]
"""Called on the loop's thread: these operations of this map came in at this time."""


class CommitMail:
    """Right after each commit, what it did to open maps goes to the loop. `take` is called there."""

    def __init__(
        self, store: Store, rooms: Mapping[str, Room], letters: Letterbox, clock: RoomClock, take: Take
    ) -> None:
        self._rooms = rooms
        self._letters = letters
        self._clock = clock
        self._take = take
        self._on_its_way: dict[str, int] = {}
        self.stop = store.watch(self._on_commit)

    def revision(self, map_id: str) -> int:
        """The last revision that was posted; 0: none. Asked from any thread."""
        return self._on_its_way.get(map_id, 0)

    def forget(self, map_id: str) -> None:
        """The room was closed. On the loop's thread."""
        self._on_its_way.pop(map_id, None)

    def _on_commit(self, committed: Sequence[Committed]) -> None:
        """On the writer's thread, so it hands over and returns."""
        ours = [one for one in committed if one.map_id in self._rooms]
        for one in ours:
            self._on_its_way[one.map_id] = one.operations[-1].revision
        if ours:
            self._letters.post(partial(self._take_all, ours, self._clock.time()))

    def _take_all(self, committed: Sequence[Committed], at: float) -> None:
        for one in committed:
            self._take(one.map_id, one.operations, at)
