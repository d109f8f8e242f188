"""Jira Cloud, by its REST API (v3): epics and stories below them, known by a label, and by a property of the issue.

A search of Jira may not know for a while what was just written. So what we know is fetched by its number, which always
answers as it is now, and only the rest is searched for.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from journeymap.exchange.connected.connection import TrackerAnswer, TrackerConnection
from journeymap.exchange.connected.credential import Credential
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.jira_document import canonical, document
from journeymap.exchange.connected.jira_project import JiraProject
from journeymap.exchange.connected.own_labels import OwnLabels
from journeymap.exchange.connected.pace import Cancel
from journeymap.exchange.connected.parts import parts_of, turned
from journeymap.exchange.connected.tracker import FoundItem, ItemDraft, NotMade, Target
from journeymap.exchange.connected.unanswered import looked_for
from journeymap.exchange.trackers.jira import PRIORITIES
from journeymap.exchange.trackers.work_items import WorkItem

MOST_AT_ONCE = 50
"""So many issues does Jira make in one request."""
MOST_FETCHED = 100
"""So many does it fetch by their numbers."""
PROPERTY = "journeymap"
"""Where an issue keeps our id, whatever becomes of its labels."""
_FIELDS = ["summary", "description", "labels", "status", "parent"]
_API = "rest/api/3"


class Jira:
    """One project of one Jira. Errors of each call: TrackerFault."""

    name = "jira"

    def __init__(self, target: Target, cancel: Cancel | None = None) -> None:
        credential = Credential(target.key, user=target.user) if target.user else Credential(target.key, "Bearer")
        self._base = target.url.rstrip("/")
        self._http = TrackerConnection(self.name, f"{self._base}/", credential, cancel=cancel)
        self._project = JiraProject(self._http, target.project, target.form)
        self._labels = OwnLabels()
        self._priorities: dict[str, str] = {}
        self._ours: dict[str, str] = {}
        """Our ids by the refs of all that was seen."""

    def close(self) -> None:
        """Let go of its connection."""
        self._http.close()

    def check(self) -> None:
        """Whether the key is taken and may write, and the project has an epic, a story and the fields that we fill."""
        self._project.check()

    def draft(self, item: WorkItem, language: str) -> ItemDraft:
        """The summary, the description as a document, and the labels.

        A priority is given once, where Jira has one of that name, and is the team's after that.
        """
        if item.priority and (name := PRIORITIES[item.priority]) in self._project.priorities:
            self._priorities[item.id] = name
        fields = {
            "title": item.title,
            "text": document(item, language),
            "labels": self._labels.drafted(item.labels),
        }
        return ItemDraft(item.id, item.kind, item.title, item.parent, fields)

    def find(self, ids: Collection[str], keys: Mapping[str, str]) -> Mapping[str, FoundItem]:
        """What we know by its number, wherever it was moved to; the rest by its label in the project.

        What was being made when an earlier run broke off is waited for until a search knows it.
        """
        self._project.ready()
        found = dict(self._now(ids, keys))
        if (missing := set(ids) - found.keys()) and (begun := missing & self._project.note.fresh()):
            found |= {one.id: one for one in looked_for(self._now, begun, None, self._http.rest)}
            # Stories that were found before their epic is known by now.
            found |= self._now(list(found), {known: one.ref for known, one in found.items()})
        return found

    def create(self, drafts: Sequence[ItemDraft], parents: Mapping[str, FoundItem]) -> Iterator[FoundItem | NotMade]:
        """As many in one request as Jira takes, epics apart from stories; what it refuses is told one by one."""
        self._project.ready()
        epics = dict(parents)
        for _, some in groupby(drafts, key=lambda draft: draft.kind):
            for part in parts_of(list(some), MOST_AT_ONCE):
                for made in self._create(part, epics):
                    if isinstance(made, FoundItem):
                        epics[made.id] = made
                    yield made

    def update(self, found: FoundItem, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> FoundItem:
        """What is otherwise; labels that are not ours stay, whoever put them there."""
        changed = {name for name, text in draft.fields.items() if found.fields.get(name, "") != text}
        body: dict[str, Any] = {"fields": self._fields(draft, parents, changed)}
        if "labels" in changed:
            there, asked = set(found.fields.get("labels", "").split()), set(draft.fields["labels"].split())
            steps = [{"add": one} for one in sorted(asked - there)] + [{"remove": one} for one in sorted(there - asked)]
            body["update"] = {"labels": steps}
        if found.parent == draft.parent:
            body["fields"].pop("parent", None)
        self._http.ask("PUT", f"{_API}/issue/{found.ref}", body=body)
        self._ours |= {one.ref: known for known, one in parents.items()}
        return self._read([(found.ref, draft.id)])[0]

    def _now(self, ids: Collection[str], keys: Mapping[str, str] | None = None) -> Mapping[str, FoundItem]:
        """What stands there as far as Jira knows now."""
        wanted = set(ids)
        known = {ref: one for one, ref in (keys or {}).items() if one in wanted}
        issues: dict[str, Any] = {}
        for issue in self._fetched(list(known)):
            asked = known.get(str(issue["id"]), "")
            if asked and (_id_of(issue, {asked}) or not _id_of(issue, None)):
                issues[asked] = issue
        issues |= self._searched(sorted(wanted - issues.keys()))
        self._ours |= {str(issue["id"]): one for one, issue in issues.items()}
        return {one: self._found(issue, one) for one, issue in issues.items()}

    def _create(self, drafts: Sequence[ItemDraft], parents: Mapping[str, FoundItem]) -> Iterator[FoundItem | NotMade]:
        """One request; where it has no answer, what came of it is looked for before anybody makes it again."""
        self._ours |= {one.ref: known for known, one in parents.items()}
        ids = [draft.id for draft in drafts]
        body = {"issueUpdates": [self._made_of(draft, parents) for draft in drafts]}
        self._project.note.begin(ids)
        try:
            answer = self._http.ask("POST", f"{_API}/issue/bulk", body=body, allowed=(400,))
        except TrackerFault as fault:
            if not fault.unanswered:
                self._project.note.end()
            if not fault.unanswered or fault.kind == "stopped":
                raise
            # A search may not know for a while what is there.
            yield from looked_for(self._now, ids, fault, self._http.rest)
        else:
            yield from self._told(drafts, answer)
        self._project.note.end()

    def _told(self, drafts: Sequence[ItemDraft], answer: TrackerAnswer) -> Iterator[FoundItem | NotMade]:
        """What Jira says became of each."""
        said = answer.data if isinstance(answer.data, dict) else {}
        refused = {int(one["failedElementNumber"]): one for one in said.get("errors") or () if isinstance(one, dict)}
        made = said.get("issues") or []
        if len(made) + len(refused) != len(drafts):
            raise self._http.fault("field" if answer.status == 400 else "answer", said, unanswered=bool(made))
        taken = [draft for at, draft in enumerate(drafts) if at not in refused]
        yield from self._read([(str(issue["id"]), draft.id) for issue, draft in zip(made, taken, strict=True)])
        for at, why in refused.items():
            yield NotMade(drafts[at].id, self._http.fault("field", why.get("elementErrors")))

    def _made_of(self, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> Mapping[str, Any]:
        fields = self._fields(draft, parents, set(draft.fields))
        fields["labels"] = [draft.id, *draft.fields["labels"].split()]
        if draft.id in self._priorities:
            fields["priority"] = {"name": self._priorities[draft.id]}
        fields |= {"project": {"id": self._project.number}, "issuetype": {"id": self._project.types[draft.kind]}}
        return {"fields": fields, "properties": [{"key": PROPERTY, "value": {"id": draft.id}}]}

    def _fields(self, draft: ItemDraft, parents: Mapping[str, FoundItem], names: Collection[str]) -> dict[str, Any]:
        """Those of these fields that are set as they are, and the epic where that is there."""
        fields: dict[str, Any] = {}
        if "title" in names:
            fields["summary"] = draft.fields["title"]
        if "text" in names:
            fields["description"] = json.loads(draft.fields["text"])
        if draft.parent in parents:
            fields["parent"] = {"id": parents[draft.parent].ref}
        return fields

    def _read(self, made: Sequence[tuple[str, str]]) -> Sequence[FoundItem]:
        """These issues as they stand there now, by ref and our id."""
        self._ours |= dict(made)
        issues = {str(issue["id"]): issue for issue in self._fetched([ref for ref, _ in made])}
        if missing := [ref for ref, _ in made if ref not in issues]:
            raise self._http.fault("answer", f"{missing[0]}?", unanswered=True)
        return [self._found(issues[ref], known) for ref, known in made]

    def _fetched(self, refs: Sequence[str]) -> Iterator[Mapping[str, Any]]:
        for part in parts_of(refs, MOST_FETCHED):
            body = {"issueIdsOrKeys": list(part), "fields": _FIELDS, "properties": [PROPERTY]}
            answer = self._http.ask("POST", f"{_API}/issue/bulkfetch", body=body, repeatable=True, allowed=(404,))
            yield from (answer.data or {}).get("issues") or ()

    def _searched(self, ids: Sequence[str]) -> Mapping[str, Any]:
        """The issues of the project with these ids among their labels; of several with one id, the oldest."""
        found: dict[str, Any] = {}
        for part in parts_of(ids, MOST_AT_ONCE):
            for issue in self._pages(part):
                known = _id_of(issue, set(part))
                if known and (known not in found or int(issue["id"]) < int(found[known]["id"])):
                    found[known] = issue
        return found

    def _pages(self, ids: Sequence[str]) -> Iterator[Mapping[str, Any]]:
        names = ", ".join(f'"{one}"' for one in ids)
        body: dict[str, Any] = {
            "jql": f"project = {json.dumps(self._project.key)} AND labels IN ({names}) ORDER BY id",
            "fields": _FIELDS,
            "properties": [PROPERTY],
            "maxResults": MOST_FETCHED,
        }
        for _ in turned("jira"):
            answer = self._http.ask("POST", f"{_API}/search/jql", body=body, repeatable=True).data
            yield from answer["issues"]
            if not (token := answer.get("nextPageToken")):
                return
            body["nextPageToken"] = token

    def _found(self, issue: Mapping[str, Any], known: str) -> FoundItem:
        fields = issue["fields"]
        status = fields.get("status") or {}
        above = str((fields.get("parent") or {}).get("id", ""))
        described = fields.get("description")
        return FoundItem(
            id=known,
            key=str(issue["key"]),
            ref=str(issue["id"]),
            url=f"{self._base}/browse/{issue['key']}",
            status=str(status.get("name", "")),
            fields={
                "title": str(fields.get("summary") or ""),
                "text": canonical(described) if described else "",
                "labels": self._labels.among(fields.get("labels") or ()),
            },
            closed=(status.get("statusCategory") or {}).get("key") == "done",
            parent=self._ours.get(above, ""),
        )


def _id_of(issue: Mapping[str, Any], wanted: Collection[str] | None) -> str:
    """Which of these ids it has, by its property or else its labels; any at all where None is asked for."""
    said: Iterable[str] = [
        str(((issue.get("properties") or {}).get(PROPERTY) or {}).get("id", "")),
        *(one for one in issue["fields"].get("labels") or () if one.startswith("jm-")),
    ]
    return next((one for one in said if one and (wanted is None or one in wanted)), "")
