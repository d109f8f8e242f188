"""One person at one map: what they send is done or refused, from the hello on."""

import asyncio
import logging
import math
import time
from concurrent.futures import Future
from functools import partial
from typing import Any

from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal, unavailable
from journeymap.live import frame, wire
from journeymap.live.frame import Frame
from journeymap.live.member import Member
from journeymap.live.presence import Whereabouts
from journeymap.live.protocol import Hello, Message, Ping, PresenceNews, Redo, Undo
from journeymap.live.room import Room
from journeymap.service.house import new_id
from journeymap.service.map_changes import Accepted
from journeymap.web.site import Site

HELD_SECONDS = 1.0
"""So long all that a connection sends is refused after a change that came too fast: nothing may overtake that one."""

MOST_UNDER_WAY = 200
"""So many changes of one connection may wait for their answer; the next is read when one has come."""

log = logging.getLogger(__name__)


class Session:
    """What one connection says, after the hello."""

    def __init__(self, site: Site, room: Room, member: Member, hello: Hello, language: str) -> None:
        self._site = site
        self._room = room
        self._member = member
        self._language = language
        self._window = hello.window or new_id()
        self._under_way = 0
        self._answered = asyncio.Event()
        self._held = 0.0

    @property
    def person(self) -> str:
        """Whose connection it is."""
        return self._member.person.id

    async def hear(self, message: Message) -> None:
        """Do what is asked; the answer comes when it comes."""
        match message:
            case Ping():
                self._say(_PONG)
            case PresenceNews():
                self._room.move(self._member, Whereabouts.said(message))
            case Hello():
                pass  # said before: nothing to say again
            case _:
                self._write(message)
                while self._under_way >= MOST_UNDER_WAY:
                    self._answered.clear()
                    await self._answered.wait()

    def refuse(self, op: str, refusal: Refusal) -> None:
        """Say that this is not done, and why."""
        self._site.hall.figures.refused(refusal.code)
        self._say(frame.frame(wire.refused(op, refusal, self._language)))

    def _write(self, message: Any) -> None:
        """Queue a change, an undo or a redo; it is answered as soon as it is committed."""
        person, editing = self._member.person, self._site.service.changes
        try:
            self._may_write(person)
        except Refusal as refusal:
            self.refuse(message.op, refusal)
            return
        if isinstance(message, Undo | Redo):
            queued = editing.take_back(person, self._room.map_id, message.type, message.op, window=self._window)
        else:
            queued = editing.submit(
                person, self._room.map_id, [message.change()], message.op, act=message.act, window=self._window
            )
        self._under_way += 1
        self._site.hall.begin()
        # Whichever thread is told first: the answer is given on the loop.
        queued.add_done_callback(partial(self._committed, message, time.monotonic()))

    def _may_write(self, person: Participant) -> None:
        if self._site.hall.leaving:
            raise unavailable("live-stopping")
        now = time.monotonic()
        if now < self._held:
            raise Refusal("too_fast", "too-fast", seconds=math.ceil(self._held - now))
        if seconds := self._site.writes.take(person.id):
            self._held = now + HELD_SECONDS
            raise Refusal("too_fast", "too-fast", seconds=seconds)

    def _committed(self, message: Any, asked: float, done: "Future[Accepted]") -> None:
        self._site.hall.post(partial(self._answer, message, asked, done))

    def _answer(self, message: Any, asked: float, done: "Future[Accepted]") -> None:
        hall = self._site.hall
        self._under_way -= 1
        self._answered.set()
        try:
            self._say(accepted(message.op, done.result()))
            hall.figures.answered(time.monotonic() - asked)
        except Refusal as refusal:
            self.refuse(message.op, refusal)
            if isinstance(message, Undo | Redo):  # what cannot be undone is passed over from now on
                self._room.on_turn(self._member.person.id)
        except Exception:
            log.exception("A change failed")
            self.refuse(message.op, unavailable("web-failure"))
        finally:
            hall.end()

    def _say(self, said: Frame) -> None:
        self._member.outlet.send(said)


_PONG = frame.pong()


def accepted(op: str, done: Accepted) -> Frame:
    """The answer to a change that is committed; with what it replaced unseen, if it did."""
    lost = next((operation for operation in reversed(done.operations) if operation.lost_by is not None), None)
    return frame.frame(wire.accepted(op, done.revision, lost))
