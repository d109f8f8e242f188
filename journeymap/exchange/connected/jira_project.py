"""A project of Jira as we need it: who we are there, which of its issue types are epic and story, and their fields."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from journeymap.exchange.connected.connection import TrackerConnection
from journeymap.exchange.connected.faults import TrackerFault
from journeymap.exchange.connected.jira_note import JiraNote
from journeymap.exchange.connected.parts import turned
from journeymap.exchange.trackers.work_items import Kind

PERMISSIONS = ("BROWSE_PROJECTS", "CREATE_ISSUES", "EDIT_ISSUES")

_API = "rest/api/3"
_PAGE = 100
_ABOVE = 1
"""The level of epics among Jira's issue types; stories are on level 0."""
_FILLED = ("summary", "description", "labels")
_GIVEN = ("project", "issuetype", "reporter", "parent")


class JiraProject:
    """One project; `form` names its two issue types, “Epic, Task”, where they are not Jira's own."""

    def __init__(self, http: TrackerConnection, key: str, form: str) -> None:
        self._http = http
        self._named = [one.strip() for one in form.split(",") if one.strip()]
        self.key = key
        self.number = ""
        self.types: dict[Kind, str] = {}
        self.priorities: frozenset[str] = frozenset()
        """The priorities that a story can be made with."""
        self.note = JiraNote(http)

    def ready(self) -> None:
        """Look once."""
        if not self.types:
            self.check()

    def check(self) -> None:
        """Whether we may write there, and all is there that we fill. Errors: TrackerFault."""
        account = self._known()
        project = self._get(f"project/{quote(self.key, safe='')}")
        self.number = str(project["id"])
        self.note.of(account, self.number)
        self._may()
        types = list(self._pages(f"issue/createmeta/{self.number}/issuetypes", "issueTypes"))
        found: dict[Kind, str] = {"epic": self._type("epic", types), "story": self._type("story", types)}
        for number in found.values():
            self.priorities = self._has_fields(number)
        self.types = found

    def _known(self) -> str:
        """The account that the key is of."""
        try:
            return str(self._get("myself")["accountId"])
        except TrackerFault as fault:
            if fault.kind in ("right", "missing"):
                raise self._http.fault("credential") from None
            raise

    def _may(self) -> None:
        query = {"projectKey": self.key, "permissions": ",".join(PERMISSIONS)}
        may = self._http.ask("GET", f"{_API}/mypermissions", query=query).data["permissions"]
        if lacking := [name for name in PERMISSIONS if not (may.get(name) or {}).get("havePermission")]:
            raise self._http.fault("right", [str((may.get(name) or {}).get("name", name)) for name in lacking])

    def _type(self, kind: Kind, types: list[Mapping[str, Any]]) -> str:
        """The type of this name; else that of the level of epics, and “Story”."""
        at = 0 if kind == "epic" else 1
        asked = self._named[at] if at < len(self._named) else {"epic": "Epic", "story": "Story"}[kind]
        named = [
            one
            for one in types
            if asked.casefold() in (str(one.get("name")).casefold(), str(one.get("untranslatedName")).casefold())
        ]
        above = [one for one in types if one.get("hierarchyLevel") == _ABOVE] if kind == "epic" else []
        if not (fitting := named or above):
            raise self._http.fault("lacks", what=asked)
        return str(fitting[0]["id"])

    def _has_fields(self, number: str) -> frozenset[str]:
        """Whether what we fill can be filled when an issue is made, and nothing else has to be; its priorities."""
        fields = list(self._pages(f"issue/createmeta/{self.number}/issuetypes/{number}", "fields"))
        there = {str(one.get("fieldId") or one.get("key")) for one in fields}
        lacking = [name for name in _FILLED if there and name not in there]
        needed = [
            str(one["name"])
            for one in fields
            if one.get("required")
            and not one.get("hasDefaultValue")
            and str(one.get("fieldId") or one.get("key")) not in (*_FILLED, *_GIVEN)
        ]
        if lacking:
            raise self._http.fault("lacks", what=", ".join(lacking))
        if needed:
            raise self._http.fault("wants", what=", ".join(needed))
        allowed = (one.get("allowedValues") or () for one in fields if one.get("fieldId") == "priority")
        return frozenset(str(one.get("name")) for some in allowed for one in some)

    def _get(self, path: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self._http.ask("GET", f"{_API}/{path}").data
        return found

    def _pages(self, path: str, name: str) -> Iterator[Mapping[str, Any]]:
        at = 0
        for _ in turned("jira"):
            answer = self._http.ask("GET", f"{_API}/{path}", query={"startAt": at, "maxResults": _PAGE}).data
            some = answer.get(name) or answer.get("values") or []
            yield from some
            at += len(some)
            if not some or at >= int(answer.get("total", 0)):
                return
