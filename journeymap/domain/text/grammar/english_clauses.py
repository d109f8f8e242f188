"""English clauses about somebody or something else: “The doctor explains the result”."""

from collections.abc import Sequence

from journeymap.domain.text.grammar import english_verbs as verbs
from journeymap.domain.text.grammar.english_subjects import TITLES, subject_of
from journeymap.domain.text.grammar.english_words import (
    AUXILIARIES,
    BE,
    CAN,
    CLAUSES,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    RELATIVE,
    SUBJECTS,
    adjectives,
    based,
    is_adverb,
    is_person,
    is_plural,
    opens_object,
)
from journeymap.domain.text.grammar.readings import Event, Reading, Unsure
from journeymap.domain.text.grammar.words import key, words_of

_PERSONAL = words_of("personal", "en")
_SUBJECT_WORDS = 20
"""So many words into a text its verb is looked for."""
_STAYING = ("stay", "feel", "look", "remain", "get")
_COLLECTIVES = words_of("collectives", "en")
_PLURAL_PRONOUNS = ("people", "both", "they", "we")


def read_event(words: Sequence[str]) -> Reading | None:
    """A clause with a subject of its own; Unsure where it is one, but not one to turn into a wish."""
    at = _finite(words)
    if at is None:
        return None
    who = subject_of(words[:at])
    verb = at
    while verb < len(words) - 1 and is_adverb(words[verb]):
        verb += 1
    if who is None:
        return Unsure("")
    if key(words[0]) not in DETERMINERS and who[0].startswith("the ") and _is_telegram(words[verb:]):
        return Unsure("")  # “Driver rings bell”
    return _told(who, words[:at], words[at:verb], key(words[verb]), words[verb + 1 :])


def _is_telegram(told: Sequence[str]) -> bool:
    """Whether the thing something is done to has lost its article, too."""
    rest = told[1:]
    if (
        len(rest) != 1
        or key(told[0]) in AUXILIARIES
        or rest[0][:1].isupper()
        or is_plural(rest[0])
        or is_adverb(rest[0])
    ):
        return False
    known = key(rest[0])
    other = (
        PREPOSITIONS | words_of("particles", "en") | words_of("mass", "en") | adjectives() | words_of("objects", "en")
    )
    return known not in other | verbs.participles().keys() | verbs.gerunds().keys() | words_of("pains", "en")


def _told(
    who: tuple[str, str], subject: Sequence[str], before: Sequence[str], known: str, rest: Sequence[str]
) -> Reading:
    if key(subject[0]) in ("nobody", "nothing", "no-one") or _is_bad(rest) or _fails(known, [*before, *rest]):
        return Unsure("", statement=True)
    if known in BE and rest and key(rest[-1]) in ("low", "high"):
        return Unsure("")  # a price may well be low, a battery not
    many = (is_plural(subject[-1]) and key(subject[0]) not in ("it", "this", "that")) or "and" in map(key, subject)
    negated = bool(rest) and key(rest[0]) == "not"
    tail = list(rest[1:] if negated else rest)
    if known == "cannot" or (known in CAN and negated) or (known in AUXILIARIES and not rest):
        return Unsure("", statement=True)
    adverbs = " ".join(before)
    if known in AUXILIARIES:
        base, said = _by_auxiliary(known, tail, many=many, negated=negated)
    else:
        forms = (
            verbs.third_persons() if known in verbs.third_persons() else verbs.pasts() if known in verbs.pasts() else {}
        )
        joined = based(tail, forms) if forms else tail
        if joined is None:
            return Unsure("", statement=True)
        base = " ".join([forms.get(known, known), *joined])
        now = _now(known, base, tail, forms, many=many)
        if now is None:
            return Unsure("", statement=True)
        said = now
    base = f"{adverbs} {base}".strip()
    base = f"never be {base[9:]}" if base.startswith("be never ") else base
    said = f"{adverbs} {said}".strip()
    return Event(f"{who[0]} {said}", who[1], base, negated)


def _is_bad(rest: Sequence[str]) -> bool:
    """Whether the clause tells of something that goes badly: “late”, “full”, or that does not come."""
    words = [key(word) for word in rest]
    ill = words_of("pains", "en") | words_of("bad", "en")
    if words[:3] == ["not", "have", "to"] or (
        words[:1] in (["not"], ["never"]) and (set(words[1:4]) & ill or words[1:2] == ["too"])
    ):
        return False
    if words[:1] == ["not"]:
        return (bool(words[1:]) and words[1] in words_of("wanted", "en") | _HELPFUL) or words[1:2] == ["available"]
    return bool(words) and (
        words[-1] in words_of("bad", "en")
        or (words[0] in ("too", "very") and words[1:2] != [] and words[1] in words_of("bad", "en"))
    )


def _fails(known: str, rest: Sequence[str]) -> bool:
    """Whether something goes wrong: “fails”, “is cancelled”, “has been rejected”; not “never fails”."""
    if any(key(word) == "never" for word in rest[:1]):
        return False
    failing, told = words_of("failing", "en"), [key(word) for word in rest if not is_adverb(word)]
    done = told[1:] if told[:1] == ["been"] else told
    return (known in failing and known not in BE) or (known in BE | HAVE and bool(done) and done[0] in failing)


_HELPFUL = words_of("helpful", "en")


def _now(known: str, base: str, tail: list[str], forms: dict[str, str], *, many: bool) -> str | None:
    """The verb in the present: “explained” becomes “explains”."""
    if known not in verbs.pasts() or known in verbs.third_persons():
        return " ".join([known, *tail])
    if base.split()[1:] != tail:
        return None
    lemma = forms[known]
    return " ".join([lemma if many else verbs.third_person(lemma), *tail])


def _by_auxiliary(known: str, tail: list[str], *, many: bool, negated: bool) -> tuple[str, str]:
    """Base form and present of a clause with is, has, does, can or will."""
    rest = " ".join(tail)
    no = " not" if negated else ""
    if known in BE:
        return f"be {rest}", f"{'are' if many else 'is'}{no} {rest}"
    if known in HAVE and tail[:1] == ["to"] and len(tail) > 1:
        return " ".join(tail[1:]), f"{'have' if many else 'has'}{no} {rest}"
    if known in HAVE:
        return f"have {rest}", f"{'have' if many else 'has'}{no} {rest}"
    if known in DO and not negated and not (tail and key(tail[0]) in verbs.bases()):
        return f"do {rest}", f"{'do' if many else 'does'} {rest}"  # “kids do the treasure hunt”
    if known in DO:
        return rest, f"{'do' if many else 'does'}{no} {rest}"
    if known in MODALS:
        return rest, f"{known}{no} {rest}"
    return (rest if rest.startswith("be ") else f"be able to {rest}"), f"can {rest}"


def _finite(words: Sequence[str]) -> int | None:
    """Where the verb of the clause begins, with the adverbs before it; None where there is none."""
    if len(words) < 2:
        return None
    first = verbs.third_persons().get(key(words[0]))
    if key(words[0]) in CLAUSES - {"that"} or (first and first not in words_of("both", "en")):
        return None
    if key(words[0]) in PREPOSITIONS or (is_adverb(words[0]) and key(words[0]) != "more"):
        return None
    if key(words[0]) == "that" and not _is_finite(words, 1):
        return None
    for at in range(1, min(len(words), _SUBJECT_WORDS)):
        known = key(words[at])
        if known == "i" and key(words[at - 1]) == "and":
            continue
        if known in RELATIVE or known in ("to", "how", "what", "why", "when", "if", "because", "whether", *_PERSONAL):
            return None
        if words[at - 1].endswith((",", ";", ":")):
            return None
        if _is_finite(words, at):
            return _with_adverbs(words, at)
    return None


def _with_adverbs(words: Sequence[str], at: int) -> int:
    while at > 1 and is_adverb(words[at - 1]):
        at -= 1
    return at


def _is_finite(words: Sequence[str], at: int) -> bool:
    known, before = key(words[at]), [key(word) for word in words[:at]]
    last = next((word for word in reversed(before) if not is_adverb(word)), before[-1])
    if last in DETERMINERS - SUBJECTS.keys() or last in PREPOSITIONS:
        return False
    if known in AUXILIARIES:
        return known not in ("may", "might", "will") or at + 1 < len(words)
    many = is_plural(last) or "and" in before or before[0] in _PLURAL_PRONOUNS
    if last in _COLLECTIVES and known in verbs.bases() and at + 1 < len(words):
        many = (
            known not in words_of("both", "en")
            or opens_object(words[at + 1])
            or key(words[at + 1]) in PREPOSITIONS - {"of", "for"}
        )
    base = verbs.third_persons().get(known)
    if base is not None and not many:
        return base not in words_of("both", "en") or _acts(words, at, last)
    if known in verbs.pasts() and known not in verbs.bases():
        return _is_past(words, at, last)
    followed = at + 1 < len(words) and (
        (known in _STAYING and key(words[at + 1]) in adjectives())
        or opens_object(words[at + 1])
        or is_adverb(words[at + 1])
        or key(words[at + 1]) in PREPOSITIONS - {"of"}
    )
    sure = (
        known not in words_of("both", "en")
        or last in SUBJECTS
        or is_person(last)
        or last == "i"
        or last in words_of("names", "en") | words_of("kin", "en")
        or (followed and before[0] in DETERMINERS)
    )
    return many and known in verbs.bases() and sure and known not in words_of("adjectives", "en")


def _acts(words: Sequence[str], at: int, subject: str) -> bool:
    """Whether “calls” is a verb here, not a plural: a person before it, or something it is done to after it."""
    if (
        subject in SUBJECTS
        or (at > 1 and subject[:1].isdigit())
        or (at > 1 and (key(words[0]) in TITLES or key(words[0]) in words_of("names", "en")))
        or key(words[at - 1]) == "else"
        or (key(words[0]) in SUBJECTS and key(words[0]) not in DETERMINERS)
        or is_person(subject)
        or (at == 1 and _is_ending(words, at))
        or subject in words_of("kin", "en")
        or (words[at - 1][:1].isupper() and at == 1 and words[0] != "I")
    ):
        return True
    if at + 1 == len(words) and at > 1 and key(words[0]) in DETERMINERS:
        return verbs.third_persons()[key(words[at])] in words_of("at_the_end", "en")
    if at + 1 < len(words):
        return (
            opens_object(words[at + 1])
            or (key(words[0]) in DETERMINERS and is_adverb(words[at + 1]))
            or (key(words[0]) in DETERMINERS and at + 2 == len(words) and key(words[at + 1]) in adjectives())
            or (key(words[0]) in DETERMINERS and key(words[at + 1]) in PREPOSITIONS - {"of", "from", "about"})
        )
    return False


def _is_ending(words: Sequence[str], at: int) -> bool:
    """“Talk starts at ten”."""
    base = verbs.third_persons().get(key(words[at]), "")
    after = at + 1 == len(words) or key(words[at + 1]) in PREPOSITIONS or is_adverb(words[at + 1])
    return base in words_of("at_the_end", "en") and key(words[0]) in words_of("both", "en") and after


def _is_past(words: Sequence[str], at: int, subject: str) -> bool:
    """Whether “called” is what somebody did, not how something is: “the call made by me”."""
    if key(words[at]) in verbs.participles() and any(key(word) in AUXILIARIES for word in words[at + 1 :]):
        return False
    if key(words[at]) not in verbs.participles() or subject in SUBJECTS or is_person(subject):
        return True
    return (at + 1 < len(words) and opens_object(words[at + 1])) or verbs.pasts()[key(words[at])] in words_of(
        "intransitive", "en"
    )
