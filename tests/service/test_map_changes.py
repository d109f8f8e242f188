"""The one door for changes: who may, once each, and each person's own undo."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from journeymap.domain.model.operations import Add, Move, Remove, Set
from journeymap.domain.model.roles import JOINING_ROLES, Participant, Role
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.errors import Refusal
from journeymap.service.service import Service


def text(service: Service, map_id: str, moment: str = "call") -> str:
    return service.house.store.journey(map_id).get(Moment, moment).text


def say(value: str, moment: str = "call") -> Set:
    return Set(table="moments", id=moment, field="text", value=value)


@pytest.fixture
def room(service: Service, noor: Participant, park: str) -> dict[Role, Participant]:
    """Somebody in each role, in the workshop that the map belongs to."""
    workshop, facilitator = service.people.create_workshop(noor, "Park", "Faye")
    service.maps.assign(noor, park, workshop.id)
    joined = {role: service.people.join(workshop.join_code, role.value, role) for role in JOINING_ROLES}
    return {Role.OWNER: noor, Role.FACILITATOR: facilitator, **joined}


def test_an_accepted_change_is_in_the_map_and_in_its_history(service: Service, noor: Participant, park: str) -> None:
    before = service.maps.head(noor, park).revision
    accepted = service.changes.change(noor, park, [say("Ring")])
    assert accepted.revision == before + 1
    assert text(service, park) == "Ring"
    latest = service.changes.history(noor, park, most=1)[0]
    assert (latest.by, latest.field, latest.before, latest.value) == ("owner", "text", "Call to book", "Ring")


def test_the_same_operation_sent_twice_is_answered_with_the_first_result(
    service: Service, noor: Participant, park: str
) -> None:
    first = service.changes.change(noor, park, [say("Ring")], op="mine-1")
    service.changes.change(noor, park, [say("Phone")], op="mine-2")
    again = service.changes.change(noor, park, [say("Ring")], op="mine-1")
    assert (again.revision, again.repeated) == (first.revision, True)
    assert text(service, park) == "Phone"


def test_a_repeated_batch_is_answered_with_its_last_revision(service: Service, noor: Participant, park: str) -> None:
    changes = [say("Ring"), say("Wait long", "wait")]
    first = service.changes.change(noor, park, changes, op="both")
    assert service.changes.change(noor, park, changes, op="both").revision == first.revision


def test_two_people_may_use_the_same_name_for_an_operation(
    service: Service, park: str, room: dict[Role, Participant]
) -> None:
    service.changes.change(room[Role.PARTICIPANT], park, [say("Ring")], op="1")
    assert not service.changes.change(room[Role.CUSTOMER], park, [say("Phone")], op="1").repeated
    assert text(service, park) == "Phone"


def test_a_refused_batch_writes_nothing(service: Service, noor: Participant, park: str) -> None:
    before = service.maps.journey(noor, park)
    with pytest.raises(Refusal):
        service.changes.change(noor, park, [say("Ring"), say("")])
    assert service.maps.journey(noor, park) == before


def test_a_moment_does_not_move_to_an_episode_of_another_map(service: Service, noor: Participant, park: str) -> None:
    other = service.maps.create(noor, "Another")
    service.changes.change(noor, other, [Add(table="episodes", id="elsewhere", values={"title": "Elsewhere"})])
    with pytest.raises(Refusal, match="the episode it should go to is not on this map"):
        service.changes.change(noor, park, [Move(table="moments", id="call", parent="elsewhere")])


def test_undo_is_mine_alone(service: Service, park: str, room: dict[Role, Participant]) -> None:
    mila, sam = room[Role.CUSTOMER], room[Role.PARTICIPANT]
    service.changes.change(mila, park, [say("Ring")])
    service.changes.change(sam, park, [say("Wait long", "wait")])
    service.changes.undo(mila, park)
    assert (text(service, park), text(service, park, "wait")) == ("Call to book", "Wait long")
    with pytest.raises(Refusal, match="nothing of yours left to undo"):
        service.changes.undo(mila, park)
    service.changes.redo(mila, park)
    assert text(service, park) == "Ring"


def test_undo_says_so_where_somebody_has_changed_it_and_goes_on_with_the_one_before(
    service: Service, park: str, room: dict[Role, Participant]
) -> None:
    mila, sam = room[Role.CUSTOMER], room[Role.PARTICIPANT]
    service.changes.change(mila, park, [say("Wait long", "wait")])
    service.changes.change(mila, park, [say("Ring")])
    service.changes.change(sam, park, [say("Phone")])
    with pytest.raises(Refusal, match="somebody has changed “micro-moment” since"):
        service.changes.undo(mila, park)
    service.changes.undo(mila, park)
    assert (text(service, park), text(service, park, "wait")) == ("Phone", "Wait")


def test_undo_many_then_redo_all_restores_the_map(service: Service, noor: Participant, park: str) -> None:
    for changes in ([say("Ring")], [Remove(table="episodes", id="prepare")], [Remove(table="channels", id="phone")]):
        service.changes.change(noor, park, changes)
    end = service.maps.journey(noor, park)
    for _ in range(3):
        service.changes.undo(noor, park)
    assert text(service, park) == "Call to book"
    for _ in range(3):
        service.changes.redo(noor, park)
    assert service.maps.journey(noor, park).same_rows(end)


def test_the_making_of_a_map_cannot_be_undone(service: Service, noor: Participant, park: str) -> None:
    with pytest.raises(Refusal, match="nothing of yours left to undo"):
        service.changes.undo(noor, park)


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.PARTICIPANT, Role.CUSTOMER])
def test_people_of_the_workshop_edit_its_map(
    service: Service, park: str, room: dict[Role, Participant], role: Role
) -> None:
    service.changes.change(room[role], park, [say("Ring")])
    assert text(service, park) == "Ring"


def test_an_observer_changes_nothing(service: Service, park: str, room: dict[Role, Participant]) -> None:
    observer = room[Role.OBSERVER]
    for attempt in (
        lambda: service.changes.change(observer, park, [say("Ring")]),
        lambda: service.changes.undo(observer, park),
        lambda: service.maps.duplicate(observer, park),
        lambda: service.maps.archive(observer, park),
        lambda: service.maps.design_to_be(observer, park),
    ):
        with pytest.raises(Refusal) as refusal:
            attempt()
        assert refusal.value.code == "forbidden"
    assert service.maps.journey(observer, park).title == "Visiting a nature park"


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.PARTICIPANT, Role.OBSERVER])
def test_nobody_reads_or_writes_the_map_of_another_workshop(
    service: Service, noor: Participant, room: dict[Role, Participant], role: Role
) -> None:
    other = service.maps.create(noor, "Secret")
    for attempt in (
        lambda: service.maps.journey(room[role], other),
        lambda: service.maps.head(room[role], other),
        lambda: service.changes.history(room[role], other),
        lambda: service.changes.operations(room[role], other),
        lambda: service.changes.change(room[role], other, [say("Ring")]),
        lambda: service.comparisons.of(room[role], other, other),
        lambda: service.exchange.export(room[role], other, "json"),
    ):
        with pytest.raises(Refusal) as refusal:
            attempt()
        assert refusal.value.code == "forbidden"
    assert [head.id for head in service.maps.heads(room[role])] == ["park"]
    assert service.maps.search(room[role], "Secret") == []


def test_an_archived_map_is_read_only(service: Service, noor: Participant, park: str) -> None:
    service.maps.archive(noor, park)
    with pytest.raises(Refusal, match="in the archive"):
        service.changes.change(noor, park, [say("Ring")])
    service.maps.restore(noor, park)
    service.changes.change(noor, park, [say("Ring")])


def test_many_people_at_once_make_one_history_without_holes(service: Service, noor: Participant, park: str) -> None:
    start = service.maps.head(noor, park).revision

    def add(n: int) -> int:
        row = Add(table="needs", id=f"n{n}", parent="wait", values={"text": f"Need {n}"})
        return service.changes.change(noor, park, [row]).revision

    with ThreadPoolExecutor(16) as pool:
        revisions = sorted(pool.map(add, range(200)))
    assert revisions == list(range(start + 1, start + 201))
    log = service.changes.operations(noor, park)
    assert [operation.revision for operation in log] == list(range(1, start + 201))
    assert len(service.maps.journey(noor, park).needs_of("wait")) == 200
