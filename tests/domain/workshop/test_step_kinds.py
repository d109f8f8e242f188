"""What a step asks agrees with what people may do in it, and with what is counted."""

import pytest

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.workshop import StepKind
from journeymap.domain.workshop.permissions import ADDS
from journeymap.domain.workshop.step_kinds import TALKED, asked, begun, counts

EVERYBODY = [Participant(id=role.value, name=role.value, role=role, workshop_id="w") for role in Role]


def test_a_step_asks_for_nothing_just_where_a_participant_may_add_nothing() -> None:
    assert {kind for kind in StepKind if kind in ADDS and not ADDS[kind]} == TALKED
    assert all(bool(counts(kind)) == (kind not in TALKED) for kind in StepKind)


@pytest.mark.parametrize("kind", [kind for kind in StepKind if kind in ADDS])
def test_what_counts_is_something_that_one_may_make_there(kind: StepKind) -> None:
    assert counts(kind) <= begun(kind) <= ADDS[kind]


@pytest.mark.parametrize("kind", list(StepKind))
def test_nobody_is_asked_who_leads_looks_on_or_has_left(kind: StepKind) -> None:
    left = Participant(id="left", name="Left", role=Role.CUSTOMER, workshop_id="w", removed=True)
    wanted = [] if kind in TALKED else ["customer"] if kind is StepKind.VALIDATE else ["participant", "customer"]
    assert [one.id for one in asked(kind, [*EVERYBODY, left])] == wanted


def test_without_a_customer_everybody_is_asked_whether_it_is_true() -> None:
    nobody = [one for one in EVERYBODY if one.role is not Role.CUSTOMER]
    assert [one.id for one in asked(StepKind.VALIDATE, nobody)] == ["participant"]
