"""Order among siblings: fractional keys between two neighbours, spaced anew when they grow long."""

from collections.abc import Sequence

from fractional_indexing import FIError, generate_key_between, generate_n_keys_between

from journeymap.domain.model.limits import KEY_LENGTH

LAST = "*"
"""As `after`: behind the last sibling. No row can have this id."""


def between(low: str | None, high: str | None) -> str | None:
    """A key after `low` and before `high`, or None where the gap holds none short enough."""
    try:
        key: str | None = generate_key_between(low, high)
    except FIError:
        return None
    return key if key and len(key) <= KEY_LENGTH else None


def spaced(count: int, low: str | None = None, high: str | None = None) -> Sequence[str] | None:
    """Fresh, evenly spaced keys between two, or None where there is no room for short ones."""
    try:
        keys = list(generate_n_keys_between(low, high, count))
    except FIError:
        return None
    return keys if all(key and len(key) <= KEY_LENGTH // 2 for key in keys) or low is high is None else None
