"""A tracker in memory: people may edit, close and delete there, and any call may end half-way."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from journeymap.exchange.connected.faults import Fault, TrackerFault
from journeymap.exchange.connected.tracker import FoundItem, ItemDraft, NotMade
from journeymap.exchange.trackers.work_items import WorkItem


class MemoryTracker:
    """Holds items by their number. It stores a text without the spaces around it, as some trackers do.

    `stop_after` ends the call after so many writes, with the write done or (`before`) not; `refuses` are ids it never
    takes; with `one_by_one` an update of two fields may stop between them.
    """

    name = "redmine"

    def __init__(self) -> None:
        self.items: dict[int, FoundItem] = {}
        self.writes = 0
        self.made = 0
        self.stop_after: int | None = None
        self.before = False
        self.fault: Fault = "unreachable"
        self.refuses: set[str] = set()

    def check(self) -> None:
        """All is there."""

    def draft(self, item: WorkItem, language: str) -> ItemDraft:
        return ItemDraft(item.id, item.kind, item.title, item.parent, {"title": item.title, "text": item.lead})

    def find(self, ids: Collection[str], keys: Mapping[str, str]) -> Mapping[str, FoundItem]:
        found: dict[str, FoundItem] = {}
        for number in sorted(self.items):
            one = self.items[number]
            if one.id in ids:
                found.setdefault(one.id, one)
        return found

    def create(self, drafts: Sequence[ItemDraft], parents: Mapping[str, FoundItem]) -> Iterator[FoundItem | NotMade]:
        for draft in drafts:
            if draft.id in self.refuses:
                yield NotMade(draft.id, TrackerFault("field", self.name))
                continue
            self._stop(before=True)
            self.made += 1
            fields = {name: text.strip() for name, text in draft.fields.items()}
            parent = draft.parent if draft.parent in parents else ""
            key = f"#{self.made}"
            self.items[self.made] = FoundItem(
                draft.id, key, str(self.made), f"http://x/{self.made}", "New", fields, False, parent
            )
            self.writes += 1
            self._stop(before=False)
            yield self.items[self.made]

    def update(self, found: FoundItem, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> FoundItem:
        if draft.id in self.refuses:
            raise TrackerFault("field", self.name)
        number = int(found.ref)
        for name, text in draft.fields.items():
            if found.fields.get(name) != text.strip():
                self._write(number, fields={**self.items[number].fields, name: text.strip()})
        if draft.parent in parents and found.parent != draft.parent:
            self._write(number, parent=draft.parent)
        return self.items[number]

    def edit(self, item_id: str, **fields: str) -> None:
        """Somebody writes something else there."""
        self._change(item_id, lambda one: replace(one, fields={**one.fields, **fields}))

    def close(self, item_id: str) -> None:
        """Somebody finishes it there."""
        self._change(item_id, lambda one: replace(one, status="Closed", closed=True))

    def delete(self, item_id: str) -> None:
        """Somebody deletes it there, and with an epic nothing else."""
        self.items = {number: one for number, one in self.items.items() if one.id != item_id}

    @property
    def ids(self) -> list[str]:
        """Our ids, as often as they stand there."""
        return sorted(one.id for one in self.items.values())

    def _change(self, item_id: str, change: object) -> None:
        self.items = {
            number: change(one) if one.id == item_id else one  # type: ignore[operator]
            for number, one in self.items.items()
        }

    def _write(self, number: int, **changes: object) -> None:
        self._stop(before=True)
        self.items[number] = replace(self.items[number], **changes)  # type: ignore[arg-type]
        self.writes += 1
        self._stop(before=False)

    def _stop(self, *, before: bool) -> None:
        if self.stop_after is not None and self.before is before and self.writes >= self.stop_after:
            self.stop_after = None
            raise TrackerFault(self.fault, self.name, unanswered=not before)
