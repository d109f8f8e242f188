"""A tour of five hints for those who lead: it comes once by itself, and whenever it is asked for."""

import streamlit as st

from journeymap.domain.model.roles import leads
from journeymap.domain.text.catalogue import say
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.components.component import component
from journeymap.ui.shared import language, me, t

HINTS = {"home": "", "map": "map", "workshop": "workshop", "compare": "compare", "stories": "stories"}
"""The hints, and the page each is about, whose place in the navigation it points at."""

_ASKED = state.key("tour", "asked")
_ALONE = state.key("tour", "alone")
_RESTS = state.key("tour", "rests")
_draw = component("tour", styles=("tour/tour.css",))


def ask_tour() -> None:
    """Show it from its beginning; for a button's on_click."""
    state.put(_ASKED, new_id())


def offer_tour() -> None:
    """It may come by itself from now on, where this browser has not ended it before."""
    state.put(_ALONE, True)


def rest_tour() -> None:
    """Nothing stands beside the page that is drawn now: there is a form to be filled in. It goes on where it was."""
    state.put(_RESTS, True)


def draw_tour() -> None:
    """What stands beside the page, where there is a tour to be shown."""
    if state.get(_RESTS, False):
        state.forget(_RESTS)
        return
    alone, asked = state.get(_ALONE, False), state.get(_ASKED, "")
    if not leads(me().role) or not (alone or asked):
        return
    hints = [
        {"title": t(f"tour-{name}"), "text": t(f"tour-{name}-why"), "at": _place(page)} for name, page in HINTS.items()
    ]
    words = {name: t(f"tour-{name}") for name in ("next", "back", "end", "done")}
    words["of"] = say("tour-of", language(), n="{n}", of="{of}")
    with st.container(key=state.key("tour")):
        _draw({"hints": hints, "asked": asked, "alone": alone, "words": words}, key=state.key("tour", "card"))


def _place(page: str) -> str:
    """Where this page stands in the navigation."""
    return f'[data-testid="stTopNavLink"][href$="/{page}"]'
