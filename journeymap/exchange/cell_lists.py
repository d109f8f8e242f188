"""A row of a table whose micro-moment is a list of several."""

from collections.abc import Iterator, Mapping

from journeymap.exchange.cells import listed
from journeymap.exchange.draft import Draft


def split(
    draft: Draft, number: int, cells: Mapping[str, str], mapping: Mapping[str, str]
) -> Iterator[Mapping[str, str]]:
    """The row, or where lists are split, one for each micro-moment that stands in it.

    A column with a list of as many goes along in step; what is said once stands with the first.
    """
    column = next((name for name, target in mapping.items() if target == "moment"), None)
    items = listed(cells.get(column, "")) if column is not None and draft.rules.split else []
    if not items:
        yield cells
        return
    draft.note(number, "split", n=len(items))
    lists = {name: found for name, cell in cells.items() if len(found := listed(cell)) == len(items)}
    for n in range(len(items)):
        yield {name: lists[name][n] if name in lists else cell if n == 0 else "" for name, cell in cells.items()}
