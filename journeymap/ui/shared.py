"""What all sessions share, and who this session is: the sole user of Streamlit's caches."""

from urllib.parse import urlsplit

import streamlit as st

from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.catalogue import Value, say
from journeymap.domain.text.errors import Refusal
from journeymap.service.address import PageRequest, address
from journeymap.service.cookies import first_cookie, seat_cookie
from journeymap.service.people import SEAT_GONE, Seated
from journeymap.service.seats import Caller, seated_of
from journeymap.service.service import Service
from journeymap.service.shared_service import running_service
from journeymap.settings import Settings
from journeymap.ui import state


def service() -> Service:
    """The one door."""
    return running_service()


def person() -> Participant | None:
    """Who sits at this browser; None sees nothing."""
    found = seated()
    return found.person if found else None


def seated() -> Seated | None:
    """Who sits at this browser and by which session: by their seat, or the owner at their own machine."""
    try:
        return _asking()
    except Refusal:
        return None


def sent_away() -> str:
    """That the workshop of the seat at this browser was deleted, if it was."""
    try:
        _asking()
    except Refusal as refusal:
        return refusal.reason(language()) if refusal.key == SEAT_GONE else ""
    return ""


def _asking() -> Seated:
    """Whoever sits here. Errors: Refusal."""
    headers, public_url = state.headers(), service().house.public_url
    secure = urlsplit(st.context.url or "").scheme == "https" or public_url.startswith("https:")
    name = seat_cookie(public_url, headers, secure=secure)
    caller = Caller(
        seat=first_cookie(headers, name) or st.context.cookies.get(name),
        peer=st.context.ip_address or "127.0.0.1",
        host=headers.get("host", ""),
        forwarded=any(name in headers for name in Caller.FORWARDING),
        bound_to=_bound_to(),
    )
    return seated_of(service(), caller)


def me() -> Participant:
    """The person who sits here; the shell stops anybody else."""
    found = person()
    if found is None:
        st.stop()
    return found


def reads_only() -> bool:
    """Whether whoever sits here reads a map by a link, and has nothing to take away, to lead or to look back on."""
    found = person()
    return found is not None and found.role is Role.READER


def room_address() -> str:
    """The address to show to this person, wherever there is a code, a QR code or a link; see `service.address`."""
    opened = PageRequest(
        host=state.headers().get("host", ""),
        scheme=urlsplit(st.context.url or "").scheme or "http",
        bound_to=_bound_to(),
        port=int(st.get_option("server.port")),
    )
    return address(Settings.load(), opened)


def _bound_to() -> str:
    return str(st.get_option("server.address") or "")


def language() -> str:
    """The language this person reads."""
    return state.language(service().house.language)


def t(key: str, **values: Value) -> str:
    """The text under this key in this person's language."""
    return say(key, language(), **values)
