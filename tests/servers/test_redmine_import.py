"""A real Redmine imports our file as it is: nothing is set by hand, and everything stands there."""

from collections.abc import Iterator

import httpx
import pytest

from journeymap.exchange.formats import format_named
from journeymap.exchange.wishes import MapWish
from tests.support.tracker_files import awkward, park, table
from tests.support.trackers.html_forms import HtmlForm
from tests.support.trackers.redmine_server import RedmineServer

pytestmark = pytest.mark.slow


@pytest.fixture
def person(redmine_server: RedmineServer) -> Iterator[httpx.Client]:
    """Somebody who signed in with a browser."""
    with httpx.Client(base_url=redmine_server.base, follow_redirects=True, timeout=120) as client:
        form = HtmlForm(client.get("/login").text, "/login")
        said = client.post(form.address, data=form.fields | {"username": "admin", "password": "admin"})
        assert "/logout" in said.text
        yield client


def imported(person: httpx.Client, project: str, content: bytes) -> None:
    """Through Redmine's own pages, each sent as it stands."""
    form = HtmlForm(person.get("/issues/imports/new", params={"project_id": project}).text, "/imports")
    page = person.post(form.address, data=form.fields, files={"file": ("stories.csv", content, "text/csv")})
    for step in ("/settings", "/mapping"):
        form = HtmlForm(page.text, step)
        page = person.post(form.address, data=form.fields)
    while "/run" in str(page.url):
        page = person.post(str(page.url), headers={"X-CSRF-Token": token(page.text)})
    assert "conflict" not in page.text
    assert "unsaved-items" not in page.text, page.text


def token(page: str) -> str:
    return page.partition('name="csrf-token" content="')[2].partition('"')[0]


@pytest.mark.parametrize("which", ["awkward", "park"])
def test_every_epic_and_story_arrives_as_it_was_written(
    redmine_server: RedmineServer, person: httpx.Client, which: str
) -> None:
    wish = MapWish(awkward()) if which == "awkward" else MapWish(**park())
    content = format_named("stories-redmine-csv").render(wish)
    _, rows = table(content)
    project = redmine_server.project()
    imported(person, project, content)
    there = {journey_id(one): one for one in redmine_server.issues(project)}
    assert len(there) == len(rows)
    for own, kind, title, text, priority, parent, _ in rows:
        issue = there[own]
        assert (issue["tracker"]["name"], issue["subject"]) == (kind, title)
        assert issue["description"].replace("\r\n", "\n").strip() == text.strip()
        # An epic's priority is that of its stories.
        assert kind == "Epic" or issue["priority"]["name"] == (priority or "Normal")
        above = issue.get("parent", {}).get("id")
        assert above == (there[parent]["id"] if parent else None)


def journey_id(issue: dict[str, object]) -> str:
    fields = issue["custom_fields"]
    assert isinstance(fields, list)
    return str(next(one["value"] for one in fields if one["name"] == "Journey ID"))
