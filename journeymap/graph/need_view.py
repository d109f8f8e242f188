"""Moments and needs: which need is served where, and which by none."""

from collections.abc import Sequence

from journeymap.domain.model.rows import Moment, Need
from journeymap.graph.layouts import rows, shelves, tied
from journeymap.graph.moment_nodes import bands, feeling_text, heading, moment_dot, numbered
from journeymap.graph.need_groups import NeedGroup, asked, badly, lost
from journeymap.graph.palette import NEED, PAIN, QUIET_LINE, look
from journeymap.graph.picture import Mark, View, neighbours, twin, viewed
from journeymap.graph.pyvis_network import Dot, Line, shortened
from journeymap.graph.scene import Place, Scene, episode_of, kept, led, walk

ROW = 84
"""From one box to the next below it: three lines of text."""

WIDE = 230
ASIDE = 340
"""From the moments of an episode to its needs."""

BLOCK = ASIDE + WIDE


def needs_view(scene: Scene) -> View:
    """A block for each episode, its moments on the left and the needs they are the first to ask for on the right."""
    journey, there = scene.journey, kept(scene.journey, scene.shown)
    found = asked(journey)
    open_ = lost(journey, scene.as_is)
    places, corners = _places(scene, found)
    first = journey.count("moments")
    shown = [need for need in found if there.intersection(need.moments)]
    dots = [*_headings(scene, corners), *_moments(scene, places, there)]
    dots += [_need(scene, need, places[need.id], first + n) for n, need in enumerate(shown)]
    dots += _lost(scene, open_, places)
    lines = [_line(scene, need, moment) for need in shown for moment in need.moments if moment in there]
    told = [dot for dot in dots if dot.kind != "episode"]
    names = {dot.id: dot.told.partition("\n")[0] for dot in told}
    return viewed(
        scene,
        "needs",
        dots,
        lines,
        legend=_legend(scene, dots),
        sentence=_sentence(scene, found, len(open_)),
        rows=twin(told, _values(scene, shown, told), names, neighbours(lines, names)),
        columns={name: scene.say(f"column-{name}") for name in ("episode", "feels", "served")},
        note=scene.say("note-needs"),
    )


def _places(scene: Scene, found: Sequence[NeedGroup]) -> tuple[dict[str, Place], dict[str, Place]]:
    """Where every moment and need stands, and the upper left corner of every episode's block."""
    first: dict[str, list[str]] = {}
    for need in found:
        first.setdefault(need.moments[0], []).append(need.id)
    episodes = [e for e in scene.journey.episodes if scene.journey.siblings("moments", e.id)]
    heights = {
        e.id: sum(max(1, len(first.get(m.id, ()))) for m in scene.journey.moments_of(e.id)) * ROW for e in episodes
    }
    corners = dict(
        zip(heights, shelves([(BLOCK, height + ROW) for height in heights.values()]), strict=True),
    )
    places: dict[str, Place] = {}
    for episode in episodes:
        x, y = corners[episode.id][0] + WIDE / 2, corners[episode.id][1] + 1.5 * ROW
        for moment in scene.journey.moments_of(episode.id):
            places[moment.id] = (x, y)
            own = first.get(moment.id, [])
            places.update({need: (x + ASIDE, y + n * ROW) for n, need in enumerate(own)})
            y += max(1, len(own)) * ROW
    bottom = max((y for _, y in places.values()), default=0) + 2 * ROW
    left_over = [f"as-is:{need.id}" for need in lost(scene.journey, scene.as_is)]
    below = rows(left_over, bottom, WIDE + 40, ROW)
    middle = max((x for x, _ in places.values()), default=0) / 2
    return places | {node: (x + middle, y) for node, (x, y) in below.items()}, corners


def _headings(scene: Scene, corners: dict[str, Place]) -> list[Dot]:
    numbers, shown = scene.episode_number(), scene.shown.episodes
    return [
        heading(numbers[e.id], e, corners[e.id][0] + BLOCK / 2, corners[e.id][1] + ROW / 2, BLOCK)
        for e in scene.journey.episodes
        if e.id in corners and (shown is None or e.id in shown)
    ]


def _moments(scene: Scene, places: dict[str, Place], there: frozenset[str]) -> list[Dot]:
    numbers, order = scene.episode_number(), walk(scene.journey)
    return [
        moment_dot(
            scene,
            moment,
            look(numbers[moment.parent or ""]),
            *places[moment.id],
            order[moment.id],
            shape="box",
            width=WIDE,
            round=0,
            hollow=not scene.journey.siblings("needs", moment.id),
        )
        for moment in scene.journey.moments
        if moment.id in there
    ]


def _need(scene: Scene, need: NeedGroup, place: Place, order: int) -> Dot:
    bad = badly(scene.journey, need)
    told = [need.text, scene.say("served-at", n=len(need.moments))]
    told += [f"– {scene.journey.get(Moment, moment).text}" for moment in need.moments]
    if bad:
        told.append(scene.say("need-badly"))
    return Dot(
        id=need.id,
        kind="need",
        label=("⚠ " if bad else "") + shortened(need.text),
        told="\n".join(told),
        color=PAIN if bad else NEED.color,
        shape=NEED.shape,
        x=place[0],
        y=place[1],
        order=order,
        table="needs",
        row=need.id,
        strong=len(need.moments) > 1,
        width=WIDE,
        round=22,
        more={"rows": list(need.ids)},
    )


def _lost(scene: Scene, needs: Sequence[Need], places: dict[str, Place]) -> list[Dot]:
    found = []
    for n, need in enumerate(needs):
        node = f"as-is:{need.id}"
        told = f"{need.text}\n{scene.say('need-lost')}"
        found.append(
            Dot(
                id=node,
                kind="need",
                label=f"✗ {shortened(need.text)}",
                told=told,
                color=NEED.color,
                shape=NEED.shape,
                x=places[node][0],
                y=places[node][1],
                order=10**6 + n,
                hollow=True,
                width=WIDE,
                round=22,
            )
        )
    return found


def _line(scene: Scene, need: NeedGroup, moment: str) -> Line:
    told = led(scene.journey.get(Moment, moment).text, need.text)
    color = PAIN if badly(scene.journey, need) else QUIET_LINE
    return Line(f"need:{moment}>{need.id}", "serves", moment, need.id, told, color, width=1.5, arrow=False)


def _values(scene: Scene, shown: Sequence[NeedGroup], told: Sequence[Dot]) -> dict[str, dict[str, str]]:
    journey, numbers = scene.journey, scene.episode_number()
    needs = {need.id: need for need in shown}
    found = {}
    for dot in told:
        if dot.kind == "moment":
            moment = journey.get(Moment, dot.id)
            episode = numbered(numbers[moment.parent or ""], episode_of(journey, moment))
            served = str(len({need.id for need in shown if dot.id in need.moments}))
            found[dot.id] = {"episode": episode, "feels": feeling_text(scene, journey, moment), "served": served}
        else:
            count = len(needs[dot.id].moments) if dot.id in needs else 0
            feeling = scene.say("need-badly") if dot.color == PAIN else ""
            found[dot.id] = {"episode": "", "feels": feeling, "served": str(count)}
    return found


def _legend(scene: Scene, dots: Sequence[Dot]) -> list[Mark]:
    marks = bands(scene, "box")
    moments = [dot for dot in dots if dot.kind == "moment"]
    needs = [dot for dot in dots if dot.kind == "need"]
    looks = (
        ("legend-moment-needless", "moment", scene.ground.quiet, True, any(dot.hollow for dot in moments)),
        ("legend-need", "need", NEED.color, False, any(dot.color != PAIN and not dot.hollow for dot in needs)),
        ("legend-need-badly", "need", PAIN, False, any(dot.color == PAIN for dot in needs)),
        ("legend-need-lost", "need", NEED.color, True, any(dot.hollow for dot in needs)),
    )
    for key, of, color, hollow, there in looks:
        if there:
            marks.append(
                {"kind": "node", "of": of, "label": scene.say(key), "color": color, "shape": "box", "hollow": hollow}
            )
    return marks


def _sentence(scene: Scene, found: Sequence[NeedGroup], lost_count: int) -> str:
    moments = scene.journey.moments
    if not moments:
        return scene.say("out-empty")
    if lost_count:
        return scene.say("out-needs-lost", n=lost_count)
    if not found:
        return scene.say("out-no-needs", moments=len(moments))
    bare = sum(not scene.journey.siblings("needs", moment.id) for moment in moments)
    first = tied(found, lambda need: len(need.moments))
    bad = [need for need in found if badly(scene.journey, need)]
    if bad:
        most = tied(bad, lambda need: len(need.moments))[0]
        return scene.say("out-needs-bad", n=len(bad), needs=len(found), need=most.text, bare=bare)
    if len(first[0].moments) > 1:
        return scene.say("out-need-most", need=first[0].text, n=len(first[0].moments), equal=len(first) - 1, bare=bare)
    return scene.say("out-needs-once", needs=len(found), bare=bare, moments=len(moments))
