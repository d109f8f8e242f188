"""Jira Cloud as its documents say: documents by the published schema, labels, parents, bulk, and a late search."""

import base64
import json
import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from jsonschema_rs import validator_for

from tests.support.trackers.http import Reply, Request

KEY = "jira-key-of-the-test"
USER = "me@example.org"
PUBLISHED = Path(__file__).parent / "published"
ADF = validator_for(json.loads((PUBLISHED / "adf.json").read_text(encoding="utf-8")))
TYPES = {"10000": ("Epic", 1), "10001": ("Story", 0), "10002": ("Sub-task", -1)}
PRIORITIES = ("Highest", "High", "Medium")
JQL = re.compile(r'project = "(\w+)" AND labels IN \(("[^"]+"(?:, "[^"]+")*)\) ORDER BY id')
FIELDS = ("summary", "issuetype", "project", "description", "labels", "parent", "reporter", "priority")


class JiraServer:
    """One project, JM. `lag` is how many searches go by before a new issue is among what they know."""

    kind = "jira"
    project = "JM"
    form = ""
    path = ""
    user = USER
    key = KEY
    nowhere = "NOPE"
    creating = "POST /rest/api/3/issue/bulk"
    refuses = ""
    priorities = ["Highest", "High", "Medium", "", ""]  # noqa: RUF012

    def __init__(self) -> None:
        self.issues: dict[str, dict[str, Any]] = {}
        self.lag = 0
        self.page = 20
        self.may = {"BROWSE_PROJECTS", "CREATE_ISSUES", "EDIT_ISSUES"}
        self.required: list[str] = []
        self.notes: dict[str, Any] = {}
        self.takes_notes = True
        self._searches = 0
        self._numbers = count(1)

    # What people do there

    def ids(self) -> list[str]:
        return sorted(label for one in self.issues.values() for label in one["fields"]["labels"] if label[:3] == "jm-")

    def epics(self) -> dict[str, str]:
        """The id of the epic of each story."""
        return {
            self._id(one): self._id(self.issues[one["fields"]["parent"]["id"]])
            for one in self.issues.values()
            if one["fields"].get("parent")
        }

    def edit(self, item_id: str, title: str) -> None:
        self._one(item_id)["fields"]["summary"] = title

    def label(self, item_id: str, label: str) -> None:
        self._one(item_id)["fields"]["labels"].append(label)

    def labels(self, item_id: str) -> list[str]:
        return list(self._one(item_id)["fields"]["labels"])

    def close(self, item_id: str) -> None:
        self._one(item_id)["fields"]["status"] = {"name": "Done", "statusCategory": {"key": "done"}}

    def delete(self, item_id: str) -> None:
        del self.issues[self._one(item_id)["id"]]

    def title(self, item_id: str) -> str:
        return str(self._one(item_id)["fields"]["summary"])

    def texts(self, item_id: str) -> str:
        """All that one reads in its description."""

        def walk(node: dict[str, Any]) -> str:
            return str(node.get("text", "")) + "".join(map(walk, node.get("content", ())))

        return walk(self._one(item_id)["fields"]["description"])

    def priority(self, item_id: str) -> Any:
        return str((self._one(item_id)["fields"].get("priority") or {}).get("name", ""))

    def rank(self, item_id: str) -> None:
        self._one(item_id)["fields"]["priority"] = {"name": "Medium"}

    # What it answers

    def changes(self, request: Request) -> bool:
        """Whether this writes something."""
        return request.called.startswith("PUT /rest/api/3/issue/") or request.called == self.creating

    def answer(self, request: Request) -> Reply:
        told = base64.b64encode(f"{USER}:{KEY}".encode()).decode()
        if request.headers.get("authorization") != f"Basic {told}":
            return Reply(401, raw=b"Client must be authenticated to access this resource.")
        path = request.path.removeprefix("/rest/api/3/")
        handlers: list[tuple[str, str, Callable[..., Reply]]] = [
            ("GET", r"myself", self._myself),
            ("GET", r"project/(\w+)", self._project),
            ("GET", r"mypermissions", self._permissions),
            ("GET", r"issue/createmeta/10/issuetypes", self._types),
            ("GET", r"issue/createmeta/10/issuetypes/(\d+)", self._type),
            ("POST", r"issue/bulk", self._bulk),
            ("POST", r"issue/bulkfetch", self._fetch),
            ("POST", r"search/jql", self._search),
            ("PUT", r"issue/(\d+)", self._put),
            ("PUT", r"user/properties/([\w.]+)", self._keep),
            ("GET", r"user/properties/([\w.]+)", self._kept),
            ("DELETE", r"user/properties/([\w.]+)", self._forget),
        ]
        for method, pattern, handler in handlers:
            if request.method == method and (found := re.fullmatch(pattern, path)):
                return handler(request, *found.groups())
        return Reply(404, {"errorMessages": ["null for uri"], "errors": {}})

    def _myself(self, request: Request) -> Reply:
        return Reply(data={"accountId": "1", "emailAddress": USER})

    def _project(self, request: Request, key: str) -> Reply:
        if key != "JM":
            return _refused(404, f"No project could be found with key '{key}'.")
        return Reply(data={"id": "10", "key": key})

    def _permissions(self, request: Request) -> Reply:
        asked = request.query["permissions"].split(",")
        return Reply(data={"permissions": {one: {"name": one, "havePermission": one in self.may} for one in asked}})

    def _types(self, request: Request) -> Reply:
        types = [{"id": one, "name": name, "hierarchyLevel": level} for one, (name, level) in TYPES.items()]
        at = int(request.query.get("startAt", 0))
        return Reply(data={"issueTypes": types[at : at + 2], "startAt": at, "maxResults": 2, "total": len(types)})

    def _type(self, request: Request, number: str) -> Reply:
        names = [*FIELDS, *self.required]
        fields: list[dict[str, Any]] = [
            {"fieldId": one, "key": one, "name": one, "required": one in ("summary", *self.required)} for one in names
        ]
        fields[names.index("priority")]["allowedValues"] = [{"name": one} for one in PRIORITIES]
        return Reply(data={"fields": fields, "total": len(fields)})

    def _bulk(self, request: Request) -> Reply:
        updates = request.data["issueUpdates"]
        if len(updates) > 50:
            return _refused(400, "The number of issues to create exceeds the limit of 50.")
        made, errors = [], []
        for at, one in enumerate(updates):
            if wrong := self._wrong(one["fields"], new=True):
                errors.append({"status": 400, "failedElementNumber": at, "elementErrors": _errors(wrong)})
                continue
            number = str(10_000 + next(self._numbers))
            issue = {
                "id": number,
                "key": f"JM-{number}",
                "fields": {**one["fields"], "status": {"name": "To Do", "statusCategory": {"key": "new"}}},
                "properties": {prop["key"]: prop["value"] for prop in one.get("properties", ())},
                "seen": self._searches + self.lag,
            }
            self.issues[number] = issue
            made.append({"id": number, "key": issue["key"], "self": f"https://x/{number}"})
        return Reply(201 if made else 400, {"issues": made, "errors": errors})

    def _wrong(self, fields: dict[str, Any], *, new: bool) -> dict[str, str]:
        wrong = {name: f"Field '{name}' cannot be set." for name in fields if name not in FIELDS}
        title = fields.get("summary", "" if new else "x")
        if not title.strip() or "\n" in title or len(title.encode("utf-16-le")) // 2 > 255:
            wrong["summary"] = "Summary must be one line of less than 255 characters."
        if self.refuses and title == self.refuses:
            wrong["summary"] = "refused here"
        if any(re.search(r"\s", label) or len(label) > 255 for label in fields.get("labels", ())):
            wrong["labels"] = "The label contains spaces which is invalid."
        wrong |= self._badly_described(fields.get("description"))
        if fields.get("priority", {"name": "High"})["name"] not in PRIORITIES:
            wrong["priority"] = "The priority selected is invalid."
        if parent := fields.get("parent"):
            above = self.issues.get(parent["id"])
            if above is None or TYPES[above["fields"]["issuetype"]["id"]][1] != 1:
                wrong["parent"] = "Please select a valid parent issue."
        if new and (fields.get("issuetype", {}).get("id") not in TYPES or fields.get("project") != {"id": "10"}):
            wrong["issuetype"] = "Specify a valid issue type"
        return wrong

    def _badly_described(self, described: Any) -> dict[str, str]:
        if described is not None and not ADF.is_valid(described):
            return {"description": "Operation value must be an Atlassian Document"}
        if len(json.dumps(described, ensure_ascii=False)) > 40_000:
            return {"description": "CONTENT_LIMIT_EXCEEDED"}
        return {}

    def _fetch(self, request: Request) -> Reply:
        asked = request.data["issueIdsOrKeys"]
        if not 0 < len(asked) <= 100:
            return _refused(400, "Between 1 and 100 issues can be fetched.")
        return Reply(data={"issues": [self._told(self.issues[one], request) for one in asked if one in self.issues]})

    def _search(self, request: Request) -> Reply:
        self._searches += 1
        found = JQL.fullmatch(request.data["jql"])
        if not found or not request.data.get("fields"):
            return _refused(400, "Unbounded JQL queries are not allowed here.")
        asked = set(re.findall(r'"([^"]+)"', found[2]))
        there = [
            one
            for one in self.issues.values()
            if found[1] == "JM" and asked & set(one["fields"]["labels"]) and one["seen"] < self._searches
        ]
        at = int(request.data.get("nextPageToken", "token 0").split()[1])
        most = min(self.page, request.data.get("maxResults", 50))
        told: dict[str, Any] = {"issues": [self._told(one, request) for one in there[at : at + most]]}
        told |= {"nextPageToken": f"token {at + most}"} if at + most < len(there) else {"isLast": True}
        return Reply(data=told)

    def _put(self, request: Request, number: str) -> Reply:
        issue = self.issues.get(number)
        if issue is None:
            return _refused(404, "Issue does not exist or you do not have permission to see it.")
        fields = dict(request.data.get("fields", {}))
        steps = request.data.get("update", {}).get("labels", [])
        if "labels" in fields and steps:
            return _refused(400, "Field 'labels' cannot be set twice.")
        if wrong := self._wrong({**fields, "labels": [one["add"] for one in steps if "add" in one]}, new=False):
            return Reply(400, _errors(wrong))
        labels = [one for one in issue["fields"]["labels"] if {"remove": one} not in steps]
        labels += [one["add"] for one in steps if "add" in one and one["add"] not in labels]
        issue["fields"] |= {**fields, "labels": labels}
        return Reply(204)

    def _keep(self, request: Request, name: str) -> Reply:
        if not self.takes_notes or request.query.get("accountId") != "1":
            return _refused(403, "You do not have permission to edit the user.")
        self.notes[name] = request.data
        return Reply(200)

    def _kept(self, request: Request, name: str) -> Reply:
        return Reply(data={"key": name, "value": self.notes[name]}) if name in self.notes else _refused(404, "none")

    def _forget(self, request: Request, name: str) -> Reply:
        return Reply(204) if self.notes.pop(name, None) else _refused(404, "none")

    def _told(self, issue: dict[str, Any], request: Request) -> dict[str, Any]:
        fields = {name: issue["fields"].get(name) for name in request.data["fields"]}
        if parent := issue["fields"].get("parent"):
            fields["parent"] = {**parent, "key": f"JM-{parent['id']}"}
        properties = {name: one for name, one in issue["properties"].items() if name in request.data["properties"]}
        return {"id": issue["id"], "key": issue["key"], "fields": fields, "properties": properties}

    def _one(self, item_id: str) -> dict[str, Any]:
        (found,) = [one for one in self.issues.values() if self._id(one) == item_id]
        return found

    def _id(self, issue: dict[str, Any]) -> str:
        return str(issue["properties"]["journeymap"]["id"])


def _errors(wrong: dict[str, str]) -> dict[str, Any]:
    return {"errorMessages": [], "errors": wrong}


def _refused(status: int, message: str) -> Reply:
    return Reply(status, {"errorMessages": [message], "errors": {}})
