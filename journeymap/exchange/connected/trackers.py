"""The trackers that Journeymap can be connected to, each opened from its target."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Protocol

from journeymap.exchange.connected.azure import Azure
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.github import GitHub
from journeymap.exchange.connected.jira import Jira
from journeymap.exchange.connected.linear import Linear
from journeymap.exchange.connected.pace import Cancel
from journeymap.exchange.connected.redmine import Redmine
from journeymap.exchange.connected.tracker import FoundItem, ItemDraft, NotMade, Target, Tracker
from journeymap.exchange.trackers.work_items import WorkItem


class OpenTracker(Tracker, Protocol):
    """A tracker that holds a connection."""

    def close(self) -> None:
        """Let go of it."""


CLIENTS: Mapping[str, Callable[[Target, Cancel | None], OpenTracker]] = {
    "redmine": Redmine,
    "jira": Jira,
    "azure": Azure,
    "github": GitHub,
    "linear": Linear,
}
"""By the kind of their target."""


@contextmanager
def opened(target: Target, cancel: Cancel) -> Iterator[Tracker]:
    """The tracker of this target, closed at the end; `cancel` ends whatever it waits for. Errors: TrackerFault."""
    with _understood(target.kind):
        tracker = CLIENTS[target.kind](target, cancel)
    try:
        yield _Understood(tracker)
    finally:
        tracker.close()


@contextmanager
def _understood(kind: str) -> Iterator[None]:
    """Whatever answers in the place of a tracker (a proxy, a page to sign in) may answer anything at all."""
    try:
        yield
    except (LookupError, TypeError, AttributeError, ValueError) as odd:
        raise TrackerFault("answer", kind) from odd


class _Understood:
    """A tracker whose answers are of another shape than its documents say, as a fault with its sentence."""

    def __init__(self, tracker: OpenTracker) -> None:
        self._tracker = tracker

    @property
    def name(self) -> str:
        """Which kind it is."""
        return self._tracker.name

    def check(self) -> None:
        """As the tracker does."""
        with _understood(self.name):
            self._tracker.check()

    def draft(self, item: WorkItem, language: str) -> ItemDraft:
        """As the tracker does."""
        return self._tracker.draft(item, language)

    def find(self, ids: Collection[str], keys: Mapping[str, str]) -> Mapping[str, FoundItem]:
        """As the tracker does."""
        with _understood(self.name):
            return self._tracker.find(ids, keys)

    def create(self, drafts: Sequence[ItemDraft], parents: Mapping[str, FoundItem]) -> Iterator[FoundItem | NotMade]:
        """As the tracker does; whether the item that was under way is there, is not known then."""
        making = iter(self._tracker.create(drafts, parents))
        while True:
            try:
                made = next(making)
            except StopIteration:
                return
            except (LookupError, TypeError, AttributeError, ValueError) as odd:
                raise TrackerFault("answer", self.name, unanswered=True) from odd
            yield made

    def update(self, found: FoundItem, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> FoundItem:
        """As the tracker does."""
        with _understood(self.name):
            return self._tracker.update(found, draft, parents)
