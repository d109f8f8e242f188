"""What a map still misses."""

from journeymap.domain.analysis.completeness import missing
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Remove, Set
from tests.support.journeys import FULL, MAP_ID


def built(*more: Add | Set | Remove) -> Journey:
    return perform(Journey(MAP_ID), (*FULL, *more))[0]


def test_an_empty_map_misses_its_beginning_only() -> None:
    found = missing(perform(Journey(MAP_ID), FULL[:1])[0])
    assert (found.persona, found.scope, found.few_episodes) == (True, True, True)
    assert (found.goal, found.no_path, found.nobody_asked, found.only_happy) == (False,) * 4
    assert found.no_channel == found.no_need == found.no_feeling == ()


def test_each_open_thing_is_named_with_where_it_is() -> None:
    found = missing(built(Remove(table="touchpoints", id="call-phone")))
    assert found.no_channel == ("call",)
    assert found.no_need == ("arrive",)
    assert found.no_feeling == ("arrive",)
    assert found.untargeted == ("there",)
    assert found.empty_episodes == ()
    assert found.only_happy
    assert found.nobody_asked


def test_what_is_filled_in_is_no_longer_open() -> None:
    before = missing(built()).count
    found = missing(
        built(
            Set(table="moments", id="arrive", field="felt_valence", value=1),
            Set(table="moments", id="arrive", field="evidence_status", value="validated"),
            Set(table="paths", id="happy", field="kind", value="loop"),
        )
    )
    assert found.no_feeling == ()
    assert not found.only_happy
    assert found.count == before - 3


def test_a_to_be_is_not_asked_what_is_felt() -> None:
    found = missing(built(Set(table="maps", id=MAP_ID, field="kind", value="to-be")))
    assert found.no_feeling == ()
    assert not found.nobody_asked


def test_the_usual_number_of_episodes_is_said_on_both_sides() -> None:
    more = [Add(table="episodes", id=f"e{n}", values={"title": f"Chapter {n}"}) for n in range(6)]
    assert missing(built()).few_episodes
    assert not missing(built(*more[:4])).few_episodes
    assert missing(built(*more)).many_episodes
