"""Dutch questions: what one wants to know, with the verb at the end."""

from collections.abc import Sequence

from journeymap.domain.text.grammar import dutch_verbs as verbs
from journeymap.domain.text.grammar.dutch_clauses import SUBJECTS, verb_last
from journeymap.domain.text.grammar.dutch_order import DETERMINERS, PREPOSITIONS, PRONOUNS, cluster, split_field
from journeymap.domain.text.grammar.readings import Deed, Reading
from journeymap.domain.text.grammar.words import key, words_of

_WH = words_of("wh", "nl")


def read_question(words: Sequence[str], *, asked: bool) -> Reading | None:
    """“Heb ik een plek?” as “weten of ik een plek heb”. `asked`: a question mark stands behind it."""
    words = [word for word in (*words[:-1], words[-1].rstrip("?")) if word] if words else []
    if len(words) < 2:
        return None
    first = key(words[0])
    if first == "laten":
        return None
    if first in _WH or (key(words[0]) in PREPOSITIONS and key(words[1]) in _WH):
        return _by_word(words, asked=asked)
    if first == "of" and len(words) > 2 and not asked:
        return Deed(f"weten {_small(words)}")
    if verbs.finite(first) and (
        asked
        or (
            key(words[1]) in SUBJECTS - {"het", "alles", "iets"} | {"ik"}
            or (key(words[1]) == "het" and first in _STARTS)
        )
    ):
        return Deed(f"weten of {_told(words[0], words[1:])}")
    return Deed(f"weten: {_small(words)}?") if asked and len(words) > 2 else None


_STARTS = words_of("starts", "nl")


def _by_word(words: Sequence[str], *, asked: bool) -> Reading | None:
    if [key(word) for word in words[:2]] == ["waar", "voor"] and not asked:
        return None  # “waar voor mijn geld”
    at = (
        None
        if [key(word) for word in words[:2]] == ["wat", "als"]
        else next((n for n, word in enumerate(words[1:6], 1) if verbs.finite(key(word)) and _is_turned(words, n)), None)
    )
    if at is None and [key(word) for word in words[:2]] == ["wat", "als"]:
        return Deed(f"weten wat er gebeurt {' '.join(words[1:])}")
    if (
        at is None
        and not asked
        and not any(verbs.finite_joined(key(word)) or verbs.infinitive(key(word)) for word in words)
    ):
        return None  # “waar voor mijn geld”
    if at is None:
        return Deed(f"weten {_small(words)}") if asked or len(words) > 2 or key(words[0]) == "wat" else None
    asking = _small(words[:at])
    return Deed(f"weten {asking} {_told(words[at], words[at + 1 :])}")


def _is_turned(words: Sequence[str], at: int) -> bool:
    """Whether the verb stands before its subject: “waar is de balie”, not “waar de balie is”."""
    known = key(words[at])
    if any(key(word) in PRONOUNS | DETERMINERS - {"veel"} for word in words[1:at]):
        return False
    if at + 1 == len(words):
        return False
    kind = verbs.finite(known)
    if key(words[at - 1]) == "hoe" and known in ("laat", "lang", "ver", "snel", "vaak"):
        return False  # “hoe laat gaat het open”
    if kind is None or (kind[1] == "many" and at > 1 and key(words[0]) not in ("welke", "hoeveel", "hoe")):
        return False
    return at == 1 or key(words[0]) in ("welke", "welk", "hoe", "hoeveel", "wat") or key(words[0]) in PREPOSITIONS


def _told(form: str, rest: Sequence[str]) -> str:
    """The rest of a question with its verb at the end: “ik met pin kan betalen”."""
    found = verbs.finite(key(form))
    middle, tail = split_field(rest)
    if found is None or (not middle and tail):
        return " ".join([*rest, form.lower()])
    verb = found[0]
    said = form.lower()
    if middle and key(middle[0]) in ("je", "jij"):
        said = {"heb": "hebt", "ben": "bent", "kun": "kunt"}.get(
            said, verb.he if said == verb.i and verb.infinitive not in ("kunnen", "mogen", "zullen", "willen") else said
        )
    middle = ["ik" if key(word) == "ik" else word for word in middle]
    if cluster(verb, middle) == 0 and middle:
        return " ".join([*middle, said, *tail])
    return " ".join([*verb_last(verb, said, middle), *tail])


def _small(words: Sequence[str]) -> str:
    text = " ".join(words)
    return text[:1].lower() + text[1:] if not words[0][1:2].isupper() else text
