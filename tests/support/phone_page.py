"""A workshop's room for one page in a browser, without the server's half: it says what the server would say.

The page and its files come from a real server; only the live socket is answered here, in the shapes of
docs/live.md, so that every step and every fault can be shown at once.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, WebSocketRoute

from journeymap.domain.model.workshop import StepKind
from journeymap.domain.workshop.step_kinds import STEP_KINDS
from journeymap.service.step_message import rules_said
from tests.support.replica import PARENTS

Row = dict[str, Any]
BALLOT: Row = {"items": "moments", "budget": 5, "cap": 3, "hidden": True, "anonymous": True, "questions": []}


def rows() -> dict[str, list[Row]]:
    """A small journey, as a snapshot has it."""
    moments = (
        ("before", "look up the park on the website", 1),
        ("before", "call to ask whether my booking is right", -1),
        ("there", "ask a ranger for a shorter route", 2),
        ("there", "find a place for lunch", -2),
    )
    found: dict[str, list[Row]] = {table: [] for table in PARENTS}
    found["maps"] = [{"id": "map", "title": "A day in the park", "kind": "as-is", "scope_start": "An idea"}]
    found["personas"] = [{"id": "p", "name": "Marieke", "goal": "Have a day outdoors with my children", "context": ""}]
    found["channels"] = [
        {"id": f"c{n}", "name": name, "owned": n < 4, "assumed": n < 3}
        for n, name in enumerate(("Website", "Phone", "E-mail", "App", "Reception"))
    ]
    found["episodes"] = [
        {"id": "before", "title": "Planning the day", "targeted_valence": 1, "targeted_label": "confident"},
        {"id": "there", "title": "Being in the park", "targeted_valence": 2, "targeted_label": ""},
        {"id": "after", "title": "Going home", "targeted_valence": None, "targeted_label": ""},
    ]
    found["moments"] = [
        {"id": f"m{n}", "parent": parent, "text": text, "felt_valence": felt, "author": "noor"}
        for n, (parent, text, felt) in enumerate(moments)
    ]
    found["touchpoints"] = [{"id": "t1", "parent": "m1", "channel": "c1", "author": "noor"}]
    found["needs"] = [{"id": "n1", "parent": "m1", "text": "to be sure it is arranged", "author": "noor"}]
    found["paths"] = [{"id": "w1", "name": "As we hope", "kind": "happy", "share": None}]
    return found


def step(kind: str, **more: Any) -> Row:
    """A running step of this kind, the third of seven."""
    there: Row = {"id": f"s-{kind}", "kind": kind, "title": "", "prompt": "", "state": "running"}
    there |= {"private": False, "ballot": None, "number": 3, "of": 7, "minutes": 10, "left_ms": 462_000}
    rules = STEP_KINDS[StepKind(kind)]
    there |= {"rules": rules_said(StepKind(kind)), "adds": None if rules.adds is None else sorted(rules.adds)}
    there |= {"shared": sorted(f"{table}.{field}" for table, field in rules.shared)}
    return there | more


@dataclass
class FakeRoom:
    """The server's half of the socket of one page."""

    you: Row
    tables: dict[str, list[Row]] = field(default_factory=rows)
    now: Row = field(default_factory=dict)
    revision: int = 7
    heard: list[Row] = field(default_factory=list)
    refusing: str = ""
    deaf: bool = False
    slow: bool = False
    away: bool = False
    socket: WebSocketRoute | None = None

    def answer(self, page: Page) -> None:
        """Be the room of this page, from its next connection on."""
        page.route_web_socket(re.compile("/live/maps/"), self._open)

    def step(self, found: Row | None, **more: Any) -> None:
        """The workshop is in this step now."""
        workshop = {"id": "w", "title": "Visiting a nature park", "persona": "Marieke", "purpose": "", "closed": False}
        workshop |= {"locked": False, "locked_rows": [], "read_until": None} | more.pop("workshop", {})
        counts = {"rows": 43, "people": 15, "waiting": 2}
        self.now = {"type": "step", "workshop": workshop, "step": found, "map": None, "leading": None}
        self.now |= {"spotlight": None, "sending": None, "counts": counts} | more
        self.say(self.now)

    def say(self, frame: Row) -> None:
        """Tell the page something."""
        if self.socket:
            self.socket.send(json.dumps(frame))

    def drop(self, *, away: bool = False) -> None:
        """The connection is lost; `away`: and nobody answers the next one."""
        self.away = away
        if self.socket:
            self.socket.close(code=1011)
            self.socket = None

    def others(self, changes: Iterable[Row]) -> None:
        """Somebody else did this."""
        self._tell([{"op": f"o{self.revision + n}", "by": "noor", **one} for n, one in enumerate(changes, 1)])

    def _open(self, socket: WebSocketRoute) -> None:
        if self.away:
            socket.close(code=1011)
            return
        self.socket = socket
        socket.on_message(lambda text: self._hear(json.loads(str(text))))

    def _hear(self, frame: Row) -> None:
        self.heard.append(frame)
        match frame["type"]:
            case "hello":
                self._welcome()
            case "change":
                self._change(frame)

    def _welcome(self) -> None:
        said = {"type": "snapshot", "revision": self.revision, "map": self.tables, "you": self.you}
        self.say(said | {"can": {"undo": True, "redo": False}})
        self.say({"type": "presence", "people": [{**self.you, "at": None, "editing": False}], "total": 1})
        if self.now:
            self.say(self.now)

    def _change(self, frame: Row) -> None:
        if self.deaf:
            return
        if self.refusing:
            said = {"type": "refused", "op": frame["op"], "code": "forbidden", "reason": self.refusing}
            self.say(said)
            return
        if self.slow:
            self.say({"type": "accepted", "op": frame["op"], "revision": self.revision + 1})
            return
        change = {name: value for name, value in frame.items() if name not in ("type", "base")}
        self._tell([{**change, "by": self.you["id"]}])
        self.say({"type": "accepted", "op": frame["op"], "revision": self.revision})

    def _tell(self, changes: list[Row]) -> None:
        first = self.revision + 1
        done = []
        for change in changes:
            self.revision += 1
            author = {"author": change["by"]} if change["do"] == "add" else {}
            done.append({"parent": None, "after": "*", **change, **author, "revision": self.revision, "at": ""})
            self._keep(done[-1])
        self.say({"type": "operations", "from": first, "to": self.revision, "operations": done})

    def _keep(self, change: Row) -> None:
        table = self.tables.setdefault(change["table"], [])
        if change["do"] == "add":
            values = {"id": change["id"], "author": change["by"], **change["values"]}
            table.append({**values, "parent": change["parent"]} if change["parent"] else values)
        for row in [row for row in table if row["id"] == change["id"]]:
            if change["do"] == "set":
                row[change["field"]] = change["value"]
            elif change["do"] == "remove":
                table.remove(row)
