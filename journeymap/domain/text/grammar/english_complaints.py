"""English texts that tell how something goes badly: nobody wishes for that, whatever its form."""

from collections.abc import Sequence
from functools import cache

from journeymap.domain.text.grammar import english_verbs as verbs
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
    singular,
)
from journeymap.domain.text.grammar.readings import Role
from journeymap.domain.text.grammar.words import key, words_of

_DEGREES = words_of("degrees", "en")
_AMOUNTS = words_of("amounts", "en")
_LINKING = ("be", "feel", "get", "become", "look", "seem", "stay", "remain")
_TROUBLES = words_of("troubles", "en")
_LONG = words_of("long_times", "en")


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
        return _is_missed(main[1:], role)
    if told[0] in ("nobody", "nothing", "neither"):
        return role == "moment"
    if told[0] == "not" and len(told) > 1 and _is_unmet(told):
        return True
    if told[0] == "there":
        return _is_there(main, role)
    if {"not", "never", "cannot", "nowhere"} & set(main):
        return role == "moment" and _is_denied(told, main)
    return (
        _is_felt(main)
        or (role == "moment" and _is_telegram(main))
        or _is_mishap(main, role)
        or _takes_long(main)
        or (role == "moment" and (_is_waited(told, whole) or _is_without(main) or _is_heard(told, role)))
    )


def _main(told: Sequence[str]) -> list[str]:
    """The words before the first clause, or before what is done “to” something."""
    end = next((n for n in range(1, len(told)) if _ends_main(told, n)), len(told))
    return list(told[:end])


def _ends_main(told: Sequence[str], at: int) -> bool:
    if told[at] == "so" and at + 1 < len(told):
        return told[at + 1] not in words_of("pains", "en") | words_of("bad", "en") | _LONG
    return told[at] in CLAUSES or told[at] == "to"


def _is_missed(thing: Sequence[str], role: Role) -> bool:
    """Whether what is not there would have been welcome: “no signal”, but not “no queue”, “no waiting”."""
    end = next((n for n, word in enumerate(thing) if n and word in PREPOSITIONS), len(thing))
    named = thing[:end]
    if not named or named[0] in ("more", "need", "longer") or any(_is_trouble(word) for word in named):
        return False
    if any(word in verbs.gerunds() and word not in words_of("mass", "en") for word in named):
        return False
    return role == "moment" or named[-1] in ("idea", "clue", *words_of("mass", "en") - {"pain"})


def _is_trouble(word: str) -> bool:
    return word in _TROUBLES or (is_plural(word) and singular(word) in _TROUBLES)


def _is_unmet(told: Sequence[str]) -> bool:
    """“Not knowing what to do”, “Not finding the entrance”; not “Not having to wait”."""
    base = verbs.gerunds().get(told[1], "")
    return base in words_of("wanted", "en") and told[2:3] != ["to"] and not set(told[2:3]) & words_of("pains", "en")


def _is_there(main: Sequence[str], role: Role) -> bool:
    """“There is a queue”, “There is nobody”, “There is not enough parking”."""
    if len(main) < 3 or main[1] not in BE:
        return False
    thing = [word for word in main[2:] if not is_adverb(word) or word in ("not", "too")]
    if thing[:2] == ["not", "enough"]:
        return True
    if thing[:1] in (["no"], ["not"]) or (thing and thing[0] in ("nobody", "nothing", "too")):
        return thing[0] in ("nobody", "too") or _is_missed(thing[1:] or ["it"], "moment")
    end = next((n for n, word in enumerate(thing) if n and word in PREPOSITIONS), len(thing))
    return role == "moment" and bool(thing) and _is_trouble(thing[end - 1])


def _is_denied(told: Sequence[str], main: Sequence[str]) -> bool:
    """“Website won't load”, “can't find it”; “The app does not crash” is a wish, and so may be what “I” do not do."""
    if main[:2] == ["not", "enough"]:
        return True
    if main[0] == "i" and main[1:2] in (["will"], ["would"]) and main[2:3] == ["not"]:
        return True
    if main[0] in ("not", "do", "i", "never") or main[:2] == ["cannot", "wait"]:
        return False
    at = next(n for n, word in enumerate(main) if word in ("not", "never", "cannot", "nowhere"))
    if at == 0 or main[at] in ("cannot", "nowhere") or main[at - 1] in ("will", "would", "can", "could"):
        return True
    if at == 1 and main[0] in AUXILIARIES:
        return main[0] != "do"
    rest = [word for word in main[at + 1 :] if not is_adverb(word)]
    if rest[:1] == ["have"] and "to" in told:
        return False
    if main[at - 1] not in AUXILIARIES and main[at] != "never":
        return False
    return not _is_unwanted(rest)


def _is_unwanted(rest: Sequence[str]) -> bool:
    """Whether it is good that this does not happen: “crash”, “get bored”, “take long”."""
    bad = words_of("bad", "en") | words_of("pains", "en") | words_of("failing", "en") | _LONG
    first = rest[0] if rest else ""
    base = verbs.participles().get(first) or verbs.gerunds().get(first) or first
    return base in words_of("unwanted", "en") | words_of("mishaps", "en") or any(
        word in bad or _is_trouble(word) for word in rest
    )


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
    acts = main[0] in verbs.bases() - words_of("both", "en") | AUXILIARIES | verbs.gerunds().keys() | {"i"}
    out = main[-3:] in (["out", "of", "order"], ["out", "of", "stock"])
    states = words_of("bad", "en") - {"long", "cold", "empty", "difficult", "late", "slow", "busy"}
    return not acts and 2 <= len(main) <= 5 and (out or (len(main) < 4 and main[-1] in states))


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
        if f"{_base(word)}/{following}" in words_of("mishap_pairs", "en"):
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


def _base(word: str) -> str:
    return verbs.third_persons().get(word) or verbs.pasts().get(word) or verbs.gerunds().get(word) or word


def _takes_long(main: Sequence[str]) -> bool:
    """“It takes ages”, “It's raining”."""
    if main[0] in words_of("weather", "en") - {"freezing"} or (
        main[0] == "it" and set(main[1:]) & words_of("weather", "en")
    ):
        return True
    for at, word in enumerate(main):
        if at and _base(word) == "take":
            rest = [known for known in main[at + 1 :] if known not in _AMOUNTS and not known.isdecimal()]
            return bool(rest) and (rest[0] in _LONG - {"minutes"} or "too" in main[at + 1 :])
    return False


def _is_waited(told: Sequence[str], whole: Sequence[str]) -> bool:
    """“I had to wait”, “Waited for an hour”, “I am on hold”, “I have to call again”."""
    for at, word in enumerate(told):
        if word == "to" and at and told[at - 1] in HAVE | {"having"} and at + 1 < len(told):
            again = any(known in ("again", "twice", "times") for known in whole[at:]) or whole[-2:] == ["every", "time"]
            return told[at + 1] in ("wait", "queue", "stand", "repeat", "guess", "hurry", "rush", "chase") or again
        if _base(word) in ("wait", "hang") and set(told[at + 1 :]) & _LONG:
            return True
        if word == "hold" and at and told[at - 1] == "on":
            return True
    return False


def _is_without(main: Sequence[str]) -> bool:
    """“I get no reply”, “I hear nothing”."""
    for at, word in enumerate(main):
        if word == "no" and at and _is_missed(main[at + 1 :], "moment"):
            return True
        if word in ("nothing", "nobody", "none") and at and _base(main[at - 1]) in words_of("wanted", "en"):
            return True
    return False


def _is_heard(told: Sequence[str], role: Role) -> bool:
    """“I hear that the train is cancelled”: what is told is bad."""
    for at, word in enumerate(told[:4]):
        if _base(word) in ("hear", "see", "notice", "find", "discover", "realise", "realize", "read", "learn"):
            rest = told[at + 1 :]
            open_clause = "that" in rest[:1] or rest[:2] == ["out", "that"] or _base(word) in ("realise", "realize")
            rest = rest[2:] if rest[:1] == ["out"] else rest[1:] if rest[:1] == ["that"] else rest
            return open_clause and len(rest) > 1 and (complains(rest, role) or rest[-1] in words_of("failing", "en"))
    return False
