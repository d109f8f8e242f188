"""What changes at a moment, in words a developer can act on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from journeymap.domain.analysis.comparison.compare import Comparison
from journeymap.domain.analysis.comparison.matches import Disposition, Match, MomentGroup
from journeymap.domain.changes.describe import listed
from journeymap.domain.model.rows import BackstageStep, Moment, Row
from journeymap.domain.text.durations import duration_said
from journeymap.domain.text.normalize import plain
from journeymap.exchange.backlog.story_words import filled
from journeymap.exchange.comparison_words import match_in_words
from journeymap.exchange.sentences import with_about


class Changes:
    """What the to-be does otherwise, moment by moment."""

    def __init__(self, found: Comparison, language: str) -> None:
        self.found, self.language = found, language

    @cached_property
    def _matches(self) -> dict[str, Match]:
        return {moment.id: match for match in self.found.matches for moment in match.to_be}

    def of(self, moment: Moment) -> tuple[str, ...]:
        """What differs, a sentence each; nothing for what stays as it is."""
        match = self._matches.get(moment.id)
        if match is None:
            return ()
        if not match.as_is:
            return tuple(self._new(moment, "open" if match.proposal is Disposition.OPEN else "new"))
        return (*self._family(moment), *match_in_words(self.found, self._by_itself(match, moment), self.language))

    def _by_itself(self, match: Match, moment: Moment) -> Match:
        """The match as this moment alone sees it, without what happened to the as-is since: that is not its work."""
        if len(match.as_is) == len(match.to_be) == 1:
            return replace(match, behind=()) if match.behind else match
        mine = self.sources(moment)
        names = self.found.differences.changed(MomentGroup(mine, (moment,)))
        return replace(
            match,
            as_is=mine,
            to_be=(moment,),
            changed=tuple([name for name in names if name != "text"]),  # said by whom it comes from
            behind=(),
            moved=tuple([one.id for one in mine if one.id in match.moved]),
        )

    def sources(self, moment: Moment) -> tuple[Moment, ...]:
        """The as-is moments that it comes from, in the order of the as-is."""
        match = self._matches.get(moment.id)
        if match is None:
            return ()
        mine = self.found.lineage.moments[1].get(moment.id, ())
        return tuple(one for one in match.as_is if one.id in mine) or match.as_is

    def replaced(self, moment: Moment) -> tuple[str, ...]:
        """The as-is moments that it replaces; none that is called as it is, for that is the moment itself."""
        mine = plain(moment.text)
        return tuple(dict.fromkeys(one.text for one in self.sources(moment) if plain(one.text) != mine))

    def steps(self, moment: Moment) -> Sequence[BackstageStep]:
        """The backstage steps that are new, or other than they are today."""
        before = {_step(step) for one in self.sources(moment) for step in self.found.as_is.backstage_of(one.id)}
        return [step for step in self.found.to_be.backstage_of(moment.id) if _step(step) not in before]

    def _family(self, moment: Moment) -> Iterator[str]:
        """From what it was merged, or split."""
        sources = self.sources(moment)
        if len(sources) > 1:
            yield self._say("merged", names=self._quoted(sources))
        for source in sources:
            others = [one for one in self.found.lineage.moments[0].get(source.id, ()) if one != moment.id]
            if others:
                heirs = [self.found.to_be.get(Moment, one) for one in others]
                yield self._say("split", name=self._quoted([source]), others=self._quoted(heirs))

    def _new(self, moment: Moment, key: str) -> Iterator[str]:
        """All that a moment brings that has no part in the as-is."""
        yield self._say(key)
        to_be = self.found.to_be
        if moment.minutes is not None:
            yield self._say("minutes", time=duration_said(moment.minutes, self.language))
        if moment.waiting_minutes:
            yield self._say("waiting", time=duration_said(moment.waiting_minutes, self.language))
        if channels := [channel.name for channel in to_be.channels_of(moment.id)]:
            yield self._say("channels", names=listed(channels, self.language))
        if needs := to_be.needs_of(moment.id):
            yield self._say("needs" if len(needs) > 1 else "needs-one", names=self._quoted(needs))
        if steps := to_be.backstage_of(moment.id):
            yield self._say(
                "backstage",
                names=listed([with_about(f"“{step.text}”", (step.team, step.system)) for step in steps], self.language),
            )

    def _quoted(self, rows: Iterable[Row]) -> str:
        return listed([f"“{row.called}”" for row in rows], self.language)

    def _say(self, key: str, **values: str) -> str:
        return filled(f"change-{key}", self.language, **values)


def _step(step: BackstageStep) -> tuple[str, str, str]:
    return step.text, step.team, step.system
