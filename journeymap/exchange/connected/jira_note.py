"""What is just being made in Jira, noted there: who goes on after a crash knows what a search may not know yet."""

import time
from collections.abc import Collection
from urllib.parse import quote

from journeymap.exchange.connected.connection import TrackerConnection

FRESH = 90.0
"""Seconds after which a search knows whatever was made."""

_PATH = "rest/api/3/user/properties"
_OTHERWISE = (400, 401, 403, 404)


class JiraNote:
    """A property of the account that we are there; where it may not be written, runs go on without it."""

    def __init__(self, http: TrackerConnection) -> None:
        self._http = http
        self._path = ""
        self._account = ""

    def of(self, account: str, project: str) -> None:
        """Whose note it is, and about which project."""
        self._account = account
        self._path = f"{_PATH}/journeymap.{quote(project, safe='')}"

    def begin(self, ids: Collection[str]) -> None:
        """These are made now."""
        body = {"ids": sorted(ids), "at": time.time()}
        self._http.ask("PUT", self._path, query={"accountId": self._account}, body=body, allowed=_OTHERWISE)

    def end(self) -> None:
        """They are there, and known."""
        self._http.ask("DELETE", self._path, query={"accountId": self._account}, allowed=_OTHERWISE)

    def fresh(self) -> frozenset[str]:
        """What was being made a moment ago, and of which no end is known."""
        answer = self._http.ask("GET", self._path, query={"accountId": self._account}, allowed=_OTHERWISE)
        said = answer.data.get("value") if answer.status == 200 and isinstance(answer.data, dict) else None
        at, ids = (said.get("at"), said.get("ids")) if isinstance(said, dict) else (None, None)
        if not isinstance(at, int | float) or not isinstance(ids, list) or abs(time.time() - at) > FRESH:
            return frozenset()
        return frozenset(map(str, ids))
