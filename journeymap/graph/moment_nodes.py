"""Moments as they are drawn and told, the same in every view."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from journeymap.domain.changes.describe import signed
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, MapKind, Moment
from journeymap.domain.text.catalogue import say
from journeymap.graph.palette import NodeStyle, look
from journeymap.graph.picture import Mark
from journeymap.graph.pyvis_network import Dot, shortened
from journeymap.graph.scene import Scene, episode_of, feels, feels_word, systems_of, teams_of
from journeymap.graph.text_layout import isolated

HOLLOW = {MapKind.AS_IS: "legend-unknown", MapKind.TO_BE: "legend-unaimed"}
HIGHER = {MapKind.AS_IS: "legend-height", MapKind.TO_BE: "legend-height-to-be"}


def moment_dot(scene: Scene, moment: Moment, seen: NodeStyle, x: float, y: float, order: int, **wishes: Any) -> Dot:
    """A moment as a node: hollow where nobody has said how it feels, larger where it is one of truth."""
    feeling = feels(scene.journey, moment)
    wishes.setdefault("hollow", feeling is None)
    more = {"episode": moment.parent, "feels": feeling, **wishes.pop("more", {})}
    return Dot(
        id=moment.id,
        kind="moment",
        label=("★ " if moment.moment_of_truth else "") + shortened(moment.text),
        told=told(scene, scene.journey, moment),
        color=seen.color,
        shape=wishes.pop("shape", seen.shape),
        x=x,
        y=y,
        order=order,
        table="moments",
        row=moment.id,
        size=20 if moment.moment_of_truth else 13,
        strong=moment.moment_of_truth,
        more=more,
        **wishes,
    )


def told(scene: Scene, journey: Journey, moment: Moment) -> str:
    """What hovering over a moment tells, a line each."""
    number = journey.siblings("episodes", None).index(moment.parent or "")
    lines = [moment.text, numbered(number, episode_of(journey, moment))]
    feeling = feels(journey, moment)
    if feeling is not None:
        word = feels_word(journey, moment)
        said = signed(feeling, scene.language)
        key = "told-felt" if journey.kind is MapKind.AS_IS else "told-targeted"
        lines.append(_filled(key, "felt", f"{isolated(word)} ({said})" if word else said, scene.language))
    told_of: Mapping[str, tuple[str, ...]] = {
        "channels": tuple(channel.name for channel in journey.channels_of(moment.id)),
        "needs": tuple(need.text for need in journey.needs_of(moment.id)),
        "teams": teams_of(journey, moment.id),
        "systems": systems_of(journey, moment.id),
    }
    lines.extend(
        _filled(f"told-{name}", "all", "; ".join(map(isolated, texts)), scene.language)
        for name, texts in told_of.items()
        if texts
    )
    if moment.moment_of_truth:
        lines.append(scene.say("told-truth"))
    return "\n".join(lines)


def _filled(key: str, name: str, value: str, language: str) -> str:
    """A text with one thing to fill in; said once and filled a thousand times, for that is what takes the time."""
    return _pattern(key, name, language).replace(_HERE, value)


@cache
def _pattern(key: str, name: str, language: str) -> str:
    return say(f"graph-{key}", language, **{name: _HERE})


_HERE = "\ue000"


def numbered(n: int, episode: Episode) -> str:
    """An episode with its number: “2 · Planning the day”."""
    return f"{n + 1} · {episode.title}"


def feeling_text(scene: Scene, journey: Journey, moment: Moment) -> str:
    """How a moment feels, for a table: “+1 relieved”, or nothing."""
    feeling = feels(journey, moment)
    said = "" if feeling is None else signed(feeling, scene.language)
    return f"{said} {feels_word(journey, moment)}".strip()


def heading(number: int, episode: Episode, x: float, y: float, width: float) -> Dot:
    """A band that says an episode's number and name."""
    name = numbered(number, episode)
    return Dot(
        id=f"episode:{episode.id}",
        kind="episode",
        label=shortened(name, max(20, round(width / 7))),
        told=name,
        color=look(number).color,
        shape="box",
        x=x,
        y=y,
        order=-1,
        table="episodes",
        row=episode.id,
        filled=True,
        width=width,
        fixed=True,
        more={"episode": episode.id},
    )


def bands(scene: Scene, shape: str | None = None) -> list[Mark]:
    """What tells the episodes apart, for a legend; `shape` where all moments have the same one."""
    return [
        {
            "kind": "band",
            "id": e.id,
            "label": numbered(n, e),
            "of": "episode",
            "color": look(n).color,
            "shape": shape or look(n).shape,
        }
        for n, e in enumerate(scene.journey.episodes)
        if scene.journey.siblings("moments", e.id)
    ]
