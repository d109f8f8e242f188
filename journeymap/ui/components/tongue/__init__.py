"""The language that was chosen on a screen, kept in the browser: for its next visit, and for our light pages."""

import streamlit as st

from journeymap.service.cookies import LANGUAGE_COOKIE, LANGUAGE_SECONDS, cookie_path
from journeymap.settings import Settings
from journeymap.ui import state

# It runs when the choice changes, not with every rerun: meanwhile another tab may have chosen another language.
_KEEPER = """
export default function ({ data }) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${data.name}=${data.language}; path=${data.path}; max-age=${data.seconds}; samesite=lax${secure}`;
}
"""

_mount = st.components.v2.component("journeymap.tongue", js=_KEEPER)


def draw_tongue() -> None:
    """Have the browser keep the language that was chosen in this session, if one was; nothing is drawn."""
    chosen = state.chosen_here()
    if chosen:
        given = {"name": LANGUAGE_COOKIE, "language": chosen, "seconds": LANGUAGE_SECONDS}
        given["path"] = cookie_path(Settings.load(), state.headers())
        _mount(data=given, key=state.key("shell", "tongue"))
