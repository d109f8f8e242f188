"""Which part of a comparison one looks at: by episode, disposition, team, pain and moment of truth."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from journeymap.domain.analysis.comparison.compare import Comparison
from journeymap.domain.analysis.comparison.matches import Disposition, Match
from journeymap.domain.analysis.comparison.pains import Answered
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import BackstageStep

ANY_PAIN = "any"
"""Any pain, whatever is done about it; else one looks for an `Answered`."""

PAINS = (ANY_PAIN, *Answered)


@dataclass(frozen=True, slots=True)
class MatchFilter:
    """What is looked for. Of each kind that is said, one has to be true of a match; what is not said holds for all."""

    episodes: frozenset[str] = frozenset()
    """By the ids of `episodes_of`."""
    dispositions: frozenset[Disposition] = frozenset()
    teams: frozenset[str] = frozenset()
    """By the ids of `teams_of`."""
    pain: str = ""
    truth: bool = False
    changed: bool = False
    """Whether what was kept as it is stays out of sight."""

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return self != MatchFilter()

    @property
    def count(self) -> int:
        """How many kinds of things are said."""
        return sum(map(bool, (self.episodes, self.dispositions, self.teams, self.pain, self.truth, self.changed)))

    def known(self, found: Comparison) -> "MatchFilter":
        """The same for what these maps have: an episode that is gone from both of them is not looked for any more."""
        return replace(self, episodes=self.episodes & episodes_of(found).keys())


def episodes_of(found: Comparison) -> dict[str, str]:
    """The episodes of both maps with their titles: those of the as-is, and those that have none of them before them."""
    titles = {episode.id: episode.title for episode in found.as_is.episodes}
    _, before = found.lineage.episodes
    return titles | {_new(episode.id): episode.title for episode in found.to_be.episodes if episode.id not in before}


def teams_of(found: Comparison) -> dict[str, str]:
    """Every team behind the moments of both maps, in order of the alphabet, whatever the case it is written in."""
    steps = [*_steps(found.as_is), *_steps(found.to_be)]
    names = {_team(step): step.team.strip() for step in reversed(steps) if step.team.strip()}
    return dict(sorted(names.items()))


def wanted(found: Comparison, by: MatchFilter) -> tuple[Match, ...]:
    """The matches that are looked for, in their order."""
    if not by:
        return found.matches
    asked = _FilterAtWork(found, by)
    return tuple(match for match in found.matches if asked.holds(match))


class _FilterAtWork:
    """A filter laid on a comparison."""

    def __init__(self, found: Comparison, by: MatchFilter) -> None:
        self.found, self.by = found, by
        self.teams = _teams_by_moment(found.as_is), _teams_by_moment(found.to_be)
        self.answers = _answers(found)

    def holds(self, match: Match) -> bool:
        """Whether all that is said is true of this match."""
        by = self.by
        return (
            (not by.changed or match.signs != (Disposition.KEPT,))
            and (not by.dispositions or not by.dispositions.isdisjoint(_signs(match)))
            and (not by.truth or any(moment.moment_of_truth for moment in (*match.as_is, *match.to_be)))
            and (not by.episodes or not by.episodes.isdisjoint(self._episodes(match)))
            and (not by.teams or not by.teams.isdisjoint(self._teams(match)))
            and (not by.pain or self._hurts(match))
        )

    def _episodes(self, match: Match) -> Iterable[str]:
        _, before = self.found.lineage.episodes
        yield from (moment.parent or "" for moment in match.as_is)
        for moment in match.to_be:
            episode = moment.parent or ""
            yield from before.get(episode, (_new(episode),))

    def _teams(self, match: Match) -> Iterable[str]:
        for teams, moments in zip(self.teams, (match.as_is, match.to_be), strict=True):
            for moment in moments:
                yield from teams.get(moment.id, ())

    def _hurts(self, match: Match) -> bool:
        if self.by.pain != ANY_PAIN:
            return self.by.pain in self.answers.get(match.id, ())
        hurting = (self.found.as_is, match.as_is), (self.found.to_be, match.to_be)
        return any(journey.pain_points_of(moment.id) for journey, moments in hurting for moment in moments)


def _signs(match: Match) -> tuple[Disposition, ...]:
    return (*match.signs, Disposition.UNDECIDED) if match.undecided else match.signs


def _answers(found: Comparison) -> Mapping[str, set[str]]:
    """What is done about the pains of each match that has any."""
    answers: dict[str, set[str]] = {}
    for answer in found.pains:
        answers.setdefault(answer.match.id, set()).add(str(answer.answered))
    return answers


def _teams_by_moment(journey: Journey) -> Mapping[str, set[str]]:
    teams: dict[str, set[str]] = {}
    for step in _steps(journey):
        if step.team.strip():
            teams.setdefault(step.parent or "", set()).add(_team(step))
    return teams


def _steps(journey: Journey) -> Iterable[BackstageStep]:
    return journey.tables["backstage_steps"].values()  # type: ignore[return-value]


def _team(step: BackstageStep) -> str:
    return " ".join(step.team.casefold().split())


def _new(episode: str) -> str:
    """An episode of the to-be that comes from none: its id may be that of another one on the as-is."""
    return f"+{episode}"
