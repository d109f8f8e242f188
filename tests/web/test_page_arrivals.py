"""Sockets of pages are let in with a pause between them, and nothing else waits."""

import asyncio
from typing import Any

from journeymap.web.page_arrivals import APART, LONGEST, STREAM, PageArrivals


class Arrivals:
    """What came through, and the pauses that were made."""

    def __init__(self) -> None:
        self.came: list[str] = []
        self.pauses: list[float] = []
        self.door = PageArrivals(self._app, self._pause)

    async def come(self, path: str, kind: str = "websocket") -> None:
        """Somebody comes."""
        await self.door({"type": kind, "path": path}, self._never, self._never)

    async def _app(self, scope: Any, *_: Any) -> None:
        self.came.append(scope["path"])

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    async def _never(self, *_: Any) -> Any:
        raise AssertionError


def test_pages_that_come_at_once_begin_one_after_another() -> None:
    async def play() -> Arrivals:
        arrivals = Arrivals()
        await asyncio.gather(*(arrivals.come(f"/{n}{STREAM}") for n in range(5)))
        return arrivals

    arrivals = asyncio.run(play())
    assert len(arrivals.came) == 5
    assert len(arrivals.pauses) == 4
    assert arrivals.pauses == sorted(arrivals.pauses)
    assert 3 * APART < arrivals.pauses[-1] <= 4 * APART


def test_who_comes_alone_and_who_is_no_page_waits_for_nobody() -> None:
    async def play() -> Arrivals:
        arrivals = Arrivals()
        await arrivals.come(STREAM)
        for n in range(50):
            await arrivals.come(f"/live/maps/{n}")
            await arrivals.come("/", "http")
        return arrivals

    arrivals = asyncio.run(play())
    assert len(arrivals.came) == 101
    assert arrivals.pauses == []


def test_nobody_waits_for_ever_however_many_come() -> None:
    async def play() -> Arrivals:
        arrivals = Arrivals()
        await asyncio.gather(*(arrivals.come(STREAM) for _ in range(1000)))
        return arrivals

    assert max(asyncio.run(play()).pauses) <= LONGEST
