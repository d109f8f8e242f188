"""What became of a moment in words: its fate, and field by field what differs. Plain text."""

from collections.abc import Iterable, Mapping
from typing import Any

from journeymap.domain.analysis.compare import Disposition, Fate, compared, touchpoints_compared
from journeymap.domain.changes.describe import Names, listed, value_said
from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model.field_rules import compared_fields, is_text
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, Moment, Row
from journeymap.domain.text.catalogue import Value, capital, known, say
from journeymap.domain.text.durations import duration_short
from journeymap.ui.screens.compare.pair import Pair


def fate_word(disposition: Disposition, language: str) -> str:
    """One word for what became of a moment."""
    return say(f"compare-fate-{disposition}", language)


def fate_sentence(fate: Fate, language: str) -> str:
    """What the to-be does with an as-is moment: “becomes “…””, “is merged into “…””."""
    names = listed([f"“{moment.text}”" for moment in fate.to_be], language)
    return say(f"compare-does-{fate.disposition}", language, names=names, n=len(fate.to_be))


_ROWS = ("channels", "needs", "backstage")


def changes_in_words(pair: Pair, fate: Fate, language: str, heir: Moment | None = None) -> tuple[str, ...]:
    """What differs, one sentence a field; nothing for what was kept, removed or is new.

    A moment that was split has several heirs: the first one is told about, unless another is asked for.
    """
    if fate.as_is is None or not fate.to_be:
        return ()
    first = fate.to_be[0]
    differences = _Differences(pair, fate.as_is, heir or first, language)
    if heir is None or heir == first:
        names, moved = fate.changed, fate.moved
    else:
        names, moved = (*_differing(fate.as_is, heir), *_ROWS), False
    sentences = [sentence for name in names for sentence in differences.field(name)]
    return (*sentences, *differences.place(moved=moved))


def _differing(before: Moment, after: Moment) -> list[str]:
    return [name for name in compared_fields("moments") if getattr(before, name) != getattr(after, name)]


class _Differences:
    """The differences between a moment and its first heir."""

    def __init__(self, pair: Pair, before: Moment, after: Moment, language: str) -> None:
        self.pair, self.before, self.after, self.language = pair, before, after, language

    def field(self, name: str) -> Iterable[str]:
        """One field that differs."""
        match name:
            case "channels" | "touchpoints":
                return self._touchpoints()
            case "needs":
                needs = self.pair.as_is.needs_of(self.before.id), self.pair.to_be.needs_of(self.after.id)
                return self._rows(name, *map(self._texts, needs))
            case "backstage":
                steps = self.pair.as_is.backstage_of(self.before.id), self.pair.to_be.backstage_of(self.after.id)
                return self._rows(name, *map(self._texts, steps))
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
        yes_or_no = f"{name}-{'yes' if getattr(self.after, name) is True else 'no'}".replace("_", "-")
        if known(f"compare-change-{yes_or_no}", self.language):
            return self._say(yes_or_no)
        before, after = (
            self._in_words(self.pair.as_is, self.before, name),
            self._in_words(self.pair.to_be, self.after, name),
        )
        field = say(field_name("moments", name), self.language)
        key = "value" if before and after else "value-came" if after else "value-went"
        return self._say(key, field=capital(field), before=before, after=after)

    def _in_words(self, journey: Journey, row: Row, name: str) -> str:
        value = getattr(row, name)
        if name == "minutes":
            return "" if value is None else duration_short(value, self.language)
        if is_text(row.table, name):
            return f"“{value}”" if value else ""
        return value_said(row.table, name, value, Names(journey), self.language)

    def _touchpoints(self) -> Iterable[str]:
        """A channel is the one it comes from, so a renamed one is not told as another."""
        as_is, to_be = self.pair.as_is, self.pair.to_be
        before = touchpoints_compared(as_is, as_is, self.before)
        after = touchpoints_compared(as_is, to_be, self.after)
        return self._rows("channels", _beside(before), _beside(after))

    def _rows(self, what: str, before: Mapping[Any, str], after: Mapping[Any, str]) -> Iterable[str]:
        """What came and what went; one for one is a change from this to that."""
        gone = listed([name for key, name in before.items() if key not in after], self.language)
        come = listed([name for key, name in after.items() if key not in before], self.language)
        key = f"{what}-changed" if gone and come else f"{what}-came" if come else f"{what}-went"
        return [self._say(key, gone=gone, come=come)] if gone or come else []

    def _texts(self, rows: Iterable[Row]) -> dict[Any, str]:
        """Rows by what of them is compared, and what they are called: their text, and the rest of it in brackets."""
        return {compared(row): _with(f"“{row.called}”", compared(row)[1:]) for row in rows}

    def _say(self, key: str, **values: Value) -> str:
        return say(f"compare-change-{key}", self.language, **values)


def _beside(channels: Mapping[tuple[object, ...], str]) -> dict[Any, str]:
    """Channels with what else is compared of their touchpoints."""
    return {key: _with(name, key[1:]) for key, name in channels.items()}


def _with(name: str, more: Iterable[object]) -> str:
    about = ", ".join(str(part) for part in more if part not in (None, "", False))
    return f"{name} ({about})" if about else name


def _episode(journey: Journey, moment: Moment) -> Episode:
    return journey.get(Episode, moment.parent or "")
