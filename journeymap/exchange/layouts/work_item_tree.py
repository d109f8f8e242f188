"""Work items with parents, as trackers write them: what is on top is an episode, what is below it a micro-moment."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from journeymap.exchange.column_synonyms import plain
from journeymap.exchange.import_choices import Layout
from journeymap.exchange.table import Table

_TITLE = ("summary", "title", "name", "subject", "titel", "naam", "samenvatting", "onderwerp")
_TYPE = ("issue type", "work item type", "type", "tracker", "item type", "issuetype", "soort")
_ID = ("issue id", "issue key", "key", "id", "work item id", "identifier", "nummer")
_PARENT = (
    "parent",
    "parent id",
    "parent key",
    "parent issue id",
    "parent task",
    "epic link",
    "epic",
    "epic name",
    "bovenliggend",
)
_WHOLES = ("epic", "feature", "initiative", "thema", "theme")
EPISODE, MOMENT, DETAIL = "Episode", "Micro-moment", "Below it"


@dataclass(frozen=True, slots=True)
class _TreeItem:
    number: int
    depth: int
    title: str
    episode: str
    rest: tuple[str, ...]


def table_of_tree(table: Table) -> Table | None:
    """Such a table with the episode, the micro-moment and what is below it in columns. None where it is no tree."""
    if not table.facts.header or table.facts.exact:
        return None
    found = _by_level(table) or _by_parent(table)
    if found is None:
        return None
    rest, items = found
    header = (EPISODE, MOMENT, DETAIL, *rest)
    rows = _rows(items)
    targets = {EPISODE: "episode", MOMENT: "moment", DETAIL: "bright_spot"}
    facts = replace(table.facts, layout=Layout.TREE, layouts=(Layout.TREE, Layout.ROWS), targets=targets)
    return replace(
        table,
        header=header,
        rows=tuple(cells for _, cells in rows),
        numbers=tuple(number for number, _ in rows),
        facts=facts,
    )


def _rows(items: Sequence[_TreeItem]) -> list[tuple[int, tuple[str, ...]]]:
    """A row for every micro-moment, one for an episode that has none, and what is below in the row above it."""
    used = {item.episode for item in items if item.depth}
    rows: list[tuple[int, tuple[str, ...]]] = []
    for item in items:
        if item.depth == 0 and item.title not in used:
            rows.append((item.number, (item.title, "", "", *("",) * len(item.rest))))
        elif item.depth == 1:
            rows.append((item.number, (item.episode, item.title, "", *item.rest)))
        elif item.depth > 1 and rows:
            number, (episode, moment, below, *rest) = rows[-1]
            rows[-1] = number, (episode, moment, "\n".join(filter(None, [below, item.title])), *rest)
    return rows


def _by_level(table: Table) -> tuple[tuple[str, ...], list[_TreeItem]] | None:
    """Azure DevOps: `Title 1`, `Title 2`, … each a level deeper."""
    levels = [name for name in table.header if re.fullmatch(r"(?:title|titel|level|niveau) [1-9]", plain(name))]
    if len(levels) < 2:
        return None
    rest = tuple(name for name in table.header if name not in levels)
    items: list[_TreeItem] = []
    episode = ""
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = dict(zip(table.header, row, strict=True))
        given = [(depth, cells[name]) for depth, name in enumerate(levels) if cells[name]]
        for depth, title in given:
            episode = title if depth == 0 else episode
            if depth == 0 and len(given) > 1 and any(item.title == title for item in items if item.depth == 0):
                continue
            items.append(_TreeItem(number, depth, title, episode, tuple(cells[name] for name in rest)))
    return rest, items


def _by_parent(table: Table) -> tuple[tuple[str, ...], list[_TreeItem]] | None:
    """Jira and others: an item says which other one it belongs to."""
    names = {plain(name): name for name in reversed(table.header)}
    title = next((names[word] for word in _TITLE if word in names), None)
    kind = next((names[word] for word in _TYPE if word in names), None)
    parents = [names[word] for word in _PARENT if word in names]
    ids = [names[word] for word in _ID if word in names]
    if title is None or kind is None or not parents:
        return None
    rows = [dict(zip(table.header, row, strict=True)) for row in table.rows]
    by_id = {cells[name]: n for name in (title, *ids) for n, cells in enumerate(rows) if cells[name]}
    above = [next((by_id[cells[p]] for p in parents if cells[p] in by_id), None) for cells in rows]
    if not any(n is not None and n != at for at, n in enumerate(above)):
        return None
    rest = tuple(name for name in table.header if name not in (title, kind, *parents, *ids))
    return rest, list(_walked(table, rows, above, title, kind, rest))


def _walked(
    table: Table,
    rows: Sequence[Mapping[str, str]],
    above: Sequence[int | None],
    title: str,
    kind: str,
    rest: Sequence[str],
) -> Iterator[_TreeItem]:
    below: dict[int | None, list[int]] = {}
    for at, parent in enumerate(above):
        below.setdefault(parent if parent != at else None, []).append(at)
    seen: set[int] = set()

    def walk(at: int, depth: int, episode: str) -> Iterator[_TreeItem]:
        seen.add(at)
        cells = rows[at]
        yield _TreeItem(table.numbers[at], depth, cells[title], episode, tuple(cells[name] for name in rest))
        for child in below.get(at, []):
            if child not in seen and depth < 5:
                yield from walk(child, depth + 1, episode)

    tops = {at: plain(rows[at][kind]) in _WHOLES or at in below for at in below.get(None, [])}
    for at, whole in sorted(tops.items(), key=lambda top: top[1]):  # what has no episode comes before them all
        yield from walk(at, 0 if whole else 1, rows[at][title] if whole else "")
    for at in range(len(rows)):  # a ring of parents has no top
        if at not in seen:
            yield from walk(at, 1, "")
