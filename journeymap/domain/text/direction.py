"""Which way a text runs."""

import unicodedata


def right_to_left(text: str) -> bool:
    """Whether the first letter of a text that has a direction runs from right to left."""
    ways = (unicodedata.bidirectional(c) for c in text)
    return next((way != "L" for way in ways if way in {"L", "R", "AL"}), False)
