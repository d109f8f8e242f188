"""The persona in a text of its own journey: “Ann fills in the form with her mum” is told by “I”."""

import re
from collections.abc import Callable, Sequence

from journeymap.domain.text.grammar.persona_names import as_persona
from journeymap.domain.text.grammar.words import key, words_of

_ARTICLES = {"en": r"(?:the |an? )?", "nl": r"(?:de |het |een )?"}
_MINE = {"en": ("my", ("his", "her", "their")), "nl": ("mijn", ("haar", "zijn", "hun", "z'n", "d'r"))}
_OTHERS = {
    "en": frozenset({"she", "he", "they", "him", "them", "himself", "herself", "her", "his", "their"}),
    "nl": frozenset({"haar", "zijn", "zij", "ze", "hij", "hem", "hun", "z'n", "d'r"}),
}


def behind_name(text: str, persona: str, language: str) -> tuple[list[str], bool] | None:
    """What follows the persona's name, and whether it is something of theirs (“Ann's mum”); None without the name."""
    if not persona:
        return None
    bare = re.sub(r"^(?:an?|the|een|de|het) ", "", persona.casefold())
    names = [bare]
    if as_persona(persona, language) == persona and " " in bare:
        names.append(bare.split()[0])
    for name in names:
        opening = rf"{_ARTICLES[language]}{re.escape(name)}"
        if found := re.match(rf"{opening} (?=\w)", text, re.IGNORECASE):
            return text[found.end() :].split(), False
        if found := re.match(rf"{opening}(?:['’]?s) (?=\w)", text, re.IGNORECASE):
            return text[found.end() :].split(), True
    return None


def told_by_me(rest: Sequence[str], language: str, is_person: Callable[[str], bool]) -> list[str] | None:
    """The words with “my” for “her”; None where another person may be meant."""
    mine, theirs = _MINE[language]
    found: list[str] = []
    for n, word in enumerate(rest):
        known, last = key(word), n + 1 == len(rest)
        if (
            known in theirs
            and n
            and not last
            and not any(map(is_person, rest[1:n]))
            and not _is_verb(rest, n, language)
        ):
            found.append(mine)
        elif known in _OTHERS[language] and not (known == "zijn" and _is_verb(rest, n, language)):
            return None
        else:
            found.append(word)
    return found


def _is_verb(rest: Sequence[str], at: int, language: str) -> bool:
    """Whether “zijn” is the verb here."""
    return language == "nl" and key(rest[at]) == "zijn" and key(rest[at + 1]) in words_of("prepositions", "nl")
