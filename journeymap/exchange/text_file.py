"""From the bytes of a spreadsheet file to its text, or to what the file really is."""

import json
import re

from journeymap.domain.text.errors import Refusal, invalid
from journeymap.exchange.file_position import shown
from journeymap.exchange.json_input import check_size

_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-excel"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"{\\rtf", "word"),
)
_UTF16_SAMPLE = 4_096


def decode(data: bytes, filename: str) -> tuple[str, str]:
    """The text of a table and its encoding. Errors: Refusal that says what the file is instead."""
    text, encoding = text_of(data, filename)
    check_table(text, filename)
    return text, encoding


def text_of(data: bytes, filename: str) -> tuple[str, str]:
    """The text of any file of text and its encoding. Errors: Refusal that says what the file is instead."""
    check_size(len(data))
    if not data.strip():
        raise invalid("file-empty")
    _check_magic(data, filename)
    text, encoding = _text(data, filename)
    if not text.strip('\ufeff \t\r\n,;"'):
        raise invalid("file-empty")
    hidden = sum(text.count(chr(n)) for n in range(32) if n not in (9, 10, 11, 12, 13))
    if "\0" in text or hidden > len(text) / 100:
        raise _is_really("unreadable", filename)
    return text, encoding


def _check_magic(data: bytes, filename: str) -> None:
    found = next((what for magic, what in _MAGIC if data.startswith(magic)), None)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        packed = "spreadsheet" if b"opendocument.spreadsheet" in data[:200] else "packed"
        packed = "word" if b"word/document.xml" in data else packed
        found = "excel" if b"xl/" in data or (packed == "packed" and b"[Content_Types].xml" in data[:200]) else packed
    if found:
        raise _is_really(found, filename)


def _is_really(what: str, filename: str) -> Refusal:
    return invalid(f"file-is-{what}", name=shown(filename, 60))


def _text(data: bytes, filename: str) -> tuple[str, str]:
    for encoding in _encodings(data):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            if encoding == "utf-8" and _is_damaged_utf8(data):
                break
    raise _is_really("unreadable", filename)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most letters beyond ASCII are UTF-8 though some are not: as cp1252 all of them would be garbled."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return sum(not c.isascii() for c in text) > 4 * broken


def _encodings(data: bytes) -> tuple[str, ...]:
    """What to try, in order: a mark at the start decides; cp1252 takes nearly everything, so it is last."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return ("utf-32",)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if data.startswith(b"\xef\xbb\xbf"):
        return ("utf-8-sig",)
    sample = data[:_UTF16_SAMPLE]
    half = len(sample) // 2
    for zeros, encoding in ((sample[1::2], "utf-16-le"), (sample[::2], "utf-16-be")):
        if half and zeros.count(0) > half // 3 and sample.count(0) < 1.2 * half:
            return (encoding,)
    return ("utf-8", "cp1252")


def check_table(text: str, filename: str) -> None:
    """Refuse a text that is a web page or JSON, and no table."""
    start = text[:1_000].lstrip("\ufeff \t\r\n")
    if re.match(r"<(!doctype|html|head|body|table|\?xml|script|svg|!--)", start, re.IGNORECASE):
        raise _is_really("web-page", filename)
    if start.startswith(("{", "[")) and (len(start) < 3 or _is_json(text)):
        raise _is_really("json", filename)


def _is_json(text: str) -> bool:
    try:
        json.loads(text.lstrip("\ufeff"))
    except RecursionError:
        return True
    except ValueError:
        return re.match(r"""[\ufeff\s]*(\{\s*"[^"]*"\s*:|\[\s*\{\s*")""", text) is not None
    return True
