"""English readings in a sentence: what follows “I want”, and what follows “so that”."""

import re
from collections.abc import Sequence

from journeymap.domain.text.grammar.english_words import is_adverb, opens_object
from journeymap.domain.text.grammar.readings import Deed, Event, Lack, Reading, Thing, Unsure
from journeymap.domain.text.grammar.words import key, listed, words_of


def wanted(reading: Reading) -> tuple[str, str]:
    """The frame and its words: “I want [to call the desk]”, “I do not want [to wait]”."""
    match reading:
        case Deed(words, negated):
            return ("want-not" if negated else "want"), f"to {words}"
        case Event(_, who, words, negated):
            return "want", f"{who} {'not ' if negated else ''}to {words}"
        case Thing(words) | Lack(words):
            return "want", words
        case Unsure(words, statement):
            return ("better" if statement else "neutral"), words


def purpose(readings: Sequence[Reading]) -> str | None:
    """What follows “so that”; None where a form is not certain."""
    parts: list[tuple[str, str]] = []
    for reading in readings:
        match reading:
            case Deed():
                parts.append(("I", said_of_me(reading)))
            case Event(said):
                parts.append(("", said))
            case Thing(words) | Lack(words):
                parts.append(("I", f"have {words}"))
            case Unsure():
                return None
    return _joined(parts)


def _joined(parts: Sequence[tuple[str, str]]) -> str:
    """“I feel safe, know where to go and the doctor calls”: what need not be said twice is said once."""
    found: list[str] = []
    who = auxiliary = ""
    for subject, said in parts:
        helper = next((word for word in ("can ", "have ", "am ") if said.startswith(word)), "")
        if not subject:
            found.append(said)
        elif subject != who:
            found.append(f"{subject} {said}")
        else:
            found.append(said.removeprefix(helper) if helper and helper == auxiliary and " and " not in said else said)
        who, auxiliary = subject, helper
    return listed(found, "and")


def said_of_me(act: Deed) -> str:
    """The act with “I”: “know where to go”, “am heard”, “can call the desk”, “do not have to wait”."""
    words = act.words.split()
    at = 0
    while at < len(words) - 1 and is_adverb(words[at]) and key(words[at]) not in words_of("states", "en"):
        at += 1
    before, verb, rest = words[:at], key(words[at]), words[at + 1 :]
    able = verb == "be" and [key(word) for word in rest[:2]] == ["able", "to"] and len(rest) > 2
    if act.negated:
        return _denied(words, verb, rest, able=able)
    if able:
        inner = said_of_me(Deed(" ".join(rest[2:])))
        return " ".join([*before, inner])
    if verb == "be":
        return re.sub(r"\b(and|or|but) be\b", r"\1 am", " ".join(["am", *before, *rest]))
    if verb == "know:" or act.words.startswith("know:"):
        return act.words
    if is_state(words, at) or key(words[0]) == "never":
        return re.sub(r"\b(and|or|but) be\b", r"\1 am", act.words)
    return f"can {act.words}"


def is_state(words: Sequence[str], at: int) -> bool:
    """Whether the verb at this place says how one is: “know”, but not “stay the night”."""
    verb = key(words[at])
    if verb in (
        "lose",
        "keep",
        "save",
        "spare",
        "learn",
        "enjoy",
        "forget",
        "dare",
        "love",
        "like",
        "matter",
        "hope",
        "prefer",
        "avoid",
    ):
        return (
            at + 1 == len(words)
            or opens_object(words[at + 1])
            or key(words[at + 1]) in ("to", "what", "control", "track")
        )
    return verb in words_of("states", "en")


def _denied(words: Sequence[str], verb: str, rest: Sequence[str], *, able: bool) -> str:
    if able:
        return " ".join(["cannot", *rest[2:]])
    if verb == "be":
        return " ".join(["am not", *rest])
    return " ".join(["do not", *words])
