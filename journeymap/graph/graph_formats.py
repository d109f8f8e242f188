"""A view as data for other tools, by networkx's own writers: GraphML and GEXF."""

import io
from html import escape
from typing import Any

import networkx as nx

from journeymap.domain.model.journey import Journey
from journeymap.graph.picture import View
from journeymap.graph.pyvis_network import Dot, Line
from journeymap.graph.text_layout import held, unsided


def graphml(journey: Journey, view: View) -> bytes:
    """The view as GraphML; where nodes stand is told in `x` and `y`."""
    graph = _graph(journey, view)
    for line in view.lines:
        graph.add_edge(held(line.start), held(line.end), key=held(line.id), **_of_line(line))
    return _written(graph, nx.write_graphml)


def gexf(journey: Journey, view: View) -> bytes:
    """The view as GEXF, with the places, sizes and colours that Gephi shows."""
    graph = _graph(journey, view)
    for dot in view.dots:
        about = graph.nodes[held(dot.id)]
        red, green, blue = (int(dot.color[n : n + 2], 16) for n in (1, 3, 5))
        about["viz"] = {
            "position": {"x": dot.x, "y": -dot.y, "z": 0.0},
            "size": dot.size,
            "color": {"r": red, "g": green, "b": blue},
        }
    for n, line in enumerate(view.lines):
        graph.add_edge(held(line.start), held(line.end), key=n, id=held(line.id), **_of_line(line))
    said = escape(held(unsided(view.sentence)))
    return _written(graph, nx.write_gexf).replace(b"</meta>", f"<description>{said}</description></meta>".encode(), 1)


def _graph(journey: Journey, view: View) -> "nx.MultiDiGraph[str]":
    """The nodes; bands over the picture are none of them."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        map_id=held(journey.map_id), title=held(journey.title), view=view.name, sentence=held(unsided(view.sentence))
    )
    values = {row["id"]: row["values"] for row in view.rows}
    names = {row["id"]: row["name"] for row in view.rows}
    for dot in view.dots:
        said = {f"said_{name}": held(text) for name, text in values.get(dot.id, {}).items()}
        graph.add_node(held(dot.id), **said, **_of_dot(dot, names.get(dot.id, dot.label)))
    return graph


def _of_dot(dot: Dot, name: str) -> dict[str, Any]:
    return {
        "label": held(name),
        "kind": dot.kind,
        "table": dot.table or "",
        "x": float(dot.x),
        "y": float(dot.y),
        "order": dot.order,
        "color": dot.color,
        "told": held(unsided(dot.told)),
        **{name: value for name, value in dot.more.items() if isinstance(value, bool | int | float)},
    }


def _of_line(line: Line) -> dict[str, Any]:
    return {
        "kind": line.kind,
        "weight": float(line.weight),
        "path": held(line.path or ""),
        "told": held(unsided(line.told)),
        "color": line.color,
    }


def _written(graph: "nx.MultiDiGraph[str]", write: Any) -> bytes:
    out = io.BytesIO()
    write(graph, out, encoding="utf-8")
    return out.getvalue()
