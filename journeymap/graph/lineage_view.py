"""The to-be over its as-is in one graph: what stayed, changed and moved, what went, and what is new."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.changes.describe import signed
from journeymap.domain.model.journey import Journey
from journeymap.graph.disposition_nodes import LOOKS, Both, Stand, Ways, both, ways
from journeymap.graph.journey_view import HEADING, HEIGHT, STEP
from journeymap.graph.moment_nodes import feeling_text, heading, moment_dot, told
from journeymap.graph.palette import LINES
from journeymap.graph.picture import Mark, View, neighbours, twin, viewed
from journeymap.graph.pyvis_network import Dot, Line, shortened
from journeymap.graph.scene import Scene, ShownParts, feels, kept, led

WAYS = {"way-kept": LINES["happy"], "way-gone": LINES["unhappy"], "way-new": LINES["loop"], "became": LINES["order"]}
_NONE = Both((), {}, (), None)  # type: ignore[arg-type]


def over_view(scene: Scene) -> View:
    """Moments from left to right, the emotion aimed at as height; what went stands where it was felt."""
    as_is = scene.as_is
    found = _NONE if as_is is None else both(as_is, scene.journey)
    stands = _shown(scene, found)
    dots = [*_headings(scene, found), *(_dot(scene, as_is, stand, x) for x, stand in stands)] if as_is else []
    lines = [*_lines(scene, ways(as_is, scene.journey, found.stands_for, scene.shown), found)] if as_is else []
    moments = [dot for dot in dots if dot.kind != "episode"]
    names = {dot.id: dot.told.partition("\n")[0] for dot in moments}
    return viewed(
        scene,
        "over",
        dots,
        lines,
        legend=_legend(scene, stands, lines),
        sentence=_sentence(scene, found),
        rows=twin(moments, _values(scene, stands), names, neighbours(lines, names)),
        columns={name: scene.say(f"column-{name}") for name in ("fate", "felt", "targeted")},
        note=scene.say("note-over"),
    )


def _shown(scene: Scene, found: Both) -> list[tuple[int, Stand]]:
    """What is shown, each with its place in the whole order; a ghost is shown with the as-is moment it is."""
    there = kept(scene.journey, scene.shown)
    gone = kept(scene.as_is, _of_as_is(scene)) if scene.as_is else frozenset()
    return [
        (n, stand)
        for n, stand in enumerate(found.stands)
        if (stand.moment.id in gone if stand.ghost else stand.id in there)
    ]


def _of_as_is(scene: Scene) -> ShownParts:
    """The same filter in the as-is's own ids: what was copied from it remembers where it comes from."""
    shown, journey = scene.shown, scene.journey

    def origins(table: str, ids: frozenset[str] | None) -> frozenset[str] | None:
        rows = journey.tables[table]
        return None if ids is None else frozenset(rows[i].origin or i for i in ids if i in rows)

    return ShownParts(
        origins("episodes", shown.episodes),
        origins("channels", shown.channels),
        origins("paths", shown.paths),
        shown.teams,
        shown.feeling,
    )


def _headings(scene: Scene, found: Both) -> Iterator[Dot]:
    """A band over each episode, over the ghosts among its moments too."""
    columns: dict[int, list[int]] = {}
    for n, stand in enumerate(found.stands):
        columns.setdefault(stand.episode, []).append(n)
    for number, episode in enumerate(scene.journey.episodes):
        if number in columns and (scene.shown.episodes is None or episode.id in scene.shown.episodes):
            first, last = columns[number][0], columns[number][-1]
            yield heading(number, episode, (first + last) / 2 * STEP, HEADING, (last - first + 1) * STEP - 40)


def _dot(scene: Scene, as_is: Journey, stand: Stand, column: int) -> Dot:
    seen, fate = LOOKS[stand.disposition], scene.say(f"fate-{stand.disposition}")
    more = {"disposition": str(stand.disposition), "as_is": stand.was.id if stand.was else None}
    if not stand.ghost:
        y = -(feels(scene.journey, stand.moment) or 0) * HEIGHT
        dot = moment_dot(scene, stand.moment, seen, column * STEP, y, column, hollow=False, more=more)
        return _retold(dot, [fate, *_was_felt(scene, as_is, stand)])
    y = -(feels(as_is, stand.moment) or 0) * HEIGHT
    sign = "✗ " if stand.disposition is Disposition.REMOVED else ""
    return Dot(
        id=stand.id,
        kind="ghost",
        label=sign + shortened(stand.moment.text),
        told="\n".join((told(scene, as_is, stand.moment), fate)),
        color=seen.color,
        shape=seen.shape,
        x=column * STEP,
        y=y,
        order=column,
        hollow=True,
        more={**more, "feels": feels(as_is, stand.moment)},
    )


def _retold(dot: Dot, lines: Sequence[str]) -> Dot:
    return replace(dot, told="\n".join((dot.told, *lines)))


def _was_felt(scene: Scene, as_is: Journey, stand: Stand) -> list[str]:
    felt = feels(as_is, stand.was) if stand.was is not None else None
    return [] if felt is None else [scene.say("told-was-felt", felt=signed(felt, scene.language))]


def _lines(scene: Scene, found: Ways, joined: Both) -> Iterator[Line]:
    names = {stand.id: stand.moment.text for stand in joined.stands}
    for kind, pairs in (("way-kept", found.kept), ("way-gone", found.gone), ("way-new", found.new)):
        line = WAYS[kind]
        for (one, other), count in pairs.items():
            told_ = f"{scene.say(f'legend-{kind}')}\n{led(names[one], names[other])}"
            width = round(min(6.0, 1.2 + count * 0.6), 1)
            bend = {"way-kept": 0.06, "way-gone": 0.18, "way-new": 0.12}[kind]
            ends = (f"{kind}:{one}>{other}", kind, one, other)
            yield Line(*ends, told_, line.color, tuple(line.dashes), width, count, bend)
    line = WAYS["became"]
    for one, other in joined.became:
        told_ = f"{scene.say('legend-became')}\n{led(names[one], names[other])}"
        yield Line(f"became:{one}>{other}", "became", one, other, told_, line.color, tuple(line.dashes), 2)


def _values(scene: Scene, stands: Sequence[tuple[int, Stand]]) -> dict[str, dict[str, str]]:
    found = {}
    for _, stand in stands:
        aimed = "" if stand.ghost else feeling_text(scene, scene.journey, stand.moment)
        felt = feeling_text(scene, scene.as_is, stand.was) if scene.as_is and stand.was else ""
        found[stand.id] = {"fate": scene.say(f"fate-{stand.disposition}"), "felt": felt, "targeted": aimed}
    return found


def _legend(scene: Scene, stands: Sequence[tuple[int, Stand]], lines: Sequence[Line]) -> list[Mark]:
    there = {(stand.disposition, stand.ghost) for _, stand in stands}
    marks: list[Mark] = []
    for disposition, seen in LOOKS.items():
        for ghost in (False, True):
            if (disposition, ghost) in there:
                key = f"fate-{disposition}" if not ghost or disposition is Disposition.REMOVED else "fate-was"
                text = scene.say(key, fate=scene.say(f"fate-{disposition}")) if key == "fate-was" else scene.say(key)
                mark: Mark = {"kind": "node", "of": str(disposition), "label": text, "color": seen.color}
                marks.append({**mark, "shape": seen.shape, "hollow": ghost})
    drawn = {line.kind for line in lines}
    for kind, line in WAYS.items():
        if kind in drawn:
            text = scene.say(f"legend-{kind}")
            marks.append({"kind": "edge", "of": kind, "label": text, "color": line.color, "dashes": list(line.dashes)})
    return marks


def _sentence(scene: Scene, found: Both) -> str:
    if scene.as_is is None:
        return scene.say("out-over-alone")
    if not found.stands:
        return scene.say("out-empty")
    counts = {d: found.found.count(d) for d in Disposition}
    before = sum(fate.as_is is not None for fate in found.found.fates)
    stayed = counts[Disposition.KEPT]
    if stayed == before and not counts[Disposition.NEW]:
        return scene.say("out-over-same", n=before)
    removed, new = counts[Disposition.REMOVED], counts[Disposition.NEW]
    return scene.say("out-over", n=before, kept=stayed, removed=removed, new=new, other=before - stayed - removed)
