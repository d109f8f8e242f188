"""Spreadsheets that people have: each is read, or gets its sentence."""

import csv
import io
import json
import random
import zipfile

import pytest

from journeymap.domain.model import limits
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.resources import data
from journeymap.exchange.import_choices import ImportChoices
from journeymap.exchange.spreadsheet import Table, read_table

VA = data("samples", "va-patient-experience.csv").read_bytes()
PLAIN = "Phase,Moment,Channel\nBefore,Call the desk,Phone\nBefore,Wait,Phone; Mail\nThere,Arrive,\n"
ROWS = (("Before", "Call the desk", "Phone"), ("Before", "Wait", "Phone; Mail"), ("There", "Arrive", ""))


def read(text: str, encoding: str = "utf-8") -> Table:
    return read_table(text.encode(encoding), "map.csv")


def refused(content: bytes | str, name: str = "map.csv") -> str:
    with pytest.raises(Refusal) as caught:
        read_table(content if isinstance(content, bytes) else content.encode(), name)
    assert caught.value.reason("nl") != caught.value.reason("en")
    return caught.value.reason()


def test_the_published_map_is_read() -> None:
    table = read_table(VA, "va-patient-experience.csv")
    assert table.header == ("Phase", "Moment", "Optional", "Bright spot", "Channel")
    assert len(table.rows) == 17
    assert table.column("Bright spot")[0] == '"Welcome to VA" call; talking to a trusted helper'
    assert (table.delimiter, table.encoding) == (",", "utf-8")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_part_cells(delimiter: str) -> None:
    lines = [["Phase", "Moment", "Channel"], *ROWS]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in cells) for cells in lines)
    table = read(text)
    assert (table.header, table.rows, table.delimiter) == (("Phase", "Moment", "Channel"), ROWS, delimiter)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    table = read("Fase;Moment\nVóór;Café bellen – “ja” €5\n", encoding)
    assert table.rows == (("Vóór", "Café bellen – “ja” €5"),)


def test_arabic_and_emoji_are_read_from_utf_16_as_excel_writes_it() -> None:
    table = read("Phase\tMoment\nقبل\tالاتصال 👩‍👩‍👧\n", "utf-16")  # noqa: RUF001
    assert table.rows == (("قبل", "الاتصال 👩‍👩‍👧"),)


@pytest.mark.parametrize("line", ["sep=;\n", '"sep=;"\r\n'])
def test_the_line_that_tells_excel_the_delimiter_is_no_header(line: str) -> None:
    table = read(f"{line}Phase;Moment\nBefore;Call\n")
    assert (table.header, table.numbers) == (("Phase", "Moment"), (3,))


def test_rows_keep_the_numbers_they_have_in_the_spreadsheet() -> None:
    table = read('\nPhase,Moment\n\nBefore,"Call\nor write"\n,,\nBefore,Wait\n')
    assert table.numbers == (4, 6)
    assert table.rows[0] == ("Before", "Call\nor write")


def test_text_with_the_other_delimiter_does_not_confuse() -> None:
    table = read("Fase;Moment, in woorden;Kanaal\nVoor;Bellen, of mailen;Telefoon\nVoor;Wachten;\n")
    assert table.header == ("Fase", "Moment, in woorden", "Kanaal")
    assert table.rows[0] == ("Voor", "Bellen, of mailen", "Telefoon")


def test_one_column_is_a_table_too_with_commas_in_its_texts() -> None:
    table = read("Moment\nCall\nWait, and wait\nArrive\nGo home\n")
    assert (table.header, table.rows[1]) == (("Moment",), ("Wait, and wait",))


def test_short_rows_are_filled_and_blank_cells_at_the_end_are_cut() -> None:
    table = read("Phase,Moment,Channel,,\nBefore,Call,,,\nBefore\n")
    assert table.rows == (("Before", "Call", ""), ("Before", "", ""))


def test_columns_of_one_name_and_of_none_are_told_apart() -> None:
    table = read("Moment,Channel,Channel,,Notes\nCall,Phone,Mail,?,-\n")
    assert table.header == ("Moment", "Channel", "Channel (2)", "D", "Notes")


def test_a_protected_cell_loses_its_mark_and_a_dutch_one_keeps_its_own() -> None:
    table = read("Moment,Notes\n'=1+1,'t Gooi\n")
    assert table.rows == (("=1+1", "'t Gooi"),)


GOOD_HEADERS = {
    "foreign names": "Wat,Wie\nBellen,Marieke\n",
    "a known name and a number": "Moment,2024\nCall,3\n",
    "a known name and a blank": ",Moment\n1,Call\n",
    "a known name twice": "Need,Need\nKnow,Feel\n",
}


@pytest.mark.parametrize("name", GOOD_HEADERS)
def test_a_good_header_is_not_refused(name: str) -> None:
    assert len(read(GOOD_HEADERS[name]).rows) == 1


NO_HEADER = {
    "the published map without its first row": VA.decode().partition("\n")[2],
    "its second row first": VA.decode().split("\n", 2)[2],
    "numbers": "1,2,3\n4,5,6\n",
    "duplicates": "Phone,Phone,Mail\nDesk,Mail,Phone\n",
    "blank cells": "Before,,Phone\nAfter,a,Mail\n",
    "a value that returns": "Before,Calling\nBefore,Waiting\n",
    "a long text": f"Before,{'I call and call ' * 6}\nAfter,I wait\n",
}


@pytest.mark.parametrize("name", NO_HEADER)
def test_a_first_row_that_is_data_stays_data_and_the_columns_go_by_their_letters(name: str) -> None:
    table = read(NO_HEADER[name])
    assert not table.facts.header
    assert table.header[:3] == ("A", "B", "C")[: len(table.header)]
    assert len(table.rows) == len([row for row in csv.reader(io.StringIO(NO_HEADER[name])) if row])
    assert next(note.reason() for note in table.facts.notes).startswith("The first row (“")


@pytest.mark.parametrize("name", NO_HEADER)
def test_the_first_row_names_the_columns_where_somebody_says_so(name: str) -> None:
    table = read_table(NO_HEADER[name].encode(), "map.csv", ImportChoices(header=True))
    assert table.facts.header
    assert table.numbers[0] == 2


STICKIES = ("Sees the ad\nAsks a friend\nCalls the desk\nWaits\n", "Ziet de folder\n\nVraagt een vriend, die er was\n")


@pytest.mark.parametrize("text", STICKIES)
def test_of_notes_in_one_column_none_is_eaten(text: str) -> None:
    table = read(text)
    assert table.column("A") == tuple(line for line in text.splitlines() if line)
    assert read_table(text.encode(), "n.csv", ImportChoices(header=True)).header == (text.splitlines()[0],)


TITLES = {
    "a persona": ("Persona:,Family\nPhase,Moment\nBefore,Call\n", {"persona": "Family"}, (3,)),
    "one cell": ("Persona: Family\n\nPhase,Moment,Channel\nBefore,Call,Phone\n", {"persona": "Family"}, (4,)),
    "a title": ("Our map\nPhase,Moment,Channel\na,b,c\n", {"title": "Our map"}, (3,)),
    "a title in Excel": ("Our map,,\nPhase,Moment,Channel\na,b,c\n", {"title": "Our map"}, (3,)),
    "Dutch": (
        "Klant:;Gezin\nTitel:;Een dag\nFase;Stap;Kanaal\na;b;c\n",
        {"persona": "Gezin", "title": "Een dag"},
        (4,),
    ),
    "one column": ("Persona: Family\nMoment\nCall\n", {"persona": "Family"}, (3,)),
}


@pytest.mark.parametrize("name", TITLES)
def test_lines_above_the_names_of_the_columns_say_something_of_the_map(name: str) -> None:
    text, said, numbers = TITLES[name]
    table = read(text)
    assert (table.facts.said, table.numbers, table.facts.notes) == (said, numbers, ())


def test_a_line_above_that_says_something_else_is_left_out_and_that_is_said() -> None:
    table = read("Workshop,12 May\nPhase,Moment,Channel\nBefore,Call,Phone\n")
    assert [note.reason() for note in table.facts.notes] == [
        "Row 1 stands above the names of the columns and is left out: “Workshop 12 May”."
    ]


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


ODS = zipped("mimetype").replace(b"mimetypex", b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
NOT_A_TABLE = {
    "nothing": (b"", "This file is empty"),
    "blank lines": (b"\n\r\n \t\n", "This file is empty"),
    "a byte order mark": (b"\xef\xbb\xbf", "This file is empty"),
    "blank in utf-16": ("\n\n".encode("utf-16"), "This file is empty"),
    "a delimiter and no more": (b"sep=;\n", "This file is empty"),
    "commas": (b",,,\n,,,\n", "This file is empty"),
    "excel renamed": (zipped("[Content_Types].xml", "xl/workbook.xml"), "is an Excel workbook, whatever its name"),
    "old excel renamed": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is an older Excel or Office file"),
    "libreoffice": (ODS, "is a LibreOffice spreadsheet"),
    "zip": (zipped("map.csv"), "is a packed file"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "is a PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", "is a picture"),
    "rich text": (b"{\\rtf1\\ansi", "is a text document"),
    "web page": (b"\n<!DOCTYPE html><html><body>Sign in</body>", "is a web page"),
    "table in html": (b"<table><tr><td>1</td></tr></table>", "is a web page"),
    "json": (json.dumps({"format": "journeymap"}).encode(), "is JSON, not a table"),
    "json list": (json.dumps([{"a": 1}], indent=2).encode(), "is JSON, not a table"),
    "json cut off": (b'{"format": "journeymap", "ver', "is JSON, not a table"),
    "json nested": (b"[" * 10_000 + b"]" * 10_000, "is JSON, not a table"),
    "noise": (random.Random(1).randbytes(5_000), "cannot be read as text"),
    "zeros": (b"\0" * 5_000, "cannot be read as text"),
    "a program": (b"\x7fELF\x02\x01\x01" + b"\0" * 9 + b"\x03\x00>\x00" * 50, "cannot be read as text"),
    "damaged utf-8": ("Moment\nCafé, één, vóór, naïef, coördinatie\n".encode() + b"\xe9", "cannot be read as text"),
    "half a letter of utf-16": (b"\xff\xfea\0b", "cannot be read as text"),
}


@pytest.mark.parametrize("name", NOT_A_TABLE)
def test_what_is_no_table_is_called_what_it_is(name: str) -> None:
    content, sentence = NOT_A_TABLE[name]
    assert sentence in refused(content)


def test_the_sentence_names_the_file_but_not_at_length() -> None:
    reason = refused(zipped("xl/workbook.xml"), f"{'budget' * 50}.csv")
    assert reason.startswith("“budget")
    assert len(reason) < 300


UNSOUND = {
    "a longer row": (f"{PLAIN}There,Eat,Desk,and more\n", "Row 5 has 4 cells, but the first row names 3 columns"),
    "an open quotation mark": ('Phase,Moment\nBefore,Call\nBefore,"Wait\nThere,Go\n', "In row 3 a quotation mark"),
    "one in the middle": ('Phase,Moment\nBefore,"Say "hi" there"\n', "In row 2 a quotation mark"),
    "an endless cell": (f'Phase,Moment\nBefore,"{"a" * 200_000}"\n', "In row 2 a quotation mark"),
    "only a header": ("Phase,Moment,Channel\n", "column names, but no rows"),
    "many columns": (",".join(f"c{n}" for n in range(300)), "This table has 300 columns"),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_an_unsound_table_is_refused_with_the_row(name: str) -> None:
    content, sentence = UNSOUND[name]
    assert sentence in refused(content)


def test_5000_rows_are_read_and_one_more_is_refused() -> None:
    most = limits.ROWS["moments"]
    rows = "".join(f"Before,Call {n}\n" for n in range(most))
    assert len(read(f"Phase,Moment\n{rows}").rows) == most
    assert "more than 5,000 rows" in refused(f"Phase,Moment\n{rows}Before,Wait\n")


def test_50000_rows_are_refused_and_not_read_to_the_end() -> None:
    rows = "Phase,Moment,Channel\n" + "Before,Call the desk again,Phone; Mail\n" * 50_000
    assert "more than 5,000 rows" in refused(rows)
    assert "more than 5,000 rows" in refused(f'{rows}Before,"an open quotation mark,Phone\n')


class Large(bytes):
    """A file that says it has a byte too many; whoever reads it finds nothing in it."""

    def __len__(self) -> int:
        return limits.FILE_BYTES + 1


def test_a_file_over_20_mb_is_refused_before_it_is_read() -> None:
    assert "21 MB; a file can be 20 MB at most" in refused(Large())
