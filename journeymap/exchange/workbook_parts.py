"""What every workbook of ours does: a text is a text whatever it begins with, and no cell holds too much."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

MOST_OF_CELL = 32_767
"""So many characters does a cell of a workbook hold."""


def new_workbook(out: BytesIO, title: str, comments: str) -> Any:
    """A workbook that is written here once it is closed, and says what it is about."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only read when somebody asks for one

    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    created = datetime.now(UTC).replace(tzinfo=None)
    book.set_properties({"title": title, "comments": comments, "created": created})
    return book


def fitting(text: str) -> str:
    """As much of it as a cell holds, counted as Excel does, with two places for what is beyond 65,536."""
    if len(text) * 2 <= MOST_OF_CELL or len(text.encode("utf-16-le")) // 2 <= MOST_OF_CELL:
        return text
    whole = text.encode("utf-16-le")[: 2 * (MOST_OF_CELL - 1)].decode("utf-16-le", "ignore")
    return f"{whole}…"
