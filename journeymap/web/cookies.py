"""Keeping something in a browser, and taking it back: below our own path, and sent to no other site."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.service.cookies import LANGUAGE_COOKIE, LANGUAGE_SECONDS, cookie_path
from journeymap.web.site import Site


def keep(
    answer: Response,
    site: Site,
    asked: HTTPConnection,
    name: str,
    value: str,
    seconds: int | None,
    *,
    scripts: bool = False,
) -> None:
    """Have the browser keep this for so long, or until it is closed; no script reads it, unless `scripts` may."""
    answer.set_cookie(
        name,
        value,
        max_age=seconds,
        path=cookie_path(site.settings.public_url or "", asked.headers),
        httponly=not scripts,
        samesite="lax",
        secure=site.secure(asked),
    )


def drop(answer: Response, site: Site, asked: HTTPConnection, name: str) -> None:
    """Have the browser forget this."""
    path = cookie_path(site.settings.public_url or "", asked.headers)
    answer.delete_cookie(name, path, httponly=True, samesite="lax", secure=site.secure(asked))


def keep_language(answer: Response, site: Site, asked: HTTPConnection, chosen: str) -> None:
    """Remember the language somebody chose, if it is one of ours; the screens write the same cookie by a script."""
    if chosen in LANGUAGES:
        keep(answer, site, asked, LANGUAGE_COOKIE, chosen, LANGUAGE_SECONDS, scripts=True)
