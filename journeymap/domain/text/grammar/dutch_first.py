"""Dutch texts that begin with “ik”, or have it behind their verb: what the persona does, has, can and wants."""

from collections.abc import Sequence

from journeymap.domain.text.grammar import dutch_verbs as verbs
from journeymap.domain.text.grammar.dutch_lacks import is_trouble
from journeymap.domain.text.grammar.dutch_order import OBJECTS, PRONOUNS, behind_verbs, split_field, with_prefix
from journeymap.domain.text.grammar.readings import Deed, Event, Lack, Reading, Role, Thing, Unsure
from journeymap.domain.text.grammar.words import key, words_of

_PAST = (["gisteren"], ["eergisteren"], ["toen"], ["laatst"], ["vorige", "week"])
"""When it was: no part of what one wants."""
_DENIED = words_of("denied", "nl")
_WANTED = words_of("wanted", "nl")


def read_first(words: Sequence[str], role: Role) -> Reading | None:
    """“Ik bel de balie”, and “Daarna bel ik de balie”."""
    at = next((n for n, word in enumerate(words[:5]) if key(word) == "ik"), None)
    if at is None or len(words) < 2:
        return None
    if at == 0:
        return read_act(words[1], words[2:], role)
    if (
        at >= 2
        and verbs.finite(key(words[at - 1]))
        and at - 1 <= 3
        and key(words[0]) not in PRONOUNS | {"of", "dat", "wat", "waar", "hoe"}
    ):
        before = [] if [key(word) for word in words[: at - 1]] in _PAST else words[: at - 1]
        rest = words[at + 1 :]
        near = rest[:1] if rest and key(rest[0]) in OBJECTS and len(before) < 2 else []
        return read_act(words[at - 1], [*near, *before, *rest[len(near) :]], role)
    return None


def read_act(form: str, rest: Sequence[str], role: Role) -> Reading:
    """An act by its verb and what follows it: “bel” and “de balie”."""
    found = verbs.finite(key(form))
    if found is None:
        return Unsure("", statement=True)
    verb = found[0]
    if verb.infinitive in ("willen", "zullen") or (verb.infinitive == "moeten" and rest):
        return _wished([word for n, word in enumerate(rest) if not (n < 2 and key(word) in ("graag", "liever"))], role)
    middle, tail = split_field(rest)
    if special := _by_verb(verb.infinitive, middle, tail, role):
        return special
    if _is_complaint(verb, middle) or (
        verb.infinitive == "vinden" and not middle and key(rest[0] if rest else "") == "dat"
    ):
        return Unsure("", statement=True)
    if (at := _second(rest)) is not None:
        return _two_acts(verb, rest, at, role)
    verb, middle = with_prefix(verb, middle)
    if verb.infinitive == "afvragen" and len(middle) == 1 and tail:
        return Deed(" ".join(["weten", *tail]))  # “Ik vraag me af of …”
    return Deed(" ".join([*behind_verbs(verb, middle), *tail]))


def _by_verb(infinitive: str, middle: Sequence[str], tail: Sequence[str], role: Role) -> Reading | None:
    """What hopes, needs, thinks or looks for something, and “te horen krijgen”."""
    opening = key(tail[0] if tail else "")
    if infinitive == "voelen" and [key(word) for word in middle[:2]] in (["me", "een"], ["mij", "een"]):
        return Unsure("")  # “een nummer”, or “een koning”
    if infinitive == "verwachten" and middle:
        return Thing(" ".join([*middle, *tail]))
    if infinitive in ("hopen", "verwachten") and not middle and opening == "dat" and len(tail) > 2:
        return Event(" ".join(tail[1:]))
    if infinitive == "hebben" and {"vraag", "vragen"} & set(map(key, middle)) and "geen" not in map(key, middle):
        return Unsure("")
    if infinitive == "hebben" and "nodig" in map(key, middle):
        return _lack(middle, tail)
    if infinitive == "hebben" and [key(word) for word in middle[:2]] == ["behoefte", "aan"] and len(middle) > 2:
        return Lack(" ".join([*middle[2:], *tail]), " ".join(["ik heb", *middle, *tail]))
    if infinitive in ("denken", "geloven", "vermoeden", "aannemen") and opening == "dat":
        return Unsure("")
    if [key(word) for word in middle[:3]] == ["op", "zoek", "naar"] and len(middle) > 3:
        return read_act("zoek", [*middle[2:], *tail], role)
    if infinitive in ("krijgen", "komen") and opening == "te" and len(tail) > 1:
        return Deed(" ".join([*middle, *tail[:2], infinitive, *tail[2:]]))  # “te horen krijgen”
    return None


def _second(rest: Sequence[str]) -> int | None:
    """Where a second verb of the same subject is joined: “en wacht”, “, ga”."""
    for n, word in enumerate(rest[:-1]):
        if (key(word) in ("en", "maar", "want") or word.endswith(",")) and verbs.finite(key(rest[n + 1])):
            return n
    return None


def _two_acts(verb: verbs.Forms, rest: Sequence[str], at: int, role: Role) -> Reading:
    """“Ik bel de balie en wacht op antwoord”: two acts, where the second has a verb of the same kind."""
    second = verbs.finite(key(rest[at + 1]))
    listed = rest[at].endswith(",")
    if (key(rest[at]) != "en" and not listed) or second is None or second[1] not in ("i", "past", "he"):
        return Unsure("", statement=True)
    before = [*rest[:at], rest[at].rstrip(",")] if listed else rest[:at]
    one, other = (read_act(form, part, role) for form, part in ((verb.i, before), (second[0].i, rest[at + 2 :])))
    if isinstance(one, Deed) and isinstance(other, Deed):
        return Deed(f"{one.words}, {other.words}" if listed else f"{one.words} en {other.words}")
    return Unsure("", statement=True)


def _wished(rest: Sequence[str], role: Role) -> Reading:
    """What follows “ik wil”: already as it has to be."""
    if not rest:
        return Unsure("")
    if key(rest[0]) == "dat" and len(rest) > 2:
        return Event(" ".join(rest[1:]))
    if role == "need" or verbs.infinitive(key(rest[-1])):
        return Deed(" ".join(rest))
    return Thing(" ".join(rest))


def _lack(middle: Sequence[str], tail: Sequence[str]) -> Reading:
    at = [key(word) for word in middle].index("nodig")
    needed = [*middle[:at], *middle[at + 1 :], *tail]
    if not needed or key(middle[0]) in _DENIED or not middle[:at]:
        return Unsure("", statement=True)
    return Lack(" ".join(needed), " ".join(["ik heb", *middle, *tail]))


def _is_complaint(verb: verbs.Forms, middle: Sequence[str]) -> bool:
    """Whether it says what one cannot or does not get: nobody wishes for that."""
    if verb.infinitive in ("zijn", "voelen", "raken", "worden") and any(
        key(word) in words_of("pains", "nl") for word in middle
    ):
        return not any(key(word) in _DENIED for word in middle)
    if not any(key(word) in _DENIED for word in middle):
        return False
    if "geen" in map(key, middle) and is_trouble(key(middle[-1])):
        return False
    if verb.infinitive == "worden":
        done = next((found.infinitive for word in middle if (found := verbs.participle(key(word)))), "")
        return bool(done) and done not in words_of("unwanted", "nl")
    inner = verbs.infinitive(key(middle[-1])) if middle else None
    return verb.infinitive in _WANTED or bool(
        inner and inner.infinitive in _WANTED and verb.infinitive not in ("hoeven", "mogen")
    )
