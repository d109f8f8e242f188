"""Stories of awkward maps as files for trackers, and those files read back without any help of their writers."""

import csv
import io
import unicodedata
import zipfile
from functools import cache
from typing import Any

from journeymap.domain.model.journey import Journey
from journeymap.exchange.formats import format_named
from journeymap.exchange.wishes import MapWish
from tests.support.small_maps import HOSTILE, made, sample

LONG = "A " + "very " * 60 + "long one"
"""More than 300 characters; a map takes 280 of a micro-moment."""
AWKWARD = (
    *HOSTILE,
    *("-1+1", "+31 20 123", "@home", "\u200b=1+1", "'=1", '"quoted"', "`whoami`", "--help", "-rf /", "a; b, c"),
    *("$(touch /tmp/x)", "it's", "\\", "{code}x{code}", "[~admin]", "{{include(x)}}", "Feature: x", "# x", "| a |"),
    *("👩‍👩‍👧" * 34, "x" * 280, LONG[:280], "Twice", "Twice", "“", "😀"),
)
SIGNS = "=+-@\t\r\n\0＝＋－＠"


@cache
def awkward(language: str = "en") -> Journey:
    """A to-be without a persona: texts that would be more, two alike, channels with commas, and an empty episode."""
    moments = [
        {
            "text": text,
            "needs": [{"text": text}, {"text": "Be sure"}],
            "pain_points": [{"text": text}],
            "touchpoints": [{"channel": "odd"}],
            "moment_of_truth": text == "Twice",
        }
        for text in AWKWARD
    ]
    return made(
        map={"title": "=A \"visit\", 'really'", "kind": "to-be", "language": language},
        channels=[{"id": "odd", "name": "Web, shop; and café 😀"}],
        episodes=[
            {"title": "=1+1", "moments": moments},
            {"title": "Nothing yet", "moments": []},
            {"title": "رحلة", "moments": [{"text": "اتصل"}]},
        ],
    )


def of(name: str, journey: Journey, **wish: Any) -> bytes:
    """The file of this format."""
    return format_named(name).render(MapWish(journey, identity="fixed", **wish))


def park() -> dict[str, Any]:
    """The nature park, with what it is compared with."""
    return {"journey": sample("to-be"), "as_is": sample("as-is")}


def table(content: bytes) -> tuple[list[str], list[list[str]]]:
    """A CSV's names and rows, all as long as one another; UTF-8 without a mark."""
    text = content.decode("utf-8")
    assert not text.startswith("\ufeff")
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert {len(row) for row in rows} <= {len(header)}
    return header, rows


def check_text(cell: str) -> None:
    """No field begins as a formula does, whatever one cannot see before it, and none holds what no file may."""
    seen = cell.lstrip(" \u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
    assert not seen or seen[0] not in SIGNS, cell
    assert not any(unicodedata.category(letter) == "Cc" and letter != "\n" for letter in cell), repr(cell)


def check_title(title: str) -> None:
    """One line that says something, of 255 characters at most as Java and .NET count them."""
    assert title.strip()
    assert "\n" not in title
    assert len(title.encode("utf-16-le")) // 2 <= 255


def check_label(label: str) -> None:
    """Without spaces and separators, and not longer than GitHub takes."""
    assert label
    assert not any(letter.isspace() or letter in ",;" for letter in label)
    assert len(label) <= 50
    check_text(label)


def texts_in(content: bytes) -> str:
    """All that a file says, or, of an archive or workbook, all files in it."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())
