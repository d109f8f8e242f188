"""The journey's own view: moments from left to right, felt emotion as height, paths as lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from journeymap.domain.model.rows import Moment
from journeymap.graph.measures import stands_out
from journeymap.graph.moment_nodes import HIGHER, HOLLOW, bands, feeling_text, heading, moment_dot, numbered
from journeymap.graph.network import ORDER
from journeymap.graph.palette import LINES, look
from journeymap.graph.picture import Mark, View, neighbours, twin, viewed
from journeymap.graph.pyvis_network import Dot, Line
from journeymap.graph.scene import Leg, Scene, episode_of, feels, kept, led, legs, passing, walk
from journeymap.graph.text_layout import isolated

STEP = 150
"""From one moment to the next."""

HEIGHT = 160
"""One step of felt emotion."""

HEADING = -2 * HEIGHT - 130


def journey_view(scene: Scene) -> View:
    """Moments from left to right by episode, felt emotion as height, paths as lines as wide as many take them."""
    journey = scene.journey
    dots, lines = list(moment_dots(scene)), [*path_lines(scene), *_order(scene)]
    moments = [dot for dot in dots if dot.kind == "moment"]
    names = {dot.id: journey.get(Moment, dot.id).text for dot in moments}
    return viewed(
        scene,
        "journey",
        dots,
        lines,
        legend=_legend(scene, lines),
        sentence=stands_out(journey, scene.language),
        rows=twin(moments, _values(scene, moments), names, neighbours(lines, names)),
        columns={name: scene.say(f"column-{name}") for name in ("episode", "feels", "paths", "channels")},
        note=scene.say(HIGHER[journey.kind]),
    )


def moment_dots(scene: Scene) -> Iterator[Dot]:
    """Every moment in a column of its own, so that no two labels meet; and a band over each episode."""
    journey, order, there = scene.journey, walk(scene.journey), kept(scene.journey, scene.shown)
    column = 0
    for n, episode in enumerate(journey.episodes):
        moments = journey.moments_of(episode.id)
        for at, moment in enumerate(moments, column):
            if moment.id in there:
                y = -(feels(journey, moment) or 0) * HEIGHT
                yield moment_dot(scene, moment, look(n), at * STEP, y, order[moment.id])
        if moments and (scene.shown.episodes is None or episode.id in scene.shown.episodes):
            middle = column + (len(moments) - 1) / 2
            yield heading(n, episode, middle * STEP, HEADING, len(moments) * STEP - 40)
        column += len(moments)


def path_lines(scene: Scene) -> Iterator[Line]:
    """A line for every leg of every path; parallel ones bend apart."""
    bends = {path.id: round(0.06 * n, 2) for n, path in enumerate(scene.journey.paths, 1)}
    told = {path.id: _path_told(scene, path.name, str(path.kind), path.share) for path in scene.journey.paths}
    for leg in legs(scene.journey, scene.shown):
        yield _leg(scene, leg, bends[leg.path.id], told[leg.path.id])


def _leg(scene: Scene, leg: Leg, bend: float, told: str) -> Line:
    line, share = LINES[str(leg.path.kind)], leg.path.share
    one, other = (scene.journey.get(Moment, step.moment).text for step in (leg.start, leg.end))
    return Line(
        id=f"{leg.start.id}>{leg.end.id}",
        kind=str(leg.path.kind),
        start=leg.start.moment,
        end=leg.end.moment,
        told=f"{told}\n{led(one, other)}",
        color=line.color,
        dashes=tuple(line.dashes),
        width=2 if share is None else round(1 + share / 20, 1),
        weight=1 if share is None else share,
        bend=min(bend, 0.6),
        path=leg.path.id,
        step=(leg.start.id, leg.end.id),
        more={"leg": leg.number},
    )


def _order(scene: Scene) -> Iterator[Line]:
    """The plain order of the moments, where no path says more."""
    passed, line = passing(scene.journey), LINES[ORDER]
    told = scene.say(f"kind-{ORDER}")
    for one, other in pairwise(moment.id for moment in scene.journey.moments):
        if one not in passed or other not in passed:
            yield Line(f"{ORDER}:{one}", ORDER, one, other, told, line.color, tuple(line.dashes))


def _path_told(scene: Scene, name: str, kind: str, share: float | None) -> str:
    named = f"{isolated(name)} · {scene.say(f'kind-{kind}')}"
    return named if share is None else scene.say("share", path=named, share=round(share, 1))


def _values(scene: Scene, moments: Sequence[Dot]) -> dict[str, dict[str, str]]:
    journey, numbers, ways = scene.journey, scene.episode_number(), passing(scene.journey)
    found = {}
    for dot in moments:
        moment = journey.get(Moment, dot.id)
        found[dot.id] = {
            "episode": numbered(numbers[moment.parent or ""], episode_of(journey, moment)),
            "feels": feeling_text(scene, journey, moment),
            "paths": " · ".join(path.name for path in ways.get(moment.id, ())),
            "channels": " · ".join(channel.name for channel in journey.channels_of(moment.id)),
        }
    return found


def _legend(scene: Scene, lines: Sequence[Line]) -> list[Mark]:
    journey, quiet = scene.journey, scene.ground.quiet
    marks: list[Mark] = bands(scene)
    if journey.count("moments"):
        whole, open_ = scene.say(HIGHER[journey.kind]), scene.say(HOLLOW[journey.kind])
        marks.append({"kind": "node", "of": "moment", "label": whole, "color": quiet, "shape": "dot"})
        if any(feels(journey, moment) is None for moment in journey.moments):
            marks.append(
                {"kind": "node", "of": "moment", "label": open_, "color": quiet, "shape": "dot", "hollow": True}
            )
    if any(moment.moment_of_truth for moment in journey.moments):
        truth = f"★ {scene.say('told-truth')}"
        marks.append({"kind": "node", "of": "moment", "label": truth, "color": quiet, "shape": "dot", "strong": True})
    return [*marks, *_path_marks(scene, lines)]


def _path_marks(scene: Scene, lines: Sequence[Line]) -> list[Mark]:
    """A line for every kind of path there is, with the names of its paths."""
    drawn = {line.kind for line in lines}
    names: dict[str, list[str]] = {}
    for path in scene.journey.paths:
        names.setdefault(str(path.kind), []).append(path.name)
    return [
        {
            "kind": "edge",
            "of": kind,
            "label": scene.say(f"kind-{kind}"),
            "names": names.get(kind, []),
            "color": line.color,
            "dashes": list(line.dashes),
        }
        for kind, line in LINES.items()
        if kind in drawn
    ]
