"""Dutch texts read by their form: infinitive, “ik …”, clause, question, imperative, participle, thing."""

from collections.abc import Callable, Sequence

from journeymap.domain.text.grammar import dutch_verbs as verbs
from journeymap.domain.text.grammar.dutch_clauses import read_event
from journeymap.domain.text.grammar.dutch_complaints import complains
from journeymap.domain.text.grammar.dutch_first import read_act, read_first
from journeymap.domain.text.grammar.dutch_order import (
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    split_field,
    straight,
)
from journeymap.domain.text.grammar.dutch_questions import read_question
from journeymap.domain.text.grammar.dutch_states import ADJECTIVES, read_done, read_state
from journeymap.domain.text.grammar.dutch_things import read_thing
from journeymap.domain.text.grammar.own_name import behind_name, told_by_me
from journeymap.domain.text.grammar.readings import Deed, Event, Reading, Role, Unsure
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


def goes_badly(text: str, role: Role, persona: str = "") -> bool:
    """Whether the text is a complaint, in whatever form."""
    if text.endswith("?") or read_question(text.split(), asked=False):
        return False
    return complains(_without_persona(text, persona) or text.split(), role)


def straightened(clause: str) -> str:
    """“ik zekerheid nodig heb”, as it stands behind “omdat”, as a sentence; “” where it cannot be one."""
    words = straight(clause.split())
    return " ".join(words) if words else ""


def is_act(word: str) -> bool:
    """Whether the word is a verb as it stands with “ik”."""
    found = verbs.finite(key(word))
    return found is not None and found[1] in ("i", "past")


def ends_with_verb(clause: str) -> bool:
    """Whether the clause stands as behind “dat”: its verb at the end."""
    words = clause.split()
    return len(words) > 2 and verbs.finite_joined(key(words[-1])) is not None


def _without_persona(text: str, persona: str) -> list[str] | None:
    """The words, with “ik” for the persona; None where it would be spoken of as somebody else."""
    found = behind_name(text, persona, "nl")
    if not found:
        return text.split()
    rest, of_theirs = found
    if of_theirs:
        return ["mijn", *rest]
    form = verbs.finite(key(rest[0]))
    if form is None or form[1] not in ("he", "i", "past"):
        return text.split()
    told = told_by_me(rest, "nl", _is_someone)
    if told is None:
        return None
    rest = told
    return ["ik", rest[0], *_reflexive(rest[1:])]


def _reflexive(words: Sequence[str]) -> list[str]:
    """The words with “me” for “zich”, but not in a clause about somebody else: “iemand die zich vergist”."""
    others = {"die", "dat", "wat", "wie", "of", "hoe", "iemand"} - {key(word) for word in words[:1]}
    end = next((n for n, word in enumerate(words) if n and key(word) in others), len(words))
    if words and key(words[0]) in ("iemand", "kinderen", "mensen"):
        return list(words)
    return [*_of_me(words[:end]), *words[end:]]


def _is_someone(word: str) -> bool:
    known = key(word)
    return known in words_of("persons", "nl") | words_of("kin", "nl") or (word[:1].isupper() and not word.isupper())


def _of_me(words: Sequence[str]) -> list[str]:
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
    if found is None or found[1] not in ("i", "he") or known in DETERMINERS:
        return None
    asks = known == "vraag" and len(words) > 1 and key(words[1]) in DETERMINERS | {"om"} | words_of("mass", "nl")
    asks = asks or (len(words) > 1 and key(words[1]) in _ARTICLES)
    if known in words_of("mass", "nl") | words_of("common", "nl") | words_of("neuter", "nl") and not asks:
        return None
    follows = verbs.infinitive(key(words[1])) if len(words) > 1 else None
    if (
        follows
        and found[0].infinitive not in words_of("cluster_with_infinitive", "nl")
        and key(words[1]) not in _THINGS
    ):
        return None  # “Lunch eten”
    if known in words_of("prefixes", "nl") and not (asks and known == "open"):
        return None
    if not asks and (known in ADJECTIVES or verbs.participle(known)):
        return None
    if len(words) < 2 or (key(words[1]) in ("van", "en", "over") and known in _NOUNS):
        return None
    if known in _NOUNS and not asks and key(words[1]) not in DETERMINERS | PRONOUNS | {"me", "mij"}:
        return None
    if any(key(word) in ("haar", "zijn", "hij", "ze", "hun") for word in words[1:]) and found[1] == "he":
        return Unsure("", statement=True)
    return read_act(words[0], _reflexive(words[1:]), role)


_ARTICLES = frozenset({"de", "het", "een", "mijn", "je", "jouw", "onze", "ons", "deze", "dit", "die"})
_THINGS = words_of("things", "nl")
_NOUNS = words_of("also_things", "nl")


def _going_on(words: Sequence[str], _role: Role) -> Reading | None:
    """“Wachtend op de bus”."""
    known = key(words[0])
    verb = verbs.infinitive(known[:-1]) if known.endswith("end") else None
    if len(words) > 1 and key(words[1]) not in PREPOSITIONS | DETERMINERS | PRONOUNS:
        return None  # “volgend jaar”
    return (
        Deed(" ".join([*words[1:], verb.infinitive] if len(words) == 1 else [verb.infinitive, *words[1:]]))
        if verb
        else None
    )


def _infinitive(words: Sequence[str], _role: Role) -> Reading | None:
    """“De balie bellen”, “Bellen om een afspraak te maken”, “Gehoord worden”."""
    words = _felt(_reflexive(words))
    middle, _ = split_field(words)
    if _finite_behind(middle):
        return Unsure("")
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


def _felt(words: list[str]) -> list[str]:
    """“veilig voelen”, “je veilig voelen” with “me”."""
    known = [key(word) for word in words]
    verb = verbs.infinitive(known[-1])
    if known[0] == "je" and len(words) > 1 and verb and verb.infinitive in words_of("reflexive", "nl"):
        return ["me", *words[1:]]
    how = words_of("moods", "nl") | words_of("feelings", "nl") | ADJECTIVES | _ADVERBS | {"en", "minder", "meer"}
    if known[-1] == "voelen" and len(words) > 1 and all(w in how or verbs.participle(w) for w in known[:-1]):
        return ["me", *words]
    return words


def _finite_behind(middle: Sequence[str]) -> bool:
    """Whether an infinitive is the subject of another verb: “Inloggen werkt”."""
    seen = False
    for at, word in enumerate(middle):
        known, before = key(word), key(middle[at - 1]) if at else ""
        form = verbs.finite(known)
        if (
            seen
            and form
            and form[1] == "he"
            and before not in DETERMINERS | PREPOSITIONS
            and known not in _NOUNS | words_of("also_nouns", "nl") | ADJECTIVES
        ):
            return True
        seen = seen or bool(verbs.infinitive(known))
    return False


def _turned(words: Sequence[str], _role: Role) -> Reading | None:
    """“Na de lunch voeren we de eendjes”, “Laten we gaan”: the verb stands before its subject."""
    known = [key(word) for word in words]
    if known[:2] == ["laten", "we"] and len(words) > 2:
        return Event(" ".join(words[1:]))
    if known[0] in words_of("clauses", "nl") | words_of("wh", "nl") | PRONOUNS - {"het"}:
        return None
    for at in range(1, min(len(words) - 1, 8)):
        if known[at + 1] in ("we", "wij", "ze", "zij", "hij", "jullie") and verbs.finite(known[at]):
            first = words[0] if words[0].isupper() else words[0][:1].lower() + words[0][1:]
            before, rest = [first, *words[1:at]], words[at + 2 :]
            near = rest[:1] if rest and key(rest[0]) in OBJECTS else []
            found = read_event([words[at + 1], words[at], *near, *before, *rest[len(near) :]])
            return found if isinstance(found, Event) else Unsure("", statement=True)
    return None


def _event(words: Sequence[str], _role: Role) -> Reading | None:
    if key(words[0]) == "dat" and len(words) > 2 and any(verbs.finite_joined(key(word)) for word in words[2:]):
        return Event(" ".join(words[1:]))
    return read_event(words)


_RULES: tuple[Callable[[Sequence[str], Role], Reading | None], ...] = (
    read_first, _turned, _infinitive_with_te, _event, _ordered, _going_on, _infinitive,
    read_done, read_state, read_thing,
)  # fmt: skip
