"""What is measured after release: whether people feel what was aimed at. That is an outcome, and no criterion."""

from collections.abc import Sequence

from journeymap.domain.model.limits import VALENCE
from journeymap.exchange.backlog.story_words import filled
from journeymap.exchange.sentences import signed

SHARE = "70"
"""So many in a hundred answers have to say it: a promise that is kept for most, and can be missed."""


def outcome(title: str, aim: tuple[float | None, str], felt: Sequence[float], language: str) -> str:
    """The question, and what is to be answered; beside it what is felt today. "" where nothing is aimed at."""
    valence, label = aim
    if valence is None:
        return filled("outcome-label", language, moment=title, share=SHARE, label=label) if label else ""
    least = signed(float(valence // 1), language)
    top = valence >= VALENCE
    key = "outcome-top" if top else "outcome"
    said = filled(key, language, moment=title, share=SHARE, least=least)
    if not felt:
        return said
    today = signed(round(sum(felt) / len(felt), 1), language)
    return f"{said} {filled('outcome-today', language, felt=today)}"
