"""What became of a moment in words: its fate, and field by field what differs. Plain text."""

from collections.abc import Iterable, Mapping
from typing import Any

from journeymap.domain.analysis.compare import Disposition, Fate
from journeymap.domain.changes.describe import listed, signed
from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import BackstageStep, Episode, Moment
from journeymap.domain.text.catalogue import Value, say
from journeymap.ui.screens.compare.figures import duration
from journeymap.ui.screens.compare.pair import Pair


def fate_word(disposition: Disposition, language: str) -> str:
    """One word for what became of a moment."""
    return say(f"compare-fate-{disposition}", language)


def fate_sentence(fate: Fate, language: str) -> str:
    """What the to-be does with an as-is moment: “becomes “…””, “is merged into “…””."""
    names = listed([f"“{moment.text}”" for moment in fate.to_be], language)
    return say(f"compare-does-{fate.disposition}", language, names=names, n=len(fate.to_be))


_FIELDS = ("text", "targeted_valence", "targeted_label", "moment_of_truth", "optional", "minutes")
_ROWS = ("channels", "needs", "backstage")


def changes_in_words(pair: Pair, fate: Fate, language: str, heir: Moment | None = None) -> tuple[str, ...]:
    """What differs, one sentence a field; nothing for what was kept, removed or is new.

    A moment that was split has several heirs: the first one is told about, unless another is asked for.
    """
    if fate.as_is is None or not fate.to_be:
        return ()
    first = fate.to_be[0]
    told = _Told(pair, fate.as_is, heir or first, language)
    if heir is None or heir == first:
        names, moved = fate.changed, fate.moved
    else:
        names, moved = tuple(n for n in _FIELDS if getattr(fate.as_is, n) != getattr(heir, n)) + _ROWS, False
    sentences = [sentence for name in names for sentence in told.field(name)]
    return (*sentences, *told.place(moved=moved))


class _Told:
    """The differences between a moment and its first heir."""

    def __init__(self, pair: Pair, before: Moment, after: Moment, language: str) -> None:
        self.pair, self.before, self.after, self.language = pair, before, after, language

    def field(self, name: str) -> Iterable[str]:
        """One field that differs."""
        match name:
            case "channels":
                return self._channels()
            case "needs":
                return self._rows("needs", self._needs(self.pair.as_is, self.before), self._needs_after())
            case "backstage":
                return self._rows(
                    "backstage", _steps(self.pair.as_is, self.before), _steps(self.pair.to_be, self.after)
                )
            case "moment_of_truth" | "optional":
                yes = "yes" if getattr(self.after, name) else "no"
                return [self._say(f"{name}-{yes}".replace("_", "-"))]
            case _:
                return [self._value(name)]

    def place(self, *, moved: bool) -> Iterable[str]:
        """Another episode, or another place in the same one."""
        before, after = _episode(self.pair.as_is, self.before), _episode(self.pair.to_be, self.after)
        if (after.origin or after.id) != before.id:
            yield self._say("episode", before=before.title, after=after.title)
        elif moved:
            yield self._say("order")

    def _value(self, name: str) -> str:
        before, after = (self._in_words(name, getattr(moment, name)) for moment in (self.before, self.after))
        field = say(field_name("moments", name), self.language)
        key = "value" if before and after else "value-came" if after else "value-went"
        return self._say(key, field=f"{field[:1].upper()}{field[1:]}", before=before, after=after)

    def _in_words(self, name: str, value: Any) -> str:
        if value is None or value == "":
            return ""
        if name == "minutes":
            return duration(value, self.language)
        return signed(value, self.language) if name.endswith("valence") else f"“{value}”"

    def _channels(self) -> Iterable[str]:
        """A channel is the one it comes from, so a renamed one is not told as another."""
        before = {channel.id: channel.name for channel in self.pair.as_is.channels_of(self.before.id)}
        known = self.pair.as_is.tables["channels"]
        after = {
            channel.origin if channel.origin in known and channel.origin else channel.id: channel.name
            for channel in self.pair.to_be.channels_of(self.after.id)
        }
        return self._rows("channels", before, after)

    def _rows(self, what: str, before: Mapping[Any, str], after: Mapping[Any, str]) -> Iterable[str]:
        """What came and what went; one for one is a change from this to that."""
        gone = listed([name for key, name in before.items() if key not in after], self.language)
        come = listed([name for key, name in after.items() if key not in before], self.language)
        key = f"{what}-changed" if gone and come else f"{what}-came" if come else f"{what}-went"
        return [self._say(key, gone=gone, come=come)] if gone or come else []

    def _needs(self, journey: Journey, moment: Moment) -> dict[str, str]:
        return {need.text: f"“{need.text}”" for need in journey.needs_of(moment.id)}

    def _needs_after(self) -> dict[str, str]:
        return self._needs(self.pair.to_be, self.after)

    def _say(self, key: str, **values: Value) -> str:
        return say(f"compare-change-{key}", self.language, **values)


def _steps(journey: Journey, moment: Moment) -> dict[tuple[str, str, str], str]:
    return {(s.text, s.team, s.system): _step(s) for s in journey.backstage_of(moment.id)}


def _step(step: BackstageStep) -> str:
    about = ", ".join(filter(None, (step.team, step.system)))
    return f"“{step.text}” ({about})" if about else f"“{step.text}”"


def _episode(journey: Journey, moment: Moment) -> Episode:
    return journey.get(Episode, moment.parent or "")
