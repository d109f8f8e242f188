"""What a tracker needs so that it holds the stories as they are now, worked out before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from journeymap.exchange.connected.tracker import FoundItem, ItemDraft, fingerprint
from journeymap.exchange.trackers.work_items import Kind

PARENT = "parent"
"""What the epic of a story is called among its fields."""

NOTHING: Mapping[str, str] = MappingProxyType({})


class ItemStep(StrEnum):
    """What becomes of one item. Only the first two write anything there."""

    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    """Somebody wrote something else there: it is told, and overwritten only where that is asked for."""
    CLOSED = "closed"
    """It is done there: what changed since is told, and written only where that is asked for."""
    GONE = "gone"
    """It was deleted there: it is made again only where that is asked for."""
    LEFT = "left"
    """It stands there and is no story of this map any more: nothing is done about it."""


@dataclass(frozen=True, slots=True)
class KeptItem:
    """What is known of an item from the last time it was written or looked at.

    `sent` and `read` are a short print for each field: of what we sent, and of what stood there right after. `at` is
    when that was. `gone` tells that it was there once, `row` which moment or episode it was.
    """

    id: str
    kind: Kind
    key: str
    ref: str
    url: str
    status: str
    closed: bool = False
    gone: bool = False
    sent: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, str] = field(default_factory=dict)
    at: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class ItemWishes:
    """What is asked for against the rule, by our ids: to overwrite what stands there, to make again what is gone."""

    overwrite: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Planned:
    """One item and what becomes of it.

    `draft` is how it should stand there (None: it is no story any more), `found` how it does, `changes` the fields that
    are otherwise there, `edited` those of them that somebody wrote there.
    """

    step: ItemStep
    draft: ItemDraft | None
    found: FoundItem | None = None
    kept: KeptItem | None = None
    changes: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Our stable id."""
        return next(one.id for one in (self.draft, self.found, self.kept) if one is not None)

    @property
    def title(self) -> str:
        """What it is called: by us, else there."""
        said = (self.draft.title if self.draft else "", self.found.fields.get("title", "") if self.found else "")
        return next(filter(None, said), self.id)

    @property
    def kind(self) -> Kind:
        """An epic or a story."""
        return next((one.kind for one in (self.draft, self.kept) if one is not None), "story")


@dataclass(frozen=True, slots=True)
class TrackerPlan:
    """What becomes of all items, epics before stories."""

    items: Sequence[Planned]

    @property
    def counts(self) -> Mapping[ItemStep, int]:
        """How many items take each step; each step is there."""
        counted = Counter(item.step for item in self.items)
        return {step: counted[step] for step in ItemStep}

    def of(self, *steps: ItemStep) -> Sequence[Planned]:
        """The items that take one of these steps."""
        return [item for item in self.items if item.step in steps]

    @property
    def writes(self) -> int:
        """How many items are written."""
        return len(self.of(ItemStep.CREATE, ItemStep.UPDATE))


def plan_of(
    drafts: Iterable[ItemDraft],
    found: Mapping[str, FoundItem],
    kept: Mapping[str, KeptItem],
    wishes: ItemWishes | None = None,
) -> TrackerPlan:
    """The plan for these drafts; an item that stands there with nothing kept of it is ours, and is taken on.

    Whatever of `kept` is no draft any more is told where it still stands there.
    """
    asked = wishes or ItemWishes()
    wanted = {draft.id: draft for draft in drafts}
    # Under an epic that stays deleted no story can be put.
    standing = {one for one in wanted if one in found or one not in kept or one in asked.again}
    planned = [_planned(draft, found.get(draft.id), kept.get(draft.id), standing, asked) for draft in wanted.values()]
    left = [
        Planned(ItemStep.LEFT, None, found[known], kept.get(known))
        for known in found
        if known not in wanted and (known in kept)
    ]
    return TrackerPlan(sorted([*planned, *left], key=lambda item: item.kind != "epic"))


def fields_of(draft: ItemDraft, standing: Iterable[str] | Mapping[str, object]) -> Mapping[str, str]:
    """All that is sent of an item, its epic too where that stands there."""
    return {**draft.fields, PARENT: draft.parent if draft.parent in standing else ""}


def fields_there(found: FoundItem) -> Mapping[str, str]:
    """The same as it stands there."""
    return {**found.fields, PARENT: found.parent}


def prints(fields: Mapping[str, str]) -> Mapping[str, str]:
    """A short print for each field."""
    return {name: fingerprint({name: text})[:12] for name, text in fields.items()}


def kept_of(draft: ItemDraft, found: FoundItem, at: str, standing: Iterable[str] | Mapping[str, object]) -> KeptItem:
    """What is kept of an item that was just written, or that stands there as it should."""
    return KeptItem(
        id=draft.id,
        kind=draft.kind,
        key=found.key,
        ref=found.ref,
        url=found.url,
        status=found.status,
        closed=found.closed,
        sent=prints(fields_of(draft, standing)),
        read=prints(fields_there(found)),
        at=at,
    )


def _planned(
    draft: ItemDraft, found: FoundItem | None, kept: KeptItem | None, standing: set[str], asked: ItemWishes
) -> Planned:
    if found is None:
        known = kept is not None and draft.id not in asked.again
        return Planned(ItemStep.GONE if known else ItemStep.CREATE, draft, None, kept)
    wanted, there = fields_of(draft, standing), fields_there(found)
    otherwise, edited = [], []
    for name, is_edited in _differing(wanted, there, kept):
        otherwise.append(name)
        if is_edited:
            edited.append(name)
    changes = tuple(otherwise)
    if found.closed and not (changes and draft.id in asked.overwrite):
        return Planned(ItemStep.CLOSED, draft, found, kept, changes, tuple(edited))
    if not changes:
        return Planned(ItemStep.UNCHANGED, draft, found, kept)
    if edited and draft.id not in asked.overwrite:
        return Planned(ItemStep.EDITED, draft, found, kept, changes, tuple(edited))
    return Planned(ItemStep.UPDATE, draft, found, kept, changes, tuple(edited))


def _differing(
    wanted: Mapping[str, str], there: Mapping[str, str], kept: KeptItem | None
) -> Iterator[tuple[str, bool]]:
    """The fields that are otherwise there, and of each whether somebody wrote that there.

    Some trackers store a text a little otherwise than it was sent: what stood there right after counts as ours.
    A field of which nothing is kept was never sent: where nothing stands there it can be filled.
    """
    sent, read = (kept.sent, kept.read) if kept else (NOTHING, NOTHING)
    asked, stands = prints(wanted), prints({name: there.get(name, "") for name in wanted})
    for name in wanted:
        if stands[name] == asked[name]:
            continue
        untouched = stands[name] == read[name] if name in read and name in sent else not there.get(name, "")
        if untouched and asked[name] == sent.get(name):
            continue
        yield name, not untouched
