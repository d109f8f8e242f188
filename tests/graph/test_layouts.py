"""Where nodes stand: never by chance, never upon each other."""

from itertools import combinations, pairwise
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from journeymap.graph.layouts import ARC, levels, ring, rows, shelves, spread, tied

WISHES = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.floats(-5_000, 5_000), max_size=12)


@given(st.integers(0, 60))
def test_nodes_on_a_ring_are_a_label_apart(count: int) -> None:
    found = ring([str(n) for n in range(count)])
    assert len(found) == count
    for (x, y), (other_x, other_y) in combinations(found.values(), 2):
        assert hypot(x - other_x, y - other_y) > ARC * 0.9


@given(st.integers(0, 40), st.integers(0, 9))
def test_rows_hold_every_node_once(count: int, most: int) -> None:
    found = rows([str(n) for n in range(count)], 100, 170, 90, most)
    assert len(set(found.values())) == len(found) == count
    assert all(y >= 100 for _, y in found.values())


@given(st.lists(st.tuples(st.floats(1, 900), st.floats(1, 3_000)), max_size=12))
def test_blocks_on_shelves_do_not_overlap(sizes: list[tuple[float, float]]) -> None:
    found = shelves(sizes)
    blocks = [(x, y, x + width, y + height) for (x, y), (width, height) in zip(found, sizes, strict=True)]
    for one, other in combinations(blocks, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@given(WISHES)
def test_what_is_spread_is_apart_and_in_the_order_wished_for(wishes: dict[str, float]) -> None:
    found = spread(wishes, 150)
    assert set(found) == set(wishes)
    assert all(other - one >= 149.5 for one, other in pairwise(sorted(found.values())))
    for one, other in combinations(wishes, 2):
        if wishes[one] < wishes[other]:
            assert found[one] < found[other]


def test_what_is_apart_already_stays_where_it_wishes_to_be() -> None:
    assert spread({"a": 0, "b": 500}, 150) == {"a": 0, "b": 500}
    assert spread({"a": 10, "b": 10}, 100) == {"a": -40, "b": 60}


@given(st.lists(st.floats(0, 2_000), max_size=20))
def test_on_one_level_all_are_apart(numbers: list[float]) -> None:
    places = {str(n): number for n, number in enumerate(numbers)}
    found = levels(places, 150)
    for one, other in combinations(places, 2):
        if found[one] == found[other]:
            assert abs(places[one] - places[other]) >= 150


def test_all_that_are_equal_are_found_and_nought_is_no_most() -> None:
    assert tied(["aa", "b", "cc"], len) == ["aa", "cc"]
    assert tied(["", ""], len) == []
