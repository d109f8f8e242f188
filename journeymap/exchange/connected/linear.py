"""Linear, by its GraphQL API: an issue each, a story as a sub-issue of the issue of its episode.

Linear takes the id of a new issue from whoever makes it. Ours is worked out from the story's, so that what is written
twice stands there once; a line of the text says it to people, and finds what was made with another id.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any
from uuid import UUID

from journeymap.exchange.connected.connection import TrackerConnection
from journeymap.exchange.connected.credential import Credential
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.graphql import GraphQL
from journeymap.exchange.connected.own_labels import OwnLabels
from journeymap.exchange.connected.pace import Cancel
from journeymap.exchange.connected.parts import parts_of, turned
from journeymap.exchange.connected.tracker import FoundItem, ItemDraft, NotMade, Target
from journeymap.exchange.connected.unanswered import looked_for, made_one_by_one
from journeymap.exchange.trackers.bodies import MARKDOWN, body
from journeymap.exchange.trackers.linear import MOST_OF_TEXT
from journeymap.exchange.trackers.work_items import WorkItem

LABEL = "journeymap"
"""Stands on every issue of ours, so that they are found again."""
PAGE = 50
TURNS = 3
"""So often can a story be made again after it was deleted: its first ids lie in the bin over there."""
PRIORITIES = {"highest": 1, "high": 2, "medium": 3, "low": 4}

_OAUTH = "lin_oauth"
_MARK = re.compile(r"Journeymap: (jm-[0-9a-z]+)")
_DONE = ("completed", "canceled", "duplicate")

_ISSUE = """
fragment Ours on Issue {
  id identifier url title description trashed archivedAt
  state { name type } parent { id } labels(first: 50) { nodes { id name } }
}
"""
_CHECK = "query Check($key: String!) { viewer { id } teams(filter: { key: { eqIgnoreCase: $key } }) { nodes { id } } }"
_FIND = """
query Find($filter: IssueFilter!, $first: Int!, $after: String) {
  issues(filter: $filter, first: $first, after: $after, includeArchived: true) {
    nodes { ...Ours } pageInfo { hasNextPage endCursor }
  }
}
"""
_LABELS = """
query Labels($first: Int!, $after: String) {
  issueLabels(first: $first, after: $after) {
    nodes { id name isGroup team { id } } pageInfo { hasNextPage endCursor }
  }
}
"""
_MAKE_LABEL = """
mutation MakeLabel($input: IssueLabelCreateInput!) { issueLabelCreate(input: $input) { issueLabel { id name } } }
"""
_CREATE = "mutation Create($input: IssueCreateInput!) { issueCreate(input: $input) { issue { ...Ours } } }"
_UPDATE = """
mutation Update($id: String!, $input: IssueUpdateInput!) { issueUpdate(id: $id, input: $input) { issue { ...Ours } } }
"""


class Linear:
    """One team, by its key. Errors of each call: TrackerFault."""

    name = "linear"

    def __init__(self, target: Target, cancel: Cancel | None = None) -> None:
        is_token = target.key.get_secret_value().startswith(_OAUTH)
        base = f"{target.url.rstrip('/').removesuffix('/graphql')}/"
        credential = Credential(target.key, "Bearer" if is_token else "")
        self._http = TrackerConnection(self.name, base, credential, cancel=cancel)
        self._api = GraphQL(self._http, "graphql")
        self._key = target.project
        self._team = ""
        self._labels = OwnLabels()
        self._there: dict[str, str] = {}
        """The ids of the labels that may stand on an issue of the team, by their names in small letters."""
        self._priorities: dict[str, int] = {}
        self._ours: dict[str, str] = {}
        """Our ids by the refs of all that was seen."""

    def close(self) -> None:
        """Let go of its connection."""
        self._http.close()

    def check(self) -> None:
        """Whether the key is taken, and there is such a team."""
        teams = self._api.ask(_CHECK, key=self._key)["teams"]["nodes"]
        if not teams:
            raise self._http.fault("missing", self._key)
        self._team = str(teams[0]["id"])

    def draft(self, item: WorkItem, language: str) -> ItemDraft:
        """The title, the text as Markdown and the labels; a priority is given once, and is the team's after that."""
        if item.priority or item.important:
            self._priorities[item.id] = PRIORITIES[item.priority or "high"]
        fields = {
            "title": item.title,
            "text": body(item, language, MARKDOWN, MOST_OF_TEXT),
            "labels": self._labels.drafted([LABEL, *item.labels]),
        }
        return ItemDraft(item.id, item.kind, item.title, item.parent, fields)

    def find(self, ids: Collection[str], keys: Mapping[str, str]) -> Mapping[str, FoundItem]:
        """The issues of the team with our label, done and archived ones too; the rest by their ids."""
        self._ready()
        wanted = set(ids)
        known = {self._number(one, turn): one for one in ids for turn in range(TURNS)}
        known |= {ref: one for one, ref in keys.items() if one in wanted}
        issues: dict[str, Any] = {}
        labelled = {"team": {"id": {"eq": self._team}}, "labels": {"some": {"name": {"eq": LABEL}}}}
        for issue in self._issues(labelled):
            said = _MARK.findall(issue.get("description") or "")
            one = known.get(issue["id"]) or (said[-1] if said else "")
            if one in wanted and (one not in issues or issue["id"] in known):
                issues[one] = issue
        lost = [ref for ref, one in known.items() if one not in issues]
        for part in parts_of(lost, PAGE):
            issues |= {known[issue["id"]]: issue for issue in self._issues({"id": {"in": list(part)}})}
        self._ours |= {issue["id"]: one for one, issue in issues.items()}
        return {one: self._found(issue, one) for one, issue in issues.items()}

    def create(self, drafts: Sequence[ItemDraft], parents: Mapping[str, FoundItem]) -> Iterator[FoundItem | NotMade]:
        """One after another, so that one is refused by itself; labels that are not there are made first."""
        self._ready()
        self._ours |= {one.ref: known for known, one in parents.items()}
        self._make_labels({label for draft in drafts for label in draft.fields["labels"].split()})
        yield from made_one_by_one(drafts, parents, self._create, self._looked)

    def _looked(self, draft: ItemDraft, _: Mapping[str, FoundItem], fault: TrackerFault) -> Iterator[FoundItem]:
        return looked_for(self._again, [draft.id], fault, self._http.rest)

    def update(self, found: FoundItem, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> FoundItem:
        """What is otherwise; labels that are not ours stay."""
        self._ready()
        self._ours |= {one.ref: known for known, one in parents.items()}
        changed = {name for name, text in draft.fields.items() if found.fields.get(name, "") != text}
        given = self._given(draft, changed - {"labels"})
        if "labels" in changed:
            there, asked = found.fields.get("labels", "").split(), draft.fields["labels"].split()
            self._make_labels(asked)
            given["addedLabelIds"] = [self._there[one.casefold()] for one in asked if one not in there]
            given["removedLabelIds"] = [self._there[one.casefold()] for one in there if one not in asked]
        if draft.parent in parents and found.parent != draft.parent:
            given["parentId"] = parents[draft.parent].ref
        said = self._api.ask(_UPDATE + _ISSUE, writes=True, id=found.ref, input=given)
        return self._found(said["issueUpdate"]["issue"], draft.id)

    def _again(self, ids: Collection[str]) -> Mapping[str, FoundItem]:
        """What stands there of what nobody answered about."""
        return self.find(ids, {})

    def _create(self, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> FoundItem:
        """With the first of its ids that is free; one that stands there already is taken on."""
        given = self._given(draft, set(draft.fields)) | {"teamId": self._team}
        if priority := self._priorities.get(draft.id):
            given["priority"] = priority
        if draft.parent in parents:
            given["parentId"] = parents[draft.parent].ref
        for turn in range(TURNS):
            number = self._number(draft.id, turn)
            try:
                said = self._api.ask(_CREATE + _ISSUE, writes=True, input={**given, "id": number})
            except TrackerFault as fault:
                if fault.kind != "field" or not (there := list(self._pages({"id": {"in": [number]}}))):
                    raise
                if not there[0].get("trashed"):
                    return self._found(there[0], draft.id)
            else:
                self._ours[number] = draft.id
                return self._found(said["issueCreate"]["issue"], draft.id)
        raise self._http.fault("field", draft.id)

    def _given(self, draft: ItemDraft, names: Collection[str]) -> dict[str, Any]:
        said = {"title": "title", "text": "description"}
        given: dict[str, Any] = {said[name]: draft.fields[name] for name in said if name in names}
        if "labels" in names:
            given["labelIds"] = [self._there[one.casefold()] for one in draft.fields["labels"].split()]
        return given

    def _make_labels(self, labels: Collection[str]) -> None:
        """Those of these labels that neither the team nor the workspace has."""
        if not self._there:
            for one in self._pages({}, _LABELS, "issueLabels"):
                if not one["isGroup"] and (one["team"] or {"id": self._team})["id"] == self._team:
                    self._there[str(one["name"]).casefold()] = str(one["id"])
        for label in sorted({LABEL, *labels}):
            if label.casefold() not in self._there:
                given = {"name": label, "teamId": self._team}
                made = self._api.ask(_MAKE_LABEL, writes=True, input=given)["issueLabelCreate"]["issueLabel"]
                self._there[label.casefold()] = str(made["id"])

    def _ready(self) -> None:
        if not self._team:
            self.check()

    def _number(self, item_id: str, turn: int) -> str:
        """The id that an issue is made with: the same for the same story of the same team."""
        digest = blake2b(f"{self._team}/{item_id}/{turn}".encode(), digest_size=16, person=b"journeymap")
        return str(UUID(bytes=digest.digest(), version=4))

    def _issues(self, wanted: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """The issues that this filter lets through, but for what lies in the bin."""
        return (one for one in self._pages(wanted) if not one.get("trashed"))

    def _pages(
        self, wanted: Mapping[str, Any], query: str = _FIND + _ISSUE, name: str = "issues"
    ) -> Iterator[Mapping[str, Any]]:
        after = None
        for _ in turned("linear"):
            asked: dict[str, Any] = {"filter": wanted} if wanted else {}
            said = self._api.ask(query, first=PAGE, after=after, **asked)[name]
            yield from said["nodes"]
            if not said["pageInfo"]["hasNextPage"]:
                return
            after = said["pageInfo"]["endCursor"]

    def _found(self, issue: Mapping[str, Any], known: str) -> FoundItem:
        state = issue.get("state") or {}
        above = str((issue.get("parent") or {}).get("id", ""))
        return FoundItem(
            id=known,
            key=str(issue["identifier"]),
            ref=str(issue["id"]),
            url=str(issue["url"]),
            status=str(state.get("name", "")),
            fields={
                "title": str(issue["title"]),
                "text": str(issue.get("description") or ""),
                "labels": self._labels.among(str(one["name"]) for one in issue["labels"]["nodes"]),
            },
            closed=state.get("type") in _DONE or bool(issue.get("archivedAt")),
            parent=self._ours.get(above, ""),
        )
