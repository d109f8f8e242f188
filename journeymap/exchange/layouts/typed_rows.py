"""Rows that say what kind of thing they are: the layers of a service blueprint, and sticky notes with a type."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journeymap.exchange.cells import is_nothing
from journeymap.exchange.column_synonyms import contained, one_of, plain, target_of
from journeymap.exchange.columns import MANY
from journeymap.exchange.file_position import Sentence
from journeymap.exchange.import_choices import Layout
from journeymap.exchange.table import Table

_LAYER = ("layer", "lane", "swimlane", "laag", "baan", "zwembaan", "blueprint layer", "row", "line")
_TYPE = (
    "type",
    "kind",
    "category",
    "note type",
    "soort",
    "categorie",
    "label",
    "tag",
    "tags",
    "color",
    "colour",
    "kleur",
)
_TEXT = (
    *("text", "content", "note", "sticky", "title", "name", "step", "action", "description", "activity", "moment"),
    *("summary", "tekst", "inhoud", "notitie", "titel", "naam", "stap", "handeling", "actie", "omschrijving"),
    "activiteit",
)
_ORDER = (
    "step",
    "step no",
    "step nr",
    "step number",
    "nr",
    "no",
    "order",
    "position",
    "sequence",
    "stap",
    "stapnr",
    "volgorde",
)
_PLAIN_NOTE = (
    "sticky",
    "sticky note",
    "stickie",
    "note",
    "sticker",
    "text",
    "shape",
    "card",
    "post it",
    "postit",
    "plakbriefje",
)
_MEANS = {
    **dict.fromkeys(("customer", "user", "client", "klant", "gebruiker", "guest", "patient", "bezoeker"), "moment"),
    **dict.fromkeys(("idea", "opportunity", "question", "vraag", "idee", "kans", "evidence", "bewijs"), "bright_spot"),
    **dict.fromkeys(("phase", "stage", "episode", "fase", "group", "section"), "episode"),
}
_HEADS = ("episode",)


@dataclass(frozen=True, slots=True)
class TypedRows:
    """Which column says the type and which the text, what each type stands for, and what numbers the steps."""

    kind: str
    text: str
    meanings: dict[str, str]
    order: str = ""
    layout: Layout = Layout.NOTES


def table_of_types(table: Table) -> Table | None:
    """Such a table with a column for each type and a row for each micro-moment. None where its rows have no types."""
    found = _kinds(table)
    return table_by_types(table, found) if found is not None else None


def table_by_types(table: Table, found: TypedRows) -> Table:
    """A table with a column for each type of its rows."""
    kept = [name for name in table.header if name not in (found.kind, found.text, found.order)]
    types = list(dict.fromkeys(cell for cell in table.column(found.kind)))
    columns = _columns(types, kept, found)
    header = tuple(dict.fromkeys([*kept, *columns.values()]))
    rows = _joined(list(_spread(table, found, columns, header)), header, columns, found)
    targets = {columns[kind]: target for kind, target in found.meanings.items() if target and kind in columns}
    notes = table.facts.notes
    if any("front" in plain(kind) for kind in types):
        notes = (*notes, Sentence("exchange-note-frontstage"))
    facts = replace(table.facts, layout=found.layout, layouts=(found.layout, Layout.ROWS), targets=targets, notes=notes)
    return replace(
        table,
        header=header,
        rows=tuple(cells for _, cells in rows),
        numbers=tuple(number for number, _ in rows),
        facts=facts,
    )


def _kinds(table: Table) -> TypedRows | None:
    if not table.facts.header or table.facts.exact:
        return None
    names = {one_of(plain(name)): name for name in reversed(table.header)}
    for words, layout in ((_LAYER, Layout.LAYERS), (_TYPE, Layout.NOTES)):
        for kind in (names[word] for word in words if word in names):
            meanings = {cell: _meaning(cell) for cell in table.column(kind)}
            text = next((names[word] for word in _TEXT if word in names and _says(table, names[word], kind)), "")
            known = sum(meanings[cell] is not None for cell in table.column(kind))
            many = len({meaning for meaning in meanings.values() if meaning}) > 1
            if (
                text
                and known * 2 > len(table.rows)
                and "moment" in meanings.values()
                and (many or layout is Layout.NOTES)
            ):
                order = next((names[word] for word in _ORDER if word in names and names[word] not in (kind, text)), "")
                kinds = {cell: meaning or "bright_spot" for cell, meaning in meanings.items()}
                return TypedRows(kind, text, kinds, order, layout)
    return None


def _says(table: Table, text: str, kind: str) -> bool:
    """Whether a column says what the rows are about: most of its cells are words, and different."""
    cells = [cell for cell in table.column(text) if cell]
    words = sum(not cell.replace(".", "").isdigit() for cell in cells)
    return text != kind and 2 * words > len(table.rows)


def _meaning(kind: str) -> str | None:
    """Which of our words a type stands for. A note of no further type is a micro-moment."""
    if not kind or is_nothing(kind):
        return "moment"
    name = one_of(plain(kind))
    if name in _PLAIN_NOTE:
        return "moment"
    return _MEANS.get(name) or target_of(kind) or contained(kind)


def _columns(types: Sequence[str], kept: Sequence[str], found: TypedRows) -> dict[str, str]:
    """What the column of each type is called; all kinds of micro-moment have one."""
    moments = [kind for kind in types if found.meanings[kind] == "moment"]
    named = {kind: moments[0] if kind in moments else kind for kind in types}
    return {kind: _free(name or found.text, kept) for kind, name in named.items()}


def _free(name: str, kept: Sequence[str]) -> str:
    while name in kept:
        name += " "
    return name


def _spread(table: Table, found: TypedRows, columns: dict[str, str], header: Sequence[str]) -> Iterator["_TypedRow"]:
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = dict(zip(table.header, row, strict=True))
        kind, text = cells[found.kind], cells[found.text]
        if text:
            here = {**{name: cells.get(name, "") for name in header}, columns[kind]: text}
            yield _TypedRow(number, found.meanings[kind], cells.get(found.order, ""), here)


def _joined(
    rows: Sequence["_TypedRow"], header: Sequence[str], columns: dict[str, str], found: TypedRows
) -> list[tuple[int, tuple[str, ...]]]:
    """What belongs to a micro-moment stands in its row: that of its own number, or else the one before it."""
    many = {column for kind, column in columns.items() if found.meanings[kind] in MANY}
    numbered = Counter(row.order for row in rows if row.meaning == "moment" and row.order)
    homes = {row.order: row.cells for row in rows if row.meaning == "moment" and numbered[row.order] == 1}
    made: list[_TypedRow] = []
    above: dict[str, str] | None = None
    for row in rows:
        home = homes.get(row.order, above)
        if row.meaning in ("moment", *_HEADS) or home is None:
            made.append(row)
            above = row.cells if row.meaning == "moment" else above
        else:
            _add(home, row.cells, many)
    return [(row.number, tuple(row.cells[name] for name in header)) for row in made]


def _add(home: dict[str, str], cells: dict[str, str], many: set[str]) -> None:
    """Put what a row says into that of its micro-moment."""
    for name, cell in cells.items():
        if cell and name in many:
            home[name] = "\n".join(filter(None, [home[name], cell]))
        elif cell and not home[name]:
            home[name] = cell


@dataclass(frozen=True, slots=True)
class _TypedRow:
    number: int
    meaning: str
    order: str
    cells: dict[str, str]
