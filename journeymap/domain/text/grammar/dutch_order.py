"""Where the words of a Dutch clause go: the verb to the end, its prefix before it, what hangs on stays behind."""

from collections.abc import Sequence

from journeymap.domain.text.grammar.dutch_verbs import (
    Forms,
    finite,
    infinitive,
    is_prefix,
    joined,
    may_be_joined,
    participle,
    verbs,
)
from journeymap.domain.text.grammar.words import key, words_of

_LOOSE = frozenset({"af", "door", "mee", "terug", "op", "uit", "in", "aan", "langs", "weg", "toe", "rond", "over"})
"""Before a preposition these belong to their verb: “door naar het ziekenhuis”."""
_ALSO_NOUNS = ("weer", "deel", "plaats", "kennis")
OBJECTS = ("me", "mij", "je", "ons", "hem", "haar", "jullie", "ze")
"""Who something is done to."""
PRONOUNS = words_of("pronouns", "nl")
DETERMINERS = words_of("determiners", "nl")
PREPOSITIONS = words_of("prepositions", "nl")
_ALWAYS = words_of("always", "nl")
_BEFORE_SUBJECT = words_of("before_subject", "nl")
_CLUSTER_WITH_INFINITIVE = words_of("cluster_with_infinitive", "nl")
_CLUSTER_WITH_PARTICIPLE = words_of("cluster_with_participle", "nl")


def split_field(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The middle of a clause, and what hangs on behind it: “om te …”, “omdat …”, “wat ik moet doen”."""
    for n, word in enumerate(words):
        known = key(word)
        before = n and words[n - 1].endswith((",", ";"))
        following = key(words[n + 1]) if n + 1 < len(words) else ""
        if (
            known in ("dat", "die")
            and n
            and key(words[n - 1]) in PREPOSITIONS
            and following not in PRONOUNS | DETERMINERS
        ):
            continue  # “onder dat dak”
        if known in _ALWAYS and (n or len(words) > 1) and following:
            return list(words[:n]), list(words[n:])
        if (
            known in _BEFORE_SUBJECT
            and (before or following in PRONOUNS | {"de", "mijn", "een", "onze", "ons"})
            and following
            and n
        ):
            return list(words[:n]), list(words[n:])
        if (
            known in ("dat", "of", "als", "die")
            and following
            and ((n == 0 and known in ("dat", "of")) or (n and known in ("dat", "die")))
        ):
            return list(words[:n]), list(words[n:])
        if known == "om" and "te" in map(key, words[n + 1 :]):
            return list(words[:n]), list(words[n:])
        if known == "te" and infinitive(following):
            at = n - 1 if n and infinitive(key(words[n - 1]) + following) and is_prefix(key(words[n - 1])) else n
            done = next((m + 1 for m in range(at) if participle(key(words[m])) and not infinitive(key(words[m]))), None)
            if done is not None:
                at = done  # “gevraagd een formulier in te vullen”
            elif at > 1 and key(words[0]) in OBJECTS and key(words[1]) in DETERMINERS:
                at = 1  # “me mijn plek te vinden”
            return list(words[:at]), list(words[at:])
    return list(words), []


def with_prefix(verb: Forms, middle: Sequence[str]) -> tuple[Forms, list[str]]:
    """The verb with the prefix that stands apart in its clause, and the middle without it."""
    if not may_be_joined(verb):
        return verb, list(middle)
    for at in range(len(middle) - 1, -1, -1):
        known = key(middle[at])
        last = at == len(middle) - 1
        apart = at and (
            key(middle[at - 1]) in PREPOSITIONS
            or (any(key(word) in ("er", "daar", "hier") for word in middle[:at]) and known in PREPOSITIONS)
        )
        if apart:
            continue  # “naar binnen”, “er over”
        if (
            (verb.infinitive == "voelen" and known != "aan")
            or not is_prefix(known)
            or (at and key(middle[at - 1]) in DETERMINERS - {"het", "dit", "dat", "alles", "ons", "haar"})
        ):
            continue
        if (
            key(middle[at - 1] if at else "") == "het"
            and known in _ALSO_NOUNS
            and known + verb.infinitive not in _SEPARABLE
        ):
            continue  # “het weer”
        if last or (key(middle[at + 1]) in PREPOSITIONS and (known in _LOOSE or known + verb.infinitive in _SEPARABLE)):
            return joined(known, verb), [*middle[:at], *middle[at + 1 :]]
    return verb, list(middle)


def at_end(form: str, verb: Forms, middle: Sequence[str]) -> list[str]:
    """The middle with the verb's form at its end; before the other verbs that stand there: “mij kan helpen”."""
    at = cluster(verb, middle)
    return [*middle[:at], form, *middle[at:]]


def cluster(verb: Forms, middle: Sequence[str]) -> int:
    """Where the other verbs at the end of the middle begin; its length where there are none."""
    takes_infinitive = verb.infinitive in _CLUSTER_WITH_INFINITIVE
    takes_participle = verb.infinitive in _CLUSTER_WITH_PARTICIPLE
    end = len(middle)
    while end and takes_infinitive and infinitive(key(middle[end - 1])) and not _is_noun(middle, end - 1):
        end -= 1
    if end < len(middle):
        if end and participle(key(middle[end - 1])) and verbs_at(middle, end) in ("worden", "zijn", "hebben"):
            return end - 1
        return end
    if takes_participle or takes_infinitive:
        for at in range(len(middle) - 1, -1, -1):
            known = key(middle[at])
            found = (takes_participle and participle(known)) or (
                takes_infinitive and infinitive(known) and not _is_noun(middle, at)
            )
            behind = key(middle[at + 1]) if at + 1 < len(middle) else ""
            if found and (not behind or behind in PREPOSITIONS) and not (at and key(middle[at - 1]) in DETERMINERS):
                return at
    return len(middle)


def verbs_at(middle: Sequence[str], at: int) -> str:
    """The infinitive that stands there."""
    return key(middle[at]) if at < len(middle) else ""


def behind_verbs(verb: Forms, middle: Sequence[str]) -> list[str]:
    """The middle with the infinitive in its place: “teruggebeld worden door de arts”, “de status kunnen zien”."""
    at = cluster(verb, middle)
    if verb.infinitive in _CLUSTER_WITH_PARTICIPLE and at < len(middle) and participle(key(middle[at])):
        return [*middle[: at + 1], verb.infinitive, *middle[at + 1 :]]
    return [*middle[:at], verb.infinitive, *middle[at:]]


def _is_noun(middle: Sequence[str], at: int) -> bool:
    before = key(middle[at - 1]) if at else ""
    if before in ("met", "bij", "voor", "na", "tijdens", "van", "door", "over", "tot"):
        return True
    return bool(at) and key(middle[at - 1]) in DETERMINERS - {"het"} and not infinitive(key(middle[at - 1]))


def straight(words: Sequence[str]) -> list[str] | None:
    """A clause as “omdat” makes it, with its verb behind the subject “ik”; None where it is not found."""
    middle, tail = split_field(words[1:])
    if key(words[0]) != "ik":
        return None
    for at in range(len(middle) - 1, -1, -1):
        if (found := finite(key(middle[at]))) and found[1] in ("i", "past"):
            rest = [*middle[:at], *middle[at + 1 :]]
            return [words[0], middle[at], *rest, *tail]
    if middle and (split := _parted(key(middle[-1]))):
        return [words[0], split[1], *middle[:-1], split[0], *tail]
    return None


def _parted(word: str) -> tuple[str, str] | None:
    """“uitleg” as prefix and form."""
    for at in range(2, len(word) - 1):
        if is_prefix(word[:at]) and finite(word[at:]):
            return word[:at], word[at:]
    return None


_SEPARABLE = words_of("separable", "nl")

__all__ = ["at_end", "behind_verbs", "split_field", "straight", "verbs", "with_prefix"]
