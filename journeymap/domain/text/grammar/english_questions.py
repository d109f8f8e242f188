"""English questions: what one wants to know, in the order of a statement."""

from collections.abc import Sequence

from journeymap.domain.text.grammar import english_verbs as verbs
from journeymap.domain.text.grammar.english_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    PREPOSITIONS,
    SUBJECTS,
    WH,
    adjectives,
    is_adverb,
    is_person,
    is_plural,
)
from journeymap.domain.text.grammar.readings import Deed, Reading
from journeymap.domain.text.grammar.words import key

_PRONOUNS = SUBJECTS.keys() | {"i"}
_AGREED = {"am": "am", "is": "is", "are": "are", "was": "was", "were": "were"}


def read_question(words: Sequence[str], *, asked: bool) -> Reading | None:
    """“Have I got a place?” as “know whether I have a place”. `asked`: a question mark stands behind it.

    Where it is a question, but the order of its words is not certain, it stays as it was asked: “know: …?”.
    """
    words = [*words[:-1], words[-1].rstrip("?")] if words else []
    words = [
        word
        for n, word in enumerate(words)
        if word and not (n == 1 and key(word) == "not" and key(words[0]) in AUXILIARIES)
    ]
    if len(words) < 2:
        return None
    first = key(words[0])
    if first in WH and not asked and any(word.endswith(",") for word in words[:-1]):
        return None  # “When I arrive, I check in”
    if first in WH:
        return _by_word(words, asked=asked)
    if first in AUXILIARIES and (asked or _is_turned(words)):
        told = _straight(first, words[1:])
        return Deed(f"know whether {told}") if told else _as_asked(words)
    return _as_asked(words) if asked and len(words) > 2 else None


def _is_turned(words: Sequence[str]) -> bool:
    """Whether a subject follows the first verb: “Have I”, “Is the desk”, but not “Have a rest”."""
    first, second = key(words[0]), key(words[1])
    if first in HAVE | DO and first not in ("has", "does", "did"):
        return second in ("i", "we", "they", "you")
    return ((second in _PRONOUNS or second in DETERMINERS) and first != "will") or second == "i"


def _by_word(words: Sequence[str], *, asked: bool) -> Reading | None:
    """“Where is the desk?”, “What happens next?”, and “Where to park”, which needs no turning."""
    first = key(words[0])
    if first == "what" and key(words[1]) == "if" and len(words) > 3:
        return Deed(f"know what happens if {' '.join(words[2:])}")
    at = next((n for n, word in enumerate(words[1:5], 1) if key(word) in AUXILIARIES), None)
    small = [words[0].lower(), *words[1:]]
    if at is None or first in ("whether", "if"):
        if first == "if" and (
            any(word.endswith(",") for word in words) or key(words[1]) not in _PRONOUNS | DETERMINERS or len(words) < 4
        ):
            return None
        if (
            asked
            or first in ("who", "what", "which")
            or key(words[1]) in _PRONOUNS | DETERMINERS | {"to", "much", "many", "long", "far", "soon", "often"}
        ):
            return Deed(f"know {' '.join(small)}")
        return None
    if at > 1 and key(words[1]) in _PRONOUNS | DETERMINERS and first not in ("which", "what", "whose", "how"):
        return Deed(f"know {' '.join(small)}")  # “when the doctor is in”
    if at > 1 and key(words[1]) in _PRONOUNS:
        return Deed(f"know {' '.join(small)}")
    if first in ("who", "which", "what") and key(words[at]) not in BE | DO and not _starts_subject(words[at + 1 :]):
        return Deed(f"know {' '.join(small)}")  # “who can help me”
    if (
        first in ("who", "which", "what")
        and key(words[at]) in BE
        and key(words[at + 1 : at + 2][0] if words[at + 1 :] else "") in verbs.gerunds()
    ):
        return Deed(f"know {' '.join(small)}")  # “who is going to call me”
    asking = " ".join(small[:at])
    told = _straight(key(words[at]), words[at + 1 :], whole=key(words[at]) in BE)
    return Deed(f"know {asking} {told}") if told else _as_asked(words)


def _starts_subject(words: Sequence[str]) -> bool:
    return bool(words) and (
        key(words[0]) in _PRONOUNS or key(words[0]) in DETERMINERS or is_person(words[0]) or is_plural(words[0])
    )


def _straight(verb: str, rest: Sequence[str], *, whole: bool = False) -> str:
    """Subject before verb; “” where the subject’s end is not certain. `whole`: all of it may be the subject."""
    denied = key(rest[0]) == "not" if rest else False
    rest = rest[1:] if denied else rest
    nobody = denied and key(rest[0] if rest else "") in ("anyone", "anybody")
    if nobody:
        rest, denied = ["nobody", *rest[1:]], False
    split = _subject_end(verb, rest, whole=whole)
    if split is None:
        return ""
    subject, tail = list(rest[:split]), list(rest[split:])
    subject[0] = "I" if key(subject[0]) == "i" else subject[0]
    if verb in HAVE and tail[:1] == ["got"]:
        tail = tail[1:]
    if denied and subject == ["there"] and tail[:1] == ["any"]:
        return " ".join([*subject, verb, "no", *tail[1:]])
    if verb not in DO or denied:
        return " ".join([*subject, verb, *(["not"] if denied else []), *tail])
    if not tail:
        return ""
    if tail[0] == "not" or is_adverb(tail[0]):
        return " ".join([*subject, verb, *tail])
    base = key(tail[0])
    said = (
        {"do": base, "does": verbs.third_person(base), "did": verbs.past_of(base)}[verb]
        if base in verbs.bases()
        else f"{verb} {base}"
    )
    return " ".join([*subject, said, *tail[1:]])


def _subject_end(verb: str, rest: Sequence[str], *, whole: bool) -> int | None:
    if not rest:
        return None
    if key(rest[0]) in _PRONOUNS and not (
        key(rest[0]) in ("this", "that", "these", "those") and len(rest) > 1 and _is_noun(rest[1])
    ):
        return 1
    if whole and not _complement(rest):
        return len(rest)
    found = _complement(rest) if verb in BE else _verb_in(verb, rest)
    return found or None


def _is_noun(word: str) -> bool:
    return key(word) not in adjectives() | AUXILIARIES | PREPOSITIONS


def _complement(rest: Sequence[str]) -> int:
    """Where what is said of the subject begins: “open”, “called back”; 0 where that is not certain."""
    for at in range(1, len(rest)):
        known = key(rest[at])
        if key(rest[at - 1]) in DETERMINERS:
            continue
        if known in PREPOSITIONS and known in ("of", "for", "to", "with", "about"):
            return 0
        if (
            known in adjectives()
            or known in verbs.gerunds()
            or (known in verbs.participles() and known not in verbs.bases())
        ):
            return at
        if is_adverb(rest[at]) or known in PREPOSITIONS:
            return at
    return 0


def _verb_in(verb: str, rest: Sequence[str]) -> int:
    """Where the verb after the subject begins: “Does the doctor | know my file”."""
    forms = verbs.participles() if verb in HAVE else dict.fromkeys(verbs.bases(), "")
    for at in range(1, len(rest)):
        if key(rest[at]) in forms and key(rest[at - 1]) not in DETERMINERS:
            return at
    return 0


def _as_asked(words: Sequence[str]) -> Reading:
    small = words[0] if words[0].isupper() and len(words[0]) > 1 else words[0][:1].lower() + words[0][1:]
    return Deed(f"know: {' '.join([small, *words[1:]])}?")
