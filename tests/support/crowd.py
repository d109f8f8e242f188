"""A workshop with many people on a real server: made through the REST API as any program would."""

import http.client
import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

IDLE = 2.0
"""Seconds: a server closes a connection on which nothing was asked for five."""
EPISODES = 7
MOMENTS = 140


@dataclass
class Api:
    """The REST API over one connection that is kept open."""

    connection: http.client.HTTPConnection
    used: float = field(default_factory=time.monotonic)

    def post(self, path: str, body: Any, token: str | None = None) -> Any:
        """The answer to what is sent here."""
        return self._ask("POST", path, json.dumps(body), token)

    def get(self, path: str, token: str | None = None) -> Any:
        """What is at this path."""
        return self._ask("GET", path, None, token)

    def delete(self, path: str, body: Any, token: str | None = None) -> Any:
        """The answer to deleting what is at this path."""
        return self._ask("DELETE", path, json.dumps(body), token)

    def _ask(self, method: str, path: str, body: str | None, token: str | None) -> Any:
        headers = {"Content-Type": "application/json"} if body else {}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if time.monotonic() - self.used > IDLE:
            self.connection.close()  # the next request opens it anew
        self.connection.request(method, f"/api{path}", body, headers)
        answer = self.connection.getresponse()
        said = answer.read()
        self.used = time.monotonic()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status} {said.decode()}")
        return json.loads(said) if said else None


@contextmanager
def api(base: str) -> Iterator[Api]:
    """The API of the server at this address."""
    where = urlsplit(base)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=60)
    try:
        yield Api(connection)
    finally:
        connection.close()


@dataclass
class Crowd:
    """A workshop: its map, its facilitator's token, and everybody else's."""

    base: str
    workshop_id: str
    map_id: str
    facilitator: str
    join_code: str
    tokens: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        """Where the server listens."""
        return urlsplit(self.base).port or 0

    @property
    def path(self) -> str:
        """The map's live socket."""
        return f"/live/maps/{self.map_id}"

    def moments(self) -> list[str]:
        """The ids of the micro-moments."""
        return [f"m{n}" for n in range(MOMENTS)]


def gather(base: str, people: int, moments: int = MOMENTS, role: str = "participant") -> Crowd:
    """A workshop with a map of the usual size, and so many people who joined by its code."""
    with api(base) as it:
        made = it.post("/workshops", {"title": "A large room"})
        lead = made["facilitator_token"]
        map_id = it.post(f"/workshops/{made['id']}/maps", {"title": "A day out", "kind": "as-is"}, lead)["id"]
        crowd = Crowd(base, made["id"], map_id, lead, made["join_code"])
        changes: list[tuple[str, str, str | None, dict[str, str]]] = [
            ("episodes", f"e{n}", None, {"title": f"Episode {n}"}) for n in range(EPISODES)
        ]
        changes += [
            ("moments", f"m{n}", f"e{n * EPISODES // moments}", {"text": f"Micro-moment {n}: I do what I came for"})
            for n in range(moments)
        ]
        for table, row, parent, values in changes:
            asked = {"op": f"make-{row}", "do": "add", "table": table, "id": row, "parent": parent, "values": values}
            it.post(f"/maps/{map_id}/changes", asked, lead)
    with ThreadPoolExecutor(8) as pool:
        crowd.tokens = list(pool.map(lambda n: join(crowd, f"Person {n}", role), range(people)))
    return crowd


def join(crowd: Crowd, name: str, role: str = "participant") -> str:
    """Somebody joins; their token."""
    with api(crowd.base) as it:
        return str(it.post("/join", {"code": crowd.join_code, "name": name, "role": role})["token"])
