"""Beside the graph: what is chosen, to be edited as on the map; or what stands out, and the paths in numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import BackstageStep, Channel, Need, PathStep
from journeymap.domain.text.durations import duration_short
from journeymap.graph.measures import Finding, findings, measures
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.panel import draw_panel
from journeymap.ui.panels.removal import take_out
from journeymap.ui.panels.selection import pick, picked
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.graph.choice import chosen, follow, point
from journeymap.ui.screens.graph.live_panel import ROWS, draw_row_panel
from journeymap.ui.screens.graph.path_links import cut
from journeymap.ui.screens.graph.picture import only_happy
from journeymap.ui.screens.graph.row_panels import (
    draw_backstage,
    draw_channel,
    draw_group,
    draw_head,
    draw_need,
    draw_quiet,
)
from journeymap.ui.screens.graph.texts import taken_out
from journeymap.ui.shared import language, t
from journeymap.ui.state import key

Nodes = Sequence[Mapping[str, Any]]

FINDINGS = 5
"""So many findings are told at once: more is a list that nobody reads."""


def draw_beside(context: MapContext, view: str, nodes: Nodes, edges: Nodes) -> None:
    """Draw what belongs to the choice."""
    journey, now = context.journey, picked(context.journey)
    found = chosen(journey)
    if now.what == "channels" and now.id:
        draw_channel(context, journey.get(Channel, now.id))
    elif now.what == "needs":
        draw_need(context, journey.get(Need, now.id))
    elif now.what == "backstage_steps":
        draw_backstage(context, journey.get(BackstageStep, now.id))
    elif now.what in ROWS:
        draw_row_panel(context)
    elif now.what:
        if found.step:
            _draw_step(context, found.step)
        draw_panel(context)
    elif found.edge:
        _draw_edge(context, found.edge, nodes, edges)
    elif node := next((node for node in nodes if node["id"] == found.node), None):
        draw_group(context, node)
    else:
        _draw_findings(journey, view)
        _draw_ways(context)


def _draw_step(context: MapContext, step_id: str) -> None:
    """The chosen line as a step of its path, and the way to take it out."""
    step = context.journey.find("path_steps", step_id)
    if not isinstance(step, PathStep):
        return
    before = context.journey.before(step)
    ends = [context.journey.get(PathStep, i).moment for i in (before, step.id) if i]
    names = [plain(shortened(context.journey.tables["moments"][moment].called, 60)) for moment in ends]
    with st.container(border=True, gap="xsmall"):
        st.markdown(" → ".join(names))
        if context.may_change(step):
            changes = cut(context.journey, step.id)
            st.button(
                t("graph-screen-cut-step"),
                icon=":material/delete:",
                type="tertiary",
                key=key("graph", "cut"),
                on_click=take_out,
                args=(context, step, changes, taken_out(context.journey, changes)),
            )


def _draw_edge(context: MapContext, edge_id: str, nodes: Nodes, edges: Nodes) -> None:
    """A line that is no step of a path: what it tells, and both its ends."""
    edge = next((edge for edge in edges if edge["id"] == edge_id), None)
    if edge is None:
        return
    draw_head(context, t("graph-screen-edge"))
    st.markdown(plain(str(edge.get("told") or "")))
    for end in ("from", "to"):
        node = next((node for node in nodes if node["id"] == edge[end]), None)
        if node is not None:
            st.button(
                plain(shortened(str(node["told"]).split("\n")[0], 60)),
                icon=":material/arrow_forward:",
                type="tertiary",
                key=key("graph", "end", end),
                on_click=pick,
                args=(context.map_id, str(node.get("table") or ""), str(node.get("row") or "")),
                disabled=not node.get("table"),
            )


def _draw_findings(journey: Journey, view: str) -> None:
    """What stands out, each with the way to see it: of this view first, and the rest folded."""
    found = sorted(findings(journey, language()), key=lambda finding: finding.view != view)
    if not found:
        return
    st.markdown(f"**{t('graph-screen-findings')}**")
    with st.container(gap="xsmall", key=key("graph", "findings")):
        for n, finding in enumerate(found[:FINDINGS]):
            _draw_finding(journey.map_id, n, finding)
    if len(found) > FINDINGS:
        with st.expander(t("graph-screen-findings-more", n=len(found) - FINDINGS)):
            for n, finding in enumerate(found[FINDINGS:], FINDINGS):
                _draw_finding(journey.map_id, n, finding)


def _draw_finding(map_id: str, n: int, finding: Finding) -> None:
    """A sentence over the whole width, and below it the way to what it is about."""
    with st.container(gap=None, key=key("graph", "finding", n)):
        st.markdown(f":small[{plain(finding.words)}]")
        if finding.show:
            st.button(
                t("graph-screen-show"),
                type="tertiary",
                icon=":material/my_location:",
                key=key("graph", "show", n),
                on_click=point,
                args=(map_id, finding.show, finding.words, finding.view),
            )


def _draw_ways(context: MapContext) -> None:
    """The paths in numbers, each to be followed; and the way to another one."""
    journey = context.journey
    st.markdown(f"**{t('graph-screen-ways')}**")
    if not journey.paths:
        st.markdown(t("graph-screen-no-ways"))
    with st.container(gap="xsmall"):
        for way in measures(journey).ways:
            share = f" · {way.path.share:g}\u00a0%" if way.path.share is not None else ""
            numbers = [
                t(f"graph-kind-{way.path.kind}") + share,
                t("graph-screen-steps", n=way.steps),
                t("graph-screen-switches", n=way.switches),
                *([duration_short(way.minutes, language())] if way.minutes else []),
                *([t("graph-screen-returns", n=len(way.returns))] if way.returns else []),
            ]
            with st.container(gap=None):
                st.button(
                    plain(shortened(way.path.name, 60)),
                    icon=":material/route:",
                    type="tertiary",
                    key=key("graph", "way", way.path.id),
                    on_click=follow,
                    args=(journey, way.path.id),
                )
                st.markdown(f":small[:gray[{plain(' · '.join(numbers))}]]")
    if context.may_add("paths"):
        st.button(
            t("graph-screen-add-path"),
            icon=":material/add:",
            type="primary" if only_happy(journey) or not journey.paths else "secondary",
            key=key("graph", "add-path"),
            on_click=pick,
            args=(context.map_id, "paths"),
        )
    draw_quiet(t(f"graph-screen-choose-{'edit' if context.may_edit else 'read'}"))
