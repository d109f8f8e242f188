"""Compare: figures that are counted and never made up, what changed in words, what is still open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Move, Remove, Set
from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.durations import duration_short
from journeymap.ui.screens.compare.figure_cards import Card, cards, gap_closed, percent, redesigned, signed
from journeymap.ui.screens.compare.moment_changes import changes_in_words
from journeymap.ui.screens.compare.open_points import still_open
from journeymap.ui.screens.compare.overlay import aligned, overlay
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.screens.compare.table_rows import fate_rows, pain_rows
from tests.support.app import App, Screen
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


def card(of: Pair, label: str) -> Card:
    return next(found for found in cards(of, "en") if found.label == label)


BOOK = Set(table="moments", id="call", field="text", value="Book in the app")
NO_WAIT = Remove(table="moments", id="wait")


# Figures


def test_the_mean_gap_is_what_the_to_be_aims_for_minus_what_is_felt() -> None:
    assert card(pair(), "Targeted − felt").value == signed(1.5 - (-2.5 / 3), "en") == "+2.33"


def test_a_to_be_that_keeps_everything_closes_nothing() -> None:
    assert gap_closed(pair()) == 0
    assert card(pair(), "Targeted − felt").note == "0 % of gap closed"


def test_a_removed_moment_takes_its_gap_along_and_a_kept_one_keeps_it() -> None:
    assert gap_closed(pair(NO_WAIT)) == pytest.approx(3.5 / 7.0)


def test_a_changed_moment_closes_as_much_as_is_aimed_for() -> None:
    less = Set(table="moments", id="call", field="targeted_valence", value=0)
    assert gap_closed(pair(BOOK, less)) == pytest.approx(1.5 / 7.0)


@given(journeys(min_size=4), st.data())
@settings(max_examples=40, deadline=None)
def test_never_more_than_the_whole_gap_is_closed(journey: Journey, data: st.DataObject) -> None:
    of = pair(as_is=journey)
    for _ in range(4):
        of = Pair(journey, perform(of.to_be, [data.draw(changes(of.to_be))])[0])
    closed = gap_closed(of)
    assert closed is None or 0 <= closed <= 1 + 1e-9


def test_without_a_felt_emotion_no_figure_is_made_up() -> None:
    unfelt = made("Call the desk", "Wait")
    emotion = card(pair(as_is=unfelt), "Targeted − felt")
    assert (emotion.value, emotion.note) == ("–", "not known yet")
    for label in ("Channels", "Customer effort", "Needs met"):
        assert card(pair(as_is=unfelt), label).note == "not known yet"


def test_effort_is_a_percentage_only_where_all_minutes_are_said() -> None:
    assert card(pair(NO_WAIT), "Customer effort").value == "−57 %"
    assert card(pair(NO_WAIT), "Customer effort").note == "1 h 46 → 46 min"
    partly = card(pair(Set(table="moments", id="go", field="minutes", value=None)), "Customer effort")
    assert partly.value == "1 h 46 → 1 h 16"
    assert partly.note == "time known for 3 of 3 as-is and 2 of 3 to-be moments"


def test_needs_that_no_moment_serves_are_still_open() -> None:
    needs = card(pair(NO_WAIT), "Needs met")
    assert (needs.value, needs.note, needs.tone) == ("1 / 2", "1 still open", "bad")
    assert card(pair(), "Needs met").note == "every need has a moment"


def test_what_is_redesigned_is_what_is_not_kept() -> None:
    assert redesigned(pair()) == (0, 3)
    assert redesigned(pair(BOOK, NO_WAIT)) == (1, 2)
    assert card(pair(BOOK, NO_WAIT), "Micro-moments").value == "3 → 2"


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ("+1.64", "−79 %", "1 h 05", "2 h")), ("nl", ("+1,64", "−79 %", "1 u 05", "2 u"))],
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
    rows = fate_rows(of, language)
    assert {row.disposition for row in rows} == set(Disposition)
    for row in rows:
        plain_fates = (Disposition.KEPT, Disposition.REMOVED, Disposition.NEW)
        assert bool(row.changes) is (row.disposition not in plain_fates), row


def test_the_worst_pain_comes_first_with_what_is_done_about_it() -> None:
    rows = pain_rows(pair(BOOK, NO_WAIT), "en")
    assert [(row.moment, row.does, row.emotion, row.stories) for row in rows] == [
        ("Wait", "is no longer needed", "−2 → gone", ()),
        ("Call the desk", "becomes “Book in the app”", "−1.5 → +1.5", ("1.1",)),
        ("Go there", "stays as it is", "+1 → +1.5", ("1.2",)),
    ]
    assert rows[0].moment_of_truth


# Still open


def test_lost_needs_kept_pains_silence_and_nobody_asked_are_open() -> None:
    found = [(item.what, item.why) for item in still_open(pair(BOOK, NO_WAIT), "en")]
    assert found == [
        ("The need “Know when I hear more” has no moment in the to-be", "dropped with “Wait”"),
        ("“No signs” still hurts", "“Go there” is kept as it is"),
        ("The episode “Before” has no communication yet", "targeted emotion: (+1.5)"),
        ("No customer has validated the to-be", "no decision without customer participation"),
    ]


def test_nothing_is_open_once_all_is_done() -> None:
    asked = [Set(table="moments", id=i, field="evidence_status", value="validated") for i in ("call", "wait")]
    done = pair(
        BOOK,
        *asked,
        Remove(table="moments", id="go"),
        Set(table="moments", id="wait", field="text", value="Get an answer at once"),
        Add(table="communications", id="hi", parent=AIMED.episodes[0].id, values={"text": "Welcome"}),
    )
    assert still_open(done, "en") == []


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
    picture = overlay(pair(BOOK), "en", only_changed=True)
    assert [card["text"] for card in picture["as_is"] + picture["to_be"]] == ["Call the desk", "Book in the app"]
    assert picture["left_out"] == 2
    assert picture["links"] == [{"from": 0, "to": 0, "fate": "changed"}]
    assert overlay(pair(), "en", only_changed=True)["columns"] == 0


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


def metrics(screen: Screen) -> dict[str, str]:
    return {metric.label: metric.value for metric in screen.metric}


@pytest.mark.parametrize("side", [0, 1])
def test_either_map_shows_the_same_comparison(app: App, side: int) -> None:
    screen = app.open("compare", map=park(app)[side])
    assert metrics(screen)["Micro-moments"] == "59 → 44"
    assert metrics(screen)["Needs met"] == "80 / 84"
    assert "Wait for the confirmation" in screen.table[0].value.iloc[0, 0]
    assert "no decision without customer participation" in screen.table[1].value.iloc[-1, 1]


@pytest.mark.parametrize(
    ("language", "aim", "changes_"),
    [("en", "should feel curious", "What changes"), ("nl", "moet voelen als", "Wat er verandert")],
)
def test_every_view_reads_in_both_languages(app: App, language: str, aim: str, changes_: str) -> None:
    screen = app.open("compare", language=language, map=park(app)[0])
    screen.at("compare", "view").set_value("side").run()
    assert aim in screen.said
    assert "Look at photos of fox cubs" in screen.said
    screen.at("compare", "view").set_value("table").run()
    table = screen.table[0].value
    assert any(column.startswith(changes_) for column in table.columns)
    assert "Look at photos of fox cubs" in table.to_string()


def test_the_table_can_show_one_fate_only(app: App) -> None:
    screen = app.open("compare", map=park(app)[0])
    screen.at("compare", "view").set_value("table").run()
    assert "63 micro-moments" in screen.said
    screen.at("compare", "fates").set_value([Disposition.NEW]).run()
    assert "4 micro-moments" in screen.said
    assert len(screen.table[0].value) == 4


def test_all_pains_can_be_shown(app: App) -> None:
    screen = app.open("compare", map=park(app)[0])
    assert len(screen.table[0].value) == 8
    screen.press("Show all 30")
    assert len(screen.table[0].value) == 30
    screen.press("Show the 8 worst")
    assert len(screen.table[0].value) == 8


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
    assert metrics(screen)["Micro-moments"] == "59 → 59"
    choice.set_value(first).run()
    assert metrics(screen)["Micro-moments"] == "59 → 44"


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
