"""Makes other people's words appear on the screen exactly as they were typed."""

import re

from journeymap.domain.changes.describe import shortened

__all__ = ["plain", "shortened"]

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_DRAWN_LATER = re.compile(r":(?=[\w+\-/]+:|//)|\bwww(?=\.)|@(?=[\w-]+\.)", re.IGNORECASE)
_ARROWS = re.compile(r"(?<!\S)(<->|<-|->|--|>=|<=|~=)(?!\S)")
_JOINER = "\u2060"
"""Invisible. It keeps `:tada:`, `->` and addresses from being drawn as a sign, an arrow or a link afterwards."""


def plain(text: str) -> str:
    """This text for a place that reads Markdown: labels, captions, toasts, tooltips, st.markdown.

    Options of st.selectbox and st.multiselect, placeholders and table cells read none: there it stays as it is.
    """
    kept = _DRAWN_LATER.sub(lambda found: f"{found[0]}{_JOINER}", text)
    kept = _ARROWS.sub(lambda found: _JOINER.join(found[0]), kept)
    lines = (_PUNCTUATION.sub(r"\\\1", line.strip()) for line in kept.split("\n"))
    return "  \n".join(lines)
