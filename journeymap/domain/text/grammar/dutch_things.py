"""Dutch things one wants to have: “Een snel antwoord”, “Geen wachttijd”, “Duidelijke informatie”."""

from collections.abc import Sequence

from journeymap.domain.text.grammar import dutch_verbs as verbs
from journeymap.domain.text.grammar.dutch_clauses import COMMON_ENDINGS
from journeymap.domain.text.grammar.dutch_order import DETERMINERS, PREPOSITIONS, PRONOUNS
from journeymap.domain.text.grammar.dutch_states import ADJECTIVES
from journeymap.domain.text.grammar.readings import Lack, Reading, Role, Thing
from journeymap.domain.text.grammar.words import key, words_of

_LONG_NOUNS = tuple(sorted(word for name in ("common", "neuter") for word in words_of(name, "nl") if len(word) > 4))
"""What a longer word may end with: “welkomstbericht”."""


def read_thing(words: Sequence[str], _role: Role) -> Reading | None:
    """What follows “ik wil” as it is."""
    if _has_strange_verb(words):
        return None
    if found := _by_last_word(words):
        return found
    first, text = key(words[0]), " ".join(words)
    if first == "behoefte" and len(words) > 2 and key(words[1]) == "aan":
        return Thing(" ".join(words[2:]))
    if _acts_later(words):
        return None
    if first in words_of("adverbs", "nl") and len(words) > 2 and key(words[1]) in DETERMINERS:
        return Thing(text)  # “eindelijk een mens”
    if first in DETERMINERS | {"iets", "iemand", "alles", "niets", "niet", "ruim"} or first.isdecimal():
        alone = len(words) < 2 or (first in ("dit", "dat") and len(words) < 3)
        ends_as_act = first == "het" and len(words) == 2 and verbs.infinitive(key(words[1]))
        return None if alone or ends_as_act or first == "niet" else Thing(text)
    return _bare(words)


def _by_last_word(words: Sequence[str]) -> Reading | None:
    """“Hulp nodig”, “geld terug”, “waar voor mijn geld”."""
    first, last, text = key(words[0]), key(words[-1]), " ".join(words)
    if last == "nodig" and len(words) > 1 and not verbs.finite(first) and first != "niet":
        return Lack(" ".join(words[:-1]), f"ik heb {text}")
    if last == "terug" and len(words) > 1 and read_thing(words[:-1], "need"):
        return Thing(text)
    return Thing(text) if [key(word) for word in words[:2]] == ["waar", "voor"] else None


def _acts_later(words: Sequence[str]) -> bool:
    """Whether a second verb follows a relative clause: “de arts die mij kent belt mij”."""
    relative = next((n for n, word in enumerate(words) if n and key(word) in ("die", "dat", "waar")), len(words))
    told = [
        n
        for n in range(relative + 1, len(words))
        if (form := verbs.finite(key(words[n]))) and form[1] in ("he", "past")
    ]
    return any(key(words[n - 1]) != "en" for n in told[1:]) or "ik" in map(key, words[:relative])


def _bare(words: Sequence[str]) -> Reading | None:
    """A thing without an article, which it may need: “snel antwoord”."""
    text, ends = " ".join(words), PREPOSITIONS | {"die", "dat", "en", "of", "om", "waar"}
    stop = next((n for n, word in enumerate(words) if n and key(word) in ends), len(words))
    head = key(words[stop - 1])
    if key(words[0]) in PREPOSITIONS | PRONOUNS:
        return None
    many = stop > 1 and head.endswith(("en", "s")) and all(key(word).endswith("e") for word in words[: stop - 1])
    uncounted = head.endswith(("heid", "teit")) and not head.endswith(("mogelijkheid", "gelegenheid"))
    if head in words_of("mass", "nl") or uncounted or many or (stop == 1 and head in words_of("things", "nl")):
        return Thing(text)
    counted = (
        (len(head) > 4 and head.endswith("je"))
        or head.endswith(_LONG_NOUNS)
        or head in words_of("neuter", "nl") | words_of("common", "nl")
        or head.endswith(COMMON_ENDINGS)
    )
    return Thing(f"een {text}") if counted else None


def _has_strange_verb(words: Sequence[str]) -> bool:
    """Whether a word that no list knows may be the verb of a clause: “de app zoemt”."""
    nouns = (
        words_of("mass", "nl")
        | words_of("common", "nl")
        | words_of("neuter", "nl")
        | words_of("persons", "nl")
        | ADJECTIVES
    )
    if (
        key(words[0]) in ("een", "geen")
        and len(words) > 2
        and key(words[1]) not in nouns
        and not key(words[1]).endswith(tuple(nouns - ADJECTIVES))
    ):
        after = 3  # “een vast aanspreekpunt”
    else:
        after = 2
    after = 1 if key(words[0]) in ("het", "dit", "dat", "iemand", "iets", "alles") else after
    stop = next(
        (n for n, word in enumerate(words) if n and key(word) in PREPOSITIONS | {"die", "dat", "waar", "om"}),
        len(words),
    )
    return any(
        key(word) == "niet" or (key(word).endswith("t") and len(key(word)) > 3 and not key(word).endswith(tuple(nouns)))
        for word in words[after:stop]
    )
