"""History: who changed what and when, the newest first; the map as it was, and a copy of it."""

from collections.abc import Mapping, Sequence
from itertools import groupby

import streamlit as st

from journeymap.domain.changes.describe import Description, Names, told_batch
from journeymap.ui import state
from journeymap.ui.live_refresh import keep_up
from journeymap.ui.map_header import MapContext, draw_frame
from journeymap.ui.navigation import link
from journeymap.ui.panels.validation import draw_decisions
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.history.batches import HistoryPage, ShownBatch, read_page
from journeymap.ui.screens.history.past_map import chosen_revision, draw_past, look_at
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.times import clock, day, exact

SHOWN = 100
"""So many sentences of one large batch are told; nobody reads the others."""

EVERYBODY = ""
_BY = state.key("history", "by")


def draw_history() -> None:
    """Draw the screen."""
    context = draw_frame()
    if context is None:
        return
    revision = chosen_revision(context.map_id)
    if revision is not None:
        draw_past(context, revision)
        return
    keep_up("history", context.journey)
    names = service().people.authors(me(), context.map_id)
    by = _draw_filter(names)
    before = _marks(context, by)[-1]
    page = read_page(context.map_id, before=before, by=by or None)
    if not _marks(context, by)[1:]:
        draw_decisions(context.map_id)
    _draw_days(context, page, names)
    if context.may_edit and not context.journey.moments:
        link("map", t("first-map-go"), icon=":material/map:", map=context.map_id)
    _draw_pages(context, page, by)


def _draw_filter(names: Mapping[str, str]) -> str:
    """Everybody, or one person's changes."""
    if len(names) < 2:
        return EVERYBODY
    options = {EVERYBODY: t("history-everybody"), **dict(sorted(names.items(), key=lambda item: item[1].casefold()))}
    chosen = st.selectbox(
        t("history-by"),
        list(options),
        format_func=options.__getitem__,
        width=280,
        key=_BY,
    )
    return chosen or EVERYBODY


def _draw_days(context: MapContext, page: HistoryPage, names: Mapping[str, str]) -> None:
    if not page.batches:
        st.caption(t("history-empty"))
        return
    description = _descriptions(context, page)
    for heading, batches in groupby(page.batches, key=lambda batch: day(batch.at)):
        st.subheader(heading, anchor=False)
        with st.container(border=True, gap="xsmall"):
            for batch in batches:
                _draw_batch(context, batch, description[batch.name], names)


def _descriptions(context: MapContext, page: HistoryPage) -> dict[str, Description]:
    """Every batch in words; rows are called what they were called when the newest of the page was done."""
    newest = page.read[0].revision
    journey = context.journey
    if newest != journey.revision:
        journey = service().maps.journey(me(), context.map_id, newest)
    names = Names.of(journey, page.read)
    return {batch.name: told_batch(batch.operations, names, language()) for batch in page.batches}


def _draw_batch(context: MapContext, batch: ShownBatch, description: Description, names: Mapping[str, str]) -> None:
    who = names.get(batch.by) or t("history-somebody")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        st.caption(f'<span title="{exact(batch.at)}">{clock(batch.at)}</span>', unsafe_allow_html=True, width=48)
        st.markdown(f"**{plain(who)}** {plain(description.headline)}", width="stretch")
        if batch.revision != context.journey.revision:
            st.button(
                "",
                icon=":material/visibility:",
                type="tertiary",
                help=t("history-look-help"),
                key=state.key("history", "look", batch.revision),
                on_click=look_at,
                args=(context.map_id, batch.revision, batch.at),
            )
    if description.details:
        with st.expander(t("history-all", n=len(description.details))):
            st.markdown("\n".join(f"- {plain(line)}" for line in description.details[:SHOWN]))
            if len(description.details) > SHOWN:
                st.caption(t("history-rest", n=len(description.details) - SHOWN))


# Pages: the marks are the revisions that the pages before this one ended at


def _marks_key(context: MapContext, by: str) -> str:
    return state.key("history", "marks", context.map_id, by)


def _marks(context: MapContext, by: str) -> Sequence[int | None]:
    return state.get(_marks_key(context, by), (None,))


def _draw_pages(context: MapContext, page: HistoryPage, by: str) -> None:
    marks = _marks(context, by)
    if len(marks) == 1 and page.older is None:
        return
    with st.container(horizontal=True, horizontal_alignment="center"):
        st.button(
            t("history-newer"),
            icon=":material/chevron_left:",
            disabled=len(marks) == 1,
            key=state.key("history", "newer"),
            on_click=state.put,
            args=(_marks_key(context, by), tuple(marks[:-1])),
        )
        st.button(
            t("history-older"),
            icon=":material/chevron_right:",
            icon_position="right",
            disabled=page.older is None,
            key=state.key("history", "older"),
            on_click=state.put,
            args=(_marks_key(context, by), (*marks, page.older)),
        )
