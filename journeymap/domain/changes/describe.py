"""What was changed on a map, in words a facilitator reads: plain text, without who and when."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model.field_rules import is_text
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.limits import TEXT
from journeymap.domain.model.operations import Operation
from journeymap.domain.model.rows import ROW_TYPES, TABLES, Row
from journeymap.domain.text.catalogue import known, say
from journeymap.domain.text.dates import day_said
from journeymap.domain.text.lengths import most_of

NAME_LENGTH = 80
_NAMELESS = "…"
_INSTEAD = {"stories": "sentence", "story_asides": "rule"}
"""What names a row whose own name may be empty."""
FEW = 3
"""So many sentences are told one by one; more are counted."""


@dataclass(frozen=True, slots=True)
class Description:
    """What one batch did: a sentence, and one sentence for each change where it needs more than one."""

    headline: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """What rows are called: those of a journey, and those that the operations themselves remember."""

    journey: Journey
    remembered: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, journey: Journey, operations: Iterable[Operation]) -> "Names":
        """With the rows that these operations added or removed."""
        rows: dict[tuple[str, str], Mapping[str, Any]] = {}
        for operation in operations:
            if operation.do == "add":
                rows.setdefault((operation.table, operation.id), operation.values)
            for kept in operation.kept:
                rows[kept.table, kept.id] = kept.values
        return cls(journey, rows)

    def called(self, table: str, row_id: str | None) -> str:
        """What a person calls this row; a touchpoint by its channel, a step by its moment."""
        if not row_id:
            return ""
        kind = ROW_TYPES[table]
        name = self._value(table, row_id, kind.main_field)
        if table in _INSTEAD and not name:
            said = self.moment_of_story(row_id) if table == "stories" else ""
            return said or shortened(str(self._value(table, row_id, _INSTEAD[table]) or _NAMELESS), NAME_LENGTH)
        referred = kind.references.get(kind.main_field)
        return self.called(referred, str(name)) if referred and name else shortened(str(name or ""), NAME_LENGTH)

    def moment_of_story(self, row_id: str) -> str:
        """What the moment of a story is called; nothing for one that was added by hand."""
        return self.called("moments", self._value("stories", row_id, "moment"))

    def _value(self, table: str, row_id: str, name: str) -> Any:
        row = self.journey.find(table, row_id)
        if row is not None:
            return getattr(row, name)
        return self.remembered.get((table, row_id), {}).get(name)

    def parent(self, operation: Operation) -> str | None:
        """The row that the operation's row stands under, wherever it is told."""
        if operation.parent:
            return operation.parent
        if operation.kept:
            return operation.kept[0].parent
        row = self.journey.find(operation.table, operation.id)
        return row.parent if row is not None else None


def described(operation: Operation, names: Names, language: str) -> str:
    """One operation as what somebody did: “moved … to …”."""
    match operation.do:
        case "add" if operation.table == "maps":
            return say("told-made", language, title=_short(operation.values.get("title", "")))
        case "add" | "remove":
            return _came_or_went(operation, names, language)
        case "move":
            return _moved(operation, names, language)
        case "set":
            return _set(operation, names, language)
        case "reveal":
            counts = Counter(kept.table for kept in operation.kept)
            parts = [count(table, counts[table], language) for table in TABLES if counts[table]]
            return say("told-reveal", language, what=listed(parts, language), n=len(parts))


def told_batch(operations: Sequence[Operation], names: Names, language: str) -> Description:
    """What was done in one go, oldest operation first."""
    found = _told_batch(operations, names, language)
    act = operations[0].act
    if act == "do":
        return found
    return Description(say(f"told-{act}", language, what=found.headline), found.details)


def _told_batch(operations: Sequence[Operation], names: Names, language: str) -> Description:
    if operations[0].do == "add" and operations[0].table == "maps":
        return Description(_made(operations, language))
    added = {operation.id for operation in operations if operation.do == "add"}
    roots = [o for o in operations if not (o.do == "add" and o.parent in added)]
    if len(roots) > FEW:
        return Description(_counted(roots, language), tuple(described(o, names, language) for o in operations))
    sentences = [_with_children(root, operations, names, language) for root in roots]
    return Description("; ".join(dict.fromkeys(sentences)))


def _made(operations: Sequence[Operation], language: str) -> str:
    counts = Counter(o.table for o in operations if o.do == "add")
    title = _short(operations[0].values.get("title", ""))
    tables = [table for table in ("episodes", "moments", "touchpoints") if counts[table]]
    if not tables:
        return say("told-made", language, title=title)
    what = listed([count(table, counts[table], language) for table in tables], language)
    return say("told-made-with", language, title=title, what=what)


def _with_children(root: Operation, operations: Sequence[Operation], names: Names, language: str) -> str:
    sentence = described(root, names, language)
    if root.do != "add":
        return sentence
    below, found = {root.id}, Counter[str]()
    for operation in operations:
        if operation.do == "add" and operation.parent in below:
            below.add(operation.id)
            found[operation.table] += 1
    if not found:
        return sentence
    what = listed([count(table, found[table], language) for table in TABLES if found[table]], language)
    return say("told-with", language, done=sentence, what=what)


def _counted(roots: Sequence[Operation], language: str) -> str:
    """How much was added, changed, moved and removed."""
    parts = []
    for do in ("add", "set", "move", "remove"):
        rows = {(o.table, o.id) for o in roots if o.do == do}
        counts = Counter(table for table, _ in rows)
        if counts:
            what = listed([count(table, counts[table], language) for table in TABLES if counts[table]], language)
            parts.append(say(f"told-many-{do}", language, what=what))
    return listed(parts, language)


def _came_or_went(operation: Operation, names: Names, language: str) -> str:
    key = f"told-{operation.do}"
    values = {
        "the": say(f"the-{operation.table}".replace("_", "-"), language),
        "name": _row_name(operation, names),
    }
    if operation.table == "dispositions" and operation.do == "add":
        kind = say(f"disposition-{operation.values['kind']}", language)
        return say("told-decided", language, kind=kind, name=values["name"])
    if operation.table == "stories" and (of := names.moment_of_story(operation.id)):
        return say(f"told-{operation.do}-story{_part(operation)}", language, name=of)
    if operation.do == "remove" and (moments := sum(kept.table == "moments" for kept in operation.kept[1:])):
        return say("told-remove-with", language, **values, what=count("moments", moments, language))
    parent = _parent_name(operation, names)
    if not values["name"]:
        return say(f"{key}-unnamed", language, the=values["the"])
    return say(f"{key}-at", language, **values, parent=parent) if parent else say(key, language, **values)


def _part(operation: Operation) -> str:
    values = operation.values or operation.kept[0].values
    return "-part" if values.get("part") else ""


def _row_name(operation: Operation, names: Names) -> str:
    """The name the row had when this happened, where the operation remembers it."""
    kind = ROW_TYPES[operation.table]
    values = operation.values if operation.do == "add" else operation.kept[0].values if operation.kept else {}
    name = values.get(kind.main_field)
    referred = kind.references.get(kind.main_field)
    if name and not referred and kind.main_field != "as_is":
        return _short(name)
    if kind.main_field == "as_is":
        return ""
    return names.called(referred, str(name)) if referred and name else names.called(operation.table, operation.id)


def _parent_name(operation: Operation, names: Names) -> str:
    table = ROW_TYPES[operation.table].parent_table
    return names.called(table, names.parent(operation)) if table else ""


def _moved(operation: Operation, names: Names, language: str) -> str:
    name = names.called(operation.table, operation.id)
    if operation.place is not None and operation.place.parent != operation.parent:
        return say("told-move-to", language, name=name, parent=_parent_name(operation, names))
    after = names.called(operation.table, operation.after)
    return (
        say("told-move-behind", language, name=name, after=after)
        if after
        else say("told-move-first", language, name=name)
    )


def _set(operation: Operation, names: Names, language: str) -> str:
    table, name = operation.table, operation.field
    kind = ROW_TYPES[table]
    if name == "origin":
        return say("told-set-origin", language, name=_set_on(operation, names))
    if (table, name) == ("personas", "picture"):
        key = "told-set-picture" if operation.value else "told-clear-picture"
        return say(key, language, name=_set_on(operation, names))
    if isinstance(operation.value, bool):
        key = f"told-set-{table}-{name}-{'yes' if operation.value else 'no'}".replace("_", "-")
        if known(key, language):
            return say(key, language, name=names.called(table, operation.id))
    placeables = {"before": value_said(table, name, operation.before, names, language)}
    placeables["value"] = value_said(table, name, operation.value, names, language)
    if (table, name) == ("stories", "title"):
        key = "told-set-story-title" if operation.value else "told-clear-story-title"
        of = names.moment_of_story(operation.id) or _short(operation.before or _NAMELESS)
        return say(key, language, name=of, **placeables)
    if name == kind.main_field and name not in kind.references:
        return say("told-rename", language, the=say(f"the-{table}".replace("_", "-"), language), **placeables)
    values = {"field": say(field_name(table, name), language), "name": _set_on(operation, names)}
    if _is_long(table, name):
        return say("told-set-long", language, **values)
    if not placeables["value"]:
        return say("told-set-cleared", language, **values, before=placeables["before"])
    return say("told-set-to" if not placeables["before"] else "told-set", language, **values, **placeables)


def _set_on(operation: Operation, names: Names) -> str:
    """The row that changed; a touchpoint or step is told by what it belongs to."""
    kind: type[Row] = ROW_TYPES[operation.table]
    own = names.called(operation.table, operation.id)
    parent = _parent_name(operation, names) if kind.main_field in kind.references or not own else ""
    return parent or own or _NAMELESS


def _is_long(table: str, name: str) -> bool:
    """Whether a field's text is too long to be quoted."""
    most = most_of(ROW_TYPES[table].model_fields[name]) if name in ROW_TYPES[table].model_fields else None
    return most is not None and most > TEXT


def value_said(table: str, name: str, value: Any, names: Names, language: str) -> str:
    """What a field holds, in words; nothing where it holds nothing."""
    referred = ROW_TYPES[table].references.get(name)
    if value is None or value == "":
        return ""
    if referred:
        return f"“{names.called(referred, str(value))}”"
    if name.endswith("valence"):
        return signed(float(value), language)
    if isinstance(value, bool):
        return say("told-value-yes" if value else "told-value-no", language)
    if isinstance(value, int | float):
        return _decimal(f"{value:g}", language)
    if name.endswith("_on"):
        return day_said(str(value), language)
    called = "" if is_text(table, name) else choice_said(str(value), language)
    return called or f"“{_short(value)}”"


def choice_said(value: str, language: str) -> str:
    """What one of several choices is called; nothing where it is no choice."""
    keys = (f"told-value-{value}", f"choice-{value}")
    return next((say(key, language) for key in keys if known(key, language)), "")


def signed(valence: float, language: str) -> str:
    """A valence as it is written: +2, 0, −1.5."""
    text = f"{valence:+g}" if valence else "0"
    return _decimal(text.replace("-", "−"), language)


def _decimal(text: str, language: str) -> str:
    return text.replace(".", ",") if language == "nl" else text


def count(table: str, n: int, language: str) -> str:
    """So many rows of a table: “one need”, “56 micro-moments”."""
    return say(f"told-count-{table}".replace("_", "-"), language, n=n)


def listed(parts: Sequence[str], language: str) -> str:
    """One, two and three."""
    if len(parts) < 2:
        return "".join(parts)
    return say("told-and", language, most=", ".join(parts[:-1]), last=parts[-1])


def shortened(text: str, most: int = 60) -> str:
    """The beginning of a long text, whole words where there are any."""
    if len(text) <= most:
        return text
    start = text[: most - 1]
    space = start.rfind(" ")
    return f"{start[:space] if space > most // 2 else start}…"


def _short(text: object) -> str:
    return shortened(str(text), NAME_LENGTH)
