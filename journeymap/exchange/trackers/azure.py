"""Azure DevOps' CSV: each epic with its stories below it, indented by the columns of the title."""

from typing import Literal

from journeymap.exchange.cell_values import Cell
from journeymap.exchange.csv_files import written
from journeymap.exchange.sentences import with_about
from journeymap.exchange.trackers.bodies import criteria_html, html, html_line
from journeymap.exchange.trackers.work_items import Work, title_in_table, title_of

Process = Literal["agile", "scrum", "basic"]

STORY_TYPES: dict[Process, str] = {"agile": "User Story", "scrum": "Product Backlog Item", "basic": "Issue"}


POINTS: dict[Process, str] = {"agile": "Story Points", "scrum": "Effort", "basic": "Effort"}
PRIORITIES = {"highest": 1, "high": 2, "medium": 3, "low": 4}


def azure_csv(work: Work, process: Process) -> bytes:
    """The items as a project of this process takes them; `ID` is empty, so that each is made anew.

    What is done backstage is a task below its story. The Basic process has no field for acceptance criteria: there
    they stand in the description.
    """
    apart = process != "basic"
    names = ["ID", "Work Item Type", "Title 1", "Title 2", "Title 3", "Description"]
    names += [*["Acceptance Criteria"] * apart, "Priority", POINTS[process], "Tags"]
    rows: list[list[Cell]] = [[*names]]
    for item in work.items:
        above = item.kind == "epic"
        title = title_in_table(item.title, work.language)
        rows.append(
            [
                None,
                "Epic" if above else STORY_TYPES[process],
                title if above else None,
                None if above else title,
                None,
                html(item, language=work.language, criteria=not apart),
                *[criteria_html(item, work.language)] * apart,
                PRIORITIES[item.priority] if item.priority else None,
                item.estimate,
                "; ".join(item.labels),
            ]
        )
        for task in item.tasks:
            named = title_in_table(title_of(task.text), work.language)
            said = html_line(with_about(task.text, (task.team, task.system)), task.id)
            rows.append([None, "Task", None, None, named, said, *[None] * apart, None, None, task.id])
    return written(rows, "tracker")
