"""English texts that begin with a verb in its base form: “Call the desk”, where the word is not meant as a thing."""

from collections.abc import Sequence

from journeymap.domain.text.grammar import english_verbs as verbs
from journeymap.domain.text.grammar.english_clauses import read_event
from journeymap.domain.text.grammar.english_first import act
from journeymap.domain.text.grammar.english_words import (
    PARTICLES,
    PREPOSITIONS,
    adjectives,
    is_adverb,
    is_person,
    is_plural,
    last_of_thing,
    opens_object,
    singular,
)
from journeymap.domain.text.grammar.readings import Deed, Event, Reading, Role, Thing
from journeymap.domain.text.grammar.words import key, words_of


def read_base(words: Sequence[str], role: Role) -> Reading | None:
    """“Call the desk”, “Quickly find a place”: an infinitive, unless the word is meant as a noun."""
    at = 0
    while at < len(words) - 1 and is_adverb(words[at]) and key(words[at]) not in verbs.bases():
        at += 1
    known, rest = key(words[at]), words[at + 1 :]
    if known in ("need", "want", "have") and rest and key(rest[0]) == "to" and len(rest) > 1:
        return act(rest[1:])
    if known == "help" and rest and (key(rest[0]) in ("with", "from") or key(rest[0]) in verbs.gerunds()):
        return Thing(" ".join(words))
    if known not in verbs.bases() or known in ("can", "will") or (at and not _acts(known, rest, role)):
        return None
    if at and known in words_of("both", "en") and key(words[0]) in ("better", "more", "early"):
        return None
    return Deed(" ".join(words)) if _acts(known, rest, role) else None


def _acts(known: str, rest: Sequence[str], role: Role) -> bool:
    """Whether a word that is a verb, and perhaps a noun or adjective too, is meant as a verb here."""
    if known in adjectives() and not (rest and opens_object(rest[0])):
        return role == "moment" and _acts_on_bare(known, rest)
    if known not in words_of("both", "en"):
        return True
    thing = known in words_of("mass", "en") | words_of("countable", "en")
    if not rest:
        return role == "moment" or not thing
    following = key(rest[0])
    if _has_own_verb(known, rest):
        return False
    if opens_object(rest[0]) or following in PARTICLES - PREPOSITIONS or (following == "to" and role == "moment"):
        return True
    thing = thing and role == "need"
    if following in PREPOSITIONS:
        return not thing and following not in ("from", "of") and not _finite_later(rest)
    if is_adverb(rest[0]) or following in ("and", "or"):
        return is_adverb(rest[0]) or not thing
    return not _finite_later(rest) and not _is_head(last_of_thing(rest))


def _has_own_verb(known: str, rest: Sequence[str]) -> bool:
    """Whether the verb of the first word follows: “Guide shows us …”, “Talk starts at ten”, “Grant approved”."""
    following = key(rest[0])
    if len(rest) == 1 and following in verbs.participles() and following not in verbs.bases() | adjectives():
        return known not in ("stay", "get", "look", "feel", "keep")
    base = verbs.third_persons().get(following)
    if base is None:
        return False
    ending = base in words_of("at_the_end", "en")
    ends = ending and (len(rest) == 1 or key(rest[1]) in PREPOSITIONS or is_adverb(rest[1]))
    return ends or is_person(known) or known in ("people", "staff") or base not in words_of("both", "en")


def _acts_on_bare(known: str, rest: Sequence[str]) -> bool:
    """“Complete labs”, but not “open day” or “clear information”."""
    if not rest or _is_head(last_of_thing(rest)):
        return False
    if known != "welcome" and len(rest) == 1 and is_plural(rest[0]):
        return True
    return known in ("complete", "open", "clean", "clear", "present") and not _finite_later(rest)


def _is_head(known: str) -> bool:
    return known in words_of("heads", "en") or (is_plural(known) and singular(known) in words_of("heads", "en"))


def _finite_later(rest: Sequence[str]) -> bool:
    """Whether a verb with a subject stands in what follows: then the first word belongs to that subject."""
    end = next((n for n, word in enumerate(rest) if n and key(word) in ("and", "or", "then")), len(rest))
    return isinstance(read_event(["the", *rest[:end]]), Event)
