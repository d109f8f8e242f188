"""Who is at the other end when a proxy passes a request on: only the proxies named in the settings are believed."""

import ipaddress
from typing import Any

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from journeymap.service.audit_log import asked_from
from journeymap.settings import Network, networks
from journeymap.web.door.guesses import places
from journeymap.web.site import Site

SCHEMES = {"http": ("http", "ws"), "https": ("https", "wss"), "ws": ("http", "ws"), "wss": ("https", "wss")}
"""What X-Forwarded-Proto may say, and what it comes to for a request and for a socket."""


class Forwarded:
    """Puts the address and the scheme that a trusted proxy tells in the place of the proxy's own.

    From anybody else `X-Forwarded-For` and `X-Forwarded-Proto` are words. The address that counts is the last one in
    the list that is no trusted proxy's: what stands before it was written by whoever asked.
    """

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self._trusted = networks(site.settings.trusted_proxies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on with the address of whoever asks."""
        if scope["type"] in ("http", "websocket"):
            peer = _peer(scope, receive)
            scope = {**scope, "client": peer}
            if peer is not None and self._is_trusted(peer[0]):
                scope |= self._told(scope, Headers(scope=scope))
            client = scope["client"]
            asked_from.set(places(client[0])[1] if client else "")
        await self.app(scope, receive, send)

    def _told(self, scope: Scope, headers: Headers) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for part in reversed(",".join(headers.getlist("x-forwarded-for")).split(",")):
            host = _host(part)
            if host is None:
                break
            told["client"] = (host, 0)
            if not self._is_trusted(host):
                break
        scheme = SCHEMES.get(headers.get("x-forwarded-proto", "").strip().lower())
        if scheme:
            told["scheme"] = scheme[scope["type"] == "websocket"]
        return told

    def _is_trusted(self, host: str) -> bool:
        return is_within(host, self._trusted)


def is_within(host: str, among: tuple[Network, ...]) -> bool:
    """Whether this address is in one of these networks."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return any(address in network for network in among)


def _peer(scope: Scope, receive: Receive) -> tuple[str, int] | None:
    """The other end of the connection itself: a server may have put there what a header said already."""
    transport = getattr(getattr(receive, "__self__", None), "transport", None)
    found = getattr(transport, "get_extra_info", lambda _name: None)("peername")
    if isinstance(found, tuple) and len(found) >= 2:
        return str(found[0]), int(found[1])
    return scope.get("client")


def _host(part: str) -> str | None:
    """One address of the list, without its port; None where it is none."""
    text = part.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return None
