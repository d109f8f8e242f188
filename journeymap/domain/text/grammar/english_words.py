"""The small words of English, and what can be told of a word by its form."""

from collections.abc import Sequence
from functools import cache

from journeymap.domain.text.grammar import english_verbs as verbs
from journeymap.domain.text.grammar.words import key, words_of

DETERMINERS = words_of("determiners", "en")
OBJECTS = words_of("objects", "en")
SUBJECTS = {pair.split("/")[0]: pair.split("/")[-1] for pair in words_of("subjects", "en")}
"""Who acts, and how they are called after “I want”."""
PLURAL_SUBJECTS = words_of("plural_subjects", "en")
BE = words_of("be", "en")
HAVE = words_of("have", "en")
DO = words_of("do", "en")
MODALS = words_of("modals", "en")
CAN = words_of("can", "en")
AUXILIARIES = BE | HAVE | DO | MODALS | CAN
PREPOSITIONS = words_of("prepositions", "en")
PARTICLES = words_of("particles", "en")
CLAUSES = words_of("clauses", "en")
RELATIVE = words_of("relative", "en")
COORDINATORS = words_of("coordinators", "en")
WH = words_of("wh", "en")
ADVERBS = words_of("adverbs", "en")


@cache
def adjectives() -> frozenset[str]:
    """How somebody or something may be."""
    return words_of("adjectives", "en") | words_of("feelings", "en")


def is_adverb(word: str) -> bool:
    """Whether the word says how or when."""
    known = key(word)
    return known in ADVERBS or (
        known.endswith("ly") and len(known) > 4 and known not in ("reply", "apply", "supply", "family", "rely", "fly")
    )


def opens_object(word: str) -> bool:
    """Whether what follows a verb may begin so, and what follows a noun not."""
    known = key(word)
    return (
        known in DETERMINERS
        or known in OBJECTS
        or known in WH
        or known[:1].isdigit()
        or known in words_of("names", "en")
    )


def is_plural(word: str) -> bool:
    """Whether the word is a noun in the plural, by its ending or by the list."""
    known = key(word)
    if known in PLURAL_SUBJECTS or known in plurals():
        return True
    return len(known) > 3 and known.endswith("s") and not known.endswith(("ss", "us", "is", "'s", "ness"))


@cache
def plurals() -> dict[str, str]:
    """Singulars of the plurals that follow no rule."""
    return dict(pair.split("/", 1) for pair in words_of("plurals", "en"))


def singular(word: str) -> str:
    """One of them: parents, parent; families, family."""
    known = key(word)
    if known in plurals():
        return plurals()[known]
    if known.endswith("ies"):
        return f"{word[:-3]}y"
    return word[: -2 if known.endswith(("sses", "xes", "ches", "shes")) else -1]


def is_person(word: str) -> bool:
    """Whether it names a person, one or several."""
    known = key(word)
    return known in words_of("persons", "en") or (is_plural(word) and singular(known) in words_of("persons", "en"))


def is_someone(word: str) -> bool:
    """Whether it names a person, or may: a kind, a relative, a name."""
    return is_person(word) or key(word) in words_of("kin", "en") or (word[:1].isupper() and word != "I")


def with_article(words: str) -> str:
    """“a quick answer”, “an hour”."""
    first = words.split(maxsplit=1)[0]
    known = key(first)
    vowel = known[:1] in "aeiou" and not known.startswith(("uni", "use", "user", "eu", "one", "ut"))
    if first[:2].isupper():
        vowel = first[0] in "AEFHILMNORSX"
    if known.startswith(("hour", "honest", "heir", "honour")):
        vowel = True
    return f"{'an' if vowel else 'a'} {words}"


def based(words: Sequence[str], forms: dict[str, str]) -> list[str] | None:
    """The words after a verb, with the verbs that are joined to it in their base form too; None where one is left over.

    “called and asked for help”: once “call” is the base form, “asked” becomes “ask”.
    """
    found: list[str] = []
    joined, free = False, True
    for word in words:
        known = key(word)
        if joined and known in forms:
            found.append(word.lower().replace(known, forms[known]))
            joined = False
            continue
        if (joined and known in SUBJECTS.keys() | {"i"}) or (
            free and not joined and known in forms and _is_left_over(known, found)
        ):
            return None
        if not is_adverb(word):
            joined = known in COORDINATORS or (joined and word.endswith(","))
        free = free and known not in CLAUSES
        found.append(word)
    return found


def _is_left_over(known: str, before: Sequence[str]) -> bool:
    """Whether this is a second finite verb, behind an “and” and a subject of its own."""
    return (
        any(key(word) in ("and", "but", "then") for word in before)
        and known not in words_of("both", "en")
        and not (known in verbs.participles() and before and key(before[-1]) in DETERMINERS)
    )


def last_of_thing(words: Sequence[str]) -> str:
    """The word that says what a thing is: “confirmation” in “order confirmation by e-mail”."""
    end = next(
        (n for n, word in enumerate(words) if n and key(word) in PREPOSITIONS | WH | {"to", "and", "or", "that"}),
        len(words),
    )
    return key(words[end - 1])
