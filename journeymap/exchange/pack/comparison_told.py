"""What a board pack says of a comparison: the story first, then figures, pains with their answers, and what is open."""

from collections import Counter
from collections.abc import Iterator, Sequence

from journeymap.domain.analysis.comparison.compare import Comparison
from journeymap.domain.analysis.comparison.emotion import mean
from journeymap.domain.analysis.comparison.figures import Figure
from journeymap.domain.analysis.comparison.matches import Match
from journeymap.domain.analysis.comparison.pains import Answered, PainAnswer
from journeymap.domain.analysis.open_points import OpenKind, open_points
from journeymap.domain.analysis.silhouette import silhouette_of
from journeymap.domain.changes.describe import listed, signed
from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.catalogue import say
from journeymap.exchange.figure_words import number_said, percent
from journeymap.exchange.map_status import FileStanding
from journeymap.exchange.pack.board_pack import BoardPack, PackFigure, PackPain, StoryPoint

STORY = ("low", "peak", "end", "fall")
FIGURES = ("elapsed", "waiting", "active", "effort", "switches")
_BEARING = ("channels", "needs", "backstage", "minutes", "waiting_minutes")
"""What answers a pain or lifts a feeling; what a moment is called does neither."""


def board_pack(found: Comparison, standing: FileStanding, language: str) -> BoardPack:
    """The page of a comparison of what everybody may see; `standing` is that of the to-be."""
    pains = sorted(found.pains, key=lambda one: _depth(found, one))
    rises = sorted(_rises(found), key=lambda one: -one[0])
    return BoardPack(
        language,
        found.to_be.title,
        _subtitle(found, language),
        [_story(figure, found, language) for figure in _in_order(found.story())],
        silhouette_of(found.as_is),
        silhouette_of(found.to_be),
        [*_figures(found, language), _gap(found, language), *_needs(found, language)],
        [_improvement(found, match, language) for _, match in rises],
        [_pain(one, language) for one in pains],
        list(_open(found, language)),
        standing.sentence(language),
        standing.warning(language),
    )


def _subtitle(found: Comparison, language: str) -> str:
    persona = found.to_be.persona or found.as_is.persona
    parts = (say("pack-beside", language, title=found.as_is.title), persona.name if persona else "")
    return " · ".join(filter(None, parts))


def _in_order(story: Sequence[Figure]) -> list[Figure]:
    by_name = {one.name: one for one in story}
    return [by_name[name] for name in STORY]


def _story(figure: Figure, found: Comparison, language: str) -> StoryPoint:
    """A fall is told as what it is: so many points down."""
    way = -1.0 if figure.name == "fall" else 1.0
    before, after = (None if one.value is None else way * one.value for one in (figure.before, figure.after))
    name = say(f"compare-figure-{figure.name}", language)
    moments = [found.as_is.find("moments", i) for i in figure.before.moments]
    return StoryPoint(name, before, after, next((one.text for one in moments if isinstance(one, Moment)), ""))


def _figures(found: Comparison, language: str) -> Iterator[PackFigure]:
    by_name = {one.name: one for one in found.figures()}
    for name in FIGURES:
        figure = by_name[name]
        if figure.before.value is None and figure.after.value is None:
            continue
        before, after = figure.before, figure.after
        covers = say(
            "pack-covers", language, before=before.said, of_before=before.of, after=after.said, of_after=after.of
        )
        yield PackFigure(
            say(f"compare-figure-{name}", language),
            number_said(figure, before, language),
            number_said(figure, after, language),
            covers,
        )


def _gap(found: Comparison, language: str) -> PackFigure:
    gap = found.emotion.gap()
    shares = [gap.share(part) for part in (gap.worst, gap.best)]
    low, high = ("–" if one is None else percent(one, language) for one in shares)
    value = high if low == high else say("compare-figure-gap-between", language, worst=low, best=high)
    covers = say("compare-covers-one", language, said=gap.own.said, all=gap.own.of, validated=gap.own.validated)
    return PackFigure(say("compare-figure-gap", language), "", value, covers)


def _needs(found: Comparison, language: str) -> Iterator[PackFigure]:
    needs = found.needs
    if needs.count:
        validated = say("compare-validated", language, n=needs.validated)
        yield PackFigure(say("compare-figure-needs", language), "", f"{len(needs.met)} / {needs.count}", validated)


def _rises(found: Comparison) -> Iterator[tuple[float, Match]]:
    """What is better even in the worst case, and by how much."""
    for match in found.matches:
        before, least = _before(found, match), mean([found.emotion.least(one.id) for one in match.to_be])
        if match.as_is and before is not None and least is not None and least > before:
            yield least - before, match


def _before(found: Comparison, match: Match) -> float | None:
    return mean([found.emotion.before(one.id) for one in match.as_is])


def _improvement(found: Comparison, match: Match, language: str) -> tuple[str, str]:
    before, after = _before(found, match), mean([found.emotion.after(one.id) for one in match.to_be])
    numbers = " → ".join("–" if one is None else signed(round(one, 1), language) for one in (before, after))
    words = _by(match, language)
    return match.to_be[0].text, say("pack-by", language, numbers=numbers, words=words) if words else numbers


def _by(match: Match, language: str) -> str:
    """What is otherwise, of that which bears on the emotion."""
    names = [name for name in match.changed if name in _BEARING]
    return listed([_field(name, language) for name in names], language) if names else ""


def _field(name: str, language: str) -> str:
    return say(field_name("moments", name) if name.endswith("minutes") else f"compare-field-{name}", language)


def _depth(found: Comparison, one: PainAnswer) -> float:
    """The worse its moment feels, the sooner a pain is told; where nothing is said, last."""
    felt = found.emotion.before(one.moment.id)
    return 3.0 if felt is None else felt


def _pain(one: PainAnswer, language: str) -> PackPain:
    if one.answered is Answered.NO:
        return PackPain(one.pain.text, one.moment.text)
    if not one.match.to_be:
        key = "pack-dropped" if one.answered is Answered.YES else "pack-gone"
        return PackPain(one.pain.text, one.moment.text, say(key, language))
    words = _by(one.match, language)
    answer = f"{one.match.to_be[0].text} ({words})" if words else one.match.to_be[0].text
    if one.answered is Answered.PERHAPS:
        answer = say("pack-perhaps", language, answer=answer)
    return PackPain(one.pain.text, one.moment.text, answer)


def _open(found: Comparison, language: str) -> Iterator[str]:
    """How many of each kind are open."""
    points = open_points(found.to_be, found)
    counts = Counter({kind: sum(one.count for one in points if one.kind is kind) for kind in OpenKind})
    for kind in OpenKind:
        if counts[kind]:
            yield say(f"pack-open-{kind}", language, n=counts[kind])
