"""What is still open, as a list in which each line leads to where it can be mended; on the map and beside its as-is."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.analysis.open_points import OpenKind, OpenPoint
from journeymap.domain.text.catalogue import Value, say
from journeymap.ui import state
from journeymap.ui.navigation import go
from journeymap.ui.panels.selection import pick
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.shared import language, t

FEW = 8
"""So many lines at first."""


def what_is_open(point: OpenPoint, spoken: str) -> str:
    """One thing that is open, in words."""
    told: dict[str, Value] = {
        "text": point.text, "where": point.where, "n": point.count, "all": point.of, "fate": point.fate,
    }  # fmt: skip
    key = f"open-{point.kind}"
    if point.kind is OpenKind.SILENT and not point.where:
        key = "open-silent-no-aim"
    return say(key, spoken, **told)


def draw_open_points(points: Sequence[OpenPoint], place: str, here: str = "") -> None:
    """The list; `here` is the map that is on the page, on which a line chooses its row at once."""
    all_key = state.key(place, "all-open")
    shown = points if state.get(all_key, default=False) else points[:FEW]
    with st.container(gap=None):
        for n, point in enumerate(shown):
            _draw_one(point, n, place, here)
    if len(points) > FEW:
        everything = len(shown) == len(points)
        st.button(
            t("open-few", n=FEW) if everything else t("open-all", n=len(points)),
            icon=":material/unfold_less:" if everything else ":material/unfold_more:",
            type="tertiary",
            key=state.key(place, "more-open"),
            on_click=state.put,
            args=(all_key, not everything),
        )


def _draw_one(point: OpenPoint, n: int, place: str, here: str) -> None:
    label = plain(shortened(what_is_open(point, language()), 240))
    key = state.key(place, "open", point.kind, n)
    if point.kind is OpenKind.UNDECIDED:
        _draw_undecided(point, label, key, place)
    elif point.map_id == here:
        args = (here, point.table, point.id) if point.id else (here,)
        st.button(label, icon=":material/arrow_forward:", type="tertiary", key=key, on_click=pick, args=args)
    elif st.button(label, icon=":material/arrow_forward:", type="tertiary", key=key):
        pick(point.map_id, *((point.table, point.id) if point.id else ()))
        go("map", map=point.map_id)


def _draw_undecided(point: OpenPoint, label: str, key: str, place: str) -> None:
    """What somebody has to decide leads to the list in which that is done."""
    pressed = st.button(
        label, icon=":material/arrow_forward:", type="tertiary", key=key, on_click=state.put, args=(_VIEW, "decide")
    )
    if pressed and place != "compare":
        go("compare", map=point.map_id)


_VIEW = state.key("compare", "view")
