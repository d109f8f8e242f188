"""How should it go: each keeps, changes or drops for themselves; those who lead take over what most want."""

import pytest

from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Ballot, Step, StepKind
from journeymap.domain.workshop.grid import Quadrant, quadrant
from journeymap.domain.workshop.proposals import proposed
from journeymap.service.service import Service
from journeymap.service.step_message import look, rules_said
from tests.support.app import App
from tests.support.store_calls import refused
from tests.support.workshop_room import Held, hold

GRID = Ballot(questions=("impact", "effort"))
AGENDA = (
    Step(id="t", kind=StepKind.TO_BE, title="How should it go?", map=MapKind.TO_BE),
    Step(id="g", kind=StepKind.GRID, title="What first?", map=MapKind.TO_BE, ballot=GRID),
    Step(id="c", kind=StepKind.CLOSE, title="What have we decided?", map=MapKind.TO_BE),
)


@pytest.fixture
def held(service: Service) -> Held:
    """A to-be with three moments of today, in the step that designs it."""
    it = hold(App(service), "Mila", "Otto", "Ravi", agenda=AGENDA)
    it.change("", Add(table="channels", id="app", values={"name": "App"}))
    for n in range(3):
        it.change("", Add(table="moments", id=f"m{n}", parent="e", values={"text": f"I do {n}"}))
    it.start(StepKind.TO_BE)
    (it.map_id,) = [head.id for head in service.workshops.heads(it.workshop_id) if head.kind is MapKind.TO_BE]
    return it


def propose(held: Held, name: str, item: str, answer: str, **more: object) -> str:
    made = f"{name}-{item}"
    held.change(name, Add(table="proposals", id=made, values={"item": item, "answer": answer, **more}))
    return made


def set_as(held: Held, name: str, table: str, row: str, field: str, value: object) -> None:
    change = Set(table=table, id=row, field=field, value=value)
    held.app.service.changes.change(held.people[name], held.map_id, [change])


def gains(held: Held) -> dict[str, tuple[str, ...]]:
    found = held.app.service.workshops.harvest.gains(held.lead, held.workshop_id)
    return {gain.kind: gain.rows for gain in found if gain.n}


def take(held: Held, kind: str) -> int:
    return held.app.service.workshops.harvest.take_over(held.lead, held.workshop_id, str(held.now.at), [kind])


def test_people_propose_for_themselves_and_the_map_stays_as_it_is(held: Held) -> None:
    made = propose(held, "Mila", "m0", "drop")
    propose(held, "Otto", "m0", "keep")
    found = proposed(held.journey())["m0"]
    assert (found.keep, found.change, found.drop, found.decided) == (1, 0, 1, None)
    set_as(held, "Mila", "proposals", made, "answer", "keep")
    assert proposed(held.journey())["m0"].decided == "keep"
    everything = held.app.service.workshops.harvest.gains(held.lead, held.workshop_id)
    assert "fates" not in {gain.kind for gain in everything}, "nothing of it was to be done, so nothing of it is done"
    assert len(held.journey().moments) == 3
    assert "fates" not in gains(held)
    with refused("invalid", "proposal-twice"):
        held.change("Mila", Add(table="proposals", id="again", values={"item": "m0", "answer": "drop"}))
    with refused("invalid", "proposal-on-nothing"):
        propose(held, "Mila", "m9", "drop")
    with refused("forbidden", "not-yours"):
        set_as(held, "Otto", "proposals", made, "answer", "drop")


def test_what_was_proposed_is_counted_and_what_customers_proposed_stands_apart(held: Held) -> None:
    propose(held, "Mila", "m0", "drop")
    propose(held, "Otto", "m0", "change")
    propose(held, "Otto", "m1", "keep")
    service = held.app.service
    progress = service.workshops.summaries.progress(held.lead, held.workshop_id)
    assert (progress.rows, progress.people, progress.waiting) == (3, 2, 1)
    now = look(service.workshops, held.workshop_id, held.map_id)
    assert now is not None
    assert now.customers == {}
    held.join("Eva", Role.CUSTOMER)
    propose(held, "Eva", "m0", "drop")
    now = look(service.workshops, held.workshop_id, held.map_id)
    assert now is not None
    assert now.customers == {str(held.now.at): [("m0", "drop", 1, 1)]}
    assert rules_said(StepKind.TO_BE)["made"] == "proposals"


def test_an_answer_stays_with_the_moment_it_was_given_for(held: Held) -> None:
    propose(held, "Mila", "m0", "drop")
    made = propose(held, "Mila", "m1", "drop")
    for item in ("m0", "m2", "nonsense"):
        with refused("forbidden", "answer-stays"):
            set_as(held, "Mila", "proposals", made, "item", item)
    assert proposed(held.journey())["m0"].drop == 1


def test_answers_of_somebody_who_is_taken_out_meanwhile_do_not_decide(held: Held) -> None:
    propose(held, "Mila", "m0", "drop")
    assert gains(held)["fates"] == ("m0",)
    held.app.service.workshops.admission.remove(held.lead, held.workshop_id, held.people["Mila"].id)
    assert "fates" not in gains(held)
    held.app.service.workshops.admission.restore_all(held.lead, held.workshop_id, [held.people["Mila"].id])
    assert gains(held)["fates"] == ("m0",)


def counted_on_phones(held: Held) -> tuple[list[str], object]:
    """Whose answers a phone and the screen leave out, and what they say of customers."""
    now = look(held.app.service.workshops, held.workshop_id, held.map_id)
    assert now is not None
    said = now.said(held.app.service.house.now(), leading=False, here=())
    step = str(held.now.at)
    return list(said["uncounted"].get(step, ())), said["customers"].get(step)


def test_whoever_is_taken_out_meanwhile_counts_nowhere_and_whoever_is_taken_out_later_everywhere(held: Held) -> None:
    admission, mila = held.app.service.workshops.admission, held.people["Mila"].id
    admission.give_role(held.lead, held.workshop_id, mila, Role.CUSTOMER)
    propose(held, "Mila", "m0", "drop")
    assert counted_on_phones(held) == ([], [("m0", "drop", 1, 1)])
    admission.remove(held.lead, held.workshop_id, mila)
    assert counted_on_phones(held) == ([mila], None)
    admission.restore_all(held.lead, held.workshop_id, [mila])
    held.app.service.workshops.facilitation.end(held.lead, held.workshop_id)
    admission.remove(held.lead, held.workshop_id, mila)
    assert counted_on_phones(held) == ([], [("m0", "drop", 1, 1)])
    assert gains(held)["fates"] == ("m0",)


def test_what_most_would_drop_or_change_is_taken_over_in_one_go_and_one_undo_brings_it_back(held: Held) -> None:
    for name in ("Mila", "Otto"):
        propose(held, name, "m0", "drop")
        propose(held, name, "m1", "change", text="I am told", channel="app", targeted_valence=2)
        propose(held, name, "m2", "change", text=f"says {name}")  # in which words, they have to talk about
    propose(held, "Ravi", "m0", "keep")
    assert set(gains(held)["fates"]) == {"m0", "m1"}
    assert take(held, "fates") == 2
    journey = held.journey()
    assert [moment.id for moment in journey.moments] == ["m1", "m2"]
    assert (held.moment("m1").text, held.moment("m1").targeted_valence) == ("I am told", 2)
    assert [one.channel for one in journey.touchpoints_of("m1")] == ["app"]
    assert "fates" not in gains(held)
    held.app.service.changes.undo(held.lead, held.map_id)
    assert [moment.text for moment in held.journey().moments] == ["I do 0", "I do 1", "I do 2"]


def test_quick_wins_become_decisions_once(held: Held) -> None:
    held.start(StepKind.GRID)
    for item, impact, effort in (("m0", 5, 1), ("m1", 5, 5), ("m2", 1, 1)):
        for question, value in (("impact", impact), ("effort", effort)):
            values = {"round": held.now.at, "item": item, "question": question, "value": value}
            held.change("Mila", Add(table="votes", id=f"{item}-{question}", values=values))
    assert gains(held) == {}  # nothing is told while it is hidden
    held.reveal()
    assert gains(held)["wins"] == ("m0",)
    assert take(held, "wins") == 1
    assert take(held, "wins") == 0
    (made,) = held.app.service.workshops.decisions.all(held.lead, held.workshop_id)
    assert (made.text, made.map_id) == ("I do 0", held.map_id)


def test_whoever_takes_part_writes_decisions_down_in_the_last_step_and_changes_only_their_own(held: Held) -> None:
    held.start(StepKind.CLOSE)
    decisions = held.app.service.workshops.decisions
    made = decisions.write_down(held.people["Mila"], held.workshop_id, "I phone back", owner="Mila")
    with refused("forbidden", "not-yours"):
        set_as(held, "Otto", "decisions", made, "owner", "Otto")


@pytest.mark.parametrize(
    ("impact", "effort", "expected"),
    [
        (5, 1, Quadrant.QUICK),
        (5, 5, Quadrant.BIG),
        (1, 1, Quadrant.FILL),
        (1, 5, Quadrant.LEAVE),
        (3, 3, Quadrant.QUICK),
        (2.9, 3.1, Quadrant.LEAVE),
    ],
)
def test_each_place_of_the_grid_has_its_quarter(impact: float, effort: float, expected: Quadrant) -> None:
    assert quadrant(impact, effort) is expected
