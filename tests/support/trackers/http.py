"""A server of this machine that answers as a tracker would, one request after another, and remembers them."""

import json
import re
import socket
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked. `path` is unquoted, `query` has the last value of each name, `data` is the JSON of the body."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    data: Any

    @property
    def called(self) -> str:
        """“POST /issues”; of GraphQL with what is asked for, “POST /graphql:issueCreate”."""
        asked = re.search(r"\{\s*(\w+)\(", self.data["query"]) if self.path.endswith("/graphql") else None
        return f"{self.method} {self.path}{f':{asked[1]}' if asked else ''}"


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered; `cut` ends the connection before the answer does."""

    status: int = 200
    data: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    cut: bool = False


Answering = Callable[[Request], Reply]
Disturbance = Callable[[Request, Answering], Reply | None]


class HttpTracker:
    """One server. `disturb` puts itself before the next requests it wants to answer instead."""

    def __init__(self, answering: Answering) -> None:
        self.asked: list[Request] = []
        self.disturbances: list[Disturbance] = []
        self.base = ""
        self._answering = answering
        self._lock = Lock()

    def disturb(self, *disturbances: Disturbance) -> None:
        """Each is asked in turn for each request, until it answers once; then it is gone."""
        self.disturbances += disturbances

    def count(self, beginning: str) -> int:
        """So many requests began like this: “POST /rest”."""
        return sum(one.called.startswith(beginning) for one in self.asked)

    def answer(self, request: Request) -> Reply:
        with self._lock:
            self.asked.append(request)
            for disturbance in list(self.disturbances):
                if (reply := disturbance(request, self._answering)) is not None:
                    self.disturbances.remove(disturbance)
                    return reply
            return self._answering(request)


def once(beginning: str, reply: Reply) -> Disturbance:
    """The next request that begins like this is answered so, and not carried out."""
    return lambda request, _: reply if request.called.startswith(beginning) else None


def done_unseen(beginning: str) -> Disturbance:
    """The next request that begins like this is carried out, but its answer is cut."""

    def disturbance(request: Request, answering: Answering) -> Reply | None:
        if not request.called.startswith(beginning):
            return None
        reply = answering(request)
        return Reply(reply.status, reply.data, reply.headers, cut=True)

    return disturbance


@contextmanager
def served(answering: Answering) -> Iterator[HttpTracker]:
    """The server, on a port of its own; `base` is its address."""
    tracker = HttpTracker(answering)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 10
        # In one piece, or each answer waits for the machine to acknowledge its head.
        wbufsize = -1
        disable_nagle_algorithm = True

        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            parts = urlsplit(self.path)
            query = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
            data = json.loads(body) if body else None
            headers = {name.lower(): value for name, value in self.headers.items()}
            self._reply(tracker.answer(Request(self.command, unquote(parts.path), query, headers, data)))

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any  # noqa: N815

        def _reply(self, reply: Reply) -> None:
            content = reply.raw if reply.raw is not None else b""
            if reply.raw is None and reply.data is not None:
                content = json.dumps(reply.data).encode()
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(content) + (10 if reply.cut else 0)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if reply.cut else content)
            if reply.cut:
                self.wfile.flush()
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    tracker.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield tracker
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
