"""Questions in GraphQL: what went wrong stands in the answer, whatever its status says."""

import re
import time
from collections.abc import Mapping
from typing import Any

from journeymap.exchange.connected.connection import TIMES, TrackerAnswer, TrackerConnection
from journeymap.exchange.connected.faults import Fault, TrackerFault

_RESET = "X-RateLimit-Requests-Reset"
_UNTOLD = 30.0
_KINDS: Mapping[str, Fault] = {
    "ratelimited": "busy",
    "authenticationerror": "credential",
    "unauthenticated": "credential",
    "forbidden": "right",
    "featurenotaccessible": "right",
    "entitynotfound": "missing",
}


class GraphQL:
    """What is asked of one address. Errors: TrackerFault."""

    def __init__(self, http: TrackerConnection, path: str) -> None:
        self._http = http
        self._path = path

    def ask(self, query: str, *, writes: bool = False, **variables: Any) -> Mapping[str, Any]:
        """The data of the answer; where too much was asked of it, the same again after the time that it says."""
        body = {"query": query, "variables": variables}
        for left in reversed(range(TIMES)):
            answer = self._http.ask("POST", self._path, body=body, repeatable=not writes, allowed=(400,))
            fault = self._fault(answer)
            if fault is None:
                data: Mapping[str, Any] = answer.data["data"]
                return data
            if not fault.again or not left:
                raise fault
            self._http.rest(fault.seconds, fault)
        raise AssertionError  # pragma: no cover - the last turn returns or raises

    def _fault(self, answer: TrackerAnswer) -> TrackerFault | None:
        said = answer.data if isinstance(answer.data, dict) else {}
        errors = [one for one in said.get("errors") or () if isinstance(one, dict)]
        if not errors:
            return None if said.get("data") else self._http.fault("answer", unanswered=True)
        extensions = [one.get("extensions") or {} for one in errors]
        words = [
            more.get("userPresentableMessage") or one.get("message")
            for one, more in zip(errors, extensions, strict=True)
        ]
        kind: Fault = next((found for more in extensions if (found := _kind(more))), "field")
        if kind == "busy":
            return self._http.fault(kind, words, again=True, seconds=_wait(answer))
        return self._http.fault(kind, words)


def _kind(extensions: Mapping[str, Any]) -> Fault | None:
    said = (re.sub(r"[^a-z]", "", str(extensions.get(name, "")).casefold()) for name in ("code", "type"))
    return next((_KINDS[one] for one in said if one in _KINDS), None)


def _wait(answer: TrackerAnswer) -> float:
    """The seconds until it takes more: it names a time in thousandths of a second."""
    reset = answer.headers.get(_RESET, "")
    return max(1.0, int(reset[:15]) / 1000 - time.time()) if reset.isdecimal() else _UNTOLD
