"""A text that was changed by two at once: the later one wins, and whose text was lost is known."""

from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.service.map_changes import SEEN
from journeymap.service.service import Service


def say(value: str, base: int | None, field: str = "text") -> Change:
    return Set(table="moments", id="call", field=field, value=value, base=base)


def two(service: Service, noor: Participant, park: str) -> tuple[Participant, Participant]:
    workshop, lead = service.people.create_workshop(noor, "W", "Lead")
    service.maps.assign(noor, park, workshop.id)
    return lead, service.people.join(workshop.join_code, "Ben", Role.PARTICIPANT)


def lost(service: Service, person: Participant, park: str, *changes: Change) -> list[str | None]:
    return [operation.lost_by for operation in service.changes.change(person, park, changes).operations]


def test_a_value_one_had_not_seen_is_known_to_be_lost(service: Service, noor: Participant, park: str) -> None:
    anna, ben = two(service, noor, park)
    base = service.maps.head(noor, park).revision
    assert lost(service, anna, park, say("Anna's", base)) == [None]
    assert lost(service, ben, park, say("Ben's", base)) == [anna.id]
    assert lost(service, anna, park, say("Anna's again", base + 2)) == [None]
    (operation,) = service.changes.history(noor, park, most=2)[1:]
    assert (operation.before, operation.value, operation.lost_by) == ("Anna's", "Ben's", anna.id)


def test_what_one_had_seen_or_wrote_oneself_or_is_the_same_is_no_loss(
    service: Service, noor: Participant, park: str
) -> None:
    anna, ben = two(service, noor, park)
    base = service.maps.head(noor, park).revision
    lost(service, anna, park, say("Anna's", base))
    assert lost(service, ben, park, say("Ben's", base + 1)) == [None]
    assert lost(service, ben, park, say("Ben's, better", base)) == [None]
    assert lost(service, anna, park, say("Ben's, better", base)) == [None]
    assert lost(service, ben, park, say("No base", None)) == [None]
    assert lost(service, anna, park, say("From the future", base + 1_000)) == [None]
    assert lost(service, anna, park, say("a word", base, "felt_label")) == [None]


def test_of_several_changes_each_is_asked_for_itself(service: Service, noor: Participant, park: str) -> None:
    anna, ben = two(service, noor, park)
    base = service.maps.head(noor, park).revision
    lost(service, anna, park, say("Anna's", base))
    need = Add(table="needs", id="more", parent="call", values={"text": "x"})
    found = lost(service, ben, park, need, say("Ben's", base), say("a word", base, "felt_label"))
    assert found == [None, anna.id, None]


def test_a_repeated_change_is_answered_with_all_it_did(service: Service, noor: Participant, park: str) -> None:
    anna, ben = two(service, noor, park)
    base = service.maps.head(noor, park).revision
    lost(service, anna, park, say("Anna's", base))
    first = service.changes.change(ben, park, [say("Ben's", base)], op="same")
    again = service.changes.change(ben, park, [say("Ben's", base)], op="same")
    assert (again.revision, again.operations, again.repeated) == (first.revision, first.operations, True)
    undone = service.changes.undo(ben, park, op="undo")
    assert service.changes.undo(ben, park, op="undo").operations == undone.operations


def test_who_is_very_far_behind_is_not_looked_for_without_end(service: Service, noor: Participant, park: str) -> None:
    anna, ben = two(service, noor, park)
    base = service.maps.head(noor, park).revision
    lost(service, anna, park, say("Anna's", base))
    title = [Set(table="maps", id=park, field="title", value=f"T{n}") for n in range(SEEN)]
    service.changes.change(noor, park, title[:-1])
    assert lost(service, ben, park, say("Ben's", base)) == [anna.id]
    service.changes.change(noor, park, title)
    assert lost(service, anna, park, say("Anna's", base)) == [None]
