"""The figures at the top: the to-be's changes in numbers. Unknown figures are shown as unknown, never invented."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from babel.numbers import format_decimal, format_percent

from journeymap.domain.analysis.compare import Disposition, Fate
from journeymap.domain.model.journey import Journey
from journeymap.domain.text.catalogue import Value, say
from journeymap.domain.text.durations import duration_short
from journeymap.ui.screens.compare.pair import Pair

Tone = Literal["good", "bad", "plain"]
Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Card:
    """One figure: its name, the figure itself, what it means, and how it was counted."""

    label: str
    value: str
    note: str
    tone: Tone
    help: str


def cards(pair: Pair, language: str) -> tuple[Card, ...]:
    """The six figures of the screen."""
    made = (_emotion, _moments, _channels, _minutes, _needs, _redesigned)
    return tuple(make(pair, language) for make in made)


def gap_closed(pair: Pair) -> float | None:
    """How much of the as-is's emotion gap the to-be closes: 0 to 1, None where no gap is known.

    A moment's gap is what it falls short of its targeted emotion. Kept as it is, it keeps its gap;
    removed, it takes the gap along; otherwise it closes as much as the to-be aims for.
    """
    gaps = [(gap, _closed(pair, fate, gap)) for fate in pair.comparison.fates if (gap := _gap(pair, fate))]
    whole = sum(gap for gap, _ in gaps)
    return sum(closed for _, closed in gaps) / whole if whole else None


def redesigned(pair: Pair) -> tuple[int, int]:
    """How many to-be moments are new or different, and how many there are."""
    moments = pair.to_be.moments
    return sum(pair.disposition(m.id) is not Disposition.KEPT for m in moments), len(moments)


def _gap(pair: Pair, fate: Fate) -> float:
    if fate.as_is is None or fate.as_is.felt_valence is None:
        return 0.0
    aimed = pair.as_is.targeted_of(fate.as_is)[0]
    return max(0.0, aimed - fate.as_is.felt_valence) if aimed is not None else 0.0


def _closed(pair: Pair, fate: Fate, gap: float) -> float:
    if fate.disposition is Disposition.KEPT:
        return 0.0
    if not fate.to_be:
        return gap
    felt, targeted = pair.felt_to_targeted(fate)
    return min(gap, max(0.0, targeted - felt)) if felt is not None and targeted is not None else 0.0


def _emotion(pair: Pair, language: str) -> Card:
    felt, targeted = pair.comparison.as_is.felt, pair.comparison.to_be.targeted
    rated = sum(m.felt_valence is not None for m in pair.as_is.moments)
    explained = _say(language, "emotion-help", said=rated, all=len(pair.as_is.moments))
    if felt is None or targeted is None:
        return _unsaid(language, "emotion", explained)
    closed = gap_closed(pair)
    note = (
        _say(language, "emotion-no-gap")
        if closed is None
        else _say(language, "emotion-note", share=percent(closed, language))
    )
    tone: Tone = "good" if closed else "plain"
    return Card(_say(language, "emotion"), signed(targeted - felt, language), note, tone, explained)


def _moments(pair: Pair, language: str) -> Card:
    comparison = pair.comparison
    removed, new, merged = (comparison.count(d) for d in (Disposition.REMOVED, Disposition.NEW, Disposition.MERGED))
    value = _from_to(comparison.as_is.moments, comparison.to_be.moments)
    note = _say(language, "moments-note", removed=removed, new=new)
    return Card(_say(language, "moments"), value, note, "plain", _say(language, "moments-help", merged=merged))


def _channels(pair: Pair, language: str) -> Card:
    before, after = pair.comparison.as_is, pair.comparison.to_be
    explained = _say(language, "channels-help")
    if not before.touchpoints and not after.touchpoints:
        return _unsaid(language, "channels", explained)
    note = _say(language, "channels-note", switches=_from_to(before.switches, after.switches))
    tone = _fewer_is_better(before.switches, after.switches)
    return Card(_say(language, "channels"), _from_to(before.channels, after.channels), note, tone, explained)


def _minutes(pair: Pair, language: str) -> Card:
    before, after = pair.comparison.as_is.minutes, pair.comparison.to_be.minutes
    as_is, to_be = _minutes_said(pair.as_is), _minutes_said(pair.to_be)
    explained = _say(language, "minutes-help")
    if not as_is[0] or not to_be[0]:
        return _unsaid(language, "minutes", explained)
    spans = f"{duration_short(before, language)} → {duration_short(after, language)}"
    if as_is[0] < as_is[1] or to_be[0] < to_be[1]:
        known = {"before": as_is[0], "of_before": as_is[1], "after": to_be[0], "of_after": to_be[1]}
        return Card(_say(language, "minutes"), spans, _say(language, "minutes-partly", **known), "plain", explained)
    if not before:
        return Card(_say(language, "minutes"), spans, "", "plain", explained)
    change = percent(after / before - 1, language, sign=True)
    return Card(_say(language, "minutes"), change, spans, _fewer_is_better(before, after), explained)


def _needs(pair: Pair, language: str) -> Card:
    needs, lost = pair.comparison.as_is.needs, len(pair.comparison.lost_needs)
    explained = _say(language, "needs-help")
    if not needs:
        return _unsaid(language, "needs", explained)
    note = _say(language, "needs-open", n=lost) if lost else _say(language, "needs-all")
    return Card(_say(language, "needs"), f"{needs - lost} / {needs}", note, "bad" if lost else "good", explained)


def _redesigned(pair: Pair, language: str) -> Card:
    changed, moments = redesigned(pair)
    explained = _say(language, "redesigned-help")
    if not moments:
        return _unsaid(language, "redesigned", explained)
    note = _say(language, "redesigned-note", changed=changed, all=moments)
    tone: Tone = "good" if changed else "plain"
    return Card(_say(language, "redesigned"), percent(changed / moments, language), note, tone, explained)


def _unsaid(language: str, name: str, explained: str) -> Card:
    return Card(_say(language, name), "–", say("compare-not-said", language), "plain", explained)


def _minutes_said(journey: Journey) -> tuple[int, int]:
    return sum(m.minutes is not None for m in journey.moments), len(journey.moments)


def _fewer_is_better(before: float, after: float) -> Tone:
    return "good" if after < before else "bad" if after > before else "plain"


def _from_to(before: int, after: int) -> str:
    return f"{before} → {after}"


def _say(language: str, name: str, **values: Value) -> str:
    return say(f"compare-figure-{name}", language, **values)


def signed(number: float, language: str) -> str:
    """A number with its sign, as it is written: +1.64, −0.5, 0."""
    text = str(format_decimal(abs(number), "0.##", locale=language))
    return text if text == "0" else f"{'+' if number > 0 else '−'}{text}"


def percent(share: float, language: str, *, sign: bool = False) -> str:
    """A share as a percentage without decimals, with a real minus."""
    text = str(format_percent(share, "0 %", locale=language)).replace("-", "−")
    return f"+{text}" if sign and round(share * 100) > 0 else text
