"""The sentence of a user story: who wants what, and why; neutral where the form of a text is not certain."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from journeymap.domain.text.catalogue import say
from journeymap.domain.text.grammar import dutch, dutch_sentences, english, english_sentences
from journeymap.domain.text.grammar.failures import AGAINST, fails
from journeymap.domain.text.grammar.leftovers import is_broken
from journeymap.domain.text.grammar.letters import inside
from journeymap.domain.text.grammar.persona_names import as_persona
from journeymap.domain.text.grammar.readings import Deed, Event, Reading, Role, Thing, Unsure
from journeymap.domain.text.grammar.reasons import LINK, because, given, is_said, opened, parted
from journeymap.domain.text.grammar.words import QUOTES, REMEMBERED, cleaned, is_latin, key, listed, sentences, words_of
from journeymap.domain.text.story_patterns import OURS, StoryPatterns

Names = frozenset[str]

_WORDS = 60
"""Longer sentences are not read: nobody could say them as a wish."""


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
    if persona and who == persona:
        proper = proper | {word for word in persona.split() if word[:1].isupper()}
    wish, told = parted(moment, language)
    read_wish = read_moment(wish, language, persona=persona, proper=proper)
    frame, words = english_sentences.wanted(read_wish) if language == "en" else dutch_sentences.wanted(read_wish)
    values = {"persona": who, "wish": patterns.said(f"wish-{frame}", language, moment=words)}
    reasons = [need for need in dict.fromkeys([*needs, *told]) if not is_said(need, needs, told)]
    sure = frame in ("want", "want-not")
    wished, why = words if frame == "want" else "", tuple(reasons)
    if not reasons:
        text = _stopped(patterns.said("sentence-no-need", language, **values))
        return StorySentence(text, sure, needs_certain=True, wish=wished)
    told_why = [because(need, language) for need in reasons]
    if all(told_why):
        joined = listed([inside(one, language, proper) for one in told_why], "en" if language == "nl" else "and")
        text = _stopped(patterns.said("sentence-because", language, **values, reason=joined))
        return StorySentence(text, sure, needs_certain=True, wish=wished, reasons=why)
    purpose = _purpose(reasons, language, persona, proper)
    if purpose is not None:
        text = _stopped(patterns.said("sentence", language, **values, needs=purpose))
        return StorySentence(text, sure, needs_certain=True, wish=wished, reasons=why)
    reasons = [LINK[language].sub("", need) for need in reasons]
    neutral = "; ".join(inside(cleaned(need), language, proper) for need in reasons)
    text = _stopped(patterns.said("sentence-neutral", language, **values, needs=neutral))
    return StorySentence(text, sure, needs_certain=False, wish=wished, reasons=why)


def _stopped(text: str) -> str:
    """The sentence with one mark where a question ends: “?” and not “?.”."""
    return text.replace("?.", "?").replace("?,", ",")


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
    single = [part.strip(" .;,") for part in sentences(text)]
    things = words_of("both" if language == "en" else "common", language)
    named = any(" " not in part and key(part) in things for part in single)
    if parts and len(acts) == len(parts) and not named:  # “Mail; Phone” are channels
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
    if len(bare.split()) > _WORDS or not is_latin(bare) or (bare[0] in QUOTES and not bare.startswith(("'s ", "’s "))):
        return Unsure(bare)
    small = inside(bare, language, proper)
    if role == "need":
        if language == "nl" and (said := given(small)):
            return said
        small = opened(small, language)
    if role == "moment" and fails(small.split(), language):
        return Unsure(small, statement=True)
    head, colon, tail = small.partition(": ")
    if colon and role == "moment" and tail.strip():
        alone = " " not in head and key(head) in words_of("both" if language == "en" else "common", language)
        found = Unsure("") if alone else _told_more(_read(head, language, role, persona, proper), tail)
        return Unsure(small, statement=found.statement) if isinstance(found, Unsure) else found
    if small.endswith(")") and " (" in small and role == "moment":
        head, _, tail = small.partition(" (")
        found = _told_more(_read(head, language, role, persona, proper), f"({tail}", " ")
        return Unsure(small, statement=found.statement) if isinstance(found, Unsure) else found
    goes_badly = english.goes_badly if language == "en" else dutch.goes_badly
    if goes_badly(small, role, persona):
        return Unsure(small, statement=True)
    found = english.read(small, role, persona) if language == "en" else dutch.read(small, role, persona)
    if is_broken(found, language):
        return Unsure(small)
    if isinstance(found, Unsure):
        return Unsure(small, statement=found.statement and bool(AGAINST[language].search(small)))
    return found


def _told_more(found: Reading, tail: str, link: str = ": ") -> Reading:
    """What stands before a colon, with what follows it: “Text arrives: “your parcel is on its way””."""
    match found:
        case Deed(words, negated):
            return Deed(f"{words}{link}{tail}", negated)
        case Event(said, who, words, negated):
            return Event(f"{said}{link}{tail}", who, f"{words}{link}{tail}", negated)
        case Thing(words):
            return Thing(f"{words}{link}{tail}")
    return Unsure("", statement=isinstance(found, Unsure) and found.statement)
