"""Who counts: each person once, nobody who was removed, and everybody who is there."""

from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.model.roles import OWNER_ID, Participant, Role
from journeymap.domain.workshop.attendance import attendance


def person(name: str, role: Role = Role.PARTICIPANT, *, removed: bool = False) -> Participant:
    return Participant(id=name, name=name, role=role, workshop_id="w", removed=removed)


ROOM = (
    person("ilse", Role.FACILITATOR),
    person("anna"),
    person("ben"),
    person("cleo", Role.CUSTOMER),
    person("olaf", Role.OBSERVER),
    person("gone", removed=True),
)


def test_everybody_who_is_connected_is_here_once_and_nobody_else() -> None:
    found = attendance(ROOM, ["anna", "anna", "olaf", "gone", "somebody of another workshop", OWNER_ID])
    assert found.joined == {"ilse", "anna", "ben", "cleo", "olaf"}
    assert found.here == frozenset({"ilse", "anna", "olaf"}), "the owner is the facilitator of their room"
    assert found.observers == {"olaf"}


def test_where_nobody_knows_who_is_here_whoever_joined_counts() -> None:
    found = attendance(ROOM, None)
    assert found.here is None
    assert len(found.present) == 5
    assert found.split(["ben", "gone"]) == (("ben",), ("gone",))


def test_nobody_is_waited_for_who_is_not_here() -> None:
    assert attendance(ROOM, ["ben"]).split(["anna", "ben"]) == (("ben",), ("anna",))


@given(st.sets(st.sampled_from([*sorted(one.id for one in ROOM), OWNER_ID, "stranger"])))
def test_here_are_never_more_than_joined(connected: set[str]) -> None:
    found = attendance(ROOM, connected)
    assert found.present <= found.joined
    assert found.observers <= found.present
