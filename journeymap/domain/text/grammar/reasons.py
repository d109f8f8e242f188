"""Why somebody wants something: what a need was typed with, and the need that a micro-moment names itself."""

import re
from collections.abc import Sequence

from journeymap.domain.text.grammar import dutch
from journeymap.domain.text.grammar.readings import Event, Lack, Reading, Unsure
from journeymap.domain.text.grammar.words import cleaned, key, sentences, words_of

LINK = {
    "en": re.compile(r"^(?:so that|because|in order that|since)\s+(?=\S)", re.IGNORECASE),
    "nl": re.compile(r"^(?:want|zodat|omdat)\s+(?=\S)", re.IGNORECASE),
}
"""What a need was typed with, and the sentence says itself."""
_REASON = re.compile(
    r"^(?:because|since|as)\s+(?=(?:I|we|it|they|he|she|the|my|our|there)\b)"
    r"(?!(?:I|we)\s+(?:need|want|would|wish|hope|have to|must|should|can|like to)\b)",
    re.IGNORECASE,
)


def because(need: str, language: str) -> str:
    """A reason that is no wish: “because I have a fear of heights”; "" for any other need."""
    need = cleaned(need)
    if language == "en":
        found = _REASON.match(need)
        return need[found.end() :] if found else ""
    link, _, rest = need.partition(" ")
    told = key(link) == "omdat" and not rest.startswith("ik ") and not _NEED_WORDS.search(rest)
    return rest if told and dutch.ends_with_verb(rest) else ""


def given(need: str) -> Reading | None:
    """A Dutch reason that is no wish: “omdat ik hoogtevrees heb”, “want ik ben bang”; and “zodat we op tijd zijn”."""
    link, _, rest = need.partition(" ")
    known = key(link)
    if known == "zodat" and not rest.startswith("ik ") and dutch.ends_with_verb(rest):
        return Event(rest)
    if known not in ("want", "omdat") or _NEED_WORDS.search(rest) or len(rest.split()) < 3:
        return None
    said = dutch.straightened(rest) if known == "omdat" else rest
    return Lack(said, said) if said else Unsure(rest)


_NEED_WORDS = re.compile(r"\b(?:nodig|wil|wilde|zou|moet|behoefte|graag|hoef)\b")


_NEEDED = {
    "en": re.compile(r"^(?:needs?|wants?) (?=\S)", re.IGNORECASE),
    "nl": re.compile(r"^(wil|heb(?=.* nodig))t? (?=\S)", re.IGNORECASE),
}
"""A need without its “I”: “need certainty”, “wil zekerheid”."""


def opened(need: str, language: str) -> str:
    """A need without the “so that” it was typed with."""
    need = _NEEDED[language].sub("I need " if language == "en" else lambda m: f"ik {m[1]} ", need)
    found = _OPENING[language].match(need)
    if found is None:
        return need
    rest = need[found.end() :]
    return dutch.straightened(rest) or need if found[0].casefold().strip() in ("zodat", "omdat") else rest


_OPENING = {
    "en": re.compile(
        r"^(?:(?:so that|in order that) (?=\S)|(?:because|so) (?=(?:i|the|my|it|we|they|to)\b))", re.IGNORECASE
    ),
    "nl": re.compile(r"^(?:want|zodat|omdat) (?=ik\b)", re.IGNORECASE),
}
_WHY = {
    "en": re.compile(
        r",?\s+(?:(?:because|as|since|cause)\s+(?=I\s+(?:need|want|would like|wish|hope|have to|must)\b)"
        r"|so(?: that)?\s+(?=I\s)|in order\s+(?=to\s)|so as\s+(?=to\s))",
        re.IGNORECASE,
    ),
    "nl": re.compile(r",?\s+(?:omdat\s+(?=ik\s)|want\s+(?=ik\s)|zodat\s+(?=ik\s))", re.IGNORECASE),
}


_NEED = {
    "en": re.compile(r"I (?:need|want|would like|wish)\b", re.IGNORECASE),
    "nl": re.compile(r"ik (?:wil|zou graag)\b|ik heb .*\bnodig\b", re.IGNORECASE),
}


def parted(moment: str, language: str) -> tuple[str, list[str]]:
    """A micro-moment without the need it names, and that need: the form the app itself proposes."""
    first, *others = sentences(moment)
    if others and all(_NEED[language].match(other) for other in others):
        wish, told = parted(first, language)
        return wish, [*told, *others]
    if (turned := _purpose_first(moment, language)) is not None:
        return turned
    found = _WHY[language].search(moment)
    if found is None or not moment[: found.start()].strip():
        return moment, []
    need = moment[found.end() :]
    if language == "nl":
        link = found[0].strip(" ,").split()[0].casefold()
        if link != "zodat" and not _NEED_WORDS.search(need):
            return moment, []  # “omdat ik bezorgd ben” is a reason, and no need
        straight = need if link == "want" else dutch.straightened(need)
        return (moment[: found.start()], [straight]) if straight else (moment, [])
    return moment[: found.start()], [need]


def _purpose_first(moment: str, language: str) -> tuple[str, list[str]] | None:
    """“To avoid queues I book online”, “Om niet te wachten boek ik online”: the wish, and why."""
    words = moment.split()
    words = words[2:] if [key(word) for word in words[:3]] == ["in", "order", "to"] else words
    opening = key(words[0]) if words else ""
    at = next((n for n, word in enumerate(words) if word in ("I", "ik")), 0)
    if opening not in ("to", "om") or at < 2 or at + 1 > len(words) or key(words[1]) in ("the", "a", "my"):
        return None
    if any(key(word) in words_of("clauses", language) for word in words[1:at]):
        return None
    if language == "en":
        return " ".join(words[at:]), [" ".join(words[:at]).rstrip(",")] if at + 1 < len(words) else []
    acts = dutch.is_act(words[at - 1])
    return (
        (" ".join(["ik", words[at - 1], *words[at + 1 :]]), [" ".join(words[: at - 1]).rstrip(",")]) if acts else None
    )


def is_said(need: str, needs: Sequence[str], told: Sequence[str]) -> bool:
    """Whether the moment only repeats a need that stands with it."""
    return need in told and need not in needs and any(_core(one) and _core(one) in _core(need) for one in needs)


def _core(text: str) -> str:
    return cleaned(text).casefold()
