"""GitHub: issues with a hidden id, as Markdown files, as JSON, and as a script for GitHub's command line."""

import json
from collections.abc import Iterator
from typing import Any

from journeymap.exchange.sentences import slug
from journeymap.exchange.trackers.bodies import MARKDOWN, body
from journeymap.exchange.trackers.work_items import Work, WorkItem
from journeymap.exchange.trackers.zip_files import zipped

LABEL = "journeymap"
"""Stands on every issue of ours, so that a script finds them again."""
MOST_OF_TEXT = 65_536
"""So many characters does the body of an issue hold."""

_TYPES = {"epic": "Epic", "story": "Story"}


def hidden_id(item: WorkItem) -> str:
    """What nobody sees in the issue, and programs know it by."""
    return f"<!-- {LABEL}: {item.id} -->"


def issue_body(item: WorkItem, language: str) -> str:
    """The Markdown of an issue, its hidden id first."""
    mark = f"{hidden_id(item)}\n\n"
    return mark + body(item, language, MARKDOWN, MOST_OF_TEXT - len(mark), marker=False)


def issue_labels(item: WorkItem) -> list[str]:
    """The labels of an issue; GitHub has no field for a priority."""
    return [LABEL, *item.labels, *([f"priority-{item.priority}"] if item.priority else [])]


def github_json(work: Work) -> bytes:
    """The issues, each `issue` as `POST /repos/OWNER/REPO/issues` takes it, and whose sub-issue it is."""
    return _index(work).encode()


def github_zip(work: Work) -> bytes:
    """A Markdown file an issue, and the same list as JSON with the path of each."""
    return zipped(_files(work))


def _files(work: Work) -> Iterator[tuple[str, str]]:
    yield "issues.json", _index(work, paths=True)
    for item in work.items:
        yield _path(item), f"{issue_body(item, work.language)}\n"


def _path(item: WorkItem) -> str:
    name = slug(item.title, 40)
    return f"{item.kind}-{name}-{item.id}.md" if name else f"{item.kind}-{item.id}.md"


def _index(work: Work, *, paths: bool = False) -> str:
    said = {"note": work.nothing} if work.nothing else {}
    issues = [_issue(item, work.language, paths=paths) for item in work.items]
    return f"{json.dumps({**said, 'issues': issues}, ensure_ascii=False, indent=1)}\n"


def _issue(item: WorkItem, language: str, *, paths: bool) -> dict[str, Any]:
    issue: dict[str, Any] = {"title": item.title, "body": issue_body(item, language), "labels": issue_labels(item)}
    if paths:
        issue.pop("body")
    return {
        "id": item.id,
        "type": _TYPES[item.kind],
        "parent": item.parent or None,
        **({"file": _path(item)} if paths else {}),
        "issue": issue,
    }
