"""Who decided something is said by this server: a file that comes in signs for nobody here."""

from collections.abc import Iterable, Mapping
from typing import Any

from journeymap.domain.model.operations import Add, Change

SIGNED: Mapping[str, frozenset[str]] = {
    "dispositions": frozenset({"decided_by", "on_revision", "as_is_revision"}),
}
"""The fields that the server fills in where somebody decides, by table; the day stays, as what the file says."""


def without_signatures(changes: Iterable[Change]) -> tuple[list[Change], int]:
    """A map from elsewhere: what was decided stays, without whoever the file says it was; how much that is."""
    kept: list[Change] = []
    unsigned = 0
    for one in changes:
        if isinstance(one, Add) and (signed := SIGNED.get(one.table)):
            values: dict[str, Any] = {name: value for name, value in one.values.items() if name not in signed}
            unsigned += bool(one.values.get("decided_by"))
            kept.append(one.model_copy(update={"values": values}))
        else:
            kept.append(one)
    return kept, unsigned
