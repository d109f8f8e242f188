"""What happened to people, keys and data, for the owner."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from journeymap.live.protocol import MOST_REVISION
from journeymap.service.audit_log import KINDS
from journeymap.storage.audit_rows import AuditEntry
from journeymap.web.api.dependencies import OfSite, Person
from journeymap.web.bounded_input import CarefulRoute

router = APIRouter(route_class=CarefulRoute)
MOST = 1_000


class AuditLine(BaseModel):
    """One thing that happened; empty is what does not apply."""

    number: int
    at: str
    kind: str = Field(description=", ".join(KINDS))
    by_id: str
    by_name: str
    workshop_id: str
    about_id: str
    about_name: str
    place: str = Field(description="The network it was asked from: a /24, or a /48 of IPv6.")
    subject: str
    times: int

    @classmethod
    def of(cls, entry: AuditEntry) -> "AuditLine":
        """As the API gives it."""
        return cls(**entry._asdict())


class AuditLines(BaseModel):
    """The newest first; `next` is `before` for those that follow, null at the end."""

    entries: list[AuditLine]
    next: int | None


@router.get("/audit")
def audit(
    person: Person,
    site: OfSite,
    kind: str = "",
    before: Annotated[int | None, Query(ge=1, le=MOST_REVISION)] = None,
    most: Annotated[int, Query(ge=1, le=MOST)] = 200,
) -> AuditLines:
    """What happened to people, keys and data; for the owner."""
    found = site.service.audit.entries(person, kind=kind, before=before, most=most)
    last = found[-1].number if len(found) == most else None
    return AuditLines(entries=[AuditLine.of(one) for one in found], next=last)
