"""A backlog that is too large for an importer, as several files: each is imported by itself, in their order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from journeymap.exchange.trackers.work_items import Work, WorkItem, title_of
from journeymap.exchange.trackers.zip_files import zipped


def in_parts(work: Work, most: int) -> Sequence[Work]:
    """The same work in parts of `most` rows at most; there is one where nothing is too many.

    Each story stands in the part of its epic, and after it, with a row for each of its tasks. An epic with more stories
    than fit stands in several parts, with a number behind its title: no story is without one, for an importer knows
    nothing of the file before.
    """
    parts: list[list[WorkItem]] = [[]]
    for epic, stories in _groups(work, most):
        if parts[-1] and rows_of([*parts[-1], epic, *stories]) > most:
            parts.append([])
        parts[-1] += [epic, *stories]
    return [replace(work, items=tuple(items)) for items in parts]


def rows_of(items: Iterable[WorkItem]) -> int:
    """So many rows are these in a file where a task has one of its own."""
    return sum(1 + len(item.tasks) for item in items)


def parts_zip(work: Work, write: Callable[[Work], bytes], most: int) -> bytes:
    """A file a part, numbered: `1-of-3.csv`."""
    parts = in_parts(work, most)
    width = len(str(len(parts)))
    return zipped(
        (f"{number:0{width}}-of-{len(parts)}.csv", write(part).decode()) for number, part in enumerate(parts, 1)
    )


def _groups(work: Work, most: int) -> Iterator[tuple[WorkItem, Sequence[WorkItem]]]:
    """Each epic with as many of its stories as fit into one part; an epic of more comes again."""
    children = work.children()
    for epic in work.of_kind("epic"):
        pieces: list[list[WorkItem]] = [[]]
        for story in children[epic.id]:
            if pieces[-1] and rows_of([epic, *pieces[-1], story]) > most:
                pieces.append([])
            pieces[-1].append(story)
        for number, piece in enumerate(pieces, 1):
            yield _numbered(epic, number) if len(pieces) > 1 else epic, piece


def _numbered(epic: WorkItem, number: int) -> WorkItem:
    """Its title with a number, for which there is room."""
    most = len(epic.title)
    while (title := f"{epic.title[:most].rstrip()} ({number})") != title_of(title):
        most -= 1
    return replace(epic, title=title)
