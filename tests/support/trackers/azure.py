"""Azure DevOps as its documents describe it: JSON Patch, types of the process, tags, links up, a batch of 200."""

import base64
import html
import re
from collections.abc import Callable
from itertools import count
from typing import Any

from jsonschema_rs import validator_for

from tests.support.trackers.http import Reply, Request

KEY = "azure-key-of-the-test"
PARENT = "System.LinkTypes.Hierarchy-Reverse"
PATCH = validator_for(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["op", "path"],
            "properties": {"op": {"enum": ["add", "remove", "replace", "test"]}, "path": {"pattern": "^/"}},
        },
    }
)
FIELDS = {
    "System.Title",
    "System.Description",
    "System.Tags",
    "System.State",
    "System.WorkItemType",
    "System.Parent",
    "Microsoft.VSTS.Common.AcceptanceCriteria",
    "Microsoft.VSTS.Common.Priority",
    "Microsoft.VSTS.Scheduling.StoryPoints",
}
STATES = [{"name": "New", "category": "Proposed"}, {"name": "Closed", "category": "Completed"}]


class AzureServer:
    """One project, Nature park, of the process Agile."""

    kind = "azure"
    project = "Nature park"
    nowhere = "Nope"
    form = "agile"
    path = "/org"
    user = ""
    key = KEY
    creating = "POST /org/Nature park/_apis/wit/workitems/$"
    refuses = ""
    priorities = [1, 2, 3, 4, None]  # noqa: RUF012

    def __init__(self) -> None:
        self.items: dict[int, dict[str, Any]] = {}
        self.types = {"Epic", "User Story"}
        self.may_write = True
        self._numbers = count(1)

    # What people do there

    def ids(self) -> list[str]:
        return sorted(tag for one in self.items.values() for tag in _tags(one["fields"]) if tag[:3] == "jm-")

    def epics(self) -> dict[str, str]:
        return {self._id(one): self._id(self.items[one["parent"]]) for one in self.items.values() if one["parent"]}

    def edit(self, item_id: str, title: str) -> None:
        self._one(item_id)["fields"]["System.Title"] = title

    def label(self, item_id: str, label: str) -> None:
        self._one(item_id)["fields"]["System.Tags"] += f"; {label}"

    def labels(self, item_id: str) -> list[str]:
        return _tags(self._one(item_id)["fields"])

    def close(self, item_id: str) -> None:
        self._one(item_id)["fields"]["System.State"] = "Closed"

    def delete(self, item_id: str) -> None:
        del self.items[self._one(item_id)["id"]]

    def title(self, item_id: str) -> str:
        return str(self._one(item_id)["fields"]["System.Title"])

    def texts(self, item_id: str) -> str:
        """All that one reads: HTML as a browser shows it."""
        fields = self._one(item_id)["fields"]
        said = fields["System.Description"] + fields.get("Microsoft.VSTS.Common.AcceptanceCriteria", "")
        assert re.sub(r"</?(br|ul|li|b)>", "", said).count("<") == 0
        return html.unescape(re.sub(r"<[^>]*>", "\n", said))

    def priority(self, item_id: str) -> Any:
        return self._one(item_id)["fields"].get("Microsoft.VSTS.Common.Priority")

    def rank(self, item_id: str) -> None:
        self._one(item_id)["fields"]["Microsoft.VSTS.Common.Priority"] = 4

    # What it answers

    def changes(self, request: Request) -> bool:
        """Whether this writes something."""
        made = request.called.startswith(self.creating) and "validateOnly" not in request.query
        return made or request.method == "PATCH"

    def answer(self, request: Request) -> Reply:
        told = base64.b64encode(f":{KEY}".encode()).decode()
        if request.headers.get("authorization") != f"Basic {told}":
            return Reply(302, headers={"Location": "https://sign.in.example/_signin"})
        if request.query.get("api-version") != "7.1":
            return _refused(400, "No api-version was supplied.")
        handlers: list[tuple[str, str, Callable[..., Reply]]] = [
            ("GET", r"/org/_apis/projects/(.+)", self._project),
            ("GET", r"/org/Nature park/_apis/wit/workitemtypes/(.+)", self._type),
            ("POST", r"/org/Nature park/_apis/wit/workitems/\$(.+)", self._create),
            ("GET", r"/org/Nature park/_apis/wit/workitems/(\d+)", self._get),
            ("PATCH", r"/org/Nature park/_apis/wit/workitems/(\d+)", self._patch),
            ("POST", r"/org/Nature park/_apis/wit/wiql", self._wiql),
            ("POST", r"/org/_apis/wit/workitemsbatch", self._batch),
        ]
        for method, pattern, handler in handlers:
            if request.method == method and (found := re.fullmatch(pattern, request.path)):
                return handler(request, *found.groups())
        return _refused(404, "The controller for path was not found.")

    def _project(self, request: Request, name: str) -> Reply:
        if name != "Nature park":
            return _refused(404, f"TF200016: The following project does not exist: {name}.")
        return Reply(data={"id": "1", "name": name})

    def _type(self, request: Request, name: str) -> Reply:
        if name not in self.types:
            return _refused(404, f"VS402323: Work item type {name} not found.")
        return Reply(data={"name": name, "states": STATES})

    def _create(self, request: Request, name: str) -> Reply:
        if not self.may_write:
            return _refused(403, "TF237111: The current user does not have permissions to save work items.")
        if name not in self.types:
            return _refused(404, f"VS402323: Work item type {name} not found.")
        item: dict[str, Any] = {
            "id": next(self._numbers),
            "rev": 1,
            "fields": {"System.State": "New", "System.WorkItemType": name},
            "parent": 0,
        }
        if wrong := self._patched(request, item):
            return _refused(400, wrong)
        if "System.Title" not in item["fields"]:
            return _refused(400, "TF401320: Rule Error for field Title. Error code: Required.")
        if "validateOnly" not in request.query:
            self.items[item["id"]] = item
        return Reply(data={name: one for name, one in item.items() if name != "parent"})

    def _patch(self, request: Request, number: str) -> Reply:
        item = self.items.get(int(number))
        if item is None:
            return _refused(404, "TF401232: Work item does not exist.")
        new = {**item, "fields": dict(item["fields"])}
        if wrong := self._patched(request, new):
            return _refused(412 if wrong == "rev" else 400, wrong)
        self.items[item["id"]] = {**new, "rev": item["rev"] + 1}
        return Reply(data={"id": item["id"], "fields": new["fields"]})

    def _patched(self, request: Request, item: dict[str, Any]) -> str:
        """What is wrong with a patch; "" where it was carried out."""
        if request.headers["content-type"] != "application/json-patch+json" or not PATCH.is_valid(request.data):
            return "VS403431: You must pass a valid patch document in the body of the request."
        for step in request.data:
            if step["op"] == "test":
                if step["value"] != item["rev"]:
                    return "rev"
            elif step["path"].startswith("/fields/"):
                if wrong := self._field(item["fields"], step["path"][8:], step["value"]):
                    return wrong
            elif step["op"] == "remove" and step["path"] == "/relations/0" and item["parent"]:
                item["parent"] = 0
            elif step["path"] == "/relations/-" and step["value"]["rel"] == PARENT:
                above = self.items.get(int(step["value"]["url"].rpartition("/workItems/")[2]))
                if item["parent"] or not above or above["fields"]["System.WorkItemType"] != "Epic":
                    return "TF201036: You cannot add a Parent link."
                item["parent"] = above["id"]
            else:
                return f"VS403442: unknown path {step['path']}"
        return ""

    def _field(self, fields: dict[str, Any], name: str, value: Any) -> str:
        if name not in FIELDS - {"System.Parent", "System.State", "System.WorkItemType"}:
            return f"TF51535: Cannot find field {name}."
        if name.endswith((".Priority", ".StoryPoints")) and not isinstance(value, int | float):
            return "TF20012: the field is a number"
        if name == "System.Title" and (not value.strip() or len(value.encode("utf-16-le")) // 2 > 255):
            return "TF401324: Title is too long."
        if name == "System.Title" and self.refuses and value == self.refuses:
            return "refused here"
        if name == "Microsoft.VSTS.Common.AcceptanceCriteria" and fields["System.WorkItemType"] == "Epic":
            return "TF51535: Cannot find field AcceptanceCriteria."
        if name == "System.Tags":
            tags = sorted(dict.fromkeys(one.strip() for one in value.split(";") if one.strip()), key=str.casefold)
            if any("," in tag or len(tag) > 400 for tag in tags) or len(tags) > 100:
                return "VS403514: invalid tag"
            value = "; ".join(tags)
        fields[name] = value
        return ""

    def _get(self, request: Request, number: str) -> Reply:
        item = self.items.get(int(number))
        if item is None:
            return _refused(404, "TF401232: Work item does not exist.")
        told = {name: one for name, one in item.items() if name != "parent"}
        if request.query.get("$expand") == "Relations" and item["parent"]:
            told["relations"] = [{"rel": PARENT, "url": f"http://x/_apis/wit/workItems/{item['parent']}"}]
        return Reply(data=told)

    def _wiql(self, request: Request) -> Reply:
        query = request.data["query"]
        tags = set(re.findall(r"\[System\.Tags\] CONTAINS '([\w-]+)'", query))
        if not tags or "[System.TeamProject] = @project" not in query or len(query) > 32_000:
            return _refused(400, "TF51006: The query statement is not valid.")
        found = [number for number, one in self.items.items() if tags & set(_tags(one["fields"]))]
        return Reply(data={"workItems": [{"id": number, "url": f"http://x/{number}"} for number in found]})

    def _batch(self, request: Request) -> Reply:
        body = request.data
        if len(body["ids"]) > 200:
            return _refused(400, "VS402337: The number of work items exceeds the limit of 200.")
        if "$expand" in body or not set(body["fields"]) <= FIELDS or body.get("errorPolicy") != "omit":
            return _refused(400, "The expand parameter can not be used with the fields parameter.")
        told: list[dict[str, Any] | None] = []
        for number in body["ids"]:
            if item := self.items.get(number):
                fields = {name: item["fields"][name] for name in body["fields"] if name in item["fields"]}
                fields |= {"System.Parent": item["parent"]} if item["parent"] else {}
                told.append({"id": number, "rev": item["rev"], "fields": fields})
            else:
                told.append(None)
        return Reply(data={"count": len(told), "value": told})

    def _one(self, item_id: str) -> dict[str, Any]:
        (found,) = [one for one in self.items.values() if self._id(one) == item_id]
        return found

    def _id(self, item: dict[str, Any]) -> str:
        return next(tag for tag in _tags(item["fields"]) if tag.startswith("jm-"))


def _tags(fields: dict[str, Any]) -> list[str]:
    return [one.strip() for one in fields.get("System.Tags", "").split(";") if one.strip()]


def _refused(status: int, message: str) -> Reply:
    return Reply(status, {"$id": "1", "message": message, "typeName": "x", "errorCode": 0})
