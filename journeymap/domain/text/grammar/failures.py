"""Texts that only say that something fails: “Payment fails”, “De trein valt uit”."""

import re
from collections.abc import Sequence

from journeymap.domain.text.grammar.words import key, words_of


def fails(words: Sequence[str], language: str) -> bool:
    """Whether only that something fails is told: “Payment fails”, “Train cancelled again”, “De trein valt uit”."""
    told = [key(word) for word in words]
    while len(told) > 1 and told[-1] in words_of("meanwhile", language):
        told.pop()
    if told[0] in ("i", "ik", "to", "not", "niet") or words_of("clauses", language) & set(told):
        return False
    if language == "nl" and told[-1] == "uit" and {"valt", "viel", "vallen", "vielen"} & set(told[1:-1]):
        return True
    if told[-1] not in words_of("failing", language):
        return False
    return not any(len(told) > 1 and told[-2] in words_of(name, language) for name in _BEFORE_A_THING)


_BEFORE_A_THING = ("determiners", "prepositions", "against")
"""Behind these “vertraging” is a thing that is spoken of: “Bericht over vertraging”."""


AGAINST = {
    language: re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b|n['’]t\b", re.IGNORECASE)
    for language in ("en", "nl")
    for words in [
        frozenset[str]().union(*(words_of(name, language) for name in ("bad", "pains", "against", "failing")))
    ]
}
"""Words by which a sentence tells of something that goes badly."""
