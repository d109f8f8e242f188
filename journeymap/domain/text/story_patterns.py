"""How stories are worded: the sentences they are written by, ours or those of the organisation.

A pattern is one line in which `{persona}` and the like name what is put there.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import Refusal, Term, invalid

PLACES: Mapping[str, tuple[str, ...]] = {
    "sentence": ("persona", "wish", "needs"),
    "sentence-because": ("persona", "wish", "reason"),
    "sentence-neutral": ("persona", "wish", "needs"),
    "sentence-no-need": ("persona", "wish"),
    "wish-want": ("moment",),
    "wish-want-not": ("moment",),
    "wish-better": ("moment",),
    "wish-neutral": ("moment",),
    "criterion": ("given", "when", "then"),
    "given-wish": ("wish",),
    "given-moment": ("moment",),
    "when-begun": (),
    "when-over": (),
    "when-channel": ("channel",),
    "then-minutes": ("time",),
    "then-minutes-enough": ("time",),
    "then-waiting": ("time",),
    "then-channel": (),
    "then-said": ("need",),
    "then-need": ("need",),
    "outcome": ("moment", "share", "least"),
    "outcome-top": ("moment", "share", "least"),
    "outcome-label": ("moment", "share", "label"),
}
"""Every pattern that an organisation may have of its own, and what has to be named in it."""

LENGTH = 300
SHARE = 70
"""So many in a hundred answers have to say it: a promise that is kept for most, and can be missed."""

_PLACE = re.compile(r"\{\s*([^{}]*?)\s*\}")


@dataclass(frozen=True, slots=True)
class StoryPatterns:
    """The patterns of one language: `own` are those that are not ours, by name; `share` is in percent."""

    own: tuple[tuple[str, str], ...] = ()
    share: int = SHARE

    def said(self, name: str, language: str, /, **values: str) -> str:
        """The sentence with these values; many times faster than `say`, which it asks once."""
        own = _found(self.own).get(name) if self.own else None
        parts = _own_parts(own) if own is not None else _our_parts(name, language, tuple(values))
        return "".join([values[part] if named else part for part, named in parts])

    def text(self, name: str, language: str) -> str:
        """The pattern as somebody may change it."""
        return dict(self.own).get(name) or our_pattern(name, language)


OURS = StoryPatterns()


def our_pattern(name: str, language: str) -> str:
    """Our own pattern, with what is put there in braces."""
    return say(f"story-{name}", language, **{place: f"{{{place}}}" for place in PLACES[name]})


def faults_of(name: str, text: str) -> Iterator[Refusal]:
    """What is wrong with a pattern, each in a sentence."""
    known = PLACES[name]
    listed = ", ".join(f"{{{place}}}" for place in known)
    if not text.strip():
        yield invalid("pattern-empty")
        return
    if len(text) > LENGTH:
        yield invalid("pattern-long", most=LENGTH, length=len(text))
    if len(text.splitlines()) > 1:
        yield invalid("pattern-lines")
    named = _PLACE.findall(text)
    for place in dict.fromkeys(named):
        if place not in known:
            key = "pattern-unknown" if known else "pattern-none-known"
            yield invalid(key, place=f"{{{place}}}", known=listed)
    if re.search(r"[{}]", _PLACE.sub("", text)):
        yield invalid("pattern-brace")
    for place in known:
        if place not in named:
            yield invalid("pattern-missing", place=f"{{{place}}}", what=Term(f"pattern-place-{place}"))


@lru_cache(maxsize=64)
def _found(own: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return dict(own)


@lru_cache(maxsize=512)
def _own_parts(text: str) -> tuple[tuple[str, bool], ...]:
    return tuple((part, n % 2 == 1) for n, part in enumerate(_PLACE.split(text)) if part)


@lru_cache(maxsize=1024)
def _our_parts(name: str, language: str, names: tuple[str, ...]) -> tuple[tuple[str, bool], ...]:
    """Our text in pieces: those that stand, and those that name a value."""
    said = say(f"story-{name}", language, **{one: f"\0{one}\0" for one in names})
    return tuple((part, n % 2 == 1) for n, part in enumerate(said.split("\0")) if part)
