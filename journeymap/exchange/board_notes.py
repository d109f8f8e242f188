"""Sticky notes of a whiteboard, with their places: who stands above or beside what makes episodes and lanes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from statistics import median
from typing import Any

from journeymap.domain.model import limits
from journeymap.domain.text.errors import invalid
from journeymap.exchange.cells import number
from journeymap.exchange.column_synonyms import contained, plain, target_of
from journeymap.exchange.import_choices import Layout
from journeymap.exchange.layouts.lane_grid import table_of_lanes
from journeymap.exchange.layouts.typed_rows import TypedRows, table_by_types
from journeymap.exchange.sheet_grid import Grid
from journeymap.exchange.table import Facts, RowUnit, Table

_TEXT = ("content", "text", "characters", "plaintext", "htmltext", "label")
_NOT_NOTES = (
    "frame",
    "connector",
    "image",
    "group",
    "line",
    "stroke",
    "emoji",
    "comment",
    "document",
    "canvas",
    "section",
)


@dataclass(frozen=True, slots=True)
class BoardNote:
    """A note with its place in dots; `colour` as the board says it."""

    text: str
    x: float
    y: float
    width: float = 0
    height: float = 0
    colour: str = ""


def notes_in(found: Any) -> list[BoardNote]:
    """The notes with a place in the JSON of Miro, Mural or FigJam; none where it is something else."""
    notes: list[BoardNote] = []
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, Mapping):
            note = _note(one)
            if note is None:
                waiting += [value for value in one.values() if isinstance(value, list | Mapping)]
            elif note.text:
                notes.append(note)
        if len(notes) > limits.ROWS["moments"]:
            raise invalid("table-too-many-rows", most=limits.ROWS["moments"])
    return notes


def notes_in_table(table: Table) -> list[BoardNote]:
    """The notes of a table that says where each stands, as Mural writes it; none where it does not."""
    names = {plain(name): name for name in table.header}
    text = next((names[name] for name in (*_TEXT, "note", "sticky") if name in names), None)
    places = [next((names[n] for n in (f"position {axis}", axis, f"pos {axis}") if n in names), None) for axis in "xy"]
    colour = next((names[n] for n in ("bg color", "background color", "color", "colour", "kleur") if n in names), None)
    if text is None or None in places:
        return []
    made = []
    for row in table.rows:
        cells = dict(zip(table.header, row, strict=True))
        x, y = (number(cells[place or ""]) for place in places)
        size = [number(cells.get(names.get(name, ""), "")) or 0 for name in ("width", "height")]
        if x is not None and y is not None and cells[text]:
            made.append(BoardNote(cells[text], x, y, size[0], size[1], cells.get(colour or "", "")))
    return made if len(made) * 2 > len(table.rows) else []


def table_of_notes(notes: Sequence[BoardNote], kind: str) -> Table:
    """The table that notes make by their places: lanes where their names stand on the left, or columns of notes."""
    names, heads, others = _parted(notes)
    if len(names) > 1 and len(heads) > 1 and (table := table_of_lanes(_grid(names, heads, others, kind))) is not None:
        facts = replace(table.facts, layouts=(Layout.LANES,), counted=RowUnit.ITEM)
        return replace(table, facts=facts)
    columns = heads if len(heads) > 1 and others else []
    ordered = sorted(others if columns else notes, key=lambda note: (_nearest(columns, note.x), note.y, note.x))
    rows = [(_above(columns, note), note.colour or "?", note.text) for note in ordered]
    colours = list(dict.fromkeys(colour for _, colour, _ in rows))
    most = max(colours, key=lambda colour: sum(row[1] == colour for row in rows))
    table = Table(
        ("Episode", "Colour", "Text"),
        tuple(rows),
        numbers=tuple(range(1, len(rows) + 1)),
        facts=Facts(kind, Layout.NOTES, (Layout.NOTES,), counted=RowUnit.ITEM),
    )
    meanings = {colour: "moment" if colour == most else "bright_spot" for colour in colours}
    found = table_by_types(table, TypedRows("Colour", "Text", meanings))
    targets = {"Episode": "episode", **found.facts.targets}
    return replace(found, facts=replace(found.facts, layouts=(Layout.NOTES,), targets=targets))


def _parted(notes: Sequence[BoardNote]) -> tuple[list[BoardNote], list[BoardNote], list[BoardNote]]:
    """The names of lanes on the left, the names of episodes on top, and the other notes."""
    names = [note for note in notes if _is_lane(note.text)]
    left = min((note.x for note in notes if note not in names), default=0)
    names = [note for note in names if note.x < left]
    rest = [note for note in notes if note not in names]
    height = median([note.height for note in rest]) if rest else 0
    top = min((note.y for note in rest), default=0)
    reach = height / 2 if height else (max((note.y for note in rest), default=0) - top) / 20
    heads = sorted((note for note in rest if note.y <= top + reach), key=lambda note: note.x)
    return names, heads, [note for note in rest if note not in heads]


def _is_lane(text: str) -> bool:
    return bool(target_of(text) or (len(text.split()) < 4 and contained(text)))


def _grid(names: Sequence[BoardNote], heads: Sequence[BoardNote], others: Sequence[BoardNote], kind: str) -> Grid:
    lanes = sorted(names, key=lambda note: note.y)
    cells: list[list[list[str]]] = [[[] for _ in heads] for _ in lanes]
    for note in sorted(others, key=lambda note: (note.x, note.y)):
        lane = min(range(len(lanes)), key=lambda n: abs(lanes[n].y - note.y))
        cells[lane][_nearest(heads, note.x)].append(note.text)
    rows = [("", *(head.text for head in heads))]
    rows += [(lane.text, *("\n".join(cell) for cell in row)) for lane, row in zip(lanes, cells, strict=True)]
    return Grid(tuple(rows), tuple(range(1, len(rows) + 1)), kind=kind)


def _nearest(heads: Sequence[BoardNote], x: float) -> int:
    return min(range(len(heads)), key=lambda n: abs(heads[n].x - x), default=0)


def _above(heads: Sequence[BoardNote], note: BoardNote) -> str:
    return heads[_nearest(heads, note.x)].text if heads else ""


def _note(one: Mapping[str, Any]) -> BoardNote | None:
    """A note, where this is something with a text and a place. What holds others is none."""
    kind = str(one.get("type", "")).casefold().replace("_", " ")
    inner: Mapping[str, Any] = one["data"] if isinstance(one.get("data"), Mapping) else {}
    said = {key.casefold(): value for key, value in (*inner.items(), *one.items()) if isinstance(value, str)}
    text = next((said[name] for name in _TEXT if said.get(name)), None)
    places = list(_places(one))
    if text is None or not places or any(word in kind for word in _NOT_NOTES):
        return None
    size = [_first_number(one, name) for name in ("width", "height")]
    style: Mapping[str, Any] = one["style"] if isinstance(one.get("style"), Mapping) else {}
    colour = next((str(style[n]) for n in ("fillColor", "backgroundColor", "color") if style.get(n)), "") or _fill(one)
    return BoardNote(text_of_html(text), places[0][0], places[0][1], size[0], size[1], colour)


def _places(one: Mapping[str, Any]) -> Iterator[tuple[float, float]]:
    for holder in (one, one.get("position"), one.get("absoluteBoundingBox"), one.get("geometry")):
        if isinstance(holder, Mapping) and _is_number(holder.get("x")) and _is_number(holder.get("y")):
            yield float(holder["x"]), float(holder["y"])


def _first_number(one: Mapping[str, Any], name: str) -> float:
    holders = (one, one.get("geometry"), one.get("absoluteBoundingBox"))
    found = [holder[name] for holder in holders if isinstance(holder, Mapping) and _is_number(holder.get(name))]
    return float(found[0]) if found else 0.0


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12


def _fill(one: Mapping[str, Any]) -> str:
    fills = one.get("fills")
    colour = fills[0].get("color") if isinstance(fills, list) and fills and isinstance(fills[0], Mapping) else None
    if not isinstance(colour, Mapping) or not all(_is_number(colour.get(part)) for part in "rgb"):
        return ""
    return "#" + "".join(f"{min(255, max(0, round(colour[part] * 255))):02x}" for part in "rgb")


class _Lines(HTMLParser):
    """The text of rich text, a line for each paragraph and item."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as the parser calls it
        """A line ends where a paragraph begins."""
        if tag in ("p", "br", "li", "div", "tr"):
            self.parts.append("\n")
        if tag == "li":
            self.parts.append("- ")

    def handle_data(self, data: str) -> None:
        """Text."""
        self.parts.append(data)


def text_of_html(text: str) -> str:
    """Rich text as plain lines."""
    if "<" not in text and "&" not in text:
        return text.strip()
    lines = _Lines()
    lines.feed(text[: 20 * limits.NOTES])
    lines.close()
    return "\n".join(filter(None, (" ".join(line.split()) for line in "".join(lines.parts).splitlines())))
