"""The sentence of a user story: who wants what, and why; neutral where the form of a text is not certain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from journeymap.domain.text.catalogue import say
from journeymap.domain.text.grammar import dutch, dutch_sentences, english, english_sentences
from journeymap.domain.text.grammar.letters import inside
from journeymap.domain.text.grammar.persona_names import as_persona
from journeymap.domain.text.grammar.readings import Deed, Reading, Role, Unsure
from journeymap.domain.text.grammar.words import QUOTES, REMEMBERED, cleaned, is_latin, key, listed, sentences, words_of
from journeymap.domain.text.story_patterns import OURS, PLACES, StoryPatterns

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class StorySentence:
    """The sentence, and whether its two halves were read with certainty.

    `wish` is what the persona wants as it follows “I want” (“ik wil”); "" where that is not certain, or not wished for.
    `reasons` are the needs as they were typed, also those that the micro-moment names itself.
    """

    text: str
    wish_certain: bool
    needs_certain: bool
    wish: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether nothing of it is neutral."""
        return self.wish_certain and self.needs_certain


def story_sentence(
    moment: str, needs: Sequence[str], language: str, *, persona: str = "", proper: Names = frozenset(),
    patterns: StoryPatterns = OURS,
) -> StorySentence:  # fmt: skip
    """The sentence of a story: “As a veteran, I want to call the desk, so that I have certainty.”."""
    return _sentence(moment, tuple(needs), "nl" if language == "nl" else "en", persona, proper, patterns)


@lru_cache(maxsize=REMEMBERED)
def _sentence(
    moment: str, needs: tuple[str, ...], language: str, persona: str, proper: Names, patterns: StoryPatterns
) -> StorySentence:
    who = as_persona(persona, language) if persona else say("story-a-customer", language)
    wish, told = parted(moment, language)
    read_wish = read_moment(wish, language, persona=persona, proper=proper)
    frame, words = english_sentences.wanted(read_wish) if language == "en" else dutch_sentences.wanted(read_wish)
    values = {"persona": who, "wish": _wish(patterns, frame, language, words)}
    reasons = [need for need in dict.fromkeys([*needs, *told]) if not _is_said(need, needs, told)]
    sure = frame in ("want", "want-not")
    wished, why = words if frame == "want" else "", tuple(reasons)
    if not reasons:
        text = patterns.said("sentence-no-need", language, **values)
        return StorySentence(text, sure, needs_certain=True, wish=wished)
    purpose = _purpose(reasons, language, persona, proper)
    if purpose is not None:
        text = patterns.said("sentence", language, **values, needs=purpose)
        return StorySentence(text, sure, needs_certain=True, wish=wished, reasons=why)
    neutral = "; ".join(inside(cleaned(need), language, proper) for need in reasons)
    text = patterns.said("sentence-neutral", language, **values, needs=neutral)
    return StorySentence(text, sure, needs_certain=False, wish=wished, reasons=why)


def _wish(patterns: StoryPatterns, frame: str, language: str, words: str) -> str:
    if f"wish-{frame}" in PLACES:
        return patterns.said(f"wish-{frame}", language, moment=words)
    return say(f"story-wish-{frame}", language, moment=words)


def need_said(need: str, language: str, *, persona: str = "", proper: Names = frozenset()) -> str:
    """A need as a statement that is true once it is met: “I know where to go”; "" where none is certain.

    Dutch needs stay as they were typed: their sentence only says that they are wished for.
    """
    return (_purpose([need], language, persona, proper) or "") if language == "en" else ""


def read_moment(text: str, language: str, *, persona: str = "", proper: Names = frozenset()) -> Reading:
    """Which form a micro-moment has; several sentences are one wish where each is an act."""
    parts = [_read(part, language, "moment", persona, proper) for part in sentences(text)]
    if len(parts) == 1:
        return parts[0]
    acts = [part.words for part in parts if isinstance(part, Deed) and not part.negated]
    if parts and len(acts) == len(parts):
        return Deed(listed(acts, "en" if language == "nl" else "and"))
    small = [inside(cleaned(part), language, proper) for part in sentences(text)]
    return Unsure(
        "; ".join(small) if small else text, statement=any(isinstance(p, Unsure) and p.statement for p in parts)
    )


def read_needs(text: str, language: str, *, persona: str = "", proper: Names = frozenset()) -> list[Reading]:
    """Which forms a need has, a sentence each."""
    return [_read(part, language, "need", persona, proper) for part in sentences(text)]


def _purpose(needs: Sequence[str], language: str, persona: str, proper: Names) -> str | None:
    readings = [found for need in needs for found in read_needs(need, language, persona=persona, proper=proper)]
    return english_sentences.purpose(readings) if language == "en" else dutch_sentences.purpose(readings)


@lru_cache(maxsize=REMEMBERED)
def _read(text: str, language: str, role: Role, persona: str, proper: Names) -> Reading:
    bare = cleaned(text)
    if not is_latin(bare) or bare[0] in QUOTES:
        return Unsure(bare)
    small = inside(bare, language, proper)
    if role == "need":
        small = _opened(small, language)
    if role == "moment" and _goes_wrong(small.split(), language):
        return Unsure(small, statement=True)
    found = english.read(small, role, persona) if language == "en" else dutch.read(small, role, persona)
    if isinstance(found, Unsure):
        return Unsure(small, statement=found.statement and bool(_AGAINST[language].search(small)))
    return found


def _goes_wrong(words: Sequence[str], language: str) -> bool:
    """Whether only that something fails is told: “Payment fails”, “Train cancelled again”, “De trein valt uit”."""
    told = [key(word) for word in words]
    while len(told) > 1 and told[-1] in words_of("meanwhile", language):
        told.pop()
    if told[0] in ("i", "ik", "to", "not", "niet") or words_of("clauses", language) & set(told):
        return False
    if language == "nl" and told[-1] == "uit" and {"valt", "viel", "vallen", "vielen"} & set(told[1:-1]):
        return True
    if told[-1] not in words_of("failing", language):
        return False
    return not any(len(told) > 1 and told[-2] in words_of(name, language) for name in _BEFORE_A_THING)


_BEFORE_A_THING = ("determiners", "prepositions", "against")
"""Behind these “vertraging” is a thing that is spoken of: “Bericht over vertraging”."""


_AGAINST = {
    language: re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b|n['’]t\b", re.IGNORECASE)
    for language in ("en", "nl")
    for words in [Names().union(*(words_of(name, language) for name in ("bad", "pains", "against", "failing")))]
}
"""Words by which a sentence tells of something that goes badly."""


_NEEDED = {
    "en": re.compile(r"^(?:needs?|wants?) (?=\S)", re.IGNORECASE),
    "nl": re.compile(r"^(wil|heb(?=.* nodig))t? (?=\S)", re.IGNORECASE),
}
"""A need without its “I”: “need certainty”, “wil zekerheid”."""


def _opened(need: str, language: str) -> str:
    """A need without the “so that” it was typed with."""
    need = _NEEDED[language].sub("I need " if language == "en" else lambda m: f"ik {m[1]} ", need)
    found = _OPENING[language].match(need)
    if found is None:
        return need
    rest = need[found.end() :]
    return dutch.straightened(rest) or need if found[0].casefold().strip() in ("zodat", "omdat") else rest


# A moment that says why: “I call the desk because I need certainty”

_OPENING = {
    "en": re.compile(r"^(?:so that|because|in order that|so) (?=(?:i|the|my|it|we|they|to)\b)", re.IGNORECASE),
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
    found = _WHY[language].search(moment)
    if found is None or not moment[: found.start()].strip():
        return moment, []
    need = moment[found.end() :]
    if language == "nl":
        link = found[0].strip(" ,").split()[0].casefold()
        if link != "zodat" and not re.search(r"\b(?:nodig|wil|wilde|zou|moet|behoefte|graag)\b", need):
            return moment, []  # “omdat ik bezorgd ben” is a reason, and no need
        straight = need if link == "want" else dutch.straightened(need)
        return (moment[: found.start()], [straight]) if straight else (moment, [])
    return moment[: found.start()], [need]


def _is_said(need: str, needs: Sequence[str], told: Sequence[str]) -> bool:
    """Whether the moment only repeats a need that stands with it."""
    return need in told and need not in needs and any(_core(one) and _core(one) in _core(need) for one in needs)


def _core(text: str) -> str:
    return cleaned(text).casefold()
