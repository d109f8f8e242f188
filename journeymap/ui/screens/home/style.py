"""The one style block of Home: what Streamlit's own options cannot say."""

from functools import cache
from importlib.resources import files

import streamlit as st


def draw_style() -> None:
    """Put it on the page."""
    st.html(f"<style>{_style()}</style>")


@cache
def _style() -> str:
    return files("journeymap.ui.screens.home").joinpath("style.css").read_text(encoding="utf-8")
