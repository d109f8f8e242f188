"""Labels never meet: on all samples, a long journey and awkward words, in every view, near and far; measured."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add
from journeymap.graph.label_places import Box, labels_of
from journeymap.graph.pyvis_network import BOX
from journeymap.graph.views import VIEWS, view
from tests.support.board_page import long_journey
from tests.support.nature_park import AWKWARD
from tests.support.node import Bench, bench
from tests.support.small_maps import made, published, sample

SCALES = (0.1, 0.25, 0.4, 0.55, 0.8, 1.2, 2.0)
LEAST = 11


def long(moments: int = 140) -> Journey:
    """A furnished journey, as large as they get in a room."""
    header = Add(table="maps", id="long", values={"title": "Long", "kind": "as-is", "language": "en"})
    return perform(Journey("long"), [header, *long_journey(moments)])[0]


def journeys() -> dict[str, Journey]:
    """Whatever is drawn here."""
    words = tuple(word for word in AWKWARD if word.strip())
    return {
        "long": long(),
        "awkward": made(*words, *words),
        "park": sample("as-is"),
        "to-be": sample("to-be"),
        "nl": sample("as-is", "nl"),
        "nl-to-be": sample("to-be", "nl"),
        "va": published(),
    }


MAPS = journeys()


@pytest.fixture(scope="module")
def node() -> Iterator[Bench]:
    """Our module, in Node."""
    with bench() as it:
        yield it


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes have more in common than an edge."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    return across > 0.01 and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 0.01


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("which", [one for one in VIEWS if one not in ("needs", "over")])
def test_no_label_meets_another_or_a_node_however_far_one_is(node: Bench, name: str, which: str) -> None:
    dots = [dot for dot in view(MAPS[name], which).dots if dot.shape != BOX]
    nodes: list[dict[str, Any]] = [
        {"id": dot.id, "label": dot.label, "x": dot.x, "y": dot.y, "size": dot.size} for dot in dots
    ]
    if not nodes:
        return
    for scale, drawn in zip(SCALES, node.ask("labels", nodes, SCALES), strict=True):
        labels: list[dict[str, Any]] = drawn["labels"]
        assert all(label["size"] >= LEAST for label in labels)
        assert all(
            one["left"] >= 0 and one["right"] <= 1000 and one["top"] >= 0 and one["bottom"] <= 540 for one in labels
        )
        for one, other in combinations(labels, 2):
            assert not meet(one, other), (scale, one, other)
        for label in labels:
            for spot in drawn["nodes"]:
                assert not meet(label, spot), (scale, label, spot)
        if labels and scale >= 0.4:
            seen = [spot["id"] for spot in drawn["nodes"] if 120 < spot["left"] < 880 and 120 < spot["top"] < 420]
            first = max((one for one in nodes if one["id"] in seen), key=lambda one: one["size"], default=None)
            assert first is None or first["id"] in {label["id"] for label in labels}, "the most important has its label"


def test_near_by_nearly_every_label_is_there_and_whole(node: Bench) -> None:
    dots = [dot for dot in view(MAPS["park"], "backstage").dots if dot.shape != BOX]
    nodes = [{"id": dot.id, "label": dot.label, "x": dot.x, "y": dot.y, "size": dot.size} for dot in dots]
    (drawn,) = node.ask("labels", nodes, [1.0])
    seen = {spot["id"] for spot in drawn["nodes"] if 80 < spot["left"] < 900 and 60 < spot["top"] < 440}
    labels = {label["id"]: " ".join(label["lines"]) for label in drawn["labels"]}
    assert seen
    assert seen <= set(labels)
    cut = [words for words in labels.values() if words.endswith("…")]
    assert len(cut) <= len(labels) / 5, cut


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("which", VIEWS)
def test_no_label_of_a_picture_that_is_taken_away_meets_another_or_a_node(name: str, which: str) -> None:
    if which == "over":
        return
    drawn = view(MAPS[name], which)
    # Where people have put nodes on a heap there is room for few labels, and these do not meet either.
    heap = tuple(replace(dot, x=dot.x / 3, y=dot.y / 3) for dot in drawn.dots if dot.shape != BOX)
    for dots in (drawn.dots, heap):
        labels = labels_of(dots)
        boxes = [label.box for label in labels.values()]
        assert all(label.size >= LEAST for label in labels.values())
        assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
        spots = [Box(d.x - d.size, d.y - d.size, d.x + d.size, d.y + d.size) for d in dots if d.shape != BOX]
        assert not [box for box in boxes for spot in spots if box.meets(spot)]
    assert len(labels_of(drawn.dots)) >= 0.97 * sum(dot.shape != BOX for dot in drawn.dots)
