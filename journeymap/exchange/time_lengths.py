"""Lengths of time as people write them in a cell, in minutes; and points in time, which are none."""

import re
from collections.abc import Mapping, Sequence

from journeymap.exchange.cells import number

_NAMES: Mapping[float, tuple[str, ...]] = {
    1 / 60: ("s", "sec", "secs", "second", "seconds", "seconde", "seconden"),
    1: ("", "'", "m", "min", "mins", "minute", "minutes", "minuut", "minuten"),
    60: ("h", "hr", "hrs", "hour", "hours", "u", "uur", "uren"),
    60 * 24: ("d", "day", "days", "dag", "dagen"),
    60 * 24 * 7: ("w", "wk", "wks", "week", "weeks", "weken"),
}
_UNITS = {name: minutes for minutes, names in _NAMES.items() for name in names}
_PART = re.compile(r"([0-9]+(?:[.,][0-9]+)?(?:e[+-]?[0-9]+)?)\s*([A-Za-z']*)\.?\s*(?:,|and\b|en\b)?\s*", re.IGNORECASE)
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?")
_ISO = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.IGNORECASE)
_STAMP = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?"
    r"\s*(?:[ap]m|z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(
    r"([01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:\s*[ap]m)?|[0-9]{1,2}:[0-5][0-9]\s*[ap]m", re.IGNORECASE
)


def minutes(cell: str) -> float | None:
    """Minutes, from “5”, “5 min”, “1,5 uur”, “0:30” (hours and minutes), “2 days”, “1 h 30”, “PT1H30M”.

    None: it is no length of time, such as a date and a time.
    """
    text = " ".join(cell.split())
    sign = -1 if text[:1] in ("-", "−", "–") else 1
    bare = text.lstrip("-−–+~≈± ").strip()
    if found := _CLOCK.fullmatch(bare):
        return sign * (int(found[1]) * 60 + int(found[2]) + int(found[3] or 0) / 60)
    found = _ISO.fullmatch(bare)
    if found and any(found.groups()):
        days, hours, mins, seconds = (int(part or 0) for part in found.groups())
        return sign * (days * 1440 + hours * 60 + mins + seconds / 60)
    total = _summed(bare)
    return None if total is None else sign * total


def _summed(text: str) -> float | None:
    """“1 h 30 min”, each unit smaller than the one before; a last number without one counts in the next smaller."""
    total, above, at = 0.0, float("inf"), 0
    while at < len(text):
        found = _PART.match(text, at)
        amount = number(found[1]) if found else None
        unit = _UNITS.get(found[2].casefold()) if found else None
        if found is None or amount is None or unit is None or unit >= above or found.end() == at:
            return None
        if not found[2] and above not in (float("inf"), 60):
            return None
        total, above, at = total + amount * unit, unit, found.end()
    return total if text else None


def are_points_in_time(cells: Sequence[str]) -> bool:
    """Whether most of these cells say when something was, and not how long it took."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    stamps = sum(_STAMP.fullmatch(cell) is not None for cell in filled)
    clocks = [cell for cell in filled if _TIME_OF_DAY.fullmatch(cell)]
    late = any(int(cell[:2].rstrip(":")) >= 6 for cell in clocks)
    return bool(filled) and 2 * (stamps + (len(clocks) if late else 0)) > len(filled)


def are_stamps(cells: Sequence[str]) -> bool:
    """Whether most of these cells are a date, with or without a time."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and 2 * sum(_STAMP.fullmatch(cell) is not None for cell in filled) > len(filled)
