"""What became of moments in words, for screens and files alike: field by field what differs. Plain text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journeymap.domain.analysis.comparison.compare import Comparison
from journeymap.domain.analysis.comparison.differences import ADDED_UP, compared, names_of_channels
from journeymap.domain.analysis.comparison.matches import Disposition, Match, MomentGroup
from journeymap.domain.changes.describe import Names, listed, value_said
from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model.field_rules import is_text
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, Moment
from journeymap.domain.text.catalogue import Value, capital, known, say
from journeymap.domain.text.durations import duration_short
from journeymap.exchange.sentences import with_about


def fate_word(disposition: Disposition, language: str) -> str:
    """One word for what became of a moment."""
    return say(f"compare-fate-{disposition}", language)


def match_in_words(found: Comparison, match: Match, language: str, heir: Moment | None = None) -> tuple[str, ...]:
    """What differs, one sentence a field; nothing for what was kept, removed or is new.

    What was merged is held against all that it was merged from; of several heirs it is told for one that is named.
    """
    if not match.as_is or not match.to_be:
        return ()
    group, names = MomentGroup(match.as_is, match.to_be), match.changed
    if heir is not None and len(match.to_be) > 1:
        group = MomentGroup(match.as_is, (heir,))
        names = found.differences.changed(group)
    differences = _DifferencesTold(found, group, language)
    sentences = [sentence for name in names for sentence in differences.field(name)]
    moved = bool(match.moved) and (heir is None or heir == match.to_be[0])
    return (*sentences, *differences.place(moved=moved), *behind_in_words(match, language))


def behind_in_words(match: Match, language: str) -> tuple[str, ...]:
    """What was changed in the as-is after the to-be was begun: told from the to-be to what the as-is says now."""
    if not match.behind or not match.to_be:
        return ()
    names = listed([field_word(name, language) for name in match.behind], language)
    return (say("compare-change-behind", language, fields=names),)


def field_word(name: str, language: str) -> str:
    """What a field of a moment is called, or the rows below it."""
    if name in ("channels", "needs", "backstage", "steps", "communication"):
        return say(f"compare-field-{name}", language)
    return say(field_name("moments", name), language)


class _DifferencesTold:
    """The differences between moments and what became of them."""

    def __init__(self, found: Comparison, group: MomentGroup, language: str) -> None:
        self.found, self.before, self.after, self.language = found, group.as_is, group.to_be, language

    def field(self, name: str) -> Iterable[str]:
        """One field that differs."""
        match name:
            case "channels":
                return self._channels()
            case "needs":
                return self._rows(name, self._texts("needs", self.before), self._texts("needs", self.after, later=True))
            case "backstage":
                table = "backstage_steps"
                return self._rows(name, self._texts(table, self.before), self._texts(table, self.after, later=True))
            case _:
                return [self._value(name)]

    def place(self, *, moved: bool) -> Iterable[str]:
        """Another episode, or another place in the same one."""
        homes = self.found.lineage.episodes[0]
        before = dict.fromkeys(_episode(self.found.as_is, moment) for moment in self.before)
        after = dict.fromkeys(_episode(self.found.to_be, moment) for moment in self.after)
        there = {heir for episode in before for heir in homes.get(episode, ())}
        if not there.issuperset(after):
            yield self._say(
                "episode", before=self._titles(self.found.as_is, before), after=self._titles(self.found.to_be, after)
            )
        elif moved:
            yield self._say("order")

    def _titles(self, journey: Journey, episodes: Iterable[str]) -> str:
        return " + ".join(journey.get(Episode, episode).title for episode in episodes)

    def _value(self, name: str) -> str:
        now = any(getattr(moment, name) is True for moment in self.after)
        yes_or_no = f"{name}-{'yes' if now else 'no'}".replace("_", "-")
        if known(f"compare-change-{yes_or_no}", self.language):
            return self._say(yes_or_no)
        before = self._in_words(self.found.as_is, self.before, name)
        after = self._in_words(self.found.to_be, self.after, name)
        field = field_word(name, self.language)
        key = "value" if before and after else "value-came" if after else "value-went"
        return self._say(key, field=capital(field), before=before, after=after)

    def _in_words(self, journey: Journey, moments: Sequence[Moment], name: str) -> str:
        """A value; of several moments all of them: “14 min + 12 min”."""
        found = [self._one_in_words(journey, moment, name) for moment in moments]
        return " + ".join(word for word in (found if name in ADDED_UP else dict.fromkeys(found)) if word)

    def _one_in_words(self, journey: Journey, row: Moment, name: str) -> str:
        value = getattr(row, name)
        if name in ADDED_UP:
            return "" if value is None else duration_short(value, self.language)
        if is_text(row.table, name):
            return f"“{value}”" if value else ""
        return value_said(row.table, name, value, Names(journey), self.language)

    def _channels(self) -> Iterable[str]:
        """A channel is the one it comes from, so a renamed one is not told as another."""
        of = self.found.lineage
        before = names_of_channels(of, of.as_is, self.before)
        return self._rows("channels", before, names_of_channels(of, of.to_be, self.after))

    def _rows(self, what: str, before: Mapping[Any, str], after: Mapping[Any, str]) -> Iterable[str]:
        """What came and what went; one for one is a change from this to that."""
        left = [name for key, name in before.items() if key not in after]
        new = [name for key, name in after.items() if key not in before]
        gone, come = listed(left, self.language), listed(new, self.language)
        key = f"{what}-changed" if gone and come else f"{what}-came" if come else f"{what}-went"
        return [self._say(key, gone=gone, come=come, n=max(len(left), len(new)))] if gone or come else []

    def _texts(self, table: str, moments: Sequence[Moment], *, later: bool = False) -> dict[Any, str]:
        """Rows by what of them is compared, and what they are called: their text, and the rest of it in brackets."""
        journey = self.found.to_be if later else self.found.as_is
        rows = (journey.tables[table][i] for moment in moments for i in journey.siblings(table, moment.id))
        return {compared(row): with_about(f"“{row.called}”", compared(row)[1:]) for row in rows}

    def _say(self, key: str, **values: Value) -> str:
        return say(f"compare-change-{key}", self.language, **values)


def _episode(journey: Journey, moment: Moment) -> str:
    return journey.get(Moment, moment.id).parent or ""
