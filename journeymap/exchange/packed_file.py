"""What a packed file would become, looked at before any other program unpacks it."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from journeymap.domain.model import limits
from journeymap.domain.text.errors import invalid
from journeymap.exchange.file_position import shown

MOST_UNPACKED = 100 * 1024 * 1024
"""No packed file is opened that is larger when it is unpacked: a bomb is small outside."""

MOST_PARTS = 2_000
MOST_COLUMNS = 400
MOST_ROWS = 20_000
"""So far down and to the right a sheet is looked at: what a map can hold, with much that is blank between."""

_PIECE = 256 * 1024
_LOCAL = struct.Struct("<4s22xHH")
_CELL = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_REPEATED = re.compile(rb'number-(?:rows|columns)-(?:repeated|spanned)="([0-9]{1,9})"[^>]*office:value')


def check_packed(data: bytes, filename: str) -> None:
    """Refuse a packed file that is far larger inside, says less than it holds, or has a cell beyond any journey.

    Each part is unpacked here piece by piece and thrown away, for what a file says of its sizes may be false.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise invalid("workbook-damaged", name=shown(filename, 60)) from None
    left = MOST_UNPACKED
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > left:
        raise _too_large(filename)
    for part in parts:
        tail = b""
        for piece in _pieces(data, part, filename):
            left -= len(piece)
            if left < 0:
                raise _too_large(filename)
            if part.filename.endswith(".xml"):
                _check_cells(tail + piece)
                tail = piece[-200:]


def _pieces(data: bytes, part: zipfile.ZipInfo, filename: str) -> Iterator[bytes]:
    head = data[part.header_offset : part.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size or part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise invalid("workbook-damaged", name=shown(filename, 60))
    _, named, more = _LOCAL.unpack(head)
    begin = part.header_offset + _LOCAL.size + named + more
    raw = memoryview(data)[begin : begin + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        yield bytes(raw)
        return
    unpack = zlib.decompressobj(-15)
    try:
        piece = unpack.decompress(raw, _PIECE)
        while piece:
            yield piece
            piece = unpack.decompress(unpack.unconsumed_tail, _PIECE)
    except zlib.error:
        raise invalid("workbook-damaged", name=shown(filename, 60)) from None


def _check_cells(text: bytes) -> None:
    """Refuse a cell so far out that the sheet up to there would fill the memory."""
    for letters, digits in _CELL.findall(text):
        column = 0
        for one in letters:
            column = column * 26 + one - 64
        if int(digits) > MOST_ROWS:
            raise invalid("table-too-many-rows", most=limits.ROWS["moments"])
        if column > MOST_COLUMNS:
            raise invalid("table-too-many-columns", most=MOST_COLUMNS, columns=column)
    if any(int(times) > MOST_ROWS for times in _REPEATED.findall(text)):
        raise invalid("table-too-many-rows", most=limits.ROWS["moments"])


def _too_large(filename: str) -> Exception:
    return invalid("workbook-too-large", name=shown(filename, 60), most=MOST_UNPACKED // 1024**2)
