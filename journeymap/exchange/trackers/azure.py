"""Azure DevOps' CSV: each epic with its stories below it, indented by the columns of the title."""

from typing import Literal

from journeymap.exchange.cell_values import Cell
from journeymap.exchange.csv_files import written
from journeymap.exchange.trackers.bodies import criteria_html, html
from journeymap.exchange.trackers.work_items import Work, title_in_table

Process = Literal["agile", "scrum", "basic"]

STORY_TYPES: dict[Process, str] = {"agile": "User Story", "scrum": "Product Backlog Item", "basic": "Issue"}


def azure_csv(work: Work, process: Process) -> bytes:
    """The items as a project of this process takes them; `ID` is empty, so that each is made anew.

    The Basic process has no field for acceptance criteria: there they stand in the description.
    """
    apart = process != "basic"
    names = ["ID", "Work Item Type", "Title 1", "Title 2", "Description", *["Acceptance Criteria"] * apart, "Tags"]
    rows: list[list[Cell]] = [[*names]]
    for item in work.items:
        above = item.kind == "epic"
        title = title_in_table(item, work.language)
        rows.append(
            [
                None,
                "Epic" if above else STORY_TYPES[process],
                title if above else None,
                None if above else title,
                html(item, language=work.language, criteria=not apart),
                *[criteria_html(item, work.language)] * apart,
                "; ".join(item.labels),
            ]
        )
    return written(rows, "tracker")
