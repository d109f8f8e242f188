"""Dutch clauses about somebody or something else, and questions: inside a sentence both end with their verb."""

from collections.abc import Sequence

from journeymap.domain.text.grammar import dutch_verbs as verbs
from journeymap.domain.text.grammar.dutch_lacks import is_trouble
from journeymap.domain.text.grammar.dutch_order import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    at_end,
    split_field,
    with_prefix,
)
from journeymap.domain.text.grammar.readings import Event, Reading, Unsure
from journeymap.domain.text.grammar.words import key, words_of

_ALSO_NOUNS = words_of("also_nouns", "nl")
_HELPERS = words_of("helpers", "nl")
_INTRANSITIVE = words_of("intransitive", "nl")
_ONE_IN_EN = words_of("one_in_en", "nl")
SUBJECTS = PRONOUNS - {"ik", "dit", "dat", "deze", "die", "wie"}


def read_event(words: Sequence[str]) -> Reading | None:
    """“Mijn moeder belt” as “mijn moeder belt” behind “dat”; Unsure where it is a clause, but not one to wish for."""
    at = _finite(words)
    if at is None:
        return None
    who = _subject(words[:at])
    found = verbs.finite(key(words[at]))
    if who is None or found is None:
        return Unsure("")
    verb, kind = found
    middle, tail = split_field(words[at + 1 :])
    if any(
        key(word) in ("en", "maar") and n + 1 < len(middle) and _is_form(middle[n + 1]) for n, word in enumerate(middle)
    ):
        return Unsure("")
    if verb.infinitive == "kunnen" and any(key(word) in ("niet", "geen", "nooit") for word in middle):
        return Unsure("", statement=True)
    if first_is_nobody(who) or _is_bad(verb, middle) or _fails(key(words[at]), middle):
        return Unsure("", statement=True)
    form = {"past": verb.he, "pasts": verb.infinitive}.get(kind, words[at].lower())
    return Event(" ".join([who, *verb_last(verb, form, middle), *tail]))


def first_is_nobody(who: str) -> bool:
    """Whether nobody acts: “niemand belt mij terug”."""
    return who.casefold().split()[0] in ("niemand", "niets", "niks")


def _is_bad(verb: verbs.Forms, middle: Sequence[str]) -> bool:
    """Whether the clause tells of something that goes badly: “te laat”, “vol”, or that does not come."""
    words = [key(word) for word in middle]
    if "geen" in words and any(map(is_trouble, words[words.index("geen") :])):
        return False
    ill = words_of("bad", "nl") | words_of("pains", "nl") | {"te"}
    if {"niet", "nooit"} & set(words) and ill & set(words):
        return False
    if "niet" in words or "geen" in words:
        return verb.infinitive in _HELPFUL or (verb.infinitive in ("zijn", "worden") and bool(words))
    return bool(words) and words[-1] in words_of("bad", "nl") and verb.infinitive in (
        "zijn", "komen", "duren", "blijven", "arriveren", "vertrekken", "reageren", "antwoorden"
    )  # fmt: skip


def _fails(known: str, middle: Sequence[str]) -> bool:
    """Whether something goes wrong: “mislukt”, “heeft vertraging”, “wordt geweigerd”, “valt uit”."""
    told = [key(word) for word in middle]
    if "geen" in told or "niet" in told:
        return False
    out = known in ("valt", "viel", "vallen", "vielen") and told[-1:] == ["uit"]
    return known in words_of("failing", "nl") or out or any(word in words_of("failing", "nl") for word in told)


_HELPFUL = words_of("helpful", "nl")


def verb_last(verb: verbs.Forms, form: str, middle: Sequence[str]) -> list[str]:
    """The words of a clause with its verb at their end."""
    whole, middle = with_prefix(verb, middle)
    prefix = whole.infinitive[: len(whole.infinitive) - len(verb.infinitive)]
    if prefix:
        return [*middle, f"{prefix}{form}"]
    return at_end(form, verb, middle)


def _is_form(word: str) -> bool:
    found = verbs.finite(key(word))
    return found is not None and found[1] in ("he", "i", "past")


def _finite(words: Sequence[str]) -> int | None:
    """Where the verb stands that belongs to the subject before it; None where there is none."""
    if len(words) < 2 or key(words[0]) in PREPOSITIONS:
        return None
    for at in range(1, min(len(words), 9)):
        known, before = key(words[at]), key(words[at - 1])
        if before in ("en", "maar") and (form := verbs.finite(known)) and form[1] != "many":
            return None  # “Mail de huisarts en wacht”
        if known in (
            "die",
            "dat",
            "wat",
            "waar",
            "om",
            "te",
            "of",
            "hoe",
            "wie",
            "als",
            "omdat",
            "waarom",
            "wanneer",
        ) or words[at - 1].endswith((",", ";", ":")):
            return None
        found = verbs.finite(known)
        if (
            found is None
            or known in PREPOSITIONS
            or (before in DETERMINERS and before not in SUBJECTS)
            or (before in PREPOSITIONS and at > 1)
        ):
            continue
        if known == "zijn" and not _is_many(words[:at]):
            continue
        if _fits(words, at, found):
            return at
    return None


def _fits(words: Sequence[str], at: int, found: tuple[verbs.Forms, str]) -> bool:
    verb, kind = found
    known, last = key(words[at]), at + 1 == len(words)
    if key(words[at - 1]) == "het" and at == 1 and verb.i == verb.he and not last and verb.infinitive not in _HELPERS:
        return False  # “het besluit lezen”
    if verb.infinitive in _HELPERS and kind != "many":
        return (not last and (kind != "i" or verb.i == verb.he)) or (
            verb.infinitive in ("komen", "gaan", "doen") and kind == "he"
        )
    if kind in ("he", "past"):
        return known not in _ALSO_NOUNS or not last
    if kind == "i":
        return verb.i == verb.he and (known not in _ALSO_NOUNS or not last)
    if kind == "pasts":
        return not last
    return _many_act(words, at, verb)


def _many_act(words: Sequence[str], at: int, verb: verbs.Forms) -> bool:
    """Whether “spelen” is what several do, not an infinitive with them as its object: “De kinderen spelen buiten”."""
    subject = words[:at]
    if key(subject[0]) in ("we", "wij", "ze", "zij", "jullie") and at == 1:
        return True
    if not _is_many(subject):
        return False
    helps = verb.infinitive in _HELPERS
    if "laten" in map(key, subject[1:]):
        return False
    if verb.infinitive == "laten" and any(verbs.infinitive(key(word)) for word in words[at + 1 :]):
        return False  # “De kinderen lang laten spelen”
    if helps and not (at + 2 == len(words) and key(words[-1]) in words_of("with_object", "nl")):
        return at + 1 < len(words)
    middle, _ = split_field(words[at + 1 :])
    if helps:
        return False  # “mijn kleinkinderen kunnen verstaan”
    if len(middle) > 2 and verbs.is_prefix(key(middle[-1])) and verbs.infinitive(key(middle[-1]) + verb.infinitive):
        return True
    if not middle:
        return verb.infinitive in _INTRANSITIVE and key(subject[0]) in DETERMINERS
    return (
        key(middle[0]) not in PREPOSITIONS and not any(verbs.infinitive(key(word)) for word in middle)
    ) or verb.infinitive in _INTRANSITIVE


def _is_many(subject: Sequence[str]) -> bool:
    head = key(_head(subject))
    if (
        "en" in map(key, subject)
        or head in dict(pair.split("/", 1) for pair in words_of("plurals", "nl"))
        or key(subject[0]) in ("we", "wij", "ze", "zij", "jullie", "er")
    ):
        return True
    if any(
        head.endswith(end) and head.removesuffix(end) in words_of("persons", "nl") for end in ("'s", "en", "s", "n")
    ):
        return True
    plural = (head.endswith("en") and head not in _ONE_IN_EN) or head.endswith(
        ("els", "ers", "ens", "jes", "aars", "ies", "ors", "'s")
    )
    return (
        len(head) > 3
        and plural
        and key(subject[0]) in ("de", "mijn", "onze", "alle", "deze", "die", "twee", "drie", "veel", "beide", "sommige")
    )


def _head(subject: Sequence[str]) -> str:
    end = next((n for n, word in enumerate(subject) if n and key(word) in PREPOSITIONS), len(subject))
    return subject[end - 1]


def _subject(words: Sequence[str]) -> str | None:
    """Who acts; with “de” or “het” where the text leaves it out; None where it is not certain how to name them."""
    text = " ".join(words)
    first = key(words[0])
    if [key(word) for word in words[-2:]] == ["en", "ik"] and len(words) > 2:
        others = _subject(words[:-2])
        return f"{others} en ik" if others else None
    if "ik" in map(key, words):
        return None
    if words[-1].isdecimal() and len(words) > 1:
        return f"{text[:1].lower()}{text[1:]}"  # “bus 47”
    if _is_named(words, first):
        return text
    if first in SUBJECTS | {"dit", "dat", "deze", "die"} or first in DETERMINERS or first.isdecimal():
        return text if first not in ("het", "de", "een") or len(words) > 1 or first == "het" else None
    return _bare_subject(words, text)


def _is_named(words: Sequence[str], first: str) -> bool:
    """Whether the subject is a name, or called by one: “oma”, “tante Ria”, “HR”, “medewerkers”."""
    called = len(words) > 1 and first in words_of("persons", "nl") and words[1][:1].isupper()
    kin = first in words_of("kin", "nl") and (len(words) == 1 or key(words[1]) == "en")
    titled = first in words_of("names", "nl") or first in ("dhr", "mevrouw", "meneer", "mw", "dr")
    short = len(words) == 1 and words[0].isupper() and len(words[0]) == 2
    name = all(word[:1].isupper() and word.isalpha() and not word.isupper() for word in words)
    return name or called or kin or titled or short or (len(words) == 1 and first not in SUBJECTS and _is_many(words))


def _bare_subject(words: Sequence[str], text: str) -> str | None:
    """A subject without an article: with “de” or “het”, where that is certain."""
    head = key(_head(words))
    if len(words) == 1 and head in words_of("relatives", "nl"):
        return f"mijn {text.lower()}"
    if head in words_of("mass", "nl") or _is_plural_thing(head):
        return text
    if head in words_of("neuter", "nl") or head.endswith(
        ("je", "ment", "gesprek", "bericht", "formulier", "nummer", "systeem", "um")
    ):
        return f"het {text}"
    if (
        head in words_of("persons", "nl")
        or head in words_of("common", "nl")
        or head.endswith(("ing", "tie", "heid", "teit", *COMMON_ENDINGS))
    ):
        return f"de {text}"
    return None


COMMON_ENDINGS = (
    "mail",
    "brief",
    "afspraak",
    "app",
    "balie",
    "bus",
    "post",
    "kaart",
    "pas",
    "lijst",
    "code",
    "link",
    "dienst",
    "medewerker",
    "arts",
    "uitslag",
    "plek",
)


def _is_plural_thing(head: str) -> bool:
    return len(head) > 4 and (
        (head.endswith("en") and not verbs.infinitive(head))
        or head in dict(p.split("/", 1) for p in words_of("plurals", "nl"))
    )
