"""What one insider or outsider does to a room, each as a process of its own: `siege.py` runs them one after another.

Each begins at once, says a line when it has begun, and goes on until it is killed. Whatever is refused or closed, it
tries again.
"""

import asyncio
import http.client
import itertools
import json
import os
import random
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

# Also as a plain file, from anywhere: the checkout is found.
sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.support.lean_socket import Refused, Socket, connect

NUMBERS = itertools.count()
FAILS = (OSError, http.client.HTTPException, ConnectionError, Refused, TimeoutError)


@dataclass(frozen=True)
class Target:
    """The server, and what whoever attacks has: a seat, and the code that hangs on the wall."""

    base: str
    map_id: str
    large: str
    code: str
    seat: str
    lead: str

    @property
    def port(self) -> int:
        """Where it listens."""
        return urlsplit(self.base).port or 0

    def headers(self, token: str = "") -> dict[str, str]:
        """What a program with this seat says."""
        found = {"Content-Type": "application/json"}
        return found | ({"Authorization": f"Bearer {token}"} if token else {})

    def ask(self, method: str, path: str, body: Any = None, token: str = "") -> int:
        """The status of one request, its answer read to the end."""
        one = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            one.request(method, path, json.dumps(body) if body is not None else None, self.headers(token))
            answer = one.getresponse()
            while answer.read(1 << 20):
                pass
            return answer.status
        finally:
            one.close()

    async def enter(self) -> Socket:
        """A live socket with the seat, and the whole map."""
        one = await connect(self.port, f"/live/maps/{self.map_id}", Authorization=f"Bearer {self.seat}")
        one.send({"type": "hello", "since": None})
        await one.expect("snapshot")
        return one


def again(work: Callable[[], object], pause: float = 0.0) -> None:
    """Do this for ever."""
    while True:
        try:
            work()
        except FAILS:
            time.sleep(0.05)
        time.sleep(pause)


def in_threads(count: int, work: Callable[[], object], pause: float = 0.0) -> None:
    """So many do this for ever."""
    for _ in range(count):
        threading.Thread(target=again, args=(work, pause), daemon=True).start()
    threading.Event().wait()


# From outside


def half_open(it: Target) -> None:
    """2,000 connections that say half of what they ask, opened anew as they are closed."""
    kept: list[socket.socket] = []

    def one() -> None:
        opened = socket.create_connection(("127.0.0.1", it.port), timeout=10)
        opened.sendall(b"GET /join HTTP/1.1\r\nHost: here\r\n")
        kept.append(opened)
        if len(kept) > 2_000:
            kept.pop(0).close()

    again(one, 0.001)


def slow_bodies(it: Target) -> None:
    """Forms of which a byte comes every second."""
    kept: list[socket.socket] = []

    def one() -> None:
        if len(kept) < 500:
            opened = socket.create_connection(("127.0.0.1", it.port), timeout=10)
            opened.sendall(b"POST /join HTTP/1.1\r\nHost: here\r\nContent-Length: 60000\r\n"
                           b"Content-Type: application/x-www-form-urlencoded\r\n\r\n")  # fmt: skip
            kept.append(opened)
            return
        for opened in list(kept):
            try:
                opened.sendall(b"a")
            except OSError:
                kept.remove(opened)
        time.sleep(1)

    again(one)


def join_flood(it: Target) -> None:
    """One device that joins as often as it can with the code on the wall."""

    def one() -> None:
        it.ask("POST", "/api/join", {"code": it.code, "name": f"Guest {next(NUMBERS)}", "role": "participant"})

    in_threads(8, one)


def wrong_codes(it: Target) -> None:
    """Eight that guess codes."""
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

    def one() -> None:
        code = "".join(random.choices(letters, k=len(it.code)))
        it.ask("POST", "/api/join", {"code": code, "name": "Guess", "role": "participant"})

    in_threads(8, one)


# With a seat


def uploads(it: Target) -> None:
    """20 MB again and again from eight threads, by somebody who may bring maps in, with no uploader on the page."""
    from tests.support.streamlit_page import streamlit_page  # noqa: PLC0415 - it takes a second to load

    with streamlit_page(it.base, it.lead) as page:
        in_threads(8, lambda: page.upload(f"f{next(NUMBERS)}", 19 * 1024 * 1024))


def unfinished_frames(it: Target) -> None:
    """Forty sockets of a page, each with a message in parts that never ends."""
    part = struct.pack("!BBH", 0x00, 0x80 | 126, 60_000) + b"\0\0\0\0" + b" " * 60_000

    async def one() -> None:
        open_ = await connect(it.port, "/_stcore/stream", Authorization=f"Bearer {it.seat}")
        open_.transport.write(b"\x02" + part[1:] + part * 14)  # 900 kB of at most 1 MB
        while not open_.lost.is_set():
            open_.transport.write(struct.pack("!BB", 0x00, 0x80) + b"\0\0\0\0")
            await asyncio.sleep(0.05)

    asyncio.run(_many(40, one))


def zero_frames(it: Target) -> None:
    """60 kB of zeros on ten sockets, as fast as they go."""
    text = b'{"type":"ping","all":[' + b",".join([b"0"] * 29_000) + b"]}"

    async def one() -> None:
        open_ = await it.enter()
        while not open_.lost.is_set() and open_.close_code is None:
            open_.send_text(text)
            await asyncio.sleep(0.01)

    asyncio.run(_many(10, one))


async def _many(count: int, work: Callable[[], Any]) -> None:
    async def endless() -> None:
        while True:
            with suppress(*FAILS):
                await work()
            await asyncio.sleep(0.01)

    await asyncio.gather(*(endless() for _ in range(count)))


def operations(it: Target) -> None:
    """Ten that read the whole log of a large map, again and again."""
    path = f"/api/maps/{it.large}/operations?since=0&limit=1000"
    in_threads(10, lambda: it.ask("GET", path, token=it.seat), 0.01)


def whole_maps(it: Target) -> None:
    """Ten that read a large map, again and again."""
    in_threads(10, lambda: it.ask("GET", f"/api/maps/{it.large}", token=it.seat), 0.01)


def drawings(it: Target) -> None:
    """Twelve that draw a map of 5,000 micro-moments as SVG."""
    in_threads(12, lambda: it.ask("GET", f"/api/maps/{it.large}/export?format=svg", token=it.seat), 0.01)


def pages(it: Target) -> None:
    """A hundred pages of Streamlit opened at once, closed, and opened again."""
    from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: PLC0415 - it takes a second to load

    ask = BackMsg()
    ask.rerun_script.query_string = f"map={it.map_id}"
    text = ask.SerializeToString()

    async def one() -> None:
        open_ = await connect(it.port, "/_stcore/stream", Authorization=f"Bearer {it.seat}")
        open_.send_text(text, 0x2)
        await asyncio.sleep(8)
        await open_.hang_up()

    asyncio.run(_many(100, one))


def channels(it: Target) -> None:
    """One who adds channels as fast as they are taken."""

    async def one() -> None:
        open_ = await it.enter()
        while not open_.lost.is_set():
            name = f"c{next(NUMBERS)}-{random.random()}"
            open_.send({"type": "change", "op": name, "do": "add", "table": "channels",
                        "id": f"c-{next(NUMBERS)}", "values": {"name": name}})  # fmt: skip
            await asyncio.sleep(0.005)

    asyncio.run(_many(1, one))


def changes_and_undos(it: Target) -> None:
    """One who makes changes as fast as they are taken, and undoes them."""

    async def one() -> None:
        open_ = await it.enter()
        for n in itertools.count():
            if open_.lost.is_set():
                return
            kind = {"type": "undo"} if n % 200 > 180 else {
                "type": "change", "do": "set", "table": "moments", "id": "m1", "field": "notes", "value": f"n {n}",
            }  # fmt: skip
            open_.send({"op": f"u{next(NUMBERS)}-{random.random()}", **kind})
            await asyncio.sleep(0.005)

    asyncio.run(_many(1, one))


def erasures(it: Target) -> None:
    """One who erases themselves again and again, and asks for a preview of all names in between."""
    who = json.loads(_body(it, "/api/room/people"))["people"]
    ids: Iterator[str] = itertools.cycle([str(one["id"]) for one in who][:20])

    def one() -> None:
        it.ask("POST", f"/api/room/people/{next(ids)}/erase", {}, it.lead)
        it.ask("GET", "/api/room/words", token=it.lead)

    in_threads(2, one)


def _body(it: Target, path: str) -> bytes:
    one = http.client.HTTPConnection("127.0.0.1", it.port, timeout=60)
    one.request("GET", path, headers=it.headers(it.lead))
    return one.getresponse().read()


def nothing(_: Target) -> None:
    """The room alone."""
    threading.Event().wait()


ATTACKS: dict[str, Callable[[Target], None]] = {
    attack.__name__: attack
    for attack in (
        nothing, half_open, slow_bodies, join_flood, wrong_codes, uploads, unfinished_frames, zero_frames, operations,
        whole_maps, drawings, pages, channels, changes_and_undos, erasures,
    )
}  # fmt: skip


def main() -> None:
    """Attack, as the arguments say: which, and a target as JSON."""
    name, target = sys.argv[1:]
    os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))  # the room may have been given more
    print("begun", flush=True)
    ATTACKS[name](Target(**json.loads(target)))


if __name__ == "__main__":
    main()
