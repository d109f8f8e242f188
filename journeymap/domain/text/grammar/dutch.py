"""Dutch texts read by their form: infinitive, “ik …”, clause, question, imperative, participle, thing."""

import re
from collections.abc import Callable, Sequence

from journeymap.domain.text.grammar import dutch_verbs as verbs
from journeymap.domain.text.grammar.dutch_clauses import COMMON_ENDINGS, read_event, read_question
from journeymap.domain.text.grammar.dutch_first import read_act, read_first
from journeymap.domain.text.grammar.dutch_order import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    split_field,
    straight,
)
from journeymap.domain.text.grammar.readings import Deed, Event, Reading, Role, Thing, Unsure
from journeymap.domain.text.grammar.words import key, words_of

_ADVERBS = words_of("adverbs", "nl")


def read(text: str, role: Role, persona: str = "") -> Reading:
    """Which form the text has. `persona`: whoever does the act where the text says so."""
    words = text.split()
    if question := read_question(words, asked=text.endswith("?")):
        return question
    text = text.rstrip(" ?")
    told = _without_persona(text, persona)
    if told is None:
        return Unsure(text)
    for rule in _RULES:
        if found := rule(told, role):
            return found
    return Unsure(text)


def _adjectives() -> frozenset[str]:
    return words_of("adjectives", "nl") | words_of("moods", "nl")


def straightened(clause: str) -> str:
    """“ik zekerheid nodig heb”, as it stands behind “omdat”, as a sentence; “” where it cannot be one."""
    words = straight(clause.split())
    return " ".join(words) if words else ""


def _without_persona(text: str, persona: str) -> list[str] | None:
    """The words, with “ik” for the persona; None where it would be spoken of as somebody else."""
    name = re.sub(r"^(?:een|de|het) ", "", persona.casefold())
    found = re.match(rf"(?:de |het |een )?{re.escape(name)} (?=\w)", text, re.IGNORECASE) if name else None
    if not found:
        return text.split()
    rest = text[found.end() :].split()
    form = verbs.finite(key(rest[0]))
    if form is None or form[1] not in ("he", "i", "past"):
        return text.split()
    if any(key(word) in ("haar", "zijn", "zij", "ze", "hij", "hem", "hun") for word in rest[1:]):
        return None
    return ["ik", rest[0], *_reflexive(rest[1:])]


def _reflexive(words: Sequence[str]) -> list[str]:
    return ["me" if key(word) == "zich" else "mezelf" if key(word) == "zichzelf" else word for word in words]


def _infinitive_with_te(words: Sequence[str], _role: Role) -> Reading | None:
    """“Om te weten waar ik moet zijn”, “Te weten …”."""
    first = key(words[0])
    if first not in ("om", "te", "teneinde") or len(words) < 2:
        return None
    at = next((n for n, word in enumerate(words) if key(word) == "te"), None)
    if at is None or at + 1 >= len(words) or not verbs.infinitive(key(words[at + 1])):
        return None
    return Deed(" ".join([*words[0 if first == "te" else 1 : at], *words[at + 1 :]]))


def _ordered(words: Sequence[str], role: Role) -> Reading | None:
    """“Bel de balie”, “Belt de balie”: a verb without a subject."""
    known = key(words[0])
    found = verbs.finite(known)
    if found is None or found[1] not in ("i", "he"):
        return None
    asks = known == "vraag" and len(words) > 1 and key(words[1]) in DETERMINERS | {"om"}
    if known in words_of("mass", "nl") | words_of("common", "nl") | words_of("neuter", "nl") and not asks:
        return None
    if known in _adjectives() or verbs.participle(known) or known in words_of("prefixes", "nl"):
        return None
    if len(words) < 2 or (key(words[1]) in ("van", "en", "over") and known in _NOUNS):
        return None
    if known in _NOUNS and not asks and key(words[1]) not in DETERMINERS | PRONOUNS | {"me", "mij"}:
        return None
    if any(key(word) in ("haar", "zijn", "hij", "ze", "hun") for word in words[1:]) and found[1] == "he":
        return Unsure("", statement=True)
    return read_act(words[0], _reflexive(words[1:]), role)


_NOUNS = words_of("also_things", "nl")


def _going_on(words: Sequence[str], _role: Role) -> Reading | None:
    """“Wachtend op de bus”."""
    known = key(words[0])
    verb = verbs.infinitive(known[:-1]) if known.endswith("end") else None
    return (
        Deed(" ".join([*words[1:], verb.infinitive] if len(words) == 1 else [verb.infinitive, *words[1:]]))
        if verb
        else None
    )


def _infinitive(words: Sequence[str], _role: Role) -> Reading | None:
    """“De balie bellen”, “Bellen om een afspraak te maken”, “Gehoord worden”."""
    words = _reflexive(words)
    middle, _ = split_field(words)
    for at, word in enumerate(middle or words[:1]):
        known = key(word)
        if not verbs.infinitive(known) or (
            known == "zijn" and at + 1 < len(middle) and key(middle[at + 1]) not in PREPOSITIONS
        ):
            continue
        before = key(middle[at - 1]) if at else ""
        if before in DETERMINERS - {"al"} and (
            (len(middle) == at + 1 and at == 1) or key(middle[min(at + 1, len(middle) - 1)]) == "van"
        ):
            return None
        if known in words_of("things", "nl") and (before in DETERMINERS or before.endswith("e") or not before):
            if not at and len(words) > 1 and key(words[1]) not in ("over", "van", "en"):
                return Deed(" ".join(words))
            if at + 1 == len(middle):
                return None
            continue
        return Deed(" ".join(words))
    return None


def _done(words: Sequence[str], _role: Role) -> Reading | None:
    """“Serieus genomen”, “Teruggebeld door de arts”: what one wants to be."""
    at = next(
        (
            n
            for n, word in enumerate(words)
            if verbs.participle(key(word)) and key(word) not in ("vergeten", "bevallen")
        ),
        None,
    )
    if (
        at is None
        or any(key(word) in DETERMINERS for word in words[:at])
        or not all(key(w) in _ADVERBS | _adjectives() for w in words[:at])
    ):
        return None
    behind = words[at + 1 :]
    if behind and key(behind[0]) not in PREPOSITIONS:
        return None
    if _goes_with_be(key(words[at])):
        return Unsure("")
    return Deed(" ".join([*words[: at + 1], "worden", *behind]))


def _goes_with_be(known: str) -> bool:
    """Whether the participle is of a verb that nothing is done to: “gekomen”."""
    verb = verbs.participle(known)
    return verb is not None and verb.infinitive.endswith(tuple(words_of("with_be", "nl")))


def _state(words: Sequence[str], _role: Role) -> Reading | None:
    """“Veilig”, “Zeker van mijn zaak”, “Op tijd thuis”."""
    at = 0
    while (
        at < len(words) - 1
        and key(words[at]) in _ADVERBS | {"heel", "erg", "meer"}
        and key(words[at]) not in ("goed", "echt")
    ):
        at += 1
    known, behind = key(words[at]), words[at + 1 :]
    if known not in words_of("moods", "nl") or (known == "vrij" and behind):
        return None
    if behind and key(behind[0]) not in PREPOSITIONS | {"en", "dat"}:
        return None
    if behind and key(behind[0]) == "en" and not (len(behind) == 2 and key(behind[1]) in _adjectives()):
        return None
    if key(behind[0]) == "en" if behind else False:
        return Deed(" ".join([*words, "zijn"]))
    if known in words_of("feelings", "nl") and (not behind or key(behind[0]) != "van"):
        return Deed(" ".join(["me", *words[: at + 1], "voelen", *behind]))
    return Deed(" ".join([*words[: at + 1], "zijn", *behind]))


def _thing(words: Sequence[str], _role: Role) -> Reading | None:
    """“Een snel antwoord”, “Geen wachttijd”, “Duidelijke informatie”: what follows “ik wil” as it is."""
    text = " ".join(words)
    first = key(words[0])
    if _has_strange_verb(words):
        return None
    if first == "behoefte" and len(words) > 2 and key(words[1]) == "aan":
        return Thing(" ".join(words[2:]))
    relative = next((n for n, word in enumerate(words) if n and key(word) in ("die", "dat", "waar")), len(words))
    told = [
        n
        for n in range(relative + 1, len(words))
        if (form := verbs.finite(key(words[n]))) and form[1] in ("he", "past")
    ]
    if [n for n in told[1:] if key(words[n - 1]) != "en"] or "ik" in map(key, words[:relative]):
        return None
    if first in DETERMINERS | {"iets", "iemand", "alles", "niets", "niet", "ruim"} or first.isdecimal():
        known_first = first in ("niet", "het", "dit", "dat") and len(words) < 3
        ends_as_act = first == "het" and len(words) == 2 and verbs.infinitive(key(words[1]))
        return (
            Thing(text)
            if len(words) > 1 and not (known_first and first != "het") and not ends_as_act and first != "niet"
            else None
        )
    stop = next(
        (
            n
            for n, word in enumerate(words)
            if n and key(word) in PREPOSITIONS | {"die", "dat", "en", "of", "om", "waar"}
        ),
        len(words),
    )
    head = key(words[stop - 1])
    if first in PREPOSITIONS:
        return None
    if head in words_of("mass", "nl") or (
        head.endswith(("heid", "teit")) and not head.endswith(("mogelijkheid", "gelegenheid"))
    ):
        return Thing(text)
    if (
        all(key(word).endswith("e") or word == words[stop - 1] for word in words[:stop])
        and stop > 1
        and head.endswith(("en", "s"))
    ):
        return Thing(text)
    if stop == 1 and head in words_of("things", "nl"):
        return Thing(text)
    return (
        Thing(f"een {text}")
        if head in words_of("neuter", "nl") | words_of("common", "nl") or head.endswith(COMMON_ENDINGS)
        else None
    )


def _has_strange_verb(words: Sequence[str]) -> bool:
    """Whether a word that no list knows may be the verb of a clause: “de app zoemt”."""
    nouns = (
        words_of("mass", "nl")
        | words_of("common", "nl")
        | words_of("neuter", "nl")
        | words_of("persons", "nl")
        | _adjectives()
    )
    after = 1 if key(words[0]) in ("het", "dit", "dat", "iemand", "iets", "alles") else 2
    stop = next(
        (n for n, word in enumerate(words) if n and key(word) in PREPOSITIONS | {"die", "dat", "waar", "om"}),
        len(words),
    )
    return any(
        key(word) == "niet" or (key(word).endswith("t") and len(key(word)) > 3 and not key(word).endswith(tuple(nouns)))
        for word in words[after:stop]
    )


def _event(words: Sequence[str], _role: Role) -> Reading | None:
    if key(words[0]) == "dat" and len(words) > 2 and verbs.finite_joined(key(words[-1])):
        return Event(" ".join(words[1:]))
    return read_event(words)


_RULES: tuple[Callable[[Sequence[str], Role], Reading | None], ...] = (
    read_first, _infinitive_with_te, _event, _ordered, _going_on, _infinitive, _done, _state, _thing,
)  # fmt: skip
