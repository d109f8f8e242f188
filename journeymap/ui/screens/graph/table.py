"""The view as a table: the same nodes and neighbours, with the same selection, for eyes, ears and keyboards."""

import streamlit as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.ui import state
from journeymap.ui.map_header import MapContext
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.graph.choice import choose, leave
from journeymap.ui.screens.graph.picture import View, cells
from journeymap.ui.shared import t


def draw_twin(context: MapContext, seen: View, chosen: str) -> None:
    """What is drawn, line by line; a row chooses as a click in the picture does."""
    with st.expander(t("graph-screen-twin"), icon=":material/table_rows:"):
        with st.container():  # keeps its place, so that the table below is not mounted again
            _draw_chosen(seen, chosen)
        _draw_rows(context.journey, seen, chosen)
        if seen.name == "journey" and context.journey.paths:
            _draw_paths(context.journey)


def _draw_chosen(seen: View, chosen: str) -> None:
    """Which row that is: the table does not go to it by itself."""
    for n, row in enumerate(seen.rows, 1):
        if row["id"] == chosen:
            st.markdown(t("graph-screen-twin-chosen", n=n, name=plain(shortened(row["name"]))))


def _draw_rows(journey: Journey, seen: View, chosen: str) -> None:
    key = _table_key(journey, seen, chosen)
    columns = st.column_config
    name = t("graph-screen-name")
    st.dataframe(
        cells(seen, name, t("graph-screen-before"), t("graph-screen-after")),
        hide_index=True,
        key=key,
        on_select=lambda: _choose(journey, seen, key, chosen),
        selection_mode="single-row",
        placeholder="",
        alt=t("graph-screen-twin-alt", view=t(f"graph-screen-view-{seen.name}")),
        column_config={name: columns.TextColumn(name, width="large", pinned=True)},
    )


def _marked_key(journey: Journey, seen: View) -> str:
    """Where it is kept how often this view's table was put up anew, and which row was chosen in it."""
    return state.key("graph", "table", journey.map_id, seen.name)


def _table_key(journey: Journey, seen: View, chosen: str) -> str:
    """The table marks only rows that were chosen in it; when another is chosen elsewhere, it is put up anew.

    A mark put there from here would come back as somebody's choice, and late: it called people back to where they
    had been.
    """
    mine = _marked_key(journey, seen)
    n, marked = state.get(mine, (0, ""))
    if marked and marked != chosen:
        n += 1
        state.put(mine, (n, ""))
    return state.key(mine, n)


def _choose(journey: Journey, seen: View, key: str, chosen: str) -> None:
    """A row was chosen, or let go of. With new rows a table says of itself that none is: then nothing was let go of."""
    at: list[int] = state.get(key, {"selection": {"rows": []}})["selection"]["rows"]
    mine = _marked_key(journey, seen)
    n, marked = state.get(mine, (0, ""))
    if not at or at[0] >= len(seen.rows):
        if marked == chosen and any(row["id"] == chosen for row in seen.rows):
            state.put(mine, (n, ""))
            leave(journey.map_id)
        return
    node = seen.rows[at[0]]["id"]
    state.put(mine, (n, node))
    dot = next(dot for dot in seen.dots if dot.id == node)
    choose(journey, node, dot.table or "", dot.row or "")


def _draw_paths(journey: Journey) -> None:
    columns = st.column_config
    st.dataframe(
        [
            {
                "path": path.name,
                "kind": t(f"graph-kind-{path.kind}"),
                "share": path.share,
                "steps": " → ".join(journey.get(Moment, step.moment).text for step in journey.steps_of(path.id)),
            }
            for path in journey.paths
        ],
        hide_index=True,
        placeholder=t("compare-not-said"),
        alt=t("graph-screen-paths-alt"),
        column_config={
            "path": columns.TextColumn(t("graph-screen-path"), width="medium"),
            "kind": columns.TextColumn(t("graph-screen-kind"), width="small"),
            "share": columns.NumberColumn(t("graph-screen-share"), format="%g %%", width="small"),
            "steps": columns.TextColumn(t("graph-screen-way"), width="large"),
        },
    )
