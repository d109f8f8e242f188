"""Whose story it is: “As a veteran”, “Als veteraan”, and the same persona in the middle of a sentence."""

import re

from journeymap.domain.text.grammar import english_words as english
from journeymap.domain.text.grammar.english_verbs import bases, third_person
from journeymap.domain.text.grammar.letters import is_name, lowered
from journeymap.domain.text.grammar.words import key, words_of

_ARTICLE = {
    "en": re.compile(r"^(an?|the)\s+(?=\S)", re.IGNORECASE),
    "nl": re.compile(r"^(een|de|het|'n)\s+(?=\S)", re.IGNORECASE),
}


def as_persona(name: str, language: str) -> str:
    """What follows “As” or “Als”: a name as it is, a kind of person as one of them."""
    noun, article = _noun(name, language)
    if noun is None:
        return name
    if language == "nl":
        return noun
    return f"the {noun}" if article == "the" and not _was_plural(name) else english.with_article(noun)


def of_persona(name: str, language: str) -> str:
    """The persona in the middle of a sentence: “Marieke”, “the veteran”, “de veteraan”."""
    noun, _ = _noun(name, language)
    if noun is None:
        return name
    if noun.startswith("iemand"):
        return noun
    if language == "nl":
        return f"{'het' if _is_neuter(noun) else 'de'} {noun}"
    return f"the {noun}"


def _noun(name: str, language: str) -> tuple[str | None, str]:
    """The kind of person, one of them, in small letters; None for a name."""
    found = _ARTICLE[language].match(name)
    article = found[1].casefold() if found else ""
    bare = name[found.end() :] if found else name
    words = bare.split()
    at = _head(words, language)
    head = words[at]
    known = _singular(head, language)
    if (
        language == "en"
        and article == "the"
        and at == 0
        and known is None
        and head[:1].isupper()
        and head.endswith("s")
    ):
        return None, ""  # “The Smiths”
    kind = bare[:1].islower() or (at > 0 and head[:1].islower() and not is_name(words[0], language))
    if not found and known is None and not kind:
        return ("iemand" + bare[6:], "") if language == "nl" and key(words[0]) == "iemand" else (None, "")
    if not found and known is not None and at == 0 and len(words) > 1 and words[1][:1].isupper():
        return None, ""  # “Baker Smith”
    one = known or (_one_of(head) if language == "en" else head)
    named = any(word[:1].islower() for word in words[:at]) or (bool(found) and head[:1].islower())
    small = [
        word if _keeps(word, language) or ((named and n < at) or n > at or (named and known is None)) else lowered(word)
        for n, word in enumerate(words)
    ]
    small[at] = one if known or one != head else small[at]
    if language == "en" and one != head and english.is_plural(head) and at + 2 < len(words):
        small[at + 2] = _agreed(small[at + 1], small[at + 2])
    return " ".join(small), article


def _agreed(relative: str, verb: str) -> str:
    """“owners who build” as “an owner who builds”."""
    if key(relative) not in ("who", "that"):
        return verb
    return {"are": "is", "have": "has", "were": "was", "do": "does"}.get(
        verb, third_person(verb) if verb in bases() else verb
    )


def _head(words: list[str], language: str) -> int:
    """Where the noun stands: before “with”, “who”, a comma or a bracket."""
    stops = (
        english.PREPOSITIONS | english.RELATIVE
        if language == "en"
        else frozenset(["met", "zonder", "van", "in", "op", "bij", "uit", "die", "dat", "voor", "aan"])
    )
    end = next((n for n, word in enumerate(words) if n and (key(word) in stops or word[:1] in "(–-")), len(words))
    comma = next((n + 1 for n, word in enumerate(words[:end]) if word.endswith(",")), end)
    return max(min(end, comma) - 1, 0)


def _singular(word: str, language: str) -> str | None:
    """One such person in small letters where the list knows them, else None."""
    known = key(word) if not _keeps(word, language) else word.rstrip(",;")
    mark = word[len(word.rstrip(",;")) :]
    persons = words_of("persons", language)
    if known in persons:
        return known + mark
    plurals = dict(pair.split("/", 1) for pair in words_of("plurals", language))
    if known in plurals:
        return plurals[known] + mark
    if language == "en":
        return (
            english.singular(known) + mark if english.is_plural(known) and english.singular(known) in persons else None
        )
    for ending in ("'s", "en", "s", "n"):
        if known.endswith(ending) and known.removesuffix(ending) in persons:
            return known.removesuffix(ending) + mark
    if any(len(person) > 4 and known.endswith(person) for person in persons):
        return known + mark
    for ending in ("'s", "en", "s"):
        one = known.removesuffix(ending)
        if one != known and any(len(person) > 4 and one.endswith(person) for person in persons):
            return one + mark
    return None


def _one_of(word: str) -> str:
    """One of them where the list does not know the word."""
    return english.singular(word) if english.is_plural(word) and word[:1].islower() else word


def _was_plural(name: str) -> bool:
    words = name.split()
    return bool(words) and english.is_plural(words[-1])


def _is_neuter(noun: str) -> bool:
    head = key(noun.split()[_head(noun.split(), "nl")])
    return head in words_of("neuter", "nl") or head.endswith(("je", "tje"))


def _keeps(word: str, language: str) -> bool:
    return is_name(word, language) or any(c.isupper() or c.isdigit() for c in word[1:])
