"""Short English forms written out: “can't” as “cannot”, “who's” as “who is”."""

import re
from functools import lru_cache

from journeymap.domain.text.grammar.words import REMEMBERED

_LONG_FORMS = tuple(
    (re.compile(short if short.startswith("(?<") else rf"\b{short}", re.IGNORECASE), long)
    for short, long in (
        (r"I['’]m\b", "I am"),
        (r"I['’]ve\b", "I have"),
        (r"I['’]ll\b", "I will"),
        (r"I['’]d (?=like|love|rather|prefer)", "I would "),
        (r"(do|does|did|is|are|was|were|has|have|had|could|should|would|must)n['’]t\b", r"\1 not"),
        (r"can(?:['’]?t| not)\b", "cannot"),
        (r"won['’]t\b", "will not"),
        (r"(who|what|when|where|why|how)['’]s\b", r"\1 is"),
        (r"(who|what|when|where|why|how)['’]re\b", r"\1 are"),
        (r"(it|there|that|he|she)['’]s\b(?! \w+(?:ed|en)\b)", r"\1 is"),
        (r"(they|we|you)['’]re\b", r"\1 are"),
        (r"(they|we|you)['’]ll\b", r"\1 will"),
        (r"(have) got\b", r"\1"),
        (r"no one\b", "nobody"),
        (r"I['’]d better\b", "I should"),
        (r"let['’]s\b", "we"),
        (r"(?<=\w) & (?=\w)", " and "),
    )
)


_ANY_SHORT = re.compile(r"['’&]|\b(?:can(?:t| not)|have got|no one)\b", re.IGNORECASE)
"""What each of them holds: most texts have none."""


@lru_cache(maxsize=REMEMBERED)
def spelled_out(text: str) -> str:
    """The text without short forms."""
    if not _ANY_SHORT.search(text):
        return text
    for short, long in _LONG_FORMS:
        text = short.sub(long, text)
    return text
