"""What it takes to call something validated: a customer's own seat, or a name, a day and a source."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change, Set
from journeymap.domain.model.roles import Participant
from journeymap.domain.model.rows import ROW_TYPES, Evidenced, EvidenceStatus
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import invalid

PROOF = ("evidence_by", "evidence_on", "evidence_source")
"""Who said so, on which day, and where it can be looked up."""

STATUS = "evidence_status"
TABLES = frozenset(name for name, row in ROW_TYPES.items() if issubclass(row, Evidenced))
_VALIDATED = EvidenceStatus.VALIDATED.value


def proven(journey: Journey, person: Participant, changes: Sequence[Change], today: str) -> list[Change]:
    """These changes, with what proves them, in an order in which nothing is called validated before it is proven.

    From a confirmed customer's seat what is missing is filled in: their name, today, and that it was said there.
    Errors: Refusal where something would be called validated, or stay so, without who, when and where.
    """
    asked = list(changes)
    touched = {(one.table, one.id): None for one in asked if _is_about_evidence(one)}
    for table, row_id in touched:
        before, after = _before(journey, table, row_id), _after(journey, asked, table, row_id)
        if not _weakens(before, after):
            continue
        if not person.is_customer:
            raise invalid("evidence-needs-proof")
        asked += _own_words(journey, person, after, table, row_id, today)
    return proof_first(asked) if touched else asked


def lacks_proof(values: Mapping[str, Any]) -> bool:
    """Whether a row with these values is called validated without who, when and where."""
    return str(values.get(STATUS, "")) == _VALIDATED and not all(_said(values.get(name)) for name in PROOF)


def without_unproven(changes: Iterable[Change]) -> tuple[list[Change], int]:
    """A map from elsewhere: what it calls validated without proof comes in as a guess; how much that is."""
    found = list(changes)
    doubted = [one for one in found if isinstance(one, Add) and one.table in TABLES and lacks_proof(one.values)]
    ids = {one.id for one in doubted}
    kept = [
        one.model_copy(update={"values": {k: v for k, v in one.values.items() if k != STATUS}})
        if isinstance(one, Add) and one.id in ids
        else one
        for one in found
    ]
    return kept, len(doubted)


def _said(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def _is_about_evidence(change: Change) -> bool:
    if change.table not in TABLES:
        return False
    if isinstance(change, Set):
        return change.field in (STATUS, *PROOF)
    return isinstance(change, Add) and change.key is None and str(change.values.get(STATUS, "")) == _VALIDATED


def _before(journey: Journey, table: str, row_id: str) -> dict[str, Any]:
    row = journey.find(table, row_id)
    return {} if row is None else {name: row.plain(name) for name in (STATUS, *PROOF)}


def _after(journey: Journey, changes: Iterable[Change], table: str, row_id: str) -> dict[str, Any]:
    found = _before(journey, table, row_id)
    for one in changes:
        if (one.table, one.id) != (table, row_id):
            continue
        if isinstance(one, Add):
            found |= {name: one.values[name] for name in (STATUS, *PROOF) if name in one.values}
        elif isinstance(one, Set) and one.field in (STATUS, *PROOF):
            found[one.field] = one.value
    return found


def _weakens(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether the proof is missing, and was not missing before: what is old and incomplete may be mended bit by bit."""
    if not lacks_proof(after):
        return False
    if str(before.get(STATUS)) != _VALIDATED:
        return True
    return any(_said(before.get(name)) and not _said(after.get(name)) for name in PROOF)


def _own_words(
    journey: Journey, person: Participant, after: Mapping[str, Any], table: str, row_id: str, today: str
) -> list[Change]:
    source = say("evidence-own-seat", journey.language)
    values = {"evidence_by": person.name, "evidence_on": today, "evidence_source": source}
    return [
        Set(table=table, id=row_id, field=name, value=value)
        for name, value in values.items()
        if not _said(after.get(name))
    ]


def proof_first(changes: Sequence[Change]) -> list[Change]:
    """What is no longer called validated comes first and what is from now on last: so it holds at every step.

    Each change of many may be written, and is undone, by itself; an addition is called validated only in the end, too.
    """
    first: list[Change] = []
    between: list[Change] = []
    last: list[Change] = []
    final = {(one.table, one.id): n for n, one in enumerate(changes) if isinstance(one, Set) and one.field == STATUS}
    for n, one in enumerate(changes):
        if isinstance(one, Set) and one.field == STATUS and final[one.table, one.id] != n:
            continue  # said otherwise further on
        if isinstance(one, Set) and one.field == STATUS and one.table in TABLES:
            (last if str(one.value) == _VALIDATED else first).append(one)
        elif isinstance(one, Add) and one.key is None and one.table in TABLES and lacks_proof(one.values):
            between.append(one.model_copy(update={"values": {k: v for k, v in one.values.items() if k != STATUS}}))
            if (one.table, one.id) not in final:
                last.append(Set(table=one.table, id=one.id, field=STATUS, value=_VALIDATED))
        else:
            between.append(one)
    made = {one.id for one in between if isinstance(one, Add)}
    early = [one for one in first if one.id not in made]
    return early + between + [one for one in first if one.id in made] + last
