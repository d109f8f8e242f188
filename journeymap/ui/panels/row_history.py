"""Who changed a row and when: folded under its panel, and read only when it is opened."""

from collections.abc import Iterator
from itertools import islice

import streamlit as st

from journeymap.domain.changes.describe import Names, described
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Operation
from journeymap.domain.model.rows import ROW_TYPES, Row
from journeymap.ui import state
from journeymap.ui.map_header import MapContext
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, me, reads_only, service, t
from journeymap.ui.times import ago, exact

MOST = 20
"""So many changes are told; the page of the history has them all."""

CHUNK = 500
"""So many operations are read at a time."""

DEEPEST = 5_000
"""So far back one looks for a row's changes."""


def draw_past_of(context: MapContext, row: Row) -> None:
    """The last changes of this row and of what stands under it, the newest first."""
    if reads_only():
        return
    key = state.key("map", context.map_id, row.id, "past")
    with st.expander(t("map-past"), icon=":material/history:", type="compact", key=key, on_change="rerun") as past:
        if not past.open:
            return
        found = past_of(context.map_id, context.journey, row)
        if not found:
            st.caption(t("map-past-nothing"))
        for one in found:
            when = f'<span title="{one["at"]}">{one["ago"]}</span>'
            line = f"**{plain(one['who'])}** {plain(one['told'])} :gray[:small[{when}]]"
            st.markdown(line, unsafe_allow_html=True)


def past_of(map_id: str, journey: Journey, row: Row) -> list[dict[str, str]]:
    """The last changes of this row and of what stands under it, the newest first: who, what, and when."""
    found = list(islice(_about(map_id, journey, row), MOST))
    authors, names = service().people.authors(me(), map_id), Names.of(journey, found)
    return [
        {
            "who": authors.get(operation.by) or t("history-somebody"),
            "told": described(operation, names, language()),
            "ago": ago(operation.at),
            "at": exact(operation.at),
        }
        for operation in found
    ]


def _about(map_id: str, journey: Journey, row: Row) -> Iterator[Operation]:
    """The operations on this row and on those below it, the newest first, back to where it was made."""
    here, before = {row.id, *_below(journey, row)}, None
    for _ in range(DEEPEST // CHUNK):
        chunk = service().changes.history(me(), map_id, before=before, most=CHUNK)
        for operation in chunk:
            if operation.id in here or operation.parent == row.id or any(k.parent == row.id for k in operation.kept):
                yield operation
                if operation.id == row.id and operation.do == "add":
                    return
        if len(chunk) < CHUNK:
            return
        before = chunk[-1].revision


def _below(journey: Journey, row: Row) -> Iterator[str]:
    """The rows told under this one; a micro-moment has a past of its own."""
    for table, kind in ROW_TYPES.items():
        if kind.parent_table == row.table and table != "moments":
            yield from journey.siblings(table, row.id)
