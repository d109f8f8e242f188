"""The panels of what only the graph shows by itself: a channel, a need, a backstage step, a team or a system."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.operations import Change, Set
from journeymap.domain.model.rows import BackstageStep, Channel, Moment, Need, Row
from journeymap.graph.scene import same
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.evidence import draw_evidence
from journeymap.ui.panels.fields import field
from journeymap.ui.panels.removal import draw_remove
from journeymap.ui.panels.row_history import draw_past_of
from journeymap.ui.panels.saved_field import draw_reason, leave, show
from journeymap.ui.panels.selection import pick
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.graph import choice
from journeymap.ui.shared import t
from journeymap.ui.state import key

WHERE = 12
"""So many micro-moments are named; the rest is a number."""

GROUPS = ("team", "system")


def draw_quiet(text: str) -> None:
    """A quiet but readable line: st.caption is too faint for small letters."""
    st.markdown(f":gray[:small[{text}]]")


def draw_head(context: MapContext, title: str) -> None:
    """What this is, and a way to close it."""
    with st.container(horizontal=True, vertical_alignment="center", gap=None, wrap=False):
        st.markdown(f"**{title}**", width="content")
        st.space("stretch")
        st.button(
            "",
            icon=":material/close:",
            type="tertiary",
            help=t("graph-screen-close"),
            key=key("graph", "close"),
            on_click=choice.leave,
            args=(context.map_id,),
        )


def draw_channel(context: MapContext, channel: Channel) -> None:
    """A channel, whose it is, and where the journey goes through it."""
    draw_head(context, t("row-channels").capitalize())
    field(context, channel, "name")
    field(context, channel, "owned")
    field(context, channel, "assumed", help=t("map-assumed-help"))
    field(context, channel, "notes")
    touched = [m.id for m in context.journey.moments if channel.id in _channels(context, m)]
    _draw_where(context, touched)
    _draw_end(context, channel)


def draw_need(context: MapContext, need: Need) -> None:
    """A need, why it is believed, and where it arises."""
    draw_head(context, t("row-needs").capitalize())
    field(context, need, "text", wrapping=True, shown="collapsed")
    draw_evidence(context, need)
    _draw_where(context, [need.parent or ""])
    _draw_end(context, need)


def draw_backstage(context: MapContext, step: BackstageStep) -> None:
    """A backstage step, who does it with what, and what it is for."""
    draw_head(context, t("row-backstage-steps").capitalize())
    field(context, step, "text", wrapping=True, shown="collapsed")
    field(context, step, "team")
    field(context, step, "system")
    _draw_where(context, [step.parent or ""])
    _draw_end(context, step)


def draw_group(context: MapContext, node: Mapping[str, Any]) -> None:
    """A team or a system, which is a name that steps share: renamed everywhere in one go; else what the node tells."""
    kind, summary = str(node.get("kind")), str(node.get("told") or "")
    if kind not in GROUPS:
        draw_head(context, t("graph-screen-told"))
        st.markdown(plain(summary))
        return
    name = str(node["id"]).removeprefix(f"{kind}:")
    steps = [step for step in context.journey.tables["backstage_steps"].values() if _is(step, kind, name)]
    name = str(getattr(steps[0], kind)) if steps else name
    draw_head(context, t(f"graph-screen-{kind}"))
    if steps and all(context.may_change(step) for step in steps):
        _draw_rename(context, kind, name, steps)
    else:
        st.markdown(plain(summary))
    draw_quiet(t("graph-screen-group-steps", n=len(steps)))
    _draw_where(context, list(dict.fromkeys(step.parent or "" for step in steps)))


def renamed(kind: str, steps: Sequence[Row], name: str) -> Sequence[Change]:
    """The changes that give all these steps another team or system."""
    wanted = name.strip()
    return [
        Set(table=step.table, id=step.id, field=kind, value=wanted) for step in steps if getattr(step, kind) != wanted
    ]


def _draw_rename(context: MapContext, kind: str, name: str, steps: Sequence[Row]) -> None:
    where = key("map", context.map_id, kind, steps[0].id, "rename")
    place = show(where, name)
    st.text_input(
        t("graph-screen-group-name"),
        value=place.value,
        key=place.widget,
        help=t("graph-screen-group-help"),
        on_change=leave,
        args=(place, context.map_id, lambda value: renamed(kind, steps, str(value or ""))),
    )
    draw_reason(where)


def _draw_where(context: MapContext, moments: Sequence[str]) -> None:
    """The micro-moments that this belongs to, each a way there."""
    there = [m for m in moments if context.journey.find("moments", m)]
    if not there:
        draw_quiet(t("graph-screen-nowhere"))
        return
    st.markdown(f"**{t('graph-screen-where')}**" + (f" :gray[{len(there)}]" if len(there) > 1 else ""))
    with st.container(gap=None):
        for moment in there[:WHERE]:
            st.button(
                plain(shortened(context.journey.get(Moment, moment).text, 60)),
                icon=":material/arrow_forward:",
                type="tertiary",
                key=key("graph", "where", moment),
                on_click=pick,
                args=(context.map_id, "moments", moment),
            )
    if len(there) > WHERE:
        draw_quiet(t("graph-screen-where-more", n=len(there) - WHERE))


def _draw_end(context: MapContext, row: Row) -> None:
    if context.may_change(row):
        draw_remove(context, row, label=t("map-remove"))
    draw_past_of(context, row)


def _channels(context: MapContext, moment: Moment) -> set[str]:
    return {touchpoint.channel for touchpoint in context.journey.touchpoints_of(moment.id)}


def _is(step: Row, kind: str, name: str) -> bool:
    return same(str(getattr(step, kind, ""))) == same(name)
