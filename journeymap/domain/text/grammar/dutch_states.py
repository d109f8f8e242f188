"""Dutch texts that say how one wants to be: “Serieus genomen”, “Veilig”, “Op tijd thuis”."""

from collections.abc import Sequence

from journeymap.domain.text.grammar import dutch_verbs as verbs
from journeymap.domain.text.grammar.dutch_order import DETERMINERS, PREPOSITIONS
from journeymap.domain.text.grammar.readings import Deed, Reading, Role, Unsure
from journeymap.domain.text.grammar.words import key, words_of

_ADVERBS = words_of("adverbs", "nl")
ADJECTIVES = words_of("adjectives", "nl") | words_of("moods", "nl")


def read_done(words: Sequence[str], role: Role) -> Reading | None:
    """“Serieus genomen”, “Teruggebeld door de arts”: what one wants to be."""
    at = next(
        (
            n
            for n, word in enumerate(words)
            if verbs.participle(key(word)) and key(word) not in ("vergeten", "bevallen")
        ),
        None,
    )
    if (
        at is None
        or any(key(word) in DETERMINERS for word in words[:at])
        or not all(key(w) in _ADVERBS | ADJECTIVES for w in words[:at])
    ):
        return None
    behind = words[at + 1 :]
    if key(words[at]) in words_of("moods", "nl"):
        return None
    if len(behind) == 2 and key(behind[0]) == "en" and verbs.participle(key(behind[1])):
        return Deed(" ".join([*words, "worden"]))  # “gezien en gehoord”
    if behind and key(behind[0]) not in PREPOSITIONS:
        return None
    done = verbs.participle(key(words[at]))
    if done and role == "moment" and (_is_own(done.infinitive, behind) or _goes_with_be(key(words[at]))):
        return Deed(" ".join([*words[:at], done.infinitive, *behind]))
    if _goes_with_be(key(words[at])):
        return Unsure("")
    return Deed(" ".join([*words[: at + 1], "worden", *behind]))


def _is_own(infinitive: str, behind: Sequence[str]) -> bool:
    """Whether one does it oneself: “Afgerekend”, “Gebeld met de klantenservice”."""
    if behind and key(behind[0]) in ("met", "op", "naar", "om") and infinitive in words_of("with_partner", "nl"):
        return True
    return infinitive in words_of("own_acts", "nl") and not (behind and key(behind[0]) == "door")


def _goes_with_be(known: str) -> bool:
    """Whether the participle is of a verb that nothing is done to: “gekomen”."""
    verb = verbs.participle(known)
    return verb is not None and verb.infinitive.endswith(tuple(words_of("with_be", "nl")))


def read_state(words: Sequence[str], _role: Role) -> Reading | None:
    """“Veilig”, “Zeker van mijn zaak”, “Op tijd thuis”."""
    if "/".join(key(word) for word in words) in words_of("standing", "nl"):
        return Deed(" ".join([*words, "zijn"]))  # “op tijd”
    at = 0
    while (
        at < len(words) - 1
        and key(words[at]) in _ADVERBS | {"heel", "erg", "meer"}
        and (key(words[at]) not in ("goed", "echt") or key(words[at + 1]) in words_of("moods", "nl"))
    ):
        at += 1
    known, behind = key(words[at]), words[at + 1 :]
    if known not in words_of("moods", "nl") or (known == "vrij" and behind):
        return None
    if behind and key(behind[0]) not in PREPOSITIONS | {"en", "dat"}:
        return None
    if behind and key(behind[0]) == "en" and not (len(behind) == 2 and key(behind[1]) in ADJECTIVES):
        return None
    if key(behind[0]) == "en" if behind else False:
        return Deed(" ".join([*words, "zijn"]))
    if known in words_of("feelings", "nl") and (not behind or key(behind[0]) != "van"):
        return Deed(" ".join(["me", *words[: at + 1], "voelen", *behind]))
    return Deed(" ".join([*words[: at + 1], "zijn", *behind]))
