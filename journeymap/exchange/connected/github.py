"""GitHub, by its REST API: an issue each, a story as a sub-issue of its epic, known by a comment that nobody sees."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlsplit

from journeymap.exchange.connected.connection import TrackerConnection
from journeymap.exchange.connected.credential import Credential
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.own_labels import OwnLabels
from journeymap.exchange.connected.pace import Cancel, pace_of
from journeymap.exchange.connected.parts import turned
from journeymap.exchange.connected.tracker import FoundItem, ItemDraft, NotMade, Target
from journeymap.exchange.connected.unanswered import looked_for, made_one_by_one
from journeymap.exchange.trackers.github import LABEL, issue_body, issue_labels
from journeymap.exchange.trackers.work_items import WorkItem

PACE = ((1, 1.0), (80, 60.0), (500, 3600.0))
"""GitHub takes so many writes in so many seconds from one person."""
PAGE = 100
"""So many issues does it answer at once, and so many sub-issues does an issue have."""

_HEADERS = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
_MARK = re.compile(rf"^<!-- {LABEL}: (jm-[0-9a-z]+) -->", re.MULTILINE)
_COLOUR = "1f6feb"
_GONE = (404, 410)
_NAMES = {"title": "title", "text": "body"}


class GitHub:
    """One repository, OWNER/NAME. Errors of each call: TrackerFault."""

    name = "github"

    def __init__(self, target: Target, cancel: Cancel | None = None) -> None:
        credential = Credential(target.key, "Bearer")
        self._http = TrackerConnection(
            self.name,
            _api(target.url),
            credential,
            cancel=cancel,
            pace=pace_of(self.name, credential.digest, PACE),
            headers=_HEADERS,
        )
        self._repo = f"repos/{quote(target.project.strip('/'), safe='/')}"
        self._labels = OwnLabels()
        self._there: set[str] | None = None
        """The labels of the repository, in small letters; None before it was asked."""
        self._ours: dict[str, str] = {}
        """Our ids by the numbers of all that was seen."""

    def close(self) -> None:
        """Let go of its connection."""
        self._http.close()

    def check(self) -> None:
        """Whether the key is taken and may write, and the repository has issues."""
        repo = self._http.ask("GET", self._repo).data
        may = repo.get("permissions") or {}
        # A key of few rights sees no permissions; where they are told, GitHub drops labels of whoever may not push.
        if may and not (may.get("push") or may.get("triage")):
            raise self._http.fault("right", "push")
        if not repo.get("has_issues", True) or repo.get("archived"):
            raise self._http.fault("lacks", what="issues")

    def draft(self, item: WorkItem, language: str) -> ItemDraft:
        """The title, the body as Markdown with its hidden id, and the labels."""
        fields = {
            "title": item.title,
            "text": issue_body(item, language),
            "labels": self._labels.drafted(issue_labels(item)),
        }
        return ItemDraft(item.id, item.kind, item.title, item.parent, fields)

    def find(self, ids: Collection[str], keys: Mapping[str, str]) -> Mapping[str, FoundItem]:
        """All issues with our label, open or closed; one without it by its number."""
        wanted, issues = set(ids), {}
        for issue in self._pages(f"{self._repo}/issues", labels=LABEL, state="all", sort="created", direction="asc"):
            known = _id_of(issue)
            better = known not in issues or keys.get(known) == str(issue["number"])
            if known in wanted and better and "pull_request" not in issue:
                issues[known] = issue
        for known in sorted(wanted - issues.keys()):
            if known in keys and (kept := self._by_number(keys[known])) and _id_of(kept) in ("", known):
                issues[known] = kept
        self._ours |= {str(issue["number"]): known for known, issue in issues.items()}
        above = self._above(issues)
        return {known: self._found(issue, known, above.get(known, "")) for known, issue in issues.items()}

    def create(self, drafts: Sequence[ItemDraft], parents: Mapping[str, FoundItem]) -> Iterator[FoundItem | NotMade]:
        """One after another, each below its epic at once; labels that are not there are made first."""
        self._make_labels({label for draft in drafts for label in draft.fields["labels"].split()})
        yield from made_one_by_one(drafts, parents, self._create, self._looked)

    def _looked(self, draft: ItemDraft, epics: Mapping[str, FoundItem], fault: TrackerFault) -> Iterator[FoundItem]:
        there = looked_for(self._again, [draft.id], fault, self._http.rest)
        return (self._placed(one, draft, epics) for one in there)

    def update(self, found: FoundItem, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> FoundItem:
        """What is otherwise; labels that are not ours stay."""
        path = f"{self._repo}/issues/{found.ref}"
        changed = {name for name, text in draft.fields.items() if found.fields.get(name, "") != text}
        body: dict[str, Any] = {said: draft.fields[name] for name, said in _NAMES.items() if name in changed}
        if "labels" in changed:
            self._make_labels(draft.fields["labels"].split())
            body["labels"] = self._labels.merged(_labels(self._http.ask("GET", path).data), draft.fields["labels"])
        issue = self._http.ask("PATCH", path, body=body, repeatable=True).data if body else None
        now = self._found(issue, draft.id, found.parent) if issue else found
        return self._placed(now, draft, parents)

    def _again(self, ids: Collection[str]) -> Mapping[str, FoundItem]:
        """What stands there of what nobody answered about."""
        return self.find(ids, {})

    def _create(self, draft: ItemDraft, parents: Mapping[str, FoundItem]) -> FoundItem:
        body = {"title": draft.fields["title"], "body": draft.fields["text"], "labels": draft.fields["labels"].split()}
        issue = self._http.ask("POST", f"{self._repo}/issues", body=body).data
        self._ours[str(issue["number"])] = draft.id
        return self._placed(self._found(issue, draft.id, ""), draft, parents, issue["id"])

    def _placed(
        self, found: FoundItem, draft: ItemDraft, parents: Mapping[str, FoundItem], number: int | None = None
    ) -> FoundItem:
        """The issue below its epic; where that is full, it stands by itself."""
        if draft.parent not in parents or found.parent == draft.parent:
            return found
        # What a sub-issue is known by is not the number that people see.
        number = number or self._http.ask("GET", f"{self._repo}/issues/{found.ref}").data["id"]
        path = f"{self._repo}/issues/{parents[draft.parent].ref}/sub_issues"
        body = {"sub_issue_id": number, "replace_parent": True}
        try:
            self._http.ask("POST", path, body=body)
        except TrackerFault as fault:
            if fault.kind != "field" and not fault.unanswered:
                raise
            # Full, or not answered: where it does not stand there, the next run tells and mends it.
            return found
        return replace(found, parent=draft.parent)

    def _make_labels(self, labels: Collection[str]) -> None:
        """Those of these labels that the repository does not have yet."""
        if self._there is None:
            self._there = {str(one["name"]).casefold() for one in self._pages(f"{self._repo}/labels")}
        for label in sorted({LABEL, *labels}):
            if label.casefold() not in self._there:
                body = {"name": label, "color": _COLOUR}
                self._http.ask("POST", f"{self._repo}/labels", body=body, allowed=(422,))
                self._there.add(label.casefold())

    def _above(self, issues: Mapping[str, Any]) -> Mapping[str, str]:
        """Our id of the epic of each of these issues: epics are asked for what is below them."""
        found: dict[str, str] = {}
        for epic, issue in issues.items():
            if (issue.get("sub_issues_summary") or {}).get("total"):
                for below in self._pages(f"{self._repo}/issues/{issue['number']}/sub_issues"):
                    if known := self._ours.get(str(below["number"])):
                        found[known] = epic
        return found

    def _by_number(self, number: str) -> Mapping[str, Any] | None:
        answer = self._http.ask("GET", f"{self._repo}/issues/{number}", allowed=_GONE)
        issue: Mapping[str, Any] | None = None if answer.status in _GONE else answer.data
        return issue

    def _pages(self, path: str, **query: str) -> Iterator[Mapping[str, Any]]:
        page = 1
        for _ in turned("github"):
            asked: dict[str, str | int] = {**query, "per_page": PAGE, "page": page}
            some = self._http.ask("GET", path, query=asked).data
            yield from some
            if len(some) < PAGE:
                return
            page += 1

    def _found(self, issue: Mapping[str, Any], known: str, parent: str) -> FoundItem:
        return FoundItem(
            id=known,
            key=f"#{issue['number']}",
            ref=str(issue["number"]),
            url=str(issue["html_url"]),
            status=str(issue["state"]),
            fields={
                "title": str(issue["title"]),
                "text": str(issue.get("body") or "").replace("\r\n", "\n"),
                "labels": self._labels.among(_labels(issue)),
            },
            closed=issue["state"] == "closed",
            parent=parent,
        )


def _labels(issue: Mapping[str, Any]) -> list[str]:
    return [str(one["name"] if isinstance(one, dict) else one) for one in issue.get("labels") or ()]


def _id_of(issue: Mapping[str, Any]) -> str:
    found = _MARK.search(str(issue.get("body") or ""))
    return found[1] if found else ""


def _api(url: str) -> str:
    """GitHub's own API has a host of its own; that of a company's stands below its address."""
    address = url.rstrip("/")
    return (
        "https://api.github.com/" if urlsplit(address).hostname in ("github.com", "www.github.com") else f"{address}/"
    )
