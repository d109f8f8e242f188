"""Texts of the catalogue that are filled again and again: each is read once, then only its places are."""

from functools import cache

from journeymap.domain.text.catalogue import say


def filled(key: str, language: str, **values: str) -> str:
    """The same as `say` for a text that makes no choice by its values, many times faster."""
    parts = _parts(key, language, tuple(values))
    return "".join([values[part] if named else part for part, named in parts])


@cache
def _parts(key: str, language: str, names: tuple[str, ...]) -> tuple[tuple[str, bool], ...]:
    """The text in pieces: those that stand, and those that name a value."""
    said = say(f"story-{key}", language, **{name: f"\0{name}\0" for name in names})
    return tuple((part, n % 2 == 1) for n, part in enumerate(said.split("\0")) if part)
