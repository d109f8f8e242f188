"""The channels of a moment, chosen in one field: each pairing is a touchpoint, a new channel is made in place."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import streamlit as st

from journeymap.domain.changes import Add, Change, Remove
from journeymap.domain.journey import Journey
from journeymap.domain.resources import data
from journeymap.domain.rows import Moment, Row, Touchpoint
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.frame import MapContext
from journeymap.ui.panels.fields import field
from journeymap.ui.panels.reading import draw_words
from journeymap.ui.panels.rows import draw_menu
from journeymap.ui.panels.saving import draw_reason, leave, show
from journeymap.ui.panels.widgets import unlike
from journeymap.ui.resources import t
from journeymap.ui.wording import plain

_HERE, _NEW = "id:", "new:"


def draw_channels_of(context: MapContext, moment: Moment) -> None:
    """One field for all channels of this moment."""
    journey = context.journey
    if not context.may_add("touchpoints"):
        draw_words(t("map-channels-label"), plain(", ".join(c.name for c in journey.channels_of(moment.id))))
        return
    key = state.key("map", context.map_id, "moments", moment.id, "channels")
    now = [_HERE + channel.id for channel in journey.channels_of(moment.id)]
    place = show(key, now)
    here = {_HERE + channel.id: channel.name for channel in journey.channels}
    names = unlike(here | {_NEW + name: t("map-channel-new", name=name) for name in unused(journey)})
    st.multiselect(
        t("map-channels-label"),
        list(dict.fromkeys((*names, *place.value))),
        default=place.value,
        format_func=lambda token: names.get(token, token),
        accept_new_options=True,
        placeholder=t("map-channels-choose"),
        help=t("map-channels-help"),
        key=place.widget,
        on_change=leave,
        args=(place, context.map_id, _chosen(journey, moment, now)),
    )
    draw_reason(key)


def draw_touchpoints(context: MapContext, moment: Moment) -> None:
    """Each touchpoint with its notes, its place and a way to take it out."""
    touchpoints = context.journey.touchpoints_of(moment.id)
    if touchpoints:
        st.markdown(f"**{t('map-touchpoints-title')}**")
    for touchpoint in touchpoints:
        channel = context.journey.tables["channels"][touchpoint.channel]
        with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
            with st.container(gap="xxsmall"):
                field(context, touchpoint, "notes", label=plain(channel.called), placeholder=t("map-touchpoint-notes"))
            if context.may_change(touchpoint):
                draw_menu(context, touchpoint)


def use_channel(journey: Journey, moment_id: str, name: str, *, tongue: str = "") -> Sequence[Change]:
    """The changes that make this moment happen in the channel with this name, which is made where there is none."""
    name = " ".join(name.split())
    known = next((c for c in journey.channels if c.name.casefold() == name.casefold()), None)
    if known is not None:
        return (_touchpoint(moment_id, known.id),)
    channel = new_id()
    owned = catalogue(tongue or journey.language).get(name, True)
    return (
        Add(table="channels", id=channel, values={"name": name, "owned": owned}),
        _touchpoint(moment_id, channel),
    )


def unused(journey: Journey) -> Sequence[str]:
    """The channels of the catalogue that this map does not have yet."""
    there = {channel.name.casefold() for channel in journey.channels}
    return [name for name in catalogue(journey.language) if name.casefold() not in there]


@cache
def catalogue(tongue: str) -> dict[str, bool]:
    """The channels that ship as suggestions, by name, and whether such a channel is usually one's own."""
    found: list[dict[str, Any]] = json.loads(data("channels.json").read_text(encoding="utf-8"))
    return {str(channel["nl" if tongue == "nl" else "en"]): bool(channel["owned"]) for channel in found}


def _chosen(journey: Journey, moment: Row, before: Sequence[str]) -> Callable[[Any], Sequence[Change]]:
    """What was put in and taken out compared with what was shown: the rest is left to others."""
    touchpoints: dict[str, Touchpoint] = {_HERE + row.channel: row for row in journey.touchpoints_of(moment.id)}

    def make(tokens: Any) -> Sequence[Change]:
        chosen = list(tokens or ())
        changes: list[Change] = [Remove(table="touchpoints", id=touchpoints[x].id) for x in before if x not in chosen]
        for token in chosen:
            if token in before:
                continue
            if token.startswith(_HERE):
                changes.append(_touchpoint(moment.id, token.removeprefix(_HERE)))
            else:
                changes.extend(use_channel(journey, moment.id, token.removeprefix(_NEW)))
        return changes

    return make


def _touchpoint(moment_id: str, channel_id: str) -> Change:
    return Add(table="touchpoints", id=new_id(), parent=moment_id, values={"channel": channel_id})
