"""What a person may ask of a map (changes) and what was accepted (operations)."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from journeymap.domain.model.limits import ID_PATTERN
from journeymap.domain.model.order_keys import LAST

Do = Literal["add", "set", "move", "remove", "reveal"]
STEPS = "steps"
"""What a reveal names as its table: the steps of the workshop, which are no rows of the map."""
Scalar = str | float | bool | None
Id = Annotated[str, Field(pattern=ID_PATTERN)]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Add(_Value):
    """Add a row. `after` is the sibling before it; None puts it first, LAST behind all.

    `key` is set only by undo, to put a row back exactly where it was; `author` and `private` only by the
    server (`domain.workshop.permissions`), whatever a client says.
    """

    do: Literal["add"] = "add"
    table: str
    id: Id
    parent: str | None = None
    values: dict[str, Any] = Field(default_factory=dict)
    after: str | None = LAST
    key: str | None = None
    author: str = ""
    private: str = ""


class Set(_Value):
    """Give one field a value. `base` is the revision the person saw."""

    do: Literal["set"] = "set"
    table: str
    id: str
    field: str
    value: Any = None
    base: int | None = None


class Move(_Value):
    """Put a row elsewhere: under another parent, or after another sibling."""

    do: Literal["move"] = "move"
    table: str
    id: str
    parent: str | None = None
    after: str | None = LAST
    key: str | None = None


class Remove(_Value):
    """Take a row away, with everything that belongs to it."""

    do: Literal["remove"] = "remove"
    table: str
    id: str


class Reveal(_Value):
    """Let everybody see what was private in this step; made by the server, never asked by a client."""

    do: Literal["reveal"] = "reveal"
    table: Literal["steps"] = "steps"
    id: Id


Change = Annotated[Add | Set | Move | Remove | Reveal, Field(discriminator="do")]


class Kept(_Value):
    """A removed row as it was, so that undo can bring it back."""

    table: str
    id: str
    parent: str | None
    after: str | None
    key: str
    values: dict[str, Any]
    author: str = ""
    private: str = ""


class Cleared(_Value):
    """A field that pointed at a removed row and now points nowhere."""

    table: str
    id: str
    field: str
    value: str


class Position(_Value):
    """Where a row stood."""

    parent: str | None
    after: str | None
    key: str


class Effect(_Value):
    """What a change does, worked out: keys computed, values checked, and what was there before.

    `before` is the old value (set); `place` the old place (move); `kept` and `cleared` what a
    removal took along, parents before children; of a reveal, `kept` is what it showed, and `values` what became
    one with what others made: touchpoints that are `gone`, and channels that are `united`, each with the one
    that stays. `author` made the row, and while `private` says a step nobody else is told of it but facilitators.
    """

    do: Do
    table: str
    id: str
    parent: str | None = None
    after: str | None = None
    key: str = ""
    values: dict[str, Any] = Field(default_factory=dict)
    field: str = ""
    value: Any = None
    before: Any = None
    place: Position | None = None
    kept: tuple[Kept, ...] = ()
    cleared: tuple[Cleared, ...] = ()
    author: str = ""
    private: str = ""


class Operation(Effect):
    """One accepted change: who, when, what, from, to; numbered by revision.

    `batch` groups what was done in one go and is undone in one go. `act` says whether the batch
    was done, undone or redone; `of` names the batch it undoes or redoes. `at` is server time, UTC.
    `lost_by` is the person whose value a set replaced without having seen it: that value is `before`.
    """

    revision: int
    op: str
    client: str
    by: str
    at: str
    batch: str
    act: Literal["do", "undo", "redo"] = "do"
    of: str | None = None
    lost_by: str | None = None
