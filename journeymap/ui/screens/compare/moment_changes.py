"""What became of one moment in words: its fate, and field by field what differs. Plain text."""

from journeymap.domain.analysis.comparison.matches import Fate, Match
from journeymap.domain.changes.describe import listed
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.catalogue import say
from journeymap.exchange import comparison_words
from journeymap.exchange.comparison_words import behind_in_words, fate_word, field_word
from journeymap.ui.screens.compare.pair import Pair

__all__ = ["behind_in_words", "changes_in_words", "fate_sentence", "fate_word", "field_word", "match_in_words"]


def fate_sentence(fate: Fate, language: str) -> str:
    """What the to-be does with an as-is moment: “becomes “…””, “is merged into “…””."""
    if fate.undecided:
        return say("compare-does-undecided", language)
    names = listed([f"“{moment.text}”" for moment in fate.to_be], language)
    return say(f"compare-does-{fate.disposition}", language, names=names, n=len(fate.to_be))


def changes_in_words(pair: Pair, fate: Fate, language: str, heir: Moment | None = None) -> tuple[str, ...]:
    """What differs, one sentence a field; nothing for what was kept, removed or is new.

    What was merged is held against all that it was merged from. A moment that was split has several heirs: the first
    one is told about, unless another is asked for.
    """
    if fate.as_is is None or not fate.to_be:
        return ()
    return match_in_words(pair, pair.match_of[fate.as_is.id], language, heir or fate.to_be[0])


def match_in_words(pair: Pair, match: Match, language: str, heir: Moment | None = None) -> tuple[str, ...]:
    """The same for all moments of a match; of several heirs for one, where one is named."""
    return comparison_words.match_in_words(pair.comparison, match, language, heir)
