"""Findings about a graph: a sentence each, with the nodes to point at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.durations import duration_said
from journeymap.graph.backstage_teams import bottleneck, teams
from journeymap.graph.channel_switches import switches
from journeymap.graph.path_measures import Measures, measures, walked
from journeymap.graph.pyvis_network import shortened
from journeymap.graph.reachability import betweenness, central, crossing, longest, repeats, shortest
from journeymap.graph.scene import said

Told = dict[str, str | float]
"""What is filled in where a sentence leaves room."""

FIRST = 3
"""So many of a kind are told before all the rest is."""

NAME = 60
"""How much of a text a sentence quotes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that stands out. `show` are the ids of the nodes to point at, in `view`."""

    key: str
    words: str
    show: tuple[str, ...]
    view: str = "journey"


@dataclass(frozen=True, slots=True)
class _FindingContext:
    journey: Journey
    language: str
    found: Measures

    def say(self, key: str, show: Sequence[str], values: Told, view: str = "journey") -> Finding:
        words = said(f"finding-{key}", self.language, **values)
        return Finding(key, words, tuple(dict.fromkeys(show)), view)

    def named(self, moment: str) -> str:
        return shortened(self.journey.get(Moment, moment).text, NAME)


def findings(journey: Journey, language: str | None = None) -> tuple[Finding, ...]:
    """Everything that stands out, what matters most first; nothing on a map without moments."""
    if not journey.count("moments"):
        return ()
    seen = _FindingContext(journey, language or journey.language, measures(journey))
    return tuple(finding for look in _LOOKS for finding in look(seen))


def _paths(seen: _FindingContext) -> Iterator[Finding]:
    """Whether there are paths, and whether there is more than the happy one."""
    if not seen.found.paths:
        yield seen.say("no-paths", (), {"moments": seen.found.moments})
    elif seen.found.only_happy:
        yield seen.say("only-happy", (), {"paths": seen.found.paths})


def _dead_ends(seen: _FindingContext) -> Iterator[Finding]:
    ends = seen.found.dead_ends
    if ends:
        yield seen.say("dead-ends", ends, {"n": len(ends), "moment": seen.named(ends[0])})


def _loops(seen: _FindingContext) -> Iterator[Finding]:
    """Every loop and its cost, the most expensive first."""
    for loop in sorted(seen.found.looping, key=lambda one: (-one.minutes, -one.rounds)):
        key = "loop-minutes" if loop.known and loop.minutes else "loop-at-least" if loop.minutes else "loop"
        moment = next(m for way in seen.found.ways if way.path is loop.path for m in way.returns if m in loop.moments)
        told: Told = {"path": loop.path.name, "n": loop.rounds, "moment": seen.named(moment)}
        yield seen.say(key, loop.moments, {**told, "time": duration_said(loop.minutes, seen.language)})


def _repeats(seen: _FindingContext) -> Iterator[Finding]:
    yield from islice(_all_repeats(seen), FIRST)


def _switches(seen: _FindingContext) -> Iterator[Finding]:
    yield from islice(_all_switches(seen), FIRST)


def _rest(seen: _FindingContext) -> Iterator[Finding]:
    """The further findings, so that nothing is left out."""
    yield from islice(_all_switches(seen), FIRST, None)
    yield from islice(_all_repeats(seen), FIRST, None)


def _all_repeats(seen: _FindingContext) -> Iterator[Finding]:
    for repeat in repeats(seen.journey, seen.found.ways):
        values: Told = {"path": repeat.path.name, "channel": repeat.channel, "need": shortened(repeat.need, NAME)}
        yield seen.say("repeat", repeat.moments, {**values, "n": len(repeat.moments)})


def _all_switches(seen: _FindingContext) -> Iterator[Finding]:
    """How often people have to switch channels on each path, the most often first."""
    at: dict[str, list[str]] = {}
    for switch in switches(seen.journey):
        if switch.path is not None:
            at.setdefault(switch.path.id, []).extend((switch.one, switch.other))
    ways = sorted((way for way in seen.found.ways if way.switches), key=lambda way: -way.switches)
    for way in ways:
        key = "switches" if way is ways[0] else "switches-too"
        yield seen.say(key, at[way.path.id], {"path": way.path.name, "n": way.switches, "steps": way.steps})


def _crossing(seen: _FindingContext) -> Iterator[Finding]:
    """The moment that most paths pass, and the one that lies most in between: not always the same."""
    between = betweenness(walked(seen.journey))
    if met := crossing(seen.journey, between):
        told: Told = {"moment": seen.named(met[0]), "n": met[1], "paths": seen.found.paths}
        yield seen.say("crossing", (met[0],), told)
    if middle := central(seen.journey, between):
        yield seen.say("between", middle[:1], {"moment": seen.named(middle[0]), "share": round(100 * middle[1])})


def _ways(seen: _FindingContext) -> Iterator[Finding]:
    """The shortest and the longest way to the goal, where they differ."""
    near, far = shortest(seen.journey), longest(seen.journey, seen.found.ways)
    if near is None or far is None or near.moments == far[1].moments:
        return
    for key, reach in (("shortest", near), ("longest", far[1])):
        told: Told = {"path": far[0].path.name, "steps": len(reach.moments)}
        if reach.minutes is None:
            yield seen.say(f"{key}-steps", reach.moments, told)
        else:
            time = duration_said(reach.minutes, seen.language)
            yield seen.say(f"{key}-minutes", reach.moments, {**told, "time": time})


def _unreachable(seen: _FindingContext) -> Iterator[Finding]:
    lost = seen.found.unreachable
    if lost:
        yield seen.say("unreachable", lost, {"n": len(lost), "moment": seen.named(lost[0])})


def _coverage(seen: _FindingContext) -> Iterator[Finding]:
    off = seen.found.off_paths
    if off:
        share = round(100 * seen.found.coverage)
        yield seen.say("off-paths", off, {"n": len(off), "moment": seen.named(off[0]), "share": share})


def _backstage(seen: _FindingContext) -> Iterator[Finding]:
    actors = teams(seen.journey)
    narrow = bottleneck(actors)
    if narrow is not None:
        manned = len({moment for actor in actors for moment in actor.moments})
        show = (narrow.id, *narrow.moments)
        told: Told = {"team": narrow.name, "n": len(narrow.moments), "moments": manned, "causes": len(narrow.causes)}
        yield seen.say("bottleneck", show, told, "backstage")


_LOOKS: tuple[Callable[[_FindingContext], Iterator[Finding]], ...] = (
    _paths,
    _dead_ends,
    _loops,
    _repeats,
    _switches,
    _crossing,
    _ways,
    _unreachable,
    _coverage,
    _rest,
    _backstage,
)
