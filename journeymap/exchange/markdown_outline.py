"""Markdown: a table in it, or headings with lists below them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from journeymap.domain.text.errors import invalid
from journeymap.exchange.column_synonyms import contained, target_of
from journeymap.exchange.import_choices import Layout
from journeymap.exchange.sheet_grid import Grid
from journeymap.exchange.table import Facts, RowUnit, Table

EPISODE, MOMENT, MORE = "Episode", "Micro-moment", "Notes"
_PAIR = re.compile(r"([^:]{2,30}):\s+(\S.*)", re.DOTALL)


def is_markdown(text: str) -> bool:
    """Whether a text is Markdown with headings and lists, or a table, and no table in text."""
    head = text[:20_000]
    lines = [line for line in head.splitlines() if line.strip()]
    if not lines:
        return False
    headings = sum(re.match(r"#{1,6} \S", line) is not None for line in lines)
    bullets = sum(re.match(r"\s*(?:[-*+]|\d+[.)]) \S", line) is not None for line in lines)
    ruled = any(re.fullmatch(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?\s*\|?\s*", line) for line in lines)
    return ruled or (headings > 0 and headings + bullets > 1 and 2 * (headings + bullets) >= len(lines) // 2)


def grid_of_markdown(text: str) -> Grid | None:
    """The first table of a text that has rows. None where there is none."""
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    cells: list[str] = []
    inside = False
    for token in _tokens(text):
        if token.type == "table_open":
            inside = True
        elif token.type == "table_close" and len(rows) > 1:
            return Grid(tuple(rows), tuple(numbers), kind="markdown")
        elif inside and token.type == "tr_open":
            cells = []
            numbers.append((token.map or [0])[0] + 1)
        elif inside and token.type == "inline":
            cells.append(_plain(token))
        elif inside and token.type in ("th_close", "td_close") and not cells:
            cells.append("")
        elif inside and token.type == "tr_close":
            rows.append(tuple(cells))
    return None


def table_of_outline(text: str) -> Table:
    """Headings as episodes, items below them as micro-moments. Errors: Refusal where there is nothing below."""
    entries = list(_entries(text))
    titled = [entry for entry in entries if entry.level and entry.level == 1]
    heads = [entry for entry in entries if entry.level]
    said: dict[str, str] = {}
    if len(titled) == 1 and len(heads) > 1:
        said["title"] = titled[0].text
        entries = [entry for entry in entries if entry is not titled[0]]
    found = _OutlineRows(said)
    for entry in entries:
        found.take(entry)
    if not found.rows:
        raise invalid("import-nothing")
    columns = list(dict.fromkeys(name for row in found.rows for name in row.cells))
    header = (EPISODE, MOMENT, *columns)
    targets = {EPISODE: "episode", MOMENT: "moment", **({MORE: "notes"} if MORE in columns else {})}
    facts = Facts("markdown", Layout.OUTLINE, (Layout.OUTLINE,), counted=RowUnit.LINE, said=said, targets=targets)
    rows = tuple(
        (row.episode, row.moment, *("\n".join(row.cells.get(name, ())) for name in columns)) for row in found.rows
    )
    return Table(header, rows, numbers=tuple(row.line for row in found.rows), facts=facts)


@dataclass(frozen=True, slots=True)
class _OutlineLine:
    """A heading (with its level) or an item (with its depth)."""

    text: str
    line: int
    level: int = 0
    depth: int = 0


@dataclass(slots=True)
class _OutlineRow:
    line: int
    episode: str
    moment: str
    cells: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class _OutlineRows:
    said: dict[str, str]
    rows: list[_OutlineRow] = field(default_factory=list)
    episode: str = ""
    lane: str = ""

    def take(self, entry: _OutlineLine) -> None:
        """One heading or item."""
        if entry.level:
            target = _target(entry.text)
            self.lane = entry.text if target and target != "episode" and self.episode else ""
            if not self.lane:
                self.episode = entry.text
            return
        pair = _PAIR.fullmatch(entry.text)
        if pair and self._says_of_map(pair[1], pair[2]):
            return
        named = pair[1].strip() if pair and _target(pair[1]) else ""
        if not named and self.lane and _target(self.lane) != "moment":
            named = self.lane
        if named and _target(named) == "moment":
            self._moment(entry, pair[2] if pair else entry.text)
        elif named or entry.depth > 1:
            value = pair[2] if pair and named != self.lane else entry.text
            self._below(entry, named or MORE, value)
        else:
            self._moment(entry, entry.text)

    def _says_of_map(self, key: str, value: str) -> bool:
        if self.episode or key.strip().casefold() not in ("persona", "klant", "customer", "actor"):
            return False
        self.said["persona"] = value
        return True

    def _moment(self, entry: _OutlineLine, text: str) -> None:
        self.rows.append(_OutlineRow(entry.line, self.episode, text))

    def _below(self, entry: _OutlineLine, name: str, value: str) -> None:
        if not self.rows or self.rows[-1].episode != self.episode:
            self._moment(entry, "")
        self.rows[-1].cells.setdefault(name, []).append(value)


def _entries(text: str) -> Iterator[_OutlineLine]:
    depth = level = 0
    line = 0
    for token in _tokens(text):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        if token.map:
            line = token.map[0] + 1
        if token.type == "inline" and (said := _plain(token)):
            pairs = depth == 0 and not level and _PAIR.fullmatch(said)
            if level or depth or pairs:
                yield _OutlineLine(said, line, level, depth)


def _tokens(text: str) -> Sequence[Token]:
    return MarkdownIt("commonmark", {"maxNesting": 20, "html": False}).enable("table").parse(text)


def _plain(token: Token) -> str:
    """What a line says without its signs; a `<br>` is a line's end."""
    parts = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type in ("text", "code_inline", "html_inline"):
            parts.append(child.content)
    return re.sub(r"<br\s*/?>", "\n", "".join(parts), flags=re.IGNORECASE).strip()


def _target(name: str) -> str | None:
    return target_of(name) or (contained(name) if len(name.split()) < 4 else None)
