"""Where a map stands, and what customers said of it in a round: values that are kept beside its rows."""

from enum import StrEnum
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict

from journeymap.domain.model import limits
from journeymap.domain.model.rows import Line, OfWhom, readable_lines
from journeymap.domain.text.lengths import Most


class MapState(StrEnum):
    """How far a map is: being made, looked at, confirmed by customers, worked with, put aside."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    VALIDATED = "validated"
    IN_USE = "in-use"
    RETIRED = "retired"


NEXT: dict[MapState, tuple[MapState, ...]] = {
    MapState.DRAFT: (MapState.IN_REVIEW, MapState.RETIRED),
    MapState.IN_REVIEW: (MapState.VALIDATED, MapState.DRAFT, MapState.RETIRED),
    MapState.VALIDATED: (MapState.IN_USE, MapState.IN_REVIEW, MapState.RETIRED),
    MapState.IN_USE: (MapState.IN_REVIEW, MapState.RETIRED),
    MapState.RETIRED: (MapState.DRAFT,),
}
"""What may follow on each state, the usual way first."""

CONFIRMED_STATES = frozenset({MapState.VALIDATED, MapState.IN_USE})
"""The states in which customers have confirmed a map."""

Said = Literal["confirm", "contest", "add"]


class StateChange(NamedTuple):
    """One decision about a map: its state from then on, on which revision, by whom, and what customers had said."""

    map_id: str
    state: MapState
    revision: int
    decided_by: str
    decided_at: str
    customers: int = 0
    confirmed: int = 0
    contested: int = 0


class ValidationRound(NamedTuple):
    """Customers, invited by a link, walk a map. `most`: so many may come by it; `until`: when it ends by itself."""

    id: str
    map_id: str
    name: str
    most: int
    until: str
    revision: int
    made_by: str
    made_at: str
    ended_at: str | None = None

    def is_over(self, at: str) -> bool:
        """Whether nobody walks by it any more at this time."""
        return self.ended_at is not None or self.until <= at


class RoundCustomer(NamedTuple):
    """Somebody who came by the link of a round; `name` is what they gave, if anything."""

    id: str
    round_id: str
    map_id: str
    name: str
    came_at: str


class RoundVerdict(NamedTuple):
    """One customer's word on a moment: `text` is what is missing there, `quote` what they say in their own words."""

    map_id: str
    round_id: str
    customer_id: str
    moment_id: str
    verdict: Said
    text: str
    quote: str
    about: str
    revision: int
    said_at: str


Quote = Annotated[str, BeforeValidator(readable_lines), Most(limits.CONTEXT)]


class CustomerWords(BaseModel):
    """What a customer sends about a moment, made readable and bounded."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verdict: Said
    text: Line = ""
    quote: Quote = ""


class CustomerName(BaseModel):
    """What a customer is called, if they say so."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: OfWhom = ""
