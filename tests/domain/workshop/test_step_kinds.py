"""What a step asks agrees with what people may do in it, and with what is counted."""

import re
from pathlib import Path

import pytest

import journeymap
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import ROW_TYPES
from journeymap.domain.model.workshop import StepKind
from journeymap.domain.text.catalogue import starting_with
from journeymap.domain.workshop.step_kinds import STEP_KINDS, TALKED, asked, begun, counts

ROOT = Path(journeymap.__file__).parent
ADDS = {kind: rules.adds for kind, rules in STEP_KINDS.items() if rules.adds is not None}
EVERYBODY = [Participant(id=role.value, name=role.value, role=role, workshop_id="w") for role in Role]


def test_every_kind_of_step_stands_in_the_table_with_a_name() -> None:
    assert set(STEP_KINDS) == set(StepKind)
    assert {f"agenda-kind-{kind}" for kind in StepKind} == set(starting_with("agenda-kind-"))


def test_no_other_module_says_again_what_a_kind_means() -> None:
    asked_by_name = {
        f"{path.relative_to(ROOT)}: {kind}"
        for path in ROOT.rglob("*.py")
        if path.name != "step_kinds.py"
        for kind in re.findall(r"StepKind\.([A-Z_]+)", path.read_text(encoding="utf-8"))
    }
    assert asked_by_name == {
        "domain/workshop/agendas.py: EPISODES",  # the step that is put before a to-be of nothing
        "domain/workshop/lifecycle.py: BREAK",  # a break is cut in once
        "service/facilitation.py: BREAK",
        "service/facilitation.py: VOTE",
        "ui/screens/workshop/agenda.py: FREE",  # what the list begins with
        "ui/screens/workshop/controls.py: BREAK",
        "ui/screens/workshop/current_step.py: BREAK",  # it is about no map
    }


def test_a_kind_may_only_set_fields_that_there_are() -> None:
    for rules in STEP_KINDS.values():
        for table, field in rules.shared:
            assert field in ROW_TYPES[table].model_fields
        assert (rules.adds or frozenset()) | rules.counts | rules.begins <= set(ROW_TYPES)


def test_a_step_asks_for_nothing_just_where_a_participant_may_add_nothing() -> None:
    free = {StepKind.CLOSE}  # whoever wants may write a decision down; nobody has to
    assert {kind for kind in StepKind if kind in ADDS and not ADDS[kind]} == TALKED - free
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
