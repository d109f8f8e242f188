"""What stands out in a journey's graph: the numbers, each as a sentence, and the one to read first."""

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.graph.findings import Finding, findings
from journeymap.graph.path_measures import LoopBack, Measures, Way, measures
from journeymap.graph.pyvis_network import shortened
from journeymap.graph.scene import said

__all__ = ["Finding", "LoopBack", "Measures", "Way", "findings", "measures", "stands_out"]


def stands_out(journey: Journey, language: str | None = None) -> str:
    """The one sentence that a facilitator should read first."""
    tongue = language or journey.language
    found = measures(journey)
    if not found.moments:
        return said("out-empty", tongue)
    if not found.paths:
        return said("out-no-paths", tongue, moments=found.moments)
    if found.dead_ends:
        where = _quoted(journey, found.dead_ends[0])
        return said("out-dead-ends", tongue, count=len(found.dead_ends), moment=where)
    if found.only_happy:
        return said("out-only-happy", tongue)
    most = max(found.ways, key=lambda way: len(way.returns))
    if most.returns:
        where = _quoted(journey, most.returns[0])
        return said("out-returns", tongue, path=most.path.name, count=len(most.returns), moment=where)
    most = max(found.ways, key=lambda way: way.switches)
    if most.switches:
        return said("out-switches", tongue, path=most.path.name, count=most.switches, steps=most.steps)
    return said("out-calm", tongue, paths=found.paths, moments=found.moments)


def _quoted(journey: Journey, moment: str) -> str:
    return shortened(journey.get(Moment, moment).text, 60)
