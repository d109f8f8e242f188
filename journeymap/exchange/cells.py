"""Values of one spreadsheet cell: lists, formulas made harmless, yes or no, numbers, nothing at all."""

import re
from collections.abc import Iterable

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


_NOTHING = frozenset(
    (
        *(
            "n/a",
            "n.a.",
            "n.a",
            "na",
            "not applicable",
            "none",
            "null",
            "nil",
            "nan",
            "(none)",
            "(blank)",
            "(empty)",
            "?",
        ),
        *("n.v.t.", "n.v.t", "nvt", "niet van toepassing", "geen", "(geen)", "(leeg)", "onbekend", "unknown", "tbd"),
        *("-", "--", "–", "—", "---", "...", "…", "/", "#n/a", "#n/b"),
    )
)
"""What people write where there is nothing to say."""

_BULLET = re.compile(r"(?:[-–—*•‣◦▪▫●○■□·∙➤→>✓]\s+|[•‣◦▪▫●○■□∙➤]|[(]?[0-9]{1,2}[.)]\s+)(?=\S)")


def is_nothing(cell: str) -> bool:
    """Whether the cell says, in so many words, that there is nothing to say."""
    return cell.strip().casefold() in _NOTHING


def unlisted(part: str) -> str:
    """A value without the bullet or the number of a list before it."""
    found = _BULLET.match(part)
    return part[found.end() :] if found else part


def listed(cell: str) -> list[str]:
    """The items of a cell whose lines are a list with bullets or numbers; none where it is no such list.

    A line without a bullet goes on with the item above.
    """
    items: list[str] = []
    for line in filter(None, (line.strip() for line in cell.splitlines())):
        if _BULLET.match(line):
            items.append(unlisted(line))
        elif items:
            items[-1] += f" {line}"
        else:
            return []
    return items if len(items) > 1 else []
