"""The figures as cards: what is not known is shown as not known, and every card says of how much it speaks."""

from dataclasses import dataclass, replace
from typing import Literal

from babel.numbers import format_decimal

from journeymap.domain.analysis.comparison.emotion import Promise
from journeymap.domain.analysis.comparison.figures import Figure, MapReading
from journeymap.domain.analysis.comparison.pains import Answered
from journeymap.domain.text.catalogue import Value, say
from journeymap.exchange.figure_words import number_said, percent, signed, unit_of, value_in_unit
from journeymap.ui.screens.compare.pair import Pair

Tone = Literal["good", "bad", "plain"]


@dataclass(frozen=True, slots=True)
class Card:
    """One figure: its name, the figure itself, what it means, how it was counted, and which moments it comes from."""

    name: str
    label: str
    value: str
    note: str
    tone: Tone
    help: str
    as_is: tuple[str, ...] = ()
    to_be: tuple[str, ...] = ()
    coverage: str = ""


def story_cards(pair: Pair, language: str, along: str = "") -> tuple[Card, ...]:
    """Peak, low, end and the deepest fall: what people remember."""
    return tuple(_card(figure, language) for figure in pair.comparison.story(along))


def way_cards(pair: Pair, language: str, along: str = "") -> tuple[Card, ...]:
    """What the way through the moments comes to."""
    found = {figure.name: figure for figure in pair.comparison.figures(along)}
    return tuple(_card(found[name], language) for name in _SHOWN)


_SHOWN = ("elapsed", "waiting", "active", "effort", "moments", "channels", "switches")


def emotion_cards(pair: Pair, language: str, later: Promise | None = None) -> tuple[Card, ...]:
    """Felt now, promised, measured after: three figures, never one."""
    return (_felt(pair, language), _promised(pair, language), _gap(pair, language), _measured(language, later))


def need_cards(pair: Pair, language: str) -> tuple[Card, ...]:
    """Needs and pains."""
    return (_needs(pair, language), _pains(pair, language))


def _card(figure: Figure, language: str) -> Card:
    explained = say(f"compare-define-{figure.name}", language)
    label = say(f"compare-figure-{figure.name}", language)
    if figure.before.value is None and figure.after.value is None:
        unsaid = "compare-not-measured" if figure.name == "effort" else "compare-not-said"
        return Card(
            figure.name, label, "–", say(unsaid, language), "plain", explained, coverage=_covers(figure, language)
        )
    values = [number_said(figure, one, language) for one in (figure.before, figure.after)]
    where = figure.before.moments, figure.after.moments
    value = f"{values[0]} → {values[1]}"
    note, tone = _note(figure, language), _tone(figure)
    return Card(figure.name, label, value, note, tone, explained, *where, _covers(figure, language))


def _note(figure: Figure, language: str) -> str:
    """What is better even in the worst case, and what only the best case promises."""
    if figure.better == "neither" or figure.worst is None or figure.before.value is None:
        return ""
    if figure.name == "fall" and figure.worst == figure.after.value:
        return ""
    known = figure.before.complete and figure.after.complete
    share = ""
    if figure.unit == "minutes" and known and figure.before.value and figure.after.value is not None:
        share = percent(figure.after.value / figure.before.value - 1, language, sign=True)
    worst = "" if figure.worst == figure.after.value else value_in_unit(unit_of(figure), figure.worst, language)
    worst = say("compare-at-worst", language, value=worst) if worst else ""
    return " · ".join(part for part in (share, worst) if part)


def _tone(figure: Figure) -> Tone:
    """Good where it is better even in the worst case, bad where it is worse even in the best."""
    return "good" if figure.gain > 1e-9 else "bad" if figure.best_gain < -1e-9 else "plain"


def _covers(figure: Figure, language: str) -> str:
    before, after = figure.before, figure.after
    said = {"before": before.said, "of_before": before.of, "after": after.said, "of_after": after.of}
    return say("compare-covers", language, **said, validated=before.validated + after.validated)


def _covers_one(reading: MapReading, language: str) -> str:
    return say("compare-covers-one", language, said=reading.said, all=reading.of, validated=reading.validated)


def _felt(pair: Pair, language: str) -> Card:
    felt = pair.comparison.emotion.felt_now()
    if felt.value is None:
        return _unsaid("felt", language)
    covers = _covers_one(felt, language)
    return replace(_plain("felt", signed(felt.value, language), "", language), as_is=felt.moments, coverage=covers)


def _promised(pair: Pair, language: str) -> Card:
    promise = pair.comparison.emotion.promise()
    if promise.felt.value is None or promise.promised.value is None:
        return _unsaid("promised", language)
    aimed = "" if promise.aimed is None else _say(language, "promised-aimed", aimed=signed(promise.aimed, language))
    worst = "" if promise.worst is None else say("compare-at-worst", language, value=signed(promise.worst, language))
    note = " · ".join(part for part in (worst, aimed) if part)
    card = _plain("promised", _from_to(promise, language), note, language)
    return _from(card, pair, promise.felt.moments, _covers_one(promise.felt, language))


def _from_to(promise: Promise, language: str) -> str:
    return " → ".join(signed(one.value or 0.0, language) for one in (promise.felt, promise.promised))


def _from(card: Card, pair: Pair, moments: tuple[str, ...], coverage: str = "") -> Card:
    """The card with the as-is moments it comes from, and what these became."""
    down = pair.comparison.lineage.moments[0]
    heirs = tuple(dict.fromkeys(heir for moment in moments for heir in down.get(moment, ())))
    return replace(card, as_is=moments, to_be=heirs, coverage=coverage)


def _gap(pair: Pair, language: str) -> Card:
    """What is addressed if every target is reached: worst and best case, and what was good and is lost."""
    gap = pair.comparison.emotion.gap()
    lost = _say(language, "gap-losses", n=len(gap.losses)) if gap.losses else ""
    best, worst = gap.share(gap.best), gap.share(gap.worst)
    if best is None or worst is None:
        value, first = "–", _say(language, "gap-none" if gap.own.value == 0 else "gap-unknown")
    else:
        low, high = percent(worst, language), percent(best, language)
        value = high if low == high else _say(language, "gap-between", worst=low, best=high)
        mean = (gap.own.value or 0.0) / gap.own.said
        first = _say(language, "gap-own", gap=str(format_decimal(mean, "0.##", locale=language)))
    tone: Tone = "bad" if lost else "good" if worst else "plain"
    card = _plain("gap", value, " · ".join(part for part in (first, lost) if part), language)
    return _from(replace(card, tone=tone), pair, gap.best_moments or gap.losses, _covers_one(gap.own, language))


def _measured(language: str, later: Promise | None) -> Card:
    if later is None or later.felt.value is None or later.promised.value is None:
        return _plain("measured", "–", _say(language, "measured-none"), language)
    rise = later.promised.value - later.felt.value
    tone: Tone = "good" if rise > 0 else "bad" if rise < 0 else "plain"
    card = _plain("measured", _from_to(later, language), "", language)
    return replace(card, tone=tone, as_is=later.felt.moments, coverage=_covers_one(later.promised, language))


def _needs(pair: Pair, language: str) -> Card:
    needs = pair.comparison.needs
    if not needs.count:
        return _unsaid("needs", language)
    told = {"reworded": len(needs.reworded), "lost": len(needs.lost), "new": len(needs.new)}
    parts = [_say(language, f"needs-{name}", n=n) for name, n in told.items() if n]
    card = _plain("needs", f"{len(needs.met)} / {needs.count}", " · ".join(parts), language)
    rows = pair.as_is.tables["needs"]
    where = tuple(dict.fromkeys(rows[need].parent or "" for need in needs.met))
    card = _from(card, pair, where, say("compare-validated", language, n=needs.validated))
    if needs.lost or needs.reworded:
        return replace(card, tone="bad")
    return replace(card, tone="good", note=card.note or _say(language, "needs-all"))


def _pains(pair: Pair, language: str) -> Card:
    pains = pair.comparison.pains
    if not pains:
        return _unsaid("pains", language)
    counts = {one: sum(pain.answered is one for pain in pains) for one in Answered}
    named = (Answered.PERHAPS, Answered.UNDECIDED, Answered.NO)
    note = " · ".join(_say(language, f"pains-{one}", n=counts[one]) for one in named if counts[one])
    where = tuple(dict.fromkeys(pain.moment.id for pain in pains if pain.answered is Answered.YES))
    tone: Tone = "bad" if counts[Answered.NO] else "plain" if note else "good"
    return replace(
        _from(_plain("pains", f"{counts[Answered.YES]} / {len(pains)}", note, language), pair, where), tone=tone
    )


def _unsaid(name: str, language: str) -> Card:
    return _plain(name, "–", say("compare-not-said", language), language)


def _plain(name: str, value: str, note: str, language: str) -> Card:
    return Card(name, _say(language, name), value, note, "plain", say(f"compare-define-{name}", language))


def _say(language: str, name: str, **values: Value) -> str:
    return say(f"compare-figure-{name}", language, **values)
