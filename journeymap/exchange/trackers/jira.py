"""Jira Cloud's CSV: epics on top, a story's parent by the number of its epic's row, a column a label.

The importer makes epics, then what stands under them, so no story may come before any epic.
"""

from journeymap.exchange.cell_values import Cell
from journeymap.exchange.csv_files import written
from journeymap.exchange.trackers.bodies import JIRA, body
from journeymap.exchange.trackers.work_items import Work, title_in_table

MOST_OF_TEXT = 32_767
"""So many characters does a text of Jira hold."""

_TYPES = {"epic": "Epic", "story": "Story"}


def jira_csv(work: Work) -> bytes:
    """The items as Jira takes them."""
    items = [*work.of_kind("epic"), *work.of_kind("story")]
    numbers = {item.id: number for number, item in enumerate(items, 1)}
    labels = max((len(item.labels) for item in items), default=1)
    rows: list[list[Cell]] = [["Issue Type", "Issue ID", "Parent", "Summary", "Description", *["Labels"] * labels]]
    rows += [
        [
            _TYPES[item.kind],
            numbers[item.id],
            numbers.get(item.parent),
            title_in_table(item, work.language),
            body(item, work.language, JIRA, MOST_OF_TEXT),
            *item.labels,
            *[""] * (labels - len(item.labels)),
        ]
        for item in items
    ]
    return written(rows, "tracker")
