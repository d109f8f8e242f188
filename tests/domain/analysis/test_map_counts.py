"""A map in numbers: what somebody lives through in one go."""

from journeymap.domain.analysis.map_counts import map_counts
from tests.domain.model.test_journey import small
from tests.support.small_maps import sample


def test_counts_are_of_what_is_there() -> None:
    found = map_counts(small())
    assert (found.episodes, found.moments, found.touchpoints, found.channels, found.needs) == (2, 2, 1, 1, 1)
    assert (found.felt, found.targeted) == (None, 1)


def test_switches_are_those_of_the_happy_path() -> None:
    assert map_counts(sample("as-is")).switches == 17
