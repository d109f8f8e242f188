"""The channel sweep: “3 assumed, 19 found”, where each channel is used, and where nobody has looked yet."""

from html import escape

import streamlit as st

from journeymap.domain.analysis.channel_coverage import Suggestion, Sweep, sweep
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add
from journeymap.domain.model.rows import Channel, Episode
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.actions import submit_changes
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import WorkshopView
from journeymap.ui.shared import language, t

ASKED = 5
OFFERED = 8
COLUMNS = 40
"""So many channels stand in the matrix: no wider table can be read."""


def draw_channels(room: WorkshopView) -> None:
    """How the sweep stands, the matrix, and what to ask the room next."""
    if room.board is None:
        return
    journey = room.board.journey
    found = sweep(journey, language=language())
    with st.container(border=True):
        st.markdown(f"**{t('lead-sweep')}**")
        st.subheader(plain(found.words), anchor=False)
        st.caption(t("lead-sweep-ours", ours=found.ours, other=found.found - found.ours))
        if found.prompts:
            st.markdown(t("lead-sweep-ask"))
            st.markdown("\n".join(f"- {plain(prompt.words)}" for prompt in found.prompts[:ASKED]))
        if found.episodes and found.channels:
            st.html(f'<div class="jm-table"><table>{_table(journey, found)}</table></div>')
        _draw_suggestions(journey, found)


def _table(journey: Journey, found: Sweep) -> str:
    channels = [journey.get(Channel, one) for one in found.channels[:COLUMNS]]
    ours = {True: "", False: f" <small>({escape(t('lead-not-ours'))})</small>"}
    heads = "".join(f"<th scope='col'>{escape(one.name)}{ours[one.owned]}</th>" for one in channels)
    rows = []
    for episode_id in found.episodes:
        cells = "".join(_cell(found.count(episode_id, channel.id)) for channel in channels)
        title = escape(journey.get(Episode, episode_id).title)
        rows.append(f"<tr><th scope='row'>{title}</th>{cells}</tr>")
    return (
        f"<thead><tr><th scope='col'>{escape(t('lead-episode'))}</th>{heads}</tr></thead><tbody>{''.join(rows)}</tbody>"
    )


def _cell(n: int) -> str:
    return f'<td class="n">{n}</td>' if n else f'<td class="n none" title="{escape(t("lead-sweep-empty"))}">–</td>'


def _draw_suggestions(journey: Journey, found: Sweep) -> None:
    if not found.suggestions:
        return
    st.markdown(t("lead-sweep-suggest"))
    with st.container(horizontal=True, gap="xsmall"):
        for one in found.suggestions[:OFFERED]:
            st.button(
                plain(one.name),
                icon=":material/add:",
                key=state.key("workshop", "channel", one.id),
                on_click=_add,
                args=(journey.map_id, one),
            )


def _add(map_id: str, one: Suggestion) -> None:
    added = Add(table="channels", id=new_id(), values={"name": one.name, "owned": one.owned})
    submit_changes(map_id, added, toast=t("lead-channel-added", name=one.name), later=True)
