"""Roles: what each may do, and where."""

import pytest

from journeymap.domain.model.roles import (
    JOINING_ROLES,
    Participant,
    Right,
    Role,
    may,
    may_read,
    owner,
    require,
    require_read,
)
from journeymap.domain.text.errors import Refusal

ALLOWED = {
    Role.OWNER: {Right.SEE, Right.EDIT, Right.MANAGE, Right.OWN},
    Role.FACILITATOR: {Right.SEE, Right.EDIT, Right.MANAGE},
    Role.CO_FACILITATOR: {Right.SEE, Right.EDIT, Right.MANAGE},
    Role.PARTICIPANT: {Right.SEE, Right.EDIT},
    Role.CUSTOMER: {Right.SEE, Right.EDIT},
    Role.OBSERVER: {Right.SEE},
    Role.READER: set(),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("right", Right)
def test_each_role_may_do_just_this_in_its_workshop(role: Role, right: Right) -> None:
    person = owner("Noor") if role is Role.OWNER else Participant(id="p", name="P", role=role, workshop_id="w")
    assert may(person, right, "w") is (right in ALLOWED[role])


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.OWNER, Role.READER)])
@pytest.mark.parametrize("workshop", ["another", None])
def test_nobody_but_the_owner_may_do_anything_elsewhere(role: Role, workshop: str | None) -> None:
    person = Participant(id="p", name="P", role=role, workshop_id="w")
    assert not any(may(person, right, workshop) for right in Right)
    with pytest.raises(Refusal) as refusal:
        require(person, Right.SEE, workshop)
    assert str(refusal.value) == "This belongs to a workshop that you are not in."


def test_a_reader_reads_the_maps_they_were_given_wherever_they_are_and_has_no_other_right() -> None:
    reader = Participant(id="p", name="Reader", role=Role.READER, reads=frozenset({"m"}))
    assert all(may_read(reader, "m", workshop) for workshop in ("w", None))
    assert not any(may_read(reader, "other", workshop) for workshop in ("w", None))
    assert not any(may(reader, right, workshop) for right in Right for workshop in ("w", None))
    require_read(reader, "m", "w")
    with pytest.raises(Refusal, match="This link shows one map"):
        require_read(reader, "other", "w")


def test_somebody_in_no_workshop_may_see_nothing_of_maps_in_none() -> None:
    stray = Participant(id="p", name="P", role=Role.FACILITATOR, workshop_id=None)
    assert not may(stray, Right.SEE, None)


def test_the_owner_is_at_home_everywhere() -> None:
    assert all(may(owner("Noor"), right, workshop) for right in Right for workshop in ("w", None))


def test_a_refusal_names_the_role() -> None:
    observer = Participant(id="p", name="P", role=Role.OBSERVER, workshop_id="w")
    with pytest.raises(Refusal) as refusal:
        require(observer, Right.EDIT, "w")
    assert refusal.value.code == "forbidden"
    assert str(refusal.value) == "As observer you may look, but not change anything."
    assert refusal.value.reason("nl") == "Als waarnemer mag je meekijken, maar niets veranderen."


def test_nobody_becomes_owner_or_facilitator_by_a_join_code() -> None:
    assert set(JOINING_ROLES) == {Role.PARTICIPANT, Role.CUSTOMER, Role.OBSERVER}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("right", list(Right))
def test_somebody_who_was_removed_may_do_nothing(role: Role, right: Right) -> None:
    person = Participant(id="p", name="Sam", role=role, workshop_id="w", removed=True)
    assert not may(person, right, "w")
    with pytest.raises(Refusal):
        require(person, right, "w")
