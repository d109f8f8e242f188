"""A view as it comes out: what is drawn, what explains it, and the same in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NotRequired, TypedDict

from pyvis.network import Network

from journeymap.graph.pyvis_network import Dot, Line, network
from journeymap.graph.scene import Scene


class Mark(TypedDict):
    """One line of a legend: what a node, an edge or a band of this look stands for."""

    kind: str
    label: str
    color: str
    shape: NotRequired[str]
    dashes: NotRequired[list[int]]
    hollow: NotRequired[bool]
    strong: NotRequired[bool]
    id: NotRequired[str]
    names: NotRequired[list[str]]
    of: NotRequired[str]
    """The kind of node or edge that it explains."""


class TwinRow(TypedDict):
    """One row of the table that says the same as the picture; `before` and `after` are names, ready to be read."""

    id: str
    table: str | None
    name: str
    kind: str
    values: dict[str, str]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class View:
    """One view of a map. `dots` and `lines` are what `network` is built from.

    `columns` names the values of the `rows`, in order; `note` says in one line how to read the picture.
    """

    name: str
    network: Network
    legend: list[Mark]
    sentence: str
    rows: list[TwinRow]
    columns: dict[str, str]
    note: str
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]


def viewed(
    scene: Scene,
    name: str,
    dots: Iterable[Dot],
    lines: Iterable[Line],
    *,
    legend: list[Mark],
    sentence: str,
    rows: list[TwinRow],
    columns: dict[str, str],
    note: str,
) -> View:
    """A view of these, the nodes that people moved at the places they chose."""
    put = tuple(_put(dot, scene) for dot in dots)
    there = {dot.id for dot in put}
    joined = tuple(line for line in lines if line.start in there and line.end in there)
    net = network(put, joined, scene.ground)
    return View(name, net, legend, sentence, rows, columns, note, put, joined)


def neighbours(lines: Iterable[Line], names: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """What comes before and after every node, by the lines with an arrow; each neighbour once, by its name."""
    before: dict[str, dict[str, None]] = {}
    after: dict[str, dict[str, None]] = {}
    for line in lines:
        if line.start in names and line.end in names:
            before.setdefault(line.end, {})[names[line.start]] = None
            after.setdefault(line.start, {})[names[line.end]] = None
    return _joined(before), _joined(after)


def _joined(found: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {node: " · ".join(names) for node, names in found.items()}


def twin(
    dots: Sequence[Dot],
    values: Mapping[str, dict[str, str]],
    names: Mapping[str, str],
    around: tuple[Mapping[str, str], Mapping[str, str]],
) -> list[TwinRow]:
    """A row for every node that has values, in the order of the nodes."""
    before, after = around
    return [
        {
            "id": dot.id,
            "table": dot.table,
            "name": names[dot.id],
            "kind": dot.kind,
            "values": values[dot.id],
            "before": before.get(dot.id, ""),
            "after": after.get(dot.id, ""),
        }
        for dot in dots
        if dot.id in values
    ]


def _put(dot: Dot, scene: Scene) -> Dot:
    place = scene.places.get(dot.id)
    return dot if place is None or dot.fixed else replace(dot, x=place[0], y=place[1])


def plain(view: View) -> dict[str, Any]:
    """All that is said around the picture, as plain JSON values."""
    return {
        "name": view.name,
        "legend": view.legend,
        "sentence": view.sentence,
        "rows": view.rows,
        "columns": view.columns,
        "note": view.note,
    }
