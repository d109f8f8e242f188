"""English texts whose subject comes later: “Then I pay”, “At the desk I get a map”."""

from collections.abc import Mapping, Sequence
from functools import cache

from journeymap.domain.text.grammar import english_verbs as verbs
from journeymap.domain.text.grammar.english_words import CLAUSES, DETERMINERS, PREPOSITIONS, SUBJECTS
from journeymap.domain.text.grammar.words import key, words_of

_SUBJECTS = SUBJECTS.keys() | {"i"}
_CLAUSES = CLAUSES - {"because", "after", "before", "since"} | {"and", "or"}
_BEFORE = PREPOSITIONS | {"together", "because", "after", "before"}


def in_order(words: Sequence[str]) -> list[str]:
    """The words with the subject first: what says when is left out, what says where goes to the end."""
    told = _without_opener(words)
    at = next((n for n, word in enumerate(told[:9]) if n and key(word) in ("i", "we")), None)
    if at is None or key(told[0]) not in _BEFORE or len(told) - at < 2:
        return told
    before, behind = told[:at], told[at:]
    if any(key(word) in _CLAUSES for word in [*before, *behind[1:]]):
        return told
    if any(key(word) == "to" and key(told[n + 1]) in verbs.bases() for n, word in enumerate(told[:-1])):
        return told
    if key(before[0]) in CLAUSES and (at < 2 or (key(before[0]) == "because" and key(before[1]) != "of")):
        return told  # “Because I …”
    first = before[0][:1].lower() + before[0][1:]
    return [*behind, first, *before[1:-1], before[-1].rstrip(",")] if at > 1 else [*behind, first.rstrip(",")]


def _without_opener(words: Sequence[str]) -> list[str]:
    known = [key(word) for word in words]
    for opener in _openers().get(known[0], ()) if known else ():
        rest = words[len(opener) :]
        if tuple(known[: len(opener)]) == opener and rest:
            comma = words[len(opener) - 1].endswith(",")
            if comma or (key(rest[0]) in _SUBJECTS | DETERMINERS and key(rest[0]) not in ("that", "this", "all")):
                return list(rest)
    return list(words)


@cache
def _openers() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The openers by their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for opener in sorted(words_of("openers", "en")):
        words = tuple(opener.split("~"))
        found.setdefault(words[0], []).append(words)
    return found
