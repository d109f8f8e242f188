"""The one style block of the workshop's pages: what Streamlit's own options cannot say."""

from functools import cache
from importlib.resources import files

import streamlit as st

_LIGHT = {
    "ground": "#ffffff", "line": "#e3e6ec", "quiet": "#5d6575", "hint": "#fff8e6", "hint-line": "#ecd38a",
    "here": "#189a6b", "away": "#c9cfdb", "main": "#3563e9", "bar": "#f5f6f9",
}  # fmt: skip
_DARK = {
    "ground": "#14171f", "line": "#2e3442", "quiet": "#a3abbb", "hint": "#352d1b", "hint-line": "#5d4f2a",
    "here": "#4cc497", "away": "#4a5163", "main": "#6b93ff", "bar": "#1d212b",
}  # fmt: skip


def draw_style() -> None:
    """The block itself, in the theme's light or dark."""
    colours = _DARK if st.context.theme.type == "dark" else _LIGHT
    names = "; ".join(f"--jm-{name}: {value}" for name, value in colours.items())
    st.html(f"<style>:root {{ {names} }}\n{_style()}</style>")


@cache
def _style() -> str:
    return files("journeymap.ui.screens.workshop").joinpath("style.css").read_text(encoding="utf-8")
