"""The journey as a networkx graph."""

from hypothesis import given, settings

from journeymap.domain.model.journey import Journey
from journeymap.graph.network import ORDER, network
from tests.support.journeys import journeys
from tests.support.small_maps import made, sample


def edges(journey: Journey) -> list[tuple[str, str, str]]:
    return sorted((start, end, about["kind"]) for start, end, about in network(journey).edges(data=True))


def with_paths(*ways: str, kinds: tuple[str, ...] = ()) -> Journey:
    """Moments a, b, c, d in order, and paths written as "abca"."""
    paths = [
        {"id": f"p{n}", "name": f"Path {n}", "kind": kind, "share": 10 * n, "path_steps": [{"moment": m} for m in way]}
        for n, (way, kind) in enumerate(zip(ways, kinds or ("happy",) * len(ways), strict=True), 1)
    ]
    return made(*({"id": name, "text": name.upper()} for name in "abcd"), paths=paths)


def test_moments_are_nodes_that_know_their_place_and_what_is_felt() -> None:
    graph = network(sample("as-is"))
    about = graph.nodes["m-magazine"]
    assert (about["text"], about["order"], about["episode"]) == ("Read the member magazine", 0, "e-inspire")
    assert about["channels"][0] == "Member magazine"
    assert about["episode_title"] == "Getting inspired"
    assert [graph.nodes[node]["order"] for node in graph] == list(range(len(graph)))


def test_every_step_of_every_path_is_an_edge_of_its_own() -> None:
    journey = with_paths("abcd", "abab", kinds=("happy", "loop"))
    graph = network(journey)
    assert edges(journey) == [
        *(("a", "b", "happy"), ("a", "b", "loop"), ("a", "b", "loop")),
        *(("b", "a", "loop"), ("b", "c", "happy"), ("c", "d", "happy")),
    ]
    assert graph.edges["a", "b", "p2/3"] == {"kind": "loop", "path": "p2", "name": "Path 2", "share": 20, "step": 3}


def test_without_paths_the_moments_are_held_in_their_order() -> None:
    assert edges(with_paths()) == [("a", "b", ORDER), ("b", "c", ORDER), ("c", "d", ORDER)]


def test_moments_that_no_path_passes_are_held_in_their_order() -> None:
    assert edges(with_paths("ac")) == [*(("a", "b", ORDER), ("a", "c", "happy"), ("b", "c", ORDER), ("c", "d", ORDER))]


def test_a_path_of_one_step_or_none_adds_no_edge() -> None:
    assert [kind for _, _, kind in edges(with_paths("a", ""))] == [ORDER] * 3


@given(journeys(min_size=4, max_size=20))
@settings(max_examples=40)
def test_the_graph_has_all_moments_and_all_steps_of_any_map(journey: Journey) -> None:
    graph = network(journey)
    assert list(graph) == [moment.id for moment in journey.moments]
    steps = sum(max(0, len(journey.steps_of(path.id)) - 1) for path in journey.paths)
    assert sum(more["kind"] != ORDER for _, _, more in graph.edges(data=True)) == steps
