"""What a comparison's tables are made of: fates as coloured words, and other people's words in a cell."""

import re

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.moment_changes import fate_word
from journeymap.ui.shared import language

_LONG_WORD = re.compile(r"\S{30}(?=\S)")

COLOURS = {
    Disposition.KEPT: "gray",
    Disposition.CHANGED: "yellow",
    Disposition.MOVED: "blue",
    Disposition.MOVED_CHANNEL: "blue",
    Disposition.MERGED: "violet",
    Disposition.SPLIT: "violet",
    Disposition.REMOVED: "red",
    Disposition.NEW: "green",
    Disposition.OPEN: "orange",
}


def badge(disposition: Disposition) -> str:
    """The fate as a coloured word, for a place that reads Markdown."""
    return f":{COLOURS[disposition]}-badge[{fate_word(disposition, language())}]"


def cell(text: str) -> str:
    """Other people's words in a cell of a table, which cuts words off that are wider than it: those may break."""
    return plain(_LONG_WORD.sub("\\g<0>\u200b", text))
