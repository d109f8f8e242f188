"""Moments with the teams and systems behind them: who must act together, and where one is the bottleneck."""

from collections.abc import Sequence

from journeymap.domain.model.rows import Moment
from journeymap.graph.backstage_teams import Actor, bottleneck, systems, teams, together
from journeymap.graph.layouts import levels, mean, spread
from journeymap.graph.moment_nodes import bands, feeling_text, moment_dot, numbered
from journeymap.graph.palette import PAIN, QUIET_LINE, SYSTEM, TEAM, look
from journeymap.graph.picture import Mark, View, neighbours, twin, viewed
from journeymap.graph.pyvis_network import Dot, Line, shortened
from journeymap.graph.scene import Scene, episode_of, kept, led, same, walk

STEP = 50
"""From one moment to the next; a label is wider, so those next to each other stand on different levels."""

APART = 150
LEVEL = 190
"""From one level of moments to the next: seven lines of a label as the screen draws it, and half a node."""

TIER = 260


def backstage_view(scene: Scene) -> View:
    """Teams above, moments in their order in the middle, systems below."""
    journey, there = scene.journey, kept(scene.journey, scene.shown)
    behind, below = _shown(teams(journey), there), _shown(systems(journey), there)
    if scene.shown.teams is not None:
        wanted = {same(team) for team in scene.shown.teams}
        behind = [team for team in behind if same(team.name) in wanted]
    dots = _dots(scene, behind, below, there)
    lines = [*_lines(scene, [*behind, *below], there), *_together(scene, behind, there)]
    names = {dot.id: dot.told.partition("\n")[0] for dot in dots}
    return viewed(
        scene,
        "backstage",
        dots,
        lines,
        legend=_legend(scene, dots, lines),
        sentence=_sentence(scene),
        rows=twin(dots, _values(scene, dots, [*behind, *below]), names, neighbours(lines, names)),
        columns={name: scene.say(f"column-{name}") for name in ("episode", "feels", "behind", "causes")},
        note=scene.say("note-backstage"),
    )


def _shown(actors: list[Actor], there: frozenset[str]) -> list[Actor]:
    return [actor for actor in actors if there.intersection(actor.moments)]


def _dots(scene: Scene, behind: Sequence[Actor], below: Sequence[Actor], there: frozenset[str]) -> list[Dot]:
    """Places are worked out for the whole map, so that filtering moves nothing."""
    journey, order, numbers = scene.journey, walk(scene.journey), scene.episode_number()
    across = {moment.id: n * float(STEP) for n, moment in enumerate(journey.moments)}
    level = levels(across, APART)
    lowest = max(level.values(), default=0) * LEVEL
    dots = [
        moment_dot(
            scene,
            moment,
            look(numbers[moment.parent or ""]),
            across[moment.id],
            level[moment.id] * LEVEL,
            order[moment.id],
            hollow=not journey.siblings("backstage_steps", moment.id),
        )
        for moment in journey.moments
        if moment.id in there
    ]
    narrow = bottleneck(teams(journey))
    for actors, drawn, y in ((teams(journey), behind, -TIER), (systems(journey), below, lowest + TIER)):
        places = spread({actor.id: mean(across[m] for m in actor.moments) for actor in actors}, APART)
        rank = {actor.id: n for n, actor in enumerate(actors)}
        shown = {actor.id for actor in drawn}
        dots += [
            _actor(scene, actor, places[actor.id], y - 70 * (rank[actor.id] % 2) * (1 if y < 0 else -1), narrow)
            for actor in actors
            if actor.id in shown
        ]
    return dots


def _actor(scene: Scene, actor: Actor, x: float, y: float, narrow: Actor | None) -> Dot:
    jam = narrow is not None and actor.id == narrow.id
    seen = TEAM if actor.kind == "team" else SYSTEM
    told = [actor.name, scene.say(f"kind-{actor.kind}"), scene.say("behind", n=len(actor.moments))]
    if actor.causes:
        told.append(scene.say("causes", n=len(actor.causes)))
    if jam:
        told.append(scene.say("bottleneck"))
    return Dot(
        id=actor.id,
        kind=actor.kind,
        label=("⚠ " if jam else "") + shortened(actor.name),
        told="\n".join(told),
        color=PAIN if jam else seen.color,
        shape=seen.shape,
        x=x,
        y=y,
        order=10**6 + round(x),
        size=round(14 + 2.4 * len(actor.moments) ** 0.5, 1),
        strong=jam,
        more={"moments": len(actor.moments), "causes": len(actor.causes)},
    )


def _lines(scene: Scene, actors: Sequence[Actor], there: frozenset[str]) -> list[Line]:
    return [
        Line(
            id=f"{actor.kind}:{moment}>{actor.id}",
            kind=actor.kind,
            start=moment,
            end=actor.id,
            told=led(scene.journey.get(Moment, moment).text, actor.name),
            color=QUIET_LINE,
            dashes=() if actor.kind == "team" else (2, 5),
            width=1.2,
            arrow=False,
        )
        for actor in actors
        for moment in actor.moments
        if moment in there
    ]


def _together(scene: Scene, behind: Sequence[Actor], there: frozenset[str]) -> list[Line]:
    """Teams that must both act at one moment; the more moments, the wider."""
    names = {actor.id: actor.name for actor in behind}
    found = []
    for (one, other), moments in together([*behind]).items():
        count = len(there.intersection(moments))
        if count:
            told = scene.say("together-told", one=names[one], other=names[other], n=count)
            width = round(min(8.0, 1 + count / 2), 1)
            line = f"together:{one}>{other}"
            found.append(
                Line(line, "together", one, other, told, TEAM.color, (8, 4), width, count, bend=0.25, arrow=False)
            )
    return found


def _values(scene: Scene, dots: Sequence[Dot], actors: Sequence[Actor]) -> dict[str, dict[str, str]]:
    journey, numbers = scene.journey, scene.episode_number()
    by_id = {actor.id: actor for actor in actors}
    behind: dict[str, list[str]] = {}
    for actor in actors:
        for passed in actor.moments:
            behind.setdefault(passed, []).append(actor.name)
    found = {}
    for dot in dots:
        if dot.id not in by_id:
            moment = journey.get(Moment, dot.id)
            caused = sum(pain.cause is not None for pain in journey.pain_points_of(moment.id))
            found[dot.id] = {
                "episode": numbered(numbers[moment.parent or ""], episode_of(journey, moment)),
                "feels": feeling_text(scene, journey, moment),
                "behind": " · ".join(behind.get(moment.id, [])),
                "causes": str(caused or ""),
            }
        else:
            actor = by_id[dot.id]
            told = scene.say("behind", n=len(actor.moments))
            found[dot.id] = {"episode": "", "feels": "", "behind": told, "causes": str(len(actor.causes) or "")}
    return found


def _legend(scene: Scene, dots: Sequence[Dot], lines: Sequence[Line]) -> list[Mark]:
    marks, kinds = bands(scene), {dot.kind for dot in dots}
    for kind, seen in (("team", TEAM), ("system", SYSTEM)):
        if kind in kinds:
            text = scene.say(f"kind-{kind}")
            marks.append({"kind": "node", "of": kind, "label": text, "color": seen.color, "shape": seen.shape})
    if any(dot.color == PAIN for dot in dots):
        text = f"⚠ {scene.say('bottleneck')}"
        marks.append({"kind": "node", "of": "team", "label": text, "color": PAIN, "shape": "square", "strong": True})
    if any(dot.kind == "moment" and dot.hollow for dot in dots):
        text, quiet = scene.say("legend-nobody-behind"), scene.ground.quiet
        marks.append({"kind": "node", "of": "moment", "label": text, "color": quiet, "shape": "dot", "hollow": True})
    for kind, color, dashes in (
        ("team", QUIET_LINE, []),
        ("system", QUIET_LINE, [2, 5]),
        ("together", TEAM.color, [8, 4]),
    ):
        if any(line.kind == kind for line in lines):
            text = scene.say(f"legend-line-{kind}")
            marks.append({"kind": "edge", "of": kind, "label": text, "color": color, "dashes": [*dashes]})
    return marks


def _sentence(scene: Scene) -> str:
    journey = scene.journey
    if not journey.count("moments"):
        return scene.say("out-empty")
    actors = teams(journey)
    manned = len({moment for actor in actors for moment in actor.moments})
    if not actors:
        return scene.say("out-no-teams", moments=journey.count("moments"))
    if len(actors) == 1:
        return scene.say("out-one-team", team=actors[0].name, n=len(actors[0].moments))
    narrow = bottleneck(actors)
    if narrow is None:
        return scene.say("out-teams-even", teams=len(actors), moments=manned)
    partners = sum(narrow.id in pair for pair in together(actors))
    return scene.say(
        "out-bottleneck",
        team=narrow.name,
        n=len(narrow.moments),
        moments=manned,
        causes=len(narrow.causes),
        partners=partners,
    )
