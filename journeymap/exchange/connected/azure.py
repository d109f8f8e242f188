"""Azure DevOps, by its REST API: work items made and changed by JSON Patch, a story below its epic, known by a tag."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, get_args
from urllib.parse import quote

from journeymap.exchange.connected.connection import TrackerAnswer, TrackerConnection
from journeymap.exchange.connected.credential import Credential
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.own_labels import OwnLabels
from journeymap.exchange.connected.pace import Cancel
from journeymap.exchange.connected.parts import parts_of
from journeymap.exchange.connected.tracker import FoundItem, ItemDraft, NotMade, Target
from journeymap.exchange.connected.unanswered import looked_for, made_one_by_one
from journeymap.exchange.trackers.azure import PRIORITIES, STORY_TYPES, Process
from journeymap.exchange.trackers.bodies import criteria_html, html
from journeymap.exchange.trackers.work_items import Kind, WorkItem

MOST_FETCHED = 200
"""So many work items are read in one request."""
MOST_ASKED = 50
"""So many tags stand in one query."""

_VERSION = {"api-version": "7.1"}
_PATCH = "application/json-patch+json"
_ABOVE = "System.LinkTypes.Hierarchy-Reverse"
_TAGS = "System.Tags"
_NAMES = {
    "title": "System.Title",
    "text": "System.Description",
    "criteria": "Microsoft.VSTS.Common.AcceptanceCriteria",
    "labels": _TAGS,
}
_READ = [*_NAMES.values(), "System.State", "System.WorkItemType", "System.Parent"]
_DONE = ("Completed", "Removed")
_PRIORITY = "Microsoft.VSTS.Common.Priority"
_POINTS: Mapping[Process, str] = {
    "agile": "Microsoft.VSTS.Scheduling.StoryPoints",
    "scrum": "Microsoft.VSTS.Scheduling.Effort",
    "basic": "Microsoft.VSTS.Scheduling.Effort",
}

Patch = list[dict[str, Any]]


class Azure:
    """One project of one organisation. Errors of each call: TrackerFault."""

    name = "azure"

    def __init__(self, target: Target, cancel: Cancel | None = None) -> None:
        self._base = target.url.rstrip("/")
        self._http = TrackerConnection(
            self.name, f"{self._base}/", Credential(target.key, user=target.user), cancel=cancel
        )
        if (target.form or "agile") not in get_args(Process):
            raise self._http.fault("lacks", what=target.form)
        process: Process = target.form or "agile"  # type: ignore[assignment]
        self._project = quote(target.project, safe="")
        self._types: dict[Kind, str] = {"epic": "Epic", "story": STORY_TYPES[process]}
        self._apart = process != "basic"
        self._points = _POINTS[process]
        self._first: dict[str, Patch] = {}
        self._done: dict[str, frozenset[str]] = {}
        """The states of each type in which it is done."""
        self._labels = OwnLabels()
        self._ours: dict[str, str] = {}
        """Our ids by the refs of all that was seen."""

    def close(self) -> None:
        """Let go of its connection."""
        self._http.close()

    def check(self) -> None:
        """Whether the key is taken, and the project takes an epic and a story as we write them; none is made."""
        with self._signed_in():
            self._get(f"_apis/projects/{self._project}")
        done = {}
        for kind, name in self._types.items():
            said = self._http.ask(
                "GET", f"{self._project}/_apis/wit/workitemtypes/{quote(name)}", query=_VERSION, allowed=(404,)
            )
            if said.status == 404:
                raise self._http.fault("lacks", what=name)
            states = said.data.get("states") or ()
            done[name] = frozenset(str(one["name"]) for one in states if one.get("category") in _DONE)
            self._post(kind, _set({"title": "Journeymap", "labels": "journeymap"}), try_only=True)
        self._done = done

    def draft(self, item: WorkItem, language: str) -> ItemDraft:
        """The title, the description and the criteria as HTML, and the tags.

        A priority and points are given once, and are the team's after that.
        """
        fields = {
            "title": item.title,
            "text": html(item, language=language, criteria=not self._apart),
            "labels": self._labels.drafted(item.labels),
        }
        first = {_PRIORITY: PRIORITIES[item.priority] if item.priority else None, self._points: item.estimate}
        self._first[item.id] = [_add(name, value) for name, value in first.items() if value is not None]
        if self._apart and item.kind == "story":
            fields["criteria"] = criteria_html(item, language)
        return ItemDraft(item.id, item.kind, item.title, item.parent, fields)

    def find(self, ids: Collection[str], keys: Mapping[str, str]) -> Mapping[str, FoundItem]:
        """What we know by its number, wherever it was moved to; the rest by its tag in the project."""
        self._ready()
        wanted = set(ids)
        known = {ref: one for one, ref in keys.items() if one in wanted}
        items: dict[str, Any] = {}
        for item in self._fetched(list(known)):
            asked, said = known.get(str(item["id"]), ""), _ids(item)
            if asked and (asked in said or not said):
                items[asked] = item
        for item in self._fetched(self._numbers(sorted(wanted - items.keys()))):
            for one in _ids(item):
                if one in wanted and one not in items:
                    items[one] = item
        self._ours |= {str(item["id"]): one for one, item in items.items()}
        return {one: self._found(item, one) for one, item in items.items()}

    def create(self, drafts: Sequence[ItemDraft], parents: Mapping[str, FoundItem]) -> Iterator[FoundItem | NotMade]:
        """One after another: Azure DevOps makes no two at once."""
        self._ready()
        self._ours |= {one.ref: known for known, one in parents.items()}
        yield from made_one_by_one(drafts, parents, self._create, self._looked)

    def _looked(self, draft: ItemDraft, _: Mapping[str, FoundItem], fault: TrackerFault) -> Iterator[FoundItem]:
        return looked_for(self._again, [draft.id], fault, self._http.rest)

    def update(self, found: FoundItem, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> FoundItem:
        """What is otherwise, and only if nobody writes there at the same time; tags that are not ours stay."""
        self._ready()
        self._ours |= {one.ref: known for known, one in parents.items()}
        path = f"{self._project}/_apis/wit/workitems/{found.ref}"
        there = self._http.ask("GET", path, query={**_VERSION, "$expand": "Relations"}).data
        fields = {name: text for name, text in draft.fields.items() if found.fields.get(name, "") != text}
        if "labels" in fields:
            fields["labels"] = "; ".join(self._labels.merged(_tags(there), fields["labels"]))
        patch = [{"op": "test", "path": "/rev", "value": there["rev"]}, *_set(fields)]
        if draft.parent in parents and found.parent != draft.parent:
            above = [at for at, one in enumerate(there.get("relations") or ()) if one["rel"] == _ABOVE]
            patch += [{"op": "remove", "path": f"/relations/{at}"} for at in reversed(above)]
            patch.append(self._below(parents[draft.parent]))
        self._http.ask("PATCH", path, query=_VERSION, body=patch, kind=_PATCH)
        (item,) = self._fetched([found.ref])
        return self._found(item, draft.id)

    def _again(self, ids: Collection[str]) -> Mapping[str, FoundItem]:
        """What stands there of what nobody answered about."""
        return self.find(ids, {})

    def _create(self, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> FoundItem:
        tags = "; ".join([draft.id, *draft.fields["labels"].split()])
        patch = [*_set({**draft.fields, "labels": tags}), *self._first.get(draft.id, ())]
        if draft.parent in parents:
            patch.append(self._below(parents[draft.parent]))
        item = self._post(draft.kind, patch).data
        self._ours[str(item["id"])] = draft.id
        above = {"System.Parent": int(parents[draft.parent].ref)} if draft.parent in parents else {}
        return self._found({**item, "fields": {**item["fields"], **above}}, draft.id)

    def _post(self, kind: Kind, patch: Patch, *, try_only: bool = False) -> TrackerAnswer:
        path = f"{self._project}/_apis/wit/workitems/${quote(self._types[kind])}"
        query = {**_VERSION, **({"validateOnly": "true"} if try_only else {})}
        return self._http.ask("POST", path, query=query, body=patch, kind=_PATCH, repeatable=try_only)

    def _below(self, epic: FoundItem) -> dict[str, Any]:
        link = {"rel": _ABOVE, "url": f"{self._base}/_apis/wit/workItems/{epic.ref}"}
        return {"op": "add", "path": "/relations/-", "value": link}

    def _ready(self) -> None:
        if not self._done:
            self.check()

    @contextmanager
    def _signed_in(self) -> Iterator[None]:
        """Whom it does not know, Azure DevOps sends to a page where one signs in."""
        try:
            yield
        except TrackerFault as fault:
            if fault.kind in ("moved", "answer"):
                raise self._http.fault("credential") from None
            raise

    def _get(self, path: str) -> Any:
        return self._http.ask("GET", path, query=_VERSION).data

    def _numbers(self, ids: Sequence[str]) -> list[str]:
        """The work items of the project with one of these tags, the oldest first."""
        found: set[int] = set()
        for part in parts_of(ids, MOST_ASKED):
            tagged = " OR ".join(f"[{_TAGS}] CONTAINS '{one}'" for one in part)
            query = f"SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project AND ({tagged})"  # noqa: S608
            path = f"{self._project}/_apis/wit/wiql"
            said = self._http.ask("POST", path, query=_VERSION, body={"query": query}, repeatable=True).data
            found |= {int(one["id"]) for one in said["workItems"]}
        return [str(one) for one in sorted(found)]

    def _fetched(self, refs: Sequence[str]) -> Iterator[Mapping[str, Any]]:
        """These work items as they are now; those that are gone are left out."""
        for part in parts_of(refs, MOST_FETCHED):
            body = {"ids": [int(one) for one in part], "fields": _READ, "errorPolicy": "omit"}
            said = self._http.ask("POST", "_apis/wit/workitemsbatch", query=_VERSION, body=body, repeatable=True).data
            yield from (one for one in said["value"] if one)

    def _found(self, item: Mapping[str, Any], known: str) -> FoundItem:
        fields = item["fields"]
        ref, state = str(item["id"]), str(fields.get("System.State", ""))
        read = {name: str(fields.get(said) or "") for name, said in _NAMES.items() if name != "labels"}
        if fields["System.WorkItemType"] == self._types["epic"] or not self._apart:
            read.pop("criteria")
        return FoundItem(
            id=known,
            key=f"#{ref}",
            ref=ref,
            url=f"{self._base}/{self._project}/_workitems/edit/{ref}",
            status=state,
            fields={**read, "labels": self._labels.among(_tags(item))},
            closed=state in self._done.get(str(fields["System.WorkItemType"]), ()),
            parent=self._ours.get(str(fields.get("System.Parent") or ""), ""),
        )


def _set(fields: Mapping[str, str]) -> Patch:
    return [_add(_NAMES[name], text) for name, text in fields.items()]


def _add(name: str, value: str | float) -> dict[str, Any]:
    return {"op": "add", "path": f"/fields/{name}", "value": value}


def _tags(item: Mapping[str, Any]) -> list[str]:
    return [one.strip() for one in str(item["fields"].get(_TAGS) or "").split(";") if one.strip()]


def _ids(item: Mapping[str, Any]) -> list[str]:
    """The ids of ours among the tags."""
    return [one.casefold() for one in _tags(item) if one.casefold().startswith("jm-")]
