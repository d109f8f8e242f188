"""Near-duplicates: what is alike is offered together, what is not is left alone."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from journeymap.domain.analysis.near_duplicates import LIKENESS, fresh, groups, likeness
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Set
from journeymap.domain.model.rows import Channel, Moment, Need, Touchpoint
from journeymap.domain.text.resources import data
from journeymap.exchange.document import from_document
from tests.support.line_maps import LINES, journey_of, moment, placed


def together(journey: Journey, **wishes: object) -> list[tuple[str, ...]]:
    return [group.moments for group in groups(journey, **wishes)]  # type: ignore[arg-type]


SHIPPED = sorted(path.name for path in (*data("samples").glob("*-*.*.json"), *data("templates").glob("*.json")))


@pytest.mark.parametrize("name", SHIPPED)
def test_nobody_is_asked_to_merge_what_a_good_map_tells_apart(name: str) -> None:
    path = next(path for folder in ("samples", "templates") if (path := data(folder, name)).exists())
    journey, _ = perform(Journey("m"), from_document(path.read_bytes(), "m"))
    assert [[journey.get(Moment, i).text for i in group] for group in together(journey)] == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "I call the desk because I need certainty", "Calling the desk"),
        ("en", "Read the member magazine", "I read the magazine"),
        ("en", "Pay the parking", "Pay for parking at the machine"),
        ("en", "Wait for confirmation", "I waited for the confirmation e-mail"),
        ("en", "Order a café latte", "ordering a CAFE LATTE"),
        ("nl", "Ik bel de balie", "De balie bellen"),
        ("nl", "Ik heb met de balie gebeld", "De balie bellen om te vragen of er plek is"),
        ("nl", "Kaartje kopen", "Ik koop kaartjes op de website"),
        ("nl", "De auto parkeren", "Ik parkeer mijn auto"),
        ("en", "🌳", "🌳"),
    ],
)
def test_the_same_thing_said_twice_is_offered(language: str, one: str, other: str) -> None:
    journey = journey_of([moment("a", one), moment("b", other)], language)
    assert together(journey) == [("a", "b")]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Pay for the activity", "Pay at the parking machine"),
        ("en", "Drive to the park", "Drive home with sleeping children"),
        ("en", "Wait for the confirmation", "Wait to be called back"),
        ("nl", "Op de goedkeuring wachten", "Op het geld wachten"),
        ("nl", "De bestelling betalen", "De bevestiging lezen"),
        ("en", "🌳", "🐦"),
    ],
)
def test_different_things_are_not(language: str, one: str, other: str) -> None:
    assert together(journey_of([moment("a", one), moment("b", other)], language)) == []


def test_on_a_to_be_only_what_is_new_or_was_touched_is_offered_again() -> None:
    as_is = journey_of([moment("a", "I call the desk"), moment("b", "Calling the desk"), moment("c", "I drive home")])
    to_be, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "Better"))
    assert together(to_be) == [("a", "b")]
    assert fresh(groups(to_be), to_be, as_is) == ()
    new = to_be.with_row(placed(moment("d", "Driving home")))
    assert [group.moments for group in fresh(groups(new), new, as_is)] == [("c", "d")]
    touched, _ = perform(to_be, [Set(table="moments", id="b", field="text", value="I call the desk by video")])
    assert [group.moments for group in fresh(groups(touched), touched, as_is)] == [("a", "b")]


def test_the_same_need_and_channel_bring_two_moments_closer() -> None:
    rows = [moment("a", "Buy a ticket online"), moment("b", "I buy tickets on the website")]
    near = [
        Channel(id="c", name="Website"),
        *(Touchpoint(id=f"t{i}", parent=i, channel="c") for i in "ab"),
        *(Need(id=f"n{i}", parent=i, text="Know there is a place") for i in "ab"),
    ]
    assert likeness(journey_of(rows), "a", "b") < LIKENESS <= likeness(journey_of([*rows, *near]), "a", "b")
    (group,) = groups(journey_of([*rows, *near]))
    assert group.why[1:] == ("The same channel: Website", "The same need")


def test_one_asks_within_an_episode_or_across_the_map_and_how_much_alike() -> None:
    journey = journey_of([moment("a", "Call the desk"), moment("b", "Call the desk", "f")])
    assert together(journey) == []
    assert together(journey, across=True) == [("a", "b")]
    journey = journey_of([moment("a", "Buy a ticket online"), moment("b", "I buy tickets on the website")])
    assert together(journey, likeness=0.6) == [("a", "b")]


def test_what_is_still_hidden_is_not_offered() -> None:
    assert together(journey_of([moment("a", "Call"), moment("b", "Call", private="step-1", author="ben")])) == []


def test_the_most_complete_one_is_proposed_to_stay_then_the_oldest() -> None:
    rows = [moment("a", "Call the desk"), moment("b", "Call the desk"), moment("c", "Call the desk", felt_valence=1)]
    (group,) = groups(journey_of(rows))
    assert (group.keeper, group.others, group.why) == ("c", ("a", "b"), ("The same sentence",))
    (group,) = groups(journey_of(rows[:2]), born={"a": 9, "b": 4})
    assert group.keeper == "b"


def test_a_chain_of_likenesses_does_not_become_one_group() -> None:
    words = [
        "amber",
        "birch",
        "cedar",
        "dune",
        "elm",
        "fern",
        "grass",
        "heath",
        "iris",
        "jasmine",
        "kelp",
        "lilac",
        "moss",
        "nettle",
    ]
    rows = [moment(str(n), " ".join(words[n : n + 6])) for n in range(7)]
    journey = journey_of(rows)
    assert all(likeness(journey, str(n), str(n + 1)) >= 0.7 for n in range(6)), "each is like the next one"
    assert max(len(group) for group in together(journey, likeness=0.7)) <= 3


@st.composite
def drafts(draw: DrawFn) -> list[Moment]:
    lines = draw(st.lists(st.tuples(LINES, st.sampled_from("ef")), max_size=14))
    return [moment(f"m{n}", text, episode) for n, (text, episode) in enumerate(lines)]


@settings(max_examples=50)
@given(rows=drafts(), data=st.data(), least=st.sampled_from([0.5, LIKENESS, 1.0]), across=st.booleans())
def test_groups_share_nobody_and_do_not_depend_on_the_order(
    rows: list[Moment], data: st.DataObject, least: float, across: bool
) -> None:
    journey = journey_of(rows)
    found = groups(journey, likeness=least, across=across)
    members = [i for group in found for i in group.moments]
    assert len(members) == len(set(members))
    for group in found:
        assert group.keeper in group.moments
        assert len(group.others) == len(group.moments) - 1 > 0
        assert across or len({journey.get(Moment, i).parent for i in group.moments}) == 1
        for one, other in combinations(group.moments, 2):
            assert likeness(journey, one, other) == likeness(journey, other, one) >= least - 0.001
    mixed = data.draw(st.permutations(rows))
    again = groups(journey_of(mixed), [row.id for row in mixed], likeness=least, across=across)
    assert again == found
