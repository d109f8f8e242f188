"""Compare: figures that are counted and never made up, what changed in words, what is still open."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.analysis.comparison.match_filter import MatchFilter
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.dispositions import rulings, undecided
from journeymap.domain.analysis.open_points import OpenKind, open_points
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.durations import duration_short
from journeymap.exchange.figure_words import percent, signed
from journeymap.ui.open_list import what_is_open
from journeymap.ui.screens.compare.figure_cards import (
    Card,
    emotion_cards,
    need_cards,
    story_cards,
    way_cards,
)
from journeymap.ui.screens.compare.moment_changes import changes_in_words
from journeymap.ui.screens.compare.overlay import aligned, overlay
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.screens.compare.table_rows import match_rows, pain_rows
from tests.support.app import App, Screen
from tests.support.compare_page import picture_of
from tests.support.journeys import changes, journeys
from tests.support.nature_park import park
from tests.support.small_maps import HOSTILE, made, sample

AS_IS = made(
    {"id": "call", "text": "Call the desk", "felt_valence": -1.5, "minutes": 16, "touchpoints": [{"channel": "phone"}],
     "needs": [{"id": "sure", "text": "Be sure it is booked"}],
     "pain_points": [{"text": "Nobody picks up"}]},
    {"id": "wait", "text": "Wait", "felt_valence": -2, "minutes": 60, "moment_of_truth": True,
     "needs": [{"id": "know", "text": "Know when I hear more"}], "pain_points": [{"text": "Nothing comes back"}]},
    {"id": "go", "text": "Go there", "felt_valence": 1, "minutes": 30, "touchpoints": [{"channel": "car"}],
     "pain_points": [{"text": "No signs"}]},
    channels=[{"id": "phone", "name": "Phone"}, {"id": "car", "name": "Car"}, {"id": "app", "name": "App"}],
)  # fmt: skip


def aiming(journey: Journey) -> Journey:
    episode = journey.episodes[0].id
    return perform(journey, [Set(table="episodes", id=episode, field="targeted_valence", value=1.5)])[0]


AIMED = aiming(AS_IS)


def pair(*more: Change, as_is: Journey = AIMED) -> Pair:
    to_be, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "The to-be"))
    return Pair(as_is, perform(to_be, more)[0])


def all_cards(of: Pair, language: str = "en") -> tuple[Card, ...]:
    told = (*story_cards(of, language), *emotion_cards(of, language), *need_cards(of, language))
    return (*told, *way_cards(of, language))


def card(of: Pair, name: str) -> Card:
    return next(found for found in all_cards(of) if found.name == name)


BOOK = Set(table="moments", id="call", field="text", value="Book in the app")
NO_WAIT = Remove(table="moments", id="wait")


# Figures


def test_felt_and_promised_are_held_against_each_other_on_the_same_moments() -> None:
    promised = card(pair(), "promised")
    assert promised.value == "−0.83 → +1.5"
    assert promised.note == "−0.83 at worst · the as-is already aims for +1.5"
    assert promised.coverage == "Said for 3 of 3 · 0 validated"


def test_what_is_left_out_lifts_no_promise_at_worst() -> None:
    without = card(pair(NO_WAIT), "promised")
    assert (without.value, without.note.partition(" · ")[0]) == ("−0.25 → +1.5", "−0.83 at worst")


def test_a_to_be_that_keeps_everything_addresses_nothing() -> None:
    assert card(pair(), "gap").value == "0\u00a0%"


def test_what_is_addressed_has_a_worst_and_a_best_case() -> None:
    app = (
        Remove(table="touchpoints", id=AIMED.touchpoints_of("call")[0].id),
        Add(table="touchpoints", id="by-app", parent="call", values={"channel": "app"}),
    )
    assert card(pair(BOOK, NO_WAIT), "gap").value == "0\u00a0% to 43\u00a0%"  # the call's 3 of 3 + 3.5 + 0.5 points
    assert card(pair(*app, NO_WAIT), "gap").value == "43\u00a0%"


@given(journeys(min_size=4), st.data())
@settings(max_examples=20, deadline=None)
def test_never_more_than_the_whole_gap_is_addressed(journey: Journey, data: st.DataObject) -> None:
    of = pair(as_is=journey)
    for _ in range(4):
        of = Pair(journey, perform(of.to_be, [data.draw(changes(of.to_be))])[0])
    gap = of.comparison.emotion.gap()
    for part in (gap.best, gap.worst):
        share = gap.share(part)
        assert share is None or 0 <= share <= 1 + 1e-9


def test_without_a_felt_emotion_no_figure_is_made_up() -> None:
    unfelt = pair(as_is=made("Call the desk", "Wait"))
    for name in ("low", "end", "felt", "promised", "gap", "elapsed", "waiting", "effort", "needs", "pains"):
        found = card(unfelt, name)
        assert found.value == "–"
        assert found.note


def test_time_is_a_percentage_only_where_all_minutes_are_said() -> None:
    quick = card(pair(Set(table="moments", id="wait", field="minutes", value=0)), "elapsed")
    assert (quick.value, quick.note, quick.tone) == ("1 h 46 → 46 min", "−57\u00a0%", "good")
    partly = card(pair(Set(table="moments", id="go", field="minutes", value=None)), "elapsed")
    assert partly.value == "1 h 46 → 1 h 16 or more"
    assert partly.coverage == "Said for 3 of 3 → 2 of 3 · 0 validated"
    assert partly.tone == "plain"


def test_a_removal_that_nobody_decided_on_is_no_gain() -> None:
    found = card(pair(NO_WAIT), "elapsed")
    assert (found.value, found.note, found.tone) == ("1 h 46 → 46 min", "−57\u00a0% · 1 h 46 at worst", "plain")


def test_needs_that_no_moment_serves_are_still_open() -> None:
    needs = card(pair(NO_WAIT), "needs")
    assert (needs.value, needs.note, needs.tone) == ("1 / 2", "1 lost", "bad")
    assert card(pair(), "needs").note == "every need has a moment"
    reworded = card(pair(Set(table="needs", id="sure", field="text", value="Feel welcome")), "needs")
    assert (reworded.value, reworded.note) == ("1 / 2", "1 reworded")


def test_every_figure_has_its_definition_in_both_languages() -> None:
    for language in ("en", "nl"):
        assert all(len(found.help) > 60 for found in all_cards(pair(), language))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ("+1.64", "−79\u00a0%", "1 h 05", "2 h")), ("nl", ("+1,64", "−79\u00a0%", "1 u 05", "2 u"))],
)
def test_numbers_read_as_people_write_them(language: str, said: tuple[str, ...]) -> None:
    written = (signed(1.6443, language), percent(-0.791, language, sign=True), duration_short(65, language))
    assert (*written, duration_short(120, language)) == said


# In words


def words(*more: Change, moment: str = "call") -> tuple[str, ...]:
    of = pair(*more)
    return changes_in_words(of, of.fate_of[moment], "en")


def test_every_field_that_differs_is_told() -> None:
    found = words(
        BOOK,
        Set(table="moments", id="call", field="minutes", value=4),
        Set(table="moments", id="call", field="moment_of_truth", value=True),
        Set(table="moments", id="call", field="targeted_valence", value=2),
        Set(table="touchpoints", id=AIMED.touchpoints_of("call")[0].id, field="channel", value="app"),
        Remove(table="needs", id="sure"),
        Add(table="backstage_steps", id="hold", parent="call", values={"text": "Hold a place", "team": "Desk"}),
    )
    assert found == (
        "Micro-moment: “Call the desk” → “Book in the app”",
        "Targeted emotion is now +2",
        "Now a moment of truth",
        "Minutes: 16 min → 4 min",
        "Channel: Phone → App",
        "No longer serves the need “Be sure it is booked”",
        "New backstage: “Hold a place” (Desk)",
    )


def test_a_moment_in_another_episode_says_from_where_to_where() -> None:
    found = words(
        Add(table="episodes", id="later", values={"title": "Later"}), Move(table="moments", id="call", parent="later")
    )
    assert found == ("From “Before” to “Later”",)


def test_a_moment_at_another_place_says_so() -> None:
    assert words(Move(table="moments", id="call", parent=AIMED.episodes[0].id)) == ("In another place in its episode",)


def test_of_a_split_moment_every_heir_tells_its_own_changes() -> None:
    ask = Add(table="moments", id="ask", parent=AIMED.episodes[0].id, values={"text": "Ask", "origin": "call"})
    of = pair(BOOK, ask)
    fate = of.fate_of["call"]
    assert fate.disposition is Disposition.SPLIT
    assert changes_in_words(of, fate, "en") == ("Micro-moment: “Call the desk” → “Book in the app”",)
    assert changes_in_words(of, fate, "en", of.to_be.get(Moment, "ask")) == (
        "Micro-moment: “Call the desk” → “Ask”",
        "Minutes is no longer 16 min",
        "No longer through Phone",
        "No longer serves the need “Be sure it is booked”",
    )


def test_what_was_kept_or_removed_has_no_changes_to_tell() -> None:
    assert words() == ()
    assert words(NO_WAIT, moment="wait") == ()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_fate_and_change_of_the_sample_can_be_told(language: str) -> None:
    of = Pair(sample("as-is", language), sample("to-be", language))
    rows = match_rows(of, language)
    assert {sign for row in rows for sign in row.signs} == set(Disposition) - {Disposition.OPEN, Disposition.UNDECIDED}
    for row in rows:
        plain_fates = (Disposition.KEPT, Disposition.REMOVED, Disposition.NEW)
        assert bool(row.changes) is (row.signs[0] not in plain_fates), row


def test_a_merged_row_is_told_with_all_it_was_merged_from() -> None:
    merge = Add(table="origins", id="o", parent="call", values={"as_is": "wait"})
    found = words(merge, NO_WAIT, Set(table="moments", id="call", field="minutes", value=10))
    assert "Minutes: 16 min + 1 h → 10 min" in found
    assert words(merge, NO_WAIT, moment="wait") == words(merge, NO_WAIT)


def test_the_worst_pain_comes_first_with_what_is_done_about_it() -> None:
    rows = pain_rows(pair(BOOK, NO_WAIT), "en")
    assert [(row.moment, row.does, row.emotion, row.stories) for row in rows] == [
        ("Wait", "is gone, and nobody has decided so", "−2 → gone", ()),
        ("Call the desk", "becomes “Book in the app”", "−1.5 → +1.5", ("1.1",)),
        ("Go there", "stays as it is", "+1 → +1.5", ("1.2",)),
    ]
    assert rows[0].moment_of_truth


# Still open


def is_open(of: Pair) -> list[str]:
    return [what_is_open(point, "en") for point in open_points(of.to_be, of.comparison)]


def test_lost_needs_pains_removals_silence_and_guesses_are_open() -> None:
    assert is_open(pair(BOOK, NO_WAIT)) == [
        "The need “Know when I hear more” has no moment in the to-be: it was at “Wait”",
        "“No signs” still hurts at “Go there”",
        "“Wait” is gone from the to-be, and nobody has decided so",
        "“Call the desk” is changed, and nobody has confirmed that",
        "The episode “Before” has no communication yet",
        "2 of 2 micro-moments are guesses that nobody has validated",
        "“Go there” stays as it is, and nobody has confirmed that",
    ]


def test_nothing_is_open_once_all_is_done() -> None:
    asked = [Set(table="moments", id=i, field="evidence_status", value="validated") for i in ("call", "wait", "go")]
    quicker = [Set(table="moments", id=i, field="minutes", value=1) for i in ("call", "wait", "go")]
    hello = Add(table="communications", id="hi", parent=AIMED.episodes[0].id, values={"text": "Welcome"})
    kinds = {"call": "changed", "wait": "changed", "go": "changed"}
    decided = [decision(i, kind, proposed=kind) for i, kind in kinds.items()]
    assert is_open(pair(BOOK, *asked, *quicker, hello, *decided)) == []


def decision(as_is: str, kind: str, proposed: str) -> Change:
    values = {"as_is": as_is, "text": as_is, "kind": kind, "proposed": proposed}
    return Add(table="dispositions", id=f"decided-{as_is}", values=values)


def test_open_is_every_disposition_that_the_list_of_decisions_calls_undecided() -> None:
    decided = (decision("call", "changed", "changed"), decision("go", "kept", "kept"))
    later = Set(table="moments", id="go", field="text", value="Ride there")
    for more in ((), (BOOK, NO_WAIT), (BOOK, NO_WAIT, *decided), (BOOK, *decided, later)):
        of = pair(*more)
        points = [one for one in open_points(of.to_be, of.comparison) if one.kind is OpenKind.UNDECIDED]
        listed = undecided(rulings(of.as_is, of.to_be, of.base))
        assert [one.id for one in points] == [one.moment.id for one in listed]
        assert all(one.map_id == of.to_be.map_id for one in points)
    assert "“Go there” has been decided on, and the to-be has changed since" not in is_open(pair(*decided))
    assert "“Go there” has been decided on, and the to-be has changed since" in is_open(pair(*decided, later))


# Overlay


@given(journeys(min_size=4), st.data())
@settings(max_examples=40, deadline=None)
def test_the_overlay_shows_every_moment_once_and_in_order(journey: Journey, data: st.DataObject) -> None:
    of = pair(as_is=journey)
    for _ in range(5):
        of = Pair(journey, perform(of.to_be, [data.draw(changes(of.to_be))])[0])
    columns = aligned(of)
    assert [c.as_is.id for c in columns if c.as_is] == [m.id for m in journey.moments]
    assert [c.to_be.id for c in columns if c.to_be] == [m.id for m in of.to_be.moments]
    assert all(c.as_is or c.to_be for c in columns)
    picture = overlay(of, "en")
    assert all(0 <= card["column"] < picture["columns"] for card in picture["as_is"] + picture["to_be"])


def test_a_fresh_to_be_stands_right_below_its_as_is() -> None:
    assert all(c.as_is and c.to_be and c.to_be.origin == c.as_is.id for c in aligned(pair()))


def test_only_what_changes_leaves_out_what_was_kept() -> None:
    picture = overlay(pair(BOOK), "en", MatchFilter(changed=True))
    assert [card["text"] for card in picture["as_is"] + picture["to_be"]] == ["Call the desk", "Book in the app"]
    assert picture["left_out"] == 2
    assert picture["links"] == [{"from": 0, "to": 0, "fate": "changed"}]
    assert overlay(pair(), "en", MatchFilter(changed=True))["columns"] == 0


def test_a_fate_is_told_in_words_and_not_by_colour_alone() -> None:
    picture = overlay(pair(BOOK, NO_WAIT), "en")
    assert [(card["text"], card["word"]) for card in picture["as_is"]] == [
        ("Call the desk", "changed"),
        ("Wait", "removed"),
        ("Go there", ""),
    ]
    assert picture["as_is"][1]["told"] == "As-is: Wait (removed)"


def test_a_curve_breaks_off_where_nothing_is_said() -> None:
    assert overlay(pair(as_is=made("One", "Two")), "en")["felt"] == [(0, None), (1, None)]


# The screen


def table(screen: Screen, column: str) -> Any:
    """The table that begins with this column."""
    return next(found.value for found in screen.table if found.value.columns[0] == column)


def metrics(screen: Screen) -> dict[str, str]:
    return {metric.label: metric.value for metric in screen.metric}


@pytest.mark.parametrize("side", [0, 1])
def test_either_map_shows_the_same_comparison(app: App, side: int) -> None:
    screen = app.open("compare", map=park(app)[side])
    told = metrics(screen)
    assert (told["Micro-moments"], told["Needs met"], told["Switches"]) == ("33 → 38", "80 / 84", "17 → 16")
    assert (told["Time"], told["Low"], told["End"]) == ("8 h 42 → 8 h 04", "−2 → +1", "+0.1 → +1.9")
    assert "Wait for the confirmation" in table(screen, "Pain on the as-is").iloc[0, 0]
    assert any(label.startswith("The need") for label in screen.labels)


@pytest.mark.parametrize(
    ("language", "aim", "changes_"),
    [("en", "should feel", "What changes"), ("nl", "moet voelen als", "Wat er verandert")],
)
def test_every_view_reads_in_both_languages(app: App, language: str, aim: str, changes_: str) -> None:
    screen = app.open("compare", language=language, map=park(app)[0])
    screen.at("compare", "view").set_value("side").run()
    beside = picture_of(screen)
    assert beside["view"] == "side"
    assert beside["as_is_episodes"][0]["aim"].startswith(aim)
    assert "Look at photos of fox cubs" in [card["text"] for card in beside["as_is"]]
    screen.at("compare", "view").set_value("table").run()
    found = table(screen, "As-is")
    assert any(column.startswith(changes_) for column in found.columns)
    assert "Look at photos of fox cubs" in found.to_string()


def test_the_table_can_show_one_fate_only(app: App) -> None:
    screen = app.open("compare", map=park(app)[0])
    screen.at("compare", "view").set_value("table").run()
    assert "49 rows" in screen.said
    assert "moved 22" in [str(label) for label in screen.at("compare", "fates").options]
    screen.at("compare", "fates").set_value([Disposition.NEW]).run()
    assert "4 of 49 rows" in screen.said
    assert len(table(screen, "As-is")) == 4


def test_all_pains_can_be_shown(app: App) -> None:
    screen = app.open("compare", map=park(app)[0])
    assert len(table(screen, "Pain on the as-is")) == 8
    screen.press("Show all 30")
    assert len(table(screen, "Pain on the as-is")) == 30
    screen.press("Show the 8 worst")
    assert len(table(screen, "Pain on the as-is")) == 8


def test_without_a_to_be_one_can_design_it_here(app: App) -> None:
    map_id = app.new_map(
        "A visit",
        Add(table="episodes", id="before", values={"title": "Before"}),
        Add(table="moments", id="call", parent="before", values={"text": "Call"}),
    )
    screen = app.open("compare", map=map_id)
    assert "There is no to-be yet" in screen.said
    screen.at("compare", "design").click().run()
    assert metrics(screen)["Micro-moments"] == "1 → 1"
    assert "the to-be is still a copy" not in screen.said
    screen.at("compare", "only-changed").set_value(True).run()
    assert "the to-be is still a copy of the as-is" in screen.said


def test_an_observer_is_offered_nothing_that_would_be_refused(app: App) -> None:
    map_id = app.new_map("A visit")
    screen = app.open("compare", app.join(Role.OBSERVER, map_id), map=map_id)
    assert "There is no to-be yet" in screen.said
    assert "Design the to-be" not in screen.labels


def test_several_to_bes_are_a_choice(app: App) -> None:
    as_is, first = park(app)
    second = app.service.maps.design_to_be(app.owner, as_is, "Second thoughts")
    screen = app.open("compare", map=as_is)
    choice = screen.named("Which to-be", "selectbox")
    assert choice.value == second
    assert metrics(screen)["Micro-moments"] == "33 → 33"
    choice.set_value(first).run()
    assert metrics(screen)["Micro-moments"] == "33 → 38"


def test_the_board_pack_is_looked_at_and_taken_away(app: App) -> None:
    _, to_be = park(app)
    screen = app.open("compare", map=to_be)
    screen.press("Board pack")
    links = {one.label: one.url for one in screen.link_button}
    assert f"api/maps/{to_be}/pack?format=pack-pdf" in links["Page (PDF)"]
    assert "format=pack-pptx" in links["Slide (PowerPoint)"]
    assert [image.proto.imgs[0].alt for image in screen.get("image")] == [say("pack-alt")]


def test_a_to_be_without_an_as_is_says_so(app: App) -> None:
    screen = app.open("compare", map=app.new_map("A dream", kind="to-be"))
    assert "This to-be stands alone" in screen.said


def test_a_to_be_whose_as_is_i_may_not_see_stands_alone(app: App) -> None:
    _, to_be = park(app)
    person = app.join(Role.PARTICIPANT, to_be)
    assert "This to-be stands alone" in app.open("compare", person, map=to_be).said


def test_two_empty_maps_say_what_to_do(app: App) -> None:
    map_id = app.new_map("A visit")
    app.service.maps.design_to_be(app.owner, map_id)
    assert "Both maps are still empty" in app.open("compare", map=map_id).said


def test_other_peoples_words_are_shown_as_they_were_typed(app: App) -> None:
    texts = [*HOSTILE, "W" * 280]
    adds: list[Change] = [Add(table="episodes", id="e", values={"title": HOSTILE[0]})]
    for n, text in enumerate(texts):
        adds.append(Add(table="moments", id=f"m{n}", parent="e", values={"text": text, "felt_valence": -1}))
        adds.append(Add(table="needs", id=f"n{n}", parent=f"m{n}", values={"text": text}))
        adds.append(Add(table="pain_points", id=f"p{n}", parent=f"m{n}", values={"text": text}))
    map_id = app.new_map("A visit", *adds)
    to_be = app.service.maps.design_to_be(app.owner, map_id)
    app.service.changes.change(app.owner, to_be, [Remove(table="moments", id=f"m{n}") for n in range(4)])
    screen = app.open("compare", map=map_id)
    for view in ("side", "table"):
        screen.at("compare", "view").set_value(view).run()
        for cell in (cell for table in screen.table for cell in table.value.to_numpy().flatten()):
            assert "<img" not in cell.replace("\\<img", "")
            assert "](" not in cell.replace("\\]\\(", "")


def test_a_click_shows_the_moments_a_figure_comes_from(app: App) -> None:
    screen = app.open("compare", map=park(app)[0])
    screen.at("compare", "source", "low").click().run()
    found = table(screen, "As-is")
    assert [list(row) for row in found.to_numpy()] == [["Wait for the confirmation", "−2"]]
    screen.at("compare", "source", "low").click().run()
    assert "As-is" not in [one.value.columns[0] for one in screen.table if len(one.value.columns) == 2]


def test_figures_run_along_the_path_that_is_chosen(app: App) -> None:
    screen = app.open("compare", map=park(app)[0])
    assert "nobody lives every card in one go" in screen.said
    screen.named("Figures along", "selectbox").set_value("path-unhappy").run()
    told = metrics(screen)
    assert (told["Micro-moments"], told["Switches"], told["End"]) == ("45 → 32", "18 → 14", "−0.5 → +1.8")
    screen.named("Figures along", "selectbox").set_value("shares").run()
    assert "Only one of the maps says shares" in screen.said


def test_what_came_to_the_as_is_since_is_taken_over_with_a_click(app: App) -> None:
    map_id = app.new_map(
        "A visit",
        Add(table="episodes", id="before", values={"title": "Before"}),
        Add(table="moments", id="call", parent="before", values={"text": "Call"}),
    )
    to_be = app.service.maps.design_to_be(app.owner, map_id)
    later: list[Change] = [
        Set(table="moments", id="call", field="text", value="Phone"),
        Add(table="moments", id="park", parent="before", values={"text": "Park"}),
    ]
    app.service.changes.change(app.owner, map_id, later)
    screen = app.open("compare", map=map_id)
    assert "“Park” came to the as-is: not dealt with yet" in screen.said
    assert "“Call”" not in screen.said
    screen.at("compare", "take-over", "park").click().run()
    screen.at("compare", "take-over", "call").click().run()
    assert [m.text for m in app.service.maps.journey(app.owner, to_be).moments] == ["Phone", "Park"]
    assert "Changed in the as-is since" not in screen.said


def test_of_a_merged_moment_each_part_is_taken_over_and_why_its_words_are_not_is_said(app: App) -> None:
    map_id = app.new_map(
        "A visit",
        Add(table="episodes", id="before", values={"title": "Before"}),
        Add(table="moments", id="call", parent="before", values={"text": "Call"}),
        Add(table="moments", id="wait", parent="before", values={"text": "Wait"}),
    )
    to_be = app.service.maps.design_to_be(app.owner, map_id)
    app.service.changes.merge(app.owner, to_be, [("call", ["wait"])])
    later: list[Change] = [
        Set(table="moments", id="wait", field="text", value="Queue"),
        Add(table="needs", id="heard", parent="wait", values={"text": "Be heard"}),
    ]
    app.service.changes.change(app.owner, map_id, later)
    screen = app.open("compare", map=map_id)
    assert "“Call” comes from several micro-moments, so nothing is put over what it says of itself" in screen.said
    assert "Go to the card" in screen.labels
    screen.at("compare", "take-over", "wait", "call").click().run()
    assert [need.text for need in app.service.maps.journey(app.owner, to_be).needs_of("call")] == ["Be heard"]
    assert "Take over" not in screen.labels


def test_an_observer_is_offered_nothing_to_take_over(app: App) -> None:
    map_id = app.new_map("A visit", Add(table="episodes", id="before", values={"title": "Before"}))
    app.service.maps.design_to_be(app.owner, map_id)
    park_it = Add(table="moments", id="park", parent="before", values={"text": "Park"})
    app.service.changes.change(app.owner, map_id, [park_it])
    screen = app.open("compare", app.join(Role.OBSERVER, map_id), map=map_id)
    assert "Take over" not in screen.labels


def test_what_is_undecided_leads_to_the_list_in_which_it_is_decided(app: App) -> None:
    as_is, _ = park(app)
    screen = app.open("compare", map=as_is)
    assert screen.at("compare", "view").value == "overlay"
    screen.at("compare", "more-open").click().run()
    screen.press(next(label for label in screen.labels if "nobody has decided so" in label))
    assert screen.at("compare", "view").value == "decide"


def test_the_same_list_is_open_on_the_map(app: App) -> None:
    to_be = park(app)[1]
    beside = [label for label in app.open("compare", map=to_be).labels if label.startswith("The need")]
    assert len(beside) == 4
    screen = app.open("map", map=to_be)
    screen.at("map", "tool", "open").click().run()
    assert [label for label in screen.labels if label.startswith("The need")] == beside
    assert "Everything you need is there" not in screen.said
