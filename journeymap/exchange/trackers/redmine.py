"""Redmine's CSV. Its columns have Redmine's own names, which it recognises in whatever language it is set to."""

from dataclasses import replace

from journeymap.domain.text.catalogue import say
from journeymap.exchange.cell_values import Cell
from journeymap.exchange.csv_files import written
from journeymap.exchange.trackers.bodies import PLAIN, body
from journeymap.exchange.trackers.work_items import Work, WorkItem, title_in_table

HEADER = ("unique_id", "tracker", "subject", "description", "priority", "parent_issue_id", "Journey ID")
MOST_OF_TEXT = 16_000
"""MySQL holds 65,535 bytes, and four of them may be one character."""

PRIORITIES = {"highest": "Urgent", "high": "High", "medium": "Normal", "low": "Low"}
"""Redmine's own names; where an installation has others, it takes its default."""
_TRACKERS = {"epic": "Epic", "story": "User story"}


def redmine_csv(work: Work) -> bytes:
    """The items as Redmine takes them; a story names its epic by the id that both have in the file."""
    rows: list[list[Cell]] = [[*HEADER]]
    for item in (labelled(one, work.language) for one in work.items):
        text = body(item, work.language, PLAIN, MOST_OF_TEXT)
        title = title_in_table(item.title, work.language)
        priority = PRIORITIES[item.priority] if item.priority else None
        rows.append([item.id, _TRACKERS[item.kind], title, text, priority, item.parent, item.id])
    return written(rows, "tracker")


def labelled(item: WorkItem, language: str) -> WorkItem:
    """The same with its labels among what is known: Redmine has no field for them."""
    return replace(item, facts=(*item.facts, (say("story-field-labels", language), (" ".join(item.labels[1:]),))))
