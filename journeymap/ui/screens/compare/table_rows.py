"""The rows of the screen's tables: every moment with its fate, the pains and what is done about them."""

from dataclasses import dataclass

from journeymap.domain.analysis.comparison.emotion import mean
from journeymap.domain.analysis.comparison.matches import Disposition, Fate, Match
from journeymap.domain.analysis.comparison.pains import Answered
from journeymap.domain.changes.describe import signed
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, Moment
from journeymap.domain.text.catalogue import say
from journeymap.exchange.figure_words import signed as signed_mean
from journeymap.ui.screens.compare.moment_changes import fate_sentence, field_word, match_in_words
from journeymap.ui.screens.compare.pair import Pair


@dataclass(frozen=True, slots=True)
class MatchRow:
    """One line of the table: moments of the as-is and what they became together, or a new one."""

    id: str
    signs: tuple[Disposition, ...]
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
    answered: Answered
    by: tuple[str, ...]
    emotion: str
    stories: tuple[str, ...]


def match_rows(pair: Pair, language: str, only: frozenset[Disposition] = frozenset()) -> list[MatchRow]:
    """Every match as a line, in the order of the as-is, the new ones last; `only` those that are one of these."""
    matches = pair.comparison.matches
    return [_match_row(pair, match, language) for match in matches if not only or only.intersection(match.signs)]


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


def match_feels(pair: Pair, match: Match, language: str) -> str:
    """The same for all moments of a match: means, where there are several."""
    felt = mean([moment.felt_valence for moment in match.as_is])
    targeted = mean([pair.targeted(moment) for moment in match.to_be])
    unsaid = say("compare-not-said", language)
    before, after = (unsaid if one is None else signed_mean(one, language) for one in (felt, targeted))
    if not match.to_be:
        return f"{before} → {say('compare-emotion-gone', language)}"
    if not match.as_is:
        return after
    return unsaid if felt is None and targeted is None else f"{before} → {after}"


def _match_row(pair: Pair, match: Match, language: str) -> MatchRow:
    return MatchRow(
        id=match.id,
        signs=match.signs,
        as_is_episode=_episodes(pair.as_is, match.as_is),
        as_is=" + ".join(moment.text for moment in match.as_is),
        to_be=" + ".join(moment.text for moment in match.to_be),
        to_be_episode=_episodes(pair.to_be, match.to_be),
        emotion=match_feels(pair, match, language),
        changes=match_in_words(pair, match, language),
    )


def _pain_row(pair: Pair, moment: Moment, numbers: dict[str, str], language: str) -> PainRow:
    fate = pair.fate_of[moment.id]
    answer = pair.answer_of[moment.id]
    return PainRow(
        moment=moment.text,
        moment_of_truth=moment.moment_of_truth,
        pains=tuple(pain.text for pain in pair.as_is.pain_points_of(moment.id)),
        disposition=fate.disposition,
        does=fate_sentence(fate, language),
        answered=answer.answered,
        by=tuple(field_word(name, language) for name in answer.by or ("communication",)),
        emotion=feels(pair, fate, language),
        stories=tuple(numbers[heir.id] for heir in fate.to_be),
    )


def _episodes(journey: Journey, moments: tuple[Moment, ...]) -> str:
    titles = [journey.get(Episode, moment.parent or "").title for moment in moments]
    return " · ".join(dict.fromkeys(titles))
