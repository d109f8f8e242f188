"""The beginning of a file of stories, read back from the file itself: what one sees before taking it away."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from xml.etree import ElementTree as ET
from zipfile import ZipFile

ROWS = 10
LINES = 24
FILES = 8
CELL = 160

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True, slots=True)
class FilePreview:
    """Either the first rows of a table by its columns, or the first lines of a text.

    `files` are those of a ZIP, of which the first is shown.
    """

    rows: Sequence[dict[str, str]] = ()
    text: str = ""
    files: Sequence[str] = ()


def previewed(content: bytes, suffix: str) -> FilePreview:
    """What this file begins with."""
    if suffix == ".csv":
        return FilePreview(_rows(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))))
    if suffix == ".xlsx":
        return FilePreview(_rows(_sheet(content)))
    if suffix == ".zip":
        with ZipFile(io.BytesIO(content)) as archive:
            names = [name for name in archive.namelist() if not name.endswith(".json")]
            first = archive.read(names[0]) if names else b""
            inside = previewed(first, ".csv" if names and names[0].endswith(".csv") else "")
            return replace(inside, files=names[:FILES])
    return FilePreview(text=_beginning(content.decode(errors="replace")))


def _beginning(text: str) -> str:
    return "\n".join(line[: CELL * 2] for line in text.splitlines()[:LINES])


def _rows(table: Iterable[Sequence[str]]) -> list[dict[str, str]]:
    """The first rows by the names of their columns; a name that comes again has a number."""
    header, *rows = islice(table, ROWS + 1)
    names: list[str] = []
    for name in header:
        again = sum(one == name or one.startswith(f"{name} (") for one in names)
        names.append(f"{name} ({again + 1})" if again else name)
    return [dict(zip(names, [_short(cell) for cell in row], strict=False)) for row in rows]


def _short(cell: str) -> str:
    return cell if len(cell) <= CELL else f"{cell[: CELL - 1]}…"


def _sheet(content: bytes) -> Iterable[Sequence[str]]:
    """The rows of the one sheet of a workbook of ours."""
    with ZipFile(io.BytesIO(content)) as archive:
        strings = ET.fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314 - we wrote it a moment ago
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    texts = ["".join(part.text or "" for part in one.iter(f"{_SHEET}t")) for one in strings]
    for row in sheet.iter(f"{_SHEET}row"):
        cells = {_column(cell.get("r", "")): cell.findtext(f"{_SHEET}v") for cell in row}
        yield [texts[int(cells.get(at) or 0)] if cells.get(at) else "" for at in range(max(cells, default=-1) + 1)]


def _column(reference: str) -> int:
    """0 for A7, 26 for AA7."""
    found = 0
    for letter in filter(str.isalpha, reference):
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1
