"""What every connected tracker can do: it is asked what stands there, and given what should stand there."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol
from urllib.parse import urlsplit

from pydantic import SecretStr

from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.trackers.work_items import Kind, WorkItem


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """An item as it should stand in a tracker: what is sent of it, field by field, in the tracker's own form.

    `id` is our stable id, `parent` that of its epic ("" for an epic); it stands in no field. A field that is not in
    `fields` is left as it is there.
    """

    id: str
    kind: Kind
    title: str
    parent: str
    fields: Mapping[str, str]

    @property
    def print(self) -> str:
        """The same for the same fields, whatever their order; another for any other text."""
        return fingerprint(self.fields)


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item as it stands in a tracker.

    `key` is what people call it there (“JM-12”), `ref` what the tracker's API wants, `status` the word of the tracker.
    `fields` are those of a draft as they are read there, so that what somebody edited there can be told. `parent` is
    our id of its epic, "" where it has none or one that is not ours.
    """

    id: str
    key: str
    ref: str
    url: str
    status: str
    fields: Mapping[str, str]
    closed: bool = False
    parent: str = ""

    @property
    def print(self) -> str:
        """The same as a draft's where the same stands there."""
        return fingerprint(self.fields)


@dataclass(frozen=True, slots=True)
class NotMade:
    """An item that a tracker did not take, by our id, and what it has against it; the others are made all the same."""

    id: str
    fault: TrackerFault


@dataclass(frozen=True, slots=True)
class Target:
    """One project of one tracker, and what opens it: all of it from the settings, nothing from a person.

    `kind` is “redmine”, “jira”, “azure”, “github” or “linear”. `user` is whose key it is, where the tracker wants that,
    `form` what else it has to know: how Redmine writes texts, which process an Azure project follows.
    """

    kind: str
    url: str
    project: str
    key: SecretStr
    user: str = ""
    form: str = ""

    @property
    def place(self) -> str:
        """The host and the project, in words that may be shown; items are remembered by it."""
        return f"{urlsplit(self.url).netloc.rpartition('@')[2]}{urlsplit(self.url).path.rstrip('/')} {self.project}"


class Tracker(Protocol):
    """One project of one tracker. Each call may take seconds: never made in the writer or on the event loop.

    Errors of each call: TrackerFault, whose sentence says what is wrong and never repeats a credential.
    """

    @property
    def name(self) -> str:
        """Which kind it is: “redmine”, “jira”, “azure”, “github”, “linear”."""

    def check(self) -> None:
        """Whether it answers, the credential is taken and all that is needed is there; nothing is written."""

    def draft(self, item: WorkItem, language: str) -> ItemDraft:
        """The item as it should stand there."""

    def find(self, ids: Collection[str], keys: Mapping[str, str]) -> Mapping[str, FoundItem]:
        """The items that stand there, closed ones too, by our id; `keys` are the refs known by our ids so far.

        An item that was written a moment ago is found, too: by its ref where a search does not know it yet.
        """

    def create(self, drafts: Sequence[ItemDraft], parents: Mapping[str, FoundItem]) -> Iterator[FoundItem | NotMade]:
        """Make these items, and tell each as soon as it is there; `parents` are the epics by our id.

        Drafts of epics come before those of their stories, and count as parents as soon as they are there. A fault that
        is not about one item alone ends it: what was told by then is there, and of an `unanswered` one it is not known.
        """

    def update(self, found: FoundItem, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> FoundItem:
        """Write what is otherwise, its epic too where that is among `parents`; the item as it stands there then."""


def fingerprint(fields: Mapping[str, str]) -> str:
    """One short text for all fields."""
    told = "\x1e".join(f"{name}\x1f{fields[name]}" for name in sorted(fields))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
