"""MapList: reading them, changing them, comparing them, taking them away."""

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.formats import Takes
from journeymap.live import wire
from journeymap.live.protocol import MOST_REVISION, AskedChange
from journeymap.service import operation_pages
from journeymap.service.heavy_jobs import JOBS
from journeymap.web.api.compare_models import CompareAnswer
from journeymap.web.api.dependencies import MapId, OfSite, Person, Writer
from journeymap.web.api.downloads import download
from journeymap.web.api.models import (
    AsIs,
    Cells,
    CellsRead,
    ChangeAnswer,
    MapList,
    Operations,
    Snapshot,
    Stories,
    TitleTyped,
)
from journeymap.web.api.problems import problem
from journeymap.web.api.story_answer import stories_answer
from journeymap.web.bounded_input import CarefulRoute
from journeymap.web.site import Site

router = APIRouter(route_class=CarefulRoute)

OfMap = Annotated[str, Query(max_length=64)]
Format = Annotated[str, Query(max_length=40)]
Language = Annotated[str | None, Query(max_length=10)]
Search = Annotated[str, Query(max_length=200)]
Limit = Annotated[int, Query(ge=1, le=operation_pages.MOST)]
Since = Annotated[int, Query(ge=0, le=MOST_REVISION)]


@router.get("/maps")
def list_maps(person: Person, site: OfSite, search: Search = "", archived: bool = False) -> MapList:
    """The maps one may see, the last changed first."""
    return MapList(maps=list(site.service.maps.heads(person, search=search, archived=archived)))


@router.get("/maps/{map_id}", response_model=Snapshot)
def read_map(map_id: MapId, person: Person, site: OfSite) -> Response:
    """A whole map at its revision, as the live socket's snapshot has it."""
    return _made(site, person, site.service.maps.is_large(site.service.maps.head(person, map_id)), "snapshot", map_id)


def _made(site: Site, person: Participant, heavy: bool, job: str, *given: Any) -> Response:
    """JSON that one of the `heavy_jobs` makes: by a helper, in its turn, where it is heavy."""
    service = site.service
    with service.house.turns.where(heavy, person.id):
        if heavy and service.house.helpers.ready:
            content = service.house.helpers.run(job, person, *given)
        else:
            content = JOBS[job](service, person, *given)
    return Response(content, media_type="application/json")


@router.get("/maps/{map_id}/operations", response_model=Operations)
def read_operations(
    map_id: MapId, person: Person, site: OfSite, since: Since = 0, limit: Limit = operation_pages.USUAL
) -> Response:
    """What was done to a map after a revision, in order, a page at a time.

    A page has `limit` operations at most, 1,000 whatever is asked, and a megabyte or so. Where there is more, `next`
    is the revision to ask with as `since`; null at the end.
    """
    behind = site.service.maps.head(person, map_id).revision - since
    heavy = min(behind, limit) > operation_pages.READ_AT_ONCE
    return _made(site, person, heavy, "operations", map_id, since, limit)


@router.post("/maps/{map_id}/changes", response_model=ChangeAnswer)
async def change_map(map_id: MapId, asked: AskedChange, person: Writer, site: OfSite, request: Request) -> Any:
    """One change, by the same door as the live socket: accepted means committed.

    Sent twice under the same `op`, it is answered with the first result.
    """
    language = site.language(request)
    try:
        # Waiting takes no thread; shielded, for what is queued will be written whoever still waits.
        queued = site.service.changes.submit(person, map_id, [asked.change()], asked.op, act=asked.act)
        done = await asyncio.shield(asyncio.wrap_future(queued))
    except Refusal as refusal:
        return problem(refusal, language, **wire.refused(asked.op, refusal, language))
    return wire.accepted(asked.op, done.revision)


@router.post("/maps/{map_id}/cells")
def read_cells(map_id: MapId, cells: Cells, person: Writer, site: OfSite) -> CellsRead:
    """Cells of a spreadsheet as micro-moments, as the board pastes them: nothing is written."""
    return CellsRead(moments=site.service.exchange.read_cells(person, map_id, cells.text))


@router.get("/maps/{map_id}/stories", response_model=Stories)
def read_stories(
    map_id: MapId,
    person: Person,
    site: OfSite,
    format: Format = "json",  # noqa: A002 - the parameter is called so in the address
    only_changed: bool | None = None,
) -> Any:
    """The micro-moments as user stories: json, with what could be better about each, or a file to take away.

    A file goes by its name without `stories-`. It holds only the stories that change something, where there is an
    as-is: with `only_changed=false` all of them. As json all are read, unless `only_changed` is asked for.
    """
    if format == "json":
        return stories_answer(site.service, person, map_id, only_changed=bool(only_changed))
    name = f"stories-{format.removeprefix('stories-')}"
    return download(
        site.service.exchange.export(person, map_id, name, only_changed=only_changed, takes=(Takes.STORIES,))
    )


@router.get("/maps/{map_id}/export")
def export_map(  # noqa: PLR0917 - FastAPI gives them by name
    map_id: MapId,
    person: Person,
    site: OfSite,
    format: Format = "json",  # noqa: A002 - the parameter is called so in the address
    only_changed: bool | None = None,
    view: Format = "",
    language: Language = None,
    dark: bool = False,
) -> Response:
    """The map as a file, in any of its formats; a wrong one is answered with all there are.

    `only_changed` is for stories: where there is an as-is, `false` takes those that stay as they are, too. `view`,
    `language` and `dark` are for the graph. Not asynchronous, so that it is made in a thread of its own, when it is
    asked for.
    """
    return download(
        site.service.exchange.export(
            person, map_id, format, only_changed=only_changed, view=view, language=language, dark=dark
        )
    )


@router.get("/maps/{map_id}/graph")
def take_graph(  # noqa: PLR0917 - FastAPI gives them by name
    map_id: MapId,
    person: Person,
    site: OfSite,
    view: Format = "journey",
    format: Format = "html",  # noqa: A002 - the parameter is called so in the address
    language: Language = None,
    dark: bool = False,
) -> Response:
    """A view of the graph as a file; in the map's language or another."""
    return download(
        site.service.exchange.export(
            person, map_id, format, view=view, language=language, dark=dark, takes=(Takes.GRAPH,)
        )
    )


@router.get("/maps/{map_id}/pack")
def take_pack(
    map_id: MapId,
    person: Person,
    site: OfSite,
    format: Format = "pack-pdf",  # noqa: A002 - the parameter is called so in the address
    language: Language = None,
) -> Response:
    """The board pack of a to-be beside its as-is: one page as PDF, as a slide, or as a picture."""
    return download(site.service.exchange.export(person, map_id, format, language=language, takes=(Takes.PACK,)))


@router.get("/maps/{map_id}/comparison")
def take_comparison(
    map_id: MapId,
    person: Person,
    site: OfSite,
    format: Format = "comparison-xlsx",  # noqa: A002 - the parameter is called so in the address
    language: Language = None,
) -> Response:
    """A to-be beside its as-is as a table: every match of micro-moments a row, as a workbook or as CSV."""
    return download(site.service.exchange.export(person, map_id, format, language=language, takes=(Takes.COMPARISON,)))


@router.put("/maps/{map_id}/as-is", status_code=204)
def link_as_is(map_id: MapId, asked: AsIs, person: Writer, site: OfSite) -> None:
    """Say which as-is a to-be was designed from; null: none."""
    site.service.maps.link(person, map_id, asked.as_is)


@router.delete("/maps/{map_id}", status_code=204)
def delete_map(map_id: MapId, typed: TitleTyped, person: Writer, site: OfSite) -> None:
    """Delete a map that is in the archive for good; the owner may, and those who lead its workshop.

    Its title says that it is this one. From the answer on it is nowhere; there is no undo.
    """
    site.service.maps.delete(person, map_id, typed.title)


@router.get("/compare")
def compare_maps(as_is: OfMap, to_be: OfMap, person: Person, site: OfSite, along: OfMap = "") -> CompareAnswer:
    """An as-is beside the to-be made from it: what became of everything, and the figures of the screen.

    `along` is the path that figures run along, by its id on either map, or `shares`.
    """
    return CompareAnswer.of(site.service.comparisons.of(person, as_is, to_be), along)
