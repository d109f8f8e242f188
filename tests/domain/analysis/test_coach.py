"""The coach: each thing that is missing is said once, by name, with the way to it; what is there is not."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.analysis.coach import FEW, Hint, coach
from journeymap.domain.analysis.wording_hints import in_first_person, solution_in
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Remove, Set
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.catalogue import keys
from journeymap.domain.text.resources import data
from journeymap.exchange.document import from_document
from tests.support.journeys import FULL, MAP_ID, journeys
from tests.support.random_values import texts

SHIPPED = sorted(path.name for path in (*data("samples").glob("*-*.*.json"), *data("templates").glob("*.json")))


def built(*more: Change) -> Journey:
    return perform(Journey(MAP_ID), (*FULL, *more))[0]


def add(table: str, row_id: str, parent: str | None = None, **values: object) -> Add:
    return Add(table=table, id=row_id, parent=parent, values=values)


def put(table: str, row_id: str, field: str, value: object) -> Set:
    return Set(table=table, id=row_id, field=field, value=value)


def shipped(name: str) -> Journey:
    path = next(path for folder in ("samples", "templates") if (path := data(folder, name)).exists())
    return perform(Journey(MAP_ID), from_document(path.read_bytes(), MAP_ID))[0]


def hints(journey: Journey, **wishes: object) -> dict[str, list[Hint]]:
    found: dict[str, list[Hint]] = {}
    for hint in coach(journey, **wishes):  # type: ignore[arg-type]
        found.setdefault(hint.key, []).append(hint)
    return found


def chapters(*counts: int) -> Journey:
    """A map with so many moments in each episode."""
    rows = [add("episodes", f"e{n}", title=f"Chapter {n}") for n in range(len(counts))]
    rows += [add("moments", f"m{n}-{i}", f"e{n}", text=f"I do {i}") for n, c in enumerate(counts) for i in range(c)]
    return perform(Journey(MAP_ID), [FULL[0], FULL[1], *rows])[0]


def person(role: Role, doing: str = "") -> Participant:
    return Participant(id=f"p-{role}-{len(doing)}", name="Ann", role=role, doing=doing)


def test_a_good_map_is_left_in_peace() -> None:
    assert set(hints(shipped("nature-park.en.as-is.json"))) <= {"no-feeling"}
    assert coach(shipped("nature-park.en.to-be.json")) == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_hints_about_wording_are_not_given_where_the_wording_is_fine(name: str) -> None:
    assert not hints(shipped(name)).keys() & {"solution", "third-person"}


def test_an_empty_map_is_told_how_to_begin_and_nothing_else() -> None:
    journey, _ = perform(Journey(MAP_ID), FULL[:1])
    assert [hint.key for hint in coach(journey)] == ["persona-missing", "no-episodes"]


def test_the_usual_number_of_episodes_is_said_on_both_sides() -> None:
    assert "There are 2 episodes so far; 5 to 7 are usual." in hints(built())["few-episodes"][0].words
    assert not hints(chapters(1, 1, 1, 1, 1)).keys() & {"few-episodes", "many-episodes"}
    assert hints(chapters(*[1] * 8))["many-episodes"][0].words.startswith("8 episodes")


def test_a_thin_episode_is_compared_with_the_others() -> None:
    (hint,) = hints(chapters(6, 2, 11, 8, 7))["thin-episode"]
    assert hint.words == "“Chapter 1” has 2 micro-moments; others have 6 to 11."
    assert hint.show == ("e1",)
    (hint,) = hints(chapters(6, 1, 6), language="nl")["thin-episode-same"]
    assert hint.words == "“Chapter 1” heeft 1 micromoment; andere hebben er 6."
    assert "thin-episode" not in hints(chapters(3, 2, 4))
    assert hints(chapters(3, 0, 4))["empty-episode"][0].show == ("e1",)


def test_a_room_that_only_sees_itself_is_asked_what_happens_without_it() -> None:
    owned = put("channels", "desk", "owned", True)
    assert "only-ours" not in hints(built())
    (hint,) = hints(built(owned))["only-ours"]
    assert hint.words == (
        "Every moment so far is one of ours. What does Noor do without us: friends, reviews, a competitor?"
    )


def test_paths_that_nobody_has_drawn_are_asked_for() -> None:
    assert hints(built())["only-happy"][0].show == ("happy",)
    assert "only-happy" not in hints(built(add("paths", "sad", name="Nobody picks up", kind="unhappy")))
    assert "no-path" in hints(built(Remove(table="paths", id="happy")))


def test_feelings_without_evidence_are_guesses_and_the_decisive_one_is_named() -> None:
    felt = [put("moments", "arrive", "felt_valence", 1)]
    (hint,) = hints(built(*felt))["guessed"]
    assert hint.words.startswith("2 of 2 felt emotions are still a guess. Who can say how “I arrive” really felt?")
    assert hint.show == ("arrive", "call"), "the moment of truth first"
    backed = [put("moments", i, "evidence_status", "validated") for i in ("call", "arrive")]
    assert "guessed" not in hints(built(*felt, *backed))


def test_needs_that_are_solutions_are_shown_with_the_word_that_gives_them_away() -> None:
    rows = [add("needs", f"n{n}", "call", text=f"Have an app that tells me {n}") for n in range(4)]
    found = hints(built(*rows))["solution"]
    assert len(found) == FEW
    assert found[0].show == ("n0",)
    assert "“app”" in found[0].words


@pytest.mark.parametrize(
    ("language", "need", "solution"),
    [
        ("en", "A Dashboard with my orders", "Dashboard"),
        ("en", "Be happy with what I chose", None),
        ("en", "Manage without an app", None),
        ("nl", "Een aanvraagformulier hebben", "aanvraagformulier"),
        ("nl", "Een stap verder komen", None),
        ("nl", "Op de hoogte blijven", None),
        ("en", "İ want a chatbot", "chatbot"),
    ],
)
def test_few_needs_are_taken_for_solutions(language: str, need: str, solution: str | None) -> None:
    assert solution_in(need, language) == solution


@pytest.mark.parametrize(
    ("text", "put_better"),
    [
        ("Reads the magazine", "Read the magazine"),
        ("She tries again", "Try again"),
        ("noor goes home", "go home"),
        ("Watches a film", "Watch a film"),
        ("Pass the gate", None),
        ("I read", None),
        ("Visits of friends", None),
        ("News from the park", None),
        ("Noor’s mother calls", None),
    ],
)
def test_moments_told_of_somebody_else_are_put_in_the_base_form(text: str, put_better: str | None) -> None:
    assert in_first_person(text, "Noor") == put_better


def test_the_form_of_english_moments_is_not_asked_of_dutch_ones() -> None:
    told = put("moments", "call", "text", "Calls the desk")
    assert hints(built(told))["third-person"][0].words.endswith("“Call the desk”.")
    assert "third-person" not in hints(built(told, put("maps", MAP_ID, "language", "nl")))


def test_who_is_not_in_the_room_is_said_where_one_knows_who_is() -> None:
    journey = built(put("backstage_steps", "planning", "team", "Web team"))
    assert not hints(journey).keys() & {"no-customer", "no-front-line", "team-missing"}
    colleague = person(Role.PARTICIPANT, "Finance")
    found = hints(journey, participants=[colleague, person(Role.OBSERVER, "Contact centre")])
    assert found.keys() >= {"no-customer", "no-front-line", "team-missing"}
    assert coach(journey, participants=[colleague])[0].key == "no-customer"
    assert found["team-missing"][0].words.startswith("Web team works behind these moments")
    assert found["team-missing"][0].show == ("planning",)
    room = [person(Role.CUSTOMER), person(Role.PARTICIPANT, "webteam"), person(Role.PARTICIPANT, "Balie")]
    assert not hints(journey, participants=room).keys() & {"no-customer", "no-front-line", "team-missing"}


@pytest.mark.parametrize(
    ("team", "doing", "here"),
    [
        ("Contact centre", "contact center agent", True),
        ("Finance", "Finance department", True),
        ("Team bezoekerscentrum", "Bezoekerscentrum", True),
        ("Visitor centre team", "Contact centre", False),
        ("Geo-information", "Finance", False),
    ],
)
def test_a_team_is_known_by_its_name_however_it_is_written(team: str, doing: str, here: bool) -> None:
    journey = built(put("backstage_steps", "planning", "team", team))
    assert ("team-missing" not in hints(journey, participants=[person(Role.PARTICIPANT, doing)])) == here


def to_be(*more: Change) -> tuple[Journey, Journey]:
    as_is = built()
    made, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "Better"))
    return as_is, perform(made, more)[0]


def test_a_to_be_is_begun_at_the_end() -> None:
    as_is, journey = to_be()
    found = hints(journey, as_is=as_is)
    assert found["target-reversed"][0].words == "Begin at the end: what should Noor feel in “At the park”?"
    assert found["moment-untargeted"][0].show == ("arrive",)
    assert not found.keys() & {"as-is-open", "guessed", "no-target"}
    aimed = put("episodes", "there", "targeted_valence", 2)
    assert not hints(to_be(aimed)[1], as_is=as_is).keys() & {"target-reversed", "moment-untargeted"}


def test_an_as_is_moment_without_a_place_in_the_to_be_is_asked_about() -> None:
    as_is, journey = to_be(Remove(table="moments", id="call"))
    (hint,) = hints(journey, as_is=as_is)["as-is-open"]
    assert hint.words == "“I call the desk” of the as-is has no place in the to-be. Is it meant to go?"
    assert hint.show == ("call",)


ROOM = st.lists(
    st.builds(person, st.sampled_from(list(Role)), st.sampled_from(["", "Finance", "balie", "🌳"]) | texts(20)),
    max_size=4,
)


@settings(max_examples=30)
@given(journey=journeys(), people=ROOM, language=st.sampled_from(["en", "nl"]))
def test_hints_come_by_weight_point_at_rows_that_are_there_and_are_the_same_each_time(
    journey: Journey, people: list[Participant], language: str
) -> None:
    found = coach(journey, participants=people, language=language)
    assert [hint.weight for hint in found] == sorted((hint.weight for hint in found), reverse=True)
    for hint in found:
        assert f"coach-{hint.key}" in keys(language)
        assert all(journey.table_of(row) for row in hint.show)
        assert len(set(hint.show)) == len(hint.show)
    for _, same in itertools.groupby(sorted(found, key=lambda h: h.key), key=lambda h: h.key):
        assert len(list(same)) <= FEW
    assert coach(journey, participants=people, language=language) == found
