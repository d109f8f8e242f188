"""The audit log: what happened to people, keys and data. The owner reads it, and nobody writes it anew."""

import json
import logging
import threading
import time
from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from typing import Literal

from journeymap.domain.model.roles import OWNER_ID, Participant, Right, require
from journeymap.domain.workshop.timer import later
from journeymap.service.house import House
from journeymap.service.repeated_acts import Act
from journeymap.storage.archive import private
from journeymap.storage.audit_rows import AuditEntry
from journeymap.storage.store import Transaction

Kind = Literal[
    "wrong-code", "new-code", "joined", "waits", "let-in", "turned-away", "role", "renamed", "removed", "restored",
    "erased", "words-erased", "took-out", "exported", "owner-in", "owner-key", "link", "seat-recovered", "seat-moved",
    "session-ended", "view-link", "view-opened", "view-ended", "backup", "workshop", "map-deleted", "workshop-deleted",
    "map-state", "round", "round-ended", "customer-removed", "story-wording", "tracker-run",
]  # fmt: skip
KINDS: tuple[str, ...] = Kind.__args__  # type: ignore[attr-defined]
AUDIT_DAYS = 365
DAY = 24 * 3600
LOOK = 3600.0
"""Seconds between two looks for what is too old."""
MOST_AT_ONCE = 1_000
MOST_TAKEN = 100_000
"""So many entries are taken away in one file, the newest."""

asked_from: ContextVar[str] = ContextVar("asked_from", default="")
"""The network from which whatever is done now was asked; "" at this machine's own command line."""

log = logging.getLogger(__name__)
_file = threading.Lock()
_looked_at: dict[int, float] = {}


@dataclass(frozen=True, slots=True)
class AuditLog:
    """What is written down, and reading it."""

    house: House

    def note(
        self,
        kind: Kind,
        by: Participant | None = None,
        about: Participant | None = None,
        *,
        workshop_id: str | None = None,
        place: str | None = None,
        subject: str = "",
        times: int = 1,
    ) -> None:
        """It happened. Whoever did it does not wait until it is written down."""
        entry = AuditEntry(
            self.house.now(), kind, *_named(by), workshop_id or _place_of(by, about), *_named(about),
            asked_from.get() if place is None else place, subject[:200], times,
        )  # fmt: skip
        self.house.store.write(lambda tx: self._add(tx, entry))
        self._tell(entry)

    def note_repeated(self, kind: Kind, by: Participant | None, *, workshop_id: str | None, subject: str) -> None:
        """It happened, and may happen many times a minute: told at once, and then once a minute with how often."""
        act = Act(kind, by.id if by else "", workshop_id or _place_of(by, None), asked_from.get(), subject[:200])
        self._tell_acts(self.house.repeated.done(act))

    def settle(self) -> None:
        """Write down what was counted and is not told yet: somebody looks, or the program ends."""
        self._tell_acts(self.house.repeated.rest())

    def entries(
        self, person: Participant, *, kind: str = "", before: int | None = None, most: int = 200
    ) -> list[AuditEntry]:
        """What happened, the newest first, for the owner. Errors: Refusal."""
        require(person, Right.OWN, None)
        self.settle()
        self.house.store.write(lambda _: None).result()  # what was told a moment ago is in it; the writer reads nothing
        most = max(1, min(most, MOST_AT_ONCE))
        return list(self.house.store.audit.entries(kind=kind, before=before, most=most))

    def every(self, person: Participant, *, kind: str = "", most: int = MOST_TAKEN) -> Iterator[AuditEntry]:
        """All of it, the newest first and a page at a time, for the owner. Errors: Refusal."""
        before: int | None = None
        for _ in range(0, most, MOST_AT_ONCE):
            found = self.entries(person, kind=kind, before=before, most=MOST_AT_ONCE)
            yield from found
            if len(found) < MOST_AT_ONCE:
                return
            before = found[-1].number

    def _tell_acts(self, acts: Sequence[Act]) -> None:
        """Each under the name that whoever did it has now."""
        for act in acts:
            entry = AuditEntry(
                self.house.now(), act.kind, act.by, "", act.workshop_id, "", "", act.place, act.subject, act.times
            )
            self.house.store.write(partial(self._add_named, entry))
            self._tell(entry)

    def _add_named(self, entry: AuditEntry, tx: Transaction) -> None:
        found = tx.people.participant(entry.by_id)
        name = self.house.owner_name if entry.by_id == OWNER_ID else ""
        self._add(tx, entry._replace(by_name=found.name if found is not None else name))

    def _add(self, tx: Transaction, entry: AuditEntry) -> None:
        tx.audit.add(entry)
        now = time.monotonic()
        if now - _looked_at.get(id(self.house.store), float("-inf")) > LOOK:
            _looked_at[id(self.house.store)] = now
            tx.audit.drop(later(entry.at, -self.house.audit_days * DAY))

    def _tell(self, entry: AuditEntry) -> None:
        """A line of JSON in the file of the settings, with ids and without names: nobody can erase them there."""
        path = self.house.audit_file
        if path is None:
            return
        told = {name: value for name, value in entry._asdict().items() if value and not name.endswith("name")}
        told.pop("number", None)
        try:
            with _file, open(path, "a", encoding="utf-8", opener=private) as file:
                file.write(json.dumps(told) + "\n")
        except OSError as problem:
            log.warning("The audit log cannot be written to %s: %s", path, problem.strerror)


def _named(person: Participant | None) -> tuple[str, str]:
    return (person.id, person.name) if person else ("", "")


def _place_of(by: Participant | None, about: Participant | None) -> str:
    found = about if about is not None and about.workshop_id else by
    return (found.workshop_id or "") if found and found.id != OWNER_ID else ""
