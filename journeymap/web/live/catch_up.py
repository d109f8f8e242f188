"""The answer to a hello: what happened since, or the whole map; made once for everybody who asks."""

import asyncio
from typing import NamedTuple
from weakref import WeakKeyDictionary

from pydantic_core import to_json

from journeymap.domain.model.operations import Operation
from journeymap.live import frame, wire
from journeymap.live.frame import Frame
from journeymap.live.member import EVERYBODY, Audience, Member
from journeymap.live.protocol import Can
from journeymap.live.recent import MOST, SentOperation, operations_frame
from journeymap.live.room import Room
from journeymap.service.service import Service
from journeymap.web.live.seat import Seat

STILL_GOOD = 200
"""A whole map that was put together serves again, with what happened since, for so many operations."""


class Whole(NamedTuple):
    """All rows of a map at a revision, as JSON."""

    revision: int
    rows: bytes
    authors: frozenset[str] = frozenset()
    """Who has hidden something on it that is not among these rows."""


class CatchingUp:
    """Answers to hellos; a cold room that everybody comes back to at once reads its map once."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._store = service.house.store
        self._wholes: WeakKeyDictionary[Room, dict[tuple[Audience, int], asyncio.Task[Whole]]] = WeakKeyDictionary()

    async def join(self, room: Room, member: Member, seat: Seat, since: int | None) -> None:
        """Send what this member lacks; from then on they are told what happens.

        Whoever reads by a link is shown the map as it is, whatever they say they have: its past is not for them.
        What is awaited comes first: between the answer and the joining nothing can happen.
        """
        has = since if not member.reads_only else None
        frames = await self._since(room, member, seat, has) if has is not None else None
        while frames is None:
            whole = await self._whole(room, member.audience if member.reads_only else EVERYBODY)
            if whole.authors and (member.audience.sight.leading or member.audience.sight.person in whole.authors):
                whole = await asyncio.to_thread(self._put_together, room.map_id, member.audience)
            frames = self._with_whole(room, member, seat, whole)
        for one in frames:
            member.outlet.send(one)
        room.join(member, seat.colour, seat.can)

    async def _since(self, room: Room, member: Member, seat: Seat, since: int) -> list[Frame] | None:
        """The operations since, and the welcome; None where the client is too far behind, or ahead of all there is."""
        recent = room.after(since, member.audience)
        if recent is None and room.told - since <= MOST:
            return self._with_log(room, member, seat, since, await asyncio.to_thread(self._log, room.map_id, since))
        return None if recent is None else [recent, self._welcome(room, member, seat, room.told)]

    def _log(self, map_id: str, since: int) -> list[Operation] | None:
        if since > self._store.head(map_id).revision:
            return None  # it knows more than the database: that has been restored from a backup
        return list(self._store.operations(map_id, since=since))

    def _with_log(
        self, room: Room, member: Member, seat: Seat, since: int, log: list[Operation] | None
    ) -> list[Frame] | None:
        if log is None:
            return None
        to = log[-1].revision if log else since
        sent = [SentOperation(operation, to_json(wire.operation(operation))) for operation in log]
        frames = [operations_frame(since, to, sent, member.audience)]
        if to < room.told:
            recent = room.after(to, member.audience)
            if recent is None:
                return None
            frames.append(recent)
        return [*frames, self._welcome(room, member, seat, max(to, room.told))]

    async def _whole(self, room: Room, audience: Audience) -> Whole:
        """The map as it is now, or was a moment ago: whoever asks while it is put together waits for the same."""
        wholes, kind = self._wholes.setdefault(room, {}), (audience, room.erasures)
        for old in [one for one in wholes if one[1] != room.erasures]:
            del wholes[old]
        task = wholes.get(kind)
        if task is None or (task.done() and not _is_good(task, room, audience)):
            task = wholes[kind] = asyncio.create_task(asyncio.to_thread(self._put_together, room.map_id, audience))
        return await asyncio.shield(task)

    def _put_together(self, map_id: str, audience: Audience) -> Whole:
        journey = self._store.journey(map_id)
        seen = to_json(wire.tables(audience.sight.of_map(journey), nameless=audience.sight.nameless))
        return Whole(journey.revision, seen, frozenset(row.author for row in journey.private_rows()))

    def _with_whole(self, room: Room, member: Member, seat: Seat, whole: Whole) -> list[Frame] | None:
        you, can = seat.you, _can(self._can(room, member, seat))
        frames = [frame.snapshot(whole.revision, room.erasures, whole.rows, you, can)]
        if whole.revision < room.told:
            recent = room.after(whole.revision, member.audience)
            if recent is None:
                return None
            frames.append(recent)
        return frames

    def _welcome(self, room: Room, member: Member, seat: Seat, revision: int) -> Frame:
        return frame.welcome(revision, room.erasures, seat.you, _can(self._can(room, member, seat)))

    @staticmethod
    def _can(room: Room, member: Member, seat: Seat) -> tuple[bool, bool]:
        """What the room knows where the person is here already, in another tab."""
        return room.can(member.person.id) if room.presence.tabs_of(member.person.id) else seat.can


def _can(can: tuple[bool, bool]) -> Can:
    return {"undo": can[0], "redo": can[1]}


def _is_good(task: "asyncio.Task[Whole]", room: Room, audience: Audience) -> bool:
    if task.cancelled() or task.exception() is not None:
        return False
    behind = room.told - task.result().revision
    if audience.sight.nameless:  # what happened before they came is not told to them
        return behind <= 0
    return behind <= STILL_GOOD and (behind <= 0 or room.after(task.result().revision, audience) is not None)
