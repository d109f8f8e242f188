"""JSON and YAML as people and tools write journeys: phases with steps in them, or one list, found by their keys."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

import yaml

from journeymap.domain.model import limits
from journeymap.domain.text.errors import invalid
from journeymap.exchange.cells import joined
from journeymap.exchange.column_synonyms import one_of, plain, target_of
from journeymap.exchange.import_choices import Layout
from journeymap.exchange.json_input import parsed
from journeymap.exchange.table import Facts, RowUnit, Table

EPISODE, MOMENT = "Episode", "Micro-moment"
_NAMES = ("name", "title", "label", "text", "action", "step", "description", "summary", "naam", "titel", "tekst")
_WHOLES = ("phase", "stage", "episode", "section", "chapter", "fase", "etappe", "lane", "column")
_PARTS = (
    *(
        "step",
        "moment",
        "micro moment",
        "action",
        "activity",
        "task",
        "touchpoint",
        "interaction",
        "item",
        "event",
        "story",
    ),
    *("stap", "handeling", "actie", "activiteit", "card"),
)
_HOLDERS = ("journey", "map", "journey map", "customer journey", "data", "content", "klantreis", "document")
MOST_DEPTH = 12


def looks_like_yaml(text: str) -> bool:
    """Whether a text is YAML with a list in it."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    keys = sum(bool(_key(line)) for line in lines[:200])
    listed = any(line.lstrip().startswith("- ") for line in lines)
    return (
        len(lines) > 2
        and keys * 2 > min(len(lines), 200)
        and listed
        and not any("," in line and "\t" in line for line in lines)
    )


def _key(line: str) -> bool:
    bare = line.strip().removeprefix("- ")
    name, colon, rest = bare.partition(":")
    return (
        bool(colon)
        and 0 < len(name) < 40
        and " " not in name.strip("\"' ")[:40].replace(" ", "", 2)
        and (not rest or rest[0] == " ")
    )


class _Plain(yaml.SafeLoader):
    """YAML without references, by which a small file becomes an endless one, and without tags."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """A node of the file. Errors: ComposerError where it refers to another one."""
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "no references", None)
        return super().compose_node(parent, index)


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def parsed_yaml(text: str) -> Any:
    """The values of a YAML file. Errors: Refusal."""
    try:
        return yaml.load(text, _Plain)  # noqa: S506 - a SafeLoader that also refuses references
    except yaml.MarkedYAMLError as why:
        mark = why.problem_mark or why.context_mark
        line = mark.line + 1 if mark is not None else 1
        raise invalid("file-is-broken-yaml", line=str(line)) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise invalid("file-is-broken-yaml", line="1") from None


def parsed_json(data: bytes | str) -> Any:
    """The values of a JSON file. Errors: Refusal."""
    return parsed(data)


def is_journey_document(name: str, data: bytes) -> bool:
    """Whether this is a journey document of ours, or JSON that cannot be read and may have been one."""
    start = data[:2_000].lstrip(b"\xef\xbb\xbf \r\n\t")
    braced = start.startswith(b"{") and not start.startswith(b"{\\rtf")
    if not braced and PurePath(name).suffix.lower() != ".json":
        return False
    if b'"format"' in start or len(data) > limits.FILE_BYTES:
        return True
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return True
    return not isinstance(found, list) and (not isinstance(found, dict) or "format" in found or not any(_lists(found)))


def _lists(found: Any, depth: int = 0) -> Iterator[bool]:
    if isinstance(found, list) and found:
        yield True
    elif isinstance(found, dict) and depth < MOST_DEPTH:
        for value in found.values():
            yield from _lists(value, depth + 1)


def table_of_data(found: Any, kind: str) -> Table:
    """The journey in values of JSON or YAML. Errors: Refusal where no list of steps is found."""
    top = _Top()
    _describe(found, top.said)
    for whole in _journey(found):
        top.take(whole)
    if not top.rows:
        raise invalid("data-no-steps", kind=kind.upper())
    columns = list(dict.fromkeys(name for row in top.rows for name in row if name not in (EPISODE, MOMENT)))
    header = (EPISODE, MOMENT, *columns)
    rows = tuple(tuple(row.get(name, "") for name in header) for row in top.rows)
    facts = Facts(
        kind,
        Layout.OUTLINE,
        (Layout.OUTLINE,),
        counted=RowUnit.ITEM,
        said=top.said,
        targets={EPISODE: "episode", MOMENT: "moment"},
    )
    return Table(header, rows, numbers=tuple(range(1, len(rows) + 1)), facts=facts)


@dataclass(slots=True)
class _Top:
    said: dict[str, str] = field(default_factory=dict)
    rows: list[dict[str, str]] = field(default_factory=list)

    def take(self, whole: Any) -> None:
        """One phase with its steps, or one step that stands by itself."""
        parts = _parts(whole)
        if parts is None:
            self.add(whole, "")
            return
        title = _name(whole)
        rest = {key: value for key, value in whole.items() if key != parts[0]}
        if not parts[1]:
            self.rows.append({EPISODE: title})
        for n, part in enumerate(parts[1]):
            self.add(part, title, rest if n == 0 else None)

    def add(self, part: Any, episode: str, of_episode: Mapping[str, Any] | None = None) -> None:
        """One step; what is said of its phase stands in the first."""
        if len(self.rows) >= limits.ROWS["moments"]:
            raise invalid("table-too-many-rows", most=limits.ROWS["moments"])
        row = {EPISODE: episode, MOMENT: _name(part) if isinstance(part, Mapping) else _said(part)}
        used = _name_key(part)
        for key, value in part.items() if isinstance(part, Mapping) else ():
            if key != used and (said := _said(value)):
                own = "episode" if not episode and target_of(str(key)) == "episode" else ""
                row[EPISODE if own else str(key)] = said
        for key, value in (of_episode or {}).items():
            target = target_of(str(key))
            if key != _name_key(of_episode) and target and target != "moment" and (said := _said(value)):
                row.setdefault(str(key), said)
        self.rows.append(row)


def _describe(found: Any, said: dict[str, str]) -> None:
    """The title and the persona, where they stand on top."""
    for _ in range(3):
        if not isinstance(found, Mapping):
            return
        for key, value in found.items():
            name = plain(str(key))
            if name in ("title", "name", "titel", "naam") and isinstance(value, str):
                said.setdefault("title", value)
            if name in ("persona", "actor", "customer", "klant", "user") and (told := _name(value) or _said(value)):
                said.setdefault("persona", told)
        found = next((value for key, value in found.items() if plain(str(key)) in _HOLDERS), None)


def _journey(found: Any, depth: int = 0) -> Sequence[Any]:
    """The list of phases, or of steps: that of the best name, nearest to the top."""
    if isinstance(found, list):
        return [one for one in found if isinstance(one, Mapping | str) and one]
    if not isinstance(found, Mapping) or depth > MOST_DEPTH:
        return ()
    for names in (_WHOLES, _PARTS):
        for key, value in found.items():
            if one_of(plain(str(key))) in names and isinstance(value, list) and value:
                return _journey(value)
    if found and all(isinstance(value, list) for value in found.values()):  # phases by their names
        return [{"name": str(key), "steps": value} for key, value in found.items()]
    for value in found.values():
        if isinstance(value, Mapping) and (deeper := _journey(value, depth + 1)):
            return deeper
    return ()


def _parts(whole: Any) -> tuple[str, list[Any]] | None:
    """The steps of a phase, and the key they stand under. None where it has none: then it is a step itself."""
    if not isinstance(whole, Mapping):
        return None
    for key, value in whole.items():
        if one_of(plain(str(key))) in _PARTS and isinstance(value, list):
            strings = all(isinstance(one, str) for one in value)
            if not (strings and target_of(str(key)) == "channels"):
                return str(key), [one for one in value if isinstance(one, Mapping | str) and one]
    return None


def _name_key(part: Any) -> str | None:
    if not isinstance(part, Mapping):
        return None
    keys = {one_of(plain(str(key))): str(key) for key in reversed(list(part))}
    texts = [name for name in (*_PARTS[:3], *_NAMES, *_WHOLES) if isinstance(part.get(keys.get(name, "")), str)]
    return keys[texts[0]] if texts else None


def _name(part: Any) -> str:
    key = _name_key(part)
    return str(part[key]) if key is not None else ""


def _said(value: Any) -> str:
    """A value as the text of a cell; several are parted as in any cell."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return joined(filter(None, (" ".join(_said(one).split()) for one in value)))
    if isinstance(value, Mapping):
        return _name(value)
    return "" if value is None else str(value)
