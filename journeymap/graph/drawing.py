"""The journey's graph drawn by pyvis: moments from left to right, felt emotion as height, paths as lines.

pyvis is old, and worked around here and nowhere else:

- Its pages (`generate_html`) put a title that contains “href” into the page as HTML; vis-network itself
  shows titles as text. So titles are plain text, and an invisible joiner keeps that trap from closing.
- `set_options` takes a string and strips every space out of it, also those in names of fonts.
- `add_edge` looks for both ends in a list, which takes seconds on large maps.
- It turns physics on; the places here are worked out, the same for the same map.
- It has no types.
"""

import json
from collections.abc import Mapping
from typing import Any

from pyvis.edge import Edge
from pyvis.network import Network

from journeymap.domain.journey import Journey
from journeymap.domain.texts import say
from journeymap.graph.assets import assets_folder
from journeymap.graph.network import ORDER, network
from journeymap.graph.palette import DARK, LIGHT, LINES, Ground, look

__all__ = ["assets_folder", "draw", "legend", "payload"]

Places = Mapping[str, tuple[float, float]]
"""Where people have put moments, by their ids."""

STEP = 150
"""From one moment to the next."""

HEIGHT = 160
"""One step of felt emotion."""

HEADING = -2 * HEIGHT - 130
_LABEL = 70
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"


def draw(journey: Journey, *, language: str | None = None, dark: bool = False, places: Places | None = None) -> Network:
    """The graph, ready to be shown; `places` overrule where moments stand.

    Nodes carry `kind` (moment or episode) and edges `kind`, `path` and `step`, for whoever reacts to clicks.
    """
    tongue = language or journey.language
    ground = DARK if dark else LIGHT
    net = Network(height="100%", width="100%", directed=True, bgcolor=ground.halo, cdn_resources="local")
    net.options = _options()
    graph = network(journey)
    episodes = {episode.id: n for n, episode in enumerate(journey.episodes)}
    for node, about in graph.nodes(data=True):
        x, y = (places or {}).get(node, (about["order"] * STEP, -(about["felt"] or 0) * HEIGHT))
        net.add_node(node, x=x, y=y, **_moment(about, episodes[about["episode"]], tongue, ground))
    _add_headings(net, journey, ground)
    bends = {path.id: n for n, path in enumerate(journey.paths, 1)}
    for start, end, key, about in graph.edges(keys=True, data=True):
        edge = {"id": f"{key}:{start}" if about["kind"] == ORDER else key, **_edge(about, bends, tongue)}
        net.edges.append(Edge(start, end, directed=True, **edge).options)
    return net


def payload(net: Network) -> dict[str, Any]:
    """Nodes, edges and options as plain JSON values, for vis-network in our own component."""
    drawn: dict[str, Any] = json.loads(
        json.dumps({"nodes": net.nodes, "edges": net.edges, "options": net.options}, allow_nan=False)
    )
    return drawn


def legend(journey: Journey, language: str | None = None) -> dict[str, Any]:
    """What colours, forms and lines mean on this map: `episodes`, `paths` (by kind), and `height` in words."""
    tongue = language or journey.language
    kinds = {edge["kind"] for _, _, edge in network(journey).edges(data=True)}
    names: dict[str, list[str]] = {}
    for path in journey.paths:
        names.setdefault(str(path.kind), []).append(path.name)
    return {
        "episodes": [
            {"id": episode.id, "label": _numbered(n, episode.title), **look(n)._asdict()}
            for n, episode in enumerate(journey.episodes)
        ],
        "paths": [
            {"kind": kind, "label": say(f"graph-kind-{kind}", tongue), "names": names.get(kind, []), **line._asdict()}
            for kind, line in LINES.items()
            if kind in kinds
        ],
        "height": say("graph-legend-height", tongue),
        "unknown": say("graph-legend-unknown", tongue),
    }


def _moment(about: Mapping[str, Any], episode: int, language: str, ground: Ground) -> dict[str, Any]:
    color, shape = look(episode)
    truth = about["moment_of_truth"]
    return {
        "label": ("★ " if truth else "") + _shortened(about["text"]),
        "title": _untrapped(_told(about, episode, language)),
        "shape": shape,
        "size": 20 if truth else 13,
        "kind": "moment",
        "episode": about["episode"],
        "color": {
            "background": color if about["felt"] is not None else ground.halo,
            "border": color,
            "highlight": {"background": color, "border": ground.text},
            "hover": {"background": color, "border": ground.text},
        },
        "borderWidth": 3 if truth else 2,
        "shapeProperties": {"borderDashes": [4, 3] if about["felt"] is None else False},
        "font": {"color": ground.text, "strokeColor": ground.halo},
    }


def _add_headings(net: Network, journey: Journey, ground: Ground) -> None:
    """A band over each episode's moments that says its number and name."""
    first = 0
    for n, episode in enumerate(journey.episodes):
        count = len(journey.moments_of(episode.id))
        if count:
            color = look(n).color
            net.add_node(
                f"episode:{episode.id}",
                label=_shortened(_numbered(n, episode.title), 22 * count),
                title=_untrapped(_numbered(n, episode.title)),
                x=(first + (count - 1) / 2) * STEP,
                y=HEADING,
                shape="box",
                kind="episode",
                episode=episode.id,
                fixed=True,
                color={"background": color, "border": color, "highlight": {"background": color, "border": ground.text}},
                font={"color": "#ffffff", "size": 18, "strokeWidth": 0},
                widthConstraint={"minimum": count * STEP - 40, "maximum": count * STEP - 40},
            )
        first += count


def _edge(about: Mapping[str, Any], bends: Mapping[str, int], language: str) -> dict[str, Any]:
    line = LINES[about["kind"]]
    share = about["share"]
    kind = say(f"graph-kind-{about['kind']}", language)
    named = f"{about['name']} · {kind}" if about["name"] else kind
    told = say("graph-share", language, path=named, share=share) if share is not None else named
    return {
        "kind": about["kind"],
        "path": about["path"],
        "step": about["step"],
        "title": _untrapped(told),
        "color": {"color": line.color, "highlight": line.color, "hover": line.color, "inherit": False},
        "dashes": line.dashes or False,
        "width": 1 if about["kind"] == ORDER else 2 if share is None else round(1 + share / 20, 1),
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": round(0.06 * bends.get(about["path"], 0), 2)},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
    }


def _options() -> dict[str, Any]:
    return {
        "autoResize": True,
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "physics": {"enabled": False},
        "interaction": {"hover": True, "tooltipDelay": 150, "multiselect": False, "zoomSpeed": 0.6},
        "nodes": {
            "font": {"face": _FONT, "size": 13, "multi": False, "strokeWidth": 4},
            "widthConstraint": {"maximum": STEP - 25},
        },
        "edges": {"font": {"face": _FONT, "multi": False}, "selectionWidth": 2, "hoverWidth": 1},
    }


def _told(about: Mapping[str, Any], episode: int, language: str) -> str:
    """What hovering over a moment tells, a line each."""
    lines = [about["text"], _numbered(episode, about["episode_title"])]
    if about["felt"] is not None:
        word = f"{about['felt_label']} " if about["felt_label"] else ""
        lines.append(say("graph-told-felt", language, felt=f"{word}({about['felt']:+g})"))
    lines.extend(
        say(f"graph-told-{name}", language, all="; ".join(about[name]))
        for name in ("channels", "needs", "teams")
        if about[name]
    )
    if about["moment_of_truth"]:
        lines.append(say("graph-told-truth", language))
    return "\n".join(lines)


def _numbered(n: int, title: str) -> str:
    return f"{n + 1} · {title}"


def _shortened(text: str, most: int = _LABEL) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _untrapped(title: str) -> str:
    return title.replace("href", "hre\u2060f")
