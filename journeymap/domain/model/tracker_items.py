"""What is known of the items of a tracker that the stories of a map became: values that are kept beside its rows."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple


class TrackerItem(NamedTuple):
    """One item. `place` is which project of which tracker, `item_id` our stable id, `row_id` the moment or episode.

    `key` is what people call it there, `ref` what the tracker does, `status` the tracker's own word. `sent` and `read`
    are a short print for each field: of what was written, and of what stood there right after. `at` is when that was.
    """

    map_id: str
    place: str
    item_id: str
    row_id: str
    kind: Literal["epic", "story"]
    key: str
    ref: str
    url: str
    status: str
    closed: bool
    gone: bool
    sent: Mapping[str, str]
    read: Mapping[str, str]
    at: str


class TrackerRun(NamedTuple):
    """The last run of a map to a place, whether it still goes on (`ended_at` is None) or not.

    `process` says which one runs it, `beat` when it was last heard of, in seconds since 1970. `fault` is the kind of
    what ended it, "" where nothing did; `counts` are how many items took each step.
    """

    map_id: str
    place: str
    tracker: str
    run_id: str
    by_id: str
    process: str
    started_at: str
    beat: float
    ended_at: str | None = None
    fault: str = ""
    counts: Mapping[str, int] = {}


class Live(NamedTuple):
    """How much of what stands in a tracker is done there: “11 of 33 live”."""

    done: int
    sent: int


def live(items: Iterable[TrackerItem]) -> Live:
    """The stories that stand in a tracker, and how many of them are done there; an item counts once a story."""
    stories: dict[str, bool] = {}
    for one in items:
        if one.kind == "story" and not one.gone:
            stories[one.item_id] = stories.get(one.item_id, True) and one.closed
    return Live(sum(stories.values()), len(stories))
