"""What stands in a tracker of a story: its key as a link, and the tracker's own word for how far it is."""

from collections.abc import Iterable, Mapping, Sequence

from journeymap.domain.model.tracker_items import TrackerItem
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import me, service, t

Sent = Mapping[str, Sequence[TrackerItem]]
"""The items of each story and epic, by its stable id."""


def sent_items(map_id: str) -> Sent:
    """What stands in trackers of a map, by our ids."""
    found: dict[str, list[TrackerItem]] = {}
    for one in service().trackers.items(me(), map_id):
        found.setdefault(one.item_id, []).append(one)
    return found


def marks(items: Iterable[TrackerItem]) -> str:
    """The items as Markdown, one after another: “#12 New”, struck through where it was deleted there."""
    return " ".join(map(_mark, items))


def _mark(item: TrackerItem) -> str:
    if item.gone:
        return f":gray-badge[:material/link_off: {plain(item.key)} {t('tracker-mark-gone')}]"
    colour, icon = ("green", "task_alt") if item.closed else ("blue", "link")
    key = f"[{plain(item.key)}]({_address(item.url)})" if item.url else plain(item.key)
    return f":{colour}-badge[:material/{icon}: {plain(item.status)}] {key}"


def _address(url: str) -> str:
    """The link, so that nothing in it ends it early."""
    return url.replace("(", "%28").replace(")", "%29").replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")


def live_line(map_id: str) -> str:
    """“11 of 33 live”, as Markdown; "" where nothing was sent."""
    done, sent = service().trackers.live(me(), map_id)
    colour = "green" if done else "gray"
    return f":{colour}-badge[{t('tracker-live', done=done, sent=sent)}]" if sent else ""
