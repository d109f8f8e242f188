"""English texts that begin with “-ing”, “-ed” or “-s”: “Calling the desk”, “Called back”, “Reads the magazine”."""

from collections.abc import Sequence

from journeymap.domain.text.grammar import english_verbs as verbs
from journeymap.domain.text.grammar.english_clauses import read_event
from journeymap.domain.text.grammar.english_words import (
    DETERMINERS,
    PARTICLES,
    PREPOSITIONS,
    SUBJECTS,
    WH,
    adjectives,
    based,
    is_adverb,
    is_person,
    is_plural,
    last_of_thing,
    opens_object,
)
from journeymap.domain.text.grammar.readings import Deed, Event, Reading, Role, Unsure
from journeymap.domain.text.grammar.words import key, words_of

_THINGS = ("viewing", "fitting", "hearing", "screening", "briefing", "training")
"""These are things before a preposition: “viewing with the agent”."""


def read_gerund(words: Sequence[str], _role: Role) -> Reading | None:
    """“Calling the desk”, but not “waiting room”."""
    at = 1 if len(words) > 1 and is_adverb(words[0]) else 0
    known, rest = key(words[at]), words[at + 1 :]
    doing = verbs.gerunds().get(known)
    if doing is None:
        return None
    thing = last_of_thing(rest) if rest else ""
    if rest and (key(rest[0]) == "of" or (key(rest[0]) in PREPOSITIONS and known in _THINGS)):
        return None
    if (
        rest
        and is_bare(rest[0])
        and (known in words_of("compounds", "en") or thing in words_of("heads", "en") - words_of("mass", "en"))
    ):
        return None
    named = words_of("both", "en") - words_of("countable", "en") - words_of("mass", "en")
    if len(rest) and is_bare(rest[0]) and thing in named and key(rest[0]) == thing:
        return None  # “hearing test”
    if isinstance(read_event(["the", *words]), Event) and not any(key(word) in WH | {"that"} for word in rest):
        return Unsure("")
    if known == "having" and rest[:1] == ["to"] and len(rest) > 1:
        return Deed(" ".join(["have", *rest]))
    tail = based(rest, verbs.gerunds())
    return Unsure("") if tail is None else Deed(" ".join([*(w.lower() for w in words[:at]), doing, *tail]))


def is_bare(word: str) -> bool:
    """Whether a noun without an article may begin so."""
    known = key(word)
    return not (
        opens_object(word) or known in PREPOSITIONS | PARTICLES | {"and", "or", "to", "alone"} or is_adverb(word)
    )


def read_participle(words: Sequence[str], _role: Role) -> Reading | None:
    """“Called back by the doctor”, “Taken seriously”; and “Called the desk”, which is a past."""
    at = 1 if len(words) > 1 and is_adverb(words[0]) and key(words[0]) != "not" else 0
    known, rest = key(words[at]), words[at + 1 :]
    if known in verbs.pasts() and rest and opens_object(rest[0]):
        tail = based(rest, verbs.pasts())
        return Unsure("") if tail is None else Deed(" ".join([*words[:at], verbs.pasts()[known], *tail]))
    base = verbs.participles().get(known)
    if base is None or base == known:
        return None
    if base in words_of("intransitive", "en"):
        if known in verbs.pasts() and (not rest or key(rest[0]) in PREPOSITIONS | PARTICLES or is_adverb(rest[0])):
            tail = based(rest, verbs.pasts())
            return Unsure("") if tail is None else Deed(" ".join([*words[:at], base, *tail]))
        return Unsure("")
    if (
        rest
        and key(rest[0]) in PREPOSITIONS - PARTICLES - {"by"}
        and base in ("ask", "apply", "search", "pay", "check", "call", "report", "park", "drive", "book")
    ):
        tail = based(rest, verbs.pasts())
        return Unsure("") if tail is None else Deed(" ".join([*words[:at], base, *tail]))
    if rest and key(rest[0]) == "by" and not ((len(rest) > 2 and key(rest[1]) in DETERMINERS) or is_person(rest[-1])):
        return Unsure("")
    if not rest or key(rest[0]) in PREPOSITIONS | PARTICLES | {"that", "and", "as", "what"} or is_adverb(rest[0]):
        return Deed(" ".join(["be", *words]))
    return Deed(" ".join(["be", *words])) if key(rest[0]) in adjectives() and len(rest) == 1 else None


def read_third(words: Sequence[str], role: Role) -> Reading | None:
    """“Reads the magazine”: the persona does it, though the text does not say “I”."""
    at = 1 if len(words) > 1 and is_adverb(words[0]) else 0
    known, rest = key(words[at]), words[at + 1 :]
    base = {"is": "be", "has": "have"}.get(known) or verbs.third_persons().get(known)
    if base is None or (rest and key(rest[0]) in ("from", "of") and base in words_of("both", "en")):
        return None
    main = rest[: next((n for n, word in enumerate(rest) if key(word) in WH), len(rest))]
    if any(key(word) in ("she", "he", "herself", "himself", "they", "her", "his", "their") for word in main):
        return Unsure("", statement=True)
    if base in words_of("both", "en") and not (
        rest and (opens_object(rest[0]) or (key(rest[0]) in PREPOSITIONS | PARTICLES and role == "moment"))
    ):
        return None
    tail = based(rest, verbs.third_persons())
    return Unsure("") if tail is None else Deed(" ".join([*words[:at], base, *tail]))


def read_ongoing(words: Sequence[str], _role: Role) -> Reading | None:
    """“Kids having fun”, “The doctor listening to me”: a clause without its finite verb."""
    for at in range(1, min(len(words), 5)):
        known, before = key(words[at]), key(words[at - 1])
        if known in PREPOSITIONS | WH | {"to", "and"}:
            return None
        doing = verbs.gerunds().get(known)
        if (
            doing
            and known not in words_of("compounds", "en")
            and (
                is_person(before)
                or before in words_of("kin", "en")
                or before in SUBJECTS
                or before in words_of("names", "en")
            )
        ):
            many = is_plural(before) or before in ("them", "us")
            form = doing if many else verbs.third_person(doing)
            found = read_event([*words[:at], "are" if many and doing == "be" else form, *words[at + 1 :]])
            return found if isinstance(found, Event) else Unsure("")
    return None
