"""English things one wants to have: “peace of mind”, “a quick answer”, “clear information”."""

import re
from collections.abc import Sequence

from journeymap.domain.text.grammar import english_verbs as verbs
from journeymap.domain.text.grammar.english_words import (
    AUXILIARIES,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    RELATIVE,
    adjectives,
    is_adverb,
    is_person,
    is_plural,
    opens_object,
    singular,
    with_article,
)
from journeymap.domain.text.grammar.letters import known_words
from journeymap.domain.text.grammar.readings import Reading, Thing, Unsure
from journeymap.domain.text.grammar.words import key, words_of

_COUNTED = (
    "opportunity",
    "facility",
    "city",
    "community",
    "activity",
    "university",
    "authority",
    "possibility",
    "witness",
    "illness",
    "business",
)
_OPENERS = DETERMINERS | OBJECTS | {"other"}
_AFTER_VERB = DETERMINERS - {"all", "both", "each"} | {"me", "us", "him", "them"}
"""Behind a word in -s these tell that it is a verb: “lists the times”."""
_PLURAL_NOT = words_of("plural_not", "en")


def read_thing(words: Sequence[str]) -> Reading | None:
    """Something to have; the article is added where one is missing."""
    parts = re.split(r"\s+(and|or)\s+", " ".join(words))
    if len(parts) == 1 or (key(words[0]) in _OPENERS and not _all_things(parts)):
        found = _one(words)
        return Thing(found) if found else None
    done = [part if n % 2 else _one(part.split()) for n, part in enumerate(parts)]
    if all(done):
        return Thing(" ".join(str(part) for part in done))
    found = _one(words)
    return Thing(found) if found else Unsure("")


def _acts_later(words: Sequence[str]) -> bool:
    """Whether a second verb follows a relative clause: “the doctor who knows me calls me”."""
    at = next((n for n, word in enumerate(words) if n and key(word) in RELATIVE), len(words))
    finite = [n for n in range(at + 1, len(words)) if _is_finite(words, n)]
    return any(key(words[n - 1]) not in ("and", "or", "to", "not") and not is_adverb(words[n - 1]) for n in finite[1:])


def _is_finite(words: Sequence[str], at: int) -> bool:
    known = key(words[at])
    base = verbs.third_persons().get(known)
    if known in verbs.pasts() and known not in verbs.bases() and key(words[at - 1]) not in AUXILIARIES:
        return True
    if known in AUXILIARIES or (base and base not in words_of("both", "en")):
        return True
    return base is not None and at + 1 < len(words) and opens_object(words[at + 1])


def _has_strange_verb(words: Sequence[str]) -> bool:
    """Whether a word that no list knows may be the verb of a clause: “the screen flickers”."""
    for at in range(1, len(words)):
        known = key(words[at])
        if known in ("i", "we", "they", "he", "she") or (
            is_plural(words[at - 1]) and known in verbs.bases() - adjectives() and at > 1
        ):
            return True
        if known in RELATIVE:
            return False
        if (
            at + 2 == len(words)
            and known in verbs.third_persons()
            and key(words[at + 1]) in ("out", "down", "off", "up")
        ):
            return True
        if at + 1 < len(words) and known.endswith("s") and key(words[at + 1]) in _AFTER_VERB and known not in _OPENERS:
            return known not in PREPOSITIONS
        if at < 2:
            continue
        if known in PREPOSITIONS | RELATIVE | {"to"}:
            return False
        if _is_strange(words, at):
            return True
    return False


def _is_strange(words: Sequence[str], at: int) -> bool:
    """Whether no list knows this word, and it stands where a verb may."""
    known, before, last = key(words[at]), key(words[at - 1]), at + 1 == len(words)
    if not known.endswith(("s", "ed")) or known in verbs.participles() or known.endswith("ss"):
        return False
    if singular(known) in known_words("en"):
        return False
    if last:
        opened = key(words[0]) in ("the", "my", "our", "a", "an", "this")
        plain = len(words) > 2 and before not in adjectives() | verbs.gerunds().keys() | DETERMINERS
        return opened and plain and not before.endswith(("s", "ful", "al", "ous", "ive", "able"))
    acts = is_person(words[at - 1]) and key(words[at + 1]) in PREPOSITIONS  # “the host winks at the kids”
    return acts or opens_object(words[at + 1]) or is_adverb(words[at + 1])


def _may_act(words: Sequence[str]) -> bool:
    """Whether a word in -s before a preposition may be a verb: “hotel room smells of smoke”."""
    nouns = words_of("heads", "en") | words_of("countable", "en") | words_of("mass", "en")
    at = next((n for n, word in enumerate(words) if n and key(word) in PREPOSITIONS), 0)
    base = verbs.third_persons().get(key(words[at - 1])) if at > 1 else None
    return base is not None and base not in nouns


def _all_things(parts: Sequence[str]) -> bool:
    return all(_one(part.split()) for part in parts[::2])


def _one(words: Sequence[str]) -> str:
    """One thing, with its article; “” where it is not certain to be one."""
    if not words or (key(words[0]) in verbs.participles() and key(words[0]) not in adjectives()) or _acts_later(words):
        return ""
    if key(words[-1]) == "back" and len(words) > 1 and (thing := _one(words[:-1])):
        return f"{thing} {words[-1]}"  # “my money back”
    return _opened(words) if key(words[0]) in _OPENERS else _bare(words)


def _opened(words: Sequence[str]) -> str:
    """“The result”, “someone who listens”."""
    first, last = key(words[0]), key(words[-1])
    if _has_strange_verb(words) or (len(words) > 1 and first in ("me", "you", "him", "us", "them", "it")):
        return ""
    if first in DETERMINERS and len(words) > 2 and last in words_of("feelings", "en"):
        return ""  # “my data safe”
    alone = len(words) > 1 or (first in OBJECTS and first not in ("it", "me", "him", "us", "them", "you"))
    return " ".join(words) if alone else ""


def _bare(words: Sequence[str]) -> str:
    """“Peace of mind”, “quick answer”: without an article, which it may need."""
    text = " ".join(words)
    if _has_strange_verb(words) or _may_act(words):
        return ""
    end = next((n for n, word in enumerate(words) if n and key(word) in PREPOSITIONS | RELATIVE | {"to"}), len(words))
    head = key(words[end - 1])
    no_noun = verbs.bases() - words_of("both", "en") - adjectives()
    if (
        is_adverb(words[end - 1])
        or key(words[0]) in PREPOSITIONS
        or any(key(word) in no_noun for word in words[: end - 1])
    ):
        return ""
    if is_plural(words[end - 1]) and head not in words_of("mass", "en"):
        return text if head not in _PLURAL_NOT and not words[end - 1].isupper() else ""
    made = end > 1 and key(words[end - 2]) in verbs.gerunds() and head in ("room", "space", "time", "order")
    if made or head in words_of("countable", "en") - words_of("mass", "en"):
        return with_article(text)
    return text if head in words_of("mass", "en") or (head.endswith(("ness", "ity")) and head not in _COUNTED) else ""
