"""View links: by each of them anybody reads a map and nothing else."""

from datetime import date

from fastapi import APIRouter, status
from pydantic import BaseModel, Field
from starlette.requests import Request

from journeymap.domain.model import limits
from journeymap.storage.view_link_rows import ViewLink
from journeymap.web.api.dependencies import MapId, OfSite, Person, Writer
from journeymap.web.bounded_input import CarefulRoute
from journeymap.web.door import join_codes
from journeymap.web.site import Site

router = APIRouter(route_class=CarefulRoute)


class NewViewLink(BaseModel):
    """What to call a link, on which day it ends (in UTC; null: when somebody ends it), and what it shows."""

    name: str = Field(min_length=1, max_length=limits.NAME, description="Who it is for: those who lead read it.")
    last_day: date | None = None
    with_pair: bool = Field(default=True, description="Whether the map that it is compared with is shown too.")


class ListedViewLink(BaseModel):
    """A link, without what stands in it."""

    id: str
    map_id: str
    name: str
    with_pair: bool
    until: str = Field(description="When it ends by itself; empty: when somebody ends it.")
    made_by: str
    made_at: str
    uses: int = Field(description="How often it was opened.")
    used_at: str
    ended_at: str | None
    open: bool = Field(description="Whether it leads somewhere now.")


class MadeViewLink(ListedViewLink):
    """A link, and what stands in it: this is told once."""

    link: str = Field(description="Put it after `/view?link=`, or open it with `POST /api/view`.")


class ViewLinkList(BaseModel):
    """Links, the newest first."""

    links: list[ListedViewLink]


class OpenViewLink(BaseModel):
    """What stands in a link."""

    link: str = Field(max_length=400)


class Reading(BaseModel):
    """A token that reads a map, and the one that it is compared with."""

    token: str
    map_id: str
    pair_id: str | None
    until: str


@router.post("/maps/{map_id}/view-links", status_code=status.HTTP_201_CREATED)
def make_view_link(map_id: MapId, asked: NewViewLink, person: Writer, site: OfSite) -> MadeViewLink:
    """Make a link by which anybody reads this map, for those who lead its workshop."""
    made, link = site.service.people.view_links.make(
        person, map_id, asked.name, last_day=asked.last_day, with_pair=asked.with_pair
    )
    return MadeViewLink(**_listed(site, made).model_dump(), link=link)


@router.get("/maps/{map_id}/view-links")
def view_links_of_map(map_id: MapId, person: Person, site: OfSite) -> ViewLinkList:
    """The links to a map, those too that have ended, for those who lead its workshop."""
    return _list(site, site.service.people.view_links.of_map(person, map_id))


@router.get("/view-links")
def all_view_links(person: Person, site: OfSite) -> ViewLinkList:
    """The links to all maps, for the owner."""
    return _list(site, site.service.people.view_links.everywhere(person))


@router.post("/view-links/{link_id}/end", status_code=status.HTTP_204_NO_CONTENT)
def end_view_link(link_id: MapId, person: Writer, site: OfSite) -> None:
    """End a link: from the answer on it leads nowhere, and whoever reads by it is sent away."""
    site.service.people.view_links.end(person, link_id)


@router.post("/view")
def open_view_link(asked: OpenViewLink, request: Request, site: OfSite) -> Reading:
    """Open a link: what it gives reads a map as it is (`GET /api/maps/{id}`, `/api/compare`) and nothing else."""
    found = join_codes.view(site, request, asked.link)
    return Reading(token=found.token, map_id=found.map_id, pair_id=found.pair_id, until=found.until)


def _list(site: Site, found: list[ViewLink]) -> ViewLinkList:
    return ViewLinkList(links=[_listed(site, one) for one in found])


def _listed(site: Site, one: ViewLink) -> ListedViewLink:
    return ListedViewLink(**one._asdict(), open=not one.is_over(site.service.house.now()))
