"""Where people put nodes: rows of the map like any other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.changes.copy import copy_changes, to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.limits import COORDINATE
from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.document import from_document, to_bytes
from journeymap.graph.node_places import places_of, placing, tidying
from journeymap.graph.views import view
from tests.support.small_maps import built, made

NUMBERS = st.floats(-2 * COORDINATE, 2 * COORDINATE) | st.integers(-500, 500)


def put(journey: Journey, *changes: Change) -> Journey:
    return perform(journey, changes)[0]


@given(st.lists(st.tuples(st.sampled_from(["call", "team:The desk", "x" * 200]), NUMBERS, NUMBERS), max_size=6))
def test_a_node_stands_where_it_was_put_last(drags: list[tuple[str, float, float]]) -> None:
    journey, last = made("Call"), {}
    for node, x, y in drags:
        journey = put(journey, *placing(journey, "backstage", node, x, y))
        last[node] = tuple(round(max(-COORDINATE, min(COORDINATE, number)), 1) for number in (x, y))
        assert placing(journey, "backstage", node, x, y) == []
    assert places_of(journey, "backstage") == last
    assert places_of(journey, "journey") == {}
    assert journey.count("places") == len(last)


def test_tidying_forgets_the_places_of_one_view() -> None:
    journey = made("Call")
    for name in ("journey", "needs"):
        journey = put(journey, *placing(journey, name, "a", 1, 2))
    tidy = put(journey, *tidying(journey, "journey"))
    assert (places_of(tidy, "journey"), places_of(tidy, "needs")) == ({}, {"a": (1, 2)})


def test_two_who_move_the_same_node_at_once_make_one_row() -> None:
    journey = made("Call")
    one, other = placing(journey, "journey", "a", 1, 2), placing(journey, "journey", "a", 3, 4)
    with pytest.raises(Refusal):
        put(put(journey, *one), *other)


def row(**values: object) -> Change:
    return Add(table="places", id="p", values={"view": "journey", "node": "a", "x": 1, "y": 2, **values})


@pytest.mark.parametrize(
    "values",
    [
        *({"x": value} for value in (float("nan"), float("inf"), COORDINATE + 1, True, "left", None)),
        *({"node": value} for value in ("", "x" * 201, "a\0b")),
        {"view": "sky"},
    ],
)
def test_what_is_no_place_is_refused_in_words(values: dict[str, object]) -> None:
    with pytest.raises(Refusal) as refused:
        put(made("Call"), row(**values))
    for language in ("en", "nl"):
        assert len(refused.value.reason(language)) > 10


def test_a_node_has_one_place_a_view() -> None:
    journey = put(
        made("Call"), row(), Add(table="places", id="q", values={"view": "needs", "node": "a", "x": 0, "y": 0})
    )
    for change in (
        row().model_copy(update={"id": "again"}),
        Set(table="places", id="q", field="view", value="journey"),
    ):
        with pytest.raises(Refusal, match="Somebody else has just moved"):
            put(journey, change)


def test_places_go_along_with_a_copy_and_a_file_and_a_to_be_is_laid_out_anew() -> None:
    journey = put(made("Call"), row())
    assert places_of(built(copy_changes(journey, "copy"), "copy"), "journey") == {"a": (1, 2)}
    assert places_of(built(from_document(to_bytes(journey), "file"), "file"), "journey") == {"a": (1, 2)}
    assert built(to_be_changes(journey, "to-be", "T"), "to-be").count("places") == 0


def test_a_place_of_what_is_gone_is_passed_over() -> None:
    journey = put(made("Call"), row(node="gone"))
    assert [dot.kind for dot in view(journey, "journey").dots] == ["moment", "episode"]
