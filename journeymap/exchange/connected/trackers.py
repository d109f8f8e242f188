"""The trackers that Journeymap can be connected to, each opened from its target."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

from journeymap.exchange.connected.azure import Azure
from journeymap.exchange.connected.github import GitHub
from journeymap.exchange.connected.jira import Jira
from journeymap.exchange.connected.linear import Linear
from journeymap.exchange.connected.pace import Cancel
from journeymap.exchange.connected.redmine import Redmine
from journeymap.exchange.connected.tracker import Target, Tracker


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
    tracker = CLIENTS[target.kind](target, cancel)
    try:
        yield tracker
    finally:
        tracker.close()
