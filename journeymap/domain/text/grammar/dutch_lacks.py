"""What is not there, or does not happen, in a Dutch complaint: “geen bereik”, “Er zijn geen bankjes”, “lukt niet”."""

from collections.abc import Sequence
from itertools import pairwise

from journeymap.domain.text.grammar import dutch_verbs as verbs
from journeymap.domain.text.grammar.dutch_order import DETERMINERS, PREPOSITIONS
from journeymap.domain.text.grammar.readings import Role
from journeymap.domain.text.grammar.words import words_of

DENIED = words_of("denied", "nl")
BAD = words_of("bad", "nl")
PAINS = words_of("pains", "nl")
LONG = words_of("long_times", "nl")
_TROUBLES = tuple(sorted(words_of("troubles", "nl")))


def is_missed(thing: Sequence[str], role: Role) -> bool:
    """Whether what is not there would have been welcome: “geen bereik”, but not “geen rij”."""
    end = next((n for n, word in enumerate(thing) if n and word in PREPOSITIONS), len(thing))
    named = [word for word in thing[:end] if is_trouble(word) or not verbs.finite(word)] or list(thing[:end])
    if not named or "nodig" in named or any(is_trouble(word) for word in named):
        return False
    return role == "moment" or named[-1] in {"idee"} | words_of("mass", "nl")


def is_unmet(main: Sequence[str]) -> bool:
    """“Niet weten waar ik moet zijn”, “De ingang niet vinden”: an infinitive, and that it does not succeed."""
    if not DENIED - {"geen"} & set(main) or any(verbs.finite(word) and not verbs.infinitive(word) for word in main):
        return False
    acts = {form.infinitive for word in main if (form := verbs.infinitive(word))}
    return bool(acts & words_of("wanted", "nl") - {"voelen", "hebben", "komen"}) and not acts & (
        words_of("mishaps", "nl") | {"hoeven", "worden", "willen"}
    )


def is_trouble(word: str) -> bool:
    """Whether one is glad to be without it: “wachttijd”, “verborgen kosten”."""
    known = word if word in _TROUBLES else word.removesuffix("en").removesuffix("s")
    return word.endswith(_TROUBLES) or known in _TROUBLES


def is_there(main: Sequence[str]) -> bool:
    """“Er is een rij”, “Er is niemand”, “Er zijn geen bankjes”."""
    if not verbs.finite(main[1]):
        return False
    at = next((n for n, word in enumerate(main) if n > 1 and word in DENIED), None)
    if at is not None:
        return not any(is_trouble(word) for word in main[at + 1 :])
    end = next((n for n, word in enumerate(main) if n > 2 and word in PREPOSITIONS), len(main))
    return any(word == "te" and main[n + 1] in BAD | {"weinig", "veel"} for n, word in enumerate(main[:-1])) or (
        main[1] in ("is", "zijn", "was", "waren", "staat", "stond", "staan") and is_trouble(main[end - 1])
    )


def is_denied(main: Sequence[str]) -> bool:
    """“Inloggen lukt niet”, “De arts heeft geen tijd”; “De app crasht niet” is a wish."""
    at = next(n for n, word in enumerate(main) if word in DENIED)
    if any(is_trouble(word) for word in main[at + 1 :]):
        return False
    forms = [found for word in main if (found := verbs.finite(word)) and found[1] != "many"]
    if any(form.infinitive == "hoeven" for form, _ in forms):
        return False
    finite = next((n for n, word in enumerate(main) if (found := verbs.finite(word)) and found[1] != "many"), None)
    many = next((n for n, word in enumerate(main) if n and verbs.finite(word)), None)
    if finite is None and (many is None or many > at):
        return main[at] == "niet" and _is_refused(main)  # not “Niet wachten”, “De weg niet kwijtraken”
    if main[0] == "ik" or "ik" in main[:4]:
        known = verbs.finite(main[1])
        glad = words_of("moods", "nl") | words_of("feelings", "nl")
        if known and known[0].infinitive in ("zijn", "voelen") and glad & set(main[2:]):
            return True
        return known is not None and known[0].infinitive in words_of("wanted", "nl") | {"mogen"}
    return not _is_unwanted(main)


def _is_refused(main: Sequence[str]) -> bool:
    """Whether somebody does not do something, by a verb that no list knows: “De verzekeraar vergoedt het niet”."""
    return (
        main[0] in DETERMINERS | {"het", "er"}
        and len(main) > 3
        and not verbs.infinitive(main[-1])
        and not _is_unwanted(main)
    )


def _is_unwanted(main: Sequence[str]) -> bool:
    """Whether it is good that this does not happen: “crasht”, “wordt vergeten”, “duurt lang”."""
    bad = BAD | PAINS | words_of("failing", "nl") | LONG
    unwanted = words_of("unwanted", "nl") | words_of("mishaps", "nl")
    if any(word in DENIED and after == "te" for word, after in pairwise(main)):
        return True
    for word in main:
        found = verbs.finite(word)
        done = verbs.participle(word)
        names = {found[0].infinitive if found else "", done.infinitive if done else "", word}
        names |= {f"{main[-1]}{found[0].infinitive}" if found else ""}
        if names & unwanted or word in bad:
            return True
    return False
