"""What a beamer shows beside the picture of two maps: the figures one remembers, the pains and their answers."""

from typing import Any

from journeymap.ui.screens.compare.chosen_path import chosen_path
from journeymap.ui.screens.compare.figure_cards import emotion_cards, need_cards, story_cards
from journeymap.ui.screens.compare.moment_changes import fate_word
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.screens.compare.table_rows import pain_rows

PAINS = 8
"""So many pains are shown: the worst ones, which a room can read from the back."""


def presentation(pair: Pair, language: str) -> dict[str, Any]:
    """The figures and the pains in words; nothing of two maps of one kind, which are no as-is and its to-be."""
    if pair.names:
        return {"facts": [], "pains": []}
    along = chosen_path(pair)
    cards = (*story_cards(pair, language, along), *emotion_cards(pair, language), *need_cards(pair, language))
    return {
        "facts": [
            {"label": card.label, "value": card.value, "note": card.note, "coverage": card.coverage, "tone": card.tone}
            for card in cards
        ],
        "pains": [
            {
                "text": row.moment,
                "pains": list(row.pains),
                "fate": str(row.disposition),
                "word": fate_word(row.disposition, language),
                "does": row.does,
                "emotion": row.emotion,
            }
            for row in pain_rows(pair, language)[:PAINS]
        ],
    }
