"""GitHub as it describes itself: issues, labels that exist, a hundred sub-issues, and a key that may push."""

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from tests.support.trackers.http import Reply, Request
from tests.support.trackers.openapi import Described

KEY = "github-key-of-the-test"
PUBLISHED = Described(Path(__file__).parent / "published" / "github.json")
REPO = "/repos/park/visits"
MOST_BELOW = 100


class GitHubServer:
    """One repository, park/visits."""

    kind = "github"
    project = "park/visits"
    nowhere = "park/nope"
    form = ""
    path = ""
    user = ""
    key = KEY
    creating = f"POST {REPO}/issues"
    refuses = ""
    priorities = [["priority-highest"], ["priority-high"], ["priority-medium"], ["priority-low"], []]  # noqa: RUF012

    def __init__(self) -> None:
        self.issues: dict[int, dict[str, Any]] = {}
        self.above: dict[int, int] = {}
        self.known_labels = {"bug"}
        self.permissions = {"pull": True, "push": True}
        self.page = 100
        self._numbers = count(1)

    # What people do there

    def ids(self) -> list[str]:
        return sorted(self._id(one) for one in self.issues.values())

    def epics(self) -> dict[str, str]:
        return {self._id(self.issues[one]): self._id(self.issues[above]) for one, above in self.above.items()}

    def edit(self, item_id: str, title: str) -> None:
        self._one(item_id)["title"] = title

    def label(self, item_id: str, label: str) -> None:
        self.known_labels.add(label)
        self._one(item_id)["labels"].append({"name": label})

    def labels(self, item_id: str) -> list[str]:
        return [one["name"] for one in self._one(item_id)["labels"]]

    def close(self, item_id: str) -> None:
        self._one(item_id)["state"] = "closed"

    def delete(self, item_id: str) -> None:
        number = self._one(item_id)["number"]
        del self.issues[number]
        self.above.pop(number, None)

    def title(self, item_id: str) -> str:
        return str(self._one(item_id)["title"])

    def texts(self, item_id: str) -> str:
        """All that one reads: Markdown as it is shown, in which nothing but what we mark up is marked up."""
        tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(self._one(item_id)["body"])
        said = []
        for token in tokens:
            assert token.type != "heading_open"
            for inner in token.children or ():
                assert inner.type in ("text", "softbreak", "strong_open", "strong_close", "html_inline", "text_special")
                said.append(inner.content)
            assert token.type != "html_block" or token.content.startswith("<!-- journeymap: jm-")
            if token.type == "inline":
                said.append("\n")
        return "".join(said)

    def priority(self, item_id: str) -> Any:
        return [one for one in self.labels(item_id) if one.startswith("priority-")]

    def rank(self, item_id: str) -> None:
        """GitHub has none but labels, which are told as edits."""

    # What it answers

    def changes(self, request: Request) -> bool:
        """Whether this writes something."""
        return request.method != "GET"

    def answer(self, request: Request) -> Reply:
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return _refused(401, "Bad credentials")
        if not request.path.startswith(REPO):
            return _refused(404, "Not Found")
        if wrong := PUBLISHED.wrong(request):
            return _refused(422, wrong)
        handlers: list[tuple[str, str, Callable[..., Reply]]] = [
            ("GET", "", self._repo),
            ("GET", "/labels", self._list_labels),
            ("POST", "/labels", self._make_label),
            ("GET", "/issues", self._list),
            ("POST", "/issues", self._create),
            ("GET", r"/issues/(\d+)", self._get),
            ("PATCH", r"/issues/(\d+)", self._patch),
            ("GET", r"/issues/(\d+)/sub_issues", self._list_below),
            ("POST", r"/issues/(\d+)/sub_issues", self._put_below),
        ]
        for method, pattern, handler in handlers:
            if request.method == method and (found := re.fullmatch(REPO + pattern, request.path)):
                reply = handler(request, *found.groups())
                PUBLISHED.check(request, reply)
                return reply
        return _refused(404, "Not Found")

    def _repo(self, request: Request) -> Reply:
        return Reply(data={"id": 1, "name": "visits", "permissions": self.permissions, "has_issues": True})

    def _paged(self, request: Request, whole: list[Any]) -> Reply:
        size, page = min(self.page, int(request.query.get("per_page", 30))), int(request.query.get("page", 1))
        return Reply(data=whole[(page - 1) * size : page * size])

    def _list_labels(self, request: Request) -> Reply:
        return self._paged(request, [{"name": one} for one in sorted(self.known_labels)])

    def _make_label(self, request: Request) -> Reply:
        name = request.data["name"]
        if name.casefold() in {one.casefold() for one in self.known_labels} or len(name) > 50:
            return _refused(422, "Validation Failed", {"resource": "Label", "field": "name", "code": "already_exists"})
        self.known_labels.add(name)
        return Reply(201, {"name": name})

    def _list(self, request: Request) -> Reply:
        label, state = request.query.get("labels"), request.query.get("state", "open")
        found = [
            self._told(one)
            for one in self.issues.values()
            if (not label or label in {said["name"] for said in one["labels"]}) and state in ("all", one["state"])
        ]
        return self._paged(request, found if request.query.get("direction") == "asc" else found[::-1])

    def _wrong(self, body: dict[str, Any]) -> Reply | None:
        title = body.get("title", "x")
        if not title.strip() or len(title) > 256 or len(body.get("body", "")) > 65_536:
            return _refused(422, "Validation Failed", {"field": "title", "code": "invalid"})
        if self.refuses and title == self.refuses:
            return _refused(422, "refused here")
        if missing := set(body.get("labels", ())) - self.known_labels:
            return _refused(422, f"no labels {missing}", {"field": "labels", "code": "missing"})
        return None

    def _create(self, request: Request) -> Reply:
        if wrong := self._wrong(request.data):
            return wrong
        number = next(self._numbers)
        issue = {
            "id": 4_000_000_000 + number * 7,
            "number": number,
            "html_url": f"https://github.com/park/visits/issues/{number}",
            "state": "open",
            "title": request.data["title"],
            "body": request.data["body"],
            "labels": [{"name": one} for one in dict.fromkeys(request.data["labels"])],
        }
        self.issues[number] = issue
        return Reply(201, self._told(issue))

    def _get(self, request: Request, number: str) -> Reply:
        if int(number) not in self.issues:
            return _refused(410, "This issue was deleted")
        return Reply(data=self._told(self.issues[int(number)]))

    def _patch(self, request: Request, number: str) -> Reply:
        issue = self.issues.get(int(number))
        if issue is None:
            return _refused(410, "This issue was deleted")
        if wrong := self._wrong(request.data):
            return wrong
        body = dict(request.data)
        if "labels" in body:
            body["labels"] = [{"name": one} for one in body["labels"]]
        issue |= body
        return Reply(data=self._told(issue))

    def _list_below(self, request: Request, number: str) -> Reply:
        below = [self._told(self.issues[one]) for one, above in self.above.items() if above == int(number)]
        return self._paged(request, below)

    def _put_below(self, request: Request, number: str) -> Reply:
        found = [one for one in self.issues.values() if one["id"] == request.data["sub_issue_id"]]
        if not found or int(number) not in self.issues:
            return _refused(404, "The provided sub-issue does not exist")
        child = found[0]["number"]
        if child in self.above and not request.data.get("replace_parent"):
            return _refused(422, "Issue may only have one parent")
        if list(self.above.values()).count(int(number)) >= MOST_BELOW:
            return _refused(422, "Parent cannot have more than 100 sub-issues")
        self.above[child] = int(number)
        return Reply(201, self._told(self.issues[int(number)]))

    def _told(self, issue: dict[str, Any]) -> dict[str, Any]:
        total = list(self.above.values()).count(issue["number"])
        return {**issue, "sub_issues_summary": {"total": total, "completed": 0, "percent_completed": 0}}

    def _one(self, item_id: str) -> dict[str, Any]:
        (found,) = [one for one in self.issues.values() if self._id(one) == item_id]
        return found

    def _id(self, issue: dict[str, Any]) -> str:
        found = re.match(r"<!-- journeymap: (jm-[0-9a-z]+) -->", issue["body"])
        assert found
        return found[1]


def _refused(status: int, message: str, *errors: dict[str, str]) -> Reply:
    return Reply(status, {"message": message, "documentation_url": "https://x", "errors": list(errors)})
