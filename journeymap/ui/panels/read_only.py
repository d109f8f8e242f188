"""Fields for somebody who may look but not write: words to read instead of closed widgets, and no empty ones."""

import streamlit as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Row
from journeymap.ui.panels.kinds import kind_of
from journeymap.ui.panels.widgets import called
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import t


def draw_words(label: str, text: str) -> None:
    """A label and what it says, which reads Markdown; nothing where nothing is said."""
    if text:
        st.markdown(f":gray[:small[{label}]]  \n{text}" if label else text)


def in_words(journey: Journey, row: Row, name: str) -> str:
    """What a field holds, for a place that reads Markdown; empty where it holds nothing, or says no."""
    value, kind = getattr(row, name), kind_of(row.table, name)
    if value is None or value is False or value == "":
        return ""
    if kind.widget == "toggle":
        return ":material/check:"
    if kind.widget == "choice":
        return t(f"choice-{value}")
    if kind.widget == "row":
        return plain(called(journey, kind.table, value))
    return plain(f"{value:g}" if kind.widget == "number" else str(value))
