"""The summary on one page, for the wall: a file of its own that prints to one sheet in landscape."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from journeymap.domain.analysis.comparison.compare import Comparison, compare
from journeymap.domain.analysis.comparison.figures import Figure
from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.map_counts import map_counts
from journeymap.domain.analysis.silhouette import Silhouette, SilhouetteMoment, silhouette_of
from journeymap.domain.changes.describe import shortened, signed
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Persona
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.dates import day_said
from journeymap.domain.text.durations import duration_short
from journeymap.exchange.poster_curve import curve
from journeymap.exchange.summary import DecisionMade, VoteMade, crowd, standings_said
from journeymap.exchange.wishes import SummaryWish
from journeymap.fonts.styles import embedded

TRUTHS, DECISIONS, POINTS, ASIDE, PLACES = 8, 6, 4, 3, 3
"""So many of each stand on the page; how many more there are is said."""

VOTES = 2
LINE = 110
"""A line on the wall is no longer, in characters."""


@dataclass(frozen=True, slots=True)
class PosterList:
    """Some of what there is, and how many more."""

    lines: tuple[tuple[str, str], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """One figure of how it is and how it should be."""

    name: str
    before: str
    after: str


def poster_bytes(wish: SummaryWish) -> bytes:
    """The page as a file that needs nothing else: its letters come along."""
    content = _content(wish)
    plain = _template().render(**content, letters="")
    return _template().render(**content, letters=Markup(embedded(plain))).encode()  # noqa: S704 - our own style


def _content(wish: SummaryWish) -> dict[str, object]:
    found, language = wish.summary, wish.language
    shown = wish.as_is or wish.to_be
    drawn = silhouette_of(shown) if shown else Silhouette((), (), ())
    to_be = silhouette_of(wish.to_be) if wish.to_be and wish.as_is else None
    truths = truth_numbers(drawn)
    persona = next((one.persona for one in (wish.as_is, wish.to_be) if one and one.persona), None)
    return {
        "language": language,
        "t": partial(say, language=language),
        "it": found.workshop,
        "held": wish.held,
        "standings": standings_said(found.maps, wish.standings, language),
        "crowd": crowd(found, language),
        "persona": persona,
        "name": persona.name if persona else found.workshop.persona,
        "quote": _quoted(persona),
        "portrait": wish.portrait.address if wish.portrait else "",
        "curve": Markup(curve(drawn, to_be, truths)) if drawn.moments else "",  # noqa: S704 - it escapes what people wrote
        "aims": is_aimed_at(drawn, to_be),
        "told": extremes(drawn, language),
        "truths": PosterList(tuple(truth_lines(drawn, language).values()), max(drawn.truths - TRUTHS, 0)),
        "figures": tuple(_figures(wish.as_is, wish.to_be, language)),
        "fates": fates_said(wish.as_is, wish.to_be, language),
        "decisions": _some([_decision(one, language) for one in found.decisions], DECISIONS),
        "votes": [(one.step.title, _places(one)) for one in found.votes[:VOTES]],
        "points": _some([(shortened(one, LINE), "") for one in wish.open_points], POINTS),
        "aside": _some([(shortened(one.text, LINE), "") for one in found.parked], ASIDE),
    }


def _quoted(persona: Persona | None) -> str:
    text = persona.quote if persona else ""
    return text if not text or text[0] in "“„«\"'‘" else f"“{text}”"


def _some(lines: Sequence[tuple[str, str]], most: int) -> PosterList:
    return PosterList(tuple(lines[:most]), max(len(lines) - most, 0))


def truth_numbers(drawn: Silhouette) -> dict[int, int]:
    """The moments of truth that are listed, by place, with their number."""
    of_truth = [n for n, one in enumerate(drawn.moments) if one.truth]
    return {n: number for number, n in enumerate(of_truth[:TRUTHS], 1)}


def truth_lines(drawn: Silhouette, language: str) -> dict[int, tuple[str, str]]:
    """The same moments in words: what each is, what is felt there and what is aimed at."""
    return {n: _truth(drawn.moments[n], language) for n in truth_numbers(drawn)}


def _truth(one: SilhouetteMoment, language: str) -> tuple[str, str]:
    felt = signed(one.felt, language) if one.felt is not None else ""
    aim = f"→ {signed(one.aim, language)}" if one.aim is not None else ""
    return shortened(one.text, LINE), f"{felt} {aim}".strip()


def is_aimed_at(drawn: Silhouette, to_be: Silhouette | None) -> bool:
    """Whether there is a line for what is aimed at: a legend names only what is drawn."""
    return any(one.aim is not None for one in (*drawn.moments, *(to_be.moments if to_be else ())))


def extremes(drawn: Silhouette, language: str) -> tuple[str, ...]:
    """The lowest and the highest, in words."""
    found = ((drawn.lowest, "lowest"), (drawn.highest, "highest"))
    return tuple(
        say(f"thumbnail-{way}", language, text=shortened(one.text, 90), valence=signed(one.felt or 0.0, language))
        for n, way in found
        if n is not None
        for one in (drawn.moments[n],)
    )


def _figures(as_is: Journey | None, to_be: Journey | None, language: str) -> Iterator[BeforeAfter]:
    if as_is is None or to_be is None:
        return
    found = compare(as_is, to_be)
    before, after = map_counts(as_is), map_counts(to_be)
    along = {figure.name: figure for figure in found.figures()}
    yield BeforeAfter(say("poster-moments", language), f"{before.moments}", f"{after.moments}")
    yield BeforeAfter(say("poster-channels", language), f"{before.channels}", f"{after.channels}")
    yield BeforeAfter(say("poster-switches", language), *_pieces(along["switches"]))
    elapsed = along["elapsed"]
    if elapsed.before.value and elapsed.after.value and elapsed.before.complete and elapsed.after.complete:
        times = (duration_short(one, language) for one in (elapsed.before.value, elapsed.after.value))
        yield BeforeAfter(say("poster-time", language), *times)
    if before.felt is not None and after.targeted is not None:
        felt, aimed = (signed(round(one, 1), language) for one in (before.felt, after.targeted))
        yield BeforeAfter(say("poster-feeling", language), felt, aimed)


def _pieces(figure: Figure) -> tuple[str, str]:
    """A number of pieces on both maps."""
    before, after = figure.before.value, figure.after.value
    return tuple("–" if number is None else f"{number:.0f}" for number in (before, after))  # type: ignore[return-value]


def fates_said(as_is: Journey | None, to_be: Journey | None, language: str) -> str:
    """What became of the as-is, in a line."""
    if as_is is None or to_be is None:
        return ""
    found: Comparison = compare(as_is, to_be)
    counts = [(one, found.count(one)) for one in Disposition]
    return " · ".join(f"{say(f'poster-fate-{one}', language)} {n}" for one, n in counts if n)


def _decision(one: DecisionMade, language: str) -> tuple[str, str]:
    day = say("summary-decision-review", language, day=day_said(one.review_on, language)) if one.review_on else ""
    return shortened(one.text, LINE), ", ".join(part for part in (one.owner, day) if part)


def _places(vote: VoteMade) -> list[tuple[str, str]]:
    """The first of a vote, with their dots; or what there is most to win with."""
    ranked = vote.result.ranked[:PLACES]
    if ranked:
        return [(shortened(vote.texts.get(one.item, "…"), 80), f"{one.dots}") for one in ranked]
    return [(shortened(vote.texts.get(one.item, "…"), 80), "") for one in vote.result.opportunities[:PLACES]]


@cache
def _template() -> Template:
    text = files("journeymap.exchange").joinpath("poster.html").read_text(encoding="utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(text)
