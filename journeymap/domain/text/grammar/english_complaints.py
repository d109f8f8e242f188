"""English texts that tell how something goes badly: nobody wishes for that, whatever its form."""

from collections.abc import Sequence
from functools import cache

from journeymap.domain.text.grammar import english_verbs as verbs
from journeymap.domain.text.grammar.english_lacks import (
    LONG_TIMES,
    base_of,
    is_denied,
    is_missed,
    is_there,
    is_unmet,
    is_without,
)
from journeymap.domain.text.grammar.english_words import (
    AUXILIARIES,
    BE,
    CLAUSES,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
    SUBJECTS,
    is_adverb,
    is_person,
    is_plural,
    opens_object,
)
from journeymap.domain.text.grammar.readings import Role
from journeymap.domain.text.grammar.words import key, words_of

_DEGREES = words_of("degrees", "en")
_AMOUNTS = words_of("amounts", "en")
_LINKING = ("be", "feel", "get", "become", "look", "seem", "stay", "remain")


def complains(words: Sequence[str], role: Role) -> bool:
    """Whether the text tells of what nobody wants: “I get lost”, “There are no benches”, “It takes ages”."""
    whole = [known for word in words if (known := key(word))]
    told = list(whole)
    while len(told) > 1 and told[-1] in words_of("meanwhile", "en"):
        told.pop()
    if not told or told[0] in CLAUSES - {"that"} | {"to", "or", "and"}:
        return False
    main = _main(told)
    if told[0] == "no":
        return is_missed(main[1:], role)
    if told[0] in ("nobody", "nothing", "neither"):
        return role == "moment" and not set(told[1:]) & words_of("mishaps", "en")
    if told[0] == "not" and len(told) > 1 and is_unmet(told):
        return True
    if told[0] == "there":
        return is_there(main, role)
    if {"not", "never", "cannot", "nowhere"} & set(main):
        return role == "moment" and is_denied(told, main)
    return (
        _is_felt(main)
        or (role == "moment" and (_is_awful(main) or _is_mistreated(main)))
        or (role == "moment" and _is_telegram(main))
        or _is_mishap(main, role)
        or _takes_long(main)
        or (
            role == "moment"
            and (_is_waited(told, whole) or is_without(main) or _is_slow(told) or _is_heard(told, role))
        )
    )


def _main(told: Sequence[str]) -> list[str]:
    """The words before the first clause, or before what is done “to” something."""
    end = next((n for n in range(1, len(told)) if _ends_main(told, n)), len(told))
    return list(told[:end])


def _ends_main(told: Sequence[str], at: int) -> bool:
    if told[at] == "so" and at + 1 < len(told):
        return told[at + 1] not in words_of("pains", "en") | words_of("bad", "en") | LONG_TIMES
    return told[at] in CLAUSES or told[at] == "to"


def _is_felt(main: Sequence[str]) -> bool:
    """“I am so nervous”, “Feeling lost”, “The kids are bored”, “Room 12 is hard to find”, “The bus is too full”."""
    if main[0] in words_of("pains", "en") and (
        len(main) == 1 or main[1] in PREPOSITIONS or (is_adverb(main[1]) and main[0] != "late")
    ):
        return True
    if any(word == "too" and main[n + 1] not in PREPOSITIONS | {"and", "or"} for n, word in enumerate(main[:-1]) if n):
        return True
    for at, word in enumerate(main):
        if word not in _linking():
            continue
        rest = main[at + 1 :]
        rest = rest[1:] if rest[:2] in (["a", "bit"], ["a", "little"]) else rest
        far = next((n for n, known in enumerate(rest) if known not in _DEGREES and not is_adverb(known)), len(rest))
        if far == len(rest) or rest[far + 1 : far + 2] == ["enough"]:
            continue
        how = rest[far]
        if "too" in rest[:far] or how in words_of("pains", "en"):
            return True
        if how in words_of("bad", "en") and not (far + 1 < len(rest) and _names(rest[far + 1])):
            return True
    return False


def _is_telegram(main: Sequence[str]) -> bool:
    """“Desk closed”, “Lift out of order”."""
    acts = main[0] in _only_verbs() or main[0] in AUXILIARIES or main[0] in verbs.gerunds() or main[0] == "i"
    out = main[-3:] in (["out", "of", "order"], ["out", "of", "stock"])
    state = main[-1] in words_of("bad", "en") and main[-1] not in _NO_STATES
    return not acts and 2 <= len(main) <= 5 and (out or (len(main) < 4 and state))


_NO_STATES = frozenset({"long", "cold", "empty", "difficult", "late", "slow", "busy"})


@cache
def _only_verbs() -> frozenset[str]:
    """Verbs that are no things as well."""
    return frozenset(verbs.bases() - words_of("both", "en"))


def _is_awful(main: Sequence[str]) -> bool:
    """“Letter in difficult language”, “Ends up with the wrong department”, “higher than quoted”."""
    for at, word in enumerate(main):
        following = main[at + 1] if at + 1 < len(main) else ""
        if word in words_of("worse", "en") and following == "than":
            return True
        if base_of(word) == "get" and at + 1 < len(main) and following in verbs.participles() and main[-1] == "times":
            return True
    mended = main[0] in _only_verbs() or main[0] in ("report", "change", "check")
    named = mended and main[0] not in ("get", "take", "end")
    less = {"less", "fewer", "without", "from"} & set(main)
    thing = not any(word in AUXILIARIES or word in verbs.third_persons() for word in main)
    bad = (
        words_of("awful", "en") | {"spam"} if thing else {"wrong", "spam" if main[0] not in verbs.bases() else "wrong"}
    )
    aches = any(word.endswith("ache") or word == "pain" for word in main[:3])
    if main[:2] == ["sold", "out"] or (aches and {"comes", "gets", "starts", "returns"} & set(main)):
        return True
    if main[-3:] == ["in", "the", "rain"] or main[-2:] == ["all", "over"]:
        return True  # a last “again” was taken off
    return not named and not less and any(word in bad for word in main)


def _is_mistreated(main: Sequence[str]) -> bool:
    """“The other parents ignore me”."""
    for at, word in enumerate(main[:-1]):
        if at and main[at + 1] in ("me", "us", "my", "our") and base_of(word) in words_of("mistreatments", "en"):
            return main[0] != "i" and main[at - 1] not in DETERMINERS
    return False


def _names(word: str) -> bool:
    """Whether a noun follows, so that it is not said how somebody is: “is cold water”."""
    return word not in PREPOSITIONS | DETERMINERS | {"and", "or", "but"} and not is_adverb(word)


@cache
def _linking() -> frozenset[str]:
    return _forms(frozenset(_LINKING)) | BE


@cache
def _forms(bases: frozenset[str]) -> frozenset[str]:
    """Every form of these verbs."""
    tables = (verbs.third_persons(), verbs.pasts(), verbs.participles(), verbs.gerunds())
    return bases | {form for table in tables for form, base in table.items() if base in bases}


def _is_mishap(main: Sequence[str], role: Role) -> bool:
    """“I get lost”, “Lost my ticket”, “My son forgets his bag”, “I give up”."""
    if set(main) & words_of("gladly_lost", "en"):
        return False
    mishaps = _forms(words_of("mishaps", "en"))
    for at, word in enumerate(main[:7]):
        following = main[at + 1] if at + 1 < len(main) else ""
        if f"{base_of(word)}/{following}" in words_of("mishap_pairs", "en"):
            return at > 0 or role == "moment"
        if word not in mishaps:
            continue
        if at == 0:
            past = word in verbs.pasts() and word not in verbs.participles()
            followed = not following or opens_object(following) or following in PREPOSITIONS or is_adverb(following)
            return role == "moment" and (past or followed)
        if main[0] == "i" and all(is_adverb(known) or known in BE | HAVE | {"keep"} for known in main[1:at]):
            return True
        many = word in verbs.bases() and is_plural(main[at - 1])
        acts = (
            many
            or word in verbs.third_persons()
            or (word in verbs.pasts() and (not following or opens_object(following)))
        )
        if (
            acts
            and (main[0] not in verbs.bases() or is_person(main[0]))
            and main[at - 1] not in DETERMINERS - SUBJECTS.keys() | PREPOSITIONS | {"not"}
        ):
            return True
    return False


def _takes_long(main: Sequence[str]) -> bool:
    """“It takes ages”, “It's raining”."""
    if main[0] in words_of("weather", "en") - {"freezing"} or (
        main[0] == "it" and set(main[1:]) & words_of("weather", "en")
    ):
        return True
    for at, word in enumerate(main):
        if at and base_of(word) == "take":
            rest = [known for known in main[at + 1 :] if known not in _AMOUNTS and not known.isdecimal()]
            if rest[:1] == ["long"] and rest[1:2] not in ([], ["time"]):
                return False  # “a long walk”
            return bool(rest) and (rest[0] in LONG_TIMES - {"minutes"} or "too" in main[at + 1 :])
    return False


def _is_waited(told: Sequence[str], whole: Sequence[str]) -> bool:
    """“I had to wait”, “Waited for an hour”, “I am on hold”, “I have to call again”."""
    for at, word in enumerate(told):
        if word == "to" and at and told[0] != "to" and told[at - 1] in HAVE | {"having"} and at + 1 < len(told):
            again = any(known in ("again", "twice", "times") for known in whole[at:]) or whole[-2:] == ["every", "time"]
            back = told[at + 1] in ("come", "go", "start") and bool(set(told[at + 2 : at + 4]) & {"back", "over"})
            return (
                back or told[at + 1] in ("wait", "queue", "stand", "repeat", "guess", "hurry", "rush", "chase") or again
            )
        if base_of(word) in ("sit", "stand") and {"hours", "ages"} & set(told[at + 1 :]):
            return True
        if base_of(word) in ("wait", "hang") and set(told[at + 1 :]) & LONG_TIMES:
            return True
        if word == "hold" and at and told[at - 1] == "on":
            return True
    return False


def _is_slow(told: Sequence[str]) -> bool:
    """“The money arrives after six weeks”."""
    at = next((n for n, word in enumerate(told) if n and word == "after"), None)
    if at is None or told[at + 2 : at + 3] not in (["weeks"], ["months"]):
        return False
    return any(base_of(word) in ("arrive", "come", "get", "receive", "hear", "reply") for word in told[:at])


def _is_heard(told: Sequence[str], role: Role) -> bool:
    """“I hear that the train is cancelled”: what is told is bad."""
    for at, word in enumerate(told[:4]):
        if base_of(word) in ("hear", "see", "notice", "find", "discover", "realise", "realize", "read", "learn"):
            rest = told[at + 1 :]
            if {"time", "advance"} & set(told):
                return False  # to be told in time is a wish
            open_clause = "that" in rest[:1] or rest[:2] == ["out", "that"] or base_of(word) in ("realise", "realize")
            rest = rest[2:] if rest[:1] == ["out"] else rest[1:] if rest[:1] == ["that"] else rest
            return open_clause and len(rest) > 1 and (complains(rest, role) or rest[-1] in words_of("failing", "en"))
    return False
