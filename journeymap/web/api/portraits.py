"""The picture of a map's persona: a small WebP, seen by whoever may see the map."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from journeymap.domain.model.limits import PICTURE_SENT_BYTES
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.portraits import MEDIA_TYPE
from journeymap.web.api.dependencies import MapId, OfSite, Person, Writer
from journeymap.web.api.models import ChangeAnswer
from journeymap.web.bounded_input import bounded

router = APIRouter()

AT_ONCE = 8
"""So many pictures are sent at once, each of megabytes at most; a picture is a second's work."""

AGAIN_SECONDS = 2
_under_way = threading.BoundedSemaphore(AT_ONCE)

Name = Annotated[str, Path(max_length=64)]
_FILES = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in ("image/jpeg", "image/png", MEDIA_TYPE)}


@router.put("/maps/{map_id}/picture", openapi_extra={"requestBody": {"required": True, "content": _FILES}})
async def put_picture(map_id: MapId, person: Writer, site: OfSite, request: Request) -> ChangeAnswer:
    """Set the persona's picture: the body is a JPEG, PNG or WebP of 6 MB at most, whatever it is said to be.

    It is reduced to 256 × 256 dots and 40 kB at most; where, when and with what it was taken is left out. To have none,
    set the persona's `picture` to "" by a change.
    """
    with _turn():
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
def _turn() -> Iterator[None]:
    if not _under_way.acquire(blocking=False):
        raise Refusal("too_fast", "too-fast", seconds=AGAIN_SECONDS)
    try:
        yield
    finally:
        _under_way.release()
