"""Which micro-moments of a to-be are stories: those that are new, or another than they are today."""

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.model.journey import Journey


def story_moments(as_is: Journey, to_be: Journey) -> frozenset[str]:
    """Their ids. What stays as it is today is nobody's work."""
    fates = (fate for fate in compare(as_is, to_be).fates if fate.disposition is not Disposition.KEPT)
    return frozenset(row.id for fate in fates for row in fate.to_be)
