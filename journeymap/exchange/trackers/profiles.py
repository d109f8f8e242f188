"""The trackers whose importers take a file of ours: what it is, who writes it, and what the importer takes at once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import get_args

from journeymap.exchange.trackers.azure import Process, azure_csv
from journeymap.exchange.trackers.feature import feature_zip
from journeymap.exchange.trackers.file_parts import parts_zip
from journeymap.exchange.trackers.github import github_json, github_zip
from journeymap.exchange.trackers.github_script import github_sh
from journeymap.exchange.trackers.jira import jira_csv
from journeymap.exchange.trackers.linear import linear_csv
from journeymap.exchange.trackers.redmine import redmine_csv
from journeymap.exchange.trackers.stories_schema import stories_json
from journeymap.exchange.trackers.trello import trello_json
from journeymap.exchange.trackers.work_items import Work
from journeymap.exchange.trackers.workbook import stories_xlsx

_CSV = "text/csv; charset=utf-8"
_ZIP = "application/zip"
_JSON = "application/json"
_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Profile:
    """One file of stories. `limits` is the key of what to know of its importer, `most` how many items it takes.

    `parts` is the name of the profile that writes the same in several files, "" where there is none.
    """

    name: str
    media_type: str
    write: Callable[[Work], bytes]
    limits: str = ""
    most: int = 0
    parts: str = ""

    @property
    def suffix(self) -> str:
        """The kind of file, the last word of its name."""
        return f".{self.name.rpartition('-')[2]}"


MOST_OF_JIRA = 1500
"""So many rows does Jira advise."""
MOST_OF_FEW = 250
"""So many can somebody import there who is no administrator."""
MOST_OF_AZURE = 1000


def _jira() -> list[Profile]:
    limits = "tracker-limits-jira"
    return [
        Profile("stories-jira-csv", _CSV, jira_csv, limits, MOST_OF_JIRA, "stories-jira-zip"),
        Profile("stories-jira-zip", _ZIP, partial(parts_zip, write=jira_csv, most=MOST_OF_JIRA), limits),
        Profile("stories-jira-few-zip", _ZIP, partial(parts_zip, write=jira_csv, most=MOST_OF_FEW), limits),
    ]


def _azure() -> list[Profile]:
    limits = "tracker-limits-azure"
    found = []
    for process in get_args(Process):
        write = partial(azure_csv, process=process)
        name = f"stories-azure-{process}"
        found += [
            Profile(f"{name}-csv", _CSV, write, limits, MOST_OF_AZURE, f"{name}-zip"),
            Profile(f"{name}-zip", _ZIP, partial(parts_zip, write=write, most=MOST_OF_AZURE), limits),
        ]
    return found


PROFILES = (
    Profile("stories-xlsx", _SHEETS, stories_xlsx),
    *_jira(),
    *_azure(),
    Profile("stories-linear-csv", _CSV, linear_csv, "tracker-limits-linear"),
    Profile("stories-redmine-csv", _CSV, redmine_csv, "tracker-limits-redmine"),
    Profile("stories-trello-json", _JSON, trello_json, "tracker-limits-trello"),
    Profile("stories-github-sh", "application/x-sh", github_sh, "tracker-limits-github"),
    Profile("stories-github-zip", _ZIP, github_zip),
    Profile("stories-github-json", _JSON, github_json),
    Profile("stories-feature-zip", _ZIP, feature_zip),
    Profile("stories-json", _JSON, stories_json),
)
