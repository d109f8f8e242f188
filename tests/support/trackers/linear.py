"""Linear by its published schema: every question and answer is held to it."""

from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

from graphql import DocumentNode, build_schema, execute_sync, parse, validate
from markdown_it import MarkdownIt

from tests.support.trackers.http import Reply, Request

KEY = "lin_api_key_of_the_test"
SCHEMA = build_schema((Path(__file__).parent / "published" / "linear.graphql").read_text(encoding="utf-8"))
TEAM = {"id": "team-1", "key": "PARK"}


@cache
def looked_over(query: str) -> tuple[DocumentNode, str]:
    """A question, and what is wrong with it by the schema; "" where nothing is."""
    document = parse(query)
    wrong = validate(SCHEMA, document)
    return document, wrong[0].message if wrong else ""


class Refused(Exception):  # noqa: N818
    """What Linear has against an input."""


class LinearServer:
    """One team, PARK. What is deleted lies in the bin, and keeps its id."""

    kind = "linear"
    project = "PARK"
    nowhere = "NOPE"
    form = ""
    path = ""
    user = ""
    key = KEY
    creating = "POST /graphql:issueCreate"
    refuses = ""
    priorities = [1, 2, 3, 4, 0]  # noqa: RUF012

    def __init__(self) -> None:
        self.all: dict[str, dict[str, Any]] = {}
        self.known_labels: dict[str, dict[str, Any]] = {
            "bug": {"id": "label-bug", "name": "bug", "isGroup": False, "team": None},
            "other": {"id": "label-other", "name": "episode-0", "isGroup": False, "team": {"id": "team-2"}},
        }
        self.page = 20
        self._numbers = count(1)

    # What people do there

    @property
    def issues(self) -> list[dict[str, Any]]:
        return [one for one in self.all.values() if not one["trashed"]]

    def ids(self) -> list[str]:
        return sorted(map(self._id, self.issues))

    def epics(self) -> dict[str, str]:
        return {self._id(one): self._id(self.all[one["parent"]["id"]]) for one in self.issues if one["parent"]}

    def edit(self, item_id: str, title: str) -> None:
        self._one(item_id)["title"] = title

    def label(self, item_id: str, label: str) -> None:
        new = {"id": f"label-{label}", "name": label, "isGroup": False, "team": TEAM}
        self.known_labels[label] = new
        self._one(item_id)["labelIds"].append(new["id"])

    def labels(self, item_id: str) -> list[str]:
        names = {one["id"]: one["name"] for one in self.known_labels.values()}
        return [names[one] for one in self._one(item_id)["labelIds"]]

    def close(self, item_id: str) -> None:
        self._one(item_id)["state"] = {"name": "Done", "type": "completed"}

    def delete(self, item_id: str) -> None:
        self._one(item_id).update(trashed=True, archivedAt="2026-01-01T00:00:00Z")

    def title(self, item_id: str) -> str:
        return str(self._one(item_id)["title"])

    def texts(self, item_id: str) -> str:
        """All that one reads: Markdown as it is shown."""
        said = []
        for token in (
            MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(self._one(item_id)["description"])
        ):
            assert token.type not in ("heading_open", "html_block")
            for inner in token.children or ():
                assert inner.type in ("text", "softbreak", "strong_open", "strong_close", "text_special")
                said.append(inner.content)
            if token.type == "inline":
                said.append("\n")
        return "".join(said)

    def priority(self, item_id: str) -> Any:
        return self._one(item_id)["priority"]

    def rank(self, item_id: str) -> None:
        self._one(item_id)["priority"] = 4

    # What it answers

    def changes(self, request: Request) -> bool:
        """Whether this writes something."""
        return str(request.data["query"]).lstrip().startswith("mutation")

    def answer(self, request: Request) -> Reply:
        if request.headers.get("authorization") != KEY:
            return _refused(400, "AUTHENTICATION_ERROR", "Authentication required, not authenticated")
        query, variables = request.data["query"], request.data["variables"]
        document, wrong = looked_over(query)
        if wrong:
            return _refused(400, "GRAPHQL_VALIDATION_FAILED", wrong)
        said = execute_sync(SCHEMA, document, root_value=self._root(), variable_values=variables)
        if said.errors:
            first = said.errors[0]
            if first.original_error and not isinstance(first.original_error, Refused):
                raise first.original_error
            return _refused(200, "INVALID_INPUT", first.message)
        return Reply(data={"data": said.data})

    def _root(self) -> dict[str, Any]:
        return {
            "viewer": {"id": "me"},
            "teams": self._teams,
            "issues": self._issues,
            "issueLabels": lambda info, **asked: self._paged(list(self.known_labels.values()), **asked),
            "issueLabelCreate": self._make_label,
            "issueCreate": self._create,
            "issueUpdate": self._update,
        }

    def _teams(self, info: Any, filter: dict[str, Any]) -> Any:  # noqa: A002
        asked = filter["key"]["eqIgnoreCase"].casefold()
        return {"nodes": [one for one in [TEAM] if one["key"].casefold() == asked]}

    def _issues(self, info: Any, filter: dict[str, Any], includeArchived: bool = False, **asked: Any) -> Any:  # noqa: A002, N803
        found = [
            self._told(one)
            for one in self.all.values()
            if (includeArchived or not one["archivedAt"])
            and one["id"] in filter.get("id", {}).get("in", [one["id"]])
            and self._labelled(one, filter.get("labels", {}).get("some", {}).get("name", {}).get("eq"))
        ]
        return self._paged(found, **asked)

    def _labelled(self, issue: dict[str, Any], name: str | None) -> bool:
        names = {one["id"]: one["name"] for one in self.known_labels.values()}
        return name is None or name in {names[one] for one in issue["labelIds"]}

    def _paged(self, whole: list[Any], first: int = 50, after: str | None = None) -> dict[str, Any]:
        at, most = int(after or 0), min(first, self.page)
        more = at + most < len(whole)
        return {"nodes": whole[at : at + most], "pageInfo": {"hasNextPage": more, "endCursor": str(at + most)}}

    def _make_label(self, info: Any, input: dict[str, Any]) -> Any:  # noqa: A002
        taken = {one["name"].casefold() for one in self.known_labels.values() if one["team"] in (None, TEAM)}
        if input["name"].casefold() in taken:
            raise Refused("duplicate label name")
        new = {"id": f"label-{input['name']}", "name": input["name"], "isGroup": False, "team": TEAM}
        self.known_labels[f"{input['name']} of the team"] = new
        return {"success": True, "issueLabel": new}

    def _wrong(self, given: dict[str, Any]) -> None:
        title = given.get("title", "x")
        if not title.strip() or len(title) > 255 or len(given.get("description", "")) > 250_000:
            raise Refused("Argument Validation Error: title")
        if self.refuses and title == self.refuses:
            raise Refused("refused here")
        known = {one["id"] for one in self.known_labels.values() if one["team"] in (None, TEAM)}
        if not {*given.get("labelIds", ()), *given.get("addedLabelIds", ())} <= known:
            raise Refused("Label not found in the team")
        parent = given.get("parentId")
        if parent and (parent not in self.all or self.all[parent]["trashed"]):
            raise Refused("Parent issue not found")

    def _create(self, info: Any, input: dict[str, Any]) -> Any:  # noqa: A002
        self._wrong(input)
        number = input["id"]
        if UUID(number).version != 4 or number in self.all:
            raise Refused("Entity with this id already exists")
        identifier = f"PARK-{next(self._numbers)}"
        self.all[number] = {
            "id": number,
            "identifier": identifier,
            "url": f"https://linear.app/park/issue/{identifier}",
            "title": input["title"],
            "description": input["description"],
            "priority": input.get("priority", 0),
            "trashed": None,
            "archivedAt": None,
            "state": {"name": "Backlog", "type": "backlog"},
            "parent": {"id": input["parentId"]} if "parentId" in input else None,
            "labelIds": list(input["labelIds"]),
        }
        return {"success": True, "issue": self._told(self.all[number])}

    def _update(self, info: Any, id: str, input: dict[str, Any]) -> Any:  # noqa: A002
        self._wrong(input)
        issue = self.all[id]
        issue |= {name: input[name] for name in ("title", "description", "priority") if name in input}
        if "parentId" in input:
            issue["parent"] = {"id": input["parentId"]}
        left = [one for one in issue["labelIds"] if one not in input.get("removedLabelIds", ())]
        issue["labelIds"] = [*left, *(one for one in input.get("addedLabelIds", ()) if one not in left)]
        return {"success": True, "issue": self._told(issue)}

    def _told(self, issue: dict[str, Any]) -> dict[str, Any]:
        known = {one["id"]: one for one in self.known_labels.values()}
        nodes = [known[one] for one in issue["labelIds"]]
        return {**issue, "labels": lambda info, **asked: {"nodes": nodes}}

    def _one(self, item_id: str) -> dict[str, Any]:
        (found,) = [one for one in self.issues if self._id(one) == item_id]
        return found

    def _id(self, issue: dict[str, Any]) -> str:
        return str(issue["description"].rpartition("Journeymap: ")[2])


def _refused(status: int, code: str, message: str) -> Reply:
    error = {"message": message, "extensions": {"code": code, "type": code.lower(), "userPresentableMessage": message}}
    return Reply(status, {"errors": [error], "data": None})
