"""A comparison's table as files: CSV for any program, and a workbook with filters and a header that stays."""

import io
from typing import TYPE_CHECKING, Any

from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import invalid
from journeymap.exchange.cells import starts_as_formula
from journeymap.exchange.comparison_table import Cell, ComparisonTable, TableColumn, faces
from journeymap.exchange.csv_files import written
from journeymap.exchange.wishes import MapWish
from journeymap.exchange.workbook_parts import fitting, new_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_OF_FOOTER = 240
"""So much of what a footer says, with each & doubled: 255 characters are all that it holds."""

_WIDTHS = {"choice": 18, "text": 24, "number": 12}
_WIDE = 44


def comparison_csv(wish: MapWish) -> bytes:
    """The table with a row for every match. Errors: Refusal where the map has no as-is to be held against."""
    table, face = _table(wish), _face(wish)
    told = [face] if face else []
    names = [*table.labels(), *(say("exchange-column-validation", table.language) for _ in told)]
    return written([names, *([*map(_whole, cells), *told] for cells in table.cells())], "spreadsheet")


def comparison_xlsx(wish: MapWish) -> bytes:
    """The same as a workbook: the first row says what it is and how far the maps are. Errors: as `comparison_csv`."""
    table, out = _table(wish), io.BytesIO()
    title = say("compare-table-title", table.language, as_is=table.found.as_is.title, to_be=table.found.to_be.title)
    face = _face(wish)
    book = new_workbook(out, title, face)
    _Sheet(book, table).write(title, face)
    book.close()
    return out.getvalue()


def _whole(cell: Cell) -> Cell:
    """Sixteen minutes are 16, not 16.0."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


class _Sheet:
    """The one sheet of the workbook."""

    HEADER = 2
    """The row of the names, counted from 0: above it stand what it is, and how far the maps are."""

    def __init__(self, book: Any, table: ComparisonTable) -> None:
        self.table = table
        self.sheet = book.add_worksheet(say("compare-table-sheet", table.language))
        cell = {"valign": "top", "text_wrap": True}
        self.formats: Mapping[str, Any] = {
            "title": book.add_format({"bold": True, "font_size": 14, "quote_prefix": True}),
            "face": book.add_format({"bold": True, "font_color": "#9C0006", "quote_prefix": True}),
            "header": book.add_format({"bold": True, "bg_color": "#E8EAF6", "bottom": 1, **cell}),
            "text": book.add_format(cell),
            "quoted": book.add_format({"quote_prefix": True, **cell}),
            "number": book.add_format({"valign": "top", "num_format": "0.##"}),
            "signed": book.add_format({"valign": "top", "num_format": "+0.##;-0.##;0"}),
        }

    def write(self, title: str, face: str) -> None:
        """All of it."""
        sheet, columns = self.sheet, self.table.columns
        self._put(0, 0, title, "title")
        self._put(1, 0, face, "face")
        for at, column in enumerate(columns):
            sheet.set_column(at, at, _WIDE if column.wide else _WIDTHS[column.kind])
            self._put(self.HEADER, at, column.label(self.table.language), "header")
        row = self.HEADER
        for row, cells in enumerate(self.table.cells(), self.HEADER + 1):
            for at, (column, cell) in enumerate(zip(columns, cells, strict=True)):
                self._put(row, at, cell, _look(column))
        sheet.autofilter(self.HEADER, 0, row, len(columns) - 1)
        sheet.freeze_panes(self.HEADER + 1, 2)
        self._on_paper(face)

    def _put(self, row: int, at: int, cell: Cell, look: str) -> None:
        """A number as a number, and a text as a text whatever it begins with."""
        if isinstance(cell, str):
            if cell:
                quoted = look == "text" and starts_as_formula(cell)
                self.sheet.write_string(row, at, fitting(cell), self.formats["quoted" if quoted else look])
        elif cell is not None:
            self.sheet.write_number(row, at, cell, self.formats[look])

    def _on_paper(self, face: str) -> None:
        self.sheet.set_landscape()
        self.sheet.set_paper(8)  # A3
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(self.HEADER)
        said = face.replace("&", "&&")[:MOST_OF_FOOTER]
        whole = said[: len(said) - said.count("&") % 2]  # half of a pair would take the next mark for its own
        self.sheet.set_footer(f"&L{whole}&R&P / &N")


def _look(column: TableColumn) -> str:
    if column.kind != "number":
        return "text"
    return "signed" if column.name in ("felt", "targeted") else "number"


def _table(wish: MapWish) -> ComparisonTable:
    if wish.compared is None:
        raise invalid("comparison-no-as-is")
    return ComparisonTable(wish.compared, wish.language or wish.journey.language, wish.counts)


def _face(wish: MapWish) -> str:
    if wish.compared is None:
        return ""
    return faces(wish.compared, (wish.standing_of_as_is, wish.standing), wish.language or wish.journey.language)
