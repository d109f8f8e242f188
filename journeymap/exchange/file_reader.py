"""Any file that may hold a journey: what it is, and its table in the layout that was chosen or that fits best."""

import re
from dataclasses import replace
from pathlib import PurePath

from journeymap.domain.model import limits
from journeymap.domain.text.errors import Refusal, invalid
from journeymap.exchange.board_notes import notes_in, notes_in_table, table_of_notes
from journeymap.exchange.cjml_file import is_cjml, table_of_cjml
from journeymap.exchange.file_position import shown
from journeymap.exchange.import_choices import NO_CHOICES, ImportChoices, Layout
from journeymap.exchange.json_input import parsed
from journeymap.exchange.layouts.lane_grid import has_lanes, table_of_lanes, without_lanes
from journeymap.exchange.layouts.typed_rows import table_of_types
from journeymap.exchange.layouts.work_item_tree import table_of_tree
from journeymap.exchange.markdown_outline import grid_of_markdown, is_markdown, table_of_outline
from journeymap.exchange.mermaid_journey import mermaid_in, table_of_mermaid
from journeymap.exchange.nested_data import looks_like_yaml, parsed_yaml, table_of_data
from journeymap.exchange.sheet_grid import Grid
from journeymap.exchange.spreadsheet import grid_of_text, table_of_grid
from journeymap.exchange.table import Table
from journeymap.exchange.text_file import check_table, text_of
from journeymap.exchange.workbook_file import grid_of_workbook, is_workbook

_NAMED = (
    (r"<(?:\w+:)?definitions\b[^>]*(?:BPMN|omg\.org/spec)", "bpmn"),
    (r"<log\b", "event-log"),
    (r"<mxfile\b|<mxGraphModel\b", "drawing"),
    (r"<svg\b", "picture"),
    (r"<graphml\b", "graph"),
)
"""What other files of marks are, by how they begin."""


def read_file(data: bytes, filename: str, choices: ImportChoices = NO_CHOICES) -> Table:
    """The table in a file, whatever it is. Errors: Refusal that says what it is instead, or what is wrong with it."""
    if is_workbook(data):
        return table_in_layout(grid_of_workbook(data, filename, choices.sheet), choices)
    suffix = PurePath(filename).suffix.lower()
    if suffix == ".rtb":
        raise invalid("file-is-miro-backup", name=shown(filename, 60))
    text, encoding = text_of(data, filename)
    bare = text.removeprefix("\ufeff").lstrip()
    if bare.startswith("<") and (found := _of_marks(bare, filename, choices)) is not None:
        return found
    if bare.startswith(("{", "[")) and (suffix == ".json" or _is_json(bare)):
        return _of_json(bare)
    if (diagram := mermaid_in(text)) is not None:
        return table_of_mermaid(*diagram)
    if suffix in (".yaml", ".yml") or (suffix not in (".csv", ".tsv", ".md") and looks_like_yaml(bare)):
        return table_of_data(parsed_yaml(bare), "yaml")
    if suffix in (".md", ".markdown") or is_markdown(bare):
        grid = grid_of_markdown(text)
        return table_in_layout(grid, choices) if grid is not None else table_of_outline(text)
    check_table(text, filename)
    return table_in_layout(grid_of_text(text, encoding), choices)


def table_in_layout(grid: Grid, choices: ImportChoices = NO_CHOICES) -> Table:
    """The table of a sheet, in the layout that was chosen, or the first that fits. Errors: Refusal."""
    lanes = has_lanes(grid) and not _has_types(grid)
    if lanes and choices.layout in (None, Layout.LANES) and (table := table_of_lanes(grid)) is not None:
        if len(table.rows) > limits.ROWS["moments"]:
            raise invalid("table-too-many-rows", most=limits.ROWS["moments"])
        return table
    rows = table_of_grid(grid, choices)
    if lanes:
        return without_lanes(rows)
    if choices.layout in (None, Layout.NOTES) and (notes := notes_in_table(rows)):
        return table_of_notes(notes, rows.facts.kind)
    found = table_of_tree(rows) or table_of_types(rows)
    if found is None:
        return rows
    return found if choices.layout is not Layout.ROWS else _also(rows, found.facts.layout)


def _has_types(grid: Grid) -> bool:
    """Whether the first column says what kind of thing each row is, which looks like names of lanes."""
    try:
        return table_of_types(table_of_grid(grid)) is not None
    except Refusal:
        return False


def _also(rows: Table, layout: Layout) -> Table:
    """A table read as rows that could be read in another layout too."""
    return replace(rows, facts=replace(rows.facts, layouts=(Layout.ROWS, layout)))


def _of_marks(text: str, filename: str, choices: ImportChoices) -> Table | None:
    if is_cjml(text):
        return table_of_cjml(text, choices.sheet)
    for pattern, what in _NAMED:
        if re.search(pattern, text[:4_000]):
            raise invalid(f"file-is-{what}", name=shown(filename, 60))
    if re.match(r"<\?xml", text) and not re.search(r"<html\b", text[:4_000], re.IGNORECASE):
        raise invalid("file-is-xml", name=shown(filename, 60))
    return None


def _is_json(text: str) -> bool:
    return re.match(r"\{\s*(\"|\})|\[\s*(\{|\[|\"|\])", text) is not None


def _of_json(text: str) -> Table:
    found = parsed(text)
    notes = notes_in(found)
    return table_of_notes(notes, "board") if notes else table_of_data(found, "json")
