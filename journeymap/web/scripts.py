"""The frontend tree as it is served: each script and style below the stamp of all of them."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from journeymap import frontend
from journeymap.domain.text.errors import gone
from journeymap.web.api.problems import problem
from journeymap.web.site import Site

FOR_GOOD = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


def scripts(site: Site) -> Route:
    """All addresses of it."""

    async def file(request: Request) -> Response:
        """A script or a style. One of another version is not kept: it may be of a page from before."""
        found = frontend.files().get(request.path_params["path"])
        if found is None:
            return problem(gone("web-no-address"), site.language(request))
        now = request.path_params["stamp"] == frontend.stamp()
        headers = {"Cache-Control": FOR_GOOD if now else ASK_AGAIN, "Vary": "Accept-Encoding"}
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(found.plain, 200, headers, found.media_type)
        return Response(found.gzipped, 200, headers | {"Content-Encoding": "gzip"}, found.media_type)

    return Route(f"/{frontend.PLACE}/{{stamp}}/{{path:path}}", file)
