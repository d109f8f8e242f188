"""Values of one spreadsheet cell: lists, formulas made harmless, yes or no, numbers."""

import re
from collections.abc import Iterable
from datetime import date

from journeymap.domain.model.rows import EvidenceStatus

_FORMULA = "=+\\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20"
_PROTECTED = re.compile(f"'+[{_FORMULA}]")
_TO_PROTECT = re.compile(f"'*[{_FORMULA}]")


def protect(text: str) -> str:
    """The text with `'` before what a spreadsheet would calculate (OWASP, CWE-1236)."""
    return f"'{text}" if _TO_PROTECT.match(text) else text


def unprotect(text: str) -> str:
    """Exactly what `protect` was given; a `'` that protects nothing stays, as in “'t Gooi”."""
    return text[1:] if _PROTECTED.match(text) else text


def starts_as_formula(text: str) -> bool:
    """Whether a spreadsheet might calculate this text."""
    return re.match(f"[{_FORMULA}]", text) is not None


def joined(values: Iterable[str]) -> str:
    """Several values in one cell; a semicolon inside one is marked with a backslash."""
    return "; ".join(f"{_escaped(value)} " if value.endswith("\\") else _escaped(value) for value in values).rstrip()


def _escaped(value: str) -> str:
    return value.replace(";", "\\;")


def parts(cell: str) -> list[str]:
    """The values of a cell, split at semicolons and line ends, each as often as it stands there."""
    return [part for part in aligned(cell) if part]


def aligned(cell: str) -> list[str]:
    """The same with the blank ones, for columns whose values stand in step with those of another."""
    return [" ".join(part.replace("\\;", ";").split()) for part in re.split(r"(?<!\\);|\r?\n|\r", cell)]


_YES = frozenset({"yes", "y", "ja", "j", "true", "waar", "x", "1", "v", "✓", "✔", "☑", "✅"})
_NO = frozenset({"no", "n", "nee", "neen", "false", "onwaar", "0", "-", "–", "☐", "❌", ""})


def yes_or_no(cell: str, column: str = "") -> bool | None:
    """Whether the cell says yes; its column's own name means yes too. None: it says neither."""
    word = cell.strip().casefold()
    if word in _YES or (word and word == column.strip().casefold()):
        return True
    return False if word in _NO else None


def number(cell: str) -> float | None:
    """A number as people write it: +2, −1, 1,5. None: it is none."""
    text = cell.strip().replace("\u2212", "-").replace("\u2013", "-").replace(",", ".")
    return float(text) if re.fullmatch(r"[+-]?[0-9]{1,9}(\.[0-9]{1,20})?(e[+-]?[0-9]{1,3})?", text) else None


_MINUTES = {"": 1, "'": 1, "m": 1, "min": 1, "mins": 1, "minute": 1, "minutes": 1, "minuut": 1, "minuten": 1}
_HOURS = dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "u", "uur", "uren"), 60)


def minutes(cell: str) -> float | None:
    """Minutes, from “5”, “5 min” or “1,5 uur”. None: it is no length of time."""
    found = re.fullmatch(r"\s*([+−–-]?[0-9.,]+(?:e[+-]?[0-9]+)?)\s*([A-Za-z']*)\.?\s*", cell)
    unit = (_MINUTES | _HOURS).get(found[2].casefold()) if found else None
    amount = number(found[1]) if found else None
    return None if unit is None or amount is None else amount * unit


_EVIDENCE = {
    EvidenceStatus.ASSUMED: ("assumed", "assumption", "guess", "hypothesis", "aanname", "aangenomen", "gok"),
    EvidenceStatus.INTERNAL: ("internal", "internal data", "data", "intern", "interne gegevens", "interne data"),
    EvidenceStatus.VALIDATED: (
        *("validated", "validated by a customer", "customer validated", "customer", "confirmed", "proven"),
        *("gevalideerd", "gevalideerd door een klant", "klant", "bevestigd", "bewezen"),
    ),
}


def evidence(cell: str) -> EvidenceStatus | None:
    """The evidence status that these words mean. None: none of them."""
    word = " ".join(cell.casefold().replace("-", " ").split())
    return next((status for status, words in _EVIDENCE.items() if word in words), None)


def day(cell: str) -> str | None:
    """A date: 2026-09-18, or 18-9-2026 as the Dutch write it. None: it is none."""
    day_first = re.fullmatch(r"(\d{1,2})[-.](\d{1,2})[-.](\d{4})", cell)
    try:
        if day_first:
            return date(int(day_first[3]), int(day_first[2]), int(day_first[1])).isoformat()
        return date.fromisoformat(cell).isoformat()
    except ValueError:
        return None
