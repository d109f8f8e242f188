"""A workshop from its making to its end: who leads, what is shown when, and what survives a restart."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journeymap.domain.model.operations import Add
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.workshop import Ballot, StepState
from journeymap.domain.workshop.timer import time_left
from journeymap.service.house import House
from journeymap.service.service import Service
from journeymap.service.workshops import Created
from journeymap.storage.sqlite_store import open_store
from tests.support.store_calls import refused


def house(path: Path, **more: Any) -> House:
    """What a service of its own needs on this file."""
    return House(store=open_store(path), secret=b"k" * 32, owner_name="Noor", **more)


@pytest.fixture
def made(service: Service, noor: Participant) -> Created:
    """A workshop of two hours."""
    return service.workshops.create(
        noor, "Visiting a park", persona="Marieke", purpose="Fewer calls", facilitator="Ilse"
    )


@pytest.fixture
def mila(service: Service, made: Created) -> Participant:
    """Somebody who takes part."""
    return service.workshops.admission.join(made.workshop.join_code, "Mila", doing="web team")


def _step(made: Created, kind: str) -> str:
    return next(step.id for step in made.workshop.steps if step.kind == kind)


def _told(service: Service) -> list[str]:
    """The workshops that the bell rang for."""
    rang: list[str] = []
    service.house.bell.listen(rang.append)
    return rang


def _moment(n: int) -> Add:
    return Add(table="moments", id=f"m{n}", parent="e", values={"text": f"I do thing {n}"})


# Making one


def test_a_new_workshop_has_an_agenda_a_code_a_map_and_somebody_who_leads_it(
    service: Service, noor: Participant, made: Created
) -> None:
    workshop = made.workshop
    assert (workshop.title, workshop.persona, workshop.purpose) == ("Visiting a park", "Marieke", "Fewer calls")
    assert len(workshop.steps) == 11
    assert service.workshops.get(made.lead, workshop.id) == workshop
    assert service.workshops.all(noor) == service.workshops.all(made.lead) == [workshop]
    journey = service.maps.journey(made.lead, made.map_id)
    assert (journey.title, journey.persona and journey.persona.name) == ("Visiting a park", "Marieke")
    assert (made.lead.name, made.lead.role) == ("Ilse", "facilitator")


def test_only_the_owner_opens_workshops(service: Service, made: Created, mila: Participant) -> None:
    for person in (made.lead, mila):
        with refused("forbidden", "may-not-own"):
            service.workshops.create(person, "Mine")


@pytest.mark.parametrize(
    ("title", "agenda", "code", "key"), [("", "empty", "invalid", "blank"), ("T", "x", "gone", "no-such-agenda")]
)
def test_a_workshop_that_does_not_fit_leaves_nothing(
    service: Service, noor: Participant, title, agenda, code, key
) -> None:
    with refused(code, key):
        service.workshops.create(noor, title, agenda=agenda)
    assert service.workshops.all(noor) == []


def test_two_workshops_of_one_agenda_have_steps_of_their_own(
    service: Service, noor: Participant, made: Created
) -> None:
    other = service.workshops.create(noor, "Another")
    assert {s.id for s in made.workshop.steps} & {s.id for s in other.workshop.steps} == set()


def test_an_agenda_that_was_saved_starts_another_workshop(service: Service, noor: Participant, made: Created) -> None:
    service.workshops.facilitation.start(made.lead, made.workshop.id, made.workshop.steps[0].id)
    saved = service.workshops.save_agenda(made.lead, made.workshop.id, "Ours")
    assert [agenda.name for agenda in service.workshops.agendas("en") if agenda.saved] == ["Ours"]
    other = service.workshops.create(noor, "Another", agenda=saved.id).workshop
    assert [s.title for s in other.steps] == [s.title for s in made.workshop.steps]
    assert {s.state for s in other.steps} == {StepState.WAITING}
    service.workshops.forget_agenda(made.lead, saved.id)
    assert not any(agenda.saved for agenda in service.workshops.agendas())


def test_what_it_is_called_changes_and_what_is_not_ours_to_change_does_not(service: Service, made: Created) -> None:
    changed = service.workshops.change(made.lead, made.workshop.id, title="A day out", next_review="in May")
    assert (changed.title, changed.next_review, changed.join_code) == ("A day out", "in May", made.workshop.join_code)
    for wrong, key in (
        ({"title": " "}, "blank"),
        ({"join_code": "X"}, "no-such-field"),
        ({"owner": "x" * 200}, "too-long"),
    ):
        with refused("invalid", key):
            service.workshops.change(made.lead, made.workshop.id, **wrong)


# Who leads


def _acts(it: Service, made: Created, person: Participant, other: Participant) -> Iterator:
    w, step, cases = made.workshop.id, made.workshop.steps[0].id, it.workshops
    yield lambda: cases.facilitation.start(person, w, step)
    yield lambda: cases.facilitation.pause(person, w)
    yield lambda: cases.facilitation.resume(person, w)
    yield lambda: cases.facilitation.extend(person, w)
    yield lambda: cases.facilitation.reveal(person, w)
    yield lambda: cases.facilitation.end(person, w)
    yield lambda: cases.facilitation.back(person, w, step)
    yield lambda: cases.facilitation.lead(person, w)
    yield lambda: cases.facilitation.lock(person, w)
    yield lambda: cases.facilitation.lock_row(person, w, "m1")
    yield lambda: cases.facilitation.spotlight(person, w, "m1")
    yield lambda: cases.facilitation.show(person, w, "curve")
    yield lambda: cases.facilitation.send_all(person, w, made.map_id)
    yield lambda: cases.facilitation.door(person, w, False)
    yield lambda: cases.facilitation.renew_code(person, w)
    yield lambda: cases.facilitation.close(person, w)
    yield lambda: cases.facilitation.reopen(person, w)
    yield lambda: cases.change(person, w, title="Mine")
    yield lambda: cases.arrange(person, w, [])
    yield lambda: cases.save_agenda(person, w, "Mine")
    yield lambda: cases.admission.rename(person, w, other.id, "Other")
    yield lambda: cases.admission.promote(person, w, other.id)
    yield lambda: cases.admission.observe(person, w, other.id)
    yield lambda: cases.admission.remove(person, w, other.id)
    yield lambda: cases.erasure.erase(person, w)
    yield lambda: cases.erasure.erase_one(person, w, other.id)
    yield lambda: cases.admission.new_recovery(person, w)


@pytest.mark.parametrize("role", ["participant", "customer", "observer"])
def test_nobody_but_those_who_lead_runs_it(service: Service, made: Created, mila: Participant, role: str) -> None:
    person = service.workshops.admission.join(made.workshop.join_code, "Sam", role)
    before, rang = service.workshops.get(made.lead, made.workshop.id), _told(service)
    for act in _acts(service, made, person, mila):
        with refused("forbidden", "may-not-lead"):
            act()
    assert service.workshops.get(made.lead, made.workshop.id) == before
    assert rang == []


def test_nobody_of_another_workshop_sees_or_runs_it(
    service: Service, noor: Participant, made: Created, mila: Participant
) -> None:
    stranger = service.workshops.create(noor, "Another").lead
    for act in _acts(service, made, stranger, mila):
        with refused("forbidden", "other-workshop"):
            act()
    for look in (
        service.workshops.get,
        service.workshops.admission.everybody,
        service.workshops.summaries.progress,
        service.workshops.summaries.summary,
    ):
        with refused("forbidden", "other-workshop"):
            look(stranger, made.workshop.id)


def test_a_co_facilitator_takes_over_and_one_who_was_demoted_does_not(
    service: Service, made: Created, mila: Participant
) -> None:
    helper = service.workshops.admission.promote(made.lead, made.workshop.id, mila.id)
    assert service.workshops.facilitation.start(helper, made.workshop.id, made.workshop.steps[0].id).step
    service.workshops.admission.observe(made.lead, made.workshop.id, mila.id)
    with refused("forbidden", "may-not-lead"):
        service.workshops.facilitation.end(
            helper, made.workshop.id
        )  # who they were when the page was drawn is not enough


def test_everybody_who_listens_is_told_after_the_commit(service: Service, made: Created, mila: Participant) -> None:
    seen: list[int] = []
    stop = service.house.bell.listen(lambda it: seen.append(service.workshops.get(made.lead, it).version))

    def fails(_: str) -> None:
        raise ZeroDivisionError

    service.house.bell.listen(fails)  # harms nobody
    before = service.workshops.get(made.lead, made.workshop.id).version
    service.workshops.facilitation.lock(made.lead, made.workshop.id)
    service.workshops.admission.join(made.workshop.join_code, "Sam")
    service.workshops.admission.rename(mila, made.workshop.id, mila.id, "Mila B")
    assert seen == [before + 1, before + 2, before + 3]
    stop()
    service.workshops.facilitation.lock(made.lead, made.workshop.id, on=False)
    assert len(seen) == 3


# Steps and what they hide


def test_what_was_hidden_is_shown_with_the_reveal_and_with_every_other_end(
    service: Service, made: Created, mila: Participant
) -> None:
    w = made.workshop.id
    sam = service.workshops.admission.join(made.workshop.join_code, "Sam")
    service.changes.change(made.lead, made.map_id, [Add(table="episodes", id="e", values={"title": "Before"})])
    service.workshops.facilitation.start(made.lead, w, _step(made, "moments"))
    service.changes.change(mila, made.map_id, [_moment(1)])
    assert not service.maps.journey(sam, made.map_id).count("moments")
    service.workshops.facilitation.start(made.lead, w, _step(made, "channels"))  # ends the one before
    assert service.maps.journey(sam, made.map_id).count("moments") == 1


def test_a_stale_button_does_nothing(service: Service, made: Created) -> None:
    w, first, second = made.workshop.id, made.workshop.steps[0].id, made.workshop.steps[1].id
    service.workshops.facilitation.start(made.lead, w, first)
    service.workshops.facilitation.start(made.lead, w, second)
    with refused("stale", "step-moved-on"):
        service.workshops.facilitation.end(made.lead, w, first)


def test_a_restart_keeps_the_clock_the_pause_and_the_people(tmp_path: Path) -> None:
    path, now = tmp_path / "journeymap.db", ["2026-05-01T12:00:00.000Z"]
    one = Service.of(house(path, now=lambda: now[0]))
    made = one.workshops.create(one.people.owner(), "Park")
    anna = one.workshops.admission.join(made.workshop.join_code, "Anna", doing="desk")
    running = one.workshops.facilitation.start(made.lead, made.workshop.id, _step(made, "moments"))
    one.close()
    now[0] = "2026-05-01T12:05:00.000Z"
    two = Service.of(house(path, now=lambda: now[0]))
    again = two.workshops.get(anna, made.workshop.id)
    assert again == running
    assert again.step is not None
    assert time_left(again.step, now[0]) == 13 * 60
    assert two.workshops.facilitation.pause(made.lead, made.workshop.id).step.left == 13 * 60  # type: ignore[union-attr]
    two.close()
    three = Service.of(house(path))
    assert three.workshops.get(anna, made.workshop.id).step.left == 13 * 60  # type: ignore[union-attr]
    assert three.people.who(three.people.seat(anna)).doing == "desk"
    three.close()


# Leading


def test_a_facilitator_leads_locks_points_and_sends(service: Service, noor: Participant, made: Created) -> None:
    w, cases = made.workshop.id, service.workshops
    assert cases.facilitation.lead(made.lead, w).leading == made.lead.id
    assert cases.facilitation.lead(made.lead, w, on=False).leading is None
    assert cases.facilitation.lock(made.lead, w).locked
    episode = Add(table="episodes", id="e1", values={"title": "Before"})
    moment = Add(table="moments", id="m1", parent="e1", values={"text": "I look"})
    service.changes.change(made.lead, made.map_id, [episode, moment])
    assert cases.facilitation.lock_row(made.lead, w, "m1").locked_rows == {"m1"}
    assert cases.facilitation.lock_row(made.lead, w, "m1", on=False).locked_rows == frozenset()
    assert cases.facilitation.spotlight(made.lead, w, "m1").spotlight == "m1"
    assert cases.facilitation.spotlight(made.lead, w, None).spotlight is None
    for act in (cases.facilitation.lock_row, cases.facilitation.spotlight):
        with refused("gone", "card-gone"):
            act(made.lead, w, "m9")
    sent = [cases.facilitation.send_all(made.lead, w, made.map_id, page).sending for page in ("map", "graph")]
    assert [one.page for one in sent if one] == ["map", "graph"]
    cases.facilitation.start(made.lead, w, made.workshop.steps[0].id)
    sent.append(cases.facilitation.send_all(made.lead, w, made.map_id).sending)
    assert len({one.number for one in sent if one}) == 3  # whoever closed one of them is told of the next
    with refused("invalid", "not-one-of"):
        cases.facilitation.send_all(made.lead, w, made.map_id, "https://elsewhere.example")
    elsewhere = service.maps.create(noor, "Mine")
    with refused("gone", "map-of-other-workshop"):
        cases.facilitation.send_all(noor, w, elsewhere)


def test_what_the_screen_shows_holds_until_a_step_begins_or_everybody_is_sent(service: Service, made: Created) -> None:
    w, lead = made.workshop.id, service.workshops.facilitation
    service.changes.change(made.lead, made.map_id, [Add(table="episodes", id="e1", values={"title": "Before"})])
    lead.start(made.lead, w, made.workshop.steps[0].id)
    lead.spotlight(made.lead, w, "e1")
    shown = lead.show(made.lead, w, "curve")
    assert (shown.screen, shown.spotlight) == ("curve", None)
    assert service.workshops.get(made.lead, w).screen == "curve"
    assert lead.extend(made.lead, w).screen == "curve"
    assert lead.start(made.lead, w, made.workshop.steps[1].id).screen == "step"
    lead.show(made.lead, w, "join")
    assert lead.send_all(made.lead, w, made.map_id, "compare").screen == "step"
    with refused("invalid", "not-on-the-screen"):
        lead.show(made.lead, w, "the-accounts")


def test_nobody_is_pointed_at_a_card_that_is_still_hidden(service: Service, made: Created) -> None:
    w, cases = made.workshop.id, service.workshops
    service.changes.change(made.lead, made.map_id, [Add(table="episodes", id="e1", values={"title": "Before"})])
    anna = cases.admission.join(made.workshop.join_code, "Anna")
    cases.facilitation.start(made.lead, w, _step(made, "moments"))
    service.changes.change(anna, made.map_id, [Add(table="moments", id="m1", parent="e1", values={"text": "I look"})])
    for act in (cases.facilitation.lock_row, cases.facilitation.spotlight):
        with refused("invalid", "card-hidden"):
            act(made.lead, w, "m1")
    cases.facilitation.reveal(made.lead, w)
    assert cases.facilitation.lock_row(made.lead, w, "m1").locked_rows == {"m1"}
    assert cases.facilitation.spotlight(made.lead, w, "m1").spotlight == "m1"


def test_progress_names_people_to_those_who_lead_and_counts_to_the_others(
    service: Service, made: Created, mila: Participant
) -> None:
    w = made.workshop.id
    sam = service.workshops.admission.join(made.workshop.join_code, "Sam", "customer")
    service.workshops.admission.join(made.workshop.join_code, "Olaf", "observer")
    service.changes.change(made.lead, made.map_id, [Add(table="episodes", id="e", values={"title": "Before"})])
    service.workshops.facilitation.start(made.lead, w, _step(made, "moments"))
    service.changes.change(mila, made.map_id, [_moment(1), _moment(2)])
    seen = service.workshops.summaries.progress(made.lead, w)
    assert (seen.rows, seen.people, seen.waiting, dict(seen.by), seen.not_begun) == (2, 1, 1, {mila.id: 2}, (sam.id,))
    told = service.workshops.summaries.progress(sam, w)
    assert (told.rows, told.people, told.waiting, dict(told.by), told.not_begun) == (2, 1, 1, {}, ())


def test_the_stage_follows_the_step_to_the_right_map(service: Service, made: Created) -> None:
    w = made.workshop.id
    assert service.workshops.current.stage(made.lead, w).map.id == made.map_id  # type: ignore[union-attr]
    to_be = service.maps.design_to_be(made.lead, made.map_id)
    assert service.workshops.current.stage(made.lead, w).map.id == made.map_id  # type: ignore[union-attr]
    service.workshops.facilitation.start(made.lead, w, _step(made, "to-be"))
    assert service.workshops.current.stage(made.lead, w).map.id == to_be  # type: ignore[union-attr]
    assert len(service.workshops.current.stage(made.lead, w).maps) == 2


def test_a_workshop_is_about_the_map_that_says_something(service: Service, noor: Participant, made: Created) -> None:
    w = made.workshop.id
    full = service.maps.create(noor, "Brought in later")
    service.changes.change(noor, full, [Add(table="episodes", id="e", values={"title": "Before"})])
    service.maps.assign(noor, full, w)
    assert service.workshops.current.stage(made.lead, w).map.id == full  # type: ignore[union-attr]
    service.changes.change(made.lead, made.map_id, [Add(table="episodes", id="e", values={"title": "Before"})])
    assert service.workshops.current.stage(made.lead, w).map.id == made.map_id  # type: ignore[union-attr]


def test_where_the_room_was_asked_to_go_is_over_with_the_next_step_and_with_the_end(
    service: Service, made: Created
) -> None:
    w, cases, steps = made.workshop.id, service.workshops, made.workshop.steps
    acts = (
        lambda: cases.facilitation.start(made.lead, w, steps[0].id),
        lambda: cases.facilitation.start(made.lead, w, steps[1].id),
        lambda: cases.facilitation.back(made.lead, w, steps[0].id),
        lambda: cases.facilitation.take_break(made.lead, w, 5),
        lambda: cases.facilitation.close(made.lead, w),
    )
    for act in acts:
        assert cases.facilitation.send_all(made.lead, w, made.map_id, "compare").sending is not None
        assert act().sending is None


def test_a_vote_that_was_not_planned_is_about_what_everybody_sees(
    service: Service, made: Created, mila: Participant
) -> None:
    w, cases = made.workshop.id, service.workshops
    cases.facilitation.start(made.lead, w, _step(made, "moments"))
    service.changes.change(made.lead, made.map_id, [Add(table="episodes", id="e", values={"title": "Before"})])
    service.changes.change(mila, made.map_id, [_moment(1)])
    # A draft is nothing that a room votes on, nor is a note.
    note = Add(table="parked", id="p", values={"text": "Mila is quiet", "kind": "note"})
    service.changes.change(made.lead, made.map_id, [note])
    for items in ("moments", "pain_points", "needs", "parked"):
        with refused("invalid", f"vote-on-nothing-{items}".replace("_", "-")):
            cases.facilitation.take_vote(made.lead, w, Ballot(items=items))
    cases.facilitation.reveal(made.lead, w)
    step = cases.facilitation.take_vote(made.lead, w, Ballot(budget=2, cap=1), 4).step
    assert step is not None
    assert (step.title, step.minutes, step.map) == ("Vote: micro-moments", 4, "as-is")
    vote = {"item": "m1", "round": step.id, "slot": 0}
    service.changes.change(mila, made.map_id, [Add(table="votes", id="v", values=vote)])
    cases.facilitation.end(made.lead, w)
    outcome = cases.results.outcome(made.lead, w, step.id)
    assert outcome is not None
    assert [one.item for one in outcome.result.ranked] == ["m1"]


def test_only_who_leads_starts_a_vote(service: Service, made: Created, mila: Participant) -> None:
    service.changes.change(made.lead, made.map_id, [Add(table="episodes", id="e", values={"title": "Before"})])
    service.changes.change(made.lead, made.map_id, [_moment(1)])
    with refused("forbidden", "may-not-lead"):
        service.workshops.facilitation.take_vote(mila, made.workshop.id, Ballot())


def test_the_summary_says_what_was_made_by_whom_or_by_nobody(
    service: Service, made: Created, mila: Participant
) -> None:
    w = made.workshop.id
    service.changes.change(made.lead, made.map_id, [Add(table="episodes", id="e", values={"title": "Before"})])
    service.changes.change(mila, made.map_id, [_moment(1)])
    for table, text in (("decisions", "We begin with the letter"), ("parked", "Too expensive")):
        service.changes.change(made.lead, made.map_id, [Add(table=table, id=table, values={"text": text})])
    found = service.workshops.summaries.summary(made.lead, w)
    assert (found.made[made.map_id]["moments"], found.made[made.map_id]["episodes"]) == (1, 1)
    assert [(one.text, one.by) for one in found.decisions] == [("We begin with the letter", "Ilse")]
    assert [one.text for one in found.parked] == ["Too expensive"]
    assert [(one.name, one.made) for one in found.people] == [("Ilse", 1), ("Mila", 1)]
    nobody = service.workshops.summaries.summary(made.lead, w, anonymous=True)
    assert nobody.people == ()
    assert [one.by for one in nobody.decisions] == [""]


def test_a_vote_is_in_the_summary_once_it_is_no_secret(service: Service, made: Created, mila: Participant) -> None:
    w, vote = made.workshop.id, _step(made, "vote")
    rows = [Add(table="episodes", id="e", values={"title": "Before"}), _moment(1), _moment(2)]
    service.changes.change(made.lead, made.map_id, rows)
    service.workshops.facilitation.start(made.lead, w, vote)
    dots = [
        Add(table="votes", id=f"v{n}", values={"round": vote, "item": f"m{n % 2 + 1}", "slot": n}) for n in range(3)
    ]
    service.changes.change(mila, made.map_id, dots)
    assert service.workshops.summaries.summary(made.lead, w).votes == ()
    service.workshops.facilitation.end(made.lead, w)
    (voted,) = service.workshops.summaries.summary(made.lead, w).votes
    assert service.workshops.summaries.votes(mila, w) == (voted,)
    assert [(one.item, one.dots) for one in voted.result.ranked] == [("m1", 2), ("m2", 1)]
    assert voted.texts["m1"] == "I do thing 1"
    assert voted.result.ranked[0].by == ()  # nobody ever sees who


# The end


def test_after_the_end_people_read_until_the_day_that_was_said_and_facilitators_always(tmp_path: Path) -> None:
    now = ["2026-05-01T12:00:00.000Z"]
    it = Service.of(house(tmp_path / "journeymap.db", now=lambda: now[0]))
    made = it.workshops.create(it.people.owner(), "Park", agenda="empty")
    anna = it.workshops.admission.join(made.workshop.join_code, "Anna")
    seat = it.people.seat(anna)
    it.workshops.facilitation.close(made.lead, made.workshop.id, "2026-05-10")
    with refused("forbidden", "workshop-is-over"):
        it.workshops.admission.join(made.workshop.join_code, "Late")
    now[0] = "2026-05-10T22:00:00.000Z"
    assert it.maps.journey(it.people.who(seat), made.map_id).title == "Park"
    with refused("forbidden", "workshop-closed"):
        it.changes.change(anna, made.map_id, [Add(table="episodes", id="e", values={"title": "Late"})])
    now[0] = "2026-05-11T00:00:00.000Z"
    with refused("forbidden", "reading-is-over"):
        it.people.who(seat)
    assert it.people.who(it.people.seat(made.lead)) == made.lead
    it.workshops.facilitation.reopen(made.lead, made.workshop.id)
    assert it.people.who(seat) == anna
    it.close()
