"""A comparison in the house: what it is held against, in a copy too."""

import pytest

from journeymap.domain.analysis.comparison.matches import Disposition, Since
from journeymap.domain.model.operations import Add, Remove, Set
from journeymap.service.service import Service
from tests.support.app import App


@pytest.fixture
def pair(service: Service) -> tuple[str, str]:
    """An as-is of a workshop and its to-be; since that was begun, the as-is has a moment more and other words."""
    app = App(service)
    as_is = app.new_map("A visit", Add(table="episodes", id="e", values={"title": "Before"}))
    moments = [Add(table="moments", id=f"m{n}", parent="e", values={"text": f"I do {n}"}) for n in range(3)]
    service.changes.change(app.owner, as_is, moments)
    first = service.workshops.create(app.owner, "The first room", as_is=as_is)
    to_be = service.maps.design_to_be(app.owner, first.map_id)
    service.changes.change(app.owner, to_be, [Remove(table="moments", id="m2")])
    later = Add(table="moments", id="later", parent="e", values={"text": "I do more"})
    reworded = Set(table="moments", id="m1", field="text", value="I do one, later")
    service.changes.change(app.owner, first.map_id, [later, reworded])
    return first.map_id, to_be


def became(service: Service, as_is: str, to_be: str) -> dict[str, tuple[Disposition, Since | None, tuple[str, ...]]]:
    found = service.comparisons.of(service.people.owner(), as_is, to_be)
    return {one.id: (one.proposal, one.since, one.behind) for one in found.matches}


def test_a_copy_in_another_workshop_is_held_against_what_the_to_be_was_begun_from(
    service: Service, pair: tuple[str, str]
) -> None:
    owner = service.people.owner()
    expected = {
        "m0": (Disposition.KEPT, None, ()),
        "m1": (Disposition.KEPT, None, ("text",)),
        "m2": (Disposition.REMOVED, None, ()),
        "later": (Disposition.OPEN, Since.CAME, ()),
    }
    assert became(service, *pair) == expected
    copy, second = pair[0], ""
    for title in ("The second room", "The third room"):  # a copy of a copy, too
        copy = service.workshops.create(owner, title, as_is=copy).map_id
        there = service.maps.to_be_of(service.people.owner(), copy)
        assert there is not None
        assert copy not in pair
        assert became(service, copy, there.id) == expected
        second = there.id
    beside = service.maps.duplicate(owner, second)
    assert became(service, copy, beside) == expected


def test_a_copy_whose_as_is_has_not_changed_since_needs_no_other_map(service: Service, pair: tuple[str, str]) -> None:
    owner = service.people.owner()
    fresh = service.maps.design_to_be(owner, pair[0])
    copy = service.workshops.create(owner, "The second room", as_is=pair[0]).map_id
    head = service.maps.to_be_of(owner, copy)
    assert head is not None
    assert (head.base_map_id, head.base_revision) == (None, service.maps.head(owner, copy).revision)
    assert head.id != fresh


def test_where_the_map_it_was_begun_from_is_deleted_nobody_knows_it_any_more(
    service: Service, pair: tuple[str, str]
) -> None:
    owner = service.people.owner()
    copy = service.workshops.create(owner, "The second room", as_is=pair[0]).map_id
    there = service.maps.to_be_of(owner, copy)
    assert there is not None
    assert there.base_map_id == pair[0]
    for map_id in pair[::-1]:
        service.maps.archive(owner, map_id)
        service.maps.delete(owner, map_id, service.maps.head(owner, map_id).title)
    head = service.maps.head(owner, there.id)
    assert (head.base_map_id, head.base_revision) == (None, None)
    assert became(service, copy, there.id)["later"] == (Disposition.REMOVED, None, ())


def test_another_as_is_is_another_beginning(service: Service, pair: tuple[str, str]) -> None:
    owner = service.people.owner()
    copy = service.workshops.create(owner, "The second room", as_is=pair[0]).map_id
    there = service.maps.to_be_of(owner, copy)
    assert there is not None
    service.maps.link(owner, there.id, copy)
    assert service.maps.head(owner, there.id).base_map_id == pair[0], "the same one is the same beginning"
    service.maps.link(owner, there.id, pair[0])
    head = service.maps.head(owner, there.id)
    assert (head.base_map_id, head.base_revision) == (None, service.maps.head(owner, pair[0]).revision)
