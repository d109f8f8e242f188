"""Maps that come in as files: a pair stays a pair, stories keep their ids, and nothing is doubled in silence."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.changes.copy import copy_changes
from journeymap.domain.model.operations import Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.errors import Refusal
from journeymap.domain.workshop.proof import without_unproven
from journeymap.exchange.stories import Epic
from journeymap.service.house import House
from journeymap.service.service import Service
from tests.support.journeys import changes, journeys
from tests.support.small_maps import document
from tests.support.store_calls import new_store


@contextmanager
def elsewhere() -> Iterator[Service]:
    """Another installation, empty at first."""
    with TemporaryDirectory() as folder:
        service = Service.of(House(store=new_store(Path(folder) / "elsewhere.db"), secret=b"e" * 32))
        try:
            yield service
        finally:
            service.close()


def take(service: Service, map_id: str) -> bytes:
    """The map as a journey document."""
    return service.exchange.export(service.people.owner(), map_id, "json").content


def bring(service: Service, *contents: bytes, again: bool = False) -> list[str]:
    """These files in one go."""
    owner, read = service.people.owner(), service.exchange.read_document
    return service.exchange.bring(owner, [read(owner, content, again=again) for content in contents])


def test_a_file_speaks_in_nobodys_name(service: Service, noor: Participant, park: str) -> None:
    """Whoever writes a file may claim any id in it: what was decided comes in as what the file says."""
    to_be = service.maps.design_to_be(noor, park)
    moment = service.maps.journey(noor, park).moments[0]
    service.dispositions.decide(noor, to_be, [moment.id], "kept", "It works")
    (mine,) = service.maps.journey(noor, to_be).tables["dispositions"].values()
    assert mine.plain("decided_by") == noor.id
    content = json.loads(take(service, to_be))
    content["dispositions"].append({**content["dispositions"][0], "id": "forged", "as_is_revision": 900})
    coming = service.exchange.read_document(noor, json.dumps(content).encode(), again=True)
    assert coming.unsigned == 2
    (made,) = service.exchange.bring(noor, [coming])
    for row in service.maps.journey(noor, made).tables["dispositions"].values():
        signed = [row.plain(name) for name in ("decided_by", "on_revision", "as_is_revision")]
        assert signed == ["", 0, 0]
        assert (row.plain("kind"), row.plain("reason")) == ("kept", "It works")
        assert row.plain("decided_on") == mine.plain("decided_on")


def told(service: Service, map_id: str) -> list[Epic]:
    """All stories of a map."""
    return list(service.exchange.stories(service.people.owner(), map_id))


def compared(service: Service, to_be: str) -> tuple[Any, ...]:
    """A to-be beside the as-is it is linked to: the figures, and what became of every moment."""
    as_is = service.maps.head(service.people.owner(), to_be).as_is_id
    assert as_is is not None
    found = service.comparisons.of(service.people.owner(), as_is, to_be)
    fates = [
        (fate.disposition, fate.as_is and fate.as_is.id, [one.id for one in fate.to_be], fate.changed, fate.moved)
        for fate in found.fates
    ]
    figures = [(one.name, one.before.value, one.after.value, one.worst) for one in (*found.story(), *found.figures())]
    return figures, found.lost_needs, fates


def pair(service: Service) -> tuple[str, str]:
    """The nature park and its to-be."""
    owner = service.people.owner()
    as_is = service.exchange.load_sample(owner, "nature-park")
    return as_is, next(head.id for head in service.maps.heads(owner) if head.as_is_id == as_is)


def file(*moments: Any, **top: Any) -> bytes:
    """A journey document as somebody may have written it."""
    return json.dumps(document(*moments, **top)).encode()


# A pair stays a pair


@pytest.mark.parametrize("order", list(permutations((0, 1))))
@pytest.mark.parametrize("together", [False, True])
def test_a_pair_taken_elsewhere_is_the_same_pair_in_whatever_order(
    service: Service, order: tuple[int, int], together: bool
) -> None:
    as_is, to_be = pair(service)
    files = [take(service, map_id) for map_id in (as_is, to_be)]
    with elsewhere() as other:
        chosen = [files[n] for n in order]
        ids = bring(other, *chosen) if together else [bring(other, content)[0] for content in chosen]
        new_as_is, new_to_be = (ids[order.index(n)] for n in (0, 1))
        head = other.maps.head(other.people.owner(), new_to_be)
        assert (head.as_is_id, head.designed_from) == (new_as_is, None)
        assert told(other, new_to_be) == told(service, to_be)
        assert compared(other, new_to_be) == compared(service, to_be)
        assert [take(other, map_id) for map_id in (new_as_is, new_to_be)] == files


OF_PEOPLE = ("maps", "votes", "verdicts", "parked", "credits", "proposals", "dispositions")


@given(st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_pair_keeps_its_figures_and_its_stories(data: st.DataObject) -> None:
    as_is = data.draw(journeys("drawn", min_size=5, max_size=15).filter(lambda j: j.count("maps")))
    with elsewhere() as here, elsewhere() as there:
        owner = here.people.owner()
        # What is called validated without proof comes in as assumed; that is told elsewhere.
        first = here.maps.build(owner, "drawn", without_unproven(copy_changes(as_is, "drawn", kind="as-is"))[0])
        to_be = here.maps.design_to_be(owner, first)
        for _ in range(data.draw(st.integers(0, 8))):
            change = data.draw(changes(here.maps.journey(owner, to_be)))
            if change.table not in OF_PEOPLE and "validated" not in repr(change):
                here.changes.change(owner, to_be, [change])
        files = [take(here, first), take(here, to_be)]
        backwards = data.draw(st.booleans())
        for content in reversed(files) if backwards else files:
            bring(there, content)
        new = {head.kind: head for head in there.maps.heads(there.people.owner())}
        assert new[MapKind.TO_BE].as_is_id == new[MapKind.AS_IS].id
        assert told(there, new[MapKind.TO_BE].id) == told(here, to_be)
        assert compared(there, new[MapKind.TO_BE].id) == compared(here, to_be)


def test_story_ids_of_maps_that_are_here_stay_as_they_were(service: Service, noor: Participant) -> None:
    map_id = service.maps.build(noor, "park", copy_changes(_journey(), "park"))
    assert [story.id for epic in told(service, map_id) for story in epic.stories] == ["jm-2078234ee6b9"]


def _journey() -> Any:
    from tests.support.small_maps import made  # noqa: PLC0415

    return made({"id": "call", "text": "I call"})


def test_a_to_be_waits_for_its_as_is_and_says_so_when_it_is_taken_on(service: Service) -> None:
    as_is, to_be = pair(service)
    with elsewhere() as other:
        (alone,) = bring(other, take(service, to_be))
        head = other.maps.head(other.people.owner(), alone)
        assert (head.as_is_id, head.designed_from, head.designed_from_title) == (None, as_is, "Visiting a nature park")
        assert take(other, alone) == take(service, to_be), "what it waits for is named again"
        (copy,) = bring(other, take(service, to_be), again=True)
        (first,) = bring(other, take(service, as_is))
        assert [other.maps.head(other.people.owner(), one).as_is_id for one in (alone, copy)] == [first, first]


def test_a_duplicate_of_a_to_be_that_waits_waits_too(service: Service) -> None:
    _, to_be = pair(service)
    with elsewhere() as other:
        (alone,) = bring(other, take(service, to_be))
        copy = other.maps.duplicate(other.people.owner(), alone)
        assert other.maps.head(other.people.owner(), copy).designed_from_title == "Visiting a nature park"


def test_a_copied_pair_is_a_pair_of_its_own(service: Service, noor: Participant) -> None:
    as_is, to_be = pair(service)
    new_to_be, new_as_is = bring(service, take(service, to_be), take(service, as_is), again=True)
    assert service.maps.head(noor, new_to_be).as_is_id == new_as_is
    assert compared(service, new_to_be) == compared(service, to_be)
    ids = [{story.id for epic in told(service, one) for story in epic.stories} for one in (to_be, new_to_be)]
    assert not ids[0] & ids[1], "two maps never have stories of one id"


def test_the_as_is_can_be_chosen_by_whoever_imports(service: Service, noor: Participant) -> None:
    _, to_be = pair(service)
    with elsewhere() as other:
        owner = other.people.owner()
        mine = other.exchange.load_sample(owner, "nature-park")
        head = other.maps.head(owner, other.exchange.import_document(owner, take(service, to_be), as_is_id=mine))
        assert (head.as_is_id, head.designed_from) == (mine, None)
        assert compared(other, head.id) == compared(service, to_be), "its rows have the ids that the origins name"


# Nothing is doubled in silence


def test_the_same_file_twice_is_said_and_nothing_is_written(service: Service, noor: Participant) -> None:
    content = file("I call")
    (first,) = bring(service, content)
    with pytest.raises(Refusal, match="is here already"):
        bring(service, content)
    with pytest.raises(Refusal, match="is here already"):
        bring(service, take(service, first))
    with pytest.raises(Refusal, match="in these files twice"):
        bring(service, file("I wait"), file("I wait"))
    assert [head.id for head in service.maps.heads(noor)] == [first]
    assert service.exchange.known(noor, service.exchange.read_document(noor, content).identity).itself is not None


def test_one_of_several_files_that_is_refused_takes_all_with_it(service: Service, noor: Participant) -> None:
    bring(service, file("I call"))
    with pytest.raises(Refusal, match="is here already"):
        bring(service, file("I wait"), file("I call"))
    assert len(service.maps.heads(noor)) == 1


def test_a_table_twice_is_said_too(service: Service, noor: Participant) -> None:
    content = b"Episode,Moment\nBefore,I call\n"
    found, mapping = service.exchange.read_table(noor, content, "x.csv")
    plan = service.exchange.plan(noor, found, mapping, title="Mine", kind="as-is", language="en")
    service.exchange.import_plan(noor, plan, content)
    with pytest.raises(Refusal, match="“Mine” is here already"):
        service.exchange.import_plan(noor, plan, content)
    service.exchange.import_plan(noor, plan, content, again=True)
    assert len(service.maps.heads(noor)) == 2


def test_what_lies_in_the_archive_is_here_too(service: Service, noor: Participant) -> None:
    (first,) = bring(service, file("I call"))
    service.maps.archive(noor, first)
    with pytest.raises(Refusal, match="is here already"):
        bring(service, file("I call"))


def test_an_import_tells_nobody_of_maps_they_may_not_see(service: Service, noor: Participant) -> None:
    as_is, to_be = pair(service)
    workshop, facilitator = service.people.create_workshop(noor, "Elsewhere", "Ilse")
    map_id = service.exchange.import_document(facilitator, take(service, to_be))
    head = service.maps.head(facilitator, map_id)
    assert (head.workshop_id, head.as_is_id, head.designed_from) == (workshop.id, None, as_is)


# What a file may not say


def named(identity: str, as_is: str, kind: str = "to-be") -> bytes:
    """A to-be known by this identity, designed from that one."""
    top = {"map": {"title": identity, "kind": kind, "language": "en"}}
    return file("I call", identity=identity, as_is={"identity": as_is, "title": as_is}, **top)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (named("a", "a"), "as its own as-is"),
        (named("a", "b", kind="as-is"), "Only a to-be is designed from another map"),
        (file("x", as_is={"identity": "b"}), "Only a to-be is designed from another map"),
        (file("x", as_is="b"), "should name the as-is"),
        (file("x", as_is={"title": "B"}), "should name the as-is"),
        (file("x", as_is={"identity": "b", "title": 3}), "should name the as-is"),
        (file("x", as_is={"identity": "b", "kind": "as-is"}), "no field “kind”"),
        (file("x", as_is={"identity": "b b"}), "id"),
        (file("x", as_is={"identity": "b", "title": "t" * 121}), "120"),
        (file("x", identity=7), "id"),
        (file("x", identity="a\n"), "id"),
    ],
)
def test_what_a_file_says_of_itself_is_refused_in_a_sentence(
    service: Service, noor: Participant, content: bytes, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        bring(service, content)
    assert service.maps.heads(noor) == []


def test_a_to_be_is_no_as_is(service: Service, noor: Participant) -> None:
    bring(service, file("I call", identity="b", map={"title": "B", "kind": "to-be", "language": "en"}))
    with pytest.raises(Refusal, match="“B” is a to-be"):
        bring(service, named("a", "b"))
    assert len(service.maps.heads(noor)) == 1


@pytest.mark.parametrize("together", [False, True])
def test_two_maps_that_name_one_another_are_refused(service: Service, noor: Participant, together: bool) -> None:
    files = [named("a", "b"), named("b", "a")]
    if not together:
        bring(service, files.pop(0))
    with pytest.raises(Refusal, match="round in a circle"):
        bring(service, *files)
    assert len(service.maps.heads(noor)) == (0 if together else 1)


# The link, later


def test_a_link_is_set_changed_and_taken_away(service: Service, noor: Participant) -> None:
    as_is, to_be = pair(service)
    other = service.maps.duplicate(noor, as_is)
    service.maps.link(noor, to_be, other)
    assert service.comparisons.of(noor, other, to_be).count(Disposition.KEPT) > 0
    service.maps.link(noor, to_be, None)
    assert service.maps.head(noor, to_be).as_is_id is None
    assert all(story.disposition is None for epic in told(service, to_be) for story in epic.stories)
    service.maps.link(noor, to_be, as_is)
    assert service.maps.head(noor, to_be).as_is_id == as_is


def test_what_can_be_no_pair_is_refused_in_a_sentence(service: Service, noor: Participant, park: str) -> None:
    to_be = service.maps.design_to_be(noor, park)
    for wrong, sentence in (
        ((to_be, to_be), "as its own as-is"),
        ((park, to_be), "Only a to-be is designed"),
        ((to_be, "nowhere"), "no longer here"),
        ((to_be, service.maps.duplicate(noor, to_be)), "is a to-be"),
    ):
        with pytest.raises(Refusal, match=sentence):
            service.maps.link(noor, *wrong)
    turned = [Set(table="maps", id=one, field="kind", value=kind) for one, kind in ((to_be, "as-is"), (park, "to-be"))]
    for change in turned:
        service.changes.change(noor, change.id, [change])
    with pytest.raises(Refusal, match="round in a circle"):
        service.maps.link(noor, park, to_be)


def test_a_pair_whose_kinds_were_changed_is_taken_away_without_a_word_that_its_import_refuses(
    service: Service, noor: Participant, park: str
) -> None:
    to_be = service.maps.design_to_be(noor, park)
    service.changes.change(noor, to_be, [Set(table="maps", id=to_be, field="kind", value="as-is")])
    with elsewhere() as other:
        bring(other, take(service, to_be), take(service, park))
        assert {head.as_is_id for head in other.maps.heads(other.people.owner())} == {None}


def test_only_who_manages_the_to_be_and_sees_the_as_is_links_them(service: Service, noor: Participant) -> None:
    as_is, to_be = pair(service)
    workshop, facilitator = service.people.create_workshop(noor, "Park", "Ilse")
    service.maps.assign(noor, to_be, workshop.id)
    participant = service.people.join(workshop.join_code, "Sam", Role.PARTICIPANT)
    for person in (participant, facilitator):
        with pytest.raises(Refusal):
            service.maps.link(person, to_be, as_is)
    service.maps.link(facilitator, to_be, None)
    service.maps.archive(noor, to_be)
    with pytest.raises(Refusal, match="archive"):
        service.maps.link(noor, to_be, as_is)
