"""Refusals: what cannot be done, said in a facilitator's words."""

from typing import Literal

from journeymap.domain.text.catalogue import FALLBACK, Value, say

Code = Literal["invalid", "forbidden", "gone", "stale", "too_fast", "unavailable"]


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """A change or a request that is answered with a reason instead of an effect.

    `key` names the sentence in the catalogue (`refusal-…`), `values` fill it.
    Values that name catalogue entries themselves (`field-…`, `row-…`) are translated with it.
    """

    def __init__(self, code: Code, key: str, **values: Value) -> None:
        self.code: Code = code
        self.key = f"refusal-{key}"
        self.values = values
        super().__init__(self.reason())

    def reason(self, language: str = FALLBACK) -> str:
        """The sentence a person reads."""
        return say(self.key, language, **{name: _worded(value, language) for name, value in self.values.items()})


def _worded(value: Value, language: str) -> Value:
    if isinstance(value, Term):
        return say(value, language)
    return value


class Term(str):
    """A value of a refusal that is itself a key of the catalogue."""

    __slots__ = ()


def invalid(key: str, **values: Value) -> Refusal:
    """What was asked is not possible as it stands."""
    return Refusal("invalid", key, **values)


def gone(key: str, **values: Value) -> Refusal:
    """What it is about is no longer there."""
    return Refusal("gone", key, **values)


def forbidden(key: str, **values: Value) -> Refusal:
    """This person may not do it."""
    return Refusal("forbidden", key, **values)


def stale(key: str, **values: Value) -> Refusal:
    """Somebody else has changed it since."""
    return Refusal("stale", key, **values)


def unavailable(key: str, **values: Value) -> Refusal:
    """It cannot be done now; nothing was written."""
    return Refusal("unavailable", key, **values)
