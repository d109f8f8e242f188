"""The picture of a map's persona: a small WebP, seen by whoever may see the map."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from journeymap.domain.model.limits import PICTURE_SENT_BYTES
from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.portraits import MEDIA_TYPE
from journeymap.web.api.dependencies import MapId, OfSite, Person, Writer
from journeymap.web.api.models import ChangeAnswer
from journeymap.web.bounded_input import bounded

router = APIRouter()

AT_ONCE = 8
"""So many pictures are sent at once, each of megabytes at most; a picture is a second's work."""

OF_A_PERSON = 2
OF_A_PLACE = 5
"""So many of them are one person's, and one workshop's: whoever sends slowly keeps places from few others."""

AGAIN_SECONDS = 2
_under_way: Counter[str] = Counter()

Name = Annotated[str, Path(max_length=64)]
_FILES = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in ("image/jpeg", "image/png", MEDIA_TYPE)}


@router.put("/maps/{map_id}/picture", openapi_extra={"requestBody": {"required": True, "content": _FILES}})
async def put_picture(map_id: MapId, person: Writer, site: OfSite, request: Request) -> ChangeAnswer:
    """Set the persona's picture: the body is a JPEG, PNG or WebP of 6 MB at most, whatever it is said to be.

    It is reduced to 256 × 256 dots and 40 kB at most; where, when and with what it was taken is left out. To have none,
    set the persona's `picture` to "" by a change.
    """
    with _place(person):
        content = await bounded(request, PICTURE_SENT_BYTES)
        done = await run_in_threadpool(site.service.portraits.put, person, map_id, content)
    op = done.operations[-1].op if done.operations else ""
    return ChangeAnswer(type="accepted", op=op, revision=done.revision)


@router.get(
    "/maps/{map_id}/pictures/{name}",
    response_class=Response,
    responses={200: {"content": {MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}}}},
)
def read_picture(map_id: MapId, name: Name, person: Person, site: OfSite) -> Response:
    """A picture of this map by its name, which stands in the persona's `picture`."""
    headers = {
        "Cache-Control": "private, max-age=86400, immutable",  # under this name there are these bytes for good
        "Content-Disposition": "inline",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(site.service.portraits.content(person, map_id, name), media_type=MEDIA_TYPE, headers=headers)


@contextmanager
def _place(person: Participant) -> Iterator[None]:
    """One of the places for what is being sent; on the event loop, so nothing comes in between."""
    of = {"": AT_ONCE, f"workshop {person.workshop_id}": OF_A_PLACE, f"person {person.id}": OF_A_PERSON}
    if any(_under_way[one] >= most for one, most in of.items()):
        raise Refusal("too_fast", "too-fast", seconds=AGAIN_SECONDS)
    _under_way.update(of.keys())
    try:
        yield
    finally:
        _under_way.subtract(of.keys())
        for one in of:
            if not _under_way[one]:
                del _under_way[one]
