"""What all sessions share, and who this session is: the sole user of Streamlit's caches."""

import streamlit as st

from journeymap.domain.errors import Refusal
from journeymap.domain.people import Participant
from journeymap.domain.texts import Value, say
from journeymap.service.people import SEAT_COOKIE
from journeymap.service.running import running_service
from journeymap.service.seats import Caller, person_of
from journeymap.service.service import Service
from journeymap.ui import state


def service() -> Service:
    """The one door."""
    return running_service()


def person() -> Participant | None:
    """Who sits at this browser: by their seat, or the owner in local mode; None sees nothing."""
    headers = {name.lower(): value for name, value in st.context.headers.items()}
    caller = Caller(
        seat=st.context.cookies.get(SEAT_COOKIE),
        peer=st.context.ip_address or "127.0.0.1",
        host=headers.get("host", ""),
        forwarded=any(name in headers for name in Caller.FORWARDING),
        bound_to=str(st.get_option("server.address") or ""),
    )
    try:
        return person_of(service(), caller)
    except Refusal:
        return None


def me() -> Participant:
    """The person; the shell lets nobody past who is none."""
    found = person()
    if found is None:
        st.stop()
    return found


def language() -> str:
    """The language this person reads."""
    return state.language(service().house.language)


def t(key: str, **values: Value) -> str:
    """The text under this key in this person's language."""
    return say(key, language(), **values)
