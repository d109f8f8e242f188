"""What one browser session remembers: the sole user of st.session_state."""

from collections.abc import Callable
from time import monotonic
from typing import Any, TypeVar, cast

import streamlit as st

from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.service.cookies import chosen_language

T = TypeVar("T")

_LANGUAGE = "jm-language"
_MAP = "jm-map"
_TOLD = "jm-told"
_SHOWN = "jm-shown"
_SINCE = "jm-shown-since"
_ANEW = "jm-anew"
_ITSELF = "jm-by-itself"

READ_SECONDS = 4.0
"""So long a message is on the screen, and is said again where the page runs anew by itself meanwhile."""


def language(default: str) -> str:
    """The language this person reads: the one they chose, else the browser's if we speak it, else the installation's.

    It was chosen in this session or, says a cookie, before it.
    """
    chosen = chosen_here() or chosen_language(st.context.cookies, headers())
    if chosen:
        return chosen
    spoken = (st.context.locale or "").split("-")[0]
    return spoken if spoken in LANGUAGES else default


def chosen_here() -> str | None:
    """The language that was chosen in this session."""
    chosen = st.session_state.get(_LANGUAGE)
    return chosen if chosen in LANGUAGES else None


def headers() -> dict[str, str]:
    """What the browser said when this session began, by names in lower case."""
    return {name.lower(): value for name, value in st.context.headers.items()}


def choose_language(code: str) -> None:
    """From now on, this language."""
    st.session_state[_LANGUAGE] = code


def map_id() -> str | None:
    """The map this person works on: the one in the address, else the one opened last."""
    in_address = st.query_params.get("map")
    if in_address:
        st.session_state[_MAP] = in_address
    return cast("str | None", st.session_state.get(_MAP))


def open_map(map_id: str | None) -> None:
    """Work on this map from now on."""
    st.session_state[_MAP] = map_id
    if map_id is None:
        st.query_params.pop("map", None)
    else:
        st.query_params["map"] = map_id


def in_address(name: str) -> str:
    """What the address says under this name; empty where it says nothing."""
    return str(st.query_params.get(name) or "")


def put_in_address(name: str, value: str) -> None:
    """Say it in the address, so that it can be sent to somebody and survives a reload."""
    st.query_params[name] = value


def drop_from_address(name: str) -> None:
    """Remove it from the address."""
    st.query_params.pop(name, None)


def tell(text: str, icon: str = "") -> None:
    """Show this once, after the next rerun."""
    st.session_state.setdefault(_TOLD, []).append((text, icon))


def toasts() -> list[tuple[str, str]]:
    """What is to be shown now; each only once."""
    found = cast("list[tuple[str, str]]", st.session_state.pop(_TOLD, []))
    since = st.session_state.pop(_SINCE, None)
    if found:
        st.session_state[_SHOWN] = (monotonic() if since is None else since, found)
    return found


def tell_again() -> None:
    """Show once more what was shown a moment ago: a page that runs anew by itself takes it away before it is read."""
    since, shown = st.session_state.pop(_SHOWN, (0.0, []))
    if shown and monotonic() - since < READ_SECONDS:
        st.session_state.setdefault(_TOLD, [])[:0] = shown
        st.session_state[_SINCE] = since  # or a page that runs anew every second would say it for ever


def rerun_by_itself() -> None:
    """Run the page anew though nobody did anything; the run that follows knows it, see `ran_by_itself`."""
    st.session_state[_ANEW] = True
    st.rerun()


def ran() -> None:
    """At the beginning of a run: whether it came by itself."""
    st.session_state[_ITSELF] = st.session_state.pop(_ANEW, False)


def ran_by_itself() -> bool:
    """Whether this run came by itself: what somebody is typing has to stay where it is."""
    return bool(st.session_state.get(_ITSELF, False))


def get(key: str, default: T) -> T:
    """A screen's own value, under a key made with `key()`."""
    return cast("T", st.session_state.get(key, default))


def put(key: str, value: Any) -> None:
    """Remember a screen's own value."""
    st.session_state[key] = value


def forget(*keys: str) -> None:
    """Forget values, and with them what stands in their widgets."""
    for name in keys:
        st.session_state.pop(name, None)


def once(key: str, make: Callable[[], T]) -> T:
    """A value made on first use and kept for this session."""
    if key not in st.session_state:
        st.session_state[key] = make()
    return cast("T", st.session_state[key])


def key(*parts: object) -> str:
    """The key of a widget or value: `key("moment", id, "text")`. The only place where keys are made."""
    return "jm-" + "-".join(str(part).replace(" ", "_") for part in parts)
