"""The rows of the screen's tables: every moment with its fate, the pains and what is done about them."""

from dataclasses import dataclass

from journeymap.domain.analysis.comparison.matches import Disposition, Fate
from journeymap.domain.changes.describe import signed
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, Moment
from journeymap.domain.text.catalogue import say
from journeymap.ui.screens.compare.figure_cards import signed as signed_mean
from journeymap.ui.screens.compare.moment_changes import changes_in_words, fate_sentence
from journeymap.ui.screens.compare.pair import Pair


@dataclass(frozen=True, slots=True)
class FateRow:
    """One line of the table: a moment of the as-is and what it becomes, or a new one."""

    id: str
    disposition: Disposition
    as_is_episode: str
    as_is: str
    to_be: str
    to_be_episode: str
    emotion: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PainRow:
    """One pain of the as-is, and what the to-be does about it."""

    moment: str
    moment_of_truth: bool
    pains: tuple[str, ...]
    disposition: Disposition
    does: str
    emotion: str
    stories: tuple[str, ...]


def fate_rows(pair: Pair, language: str, only: frozenset[Disposition] = frozenset()) -> list[FateRow]:
    """Every fate as a line, in the order of the as-is, the new ones last; `only` these where given."""
    fates = pair.comparison.fates
    return [_fate_row(pair, fate, language) for fate in fates if not only or fate.disposition in only]


def pain_rows(pair: Pair, language: str) -> list[PainRow]:
    """As-is moments that hurt, the worst first: those with a pain point on them."""
    numbers = story_numbers(pair.to_be)
    hurting = [moment for moment in pair.as_is.moments if pair.as_is.pain_points_of(moment.id)]
    hurting.sort(key=lambda moment: (moment.felt_valence is None, moment.felt_valence or 0.0))
    return [_pain_row(pair, moment, numbers, language) for moment in hurting]


def story_numbers(to_be: Journey) -> dict[str, str]:
    """What people call a story in the room: its episode's number and its own, such as 2.4."""
    return {
        moment.id: f"{n}.{k}"
        for n, episode in enumerate(to_be.episodes, 1)
        for k, moment in enumerate(to_be.moments_of(episode.id), 1)
    }


def feels(pair: Pair, fate: Fate, language: str) -> str:
    """From what is felt to what is aimed for: “−1.8 → +1.2”; what is not lived any more feels gone."""
    felt, targeted = pair.felt_to_targeted(fate)
    unsaid = say("compare-not-said", language)
    before = unsaid if felt is None else signed(felt, language)
    after = unsaid if targeted is None else signed_mean(targeted, language)
    if not fate.to_be:
        return f"{before} → {say('compare-emotion-gone', language)}"
    if fate.as_is is None:
        return after
    return unsaid if felt is None and targeted is None else f"{before} → {after}"


def _fate_row(pair: Pair, fate: Fate, language: str) -> FateRow:
    return FateRow(
        id=(fate.as_is or fate.to_be[0]).id,
        disposition=fate.disposition,
        as_is_episode=_episodes(pair.as_is, (fate.as_is,) if fate.as_is else ()),
        as_is=fate.as_is.text if fate.as_is else "",
        to_be=" · ".join(moment.text for moment in fate.to_be),
        to_be_episode=_episodes(pair.to_be, fate.to_be),
        emotion=feels(pair, fate, language),
        changes=changes_in_words(pair, fate, language),
    )


def _pain_row(pair: Pair, moment: Moment, numbers: dict[str, str], language: str) -> PainRow:
    fate = pair.fate_of[moment.id]
    return PainRow(
        moment=moment.text,
        moment_of_truth=moment.moment_of_truth,
        pains=tuple(pain.text for pain in pair.as_is.pain_points_of(moment.id)),
        disposition=fate.disposition,
        does=fate_sentence(fate, language),
        emotion=feels(pair, fate, language),
        stories=tuple(numbers[heir.id] for heir in fate.to_be),
    )


def _episodes(journey: Journey, moments: tuple[Moment, ...]) -> str:
    titles = [journey.get(Episode, moment.parent or "").title for moment in moments]
    return " · ".join(dict.fromkeys(titles))
