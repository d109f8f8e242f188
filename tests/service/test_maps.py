"""Whole maps: made, copied, designed as a to-be, archived, looked back at."""

import pytest

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.model.operations import Remove, Set
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.errors import Refusal
from journeymap.service.service import Service


def test_a_map_from_scratch_is_in_the_list(service: Service, noor: Participant) -> None:
    map_id = service.maps.create(noor, "Buying a bike", persona="Sam")
    head = service.maps.heads(noor)[0]
    assert (head.id, head.title, head.persona, head.kind) == (map_id, "Buying a bike", "Sam", MapKind.AS_IS)


@pytest.mark.parametrize("title", ["", "   ", "x" * 10_000, "a\x00b"])
def test_a_bad_title_makes_no_map(service: Service, noor: Participant, title: str) -> None:
    with pytest.raises(Refusal, match="title"):
        service.maps.create(noor, title)
    assert service.maps.heads(noor) == []


def test_a_to_be_remembers_where_each_row_comes_from(service: Service, noor: Participant, park: str) -> None:
    to_be = service.maps.design_to_be(noor, park)
    journey = service.maps.journey(noor, to_be)
    assert journey.title == "Visiting a nature park: the to-be"
    assert {row.origin for row in journey.rows() if row.table == "moments"} == {"call", "wait"}
    assert service.maps.head(noor, to_be).as_is_id == park
    assert service.comparisons.of(noor, park, to_be).count(Disposition.KEPT) == 2


def test_a_to_be_is_not_designed_from_a_to_be(service: Service, noor: Participant, park: str) -> None:
    to_be = service.maps.design_to_be(noor, park)
    with pytest.raises(Refusal, match="this map is a to-be already"):
        service.maps.design_to_be(noor, to_be)


def test_a_to_be_of_a_map_with_the_longest_title_fits(service: Service, noor: Participant) -> None:
    map_id = service.maps.create(noor, "x" * 120)
    assert len(service.maps.head(noor, service.maps.design_to_be(noor, map_id)).title) == 120
    assert len(service.maps.head(noor, service.maps.duplicate(noor, map_id)).title) == 120
    assert len(service.maps.head(noor, service.maps.restore_as_copy(noor, map_id, 1)).title) == 120


def test_a_duplicate_is_a_map_of_its_own(service: Service, noor: Participant, park: str) -> None:
    copy = service.maps.duplicate(noor, park)
    service.changes.change(noor, copy, [Remove(table="episodes", id="prepare")])
    assert service.maps.journey(noor, park).count("moments") == 2
    assert service.maps.journey(noor, copy).count("moments") == 0


def test_a_duplicate_of_a_to_be_still_knows_its_as_is(service: Service, noor: Participant, park: str) -> None:
    copy = service.maps.duplicate(noor, service.maps.design_to_be(noor, park))
    assert service.maps.head(noor, copy).as_is_id == park
    assert service.comparisons.of(noor, park, copy).count(Disposition.KEPT) == 2


def test_archived_maps_leave_the_list_and_come_back(service: Service, noor: Participant, park: str) -> None:
    service.maps.archive(noor, park)
    assert service.maps.heads(noor) == []
    assert [head.id for head in service.maps.heads(noor, archived=True)] == [park]
    service.maps.restore(noor, park)
    assert [head.id for head in service.maps.heads(noor)] == [park]


def test_a_map_can_be_seen_and_restored_as_it_was(service: Service, noor: Participant, park: str) -> None:
    then = service.maps.journey(noor, park)
    service.changes.change(noor, park, [Set(table="moments", id="call", field="text", value="Ring")])
    service.changes.change(noor, park, [Remove(table="episodes", id="prepare")])
    assert service.maps.journey(noor, park, then.revision) == then
    copy = service.maps.restore_as_copy(noor, park, then.revision)
    restored = service.maps.journey(noor, copy)
    assert [m.text for m in restored.moments] == ["Call to book", "Wait"]
    assert restored.title == f"Visiting a nature park (as of revision {then.revision})"
    assert service.maps.journey(noor, park).moments == ()


@pytest.mark.parametrize("revision", [0, -1, 10_000])
def test_a_revision_that_never_was_is_refused(service: Service, noor: Participant, park: str, revision: int) -> None:
    with pytest.raises(Refusal) as refusal:
        service.maps.journey(noor, park, revision)
    assert refusal.value.code == "gone"


def test_search_finds_words_inside_maps(service: Service, noor: Participant, park: str) -> None:
    hits = service.maps.search(noor, "reach person")
    assert [(hit.map_id, hit.table, hit.text) for hit in hits] == [(park, "needs", "Reach a person fast")]
