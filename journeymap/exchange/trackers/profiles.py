"""The trackers whose importers take a file of ours: what it is, who writes it, and what the importer takes at once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from journeymap.exchange.trackers.azure import azure_csv
from journeymap.exchange.trackers.feature import feature_zip
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
    """One file of stories. `limits` is the key of what to know of its importer, `most` how many items it takes."""

    name: str
    media_type: str
    write: Callable[[Work], bytes]
    limits: str = ""
    most: int = 0

    @property
    def suffix(self) -> str:
        """The kind of file, the last word of its name."""
        return f".{self.name.rpartition('-')[2]}"


def _azure() -> list[Profile]:
    return [
        Profile(f"stories-azure-{process}-csv", _CSV, partial(azure_csv, process=process), "tracker-limits-azure", 1000)
        for process in ("agile", "scrum", "basic")
    ]


PROFILES = (
    Profile("stories-xlsx", _SHEETS, stories_xlsx),
    Profile("stories-jira-csv", _CSV, jira_csv, "tracker-limits-jira", 1500),
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
