"""What is kept of the items of a tracker: written down as soon as it is known, by map and place."""

from collections.abc import Iterable, Mapping, Sequence

from journeymap.domain.model.tracker_items import TrackerItem
from journeymap.exchange.connected.plan import KeptItem
from journeymap.exchange.trackers.work_items import Work
from journeymap.service.house import House
from journeymap.service.tracker_desk import RunningRun
from journeymap.storage.store import Transaction

MOST = 100
"""So many characters of a key and of a status are kept: everybody is sent them."""


class RunRecords:
    """Writes down how a run goes."""

    def __init__(self, house: House, running: RunningRun, rows: Mapping[str, str]) -> None:
        self._house = house
        self._running = running
        self._rows = rows

    def record(self, kept: KeptItem) -> None:
        """On the disk before anything else is written there."""
        run = self._running.run
        keep(self._house, run.map_id, [item_of(kept, run.map_id, run.place, self._rows)])

    def stopped(self) -> bool:
        """Whether somebody asked for an end."""
        return self._running.cancelled.is_set()


def keep(house: House, map_id: str, items: Sequence[TrackerItem]) -> None:
    """Write down what is known of these items; it is on the disk then. Errors: Refusal where the map is gone."""

    def work(tx: Transaction) -> None:
        tx.place(map_id)  # a map that was deleted meanwhile leaves nothing behind
        tx.trackers.keep(items)

    house.store.write(work).result()


def rows_of(work: Work) -> Mapping[str, str]:
    """The moment or episode of each item, by its id."""
    found = {epic.id: epic.episode_id for epic in work.epics}
    return found | {story.id: story.moment_id for epic in work.epics for story in epic.stories}


def by_row(items: Iterable[TrackerItem]) -> Mapping[str, Sequence[TrackerItem]]:
    """The items of each moment and episode."""
    found: dict[str, list[TrackerItem]] = {}
    for one in items:
        found.setdefault(one.row_id, []).append(one)
    return found


def item_of(kept: KeptItem, map_id: str, place: str, rows: Mapping[str, str]) -> TrackerItem:
    """What is kept, as it is stored; a link that no browser should follow is none."""
    url = kept.url if kept.url.startswith(("https://", "http://")) else ""
    return TrackerItem(
        map_id, place, kept.id, rows.get(kept.id, kept.row), kept.kind, kept.key[:MOST], kept.ref, url,
        kept.status[:MOST],
        kept.closed, kept.gone, kept.sent, kept.read, kept.at,
    )  # fmt: skip


def kept_of_item(item: TrackerItem) -> KeptItem:
    """What is stored, as a plan asks for it."""
    return KeptItem(
        item.item_id, item.kind, item.key, item.ref, item.url, item.status, item.closed, item.gone,
        item.sent, item.read, item.at, item.row_id,
    )  # fmt: skip
