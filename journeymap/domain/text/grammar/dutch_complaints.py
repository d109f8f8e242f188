"""Dutch texts that tell how something goes badly: nobody wishes for that, whatever its form."""

from collections.abc import Sequence

from journeymap.domain.text.grammar import dutch_verbs as verbs
from journeymap.domain.text.grammar.dutch_order import DETERMINERS, PREPOSITIONS, PRONOUNS
from journeymap.domain.text.grammar.readings import Role
from journeymap.domain.text.grammar.words import key, words_of

_DENIED = words_of("denied", "nl")
_LINKING = ("zijn", "worden", "voelen", "raken", "blijven", "lijken", "liggen", "staan")
_TROUBLES = tuple(sorted(words_of("troubles", "nl")))
_LONG = words_of("long_times", "nl")
_BAD = words_of("bad", "nl")
_PAINS = words_of("pains", "nl")


def complains(words: Sequence[str], role: Role) -> bool:
    """Whether the text tells of what nobody wants: “Ik mis de trein”, “Inloggen lukt niet”, “Het duurt uren”."""
    told = [known for word in words if (known := key(word))]
    while len(told) > 1 and told[-1] in words_of("meanwhile", "nl"):
        told.pop()
    if not told or told[0] in words_of("clauses", "nl") | {"om", "te", "en", "of"} - {"dat"}:
        return False
    main = _main(told)
    if told[:2] == ["niet", "genoeg"] or _is_unmet(main):
        return True
    if told[0] == "niet":
        return False
    if told[0] in ("niemand", "niets", "niks"):
        return role == "moment"
    if told[0] == "geen":
        return _is_missed(main[1:], role)
    if told[0] == "er" and len(main) > 2:
        return _is_there(main)
    if _DENIED & set(main):
        return role == "moment" and _is_denied(main)
    return (
        _is_felt(main, role)
        or _is_mishap(main, role)
        or _takes_long(main)
        or (role == "moment" and (_is_waited(main) or _is_heard(told, role)))
    )


def _main(told: Sequence[str]) -> list[str]:
    """The words before the first clause, or before “om te …”."""
    stops = words_of("clauses", "nl") | {"om", "die", "maar"}
    end = next((n for n, word in enumerate(told) if n and word in stops), len(told))
    return list(told[:end])


def _is_unmet(main: Sequence[str]) -> bool:
    """“Niet weten waar ik moet zijn”, “De ingang niet vinden”: an infinitive, and that it does not succeed."""
    if not _DENIED - {"geen"} & set(main) or any(verbs.finite(word) and not verbs.infinitive(word) for word in main):
        return False
    acts = {form.infinitive for word in main if (form := verbs.infinitive(word))}
    return bool(acts & words_of("wanted", "nl") - {"voelen", "hebben", "komen"}) and not acts & (
        words_of("mishaps", "nl") | {"hoeven", "worden", "willen"}
    )


def is_trouble(word: str) -> bool:
    """Whether one is glad to be without it: “wachttijd”, “verborgen kosten”."""
    known = word if word in _TROUBLES else word.removesuffix("en").removesuffix("s")
    return word.endswith(_TROUBLES) or known in _TROUBLES


def _is_missed(thing: Sequence[str], role: Role) -> bool:
    """Whether what is not there would have been welcome: “geen bereik”, but not “geen rij”."""
    end = next((n for n, word in enumerate(thing) if n and word in PREPOSITIONS), len(thing))
    named = [word for word in thing[:end] if is_trouble(word) or not verbs.finite(word)] or list(thing[:end])
    if not named or "nodig" in named or any(is_trouble(word) for word in named):
        return False
    return role == "moment" or named[-1] in {"idee"} | words_of("mass", "nl")


def _is_there(main: Sequence[str]) -> bool:
    """“Er is een rij”, “Er is niemand”, “Er zijn geen bankjes”."""
    if not verbs.finite(main[1]):
        return False
    at = next((n for n, word in enumerate(main) if n > 1 and word in _DENIED), None)
    if at is not None:
        return not any(is_trouble(word) for word in main[at + 1 :])
    end = next((n for n, word in enumerate(main) if n > 2 and word in PREPOSITIONS), len(main))
    return any(word == "te" and main[n + 1] in _BAD | {"weinig", "veel"} for n, word in enumerate(main[:-1])) or (
        main[1] in ("is", "zijn", "was", "waren", "staat", "stond", "staan") and is_trouble(main[end - 1])
    )


def _is_denied(main: Sequence[str]) -> bool:
    """“Inloggen lukt niet”, “De arts heeft geen tijd”; “De app crasht niet” is a wish."""
    at = next(n for n, word in enumerate(main) if word in _DENIED)
    if any(is_trouble(word) for word in main[at + 1 :]):
        return False
    forms = [found for word in main if (found := verbs.finite(word)) and found[1] != "many"]
    if any(form.infinitive == "hoeven" for form, _ in forms):
        return False
    finite = next((n for n, word in enumerate(main) if (found := verbs.finite(word)) and found[1] != "many"), None)
    many = next((n for n, word in enumerate(main) if n and verbs.finite(word)), None)
    if finite is None and (many is None or many > at):
        return False  # “Niet wachten”, “De weg niet kwijtraken”
    if main[0] == "ik" or "ik" in main[:4]:
        known = verbs.finite(main[1])
        glad = words_of("moods", "nl") | words_of("feelings", "nl")
        if known and known[0].infinitive in ("zijn", "voelen") and glad & set(main[2:]):
            return True
        return known is not None and known[0].infinitive in words_of("wanted", "nl") | {"mogen"}
    return not _is_unwanted(main)


def _is_unwanted(main: Sequence[str]) -> bool:
    """Whether it is good that this does not happen: “crasht”, “wordt vergeten”, “duurt lang”."""
    bad = _BAD | _PAINS | words_of("failing", "nl") | _LONG
    unwanted = words_of("unwanted", "nl") | words_of("mishaps", "nl")
    for word in main:
        found = verbs.finite(word)
        done = verbs.participle(word)
        names = {found[0].infinitive if found else "", done.infinitive if done else "", word}
        if names & unwanted or word in bad:
            return True
    return False


def _is_felt(main: Sequence[str], role: Role) -> bool:
    """“De kinderen zijn moe”, “Me onzeker voelen”, “Kamer 12 is moeilijk te vinden”, “Ik kom te laat”."""
    if role == "moment" and main[0] in _PAINS and (len(main) == 1 or main[1] in PREPOSITIONS):
        return True
    acts = any(verbs.finite(word) or verbs.infinitive(word) for word in main)
    if role == "moment" and 2 <= len(main) <= 4 and not acts and main[-1] in _BAD and main[-1] not in ("lang", "laat"):
        return True  # “Klantenservice gesloten”
    linked = {
        form.infinitive for word in main if (found := verbs.finite(word) or _infinitive(word)) for form in (found[0],)
    } & set(_LINKING)
    if linked and _PAINS & set(main):
        return True
    finite = next((n for n, word in enumerate(main) if n and (form := verbs.finite(word)) and form[1] != "many"), None)
    if finite is None:
        finite = next((n for n, word in enumerate(main[:-1]) if n and word in _LINKING and word != "voelen"), None)
    if finite is None:
        return False
    for at, word in enumerate(main[finite + 1 :], finite + 1):
        following = main[at + 1] if at + 1 < len(main) else ""
        if word == "te" and following in _BAD | words_of("too", "nl"):
            return True
        linking = (form := verbs.finite(main[finite])) and form[0].infinitive in _LINKING
        describes = not following or following in PREPOSITIONS | {"en", "te"}
        if (
            word in _BAD
            and (describes or word in words_of("badly", "nl"))
            and (at - 1 == finite or main[at - 1] not in DETERMINERS | {"niet"})
            and ((linking and main[0] != "ik") or word in words_of("badly", "nl"))
        ):
            return True
    return False


def _infinitive(word: str) -> tuple[verbs.Forms, str] | None:
    found = verbs.infinitive(word)
    return (found, "many") if found else None


def _is_mishap(main: Sequence[str], role: Role) -> bool:
    """“Ik mis de trein”, “De trein gemist”, “Ik maak me zorgen”, “De kinderen vervelen zich”."""
    if set(main[1:]) & words_of("gladly_lost", "nl") - {"zorgen"}:
        return False
    if "zorgen" in main and any(word in ("me", "mij", "zich", "ons") for word in main):
        return True
    mishaps = words_of("mishaps", "nl")
    for at, word in enumerate(main[:10]):
        found = verbs.finite(word)
        form = (found[0] if found else None) or verbs.participle(word) or verbs.infinitive(word)
        if form is None:
            continue
        apart = {f"{main[n]}{form.infinitive}" for n in range(at + 1, len(main)) if verbs.is_prefix(main[n])}
        if not (apart | {form.infinitive}) & mishaps or (at and main[at - 1] in DETERMINERS - {"ons", "je"}):
            continue
        return "zorgen" not in main and (role == "moment" or (found is not None and main[0] in PRONOUNS))
    return False


def _takes_long(main: Sequence[str]) -> bool:
    """“Het duurt uren”, “Het regent”."""
    if main[0] in words_of("weather", "nl") or (main[0] == "het" and set(main[1:3]) & words_of("weather", "nl")):
        return True
    at = next((n for n, word in enumerate(main) if word in ("duurt", "duurde", "duren")), None)
    return at is not None and bool(set(main[at + 1 :]) & _LONG)


def _is_waited(main: Sequence[str]) -> bool:
    """“Ik moet lang wachten”, “Een uur wachten”, “Ik sta in de rij”."""
    forms = {
        form.infinitive for word in main if (found := verbs.finite(word) or _infinitive(word)) for form in (found[0],)
    }
    if "wachten" in forms and ("moeten" in forms or set(main) & _LONG):
        return True
    twice = "keer" in main and bool(set(main) & {"twee", "drie", "vier", "elke", "iedere"})
    if "moeten" in forms and (twice or "steeds" in main):
        return True
    if "moeten" in forms and set(main) & {"weer", "opnieuw", "alweer", "nogmaals"}:
        return True
    in_line = any(
        word in ("rij", "file", "wachtrij") and n > 1 and main[n - 2 : n] in (["in", "de"], ["in", "een"])
        for n, word in enumerate(main)
    )
    return (in_line or main[-3:] == ["in", "de", "wacht"]) and bool(forms & {"staan", "wachten", "zitten"})


def _is_heard(told: Sequence[str], role: Role) -> bool:
    """“Ik hoor dat de trein uitvalt”: what is told is bad."""
    if "dat" not in told[1:]:
        return False
    at = told.index("dat", 1)
    heard = {form[0].infinitive for word in told[:at] if (form := verbs.finite(word))}
    known = heard & {"horen", "zien", "merken", "lezen", "ontdekken", "blijken"} or "erachter" in told[:at]
    rest = told[at + 1 :]
    if not known or len(rest) < 2:
        return False
    bad = _BAD | _PAINS | words_of("failing", "nl")
    denied = bool(_DENIED & set(rest)) and not any(is_trouble(word) or word in bad for word in rest)
    return denied or (not _DENIED & set(rest) and any(word in bad for word in rest)) or _is_mishap(rest, role)
