"""Needs by what they ask for: the same words at several moments are one need."""

from dataclasses import dataclass

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment, Need
from journeymap.graph.layouts import mean
from journeymap.graph.scene import feels, same


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """One need and the moments that ask for it, in order; `ids` are its rows, the first one gives it its name."""

    text: str
    ids: tuple[str, ...]
    moments: tuple[str, ...]

    @property
    def id(self) -> str:
        """The row that stands for all."""
        return self.ids[0]


def asked(journey: Journey) -> list[NeedGroup]:
    """Every need of a map once, in the order in which it comes up."""
    rows: dict[str, list[Need]] = {}
    for moment in journey.moments:
        for need in journey.needs_of(moment.id):
            rows.setdefault(same(need.text), []).append(need)
    return [
        NeedGroup(
            needs[0].text,
            tuple(need.id for need in needs),
            tuple(dict.fromkeys(need.parent or "" for need in needs)),
        )
        for needs in rows.values()
    ]


def badly(journey: Journey, need: NeedGroup) -> bool:
    """Whether it feels bad, on the whole, wherever this need comes up."""
    felt = [feels(journey, journey.get(Moment, moment)) for moment in need.moments]
    said = [feeling for feeling in felt if feeling is not None]
    return bool(said) and mean(said) < 0


def lost(journey: Journey, as_is: Journey | None) -> list[Need]:
    """The as-is needs that no moment of this to-be serves, each text once."""
    if as_is is None:
        return []
    found: dict[str, Need] = {}
    for need_id in compare(as_is, journey).lost_needs:
        need = as_is.get(Need, need_id)
        found.setdefault(same(need.text), need)
    return list(found.values())
