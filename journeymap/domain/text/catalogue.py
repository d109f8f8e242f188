"""The catalogue: every text a person reads, in each language, from data/texts/.

The files are Project Fluent (https://projectfluent.org); one folder a language.
"""

from collections.abc import Mapping
from functools import cache

from fluent.runtime import FluentBundle, FluentResource

from journeymap.domain.text.resources import data

LANGUAGES: Mapping[str, str] = {"en": "English", "nl": "Nederlands"}
FALLBACK = "en"

Value = str | int | float

_LONG = 500
"""A value of more characters is put in afterwards: the library refuses texts of some thousands."""


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted(data("texts", language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def say(key: str, language: str = FALLBACK, **values: Value) -> str:
    """The text under this key; `{$name}` in it is filled from the values.

    Errors: KeyError where no language has the key, so a missing text fails a test, not a person.
    """
    for tongue in dict.fromkeys((language, FALLBACK)):
        bundle = _bundle(tongue if tongue in LANGUAGES else FALLBACK)
        if bundle.has_message(key):
            pattern = bundle.get_message(key).value
            if pattern is not None:
                long = {name: value for name, value in values.items() if isinstance(value, str) and len(value) > _LONG}
                text, errors = bundle.format_pattern(pattern, values | {name: f"\0{name}\0" for name in long})
                if errors:
                    raise KeyError(f"{key}: {errors[0]}")
                return _put_in(str(text), long)
    raise KeyError(key)


def _put_in(text: str, long: Mapping[str, str]) -> str:
    """The text with its long values where their tokens stand: no text of ours or of anybody's holds a NUL."""
    if not long:
        return text
    return "".join([long[part] if n % 2 else part for n, part in enumerate(text.split("\0"))])


def known(key: str, language: str = FALLBACK) -> bool:
    """Whether this language itself has the key."""
    return _bundle(language).has_message(key)


def keys(language: str) -> frozenset[str]:
    """All keys of one language: the languages are held equal by a test."""
    return frozenset(_bundle(language)._messages)  # noqa: SLF001 - the library offers no listing


@cache
def starting_with(prefix: str) -> tuple[str, ...]:
    """The keys of one area: what a component of ours takes along to the browser."""
    return tuple(sorted(key for key in keys(FALLBACK) if key.startswith(prefix)))


def capital(text: str) -> str:
    """The text with its first letter as a capital: a field's name where a line begins with it."""
    return text[:1].upper() + text[1:]
