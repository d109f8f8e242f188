"""The table of a comparison as files: every match is there, no cell is a formula, and an unvalidated map says so."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from journeymap.domain.analysis.comparison.compare import compare
from journeymap.domain.changes.copy import to_be_changes
from journeymap.domain.changes.decide import perform
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Set
from journeymap.domain.model.validation import MapState
from journeymap.domain.text.errors import Refusal
from journeymap.domain.workshop.round_verdicts import MomentCount
from journeymap.exchange.comparison_table import COLUMNS, ComparisonTable
from journeymap.exchange.formats import Takes, file_name, format_named
from journeymap.exchange.map_status import FileStanding
from journeymap.exchange.wishes import MapWish
from journeymap.exchange.workbook_parts import MOST_OF_CELL
from tests.support.small_maps import HOSTILE, made, sample

VALIDATED = FileStanding(MapState.VALIDATED, date(2026, 5, 4), 3)
SHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def wish(as_is: Journey, to_be: Journey, **more: object) -> MapWish:
    return replace(MapWish(to_be, as_is=as_is, compared=compare(as_is, to_be)), **more)  # type: ignore[arg-type]


def the_sample(**more: object) -> MapWish:
    return wish(sample("as-is"), sample("to-be"), **more)


def csv_of(wished: MapWish) -> list[list[str]]:
    content = format_named("comparison-csv", Takes.COMPARISON).render(wished)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def book_of(wished: MapWish) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(format_named("comparison-xlsx", Takes.COMPARISON).render(wished)))


def sheet_of(wished: MapWish) -> ET.Element:
    return ET.fromstring(book_of(wished).read("xl/worksheets/sheet1.xml"))


def cells_of(wished: MapWish) -> dict[str, str | float]:
    """What stands in the workbook, by the name of the cell."""
    book = book_of(wished)
    texts = ["".join(one.itertext()) for one in ET.fromstring(book.read("xl/sharedStrings.xml"))]
    found: dict[str, str | float] = {}
    for cell in ET.fromstring(book.read("xl/worksheets/sheet1.xml")).iterfind(".//s:c", SHEET):
        value = cell.findtext("s:v", None, SHEET)
        if value is not None:
            found[cell.attrib["r"]] = texts[int(value)] if cell.get("t") == "s" else float(value)
    return found


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_match_is_a_row_of_both_files_and_every_column_has_its_own_name(language: str) -> None:
    wished = the_sample(language=language)
    head, *rows = csv_of(wished)
    assert wished.compared is not None
    assert len(rows) == len(wished.compared.matches) == 49
    assert len(set(head)) == len(head) == len(COLUMNS) + 1
    assert {len(row) for row in rows} == {len(head)}
    cells = cells_of(wished)
    assert [cells[f"{letter}3"] for letter in "ABC"] == head[:3]
    assert [cells.get(f"B{n}", "") for n in range(4, 53)] == [row[1] for row in rows]


def test_a_row_says_what_became_of_it_what_was_decided_and_what_customers_said() -> None:
    as_is = made(
        {"id": "call", "text": "Call", "felt_valence": -1.5, "minutes": 16, "touchpoints": [{"channel": "phone"}],
         "pain_points": [{"text": "Nobody picks up"}]},
        {"id": "wait", "text": "Wait", "moment_of_truth": True},
        channels=[{"id": "phone", "name": "Phone"}],
    )  # fmt: skip
    to_be, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "The to-be"))
    decision = {"as_is": "call", "text": "Call", "kind": "changed", "proposed": "changed", "reason": "It is quicker"}
    to_be, _ = perform(
        to_be,
        [
            Set(table="moments", id="call", field="minutes", value=4),
            Add(table="dispositions", id="d", values=decision),
        ],
    )
    head, call, wait = csv_of(wish(as_is, to_be, counts=({"call": MomentCount(3, 1, 0)}, {"wait": MomentCount(2)})))
    told = dict(zip(head, call, strict=True))
    assert (told["Minutes (as-is)"], told["Minutes (to-be)"]) == ("16", "4")
    assert (told["Felt"], told["Targeted"], told["Pain points"]) == ("-1.5", "", "Nobody picks up")
    assert (told["Decision"], told["Reason"], told["Answered"]) == ("confirmed", "It is quicker", "answered")
    assert told["Channels (as-is)"] == told["Channels (to-be)"] == "Phone"
    counted = [told[f"Customers {name} (as-is)"] for name in ("confirmed", "contested", "added")]
    assert counted == ["3", "1", "0"]
    other = dict(zip(head, wait, strict=True))
    assert (other["Moment of truth"], other["Decision"], other["Customers confirmed (to-be)"]) == (
        "Yes", "undecided", "2",
    )  # fmt: skip
    assert other["Customers confirmed (as-is)"] == "", "nobody was asked"


DANGEROUS = tuple("=+-@\t\r\n\0＝＋－＠")


@pytest.mark.parametrize("hostile", ['=HYPERLINK("http://evil","x")', "@SUM(1)", "+1", "-2+3", "＝1+1", "|cmd"])
def test_no_cell_of_either_file_is_a_formula(hostile: str) -> None:
    need = {"text": hostile}
    moment = {"text": hostile, "pain_points": [need], "touchpoints": [{"channel": "c"}], "needs": [need]}
    as_is = made(
        channels=[{"id": "c", "name": hostile}],
        episodes=[{"title": hostile, "moments": [moment]}],
        map={"title": hostile},
    )
    to_be, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", hostile))
    to_be, _ = perform(to_be, [Set(table="moments", id=to_be.moments[0].id, field="text", value=f"{hostile} more")])
    wished = wish(as_is, to_be)
    texts = [cell for row in csv_of(wished) for cell in row if not re.fullmatch(r"-?[0-9.]+", cell)]
    assert not any(cell.startswith(DANGEROUS) for cell in texts)
    sheet = sheet_of(wished)
    assert sheet.find(".//s:f", SHEET) is None
    assert hostile in cells_of(wished).values(), "to the letter, and as a text"


def test_the_workbook_has_filters_and_a_header_that_stays() -> None:
    wished = the_sample()
    sheet, last = sheet_of(wished), 52
    pane = sheet.find(".//s:pane", SHEET)
    assert pane is not None
    assert (pane.attrib["ySplit"], pane.attrib["state"]) == ("3", "frozen")
    filters = sheet.find("s:autoFilter", SHEET)
    assert filters is not None
    assert filters.attrib["ref"] == f"A3:Y{last}"
    names = book_of(wished).read("xl/workbook.xml").decode()
    assert "_xlnm.Print_Titles" in names, "the header is on every sheet of paper, too"


@pytest.mark.parametrize(("language", "said"), [("en", "Not validated by customers"), ("nl", "Niet gevalideerd door")])
def test_maps_that_no_customer_validated_say_so_on_the_face_of_both_files(language: str, said: str) -> None:
    wished = the_sample(language=language)
    assert all(row[-1].count(said) == 2 for row in csv_of(wished)[1:])
    assert str(cells_of(wished)["A2"]).count(said) == 2
    half = replace(wished, standing=VALIDATED)
    assert str(cells_of(half)["A2"]).startswith(f"{wished.compared.as_is.title}:")  # type: ignore[union-attr]
    whole = replace(half, standing_of_as_is=VALIDATED)
    assert "A2" not in cells_of(whole)
    assert len(csv_of(whole)[0]) == len(COLUMNS)


def test_any_text_fits_into_a_workbook() -> None:
    long = [{"text": f"{n}: {'pain ' * 50}"} for n in range(150)]
    as_is = made({"text": HOSTILE[0], "pain_points": long}, *HOSTILE, "رحلة", "😀")
    to_be, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "The to-be"))
    cells = cells_of(wish(as_is, to_be))
    longest = max((cell for cell in cells.values() if isinstance(cell, str)), key=len)
    assert len(longest) == MOST_OF_CELL
    assert longest.endswith("…")
    assert set(HOSTILE) <= set(cells.values())


@pytest.mark.parametrize("title", ["R&D " * 25, "&" * 100, "A visit"])
def test_a_footer_says_that_nobody_validated_and_which_page_it_is_whatever_the_maps_are_called(title: str) -> None:
    as_is, _ = perform(made("I wait"), [Set(table="maps", id="map", field="title", value=title.strip())])
    to_be, _ = perform(Journey("to-be"), to_be_changes(as_is, "to-be", "The to-be"))
    footer = sheet_of(wish(as_is, to_be)).findtext(".//s:oddFooter", "", SHEET)
    said, _, page = footer.rpartition("&R")
    assert page == "&P / &N"
    assert said.startswith("&L")
    assert set(said[2:].replace("&&", "")).isdisjoint("&"), "each & of a title is a pair"
    assert "Not validated" in said
    assert len(footer) <= 255


def test_two_empty_maps_are_a_header_alone() -> None:
    empty = made()
    to_be, _ = perform(Journey("to-be"), to_be_changes(empty, "to-be", "The to-be"))
    assert len(csv_of(wish(empty, to_be))) == 1
    assert sheet_of(wish(empty, to_be)).find("s:autoFilter", SHEET) is not None


def test_two_maps_of_one_kind_have_a_table_without_decisions() -> None:
    as_is = sample("as-is")
    names = [column.name for column in ComparisonTable(compare(as_is, as_is), "en").columns]
    assert not {"decided", "reason"}.intersection(names)


def test_without_an_as_is_there_is_nothing_to_take_away() -> None:
    for name in ("comparison-csv", "comparison-xlsx"):
        with pytest.raises(Refusal, match="has none that you can see"):
            format_named(name, Takes.COMPARISON).render(MapWish(sample("to-be")))


def test_each_file_has_its_own_name() -> None:
    names = [file_name("A visit", name) for name in ("comparison-xlsx", "comparison-csv", "map-csv", "pack-pptx")]
    assert names == ["a-visit-comparison.xlsx", "a-visit-comparison.csv", "a-visit.csv", "a-visit-pack.pptx"]
