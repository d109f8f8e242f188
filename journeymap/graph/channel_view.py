"""Channels and the switches between them: how they hang together for whoever has to change."""

from collections.abc import Mapping, Sequence

from journeymap.domain.model.rows import Channel
from journeymap.graph.channel_switches import Between, between, switches
from journeymap.graph.layouts import ARC, LEAST_RADIUS, ring, rows, tied
from journeymap.graph.palette import BROUGHT, OWNED, QUIET_LINE
from journeymap.graph.picture import Mark, View, neighbours, twin, viewed
from journeymap.graph.pyvis_network import Dot, Line, shortened
from journeymap.graph.scene import ALL, Place, Scene, kept, walk

WIDEST = 7.0


def channels_view(scene: Scene) -> View:
    """Channels as nodes as large as their touchpoints are many, switches as lines as wide as they are frequent."""
    found = list(switches(scene.journey, scene.shown))
    pairs = between(found)
    used = _used(scene)
    channels = [c for c in _by_first_use(scene) if _is_shown(scene, c, used)]
    dots, lines = _dots(scene, channels, used), _lines(scene, pairs)
    names = {dot.id: scene.journey.get(Channel, dot.id).name for dot in dots}
    return viewed(
        scene,
        "channels",
        dots,
        lines,
        legend=_legend(scene, channels, used, lines),
        sentence=_sentence(scene, channels, pairs, len(found)),
        rows=twin(dots, _values(scene, channels, used, pairs), names, neighbours(lines, names)),
        columns={name: scene.say(f"column-{name}") for name in ("touchpoints", "whose", "left", "taken")},
        note=scene.say("note-channels"),
    )


def _used(scene: Scene) -> dict[str, int]:
    """How many touchpoints each channel has among the moments that are shown."""
    there, counts = kept(scene.journey, scene.shown), dict.fromkeys(scene.journey.tables["channels"], 0)
    for moment in scene.journey.moments:
        if moment.id in there:
            for touchpoint in scene.journey.touchpoints_of(moment.id):
                counts[touchpoint.channel] += 1
    return counts


def _by_first_use(scene: Scene) -> list[Channel]:
    """The channels in the order in which customers first meet them; unused ones last."""
    first: dict[str, int] = {}
    for n, moment in enumerate(walk(scene.journey)):
        for touchpoint in scene.journey.touchpoints_of(moment):
            first.setdefault(touchpoint.channel, n)
    return sorted(scene.journey.channels, key=lambda channel: first.get(channel.id, len(scene.journey.moments)))


def _is_shown(scene: Scene, channel: Channel, used: Mapping[str, int]) -> bool:
    if scene.shown.channels is not None:
        return channel.id in scene.shown.channels
    return scene.shown == ALL or bool(used[channel.id])


def _dots(scene: Scene, channels: Sequence[Channel], used: Mapping[str, int]) -> list[Dot]:
    places = _places(scene)
    most = max(used.values(), default=0) or 1
    return [
        Dot(
            id=channel.id,
            kind="channel",
            label=shortened(channel.name),
            told=_told(scene, channel, used[channel.id]),
            color=OWNED.color if channel.owned else BROUGHT.color,
            shape=OWNED.shape if channel.owned else BROUGHT.shape,
            x=places[channel.id][0],
            y=places[channel.id][1],
            order=n,
            table="channels",
            row=channel.id,
            size=round(12 + 26 * (used[channel.id] / most) ** 0.5, 1),
            hollow=not used[channel.id],
            more={"owned": channel.owned, "touchpoints": used[channel.id]},
        )
        for n, channel in enumerate(channels)
    ]


def _places(scene: Scene) -> dict[str, Place]:
    """Channels with switches on a ring, the others in rows below it; filtering does not move them."""
    linked = {end for pair in between(switches(scene.journey)) for end in (pair.start, pair.end)}
    order = [channel.id for channel in _by_first_use(scene)]
    inside = [channel for channel in order if channel in linked]
    outside = [channel for channel in order if channel not in linked]
    radius = max(LEAST_RADIUS, len(inside) * ARC / 6.28) if inside else -LEAST_RADIUS
    return {**ring(inside), **rows(outside, radius + LEAST_RADIUS, ARC, 130, most=max(6, len(inside) // 3))}


def _lines(scene: Scene, pairs: Sequence[Between]) -> list[Line]:
    names = {channel.id: channel.name for channel in scene.journey.channels}
    most = max((pair.count for pair in pairs), default=1)
    return [
        Line(
            id=f"switch:{pair.start}>{pair.end}",
            kind="switch",
            start=pair.start,
            end=pair.end,
            told=_switch_told(scene, names, pair),
            color=QUIET_LINE,
            width=round(1 + (WIDEST - 1) * (pair.count - 1) / max(1, most - 1), 1),
            weight=pair.count,
            bend=0.12,
        )
        for pair in pairs
    ]


def _told(scene: Scene, channel: Channel, used: int) -> str:
    whose = scene.say("channel-owned" if channel.owned else "channel-brought")
    return f"{channel.name}\n{whose}\n{scene.say('touchpoints', n=used)}"


def _switch_told(scene: Scene, names: Mapping[str, str], pair: Between) -> str:
    told = scene.say("switch-told", one=names[pair.start], other=names[pair.end], n=pair.count)
    return "\n".join((told, *pair.paths))


def _values(
    scene: Scene, channels: Sequence[Channel], used: Mapping[str, int], pairs: Sequence[Between]
) -> dict[str, dict[str, str]]:
    left, taken = dict.fromkeys(used, 0), dict.fromkeys(used, 0)
    for pair in pairs:
        left[pair.start] += pair.count
        taken[pair.end] += pair.count
    return {
        channel.id: {
            "touchpoints": str(used[channel.id]),
            "whose": scene.say("channel-owned" if channel.owned else "channel-brought"),
            "left": str(left[channel.id]),
            "taken": str(taken[channel.id]),
        }
        for channel in channels
    }


def _legend(scene: Scene, channels: Sequence[Channel], used: Mapping[str, int], lines: Sequence[Line]) -> list[Mark]:
    marks: list[Mark] = [
        {"kind": "node", "of": "channel", "label": scene.say(key), "color": seen.color, "shape": seen.shape}
        for owned, key, seen in ((True, "channel-owned", OWNED), (False, "channel-brought", BROUGHT))
        if any(channel.owned is owned for channel in channels)
    ]
    if any(not used[channel.id] for channel in channels):
        quiet = scene.ground.quiet
        text = scene.say("legend-unused")
        marks.append({"kind": "node", "of": "channel", "label": text, "color": quiet, "shape": "dot", "hollow": True})
    if lines:
        text = scene.say("legend-switch")
        marks.append({"kind": "edge", "of": "switch", "label": text, "color": QUIET_LINE, "dashes": []})
    return marks


def _sentence(scene: Scene, channels: Sequence[Channel], pairs: Sequence[Between], count: int) -> str:
    if not channels:
        return scene.say("out-no-channels")
    brought = sum(not channel.owned for channel in channels)
    if not pairs:
        return scene.say("out-no-switches", channels=len(channels), brought=brought)
    first, *others = tied(pairs, lambda pair: pair.count)
    names = {channel.id: channel.name for channel in scene.journey.channels}
    key = "out-switch-equal" if others else "out-switch-most"
    return scene.say(
        key,
        one=names[first.start],
        other=names[first.end],
        n=first.count,
        others=len(others),
        count=count,
        channels=len(channels),
        brought=brought,
    )
