"""English texts that begin with “I”: what the persona does, is, has, can and wants."""

import re
from collections.abc import Callable, Sequence

from journeymap.domain.text.grammar import english_verbs as verbs
from journeymap.domain.text.grammar.english_clauses import read_event
from journeymap.domain.text.grammar.english_words import CAN, MODALS, based, is_adverb, is_person, is_plural
from journeymap.domain.text.grammar.readings import Deed, Event, Reading, Role, Thing, Unsure
from journeymap.domain.text.grammar.words import key, words_of

_ACTS = 8
"""More acts in one text are not read."""

Read = Callable[[Sequence[str], Role], Reading]


def read_first(words: Sequence[str], role: Role, read: Read) -> Reading | None:
    """“I call …”, “I was called …”, “I need …”; `read` reads what follows “I want”."""
    if len(words) < 2 or words[0] not in ("I", "i"):
        return None
    at = 1
    while at < len(words) - 1 and is_adverb(words[at]) and key(words[at]) != "not":
        at += 1
    before, known, rest = words[1:at], key(words[at]), words[at + 1 :]
    if known in ("and", "or", "but") or (known == "used" and key(rest[0] if rest else "") == "to"):
        return Unsure("")
    if known in ("feel", "felt") and [key(word) for word in rest[:1]] == ["like"]:
        return Unsure("")
    if known in ("think", "guess", "suppose", "believe", "assume", "thought", "guessed") and _is_clause(rest):
        return Unsure("")
    if not rest and known in ("am", "was", *CAN, *MODALS):
        return Unsure("")
    if words[at].endswith(",") and rest and key(rest[0]) not in verbs.bases() | verbs.pasts().keys():
        return Unsure("")  # “I call, the nurse answers”
    found = _first_by(known, before, rest, role, read)
    return _as_typed(found, words[at], alone=not before) if isinstance(found, Deed) else found


def _as_typed(found: Deed, verb: str, *, alone: bool) -> Deed:
    """The act with its verb's capitals and comma: “WhatsApp my sister”, “call, wait and ask”."""
    said = _WONDERED.sub("know ", found.words)
    if verb.endswith(","):
        one, _, others = said.partition(" ")
        said = f"{one}, {others}" if alone and others else said
    if any(map(str.isupper, verb[1:])):
        said = said.replace(key(verb), verb, 1)
    return Deed(said, found.negated)


_WONDERED = re.compile(r"^(?:wonder|ask myself) (?=(?:what|where|when|who|which|why|how|whether|if)\b)")


def _is_clause(rest: Sequence[str]) -> bool:
    return len(rest) > 1 and (key(rest[0]) == "that" or read_event(rest) is not None)


def _first_by(known: str, before: Sequence[str], rest: Sequence[str], role: Role, read: Read) -> Reading:
    wish = _wish(known, rest, role, read)
    if wish:
        return wish
    if known in CAN:
        return _able(known, before, rest, role)
    if known == "prefer" and key(rest[0] if rest else "") == "to" and len(rest) > 1:
        return act(rest[1:])
    if known in MODALS:
        return act([*before, *rest])
    if known in ("do", "did") and rest and key(rest[0]) == "not":
        return _denied([*before, *rest[1:]], role)
    if known in ("am", "was"):
        return _being(before, rest)
    if known in ("have", "had", "has") and rest:
        return _having(before, rest)
    return _doing(known, before, rest)


def _wish(known: str, rest: Sequence[str], role: Role, read: Read) -> Reading | None:
    """“I want to …”, “I would like …”, “I need …”: what is wished for."""
    if known == "would" and rest and key(rest[0]) in ("like", "love", "prefer", "rather"):
        if key(rest[0]) == "rather":
            return act(rest[1:])
        rest = rest[1:]
    elif known in ("do", "did") and [key(word) for word in rest[:2]] == ["not", "want"]:
        wanted = read(rest[2:], role)
        if isinstance(wanted, Deed):
            return Deed(wanted.words, negated=not wanted.negated)
        return Deed(f"have {wanted.words}", negated=True) if isinstance(wanted, Thing) else Unsure("", statement=True)
    elif known not in ("want", "wanted", "need", "needed", "wish", "hope"):
        return None
    if not rest:
        return Unsure("")
    if key(rest[0]) == "to":
        return act(rest[1:])
    if key(rest[0]) == "that":
        return read(rest[1:], role)
    if known == "hope":
        found = read(rest, "need")
        return found if isinstance(found, Event) else Unsure("")
    return somebody_to(rest) or _wanted(rest, read)


def _wanted(rest: Sequence[str], read: Read) -> Reading:
    found = read(rest, "need")
    if isinstance(found, Deed) and found.words.split()[0] != "be" and key(rest[0]) in verbs.bases():
        return Thing(" ".join(rest))  # “I need help”: a verb does not follow these without “to”
    if isinstance(found, Unsure):
        return found if found.statement else Thing(" ".join(rest))
    return found


def somebody_to(rest: Sequence[str]) -> Reading | None:
    """“I want the doctor to call me”: somebody else acts."""
    for n, word in enumerate(rest[1:6], 1):
        if key(word) == "to" and n + 1 < len(rest):
            if (
                is_person(rest[n - 1])
                or key(rest[n - 1]) in ("them", "him", "her", "us", "it", "you", "someone", "somebody")
                or rest[n + 1] == "be"
            ):
                who, base, tail = " ".join(rest[:n]), key(rest[n + 1]), " ".join(rest[n + 2 :])
                subject = {"them": "they", "him": "he", "her": "she", "us": "we"}.get(who, who)
                many = is_plural(subject.split()[-1])
                says = {"be": "are" if many else "is"}.get(base, base if many else verbs.third_person(base))
                return Event(f"{subject} {says} {tail}".strip(), who, f"{base} {tail}".strip())
            return None
    return None


def _able(known: str, before: Sequence[str], rest: Sequence[str], role: Role) -> Reading:
    """“I can see …”; what one cannot do is a pain, except where it is said as a need: “I cannot get lost”."""
    if known == "cannot" or key(rest[0]) == "not":
        tail = rest[1:] if key(rest[0]) == "not" else rest
        if [key(word) for word in tail[:2]] == ["wait", "to"] and len(tail) > 2:
            return act(tail[2:])  # “I can't wait to go”
        if [key(word) for word in tail[:2]] == ["wait", "for"]:
            return Unsure("")
        if role == "moment" or (
            key(tail[0]) in words_of("wanted", "en") and key(tail[-1]) not in ("lost", "stuck", "hurt")
        ):
            return Unsure("", statement=True)
        return Deed(" ".join(["be able to", *tail]), negated=True)
    if key(rest[0]) == "be":
        return act([*before, *rest])
    return Deed(" ".join([*before, "be able to", *rest]))


def _denied(rest: Sequence[str], _role: Role) -> Reading:
    known = next((key(word) for word in rest if not is_adverb(word)), "")
    if known == "have" and [key(w) for w in rest[1:2]] == ["to"]:
        return Deed(" ".join(rest), negated=True)
    if known == "need":
        return Deed(" ".join(["have", *rest[1:]]) if rest[1:2] == ["to"] else " ".join(rest), negated=True)
    bad = [key(word) for word in rest[1:2]] in (
        ["lost"],
        ["stuck"],
        ["hurt"],
        ["confused"],
        ["bored"],
        ["tired"],
        ["sick"],
        ["angry"],
    )
    return (
        Unsure("", statement=True)
        if (known in words_of("wanted", "en") and not bad) or not known
        else Deed(" ".join(rest), negated=True)
    )


def _being(before: Sequence[str], rest: Sequence[str]) -> Reading:
    if key(rest[0]) == "not" and len(rest) > 1:
        return not_being([*before, *rest[1:]])
    if key(rest[0]) == "going" and rest[1:2] == ["to"] and len(rest) > 2:
        return act(rest[2:])
    if is_pain(rest):
        return Unsure("", statement=True)
    if doing := verbs.gerunds().get(key(rest[0])):
        tail = based(rest[1:], verbs.gerunds())
        return Unsure("") if tail is None else Deed(" ".join([*before, doing, *tail]))
    return Deed(" ".join([*before, "be", *rest]))


def is_pain(words: Sequence[str]) -> bool:
    """Whether it is how nobody wants to be: “very worried”, “lost”."""
    return next((key(word) for word in words if not is_adverb(word)), "") in words_of("pains", "en")


def not_being(words: Sequence[str]) -> Reading:
    """“I am not rushed” is a wish, “I am not called back” a pain."""
    done = next((verbs.participles()[key(word)] for word in words[:2] if key(word) in verbs.participles()), "")
    if done and done not in words_of("unwanted", "en"):
        return Unsure("", statement=True)
    if next((key(word) for word in words if not is_adverb(word)), "") in words_of("feelings", "en"):
        return Unsure("", statement=True)
    return Deed(" ".join(["be", *words]), negated=True)


def _having(before: Sequence[str], rest: Sequence[str]) -> Reading:
    if key(rest[0]) == "to" and len(rest) > 1:
        return act([*before, *rest[1:]])
    if key(rest[0]) == "not":
        return Unsure("", statement=True)
    if "question" in map(key, rest[:3]):
        return Unsure("")
    if key(rest[0]) == "been" and len(rest) > 1 and (doing := verbs.gerunds().get(key(rest[1]))):
        return Deed(" ".join([*before, doing, *rest[2:]]))
    return Deed(" ".join([*before, "have", *rest]))


def _doing(known: str, before: Sequence[str], rest: Sequence[str]) -> Reading:
    """“I call …” as it is, “I called …” in the base form."""
    if "never" in map(key, before) and (
        known in words_of("wanted", "en") or verbs.pasts().get(known) in words_of("wanted", "en")
    ):
        return Unsure("", statement=True)
    if known in verbs.bases() and not (known in verbs.pasts() and known not in verbs.third_persons().values()):
        tail = _joined_again(rest)
        return Unsure("", statement=True) if tail is None else Deed(" ".join([*before, known, *tail]))
    if verbs.pasts().get(known, known) in ("feel", "get", "become") and is_pain(rest):
        return Unsure("", statement=True)
    if base := verbs.pasts().get(known):
        tail = based(rest, verbs.pasts())
        return Unsure("", statement=True) if tail is None else Deed(" ".join([*before, base, *tail]))
    if known.isalpha() and not known.endswith(("ed", "ing", "s")):
        return Deed(" ".join([*before, known, *rest]))
    return Unsure("", statement=True)


def _joined_again(rest: Sequence[str]) -> list[str] | None:
    """What follows, without the “I” of a second verb: “and I wait”. None where the second is another sentence."""
    if sum(key(word) in ("and", "then") or word.endswith(",") for word in rest) > _ACTS:
        return None
    text = re.sub(r"\b(and|and then|then) I (?=(\w+))", r"\1 ", " ".join(rest))
    words = text.split()
    if any(
        (key(word) in ("and", "then") or word.endswith(",")) and isinstance(read_event(words[n + 1 :]), Event)
        for n, word in enumerate(words)
    ):
        return None
    for joined in re.finditer(r"\b(?:and|then) I (\w+)", " ".join(rest)):
        if joined[1].lower() not in verbs.bases():
            return None
    if re.search(r"\bbut\b", text) or re.search(r"\b(?:and|then) (?:he|she|they|we|it|you|nobody|nothing)\b", text):
        return None
    return text.split()


def act(words: Sequence[str]) -> Reading:
    """What follows “to”."""
    if not words:
        return Unsure("")
    if key(words[0]) == "not" and len(words) > 1:
        return Deed(" ".join(words[1:]), negated=True)
    if key(words[0]) == "able" and len(words) > 2:
        return Deed(" ".join(["be", *words]))
    return Deed(" ".join(words))
