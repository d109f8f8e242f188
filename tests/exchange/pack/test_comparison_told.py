"""A board pack says of a comparison what a board remembers, with numbers that were worked out by hand."""

from datetime import date

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.operations import Add, Remove, Set
from journeymap.domain.model.validation import MapState
from journeymap.exchange.map_status import FileStanding
from journeymap.exchange.pack.board_pack import BoardPack
from journeymap.exchange.pack.comparison_told import board_pack
from tests.support.small_maps import made, sample

MOMENTS = (
    {"text": "I call", "felt_valence": -1, "minutes": 14},
    {"text": "I wait", "felt_valence": -2, "minutes": 60},
    {"text": "I walk", "felt_valence": 2, "minutes": 30},
    {"text": "I go home", "felt_valence": 0},
)


def the_sample(language: str = "en") -> BoardPack:
    return board_pack(compare(sample("as-is"), sample("to-be")), FileStanding(), language)


def test_the_story_of_the_sample_is_the_one_a_board_remembers() -> None:
    told = {it.name: it.words("en") for it in the_sample().story}
    assert told == {
        "Low": ("−2", "+1"),
        "Peak": ("+2", "+2"),
        "End": ("+0.1", "+1.9"),
        "Deepest fall": ("−1.6", "−0.4"),
    }
    assert the_sample().story[0].place == "Wait for the confirmation"


def test_figures_say_of_how_many_moments_they_speak() -> None:
    figures = {it.name: it for it in the_sample().figures}
    assert (figures["Time"].before, figures["Time"].after) == ("8 h 42", "8 h 04"), "522 and 484 minutes, happy path"
    assert figures["Time"].coverage == "said for 33 of 33 → 38 of 38"
    assert (figures["Switches"].before, figures["Switches"].after) == ("17", "16")
    assert "Customer effort (CES)" not in figures, "nobody measured it"


def test_the_worst_pain_comes_first_and_its_answer_is_what_bears_on_it() -> None:
    pains = the_sample().pains
    assert pains[0].place == "Wait for the confirmation"
    assert pains[0].answer == "gone, and nobody has decided so"
    booked = next(it for it in pains if it.answer.startswith("Book the activity"))
    assert booked.answer == "Book the activity from the plan (minutes, channels and backstage)"


def test_an_improvement_is_one_that_holds_in_the_worst_case() -> None:
    text, why = the_sample().improvements[0]
    assert (text, why[:11]) == ("Eat something warm at a table that is ready", "−1.8 → +1.5")
    rises = [float(why.split(" → ")[1].split(",")[0].replace("−", "-")) for _, why in the_sample().improvements]
    assert all(rise > -2 for rise in rises)


def test_what_is_open_is_counted_by_kind() -> None:
    assert list(the_sample().still_open)[:2] == ["4 needs without a micro-moment", "59 micro-moments undecided"]


def test_whatever_is_taken_out_or_renamed_improves_nothing() -> None:
    as_is = made(*MOMENTS)
    to_be = perform(as_is, [])[0]
    wait = to_be.moments[1].id
    renamed = perform(to_be, [Set(table="moments", id=wait, field="text", value="I wait happily")])[0]
    shorter = perform(to_be, [Remove(table="moments", id=wait)])[0]
    for other in (to_be, renamed, shorter):
        assert board_pack(compare(as_is, other), FileStanding(), "en").improvements == []


def test_a_validated_map_has_no_warning_and_says_who_judged_it() -> None:
    standing = FileStanding(MapState.VALIDATED, date(2026, 3, 3), customers=2)
    it = board_pack(compare(sample("as-is"), sample("to-be")), standing, "en")
    assert (it.warning, "2" in it.validated) == ("", True)
    assert the_sample().warning == the_sample().validated != ""


def test_empty_maps_make_an_empty_pack() -> None:
    empty = made()
    it = board_pack(compare(empty, empty), FileStanding(), "nl")
    assert (it.improvements, it.pains, it.story[0].words("nl")) == ([], [], ("–", "–"))


def test_it_speaks_dutch() -> None:
    it = the_sample("nl")
    assert it.story[0].name != "Low"
    assert it.story[2].words("nl") == ("+0,1", "+1,9")
    assert it.still_open[0] == "4 behoeften zonder micromoment"


def test_added_moments_are_no_improvement_of_anything() -> None:
    as_is = made(*MOMENTS)
    episode = as_is.episodes[0].id
    more = perform(
        as_is, [Add(table="moments", id="new", parent=episode, values={"text": "I smile", "felt_valence": 2})]
    )[0]
    assert board_pack(compare(as_is, more), FileStanding(), "en").improvements == []
