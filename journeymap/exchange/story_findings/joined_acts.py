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
_AND_OR = {
    "en": re.compile(r",?\s+(?:and then|and after that|and/or|and|or|then|&|\+)\s+", re.IGNORECASE),
    "nl": re.compile(r",?\s+(?:en daarna|en dan|en vervolgens|en/of|en|of|daarna|vervolgens|&|\+)\s+", re.IGNORECASE),
}
"""The same with what offers a choice; not behind a question, where “open or closed” is one thing to ask."""
_MOST = 8
"""So many parts are told apart: whoever writes more in one micro-moment is told so all the same."""
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
    for listed in (True, False):
        parts = [part.strip(" .,;!") for one in sentences(text) for part in _parts(one, language, listed=listed)]
        if len(parts) < 2 or not all(parts):
            continue
        if all(_is_act(part, language, persona, proper, first=n == 0) for n, part in enumerate(parts)):
            bare = [_bare(part, language) for part in parts]
            whole = all(_stands_alone(words, language) for words in bare)
            return Acts(tuple(parts), whole=whole and not any(_points_back(words, language) for words in bare[1:]))
    return None


def _parts(sentence: str, language: str, *, listed: bool) -> Sequence[str]:
    """The parts that a conjunction joins, and the commas before it where it ends a list.

    Each takes over the “I” that the first one begins with.
    """
    asks = not _asked(language).isdisjoint(map(key, sentence.split()))
    joined = (_AND if asks else _AND_OR)[language].split(sentence, maxsplit=_MOST)
    if listed and len(joined) > 1:
        joined = [part for piece in joined for part in re.split(r",\s+", piece, maxsplit=_MOST)]
    first, *others = joined
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


def _points_back(words: Sequence[str], language: str) -> bool:
    """Whether it speaks of what another act names: “send it”. Dutch “het” is a pronoun where no thing follows."""
    if language == "nl" and words[-1:] == ["het"]:
        return True
    return not _BACK[language].isdisjoint(words)


_BACK = {"en": {"it", "them", "these", "those"}, "nl": {"ze", "hem", "haar", "deze", "die", "ervan", "ermee"}}


def _bare(text: str, language: str) -> list[str]:
    words = [key(word) for word in text.split()]
    return words[1:] if words and words[0] == _ONESELF[language] else words


def _asked(language: str) -> frozenset[str]:
    """What begins a question, or a clause. Dutch “of” is both “or” and “whether”: its acts tell which."""
    return (words_of("clauses", language) | words_of("wh", language)) - {"of"}


def _no_act(language: str) -> frozenset[str]:
    """What no act begins with: “the doctor”, “when it starts”; Dutch has its verb at the end, behind these."""
    asked = words_of("clauses", language) | words_of("wh", language)
    return asked | words_of("determiners", language) if language == "en" else asked
