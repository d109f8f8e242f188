"""Any file: read for what it is, or called what it is; whatever would cost the others is refused."""

import io
import json
import random
import struct
import zipfile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.domain.model import limits
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.columns import guess
from journeymap.exchange.file_reader import read_file
from journeymap.exchange.import_choices import ImportChoices, Layout
from journeymap.exchange.nested_data import is_journey_document
from journeymap.exchange.table_import import plan


def refused(content: bytes | str, name: str = "file.txt") -> str:
    with pytest.raises(Refusal) as caught:
        read_file(content if isinstance(content, bytes) else content.encode(), name)
    assert caught.value.reason("nl") != caught.value.reason("en")
    return caught.value.reason()


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook(*sheets: list[list[object]]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    for rows in sheets:
        sheet = book.add_worksheet()
        for n, row in enumerate(rows):
            sheet.write_row(n, 0, row)
    book.close()
    return out.getvalue()


ROWS: list[list[object]] = [["Phase", "Moment"], ["Before", "Call"], ["There", "Arrive"]]

NAMED = {
    "mermaid flow": ("flowchart TD\n  A --> B\n", "This is a Mermaid diagram (flowchart)"),
    "mermaid in markdown": ("# Flow\n\n```mermaid\ngraph LR\n A-->B\n```\n", "This is a Mermaid diagram (graph)"),
    "bpmn": (
        '<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/x">',
        "a process in BPMN",
    ),
    "xes": ('<?xml version="1.0"?>\n<log xes.version="1.0"><trace/></log>', "is an event log (XES)"),
    "diagrams.net": ("<mxfile><diagram/></mxfile>", "is a drawing of diagrams.net"),
    "graphml": ('<?xml version="1.0"?><graphml/>', "is a graph (GraphML)"),
    "other xml": ('<?xml version="1.0"?><note/>', "is XML that Journeymap does not know"),
    "web page": ("<!DOCTYPE html><html><body>Sign in</body></html>", "is a web page"),
    "broken yaml": ("phases:\n  - name: [Before\n  - x: 1\n", "something is wrong in line"),
    "yaml with references": (
        "a: &a [x, x]\nphases:\n  - name: Before\n    steps: *a\n  - name: b\n",
        "References (&name, *name) are not read",
    ),
    "yaml without steps": ("title: x\nkinds:\n  - 1\n  - 2\nowner: y\n", "There is no list of steps in this YAML"),
}


@pytest.mark.parametrize("name", NAMED)
def test_what_is_no_journey_is_called_what_it_is(name: str) -> None:
    text, sentence = NAMED[name]
    assert sentence in refused(text, "file.yaml" if "yaml" in name else "file")


def test_a_text_document_is_called_one() -> None:
    assert "is a text document" in refused(
        zipped({"[Content_Types].xml": b"<T/>", "word/document.xml": b"<w/>"}), "a.docx"
    )


def test_a_miro_backup_and_json_without_steps_have_their_sentences() -> None:
    assert "which only Miro can open" in refused(b"\x01\x02\x03", "board.rtb")
    assert "There is no list of steps in this JSON" in refused('{"a": {"b": 1}}', "a.json")


# Safety


ENTITIES = {
    "laughs": '<!DOCTYPE CJML [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><CJML version="2.0">&b;</CJML>',
    "a file": '<!DOCTYPE CJML [<!ENTITY x SYSTEM "file:///etc/passwd">]><CJML version="2.0">&x;</CJML>',
    "a host": '<!DOCTYPE CJML SYSTEM "http://evil.example/x.dtd"><CJML version="2.0"></CJML>',
}


@pytest.mark.parametrize("name", ENTITIES)
def test_xml_with_entities_is_not_opened(name: str) -> None:
    assert "declares entities or refers to other files" in refused(ENTITIES[name])


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": b" " * (120 * 1024 * 1024)})
    assert len(bomb) < 1024 * 1024
    assert "would unpack to far more" in refused(bomb, "bomb.xlsx")


def test_a_bomb_that_says_it_is_small_is_refused_too() -> None:
    bomb = bytearray(
        zipped({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": b" " * (120 * 1024 * 1024)})
    )
    large = struct.pack("<L", 120 * 1024 * 1024)
    assert bomb.count(large) == 2
    assert "would unpack to far more" in refused(bytes(bomb.replace(large, struct.pack("<L", 1_000))), "bomb.xlsx")


@pytest.mark.parametrize("cell", ["A1000000", "XFD1"])
def test_one_cell_far_away_does_not_fill_the_memory(cell: str) -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write("A1", "Moment")
    sheet.write(cell, "x")
    book.close()
    assert any(
        part in refused(out.getvalue(), "far.xlsx") for part in ("more than 5,000 rows", "columns; 400 can be read")
    )


def test_a_million_rows_are_refused() -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 30_000))
    parts = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": rows}
    assert "more than 5,000 rows" in refused(zipped(parts), "many.xlsx")
    assert "more than 5,000 rows" in refused("Moment\n" + "I wait\n" * 1_000_000, "many.csv")


class Large(bytes):
    """A file that says it has 50 MB; whoever reads it finds its beginning."""

    def __len__(self) -> int:
        return 50 * 1024 * 1024


@pytest.mark.parametrize("start", [b"PK\x03\x04xl/workbook.xml", b"Phase,Moment\n", b'{"a": []}', b"<CJML>"])
def test_50_mb_are_refused_whatever_they_are(start: bytes) -> None:
    with pytest.raises(Refusal, match="50 MB; a file can be 20 MB at most"):
        read_file(Large(start), "large")


def test_macros_and_links_come_along_as_nothing() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Phase", "Moment", "Notes"])
    sheet.write_row(1, 0, ["Before", "Call"])
    sheet.write_formula(1, 2, "=[1]Other!A1", None, "seen")
    sheet.write_url(2, 1, "http://evil.example/", string="Wait")
    book.close()
    macros = io.BytesIO(out.getvalue())
    with zipfile.ZipFile(macros, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"Sub AutoOpen()")
    table = read_file(macros.getvalue(), "macros.xlsm")
    assert table.rows == (("Before", "Call", "seen"), ("", "Wait", ""))


DAMAGED = {
    "no workbook inside": zipped({"xl/workbook.xml": b"<workbook/>"}),
    "cut off": workbook(ROWS)[:2_000],
    "old and empty": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "old and noise": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(1).randbytes(5_000),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_workbook_has_its_sentence(name: str) -> None:
    assert refused(DAMAGED[name], "x.xlsx")


def test_deep_data_is_refused() -> None:
    assert refused("[" * 100_000, "deep.json")
    assert refused(b"- " * 5_000 + b"a: b\nphases: 1\n", "deep.yaml")


# Sheets and layouts


def test_the_first_sheet_that_says_something_is_read_and_another_can_be_chosen() -> None:
    book = workbook([], ROWS, [["Phase", "Moment"], ["After", "Pay"]])
    table = read_file(book, "book.xlsx")
    assert (table.facts.sheet, table.facts.sheets) == ("Sheet2", ("Sheet1", "Sheet2", "Sheet3"))
    assert read_file(book, "book.xlsx", ImportChoices(sheet="Sheet3")).rows == (("After", "Pay"),)
    with pytest.raises(Refusal, match="no sheet “Sheet9”"):
        read_file(book, "book.xlsx", ImportChoices(sheet="Sheet9"))


def test_a_layout_that_is_guessed_can_be_chosen_otherwise() -> None:
    lanes = b"Stage,Before,There\nActions,Call,Arrive\nPain points,a,b\n"
    assert read_file(lanes, "a.csv").facts.layout is Layout.LANES
    rows = read_file(lanes, "a.csv", ImportChoices(layout=Layout.ROWS))
    assert (rows.facts.layout, rows.header) == (Layout.ROWS, ("Stage", "Before", "There"))
    assert Layout.LANES in rows.facts.layouts


@pytest.mark.parametrize(
    ("name", "content", "ours"),
    [
        ("a.json", b'{"format": "journeymap", "version": 1}', True),
        ("a.json", b'{"format": "journeymap", "ver', True),
        ("a.txt", b'{"format": "journeymap"}', True),
        ("a.json", b'{"phases": [{"name": "Before"}]}', False),
        ("a.json", b'[{"type": "sticky_note"}]', False),
        ("a.json", b"nonsense", True),
        ("a.csv", b"Phase,Moment\n", False),
    ],
)
def test_json_of_ours_is_told_from_that_of_others(name: str, content: bytes, ours: bool) -> None:
    assert is_journey_document(name, content) is ours


def test_as_many_moments_as_a_map_holds_come_from_lanes() -> None:
    moments = "\n".join(f"- call {n}" for n in range(limits.ROWS["moments"]))
    table = read_file(
        f'Stage,Before,There\nActions,"{moments}",Arrive\nNeeds,a,b\n'.encode(),
        "a.csv",
        ImportChoices(layout=Layout.ROWS),
    )
    assert len(table.rows) == 2
    assert "more than 5,000 rows" in refused(f'Stage,Before,There\nActions,"{moments}",Arrive\nNeeds,a,b\n')


PIECES = st.sampled_from(
    [
        *("Phase", "Actions", "Pain points", "Type", "Text", "Layer", "Customer", "Backstage", "Title 1", "Title 2"),
        *("Parent", "Summary", "Issue Type", "Epic", "Persona: Sam", "1", "5", "😡", "3/4/2026", "0:30", "N/A", ""),
        *(
            ",",
            ";",
            "\t",
            "|",
            "\n",
            "\n",
            "\n",
            '"',
            "- ",
            "# ",
            "## ",
            ": ",
            "---",
            "{",
            "}",
            "[",
            "]",
            "<",
            ">",
            "&a;",
        ),
        *(
            "journey\n",
            "section a\n",
            "phases:\n",
            "  - name: a\n",
            "    steps: [b]\n",
            "* x",
            "<CJML>",
            "<touchpoints>",
        ),
        *('"steps":', '"x": 1, "y": 2', "<actualAction>", "</CJML>", "```mermaid\n", "=1+1", "’", "\u202e"),
    ]
)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["a", "a.md", "a.yaml", "a.json", "a.csv", "a.xml"]))
def test_whatever_a_file_holds_it_is_a_table_or_a_sentence(pieces: list[str], name: str) -> None:
    try:
        table = read_file("".join(pieces).encode(), name)
        found = plan(table, guess(table), title="A visit")
    except Refusal as refusal:
        refusal.reason("nl")  # a sentence without a text fails
        return
    assert len(set(table.header)) == len(table.header)
    assert all(len(row) == len(table.header) for row in table.rows)
    assert len(table.numbers) == len(table.rows)
    assert all(remark.text("nl") for remark in (*found.problems, *found.notes))


KEYS = st.sampled_from(
    ["phases", "steps", "name", "x", "y", "text", "type", "position", "persona", "title", "style", "data", "emotion"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


@settings(max_examples=200)
@given(VALUES)
def test_whatever_json_holds_it_is_a_table_or_a_sentence(values: object) -> None:
    try:
        table = read_file(json.dumps({"a": values}).encode(), "a.json")
        plan(table, guess(table), title="A visit")
    except Refusal as refusal:
        refusal.reason("nl")  # a sentence without a text fails
