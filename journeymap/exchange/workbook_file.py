"""Excel and LibreOffice workbooks: one sheet as text, by python-calamine, which runs no macro and opens no link."""

import io
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from journeymap.domain.model import limits
from journeymap.domain.text.errors import Refusal, invalid
from journeymap.exchange.cells import unprotect
from journeymap.exchange.file_position import shown
from journeymap.exchange.json_input import check_size
from journeymap.exchange.packed_file import MOST_COLUMNS, MOST_ROWS, check_packed
from journeymap.exchange.sheet_grid import Grid, letter


def is_workbook(data: bytes) -> bool:
    """Whether this is a workbook, whatever its name: .xlsx, .xlsm, .xlsb, .ods, or an .xls."""
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return True
    if not data.startswith(b"PK\x03\x04"):
        return False
    return b"opendocument.spreadsheet" in data[:200] or b"xl/workbook." in data


def grid_of_workbook(data: bytes, filename: str, sheet: str = "") -> Grid:
    """A sheet of a workbook: the one of this name, or the first that says something. Errors: Refusal."""
    check_size(len(data))
    if data.startswith(b"PK"):
        check_packed(data, filename)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = tuple(one.name for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet)
        if sheet and sheet not in sheets:
            listed = ", ".join(f"“{shown(name, 30)}”" for name in sheets[:10])
            raise invalid("workbook-no-such-sheet", sheet=shown(sheet), sheets=listed)
        for name in (sheet,) if sheet else sheets:
            grid = _grid(book.get_sheet_by_name(name), name, sheets)
            if grid.rows:
                return grid
    except PasswordError:
        raise invalid("workbook-password", name=shown(filename, 60)) from None
    except (CalamineError, OSError, ValueError, KeyError) as why:
        raise _damaged(filename) from why
    raise invalid("file-empty")


def _damaged(filename: str) -> Refusal:
    return invalid("workbook-damaged", name=shown(filename, 60))


def _grid(sheet: CalamineSheet, name: str, sheets: tuple[str, ...]) -> Grid:
    if sheet.total_width > MOST_COLUMNS:
        raise invalid("table-too-many-columns", most=MOST_COLUMNS, columns=sheet.total_width)
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    first_row, first_column = sheet.start or (0, 0)
    for number, cells in enumerate(sheet.iter_rows(), first_row + 1):
        texts = ("",) * first_column + tuple(_text(cell, number, at) for at, cell in enumerate(cells, first_column))
        if any(texts):
            if len(rows) > limits.ROWS["moments"] or number > MOST_ROWS:
                raise invalid("table-too-many-rows", most=limits.ROWS["moments"])
            rows.append(texts)
            numbers.append(number)
    return Grid(tuple(rows), tuple(numbers), kind="excel", sheet=name, sheets=sheets)


def _text(cell: Any, row: int, column: int) -> str:
    """A cell as somebody would have typed it: a date as 2026-09-18, a length of time as 1:30, a whole number bare."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(round(cell, 10))
    if isinstance(cell, datetime):
        bare = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if bare else cell.isoformat(" ", "seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return f"{cell.hour}:{cell.minute:02}" + (f":{cell.second:02}" if cell.second else "")
    if isinstance(cell, timedelta):
        minutes, seconds = divmod(round(cell.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    text = str(cell)
    if len(text) > 10 * limits.NOTES:
        raise invalid("workbook-long-cell", cell=f"{letter(column)}{row}", most=10 * limits.NOTES)
    return unprotect(text.strip()).strip()
