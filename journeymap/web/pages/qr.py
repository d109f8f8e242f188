"""The join address, and the QR code that phones read it from."""

from io import BytesIO
from urllib.parse import quote

import segno
from starlette.requests import HTTPConnection

from journeymap.web.site import Site


def join_address(site: Site, connection: HTTPConnection, code: str) -> str:
    """Where people join with this code."""
    return f"{site.address(connection)}/join?code={quote(code)}"


def qr_svg(text: str) -> bytes:
    """A QR code as SVG: dark on light with a quiet zone, in dark mode too, else many cameras read nothing."""
    out = BytesIO()
    code = segno.make(text, error="m", micro=False)
    code.save(out, kind="svg", scale=8, border=4, dark="#111827", light="#ffffff", xmldecl=False, omitsize=True)
    return out.getvalue()
