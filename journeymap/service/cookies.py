"""The cookies we keep in a browser: where they hold, and how one is read where there are two of a name."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.service.people import SEAT_COOKIE
from journeymap.service.seats import Caller

LANGUAGE_COOKIE = "journeymap_language"
"""The language that somebody chose; our scripts write it too."""

LANGUAGE_SECONDS = 365 * 24 * 3600


def cookie_path(public_url: str, headers: Mapping[str, str]) -> str:
    """Below which path a cookie holds: ours alone, where a proxy serves us beside others on one host.

    Whoever comes past the proxy finds us at the root. `public_url` is "" where there is none; `headers` by their
    names in lower case.
    """
    by_proxy = any(name in headers for name in Caller.FORWARDING)
    asked, public = headers.get("host", "").lower(), urlsplit(public_url)
    if public.path and (by_proxy or asked == public.netloc.lower()):
        return public.path
    return "/"


def seat_cookie(public_url: str, headers: Mapping[str, str], *, secure: bool) -> str:
    """What the seat's cookie is called.

    Over https it has a prefix, by which browsers take it from this host alone (`__Host-`; below a path from a page
    with https, `__Secure-`): a neighbour in the same domain cannot put a seat of its own in its place.
    """
    if not secure:
        return SEAT_COOKIE
    return ("__Host-" if cookie_path(public_url, headers) == "/" else "__Secure-") + SEAT_COOKIE


def first_cookie(headers: Mapping[str, str], name: str) -> str | None:
    """The value under this name.

    Browsers send the one of the longest path first: another Journeymap, at the root of the same host, may have kept
    one of the same name.
    """
    for part in headers.get("cookie", "").split(";"):
        key, _, value = part.partition("=")
        if key.strip() == name:
            return value.strip()
    return None


def chosen_language(cookies: Mapping[str, str], headers: Mapping[str, str]) -> str | None:
    """The language that was chosen in this browser; None where none was, or one we do not speak."""
    found = first_cookie(headers, LANGUAGE_COOKIE) or cookies.get(LANGUAGE_COOKIE)
    return found if found in LANGUAGES else None
