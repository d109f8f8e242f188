"""The graph as a table: the same moments and paths, with the same selection, for eyes, ears and keyboards."""

import streamlit as st

from journeymap.domain.journey import Journey
from journeymap.domain.rows import MapKind
from journeymap.ui import state
from journeymap.ui.graph_view import moment_rows, steps_in_words
from journeymap.ui.panels.picking import pick
from journeymap.ui.resources import t


def draw_twin(journey: Journey, chosen: str) -> None:
    """The moments with how they feel and what comes before and after; a row chooses as a click in the graph does."""
    with st.expander(t("graph-screen-twin"), icon=":material/table_rows:"):
        _draw_moments(journey, chosen)
        if journey.paths:
            _draw_paths(journey)


def _draw_moments(journey: Journey, chosen: str) -> None:
    rows = moment_rows(journey)
    ids = [row.id for row in rows]
    key = state.key("graph", "table", journey.map_id)
    # The table follows the graph: what is chosen there is the row that is marked here.
    state.put(key, {"selection": {"rows": [ids.index(chosen)] if chosen in ids else []}})
    columns = st.column_config
    feels = "felt" if journey.kind is MapKind.AS_IS else "targeted"
    st.dataframe(
        [
            {
                "number": row.number,
                "episode": row.episode,
                "moment": row.moment,
                "feels": row.feels,
                "paths": list(row.paths),
                "before": row.before,
                "after": row.after,
            }
            for row in rows
        ],
        hide_index=True,
        key=key,
        on_select=lambda: _choose(journey.map_id, ids, key),
        selection_mode="single-row",
        placeholder=t("compare-not-said"),
        alt=t("graph-screen-twin-alt"),
        column_config={
            "number": columns.NumberColumn(t("graph-screen-number"), width=50),
            "episode": columns.TextColumn(t("graph-screen-episode"), width="small"),
            "moment": columns.TextColumn(t("graph-screen-moment"), width="large"),
            "feels": columns.NumberColumn(t(f"graph-screen-{feels}"), format="%+.1f", width="small"),
            "paths": columns.ListColumn(t("graph-screen-paths"), width="medium"),
            "before": columns.TextColumn(t("graph-screen-before"), width="medium"),
            "after": columns.TextColumn(t("graph-screen-after"), width="medium"),
        },
    )


def _choose(map_id: str, ids: list[str], key: str) -> None:
    rows: list[int] = state.get(key, {"selection": {"rows": []}})["selection"]["rows"]
    pick(map_id, *(("moments", ids[rows[0]]) if rows and rows[0] < len(ids) else ()))


def _draw_paths(journey: Journey) -> None:
    columns = st.column_config
    st.dataframe(
        [
            {
                "path": path.name,
                "kind": t(f"graph-kind-{path.kind}"),
                "share": path.share,
                "steps": steps_in_words(journey, path),
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
