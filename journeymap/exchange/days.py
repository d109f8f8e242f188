"""Dates as people and spreadsheets write them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from babel.dates import get_month_names

from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.exchange.import_choices import DateOrder

_TIME = re.compile(
    r"[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?\s*(?:[ap]m|Z|[+-][0-9]{2}:?[0-9]{2})?$", re.IGNORECASE
)
_NUMBERS = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")
_DAY_AND_NAME = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[-. ]+([^\W\d_]{3,})\.?,?[-. ]+([0-9]{4}|[0-9]{2})")
_NAME_AND_DAY = re.compile(r"([^\W\d_]{3,})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")


def day(cell: str, order: DateOrder | None = None) -> str | None:
    """A date such as 2026-09-18, 18-9-2026, 18/09/2026 or 18 Sep 2026, as 2026-09-18. None: it is none.

    `order` says which number of 3/4/2026 is the day; where only one can be it, that one is.
    """
    text = _TIME.sub("", " ".join(cell.split()))
    if found := _YEAR_FIRST.fullmatch(text):
        return _date(found[1], found[2], found[3])
    if found := _NUMBERS.fullmatch(text):
        first, _, second, year = found.groups()
        day_first = _date(year, second, first)
        month_first = _date(year, first, second) if found[2] == "/" or order is DateOrder.MONTH_FIRST else None
        return (month_first or day_first) if order is DateOrder.MONTH_FIRST else day_first or month_first
    if found := _DAY_AND_NAME.fullmatch(text):
        return _date(found[3], _month(found[2]), found[1])
    if found := _NAME_AND_DAY.fullmatch(text):
        return _date(found[3], _month(found[1]), found[2])
    return None


def order_of(cells: Iterable[str]) -> tuple[DateOrder | None, bool]:
    """Which number comes first in these dates, as far as they tell, and whether that has to be asked.

    Dots and dashes between numbers are day first; between slashes a number above 12 tells, for all of them.
    """
    slashed = [(int(found[1]), int(found[3])) for cell in cells if (found := _slashed(cell))]
    day_first = any(first > 12 for first, _ in slashed)
    month_first = any(second > 12 for _, second in slashed)
    if day_first and month_first:
        return None, False
    order = DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST if month_first else None
    return order, order is None and any(first != second for first, second in slashed)


def _slashed(cell: str) -> re.Match[str] | None:
    found = _NUMBERS.fullmatch(_TIME.sub("", " ".join(cell.split())))
    return found if found and found[2] == "/" else None


def _date(year: str, month: str, of_month: str) -> str | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(of_month)).isoformat()
    except ValueError:
        return None


def _month(name: str) -> str:
    return str(_months().get(name.casefold(), 0))


@cache
def _months() -> Mapping[str, int]:
    return {
        name.casefold().rstrip("."): month
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for month, name in get_month_names(width, locale=language).items()
    }
