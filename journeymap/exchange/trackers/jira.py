"""Jira Cloud's CSV: epics on top, a story's parent by the number of its epic's row, a column a label.

The importer makes epics, then what stands under them, so no story may come before any epic, and no
sub-task before any story.
"""

from journeymap.exchange.cell_values import Cell
from journeymap.exchange.csv_files import written
from journeymap.exchange.trackers.bodies import JIRA, body, task_said
from journeymap.exchange.trackers.work_items import Work, title_in_table, title_of

MOST_OF_TEXT = 32_767
"""So many characters does a text of Jira hold."""

_TYPES = {"epic": "Epic", "story": "Story"}
PRIORITIES = {"highest": "Highest", "high": "High", "medium": "Medium", "low": "Low"}


def jira_csv(work: Work) -> bytes:
    """The items as Jira takes them; what is done backstage is a sub-task of its story."""
    items = [*work.of_kind("epic"), *work.of_kind("story")]
    numbers = {item.id: number for number, item in enumerate(items, 1)}
    labels = max((len(item.labels) for item in items), default=1)
    header = ["Issue Type", "Issue ID", "Parent", "Summary", "Description", "Priority", *["Labels"] * labels]
    rows: list[list[Cell]] = [[*header]]
    rows += [
        [
            _TYPES[item.kind],
            numbers[item.id],
            numbers.get(item.parent),
            title_in_table(item.title, work.language),
            body(item, work.language, JIRA, MOST_OF_TEXT),
            PRIORITIES[item.priority] if item.priority else None,
            *item.labels,
            *[""] * (labels - len(item.labels)),
        ]
        for item in items
    ]
    rows += [
        [
            "Sub-task",
            len(items) + number,
            numbers[item.id],
            title_in_table(title_of(task.text), work.language),
            task_said(task, JIRA),
            None,
            task.id,
            *[""] * (labels - 1),
        ]
        for number, (item, task) in enumerate(((item, task) for item in items for task in item.tasks), 1)
    ]
    return written(rows, "tracker")
