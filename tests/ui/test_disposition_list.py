"""Dispositions on the compare page: the list of what is undecided, deciding, and a card for what has none left."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest
import streamlit as st

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.dispositions import rulings, undecided
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove
from journeymap.domain.model.roles import Role
from journeymap.ui import state
from journeymap.ui.screens.compare.disposition_list import disposition_rows, hear_card, hear_decision
from journeymap.ui.screens.compare.pair import Pair
from tests.support.app import App, Screen
from tests.support.small_maps import made

AS_IS = made({"id": "a", "text": "I look"}, {"id": "b", "text": "I call"}, {"id": "c", "text": "I go"})


def decision(as_is: str, kind: str, row_id: str = "d", **more: object) -> Change:
    values = {"as_is": as_is, "text": as_is, "kind": kind, "decided_by": "noor-id", "decided_on": "2026-11-28", **more}
    return Add(table="dispositions", id=row_id, values={**values, "on_revision": 12})


def pair(*more: Change) -> Pair:
    to_be, _ = perform(Journey("to-be"), to_be_changes(AS_IS, "to-be", "The to-be"))
    return Pair(AS_IS, perform(to_be, more)[0])


def rows(
    of: Pair, language: str = "en", names: Mapping[str, str] = MappingProxyType({"noor-id": "Noor"})
) -> dict[str, dict[str, object]]:
    return {str(one["id"]): one for one in disposition_rows(of, rulings(of.as_is, of.to_be), names, language)}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "removed, decided by Noor on 28 November 2026 (revision 12). “Nobody looks”"),
        ("nl", "vervallen, besloten door Noor op 28 november 2026 (revisie 12). “Nobody looks”"),
    ],
)
def test_a_decision_is_told_with_who_when_why_and_on_which_revision(language: str, said: str) -> None:
    found = rows(pair(Remove(table="moments", id="a"), decision("a", "removed", reason="Nobody looks")), language)
    assert found["a"]["told"] == said
    assert (found["a"]["open"], found["b"]["open"]) == (False, True)


def test_an_overruled_decision_says_what_was_decided_before_it() -> None:
    of = pair(decision("a", "kept", proposed="kept"), decision("a", "merged", "e", proposed="kept"))
    told = str(rows(of)["a"]["told"])
    assert told.startswith("merged, decided by Noor")
    assert "Before that: kept, decided by Noor" in told
    assert rulings(of.as_is, of.to_be)[0].disposition is Disposition.MERGED


def test_whoever_is_not_known_any_more_is_somebody() -> None:
    told = str(rows(pair(decision("a", "kept")), names={})["a"]["told"])
    assert told.startswith("kept, decided by Somebody on ")


def test_what_a_file_says_is_told_as_what_a_file_says() -> None:
    found = rows(pair(decision("a", "kept", decided_by=""), decision("b", "kept", "e", decided_by="", decided_on=None)))
    assert found["a"]["told"] == "kept on 28 November 2026, as the file says that this map came from."
    assert found["b"]["told"] == "kept, as the file says that this map came from."


def test_a_decision_that_no_longer_fits_asks_to_look_again() -> None:
    found = rows(pair(decision("a", "kept", proposed="kept"), Remove(table="moments", id="a")))["a"]
    assert (found["state"], found["open"]) == ("overtaken", True)
    assert "The to-be has changed since" in str(found["told"])


def open_list(app: App, person: Role | None = None) -> tuple[Screen, str]:
    as_is = app.new_map("A visit", Add(table="episodes", id="e", values={"title": "Before"}))
    moments = [Add(table="moments", id=f"m{n}", parent="e", values={"text": f"I do {n}"}) for n in range(3)]
    app.service.changes.change(app.owner, as_is, moments)
    to_be = app.service.maps.design_to_be(app.owner, as_is)
    app.service.changes.change(app.owner, to_be, [Remove(table="moments", id="m0")])
    who = app.join(person, as_is, to_be) if person else app.owner
    screen = app.open("compare", who, map=to_be)
    screen.at("compare", "view").set_value("decide").run()
    return screen, to_be


def left(app: App, to_be: str) -> list[str]:
    return [one.moment.id for one in undecided(app.service.dispositions.of(app.owner, to_be))]


def test_the_list_says_how_much_is_undecided_and_what_stays_is_confirmed_in_one_go(app: App) -> None:
    screen, to_be = open_list(app)
    assert "3 of 3 moments of the as-is are undecided" in screen.said
    screen.press("Confirm the 2 that stay as they are")
    assert left(app, to_be) == ["m0"]  # the removal is never confirmed along with them
    assert "One of 3 moments of the as-is is undecided" in screen.said
    app.service.changes.undo(app.owner, to_be)
    assert len(left(app, to_be)) == 3


def test_decisions_are_undone_where_they_are_made_also_when_the_page_is_about_the_as_is(app: App) -> None:
    _, to_be = open_list(app)
    as_is = app.service.maps.head(app.owner, to_be).as_is_id
    assert as_is
    screen = app.open("compare", map=as_is)
    screen.at("compare", "view").set_value("decide").run()
    screen.press("Confirm the 2 that stay as they are")
    before = app.service.maps.head(app.owner, as_is).revision
    screen.at("compare", "undo-decision").click().run()
    assert len(left(app, to_be)) == 3
    assert app.service.maps.head(app.owner, as_is).revision == before, "what I did in the as-is stays"


def test_whoever_may_not_decide_sees_the_list_and_no_way_to_decide(app: App) -> None:
    screen, _ = open_list(app, Role.OBSERVER)
    assert "3 of 3 moments of the as-is are undecided" in screen.said
    assert not [label for label in screen.labels if label.startswith("Confirm")]


def test_what_a_browser_makes_up_decides_nothing(app: App) -> None:
    _, to_be = open_list(app)
    for said in (None, "m0", {"moments": "m0"}, {"moments": [1], "kind": ""}, {"moments": ["m0"], "kind": 7}):
        hear_decision(to_be, said)
        hear_card(to_be, said)
    assert len(left(app, to_be)) == 3


def test_what_was_said_is_said_again_where_the_page_follows_the_map_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    state.tell("Confirmed")
    assert state.toasts() == [("Confirmed", "")]
    assert state.toasts() == []
    state.tell_again()
    state.tell("Undone")
    assert state.toasts() == [("Confirmed", ""), ("Undone", "")]
    monkeypatch.setattr(state, "READ_SECONDS", 0.0)
    state.tell_again()
    assert state.toasts() == [], "what was there long enough to be read is not said again"


def test_a_page_that_runs_anew_every_second_does_not_say_it_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    seconds = iter(range(100))
    monkeypatch.setattr(state, "monotonic", lambda: float(next(seconds)))
    state.tell("Confirmed")
    told = 0
    while state.toasts():
        told += 1
        state.tell_again()
    assert 1 < told <= state.READ_SECONDS + 1
