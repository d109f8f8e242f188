"""Dispositions that people decide: who may, what is kept of it, and two people at once."""

import sqlite3

import pytest

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.dispositions import Ruling, RulingState, undecided
from journeymap.domain.changes.copy import copy_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import MapKind, MomentDisposition
from journeymap.domain.model.visibility import READERS
from journeymap.domain.model.workshop import StepKind
from journeymap.service.service import Service
from journeymap.storage import queries
from journeymap.storage.people_writer import PeopleWriter
from journeymap.storage.store import MapHead
from tests.support.app import App
from tests.support.store_calls import refused
from tests.support.workshop_room import Held, hold
from tests.support.writer_work import measured


@pytest.fixture
def held(service: Service) -> Held:
    """A workshop with two people, its as-is of three moments and the to-be, in which one moment is gone."""
    it = hold(App(service), "Mila", "Otto")
    for n, text in enumerate(("I queue", "I call the desk", "I arrive")):
        it.write("", f"m{n}", text)
    return it


@pytest.fixture
def to_be(held: Held) -> str:
    """The to-be in which the first moment is gone and the second has other words."""
    made = held.app.service.maps.design_to_be(held.lead, held.map_id)
    first, second = [moment.id for moment in held.journey().moments[:2]]
    decide_as(held, held.lead, made, Remove(table="moments", id=first))
    decide_as(held, held.lead, made, Set(table="moments", id=second, field="text", value="I am called back"))
    return made


def decide_as(held: Held, person: Participant, map_id: str, *changes: Change) -> None:
    held.app.service.changes.change(person, map_id, changes)


def ruling(held: Held, to_be: str, at: int) -> Ruling:
    return held.app.service.dispositions.of(held.lead, to_be)[at]


def test_nothing_is_decided_until_somebody_does_and_a_silent_removal_is_asked_about_first(
    held: Held, to_be: str
) -> None:
    found = held.app.service.dispositions.of(held.lead, to_be)
    assert {one.disposition for one in found} == {Disposition.UNDECIDED}
    asked = [one.proposed.disposition for one in undecided(found)]
    assert asked[:2] == [Disposition.REMOVED, Disposition.CHANGED]
    assert len(asked) == len(held.journey().moments)


def test_a_decision_says_who_when_why_and_on_which_revisions_whatever_is_sent(held: Held, to_be: str) -> None:
    moment = ruling(held, to_be, 0).moment
    before = held.app.service.maps.journey(held.lead, to_be).revision
    forged = {
        "decided_by": "The board", "decided_on": "1999-01-01", "on_revision": 900, "as_is_revision": 900,
        "text": "nothing at all",
    }  # fmt: skip
    values = {
        "as_is": moment.id,
        "kind": "removed",
        "proposed": "removed",
        "reason": "Nobody queues now",
        **forged,
    }
    decide_as(held, held.lead, to_be, Add(table="dispositions", id="d", after=None, values=values))
    decision = ruling(held, to_be, 0).decision
    assert decision is not None
    assert (decision.kind, decision.reason, decision.text) == ("removed", "Nobody queues now", moment.text)
    assert decision.decided_by == decision.author == held.lead.id
    assert decision.decided_on is not None
    assert decision.decided_on.isoformat() == held.app.service.house.now()[:10]
    assert (decision.on_revision, decision.as_is_revision) == (before, held.journey().revision)


def test_a_name_that_is_erased_is_erased_in_what_they_decided_too(held: Held, to_be: str) -> None:
    service, mila = held.app.service, held.people["Mila"]
    service.dispositions.confirm(mila, to_be, [ruling(held, to_be, 0).moment.id])

    def names() -> list[str]:
        found = service.dispositions.of(held.lead, to_be)
        return list(service.dispositions.names(held.lead, to_be, found).values())

    assert names() == ["Mila"]
    service.workshops.erasure.erase_one(mila, held.workshop_id, mila.id)
    assert "Mila" not in names()
    assert len(names()) == 1
    kept = service.maps.journey(held.lead, to_be), service.house.store.operations(to_be)
    assert "Mila" not in str([list(kept[0].rows()), kept[1]])


def test_what_is_overruled_stays_and_one_undo_brings_the_decision_before_it_back(held: Held, to_be: str) -> None:
    dispositions, moment = held.app.service.dispositions, ruling(held, to_be, 0).moment.id
    dispositions.confirm(held.lead, to_be, [moment])
    assert ruling(held, to_be, 0).state is RulingState.CONFIRMED
    dispositions.decide(held.lead, to_be, [moment], "merged", "It is part of the call now")
    found = ruling(held, to_be, 0)
    assert (found.state, found.disposition) == (RulingState.OVERRULED, Disposition.MERGED)
    assert [one.kind for one in found.decisions] == ["removed", "merged"]
    held.app.service.changes.undo(held.lead, to_be)
    assert ruling(held, to_be, 0).disposition is Disposition.REMOVED
    held.app.service.changes.redo(held.lead, to_be)
    assert ruling(held, to_be, 0).disposition is Disposition.MERGED


def test_of_two_people_at_once_the_later_decision_counts_and_neither_is_lost(held: Held, to_be: str) -> None:
    service, moment = held.app.service, ruling(held, to_be, 0).moment.id
    people = [held.lead, service.people.owner()]
    asked = [
        service.changes.submit(
            person, to_be, [Add(table="dispositions", id=kind, values={"as_is": moment, "kind": kind})]
        )
        for person, kind in zip(people, ("removed", "kept"), strict=True)
    ]
    assert [one.result().repeated for one in asked] == [False, False]
    found = ruling(held, to_be, 0)
    assert [(one.kind, one.decided_by) for one in found.decisions] == [
        ("removed", people[0].id),
        ("kept", people[1].id),
    ]
    assert found.disposition is Disposition.KEPT
    service.changes.undo(people[0], to_be)  # taking back one's own leaves the other's
    assert ruling(held, to_be, 0).disposition is Disposition.KEPT


def test_a_decision_that_the_to_be_left_behind_is_asked_about_again(held: Held, to_be: str) -> None:
    last = ruling(held, to_be, -1)
    held.app.service.dispositions.confirm(held.lead, to_be, [last.moment.id])
    assert not ruling(held, to_be, -1).open
    decide_as(held, held.lead, to_be, Remove(table="moments", id=last.proposed.heirs[0].id))
    assert ruling(held, to_be, -1).state is RulingState.OVERTAKEN
    assert ruling(held, to_be, -1).open


def test_a_moment_that_is_named_twice_is_decided_once(held: Held, to_be: str) -> None:
    moment = ruling(held, to_be, 0).moment.id
    held.app.service.dispositions.decide(held.lead, to_be, [moment, moment], "removed")
    assert [one.kind for one in ruling(held, to_be, 0).decisions] == ["removed"]


def test_a_moment_that_was_kept_and_is_gone_since_is_said_to_be_gone(held: Held, to_be: str) -> None:
    service = held.app.service
    kept = ruling(held, to_be, 2)
    service.dispositions.decide(held.lead, to_be, [kept.moment.id], "kept")
    decide_as(held, held.lead, to_be, Remove(table="moments", id=kept.proposed.heirs[0].id))
    found = service.comparisons.of_to_be(held.lead, to_be)
    assert found is not None
    assert kept.moment in found.undecided
    assert ruling(held, to_be, 2).open


def test_a_decision_can_be_taken_back_to_undecided(held: Held, to_be: str) -> None:
    moment = ruling(held, to_be, 0).moment.id
    held.app.service.dispositions.confirm(held.lead, to_be, [moment])
    held.app.service.dispositions.decide(held.lead, to_be, [moment], "undecided")
    assert ruling(held, to_be, 0).state is RulingState.OPEN


def test_many_are_confirmed_in_one_act_and_taken_back_in_one(service: Service) -> None:
    app = App(service)
    as_is = app.new_map("A visit")
    moments = [Add(table="moments", id=f"m{n}", parent="e", values={"text": f"I do {n}"}) for n in range(60)]
    episode = Add(table="episodes", id="e", values={"title": "Before"})
    service.changes.change(service.people.owner(), as_is, [episode, *moments])
    made = service.maps.design_to_be(service.people.owner(), as_is)
    found = service.dispositions.of(service.people.owner(), made)
    service.dispositions.confirm(service.people.owner(), made, [one.moment.id for one in found])
    assert undecided(service.dispositions.of(service.people.owner(), made)) == []
    service.changes.undo(service.people.owner(), made)
    assert len(undecided(service.dispositions.of(service.people.owner(), made))) == 60


@pytest.mark.parametrize("change", ["set", "move"])
def test_a_decision_is_never_rewritten(held: Held, to_be: str, change: str) -> None:
    held.app.service.dispositions.confirm(held.lead, to_be, [ruling(held, to_be, 0).moment.id])
    (made,) = held.app.service.maps.journey(held.lead, to_be).tables["dispositions"]
    asked: Change = (
        Set(table="dispositions", id=made, field="decided_by", value="The board")
        if change == "set"
        else Move(table="dispositions", id=made, after=None)
    )
    with refused("invalid", "disposition-made-anew"):
        decide_as(held, held.lead, to_be, asked)


@pytest.mark.parametrize("many", [False, True])
def test_nobody_takes_away_what_another_decided_but_those_who_lead(held: Held, to_be: str, many: bool) -> None:
    mila, otto, service = held.people["Mila"], held.people["Otto"], held.app.service
    moment = ruling(held, to_be, 0).moment.id
    for n in range(40 if many else 1):  # also those that are taken away in parts
        asked = Add(table="dispositions", id=f"d{n}", values={"as_is": moment, "kind": "removed", "text": "I queue"})
        decide_as(held, mila, to_be, asked)
    taken = [Remove(table="dispositions", id=one) for one in service.maps.journey(mila, to_be).tables["dispositions"]]
    with refused("forbidden", "not-yours"):
        decide_as(held, otto, to_be, *taken)
    there = service.maps.journey(mila, to_be).count("dispositions")
    service.changes.undo(mila, to_be)
    assert service.maps.journey(mila, to_be).count("dispositions") == there - 1
    decide_as(held, held.lead, to_be, *taken[: there - 1])
    assert not service.maps.journey(mila, to_be).count("dispositions")


def test_who_may_decide_is_asked_on_the_server(held: Held, to_be: str) -> None:
    moment = ruling(held, to_be, 0).moment.id
    watcher = held.lead.model_copy(update={"id": "watcher", "role": Role.OBSERVER})
    asked = Add(table="dispositions", id="x", values={"as_is": moment, "kind": "removed"})
    with refused("forbidden", "may-not-edit"):
        decide_as(held, watcher, to_be, asked)
    held.start(StepKind.VOTE)
    with refused("forbidden", "not-in-this-step"):
        decide_as(held, held.people["Mila"], to_be, asked)
    with refused("invalid", "disposition-in-as-is"):
        decide_as(held, held.lead, held.map_id, asked)
    with refused("gone", "disposition-of-nothing"):
        decide_as(
            held, held.lead, to_be, Add(table="dispositions", id="x", values={"as_is": "nobody", "kind": "removed"})
        )
    held.app.service.maps.link(held.lead, to_be, None)
    with refused("invalid", "disposition-no-as-is"):
        decide_as(held, held.lead, to_be, asked)


def test_nobody_reads_by_deciding_an_as_is_that_they_may_not_see(held: Held, to_be: str) -> None:
    app = held.app
    secret = app.new_map("Elsewhere", Add(table="episodes", id="e", values={"title": "Before"}))
    secretly = Add(table="moments", id="m0", parent="e", values={"text": "We close the desk"})
    app.service.changes.change(app.owner, secret, [secretly])
    app.service.maps.link(app.owner, to_be, secret)
    mila = held.people["Mila"]
    values = {"as_is": "m0", "kind": "removed", "text": "I guess"}
    asked = [Add(table="dispositions", id=f"d{n}", values=values) for n in range(60)]
    for changes in (asked[:1], asked):  # in one piece of work, and in parts
        with refused("invalid", "disposition-no-as-is"):
            decide_as(held, mila, to_be, *changes)
    assert "We close the desk" not in str(list(app.service.maps.journey(mila, to_be).rows()))
    decide_as(held, app.owner, to_be, asked[0])


def test_however_many_are_decided_the_as_is_is_found_once_in_each_piece_of_work(
    held: Held, to_be: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads: list[str] = []
    find = queries.bare_head

    def counted(connection: sqlite3.Connection, map_id: str) -> MapHead:
        heads.append(map_id)
        return find(connection, map_id)

    monkeypatch.setattr(queries, "bare_head", counted)
    monkeypatch.setattr(PeopleWriter, "participants", lambda *_: pytest.fail("Everybody is read in the writer"))
    values = {"as_is": "m1", "kind": "removed", "text": "I call the desk"}
    asked = [Add(table="dispositions", id=f"d{n}", values=values) for n in range(60)]
    with measured() as meter:
        decide_as(held, held.lead, to_be, *asked)
    assert len(heads) <= len(meter.asked.pieces) < len(asked) / 10


def test_decisions_go_along_with_a_copy_and_a_reader_of_a_link_sees_none(held: Held, to_be: str) -> None:
    held.app.service.dispositions.confirm(held.lead, to_be, [ruling(held, to_be, 0).moment.id])
    journey = held.app.service.maps.journey(held.lead, to_be)
    copy, _ = perform(Journey("copy"), copy_changes(journey, "copy"))
    (kept,) = (copy.get(MomentDisposition, one) for one in copy.tables["dispositions"])
    assert (kept.kind, kept.decided_by) == ("removed", held.lead.id)
    assert not READERS.of_map(journey).tables["dispositions"]
    assert copy.kind is MapKind.TO_BE


def test_a_moment_that_has_no_card_left_is_given_one_at_a_place_or_a_card_that_is_there(held: Held, to_be: str) -> None:
    dispositions, maps = held.app.service.dispositions, held.app.service.maps
    episode = maps.journey(held.lead, to_be).episodes[0].id
    dispositions.give_card(held.lead, to_be, "m0", episode=episode, after="m1")
    assert [m.origin for m in maps.journey(held.lead, to_be).moments] == ["m1", "m0", "m2"]
    held.app.service.changes.undo(held.lead, to_be)
    dispositions.give_card(held.lead, to_be, "m0", "m2")
    assert maps.journey(held.lead, to_be).origins_of("m2") == ("m2", "m0")
    with refused("gone", "row-gone"):
        dispositions.give_card(held.lead, to_be, "m0", "nowhere")
    with refused("gone", "disposition-of-nothing"):
        dispositions.give_card(held.lead, to_be, "nothing")
