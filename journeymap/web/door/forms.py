"""The forms of our light pages, limited in size and always read as text."""

from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.requests import Request

from journeymap.domain.text.errors import invalid
from journeymap.web.api.problems import Refused
from journeymap.web.bounded_input import bounded, media_type

MOST_FORM_BYTES = 8 * 1024


async def sent(request: Request) -> dict[str, str]:
    """The fields of the form that was sent. Errors: Refused 413, 415; Refusal where it is no form."""
    if media_type(request) != "application/x-www-form-urlencoded":
        raise Refused(invalid("web-unreadable"), HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    body = await bounded(request, MOST_FORM_BYTES)
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=20, errors="replace")
    except ValueError:
        raise invalid("web-unreadable") from None
    return dict(pairs)
