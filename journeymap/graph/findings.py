"""What there is to see in a graph, a sentence each, with what to point at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journeymap.domain.journey import Journey
from journeymap.domain.rows import Moment
from journeymap.domain.texts import say
from journeymap.graph.canvas import shortened
from journeymap.graph.measuring import Measures, Way, measures
from journeymap.graph.reaching import crossing, longest, repeats, shortest
from journeymap.graph.staging import bottleneck, teams
from journeymap.graph.switching import switches

Told = dict[str, str | float]
"""What is filled in where a sentence leaves room."""

NAME = 60
"""So much of a text is quoted in a sentence."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that stands out. `show` are the ids of the nodes to point at, in `view`."""

    key: str
    words: str
    show: tuple[str, ...]
    view: str = "journey"


@dataclass(frozen=True, slots=True)
class _Look:
    journey: Journey
    language: str
    found: Measures

    def say(self, key: str, show: Sequence[str], values: Told, view: str = "journey") -> Finding:
        words = say(f"graph-finding-{key}", self.language, **values)
        return Finding(key, words, tuple(dict.fromkeys(show)), view)

    def named(self, moment: str) -> str:
        return shortened(self.journey.get(Moment, moment).text, NAME)


def findings(journey: Journey, language: str | None = None) -> tuple[Finding, ...]:
    """Everything that stands out, what matters most first; nothing on a map without moments."""
    if not journey.count("moments"):
        return ()
    seen = _Look(journey, language or journey.language, measures(journey))
    return tuple(finding for look in _LOOKS for finding in look(seen))


def _paths(seen: _Look) -> Iterator[Finding]:
    """Whether there are paths, and whether there is more than the happy one."""
    if not seen.found.paths:
        yield seen.say("no-paths", (), {"moments": seen.found.moments})
    elif seen.found.only_happy:
        yield seen.say("only-happy", (), {"paths": seen.found.paths})


def _dead_ends(seen: _Look) -> Iterator[Finding]:
    ends = seen.found.dead_ends
    if ends:
        yield seen.say("dead-ends", ends, {"n": len(ends), "moment": seen.named(ends[0])})


def _loops(seen: _Look) -> Iterator[Finding]:
    """Every loop with what it costs, the dearest first."""
    for loop in sorted(seen.found.looping, key=lambda one: (-one.minutes, -one.rounds)):
        key = "loop-minutes" if loop.known and loop.minutes else "loop-at-least" if loop.minutes else "loop"
        moment = next(m for way in seen.found.ways if way.path is loop.path for m in way.returns if m in loop.moments)
        told: Told = {"path": loop.path.name, "n": loop.rounds, "moment": seen.named(moment)}
        yield seen.say(key, loop.moments, {**told, "minutes": _minutes(loop.minutes)})


def _repeats(seen: _Look) -> Iterator[Finding]:
    for repeat in repeats(seen.journey, seen.found.ways)[:3]:
        values: Told = {"path": repeat.path.name, "channel": repeat.channel, "need": shortened(repeat.need, NAME)}
        yield seen.say("repeat", repeat.moments, {**values, "n": len(repeat.moments)})


def _switches(seen: _Look) -> Iterator[Finding]:
    """The path on which people have to switch channels most."""
    most: Way | None = max(seen.found.ways, key=lambda way: way.switches, default=None)
    if most is not None and most.switches:
        at = [end for s in switches(seen.journey) if s.path is most.path for end in (s.one, s.other)]
        yield seen.say("switches", at, {"path": most.path.name, "n": most.switches, "steps": most.steps})


def _crossing(seen: _Look) -> Iterator[Finding]:
    met = crossing(seen.journey)
    if met is not None:
        told: Told = {"moment": seen.named(met[0]), "n": met[1], "paths": seen.found.paths}
        yield seen.say("crossing", (met[0],), told)


def _ways(seen: _Look) -> Iterator[Finding]:
    """The shortest and the longest way to the goal, where they differ."""
    near, far = shortest(seen.journey), longest(seen.journey, seen.found.ways)
    if near is None or far is None or near.moments == far[1].moments:
        return
    way, reach = far
    values: Told = {
        "path": way.path.name,
        "short_steps": len(near.moments),
        "long_steps": len(reach.moments),
    }
    if near.minutes is None or reach.minutes is None:
        yield seen.say("ways-steps", near.moments, values)
    else:
        spent: Told = {"short": _minutes(near.minutes), "long": _minutes(reach.minutes)}
        yield seen.say("ways-minutes", near.moments, {**values, **spent})


def _coverage(seen: _Look) -> Iterator[Finding]:
    off = seen.found.off_paths
    if off:
        share = round(100 * seen.found.coverage)
        yield seen.say("off-paths", off, {"n": len(off), "moment": seen.named(off[0]), "share": share})


def _backstage(seen: _Look) -> Iterator[Finding]:
    actors = teams(seen.journey)
    narrow = bottleneck(actors)
    if narrow is not None:
        manned = len({moment for actor in actors for moment in actor.moments})
        show = (narrow.id, *narrow.moments)
        told: Told = {"team": narrow.name, "n": len(narrow.moments), "moments": manned, "causes": len(narrow.causes)}
        yield seen.say("bottleneck", show, told, "backstage")


def _minutes(minutes: float) -> float:
    """Whole minutes; below one, to a tenth."""
    return round(minutes) if minutes >= 1 else round(minutes, 1)


_LOOKS: tuple[Callable[[_Look], Iterator[Finding]], ...] = (
    _paths,
    _dead_ends,
    _loops,
    _repeats,
    _switches,
    _crossing,
    _ways,
    _coverage,
    _backstage,
)
