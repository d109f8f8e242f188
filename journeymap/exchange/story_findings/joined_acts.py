"""Whether a micro-moment names one act or several: “Find the desk and ask for a form”."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from journeymap.domain.text.grammar.readings import Deed
from journeymap.domain.text.grammar.sentence import Names, read_moment
from journeymap.domain.text.grammar.words import key, sentences, words_of

_AND = {
    "en": re.compile(r",?\s+(?:and then|and after that|and|then|&|\+)\s+", re.IGNORECASE),
    "nl": re.compile(r",?\s+(?:en daarna|en dan|en vervolgens|en|daarna|vervolgens|&|\+)\s+", re.IGNORECASE),
}
_ONESELF = {"en": "i", "nl": "ik"}
_ONE_ACT = {"en": {"come", "go", "try", "wait", "sit", "stop", "mix"}, "nl": {"komen", "gaan", "zitten", "staan"}}
"""What makes one act with what follows: “come and see”, “zitten en wachten”."""
_THINGS: Mapping[str, Callable[[], frozenset[str]]] = {
    "en": lambda: words_of("both", "en") | {"on", "so"},
    "nl": lambda: words_of("things", "nl") | words_of("also_things", "nl") | words_of("also_nouns", "nl"),
}
"""Words that are as often a thing as an act: “Compare prices and offers”."""


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts of a micro-moment; `whole` where each stands by itself (not so “Read and sign the letter”)."""

    texts: tuple[str, ...]
    whole: bool


def acts_of(text: str, language: str, *, persona: str, proper: Names) -> Acts | None:
    """The several acts of a micro-moment, or None where it is one, or where that is not certain."""
    parts = [part.strip(" .,;!") for sentence in sentences(text) for part in _halves(sentence, language)]
    if len(parts) < 2 or not all(parts):
        return None
    if not all(_is_act(part, language, persona, proper, first=n == 0) for n, part in enumerate(parts)):
        return None
    return Acts(tuple(parts), whole=all(_stands_alone(_bare(part, language), language) for part in parts))


def _halves(sentence: str, language: str) -> Sequence[str]:
    """The parts that a conjunction joins; each takes over the “I” that the first one begins with."""
    first, *others = _AND[language].split(sentence)
    said = first.split()[:1]
    if not said or key(said[0]) != _ONESELF[language]:
        return [first, *others]
    return [first, *(other if _says_who(other, language) else f"{said[0]} {other}" for other in others)]


def _says_who(text: str, language: str) -> bool:
    return key(text.split(maxsplit=1)[0]) == _ONESELF[language] if text.split() else False


def _is_act(text: str, language: str, persona: str, proper: Names, *, first: bool) -> bool:
    words = _bare(text, language)
    if not words or words[0] in _no_act(language):
        return False
    if len(words) == 1 and words[0] in (_ONE_ACT[language] if first else _THINGS[language]()):
        return False
    if len(words) > 1 and words[1] in ("of", "van"):
        return False  # “… and place of the visit”
    found = read_moment(text, language, persona=persona, proper=proper)
    return isinstance(found, Deed) and not found.negated


def _stands_alone(words: Sequence[str], language: str) -> bool:
    """Whether it is more than a verb whose object comes later: not so “Travel to and park at the clinic”."""
    return len(words) > 1 and words[-1] not in words_of("prepositions", language)


def _bare(text: str, language: str) -> list[str]:
    words = [key(word) for word in text.split()]
    return words[1:] if words and words[0] == _ONESELF[language] else words


def _no_act(language: str) -> frozenset[str]:
    """What no act begins with: “the doctor”, “when it starts”; Dutch has its verb at the end, behind these."""
    asked = words_of("clauses", language) | words_of("wh", language)
    return asked | words_of("determiners", language) if language == "en" else asked
