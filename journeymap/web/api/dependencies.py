"""What an endpoint of the API asks for by its parameters: the site, who asks, and whether they may write now."""

from typing import Annotated

from fastapi import Depends, Path, Security
from fastapi.security import HTTPBearer
from starlette.requests import Request

from journeymap.domain.model.roles import Participant
from journeymap.domain.text.errors import Refusal
from journeymap.web.api.problems import too_fast
from journeymap.web.door.requester import SAFE_METHODS, asking, bearer, require_own_page, unknown
from journeymap.web.site import Site

_scheme = HTTPBearer(auto_error=False, description="A participant's token.")


async def the_site(request: Request) -> Site:
    """The server this request came to; asynchronous, for FastAPI gives every other function a thread."""
    site: Site = request.app.state.site
    return site


OfSite = Annotated[Site, Depends(the_site)]


def the_person(request: Request, site: OfSite, _shown: Annotated[object, Security(_scheme)]) -> Participant:
    """Who asks. Errors: Refused 401 for nobody, 403 for a page of another site."""
    try:
        found = asking(request, site)
    except Refusal as refusal:
        if refusal.code != "forbidden":
            raise
        shown = bearer(request) is not None or site.seat_cookie(request) in request.cookies
        raise unknown(refusal, shown=shown) from None
    if request.method not in SAFE_METHODS and not found.by_bearer:
        require_own_page(request, site)
    return found.person


def the_session(request: Request, site: OfSite) -> str:
    """By which session the caller is here; "" for whoever shows none."""
    try:
        return asking(request, site).session
    except Refusal:
        return ""


ThisSession = Annotated[str, Depends(the_session)]
Person = Annotated[Participant, Depends(the_person)]


async def the_writer(person: Person, site: OfSite) -> Participant:
    """The caller, unless they send too many requests at once. Errors: Refused 429."""
    if seconds := site.writes.take(person.id):
        raise too_fast("too-fast", seconds)
    return person


Writer = Annotated[Participant, Depends(the_writer)]
MapId = Annotated[str, Path(max_length=64)]
WorkshopId = Annotated[str, Path(max_length=64)]
