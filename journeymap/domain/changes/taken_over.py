"""What a row takes over from another that is merged into it, field by field as the field's rule says."""

from collections.abc import Iterator, Sequence
from typing import Any

from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.model.field_rules import Merge, rule_of
from journeymap.domain.model.limits import TEXT
from journeymap.domain.model.rows import ROW_TYPES, EvidenceStatus, Row
from journeymap.domain.text.catalogue import capital, say
from journeymap.domain.text.lengths import length_of, most_of


def taken_over(stays: Row, gone: Row, language: str, notes: Sequence[str] = ()) -> dict[str, Any]:
    """The values that the row that stays gets from the other: what it does not say yet, as the other says it.

    Evidence comes along only where it is about the feeling that stays. What both say differently is kept in the
    notes, where the row has some, and so is what was `said` besides; what has no room there any more is left out.
    """
    taken = dict(_filled(stays, gone))
    if _is_about_the_same(stays, gone, taken):
        taken |= _evidence(stays, gone)
    for name in _of(stays, Merge.JOIN):
        lines = (*notes, *_differing(stays, gone, language)) if name == "notes" else ()
        joined = _joined(stays, gone, name, lines)
        if joined != getattr(stays, name):
            taken[name] = joined
    return taken


def _of(row: Row, merge: Merge) -> list[str]:
    return [name for name in row.fields() if rule_of(row.table, name).merge is merge]


def _is_said(row: Row, name: str) -> bool:
    """Whether somebody has said something here: other than what a new row holds."""
    return bool(getattr(row, name) != type(row).model_fields[name].get_default())


def _filled(stays: Row, gone: Row) -> Iterator[tuple[str, Any]]:
    """What only the other says; a feeling and its word are taken together."""
    names, values = _of(stays, Merge.FILL), gone.values()
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(rule_of(stays.table, name).together or name, []).append(name)
    for group in groups.values():
        if not any(_is_said(stays, name) for name in group):
            yield from ((name, values[name]) for name in group if _is_said(gone, name))


def _is_about_the_same(stays: Row, gone: Row, taken: dict[str, Any]) -> bool:
    """Whether the other's evidence is about what stays: the feeling, where there is one."""
    felt = getattr(gone, "felt_valence", None)
    return felt is None or felt == taken.get("felt_valence", getattr(stays, "felt_valence", None))


def _evidence(stays: Row, gone: Row) -> dict[str, Any]:
    """The stronger evidence, where the row that stays is only assumed."""
    names = _of(stays, Merge.EVIDENCE)
    if not names or getattr(stays, "evidence_status", None) != EvidenceStatus.ASSUMED or _is_said(stays, "evidence_by"):
        return {}
    before, after = stays.values(), gone.values()
    return {name: after[name] for name in names if after[name] != before[name]}


def _differing(stays: Row, gone: Row, language: str) -> Iterator[str]:
    """What the other says otherwise than the row that stays, a text or a number, with what it is about."""
    for name in _of(stays, Merge.FILL):
        if rule_of(stays.table, name).together:
            continue
        if _is_said(stays, name) and _is_said(gone, name) and getattr(gone, name) != getattr(stays, name):
            field = say(field_name(stays.table, name), language)
            value = getattr(gone, name)
            yield f"{capital(field)}: {f'{value:g}' if isinstance(value, float) else value}"


def _joined(stays: Row, gone: Row, name: str, more: Sequence[str]) -> str:
    """Both texts, and what else is to be kept with them: a line each, or beside each other where there is one line."""
    most = most_of(ROW_TYPES[stays.table].model_fields[name]) or 0
    between = "\n" if most > TEXT else " · "
    text = str(getattr(stays, name))
    for line in (*more, str(getattr(gone, name))):
        longer = f"{text}{between}{line}" if text else line
        if line and line not in text and length_of(longer) <= most:
            text = longer
    return text
