"""The forms of Dutch verbs: which infinitive a word belongs to, and as what."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from journeymap.domain.text.grammar.words import REMEMBERED, words_of

_UNSTRESSED = words_of("unstressed", "nl")
_STRESSED = ("verdelen", "beoordelen", "verlenen", "ontlenen", "vervelen")
_SOFT = re.compile(r"^(?:be|ge|her|ver|ont|er)")


class Forms(NamedTuple):
    """An infinitive's other forms."""

    infinitive: str
    i: str
    he: str
    past: str
    participle: str


@cache
def verbs() -> dict[str, Forms]:
    """All verbs that the lists know, without separable prefixes."""
    regular = {verb: _regular(verb) for verb in words_of("verbs", "nl")}
    rows = (entry.split("/") for entry in words_of("irregular", "nl"))
    return regular | {row[0]: Forms(*row) for row in rows}


@lru_cache(maxsize=REMEMBERED)
def infinitive(word: str) -> Forms | None:
    """The verb of which this is the infinitive, with its prefix: “terugbellen”."""
    if found := verbs().get(word):
        return found
    for prefix in _prefixes():
        base = verbs().get(word[len(prefix) :]) if word.startswith(prefix) else None
        if base is None and word.startswith(f"{prefix}te"):
            base = verbs().get(word[len(prefix) + 2 :])
            if base is not None and word[len(prefix) :] in verbs():
                base = None
        if base is not None and base.infinitive not in _NEVER_JOINED:
            return joined(prefix, base)
    return None


@lru_cache(maxsize=REMEMBERED)
def finite(word: str) -> tuple[Forms, str] | None:
    """The verb of which this is a form with a subject, and which: “i”, “he”, “past” or “many”."""
    return _finites().get(word)


@lru_cache(maxsize=REMEMBERED)
def finite_joined(word: str) -> Forms | None:
    """The verb of which this is a form as at the end of a clause: “uitlegt”, “weet”."""
    if found := finite(word):
        return found[0]
    for prefix in _prefixes():
        if (
            word.startswith(prefix)
            and (found := finite(word[len(prefix) :]))
            and found[0].infinitive not in _NEVER_JOINED
        ):
            return joined(prefix, found[0])
    return None


@lru_cache(maxsize=REMEMBERED)
def participle(word: str) -> Forms | None:
    """The verb of which this is the past participle: “teruggebeld”."""
    if found := _participles().get(word):
        return found
    for prefix in _prefixes():
        base = _participles().get(word[len(prefix) :]) if word.startswith(prefix) else None
        if base is not None:
            return joined(prefix, base)
    return None


def joined(prefix: str, base: Forms) -> Forms:
    """A separable verb as it is written in one word."""
    return Forms(*(f"{prefix}{form}" for form in base))


def is_prefix(word: str) -> bool:
    """Whether the word may belong to a verb: “in”, “terug”."""
    return word in words_of("prefixes", "nl")


def may_be_joined(base: Forms) -> bool:
    """Whether the verb takes prefixes: “is” in “is open” does not."""
    return base.infinitive not in _NEVER_JOINED


_NEVER_JOINED = words_of("never_joined", "nl")


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(sorted(words_of("prefixes", "nl"), key=len, reverse=True))


@cache
def _finites() -> dict[str, tuple[Forms, str]]:
    found: dict[str, tuple[Forms, str]] = {}
    for forms in verbs().values():
        found.setdefault(forms.infinitive, (forms, "many"))
    for forms in verbs().values():
        found[forms.past] = (forms, "past")
    for forms in verbs().values():
        found[forms.i] = (forms, "i")
    for forms in verbs().values():
        if forms.he != forms.i:
            found[forms.he] = (forms, "he")
    weak = {f"{forms.past}n": (forms, "pasts") for forms in verbs().values() if forms.past.endswith(("te", "de"))}
    extra = (entry.split("/") for entry in words_of("further_forms", "nl"))
    more = {word: (verbs()[base], kind) for word, base, kind in extra}
    return {word: form for word, form in weak.items() if word not in found} | found | more


@cache
def _participles() -> dict[str, Forms]:
    return {forms.participle: forms for forms in verbs().values()}


def _regular(verb: str) -> Forms:
    root = verb[:-2] if verb.endswith("en") else verb[:-1]
    stem = _stem(verb, root)
    hard = root[-1:] in ("t", "k", "f", "s", "p", "c", "x") or root.endswith("ch")
    he = stem if stem.endswith("t") else f"{stem}t"
    ending = "t" if hard else "d"
    participle = stem if stem.endswith(ending) else f"{stem}{ending}"
    if not (_SOFT.match(verb) and len(stem) > 4):
        participle = f"ge{participle}" if verb[0] != "i" else f"geï{participle[1:]}"
    return Forms(verb, stem, he, f"{stem}{ending}e", participle)


def _stem(verb: str, root: str) -> str:
    if len(root) > 2 and root[-1] == root[-2]:
        return root[:-1]
    if re.search(r"(?:^|[^aeiou])[aeou][bdfghklmnprstvz]$", root) and not _is_weak(verb, root):
        root = f"{root[:-1]}{root[-2]}{root[-1]}"
    return root[:-1] + {"z": "s", "v": "f"}.get(root[-1], root[-1])


def _is_weak(verb: str, root: str) -> bool:
    """Whether the last syllable has no stress, so that its vowel stays single: “wandel”, but “reserveer”."""
    if not re.search(r"[aeiouy].*[aeiou][^aeiou]$", root) or verb in _STRESSED:
        return False
    if verb.endswith("eren"):
        return verb in _UNSTRESSED
    return root.endswith(("el", "en", "em")) and not root.endswith(("beel",))
