"""Dispositions that people decide, for programs: what is proposed, what was decided, and deciding."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.dispositions import Ruling, RulingState, undecided
from journeymap.domain.model import limits
from journeymap.domain.model.rows import MomentDisposition, MomentFate
from journeymap.web.api.dependencies import MapId, OfSite, Person, Writer
from journeymap.web.bounded_input import CarefulRoute

router = APIRouter(route_class=CarefulRoute)


class DecisionTaken(BaseModel):
    """One decision about an as-is moment."""

    id: str
    kind: MomentFate
    reason: str
    decided_by: str = Field(description="The name by which whoever decided is known now; empty where nobody is known.")
    decided_on: date | None
    on_revision: int = Field(description="The revision of the to-be.")
    as_is_revision: int

    @classmethod
    def of(cls, decision: MomentDisposition, names: Mapping[str, str]) -> "DecisionTaken":
        """One as it is sent."""
        kept = {name: getattr(decision, name) for name in cls.model_fields}
        return cls.model_validate(kept | {"decided_by": names.get(decision.decided_by, "")})


class DispositionShown(BaseModel):
    """An as-is moment: what the comparison proposes, and what was decided, the last decision counting."""

    as_is: str
    text: str
    to_be: list[str]
    proposed: Disposition
    disposition: Disposition
    state: RulingState
    decisions: list[DecisionTaken]

    @classmethod
    def of(cls, ruling: Ruling, names: Mapping[str, str]) -> "DispositionShown":
        """One as it is sent; `names` are those of whoever decided, by id."""
        return cls(
            as_is=ruling.moment.id,
            text=ruling.moment.text,
            to_be=[heir.id for heir in ruling.proposed.heirs],
            proposed=ruling.proposed.disposition,
            disposition=ruling.disposition,
            state=ruling.state,
            decisions=[DecisionTaken.of(one, names) for one in ruling.decisions],
        )


class DispositionList(BaseModel):
    """Every moment of the as-is, in its order; `undecided` are the ids that somebody still has to decide about."""

    dispositions: list[DispositionShown]
    undecided: list[str]


class AskedDisposition(BaseModel):
    """What to decide about these moments; without a `kind`, as the comparison proposes."""

    moments: list[Annotated[str, Field(max_length=64)]] = Field(min_length=1, max_length=limits.ROWS["moments"])
    kind: MomentFate | None = None
    reason: str = Field(default="", max_length=4 * limits.TEXT)


@router.get("/maps/{map_id}/dispositions")
def read_dispositions(map_id: MapId, person: Person, site: OfSite) -> DispositionList:
    """What becomes of every moment of the as-is of this to-be: as proposed, and as people decided."""
    found = site.service.dispositions.of(person, map_id)
    names = site.service.dispositions.names(person, map_id, found)
    return DispositionList(
        dispositions=[DispositionShown.of(one, names) for one in found],
        undecided=[one.moment.id for one in undecided(found)],
    )


@router.post("/maps/{map_id}/dispositions", status_code=204)
def decide_dispositions(map_id: MapId, asked: AskedDisposition, person: Writer, site: OfSite) -> None:
    """Decide about moments of the as-is in one act; whoever decides, and when, is said by the server."""
    if asked.kind is None:
        site.service.dispositions.confirm(person, map_id, asked.moments, asked.reason)
    else:
        site.service.dispositions.decide(person, map_id, asked.moments, asked.kind, asked.reason)
