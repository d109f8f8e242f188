"""Hints about wording: a need that is a solution in disguise, a moment that is not in the first person."""

import json
import re
from functools import cache, lru_cache

from journeymap.domain.model.journey import Journey
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.normalize import REMEMBERED, word_list
from journeymap.domain.text.resources import data

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def persona_called(journey: Journey, language: str) -> str:
    """What to call the persona in the middle of a sentence: a name, or “the customer”."""
    if journey.persona is None:
        return say("coach-persona", language)
    name = journey.persona.name
    return name[:1].lower() + name[1:] if re.match(r"(?:an?|the|een|de|het)\s", name, re.IGNORECASE) else name


@lru_cache(maxsize=REMEMBERED)
def solution_in(need: str, language: str) -> str | None:
    """The word in a need that names a solution, as it is written there, or None."""
    things, endings, harmless = _solutions("nl" if language == "nl" else "en")
    text = need.casefold()
    for phrase in harmless:
        if phrase in text:
            text = text.replace(phrase, " ")
    for word in _WORD.findall(text):
        if word in things or (endings and len(word) > 6 and word.endswith(endings)):
            at = need.casefold().find(word)
            return need[at : at + len(word)] if len(need) == len(need.casefold()) else word
    return None


@lru_cache(maxsize=REMEMBERED)
def in_first_person(text: str, persona: str = "") -> str | None:
    """An English moment in the third person (“Reads the magazine”) put in the base form; None where it is fine."""
    subject = rf"(?:she|he|they|{re.escape(persona)})" if persona else r"(?:she|he|they)"
    opening = re.match(rf"{subject}\s+(?=\S)", text, re.IGNORECASE)
    rest = text[opening.end() :] if opening else text
    word = re.match(r"[A-Za-z]+(?![\w'’-])", rest)
    if word is None:
        return None
    base = _third_persons().get(word[0].casefold())
    if base is None or re.match(r"\s+of\b", rest[word.end() :]):
        return None
    return (base.capitalize() if text[:1].isupper() else base) + rest[word.end() :]


@cache
def _solutions(language: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    found = json.loads(data("coach", f"solutions.{language}.json").read_text(encoding="utf-8"))
    return frozenset(found["things"]), tuple(found.get("endings", ())), tuple(found["not"])


@cache
def _third_persons() -> dict[str, str]:
    """Every verb by its form with “she”: read by “reads”, try by “tries”."""
    return {_with_she(verb): verb for verb in word_list("verbs", "en")}


def _with_she(verb: str) -> str:
    if verb == "have":
        return "has"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else f"{verb}s"
