"""Linear's CSV. It knows no epics: the episode is a label, and a line of the text."""

from dataclasses import replace

from journeymap.domain.text.catalogue import say
from journeymap.exchange.cell_values import Cell
from journeymap.exchange.csv_files import written
from journeymap.exchange.trackers.bodies import MARKDOWN, body
from journeymap.exchange.trackers.work_items import Work, WorkItem, title_in_table

HEADER = ("Title", "Description", "Status", "Estimate", "Priority", "Assignee", "Labels")
MOST_OF_TEXT = 100_000


def linear_csv(work: Work) -> bytes:
    """The stories as Linear takes them; a moment of truth has a high priority."""
    rows: list[list[Cell]] = [[*HEADER]]
    for item in (_placed(one, work.language) for one in work.of_kind("story")):
        text = body(item, work.language, MARKDOWN, MOST_OF_TEXT)
        priority = "High" if item.important else "No priority"
        rows.append([title_in_table(item, work.language), text, None, None, priority, None, ", ".join(item.labels)])
    return written(rows, "tracker")


def _placed(item: WorkItem, language: str) -> WorkItem:
    """The same with its episode among what is known."""
    return replace(item, facts=((say("story-field-epic", language), (item.episode,)), *item.facts))
