"""The REST API under /api: what automation, load tests and other programs need. OpenAPI at /api/openapi.json."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from journeymap import __version__
from journeymap.domain.text.catalogue import say
from journeymap.exchange.formats import OF_A_MAP, Takes, offered
from journeymap.web.api import (
    audit,
    backlog,
    devices,
    dispositions,
    links,
    maps,
    portraits,
    room,
    room_people,
    trackers,
    validation,
    workshops,
)
from journeymap.web.api.problems import MEDIA_TYPE, Problem, Problems
from journeymap.web.site import Site

ABOUT = """\
Journey maps, their operations and their workshops.

Say who you are with `Authorization: Bearer …`: the token that creating or joining a workshop answers with.
Whatever is not done is answered with a problem (RFC 9457) whose `detail` is a sentence for people, in the
language of `Accept-Language` (en or nl), and whose `code` is a word for programs.
"""


def api(site: Site) -> FastAPI:
    """The application to mount at /api."""
    app = FastAPI(
        title="Journeymap",
        description=ABOUT,
        version=__version__,
        docs_url=None,  # the usual page of FastAPI loads its script from another host
        redoc_url=None,
        # What FastAPI would say is the path as we see it, which a proxy may have shortened.
        servers=[{"url": f"{site.settings.public_path}/api"}],
        root_path_in_servers=False,
        exception_handlers=Problems(site).handlers(),
        responses={"default": {"model": Problem, "description": "Why it was not done."}},
    )
    app.state.site = site
    app.include_router(workshops.router)
    app.include_router(maps.router)
    app.include_router(dispositions.router)
    app.include_router(backlog.router)
    app.include_router(portraits.router)
    app.include_router(room_people.router)
    app.include_router(devices.router)
    app.include_router(links.router)
    app.include_router(validation.router)
    app.include_router(trackers.router)
    app.include_router(audit.router)
    app.include_router(room.router)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    return app


def _openapi(app: FastAPI) -> dict[str, Any]:
    """FastAPI's description, in which a refusal has the media type it is really sent with."""
    if app.openapi_schema is None:
        found = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes, servers=app.servers
        )
        _describe_formats(found["paths"])
        for methods in found["paths"].values():
            for method in methods.values():
                content = method["responses"]["default"]["content"]
                content[MEDIA_TYPE] = content.pop("application/json")
        app.openapi_schema = found
    return app.openapi_schema


_TAKEN_AT = {
    "/maps/{map_id}/export": OF_A_MAP,
    "/maps/{map_id}/graph": (Takes.GRAPH,),
    "/maps/{map_id}/pack": (Takes.PACK,),
    "/maps/{map_id}/comparison": (Takes.COMPARISON,),
}


def _describe_formats(paths: dict[str, Any]) -> None:
    """Say what each address takes away, by the registry of formats."""
    for address, takes in _TAKEN_AT.items():
        asked = paths[address]["get"]
        known = offered(*takes)
        lines = "\n".join(f"- `{one.name}`: {say(one.label)}. {say(one.about)}" for one in known)
        asked["description"] += f"\n\nFormats:\n\n{lines}"
        schema = next(one["schema"] for one in asked["parameters"] if one["name"] == "format")
        schema["examples"] = [one.name for one in known]
        asked["responses"]["200"]["content"] = {
            (kind := one.media_type.partition(";")[0]): {"schema": _of_a_file(kind)} for one in known
        }


def _of_a_file(kind: str) -> dict[str, str]:
    """How OpenAPI describes a file: JSON is read as what it holds, everything else is bytes."""
    return {"type": "object"} if kind.endswith("json") else {"type": "string", "format": "binary"}
