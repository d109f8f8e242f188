"""Where there is no map yet: what to do first."""

import streamlit as st

from journeymap.ui import state
from journeymap.ui.shared import t


def draw_empty(*, makes: bool) -> None:
    """An empty list says what to do first, and does it in one click."""
    with st.container(horizontal_alignment="center"), st.container(width=680, border=True):
        st.subheader(t("home-empty"), anchor=False)
        if not makes:
            st.markdown(t("home-empty-wait"))
            return
        st.markdown(t("home-empty-first"))
        with st.container(horizontal=True):
            for way, icon in WAYS.items():
                st.button(
                    t(f"new-way-{way}"),
                    icon=icon,
                    type="primary" if way == "sample" else "secondary",
                    key=state.key("home", "empty", way),
                    on_click=start,
                    args=(way,),
                )


WAYS = {
    "scratch": ":material/edit_note:",
    "template": ":material/dashboard_customize:",
    "file": ":material/upload_file:",
    "sample": ":material/park:",
}
"""The ways a new map starts."""


def start(way: str) -> None:
    """Go to a new map that starts this way; for a button's on_click."""
    state.put_in_address("view", "new")
    state.put(state.key("new", "way"), way)
