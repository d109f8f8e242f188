"""English texts read by their form: infinitive, “I …”, gerund, participle, third person, clause, question, thing."""

from collections.abc import Callable, Sequence

from journeymap.domain.text.grammar import english_verbs as verbs
from journeymap.domain.text.grammar.english_clauses import read_event
from journeymap.domain.text.grammar.english_complaints import complains
from journeymap.domain.text.grammar.english_first import act, not_being, read_first, somebody_to
from journeymap.domain.text.grammar.english_forms import spelled_out
from journeymap.domain.text.grammar.english_imperatives import read_base
from journeymap.domain.text.grammar.english_order import in_order
from journeymap.domain.text.grammar.english_participles import (
    is_bare,
    read_gerund,
    read_ongoing,
    read_participle,
    read_third,
)
from journeymap.domain.text.grammar.english_questions import read_question
from journeymap.domain.text.grammar.english_things import read_thing
from journeymap.domain.text.grammar.english_words import (
    CAN,
    DETERMINERS,
    MODALS,
    PARTICLES,
    PREPOSITIONS,
    WH,
    adjectives,
    based,
    is_adverb,
    is_plural,
    is_someone,
)
from journeymap.domain.text.grammar.own_name import behind_name, told_by_me
from journeymap.domain.text.grammar.readings import Deed, Event, Reading, Role, Thing, Unsure
from journeymap.domain.text.grammar.words import key, words_of


def read(text: str, role: Role, persona: str = "") -> Reading:
    """Which form the text has. `persona`: whoever does the act where the text says so."""
    whole = text
    text = spelled_out(text)
    if question := read_question(text.split(), asked=text.endswith("?")):
        return question
    text = text.rstrip(" ?")
    words = _without_persona(text, persona)
    if words is None:
        return Unsure(whole)
    words = in_order(words)
    for rule in _RULES:
        if found := rule(words, role):
            return Unsure(whole, statement=found.statement) if isinstance(found, Unsure) else found
    return Unsure(whole)


def goes_badly(text: str, role: Role, persona: str = "") -> bool:
    """Whether the text is a complaint, in whatever form."""
    text = spelled_out(text)
    if text.endswith("?") or read_question(text.split(), asked=False):
        return False
    return complains(in_order(_without_persona(text, persona) or text.split()), role)


def read_rest(words: Sequence[str], role: Role) -> Reading:
    """What follows “I want”, “I need” or “so that”."""
    for rule in _RULES:
        if found := rule(words, role):
            return found
    return Unsure(" ".join(words))


def _without_persona(text: str, persona: str) -> list[str] | None:
    """The words, with “I” for the persona; None where it would be spoken of as somebody else."""
    words = text.split()
    found = behind_name(text, persona, "en")
    if found is None:
        return words
    rest, of_theirs = found
    if of_theirs:
        return ["my", *rest]
    said = told_by_me(rest, "en", is_someone)
    if said is None:
        return None
    told = _first_person(said)
    return ["I", *told] if told else words


def _first_person(words: list[str]) -> list[str] | None:
    """“is called back” as it stands after “I”; None where no verb follows that the persona could do."""
    at = next((n for n, word in enumerate(words) if not is_adverb(word)), 0)
    known = key(words[at])
    instead = {"is": "am", "has": "have", "does": "do"}.get(known) or verbs.third_persons().get(known)
    if instead is None:
        return words if known in verbs.pasts() or known in CAN | MODALS or known in ("did", "had", "was") else None
    rest = based(words[at + 1 :], verbs.third_persons())
    return [*words[:at], instead, *(words[at + 1 :] if rest is None else rest)]


def _first(words: Sequence[str], role: Role) -> Reading | None:
    return read_first(words, role, read_rest)


def _infinitive(words: Sequence[str], _role: Role) -> Reading | None:
    opening = " ".join(words[:3]).casefold()
    for start in ("in order to ", "so as to ", "to "):
        if f"{opening} ".startswith(start) and len(words) > len(start.split()):
            rest = words[len(start.split()) :]
            return act(rest) if key(rest[0]) not in DETERMINERS else None
    return None


def _without(words: Sequence[str], role: Role) -> Reading | None:
    """“No waiting”, “Not having to wait”, “Not wait”, “No surprises”."""
    known = key(words[0])
    if known == "do" and len(words) > 2 and key(words[1]) == "not":
        known, words = "not", words[1:]
    if known not in ("no", "not") or len(words) < 2:
        return None
    if known == "no" and key(words[1]) == "longer":
        return _no_longer(words)
    if key(words[1]) == "more" and len(words) > 2:
        return _without([words[0], *words[2:]], role)
    if key(words[1]) in ("having", "needing") and words[2:3] == ["to"] and len(words) > 3:
        return Deed(" ".join(["have", *words[2:]]), negated=True)
    return _no(words) if known == "no" else _not(words)


def _no_longer(words: Sequence[str]) -> Reading:
    how = key(words[2]) if len(words) > 2 else ""
    said = how in adjectives() | verbs.participles().keys() | words_of("pains", "en")
    return Deed(" ".join(["be", *words])) if said else Unsure("")


def _no(words: Sequence[str]) -> Reading:
    doing = verbs.gerunds().get(key(words[1]))
    if doing is None or (len(words) > 2 and is_bare(words[2]) and is_plural(words[-1])):
        return Thing(" ".join(["no", *words[1:]]))
    if len(words) > 2 and is_bare(words[2]):
        return Unsure("")
    return Deed(" ".join(["have to", doing, *words[2:]]), negated=True)


def _not(words: Sequence[str]) -> Reading | None:
    second, rest = key(words[1]), words[2:]
    doing = verbs.gerunds().get(second)
    if doing == "be" and rest:
        return not_being(rest)
    if second == "to" and rest:
        return Deed(" ".join(rest), negated=True)
    if doing:
        return Deed(" ".join([doing, *rest]), negated=True)
    if second in verbs.bases():
        return Deed(" ".join(words[1:]), negated=True)
    if second in adjectives() - words_of("feelings", "en") - words_of("pains", "en"):
        return Event(" ".join(["it is", *words]), "it", " ".join(["be", *words[1:]]), negated=True)
    if second in adjectives() | verbs.participles().keys() | PREPOSITIONS:
        return Deed(" ".join(["be", *words[1:]]), negated=True)
    return Unsure("") if second in DETERMINERS else None


def _state(words: Sequence[str], _role: Role) -> Reading | None:
    """“Safe”, “Sure about the amount”, “Well informed”: what one wants to be."""
    at = 0
    if "/".join(key(word) for word in words[:2]) in words_of("standing", "en") or [key(word) for word in words[:2]] == [
        "part",
        "of",
    ]:
        return (
            Deed(" ".join(["be", *words])) if len(words) > 1 and key(words[-1]) not in PREPOSITIONS | {"to"} else None
        )
    while at < len(words) - 1 and is_adverb(words[at]):
        at += 1
    known, rest = key(words[at]), words[at + 1 :]
    to_act = len(rest) > 1 and key(rest[0]) == "to" and key(rest[1]) in verbs.bases()
    if at == 0 and to_act and known in adjectives() - words_of("feelings", "en"):
        return Event(" ".join(["it is", *words]), "it", " ".join(["be", *words]))  # “easy to find”
    if known not in words_of("feelings", "en") or (known in PREPOSITIONS | PARTICLES and known != "home"):
        return None
    if not rest or key(rest[0]) in PREPOSITIONS | {"that", "and", "or", "enough"} | WH or is_adverb(rest[0]):
        if any(key(word) in ("and", "or") for word in rest[:1]) and not _is_state(rest[1:]):
            return None
        return Deed(" ".join(["be", *words]))
    return None


def _is_state(words: Sequence[str]) -> bool:
    found = [key(word) for word in words if not is_adverb(word)]
    return (
        bool(found)
        and (found[0] in adjectives() or found[0] in verbs.participles())
        and (len(found) == 1 or found[1] in PREPOSITIONS | {"that", "and", "or"})
    )


def _somebody(words: Sequence[str], _role: Role) -> Reading | None:
    """“The doctor to know me”."""
    return somebody_to(words) if len(words) > 3 and key(words[0]) in DETERMINERS - {"no"} else None


def _event(words: Sequence[str], _role: Role) -> Reading | None:
    if key(words[0]) == "that" and isinstance(found := read_event(words[1:]), Event):
        return found
    return read_event(words)


def _place(words: Sequence[str], role: Role) -> Reading | None:
    """“At the gate”, “On the way home”: where one is."""
    known = [key(word) for word in words]
    if role != "moment" or not 3 <= len(words) <= 8 or known[1] not in ("the", "my", "our"):
        return None
    if len(words) > 5 and known[2] != "way":
        return None
    way = known[0] == "on" and known[2] == "way"
    if not way and (known[0] not in ("at", "outside", "inside") or set(known[2:]) & words_of("times", "en")):
        return None
    return Deed(" ".join(["be", *words]))


def _thing(words: Sequence[str], _role: Role) -> Reading | None:
    return read_thing(words)


_RULES: tuple[Callable[[Sequence[str], Role], Reading | None], ...] = (
    _first, _infinitive, _without, read_base, _somebody, _event, read_ongoing, read_gerund,
    read_participle, read_third, _state, _place, _thing,
)  # fmt: skip
