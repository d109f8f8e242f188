"""Linear's CSV. It knows no epics: the episode is a label, and a line of the text."""

from dataclasses import replace

from journeymap.domain.text.catalogue import say
from journeymap.exchange.cell_values import Cell
from journeymap.exchange.csv_files import written
from journeymap.exchange.trackers.bodies import MARKDOWN, body
from journeymap.exchange.trackers.work_items import Work, WorkItem, title_in_table

HEADER = ("Title", "Description", "Status", "Estimate", "Priority", "Assignee", "Labels")
MOST_OF_TEXT = 100_000

_PRIORITIES = {"highest": "Urgent", "high": "High", "medium": "Medium", "low": "Low"}


def linear_csv(work: Work) -> bytes:
    """The stories as Linear takes them."""
    rows: list[list[Cell]] = [[*HEADER]]
    for item in (_placed(one, work.language) for one in work.of_kind("story")):
        text = body(item, work.language, MARKDOWN, MOST_OF_TEXT)
        priority = _PRIORITIES[item.priority] if item.priority else "No priority"
        title = title_in_table(item.title, work.language)
        rows.append([title, text, None, item.estimate, priority, None, ", ".join(item.labels)])
    return written(rows, "tracker")


def _placed(item: WorkItem, language: str) -> WorkItem:
    """The same with its episode among what is known."""
    return replace(item, facts=((say("story-field-epic", language), (item.episode,)), *item.facts))
