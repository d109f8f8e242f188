"""The forms of English verbs: which base form a word belongs to, and as what."""

import re
from collections.abc import Iterable
from functools import cache

from journeymap.domain.text.grammar.words import words_of

VOWEL = "aeiou"
DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")


@cache
def bases() -> frozenset[str]:
    """All verbs in their base form."""
    return words_of("verbs", "en") | frozenset(_irregular())


@cache
def third_persons() -> dict[str, str]:
    """Base forms by the form with “she”."""
    return {third_person(base): base for base in bases()}


@cache
def pasts() -> dict[str, str]:
    """Base forms by their past; not those whose past looks like the base form."""
    return {
        past: base for base in bases() for past in (_irregular().get(base, (_with_ed(base),))[0],) if past != base
    } | {"were": "be"}


@cache
def participles() -> dict[str, str]:
    """Base forms by their past participle."""
    return {_irregular().get(base, (_with_ed(base),))[-1]: base for base in bases()}


@cache
def gerunds() -> dict[str, str]:
    """Base forms by their “-ing” form."""
    return {_with_ing(base): base for base in bases()}


def third_person(base: str) -> str:
    """The form with “she”: reads, tries, has, is."""
    known = {"have": "has", "be": "is", "do": "does", "go": "goes"}
    if base in known:
        return known[base]
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if re.search(r"(?:s|x|z|ch|sh|o)$", base) else f"{base}s"


def past_of(base: str) -> str:
    """The past: called, tried, went."""
    return _irregular().get(base, (_with_ed(base),))[0]


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    rows: Iterable[list[str]] = (entry.split("/") for entry in words_of("irregular", "en"))
    return {base: (past, participle) for base, past, participle in rows}


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    return f"{_doubled(base)}ed"


def _with_ing(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return f"{base[:-1]}ing"
    return f"{_doubled(base)}ing"


def _doubled(base: str) -> str:
    """The last letter twice where it is written so: stop, stopping."""
    if base in words_of("doubling", "en") or DOUBLED.match(base) or base in ("quit", "travel", "cancel", "label"):
        return base + base[-1]
    return base
