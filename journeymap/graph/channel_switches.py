"""Which channel customers have to leave for which."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Path
from journeymap.graph.scene import ALL, ShownParts, kept


@dataclass(frozen=True, slots=True)
class Switch:
    """From one moment to the next, customers leave every channel they are in (as in `domain.analysis.compare`).

    `path` is None where it is the map's own order.
    """

    one: str
    other: str
    left: tuple[str, ...]
    taken: tuple[str, ...]
    path: Path | None


@dataclass(frozen=True, slots=True)
class Between:
    """All switches from one channel to another."""

    start: str
    end: str
    count: int
    paths: tuple[str, ...]


def switches(journey: Journey, shown: ShownParts = ALL) -> Iterator[Switch]:
    """Every switch along every path; along the map's order where there are no paths at all.

    Moments in no channel are passed over: one does not leave a channel by them.
    """
    there = kept(journey, shown)
    for path, moments in _ways(journey, shown):
        used = [(m, tuple(t.channel for t in journey.touchpoints_of(m))) for m in moments]
        for (one, left), (other, taken) in pairwise((m, channels) for m, channels in used if channels):
            if not {*left} & {*taken} and one in there and other in there:
                yield Switch(one, other, left, taken, path)


def between(found: Iterable[Switch]) -> list[Between]:
    """The switches by channel: from each that may be left to each that may be taken, in order of appearance."""
    counts: dict[tuple[str, str], list[str]] = {}
    for switch in found:
        for start in switch.left:
            for end in switch.taken:
                counts.setdefault((start, end), []).append(switch.path.name if switch.path else "")
    return [Between(*pair, len(names), tuple(dict.fromkeys(filter(None, names)))) for pair, names in counts.items()]


def _ways(journey: Journey, shown: ShownParts) -> Iterator[tuple[Path | None, Sequence[str]]]:
    if not journey.paths:
        yield None, [moment.id for moment in journey.moments]
    for path in journey.paths:
        if shown.path(path.id):
            yield path, [step.moment for step in journey.steps_of(path.id)]
