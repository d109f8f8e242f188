"""What is not there, or does not happen, in an English complaint: “no signal”, “There are no benches”, “won't load”."""

from collections.abc import Sequence

from journeymap.domain.text.grammar import english_verbs as verbs
from journeymap.domain.text.grammar.english_words import (
    AUXILIARIES,
    BE,
    PREPOSITIONS,
    is_adverb,
    is_plural,
    singular,
)
from journeymap.domain.text.grammar.readings import Role
from journeymap.domain.text.grammar.words import words_of

TROUBLES = words_of("troubles", "en")
LONG_TIMES = words_of("long_times", "en")


def base_of(word: str) -> str:
    """The verb of which this is a form, or the word itself."""
    return verbs.third_persons().get(word) or verbs.pasts().get(word) or verbs.gerunds().get(word) or word


def is_missed(thing: Sequence[str], role: Role) -> bool:
    """Whether what is not there would have been welcome: “no signal”, but not “no queue”, “no waiting”."""
    end = next((n for n, word in enumerate(thing) if n and word in PREPOSITIONS), len(thing))
    named = thing[:end]
    if not named or named[0] in ("more", "need", "longer") or any(_is_trouble(word) for word in named):
        return False
    if any(word in verbs.gerunds() and word not in words_of("mass", "en") for word in named):
        return False
    return role == "moment" or named[-1] in ("idea", "clue", *words_of("mass", "en") - {"pain"})


def _is_trouble(word: str) -> bool:
    return word in TROUBLES or (is_plural(word) and singular(word) in TROUBLES)


def is_unmet(told: Sequence[str]) -> bool:
    """“Not knowing what to do”, “Not finding the entrance”; not “Not having to wait”."""
    base = verbs.gerunds().get(told[1], "")
    return base in words_of("wanted", "en") and told[2:3] != ["to"] and not set(told[2:3]) & words_of("pains", "en")


def is_there(main: Sequence[str], role: Role) -> bool:
    """“There is a queue”, “There is nobody”, “There is not enough parking”."""
    if len(main) < 3 or main[1] not in BE:
        return False
    thing = [word for word in main[2:] if not is_adverb(word) or word in ("not", "too")]
    if thing[:2] == ["not", "enough"]:
        return True
    if thing[:1] in (["no"], ["not"]) or (thing and thing[0] in ("nobody", "nothing", "too")):
        return thing[0] in ("nobody", "too") or is_missed(thing[1:] or ["it"], "moment")
    end = next((n for n, word in enumerate(thing) if n and word in PREPOSITIONS), len(thing))
    return role == "moment" and bool(thing) and _is_trouble(thing[end - 1])


def is_denied(told: Sequence[str], main: Sequence[str]) -> bool:
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
    if main[at + 1 : at + 2] == ["too"]:
        return False
    rest = [word for word in main[at + 1 :] if not is_adverb(word)]
    if rest[:1] == ["have"] and "to" in told:
        return False
    if main[at - 1] not in AUXILIARIES and main[at] != "never":
        return False
    return not _is_unwanted(rest)


def _is_unwanted(rest: Sequence[str]) -> bool:
    """Whether it is good that this does not happen: “crash”, “get bored”, “take long”."""
    bad = words_of("bad", "en") | words_of("pains", "en") | words_of("failing", "en") | LONG_TIMES
    first = rest[0] if rest else ""
    base = verbs.participles().get(first) or base_of(first)
    return (
        first == "too"
        or base in words_of("unwanted", "en") | words_of("mishaps", "en")
        or any(word in bad or _is_trouble(word) for word in rest)
    )


def is_without(main: Sequence[str]) -> bool:
    """“I get no reply”, “I hear nothing”."""
    for at, word in enumerate(main):
        if base_of(word) == "have" and at and _has_trouble(main[at + 1 :]):
            return True
        if word == "no" and at and is_missed(main[at + 1 :], "moment"):
            return True
        if (
            word in ("nothing", "nobody", "none")
            and at
            and base_of(main[at - 1]) in words_of("wanted", "en") - {"feel"}
        ):
            return True
    return False


def _has_trouble(rest: Sequence[str]) -> bool:
    """“has a fall”, “have a problem with …”."""
    end = next((n for n, word in enumerate(rest) if word in PREPOSITIONS), len(rest))
    return (
        0 < end < 5
        and not {"no", "any", "less", "fewer", "question", "questions"} & set(rest[:end])
        and _is_trouble(rest[end - 1])
    )
