"""The coach: what a map and its room still miss, as short friendly sentences, the most useful first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from journeymap.domain.analysis.completeness import Missing, missing
from journeymap.domain.analysis.front_line import front_line_is_here, missing_teams
from journeymap.domain.analysis.wording_hints import in_first_person, persona_called, solution_in
from journeymap.domain.changes.describe import listed, shortened
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.limits import EPISODES_USUAL
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.model.rows import Episode, EvidenceStatus, MapKind, Moment
from journeymap.domain.text.catalogue import Value, say


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to do next. `key` is its kind, `show` holds the rows it is about.

    In `as-is-open` these are rows of the as-is; everywhere else they are on the map itself.
    `weight` runs from 100 (first of all) down.
    """

    key: str
    words: str
    show: tuple[str, ...]
    weight: int


FEW = 2
"""So many hints of one kind: the coach does not nag."""


@dataclass(frozen=True, slots=True)
class _CoachedMap:
    """What the coach looks at, worked out once."""

    journey: Journey
    moments: tuple[Moment, ...]
    missing: Missing
    people: tuple[Participant, ...]
    as_is: Journey | None
    language: str

    @property
    def lived(self) -> bool:
        return self.journey.kind is MapKind.AS_IS

    @property
    def persona(self) -> str:
        return persona_called(self.journey, self.language)

    def hint(self, weight: int, key: str, show: Iterable[str] = (), **values: Value) -> Hint:
        return Hint(key, say(f"coach-{key}", self.language, **values), tuple(show), weight)

    def several(self, weight: int, key: str, moments: Sequence[Moment], **values: Value) -> Hint:
        """A hint about moments, of which the first is named."""
        name, more = shortened(moments[0].text), len(moments) - 1
        return self.hint(weight, key, (m.id for m in moments), moment=name, more=more, **values)

    def named(self, ids: Iterable[str]) -> list[Moment]:
        return [self.journey.get(Moment, i) for i in ids]


def coach(
    journey: Journey,
    *,
    participants: Iterable[Participant] = (),
    language: str | None = None,
    as_is: Journey | None = None,
) -> tuple[Hint, ...]:
    """What this map still misses, in `language` (the map's own where none is given), the most useful first.

    `participants` are the people in the room: without them nothing is said about the room. `as_is` is the map
    that a to-be was made from.
    """
    look = _CoachedMap(
        journey, journey.moments, missing(journey), tuple(participants), as_is, language or journey.language
    )
    found = [hint for looked in _LOOKS for hint in looked(look)]
    return tuple(sorted(found, key=lambda hint: -hint.weight))


def _beginning(look: _CoachedMap) -> Iterator[Hint]:
    if look.missing.persona:
        yield look.hint(90, "persona-missing")
    elif look.missing.goal:
        yield look.hint(52, "goal", persona=look.persona)
    if look.missing.scope and look.moments:
        yield look.hint(25, "scope", persona=look.persona)


def _episodes(look: _CoachedMap) -> Iterator[Hint]:
    episodes = look.journey.episodes
    least, most = EPISODES_USUAL
    if not episodes:
        yield look.hint(88, "no-episodes", persona=look.persona)
    elif look.missing.few_episodes:
        yield look.hint(85, "few-episodes", (e.id for e in episodes), n=len(episodes), least=least, most=most)
    elif look.missing.many_episodes:
        yield look.hint(60, "many-episodes", (e.id for e in episodes), n=len(episodes), least=least, most=most)


def _thin_episodes(look: _CoachedMap) -> Iterator[Hint]:
    """Episodes with nothing in them, or with less than half of what the others have."""
    if not look.moments:
        return
    empty = [look.journey.get(Episode, i) for i in look.missing.empty_episodes]
    if empty:
        name, more = shortened(empty[0].title), len(empty) - 1
        yield look.hint(80, "empty-episode", (e.id for e in empty), episode=name, more=more)
    counts = {e.id: len(look.journey.siblings("moments", e.id)) for e in look.journey.episodes}
    counts = {episode: n for episode, n in counts.items() if n}
    if len(counts) < 3:
        return
    usual = median(counts.values())
    thin = [episode for episode, n in counts.items() if n * 2 < usual]
    others = [n for episode, n in counts.items() if episode not in thin]
    for episode in sorted(thin, key=lambda episode: counts[episode])[:FEW]:
        yield look.hint(
            75,
            "thin-episode" if min(others) < max(others) else "thin-episode-same",
            (episode,),
            episode=shortened(look.journey.get(Episode, episode).title),
            n=counts[episode],
            least=min(others),
            most=max(others),
        )


def _channels(look: _CoachedMap) -> Iterator[Hint]:
    used = {str(getattr(row, "channel", "")) for row in look.journey.tables["touchpoints"].values()}
    channels = [channel for channel in look.journey.channels if channel.id in used]
    if channels and all(channel.owned for channel in channels):
        yield look.hint(78, "only-ours", persona=look.persona)
    if look.missing.no_channel and channels:
        yield look.several(40, "no-channel", look.named(look.missing.no_channel))


def _needs(look: _CoachedMap) -> Iterator[Hint]:
    if look.missing.no_need and look.journey.count("needs"):
        yield look.several(45, "no-need", look.named(look.missing.no_need), persona=look.persona)
    disguised = [
        (need, solution)
        for moment in look.moments
        for need in look.journey.needs_of(moment.id)
        if (solution := solution_in(need.text, look.journey.language))
    ]
    for need, solution in disguised[:FEW]:
        yield look.hint(58, "solution", (need.id,), need=shortened(need.text), solution=solution, persona=look.persona)


def _paths(look: _CoachedMap) -> Iterator[Hint]:
    if look.missing.no_path and len(look.moments) >= FEW:
        yield look.hint(50, "no-path", persona=look.persona)
    if look.missing.only_happy:
        yield look.hint(65, "only-happy", (path.id for path in look.journey.paths), persona=look.persona)


def _feelings(look: _CoachedMap) -> Iterator[Hint]:
    """The room's guesses, the strongest feeling first: those matter most, so they are checked first."""
    if not look.lived:
        return
    felt = [m for m in look.moments if m.felt_valence is not None]
    guessed = [m for m in felt if m.evidence_status is EvidenceStatus.ASSUMED]
    if len(guessed) * 2 > len(felt):
        guessed.sort(key=lambda m: (not m.moment_of_truth, -abs(m.felt_valence or 0)))
        yield look.hint(
            70,
            "guessed",
            (m.id for m in guessed),
            moment=shortened(guessed[0].text),
            n=len(guessed),
            of=len(felt),
        )
    if felt and look.missing.no_feeling:
        yield look.several(42, "no-feeling", look.named(look.missing.no_feeling), persona=look.persona)


def _targets(look: _CoachedMap) -> Iterator[Hint]:
    """A to-be starts with the targeted emotions, from the last episode to the first."""
    untargeted = look.missing.untargeted
    if look.lived:
        if untargeted and len(untargeted) == look.journey.count("episodes") and look.moments:
            yield look.hint(35, "no-target", untargeted, persona=look.persona)
        return
    if untargeted:
        last = look.journey.get(Episode, untargeted[-1])
        yield look.hint(
            82, "target-reversed", reversed(untargeted), episode=shortened(last.title), persona=look.persona
        )
    aimless = [m for m in reversed(look.moments) if look.journey.targeted_of(m) == (None, "")]
    if aimless:
        yield look.several(64, "moment-untargeted", aimless, persona=look.persona)


def _dispositions(look: _CoachedMap) -> Iterator[Hint]:
    """Moments of the as-is that nothing in the to-be comes from."""
    if look.as_is is None or look.lived or not look.moments:
        return
    lived_on = {origin for moment in look.moments for origin in look.journey.origins_of(moment.id)}
    gone = [moment for moment in look.as_is.moments if moment.id not in lived_on]
    if gone:
        yield look.several(72, "as-is-open", gone)


def _wording(look: _CoachedMap) -> Iterator[Hint]:
    if look.journey.language != "en":
        return
    persona = look.journey.persona.name if look.journey.persona else ""
    rephrased = ((m, put) for m in look.moments if (put := in_first_person(m.text, persona)))
    for (moment, put), _ in zip(rephrased, range(FEW), strict=False):
        values = {"moment": shortened(moment.text), "put": shortened(put)}
        yield look.hint(30, "third-person", (moment.id,), **values)


def _room(look: _CoachedMap) -> Iterator[Hint]:
    """Who is missing from the room: without customers and the people who meet them, a map shows wishful thinking."""
    present = [person for person in look.people if person.role is not Role.OBSERVER]
    if not present:
        return
    if all(person.role is not Role.CUSTOMER for person in present):
        yield look.hint(95, "no-customer", persona=look.persona)
    jobs = [person.doing for person in present if person.doing]
    if jobs and not front_line_is_here(jobs):
        yield look.hint(62, "no-front-line", persona=look.persona)
    if jobs:
        teams = missing_teams(look.journey, jobs)
        if teams:
            names = [team for team, _ in teams[:3]]
            steps = [step for _, ids in teams for step in ids]
            yield look.hint(56, "team-missing", steps, n=len(names), teams=listed(names, look.language))


_LOOKS: tuple[Callable[[_CoachedMap], Iterator[Hint]], ...] = (
    _room,
    _beginning,
    _episodes,
    _thin_episodes,
    _channels,
    _targets,
    _dispositions,
    _feelings,
    _paths,
    _needs,
    _wording,
)
