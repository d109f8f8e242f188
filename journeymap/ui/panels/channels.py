"""The panel of all channels: what they are called, whose they are, and how often the journey goes through them."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from journeymap.domain.analysis.channel_coverage import sweep_words
from journeymap.domain.changes.merge import merge_channels
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.rows import Channel
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.fields import field
from journeymap.ui.panels.header import draw_title
from journeymap.ui.panels.removal import goes_along, remove, take_out
from journeymap.ui.panels.row_history import draw_past_of
from journeymap.ui.panels.row_lines import draw_adder, shift
from journeymap.ui.panels.saved_field import Make, do, spend, unspent
from journeymap.ui.panels.touchpoints import catalogue, unused
from journeymap.ui.panels.widgets import called, labels
from journeymap.ui.shared import language, t

PAGE = 40
"""As many channels as are drawn at a time."""


def uses(journey: Journey) -> Counter[str]:
    """How many touchpoints each channel has."""
    return Counter(str(getattr(row, "channel", "")) for row in journey.tables["touchpoints"].values())


def draw_channels(context: MapContext) -> None:
    """All channels in order, each with what can be done with it, and a line to add one."""
    draw_title(context, "channels")
    channels, used = context.journey.channels, uses(context.journey)
    st.caption(sweep_words(context.journey, language()))
    if context.may_add("channels"):
        _draw_add(context)
    pages = -(-len(channels) // PAGE)
    page = st.pagination(pages, key=state.key("map", "channels", "page")) if pages > 1 else 1
    for channel in channels[(page - 1) * PAGE : page * PAGE]:
        _draw_channel(context, channel, used[channel.id])


def _draw_add(context: MapContext) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        with st.container():
            draw_adder(context, state.key("map", context.map_id, "add", "channels"), _channel(context), "channels")
        names = unused(context.journey)
        st.menu_button(
            t("map-channels-suggested"),
            names,
            key=state.key("map", context.map_id, "channels", "suggested"),
            disabled=not names,
            on_click=_add_suggested,
            args=(context,),
        )


def _draw_channel(context: MapContext, channel: Channel, used: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        with st.container(gap=None):
            field(context, channel, "name", shown="collapsed")
        popover = st.popover(
            t("map-channel-uses", n=used),
            icon=":material/home_work:" if channel.owned else ":material/public:",
            type="tertiary",
            help=t("map-channel-owned" if channel.owned else "map-channel-others"),
            key=state.key("map", context.map_id, "channels", channel.id, "open"),
            on_change="rerun",
        )
        if popover.open:
            with popover:
                _draw_details(context, channel)


def _draw_details(context: MapContext, channel: Channel) -> None:
    field(context, channel, "owned")
    field(context, channel, "assumed", help=t("map-assumed-help"))
    field(context, channel, "notes")
    draw_past_of(context, channel)
    if not context.may_change(channel):
        return
    with st.container(horizontal=True, gap="small"):
        for act, icon in (("up", ":material/arrow_upward:"), ("down", ":material/arrow_downward:")):
            changes = shift(context, channel, act)
            st.button(
                t(f"map-{act}"),
                icon=icon,
                disabled=not changes,
                key=_key(context, channel, act),
                on_click=do,
                args=(context.map_id, *changes),
            )
    _draw_merge(context, channel)
    along = goes_along(context, channel)
    st.caption(t("map-remove-along", rows=along) if along else t("map-remove-alone"))
    st.button(
        t("map-channel-remove"),
        icon=":material/delete:",
        key=_key(context, channel, "remove"),
        on_click=remove,
        args=(context, channel),
    )


def _draw_merge(context: MapContext, channel: Channel) -> None:
    ids = [other.id for other in context.journey.channels if other.id != channel.id]
    others = labels(context.journey, "channels", ids)
    key = _key(context, channel, "into")
    st.selectbox(
        t("map-channel-merge"),
        ids,
        index=None,
        format_func=lambda i: others.get(i, i),
        placeholder=t("map-channel-merge-into"),
        help=t("map-channel-merge-help"),
        disabled=not others,
        key=(widget := unspent(key)),
        on_change=_merge,
        args=(context, channel, key, widget),
    )


def _merge(context: MapContext, channel: Channel, key: str, widget: str) -> None:
    into: str | None = spend(key) if widget == unspent(key) else None
    if into is not None:
        name = called(context.journey, "channels", into)
        toast = t("map-channels-merged", name=channel.name, into=name)
        take_out(context, channel, merge_channels(context.journey, into, channel.id), toast)


def _channel(context: MapContext) -> Make:
    def make(name: str) -> Sequence[Change]:
        owned = catalogue(context.journey.language).get(name.strip(), True)
        return (Add(table="channels", id=new_id(), values={"name": name, "owned": owned}),)

    return make


def _add_suggested(context: MapContext) -> None:
    name: str | None = state.get(state.key("map", context.map_id, "channels", "suggested"), None)
    if name:
        do(context.map_id, *_channel(context)(name))


def _key(context: MapContext, channel: Channel, what: str) -> str:
    return state.key("map", context.map_id, "channels", channel.id, what)
