"""Redmine, by its REST API: an epic and its stories as issues of two trackers, known by a field of their own.

A search never fails for a wrong key where a project is public, so the key is tried by itself, before anything else.
"""

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from typing import Any

import httpx

from journeymap.exchange.connected.connection import TrackerConnection
from journeymap.exchange.connected.credential import Credential
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.pace import Cancel
from journeymap.exchange.connected.parts import turned
from journeymap.exchange.connected.redmine_text import MARKUPS
from journeymap.exchange.connected.tracker import FoundItem, ItemDraft, NotMade, Target
from journeymap.exchange.trackers.bodies import body
from journeymap.exchange.trackers.redmine import MOST_OF_TEXT, PRIORITIES, labelled
from journeymap.exchange.trackers.work_items import Kind, WorkItem

FIELD = "Journey ID"
TRACKERS: Mapping[Kind, str] = {"epic": "Epic", "story": "User story"}
PAGE = 100
"""So many issues does Redmine answer at once."""
IDS = 40
"""So many are asked for by their ids: Redmine keeps what was asked last in a cookie, which holds no more than 4 kB."""

_NAMES = {"title": "subject", "text": "description"}


class _Key(Credential):
    """Redmine's key has a header of its own."""

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Put it into a request."""
        request.headers["X-Redmine-API-Key"] = self._header()
        yield request


class Redmine:
    """One project of one Redmine. Errors of each call: TrackerFault."""

    name = "redmine"

    def __init__(self, target: Target, cancel: Cancel | None = None) -> None:
        self._base = target.url.rstrip("/")
        self._http = TrackerConnection(self.name, self._base, _Key(target.key), cancel=cancel)
        self._project = target.project
        self._markup = MARKUPS[target.form or "textile"]
        self._trackers: dict[Kind, int] = {}
        self._field = 0
        self._closed: frozenset[int] = frozenset()
        self._priorities: dict[str, int] = {}
        self._wanted: dict[str, str] = {}
        """The priorities of our stories, which are set when they are made: after that they are the team's."""
        self._ours: dict[str, str] = {}
        """Our ids by the refs of all that was seen."""

    def close(self) -> None:
        """Let go of its connection."""
        self._http.close()

    def check(self) -> None:
        """Whether the key is taken, and the project has both trackers and the field."""
        self._get("/users/current.json")
        project = self._get(f"/projects/{self._project}.json", include="trackers,issue_custom_fields")["project"]
        known = {str(one["name"]).casefold(): int(one["id"]) for one in project.get("trackers", ())}
        for kind, name in TRACKERS.items():
            if name.casefold() not in known:
                raise self._http.fault("lacks", what=name)
            self._trackers[kind] = known[name.casefold()]
        self._field = self._field_of(project)
        ranks = self._get("/enumerations/issue_priorities.json")["issue_priorities"]
        self._priorities = {str(one["name"]).casefold(): int(one["id"]) for one in ranks}
        statuses = self._get("/issue_statuses.json")["issue_statuses"]
        self._closed = frozenset(int(one["id"]) for one in statuses if one.get("is_closed"))

    def draft(self, item: WorkItem, language: str) -> ItemDraft:
        """The subject and the description."""
        text = body(labelled(item, language), language, self._markup, MOST_OF_TEXT)
        fields = {"title": item.title, "text": _plain(text)}
        if item.priority:
            self._wanted[item.id] = PRIORITIES[item.priority].casefold()
        return ItemDraft(item.id, item.kind, item.title, item.parent, fields)

    def find(self, ids: Collection[str], keys: Mapping[str, str]) -> Mapping[str, FoundItem]:
        """Those of the project by the field; those that were moved to another one by their numbers."""
        self._ready()
        issues: dict[str, list[dict[str, Any]]] = {}
        for some in _parts(sorted(ids)):
            for issue in self._all(project_id=self._project, **{f"cf_{self._field}": "|".join(some)}):
                issues.setdefault(self._id_of(issue), []).append(issue)
        lost = {ref: known for known, ref in keys.items() if known in ids and known not in issues}
        for some in _parts(list(lost)):
            for issue in self._all(issue_id=",".join(some)):
                known = lost[str(issue["id"])]
                if self._id_of(issue) in ("", known):
                    issues.setdefault(known, []).append(issue)
        wanted = set(ids)
        chosen = {known: _first(found, keys.get(known)) for known, found in issues.items() if known in wanted}
        self._ours.update({str(issue["id"]): known for known, issue in chosen.items()})
        return {known: self._found(issue, known) for known, issue in chosen.items()}

    def create(self, drafts: Sequence[ItemDraft], parents: Mapping[str, FoundItem]) -> Iterator[FoundItem | NotMade]:
        """One after another: Redmine makes no two at once."""
        self._ready()
        epics = dict(parents)
        for draft in drafts:
            try:
                made = self._create(draft, epics)
            except TrackerFault as fault:
                if fault.kind != "field":
                    raise
                yield NotMade(draft.id, fault)
                continue
            if draft.kind == "epic":
                epics[draft.id] = made
            yield made

    def update(self, found: FoundItem, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> FoundItem:
        """What is otherwise, in one go; Redmine does not say what it took, so it is read again."""
        self._ready()
        issue: dict[str, Any] = {
            _NAMES[name]: text for name, text in draft.fields.items() if found.fields.get(name, "") != text
        }
        if draft.parent in parents and found.parent != draft.parent:
            issue["parent_issue_id"] = int(parents[draft.parent].ref)
        self._http.ask("PUT", f"/issues/{found.ref}.json", body={"issue": issue})
        return self._found(self._get(f"/issues/{found.ref}.json")["issue"], draft.id, parents)

    def _create(self, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> FoundItem:
        issue: dict[str, Any] = {_NAMES[name]: text for name, text in draft.fields.items()}
        issue |= {"project_id": self._project, "tracker_id": self._trackers[draft.kind]}
        issue["custom_fields"] = [{"id": self._field, "value": draft.id}]
        if rank := self._priorities.get(self._wanted.get(draft.id, "")):
            issue["priority_id"] = rank
        if draft.parent in parents:
            issue["parent_issue_id"] = int(parents[draft.parent].ref)
        made = self._http.ask("POST", "/issues.json", body={"issue": issue}).data["issue"]
        self._ours[str(made["id"])] = draft.id
        return self._found(made, draft.id, parents)

    def _ready(self) -> None:
        if not self._field:
            self.check()

    def _field_of(self, project: Mapping[str, Any]) -> int:
        """The number of our field: from the project, from the list that administrators see, or from any issue."""
        fields: list[Any] = list(project.get("issue_custom_fields", ()))
        every = self._http.ask("GET", "/custom_fields.json", allowed=(403,))
        if every.status == 200:
            fields += [one for one in every.data["custom_fields"] if one.get("customized_type") == "issue"]
        if not any(one["name"] == FIELD for one in fields):
            issues = self._get("/issues.json", project_id=self._project, status_id="*", limit=PAGE)["issues"]
            fields += [one for issue in issues for one in issue.get("custom_fields", ())]
        known = next((one for one in fields if one["name"] == FIELD), None)
        if known is None or known.get("is_filter") is False:
            raise self._http.fault("lacks", what=FIELD)
        return int(known["id"])

    def _get(self, path: str, **query: str | int) -> Any:
        return self._http.ask("GET", path, query=query).data

    def _all(self, **query: str) -> Iterator[dict[str, Any]]:
        """The issues, closed ones too, in their order, a page after another."""
        at = 0
        for _ in turned("redmine"):
            asked: dict[str, str | int] = {**query, "status_id": "*", "sort": "id", "limit": PAGE, "offset": at}
            answer = self._get("/issues.json", **asked)
            yield from answer["issues"]
            at += PAGE
            if at >= answer["total_count"]:
                return

    def _id_of(self, issue: Mapping[str, Any]) -> str:
        said = (one.get("value") for one in issue.get("custom_fields", ()) if one["id"] == self._field)
        return str(next(said, "") or "")

    def _found(self, issue: Mapping[str, Any], known: str, parents: Mapping[str, FoundItem] | None = None) -> FoundItem:
        ref = str(issue["id"])
        above = str(issue.get("parent", {}).get("id", ""))
        ours = {one.ref: known for known, one in (parents or {}).items()}
        return FoundItem(
            id=known,
            key=f"#{ref}",
            ref=ref,
            url=f"{self._base}/issues/{ref}",
            status=str(issue["status"]["name"]),
            fields={"title": _plain(issue["subject"]), "text": _plain(issue.get("description") or "")},
            closed=int(issue["status"]["id"]) in self._closed,
            parent=ours.get(above) or self._ours.get(above, ""),
        )


def _plain(text: str) -> str:
    """Redmine ends lines as Windows does, and people leave spaces at the end."""
    return text.replace("\r\n", "\n").strip()


def _first(issues: Iterable[dict[str, Any]], ref: str | None) -> dict[str, Any]:
    """Of an issue and its copies the one that we know, else the oldest."""
    return min(issues, key=lambda one: (str(one["id"]) != ref, int(one["id"])))


def _parts(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    return (texts[at : at + IDS] for at in range(0, len(texts), IDS))
