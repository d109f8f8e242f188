"""The silhouette of a journey: as drawn up from its rows."""

from hypothesis import given

from journeymap.domain.analysis.silhouette import silhouette, silhouette_of
from journeymap.domain.model.journey import Journey
from tests.support.journeys import journeys


@given(journeys(max_size=25))
def test_every_moment_has_a_place_in_its_episode(journey: Journey) -> None:
    drawn = silhouette_of(journey)
    assert drawn.titles == tuple(one.title for one in journey.episodes)
    assert drawn.sizes == tuple(len(journey.moments_of(one.id)) for one in journey.episodes)
    assert [one.text for one in drawn.moments] == [one.text for one in journey.moments]


@given(journeys(max_size=25))
def test_the_lowest_and_the_highest_are_what_they_are_called(journey: Journey) -> None:
    drawn = silhouette_of(journey)
    felt = [one.felt for one in drawn.moments if one.felt is not None]
    if drawn.lowest is not None:
        assert drawn.moments[drawn.lowest].felt == min(felt)
    else:
        assert not felt
    if drawn.highest is not None:
        assert drawn.moments[drawn.highest].felt == max(felt) > min(felt)


def test_of_nothing_there_is_nothing() -> None:
    drawn = silhouette((), ())
    assert (drawn.lowest, drawn.highest, drawn.validated, drawn.truths, drawn.new) == (None, None, 0, 0, 0)
