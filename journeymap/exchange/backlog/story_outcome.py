"""What is measured after release: whether people feel what was aimed at. That is an outcome, and no criterion."""

from collections.abc import Sequence

from journeymap.domain.model.limits import VALENCE
from journeymap.domain.text.story_patterns import OURS, StoryPatterns
from journeymap.exchange.backlog.story_words import filled
from journeymap.exchange.sentences import signed


def outcome(
    title: str,
    aim: tuple[float | None, str],
    felt: Sequence[float],
    language: str,
    patterns: StoryPatterns = OURS,
) -> str:
    """The question, and what is to be answered; beside it what is felt today. "" where nothing is aimed at."""
    valence, label = aim
    share = str(patterns.share)
    if valence is None:
        return patterns.said("outcome-label", language, moment=title, share=share, label=label) if label else ""
    today = sum(felt) / len(felt) if felt else None
    least, top = float(valence // 1), valence >= VALENCE
    if today is not None and today >= least and not top:
        least = min(float(-(-valence // 1)), float(VALENCE))  # what is felt already would be no promise
        top = least >= VALENCE
    key = "outcome-top" if top else "outcome"
    said = patterns.said(key, language, moment=title, share=share, least=signed(least, language))
    if today is None:
        return said
    kept = "outcome-today-already" if today >= least else "outcome-today"
    return f"{said} {filled(kept, language, felt=signed(round(today, 1), language))}"
