"""Pyvis, kept in one file: nodes and lines of ours become a pyvis `Network`, and that what vis-network reads.

pyvis is old, and worked around here and nowhere else:

- Its pages (`generate_html`) load scripts from elsewhere, and put a title that contains “href” into the page as
  HTML; vis-network itself shows titles as text. So titles are plain text, an invisible joiner keeps that trap from
  closing, and the page to take away is our own (takeaway.py).
- `set_options` takes a string and strips every space out of it, also those in names of fonts.
- `add_node` and `add_edge` look in lists for what is there already, which takes seconds on large maps.
- `add_node` draws the id where a label is blank.
- It turns physics on; the places here are worked out, the same for the same map.
- It has no types.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from journeymap.fonts.families import STACK
from journeymap.graph.palette import Ground
from journeymap.graph.text_layout import fitting

LABEL_WIDTH = 125
"""So wide a label may be on paper, in the graph's own units."""

SIZE = 13
"""Of letters on paper and within boxes; on the screen, labels below their nodes are larger."""

HEADING_SIZE = 18
MARGIN = 8
"""From a box's edge to its text."""

SCREEN_SIZE = 20
SCREEN_WIDTH = 142
"""Labels below their nodes, as the screen draws them: the places are worked out for these."""

FEW = 40
FEW_SIZE = 25
FEW_WIDTH = 190
"""So few channels have room for larger words."""

LABEL = 70
"""So many characters of a text are drawn; hovering tells the rest."""

BOX = "box"
"""The form whose label stands inside; all others have it underneath."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A node as it is drawn. `table` and `row` say which row of the map it is; teams and systems are none.

    `hollow` and `strong` are the forms that go with something being unknown and being decisive; `order` is its
    place in the walk by keyboard, and `more` what a view says besides. What is drawn of it has `fit` besides where
    a word is wider than its label: how much smaller the screen draws it, so that no word is broken.
    """

    id: str
    kind: str
    label: str
    told: str
    color: str
    shape: str
    x: float = 0
    y: float = 0
    order: int = 0
    table: str | None = None
    row: str | None = None
    size: float = 13
    hollow: bool = False
    strong: bool = False
    filled: bool = False
    width: float = LABEL_WIDTH
    fixed: bool = False
    round: int | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is drawn. `path` and `step` (the ids of both path_steps) where it is a leg of a path."""

    id: str
    kind: str
    start: str
    end: str
    told: str
    color: str
    dashes: tuple[int, ...] = ()
    width: float = 1
    weight: float = 1
    bend: float = 0
    arrow: bool = True
    path: str | None = None
    step: tuple[str, str] | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


def network(dots: Iterable[Dot], lines: Iterable[Line], ground: Ground) -> Network:
    """The pyvis network of these, in this order."""
    net = Network(height="100%", width="100%", directed=True, bgcolor=ground.halo, cdn_resources="local")
    net.options = _options()
    for dot in dots:
        node = Node(dot.id, dot.shape, dot.label or " ", **_node(dot, ground)).options
        net.nodes.append(node)
        net.node_ids.append(dot.id)
        net.node_map[dot.id] = node
    net.edges.extend(Edge(line.start, line.end, **_edge(line)).options for line in lines)
    return net


def payload(net: Network) -> dict[str, Any]:
    """Nodes, edges and options as plain JSON values, for vis-network in our own component.

    Without titles, which are `told` once more: of a large map that is a third of a megabyte.
    """
    nodes, edges = (
        [{name: value for name, value in thing.items() if name != "title"} for thing in things]
        for things in (net.nodes, net.edges)
    )
    drawn: dict[str, Any] = json.loads(
        json.dumps({"nodes": nodes, "edges": edges, "options": net.options}, allow_nan=False)
    )
    return drawn


def shortened(text: str, most: int = LABEL) -> str:
    """The beginning of a text that is too long to be drawn."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _node(dot: Dot, ground: Ground) -> dict[str, Any]:
    inside = dot.shape == BOX
    fill = ground.halo if dot.hollow or (inside and not dot.filled) else dot.color
    drawn: dict[str, Any] = {
        **dot.more,
        "title": _untrapped(dot.told),
        "told": dot.told,
        "kind": dot.kind,
        "table": dot.table,
        "row": dot.row,
        "order": dot.order,
        "x": dot.x,
        "y": dot.y,
        "size": dot.size,
        "color": {
            "background": fill,
            "border": dot.color,
            "highlight": {"background": fill if inside else dot.color, "border": ground.text},
            "hover": {"background": fill if inside else dot.color, "border": ground.text},
        },
        "borderWidth": 3 if dot.strong else 2,
        "shapeProperties": {"borderDashes": [4, 3] if dot.hollow else False},
        "font": {"color": ground.text, "strokeColor": ground.halo},
    }
    if dot.round is not None:
        drawn["shapeProperties"]["borderRadius"] = dot.round
    if inside:
        drawn["widthConstraint"] = {"minimum": dot.width, "maximum": dot.width}
        drawn["margin"] = MARGIN
        size = HEADING_SIZE if dot.fixed else SIZE
        fits = round(size * fitting(dot.label, dot.width - 2 * MARGIN, size), 1)
        drawn["font"] = {"color": "#ffffff" if dot.filled else ground.text, "strokeWidth": 0, "size": fits}
    elif (fits := fitting(dot.label, SCREEN_WIDTH, SCREEN_SIZE)) < 1:
        drawn["fit"] = fits
    if dot.fixed:
        drawn["fixed"] = True
    return drawn


def _edge(line: Line) -> dict[str, Any]:
    return {
        **line.more,
        "id": line.id,
        "kind": line.kind,
        "path": line.path,
        "step": list(line.step) if line.step else None,
        "weight": line.weight,
        "told": line.told,
        "title": _untrapped(line.told),
        "color": {"color": line.color, "highlight": line.color, "hover": line.color, "inherit": False},
        "dashes": list(line.dashes) or False,
        "width": line.width,
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": line.bend} if line.bend else False,
        **({} if line.arrow else {"arrows": ""}),
    }


def _options() -> dict[str, Any]:
    return {
        "autoResize": True,
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "physics": {"enabled": False},
        "interaction": {"hover": True, "tooltipDelay": 150, "multiselect": False, "zoomSpeed": 0.6},
        "nodes": {
            "font": {"face": STACK, "size": SCREEN_SIZE, "multi": False, "strokeWidth": 4},
            "widthConstraint": {"maximum": SCREEN_WIDTH},
        },
        "edges": {
            "font": {"face": STACK, "multi": False},
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
            "selectionWidth": 2,
            "hoverWidth": 1,
        },
    }


def _untrapped(title: str) -> str:
    return title.replace("href", "hre\u2060f")
