"""How texts of a map fit into a sentence: names, lists, who it is about, numbers, labels."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import ROW_TYPES, Persona
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.grammar.letters import known_words
from journeymap.domain.text.grammar.words import words_of


def proper_words(journey: Journey) -> frozenset[str]:
    """Words that this map writes with a capital inside a sentence: names, which keep it at the start too.

    A text In Title Case tells of no names, nor a word that the map writes small elsewhere.
    Of a persona's name (“A Veteran”) the words that anybody knows are none.
    """
    texts = [row.called for row in journey.rows() if ROW_TYPES[row.table].main_field == "text"]
    language = "nl" if journey.language == "nl" else "en"
    ordinary = known_words(language) | words_of("determiners", language)
    names: set[str] = set()
    if journey.persona:
        texts.append(journey.persona.goal)
        own = (word for word in journey.persona.name.split() if word[:1].isupper() and word.isalpha())
        names.update(word for word in own if word.lower() not in ordinary)
    between = words_of("prepositions", language)
    plain = [text for text in texts if not _is_titled(text, ordinary, between)]
    names.update(word for text in plain for pattern in (_INSIDE, _TITLED) for word in pattern.findall(text))
    small = {word for text in plain for word in _SMALL.findall(text)}
    return _kept(frozenset(word for word in names if word.lower() not in small))


_INSIDE = re.compile(r"(?<=[^.!?:…\s“”\"‘’'(–-] )[^\W\d_a-z][^\W_]*")
_TITLED = re.compile(r"\b(?:[DdMm]rs?|Ms|[Pp]rof|[Dd]hr|[Mm]w|[Mm]evr)\. ([^\W\d_a-z][^\W_]*)")
"""Who is named behind a short title: “Dr. Smith”."""
_SMALL = re.compile(r"\b[a-z][^\W\d_]*")


def _is_titled(text: str, ordinary: frozenset[str], between: frozenset[str]) -> bool:
    """Whether every longer word of a text of several begins with a capital, words like any other among them.

    So does a small one in between: “Rust In Het Hoofd”.
    """
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    told = any(word.lower() in ordinary for word in longer[1:]) or (
        len(longer) > 1 and any(word[0].isupper() and word.lower() in between for word in text.split()[1:])
    )
    return told and all(word[0].isupper() for word in longer)


@lru_cache(maxsize=64)
def _kept(words: frozenset[str]) -> frozenset[str]:
    """The same set for the same words, so that texts that were read with it are known again at once."""
    return words


def listed(values: Sequence[str], language: str) -> str:
    """“a, b and c”."""
    if len(values) < 2:
        return "".join(values)
    return say("exchange-and", language, all=", ".join(values[:-1]), last=values[-1])


def with_about(name: str, about: Iterable[object]) -> str:
    """A name and what else is known of it: “Answer (Desk, CRM)”."""
    known = ", ".join(str(part) for part in about if part not in (None, "", False))
    return f"{name} ({known})" if known else name


def whom(persona: Persona) -> str:
    """A persona by name and segment: “Marieke (members with children)”."""
    return with_about(persona.name, [persona.segment])


def shortened(text: str, most: int) -> str:
    """The text, cut between words where it is longer."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[most // 2 :] else cut}…"


def signed(valence: float, language: str) -> str:
    """A valence as people write it: +2, 0, −1.5."""
    number = f"{abs(valence):g}".replace(".", "," if language == "nl" else ".")
    return number if valence == 0 else f"{'+' if valence > 0 else '−'}{number}"


def slug(text: str, most: int = 60) -> str:
    """Letters and digits of any script, small, with hyphens between; `most` bytes of UTF-8. May be empty."""
    letters = (c if unicodedata.category(c)[0] in "LNM" else " " for c in unicodedata.normalize("NFC", text.casefold()))
    found = ""
    words = "".join(letters).split()
    for word in words:
        longer = f"{found}-{word}" if found else word
        if len(longer.encode()) > most:
            break
        found = longer
    return found or _cut("-".join(words), most)


def _cut(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore").strip("-")


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once, in order."""
    return tuple(dict.fromkeys(values))
