"""Dutch texts that tell how something goes badly: nobody wishes for that, whatever its form."""

from collections.abc import Sequence
from itertools import pairwise

from journeymap.domain.text.grammar import dutch_verbs as verbs
from journeymap.domain.text.grammar.dutch_lacks import (
    BAD,
    DENIED,
    LONG,
    PAINS,
    is_denied,
    is_missed,
    is_there,
    is_trouble,
    is_unmet,
)
from journeymap.domain.text.grammar.dutch_order import DETERMINERS, PREPOSITIONS, PRONOUNS
from journeymap.domain.text.grammar.readings import Role
from journeymap.domain.text.grammar.words import key, words_of

_LINKING = ("zijn", "worden", "voelen", "raken", "blijven", "lijken", "liggen", "staan", "zitten", "blijken")
_MISTREATED = words_of("mistreatments", "nl")


def complains(words: Sequence[str], role: Role) -> bool:
    """Whether the text tells of what nobody wants: “Ik mis de trein”, “Inloggen lukt niet”, “Het duurt uren”."""
    told = [known for word in words if (known := key(word))]
    while len(told) > 1 and told[-1] in words_of("meanwhile", "nl"):
        told.pop()
    if not told or told[0] in words_of("clauses", "nl") | {"om", "te", "en", "of"} - {"dat"}:
        return False
    main = _main(told)
    if told[:2] == ["niet", "genoeg"] or is_unmet(main):
        return True
    if told[0] == "niet":
        return False
    if any(told[n : n + 3] == ["die", "ik", "niet"] for n in range(1, len(told))):
        return True  # “een bon die ik niet heb”
    if told[0] in ("niemand", "niets", "niks"):
        return role == "moment" and not {"voelen", "missen", "hoeven", "vergeten"} & set(main)
    if told[0] == "geen":
        return is_missed(main[1:], role)
    if told[0] == "er" and len(main) > 2:
        return is_there(main)
    if DENIED & set(main):
        return role == "moment" and is_denied(main)
    return (
        _is_felt(main, role)
        or (role == "moment" and _is_awful(main))
        or _is_mishap(main, role)
        or _takes_long(main)
        or (role == "moment" and (_is_waited(main) or _is_heard(told, role)))
    )


def _main(told: Sequence[str]) -> list[str]:
    """The words before the first clause, or before “om te …”."""
    stops = words_of("clauses", "nl") | {"om", "die", "maar"}
    end = next((n for n, word in enumerate(told) if n and word in stops), len(told))
    return list(told[:end])


def _is_felt(main: Sequence[str], role: Role) -> bool:
    """“De kinderen zijn moe”, “Me onzeker voelen”, “Kamer 12 is moeilijk te vinden”, “Ik kom te laat”."""
    if role == "moment" and main[0] in PAINS and (len(main) == 1 or main[1] in PREPOSITIONS):
        return True
    acts = any(verbs.finite(word) or verbs.infinitive(word) for word in main)
    if role == "moment" and len(main) <= 4 and not acts and main[-1] in BAD and main[-1] not in ("lang", "laat"):
        return True  # “Klantenservice gesloten”
    linked = {
        form.infinitive for word in main if (found := verbs.finite(word) or _infinitive(word)) for form in (found[0],)
    } & set(_LINKING)
    if linked and PAINS & set(main):
        return True
    finite = next((n for n, word in enumerate(main) if n and (form := verbs.finite(word)) and form[1] != "many"), None)
    if finite is None:
        finite = next((n for n, word in enumerate(main[:-1]) if n and word in _LINKING and word != "voelen"), None)
    if finite is None:
        return False
    for at, word in enumerate(main[finite + 1 :], finite + 1):
        following = main[at + 1] if at + 1 < len(main) else ""
        if word == "te" and following in BAD | words_of("too", "nl"):
            return True
        linking = (form := verbs.finite(main[finite])) and form[0].infinitive in _LINKING
        describes = not following or following in PREPOSITIONS | {"en", "te"}
        if (
            word in BAD
            and (describes or word in words_of("badly", "nl"))
            and (at - 1 == finite or main[at - 1] not in DETERMINERS | {"niet"})
            and ((linking and main[0] != "ik") or word in words_of("badly", "nl"))
        ):
            return True
    return False


def _is_awful(main: Sequence[str]) -> bool:
    """“Brief in moeilijke taal”, “Komt bij de verkeerde afdeling terecht”, “hoger dan de offerte”."""
    pairs = list(pairwise(main))
    if any(word == "te" and after in BAD | words_of("too", "nl") for word, after in pairs):
        return True
    if any(word in words_of("worse", "nl") and after == "dan" for word, after in pairs):
        return True
    told = [word for word in main if word not in PREPOSITIONS]
    forms = {form[0].infinitive for word in told if (form := verbs.finite(word) or _infinitive(word))}
    often = any(word in ("twee", "drie", "vier", "vijf") and after == "keer" for word, after in pairs)
    if often and "worden" in forms:
        return True
    if forms & {"storen", "storneren", "melden", "doorgeven", "wijzigen", "corrigeren"} or {"minder", "zonder"} & set(
        main
    ):
        return False
    if any(
        after in ("me", "ons") for word, after in pairs if (f := verbs.finite(word)) and f[0].infinitive in _MISTREATED
    ):
        return main[0] != "ik"
    if main[-3:-1] == ["de", "regen"] or "regen" in main[-1:] or {"helemaal", "opnieuw"} <= set(main):
        return True
    told_of = any(verbs.finite(word) and not verbs.infinitive(word) for word in told)
    hurts = any(word.endswith("pijn") for word in main[:3]) and forms & {"komen", "worden", "beginnen"}
    if (told_of and (hurts or any(word.startswith("spam") for word in main))) or main[-1] in (
        "valt",
        "viel",
        "gevallen",
    ):
        return True
    if "zijn" in forms and any(word.startswith("wacht") and is_trouble(word) for word in main[:3]):
        return "uur" in main or "jaar" in main or bool(set(main) & LONG)
    if "hebben" in forms and (is_trouble(told[-1]) or "last" in main):
        return True
    bad = words_of("awful", "nl") if not forms else {"verkeerd", "fout"}
    return any(word in bad or (word.endswith("e") and _uninflected(word) & bad) for word in main)


def _uninflected(word: str) -> set[str]:
    """“moeilijke”: moeilijk; “dure”: duur; “vieze”: vies."""
    root = word[:-1]
    return {root, root[:-1] + "s", root[:-1] + root[-1:] if len(root) < 2 else f"{root[:-1]}{root[-2]}{root[-1]}"}


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
    return at is not None and bool(set(main[at + 1 :]) & (LONG - {"minuten"}))


def _is_waited(main: Sequence[str]) -> bool:
    """“Ik moet lang wachten”, “Een uur wachten”, “Ik sta in de rij”."""
    forms = {
        form.infinitive for word in main if (found := verbs.finite(word) or _infinitive(word)) for form in (found[0],)
    }
    pairs = list(pairwise(main))
    hours = any(word not in ("om", "rond", "tot", "vanaf") and after == "uur" for word, after in pairs[1:] if word)
    number = pairs[:1] and pairs[0][1] == "uur" and main[0] not in ("een", "één", "half")
    if forms & {"zitten", "staan", "liggen"} and (number or set(main) & {"uren"}) and not hours:
        return True
    late = any(
        word == "na" and n + 2 < len(main) and main[n + 2] in ("weken", "maanden") for n, word in enumerate(main)
    )
    if late and forms & {"komen", "krijgen", "horen", "ontvangen"}:
        return True
    if "wachten" in forms and ("moeten" in forms or set(main) & LONG):
        return True
    back = "terug" in main and bool(forms & {"komen", "gaan"})
    if "moeten" in forms and back:
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
    if {"tijd", "tijdig", "vooraf", "direct", "meteen", "snel"} & set(told[:at]):
        return False  # dat op tijd te horen is een wens
    heard = {form[0].infinitive for word in told[:at] if (form := verbs.finite(word))}
    known = heard & {"horen", "zien", "merken", "lezen", "ontdekken", "blijken"} or "erachter" in told[:at]
    rest = told[at + 1 :]
    if not known or len(rest) < 2:
        return False
    bad = BAD | PAINS | words_of("failing", "nl")
    denied = bool(DENIED & set(rest)) and not any(is_trouble(word) or word in bad for word in rest)
    return denied or (not DENIED & set(rest) and any(word in bad for word in rest)) or _is_mishap(rest, role)
