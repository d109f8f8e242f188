"""One tracker over HTTP: asked again where that does no harm, as fast as it allows, and never for ever.

What may be asked again: whatever only reads or says the same twice (GET, PUT, DELETE, and what its caller calls
`repeatable`). Anything else only where the tracker surely did not take it: it refused the connection, or answered 429,
or 503 with a time to come back. A write without an answer is told as `unanswered`, and never sent twice.
"""

import ipaddress
import json
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Event
from types import TracebackType
from typing import Any, Literal, Self
from urllib.parse import urlsplit

import httpx

from journeymap.exchange.connected.credential import Credential
from journeymap.exchange.connected.faults import Fault, TrackerFault, words_of
from journeymap.exchange.connected.pace import LONGEST_WAIT, Cancel, WritePace, wait_told

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
Query = Mapping[str, str | int]

TIMES = 5
"""So often is something asked at most."""
SECONDS = httpx.Timeout(30.0, connect=10.0)
LONGEST_ANSWER = 60.0
"""Seconds for the whole of one answer, however busily it drips."""
LARGEST_ANSWER = 16 * 1024 * 1024
MOST_REDIRECTS = 3

_BUSY = 429
_AWAY = 503
_FAULTS: dict[int, Fault] = {400: "field", 401: "credential", 403: "right", 404: "missing", 410: "missing"}
_SAME_TWICE = ("GET", "PUT", "DELETE")
_NOT_TAKEN = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


@dataclass(frozen=True, slots=True)
class TrackerAnswer:
    """What a tracker said: `data` is its JSON, None where there is none; it might hold a key, so it is not shown."""

    status: int
    headers: httpx.Headers = field(repr=False)
    data: Any = field(repr=False)


class TrackerConnection:
    """The HTTP of one tracker; `base` is its address with the path that all of its paths stand under.

    `pace` bounds the writes. `cancel` ends every wait, also before the first request. To be closed, or used as a
    context. Errors of all its calls: TrackerFault.
    """

    def __init__(
        self,
        tracker: str,
        base: str,
        credential: Credential,
        *,
        cancel: Cancel | None = None,
        pace: WritePace | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.tracker = tracker
        self.cancel: Cancel = cancel or Event()
        self._credential = credential
        self._pace = pace or WritePace(())
        local = _checked(tracker, base)
        self._origin = _origin(base)
        # On this machine nothing lies in between; elsewhere the proxies and certificates of the machine hold.
        self._http = httpx.Client(
            base_url=base,
            auth=credential,
            timeout=SECONDS,
            headers={"Accept": "application/json", "User-Agent": "journeymap", **(headers or {})},
            limits=httpx.Limits(max_connections=2),
            trust_env=not local,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of its sockets."""
        self._http.close()

    def ask(
        self,
        method: Method,
        path: str,
        *,
        query: Query | None = None,
        body: Any = None,
        kind: str = "application/json",
        repeatable: bool = False,
        allowed: tuple[int, ...] = (),
    ) -> TrackerAnswer:
        """Ask for this path below the base; `body` is sent as JSON of the media type `kind`.

        A status of 400 and above is a fault, but for those in `allowed`. A POST that only reads is `repeatable`, and so
        is a PATCH that says the same twice.
        """
        content = None if body is None else json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        head = {} if body is None else {"Content-Type": kind}
        request = self._http.build_request(method, path, params=query, content=content, headers=head)
        again = repeatable or method in _SAME_TWICE
        if method != "GET" and not (method == "POST" and repeatable):
            self._in_pace()
        for turn in range(1, TIMES):
            try:
                return self._once(request, again=again, allowed=allowed, turn=turn)
            except TrackerFault as fault:
                if not fault.again:
                    raise
                self.rest(fault.seconds, fault)
        return self._once(request, again=again, allowed=allowed, turn=TIMES)

    def fault(self, kind: Fault, words: Any = "", **more: Any) -> TrackerFault:
        """A fault of this tracker; its own words are shortened, and hold no credential."""
        return TrackerFault(kind, self.tracker, words=self._credential.out_of(words_of(words)), **more)

    def rest(self, seconds: float, why: TrackerFault | None = None) -> None:
        """Wait so long, unless that is too long to wait (then it says why) or somebody cancels."""
        if seconds > LONGEST_WAIT:
            raise why or self.fault("busy", seconds=seconds)
        if self.cancel.is_set() or self.cancel.wait(seconds):
            raise self.fault("stopped")

    def _in_pace(self) -> None:
        while seconds := self._pace.take():
            self.rest(seconds)

    def _once(self, request: httpx.Request, *, again: bool, allowed: tuple[int, ...], turn: int) -> TrackerAnswer:
        """One try; the fault says whether another one makes sense, and after how many seconds."""
        if self.cancel.is_set():
            raise self.fault("stopped")
        wait = _jittered(turn)
        try:
            answer = self._read(self._sent(request))
        except _NOT_TAKEN:
            raise self.fault("unreachable", again=True, seconds=wait) from None
        except httpx.TimeoutException:
            raise self.fault("late", unanswered=not again, again=again, seconds=wait) from None
        except (httpx.HTTPError, httpx.StreamError):
            raise self.fault("unreachable", unanswered=not again, again=again, seconds=wait) from None
        if answer.status >= 400 and answer.status not in allowed:
            raise self._refused(answer, again=again, wait=wait)
        return answer

    def _sent(self, request: httpx.Request) -> httpx.Response:
        """The answer's head, behind redirections within the same origin; nothing follows one to another."""
        for _ in range(MOST_REDIRECTS):
            response = self._http.send(request, stream=True, follow_redirects=False)
            if not response.is_redirect:
                return response
            after = response.next_request
            response.close()
            if after is None or request.method != "GET" or _origin(str(after.url)) != self._origin:
                raise self.fault("moved")
            request = after
        raise self.fault("moved")

    def _read(self, response: httpx.Response) -> TrackerAnswer:
        """The whole answer, of bounded size and time."""
        until = time.monotonic() + LONGEST_ANSWER
        content = bytearray()
        try:
            for part in response.iter_bytes():
                content += part
                if len(content) > LARGEST_ANSWER:
                    raise self.fault("large")
                if time.monotonic() > until:
                    raise httpx.ReadTimeout("")
                if self.cancel.is_set():
                    # What is half read may have been done: whoever goes on looks first.
                    raise self.fault("stopped", unanswered=True)
        finally:
            response.close()
        return TrackerAnswer(response.status_code, response.headers, self._json(bytes(content), response))

    def _json(self, content: bytes, response: httpx.Response) -> Any:
        if not content.strip():
            return None
        try:
            return json.loads(content)
        except (ValueError, RecursionError):
            if response.status_code >= 400:
                return None
            raise self.fault("answer", unanswered=response.request.method != "GET") from None

    def _refused(self, answer: TrackerAnswer, *, again: bool, wait: float) -> TrackerFault:
        """What is wrong with what was asked, and whether to ask it again."""
        status, told = answer.status, wait_told(answer.headers)
        if status == _BUSY or (status == 403 and told is not None):
            return self.fault("busy", answer.data, again=True, seconds=wait if told is None else told)
        if status == _AWAY and told is not None:
            return self.fault("failed", answer.data, again=True, seconds=told)
        if status >= 500:
            return self.fault("failed", answer.data, unanswered=not again, again=again, seconds=wait)
        return self.fault(_FAULTS.get(status, "field"), answer.data)


def _jittered(turn: int) -> float:
    """Half a second, twice as much each time, and never the same for two who wait for one server."""
    wait: float = 0.5 * 2 ** (turn - 1)
    return wait * random.uniform(0.5, 1.5)  # noqa: S311 - a wait, no secret


def _origin(address: str) -> tuple[str, str, int | None]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname or "", parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def _checked(tracker: str, base: str) -> bool:
    """Whether the tracker is on this very machine; anywhere else its address is https.

    Errors: TrackerFault `address`.
    """
    try:
        scheme, host, _ = _origin(base)
    except ValueError:
        raise TrackerFault("address", tracker) from None
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = host == "localhost"
    if not host or urlsplit(base).username is not None or scheme not in (("http", "https") if local else ("https",)):
        raise TrackerFault("address", tracker)
    return local
