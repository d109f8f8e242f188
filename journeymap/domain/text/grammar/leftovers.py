"""The last look at a reading: where a word is left over that cannot stand there, it is not certain after all."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from journeymap.domain.text.grammar import dutch_order, dutch_verbs, english_verbs
from journeymap.domain.text.grammar import english_words as english
from journeymap.domain.text.grammar.readings import Deed, Event, Lack, Reading, Thing, Unsure
from journeymap.domain.text.grammar.words import key, words_of

_JOINING = frozenset({"and", "or", "but", "to", "so", "because", "en", "of", "maar", "want", "zodat", "omdat", "om"})
_ALSO_PLURALS = ("lives", "leaves")
_AFTER_ARTICLE = words_of("after_article", "en")
_NOT_AFTER_ARTICLE = english.DETERMINERS - _AFTER_ARTICLE
_TELLS = words_of("tells", "en")


def is_broken(reading: Reading, language: str) -> bool:
    """Whether the reading would make a wrong sentence: “to and the kids eat”, “the m'n moeder”, “a staff smile”."""
    broken = _is_broken_english if language == "en" else _is_broken_dutch
    return broken(reading)


def _is_broken_english(reading: Reading) -> bool:
    match reading:
        case Deed(words):
            told = _keys(words)
            return not told or _opens_wrong(told) or _has_finite(told)
        case Event(_, who, words):
            told = _keys(words)
            return not told or _doubles_article(_keys(who)) or _has_strange_article(_keys(who)) or _has_finite(told)
        case Thing(words) | Lack(words):
            told = _keys(words)
            wrong = _doubles(told) or _has_finite(told) or _has_strange_article(told)
            return not told or told[0] in _JOINING or wrong
        case Unsure():
            return False


def _keys(words: str) -> list[str]:
    return [key(word) if not word.endswith((",", ":", ";")) else f"{key(word)}," for word in words.split()]


def _opens_wrong(told: Sequence[str]) -> bool:
    """Whether what follows “to” is no verb."""
    first = told[0].rstrip(",")
    if told[:2] == ["do", "not"]:
        return True
    if first in _no_verbs():
        return first not in english_verbs.bases()
    return (first in _finite() and first not in english_verbs.bases()) or _doubles(told)


@cache
def _no_verbs() -> frozenset[str]:
    return frozenset(_JOINING | english.DETERMINERS | english.SUBJECTS.keys() | english.CLAUSES | {"i"})


@cache
def _finite() -> frozenset[str]:
    return frozenset(english.AUXILIARIES - {"be", "have", "do"} | english_verbs.third_persons().keys())


def _doubles(told: Sequence[str]) -> bool:
    return any(a == b and a not in ("that", "had") and len(a) > 1 for a, b in pairwise(told)) or (
        _doubles_article(told)
    )


def _doubles_article(told: Sequence[str]) -> bool:
    return len(told) > 1 and told[0] in ("the", "a", "an") and told[1] in _NOT_AFTER_ARTICLE


def _has_strange_article(told: Sequence[str]) -> bool:
    """Whether “the” follows a noun: “the mail the form”."""
    may = _before_article()
    for at, word in enumerate(told):
        if word.rstrip(",") in english.CLAUSES or (at and told[at - 1].endswith(",")):
            return False
        if at and word in ("the", "a", "an") and told[at - 1] not in may and not english.is_adverb(told[at - 1]):
            return True
    return False


@cache
def _before_article() -> frozenset[str]:
    """What “the” may follow."""
    verbs = english_verbs.bases() - words_of("both", "en") | english_verbs.gerunds().keys()
    verbs |= english_verbs.pasts().keys() | english_verbs.participles().keys()
    others = {"and", "or", "to", "but", "not", "if"}
    return frozenset(english.PREPOSITIONS | english.DETERMINERS | english.CLAUSES | verbs | others)


def _has_finite(told: Sequence[str]) -> bool:
    """Whether a verb with “she” or “is” is left in the first clause."""
    for at, word in enumerate(told):
        if at and (word.rstrip(",") in english.CLAUSES or told[at - 1].endswith(",")):
            return False
        if word.rstrip(",") in _TELLS or (at and word in ("than", "i", "we", "they", "you", "he", "she", "it")):
            return False
        base = english_verbs.third_persons().get(word)
        if at and (word in ("is", "are", "was", "were", "am", "has", "does") or _is_verb(base, word)):
            return True
    return False


def _is_verb(base: str | None, word: str) -> bool:
    return base is not None and base not in words_of("both", "en") and word not in _ALSO_PLURALS


def _is_broken_dutch(reading: Reading) -> bool:
    match reading:
        case Deed(words) | Thing(words):
            told = _keys(words)
            return not told or told[0].rstrip(",") in _JOINING - {"om"} | {"ik", "dat"} or _has_finite_dutch(told)
        case Event(said):
            told = _keys(said)
            second = dutch_order.DETERMINERS - {"veel", "meer", "minder", "weinig", "genoeg", "twee", "drie", "vier"}
            return len(told) < 2 or (told[0] in ("de", "het") and told[1] in second and len(told[1]) < 4)
        case Lack() | Unsure():
            return False


@cache
def _dutch_things() -> frozenset[str]:
    """Words that look like a verb of somebody and are a thing, or say how it is."""
    lists = ("also_nouns", "also_things", "adjectives", "common", "neuter", "mass")
    return frozenset().union(*(words_of(name, "nl") for name in lists))


@cache
def _dutch_stops() -> frozenset[str]:
    """Where the first clause is over."""
    return words_of("clauses", "nl") | words_of("wh", "nl") | {"die", "om", "weten", "want", "maar"}


@cache
def _dutch_states() -> frozenset[str]:
    lists = ("adjectives", "bad", "pains", "moods")
    return frozenset().union(*(words_of(name, "nl") for name in lists)) - dutch_order.PREPOSITIONS


def _has_finite_dutch(told: Sequence[str]) -> bool:
    """Whether a verb with “zij” is left in the first clause: “inloggen lukt”."""
    things, stops, how = _dutch_things(), _dutch_stops(), _dutch_states()
    for at, word in enumerate(told):
        known = word.rstrip(",")
        if at and known in ("we", "wij", "hij", "jullie") and told[at - 1] not in stops:
            return True
        if (known in stops or known in dutch_order.PRONOUNS - {"het", "je", "er", "alles", "iets"}) or (
            at and told[at - 1].endswith(",")
        ):
            return False
        found = dutch_verbs.finite(known)
        before = told[at - 1] if at else ""
        free = before not in dutch_order.DETERMINERS and before not in dutch_order.PREPOSITIONS
        following = told[at + 1] if at + 1 < len(told) else ""
        if at and known == "zijn" and following in how:
            return True
        if at and found and found[1] == "he" and free and known not in things and not dutch_verbs.participle(known):
            return True
    return False
