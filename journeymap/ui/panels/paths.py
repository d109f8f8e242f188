"""The panel of the paths: the ordered ways through the moments, and how each of them ends."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from journeymap.domain.analysis.completeness import missing
from journeymap.domain.model.operations import Add, Change
from journeymap.domain.model.rows import Path, PathKind, PathStep
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.fields import field
from journeymap.ui.panels.header import draw_title
from journeymap.ui.panels.removal import draw_remove, remove
from journeymap.ui.panels.row_lines import ACTS, draw_adder, shift
from journeymap.ui.panels.saved_field import Make, do, spend, unspent
from journeymap.ui.panels.widgets import called, unlike
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.shared import t

ICONS = {
    PathKind.HAPPY: ":material/sentiment_satisfied:",
    PathKind.UNHAPPY: ":material/sentiment_dissatisfied:",
    PathKind.LOOP: ":material/loop:",
    PathKind.ABANDONED: ":material/logout:",
}
STEP_ACTS = {**ACTS, "repeat": ":material/repeat:"}
EPISODE = "episode:"


def draw_paths(context: MapContext) -> None:
    """All paths by name; the chosen one with its steps."""
    draw_title(context, "paths")
    journey = context.journey
    if missing(journey).only_happy:
        st.info(t("map-paths-only-happy"), icon=":material/alt_route:")
    elif not journey.paths:
        st.caption(t("map-paths-none"))
    chosen = _chosen(context) if journey.paths else None
    if context.may_add("paths"):
        draw_adder(context, state.key("map", context.map_id, "add", "paths"), _adder(context), "paths")
    if chosen is not None:
        _draw_path(context, chosen)


def _chosen(context: MapContext) -> Path:
    """The path one works on: one of the buttons above."""
    paths = {path.id: path for path in context.journey.paths}
    key = state.key("map", context.map_id, "path")
    if state.get(key, "") not in paths:
        state.put(key, next(iter(paths)))
    names = unlike({i: f"{ICONS[path.kind]} {plain(shortened(path.name, 40))}" for i, path in paths.items()})
    chosen = st.pills(
        t("map-paths-which"),
        list(paths),
        required=True,
        format_func=lambda i: names.get(i, i),
        label_visibility="collapsed",
        key=key,
    )
    return paths[chosen or next(iter(paths))]


def _draw_path(context: MapContext, path: Path) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        with st.container(gap="xxsmall"):
            field(context, path, "name")
        if context.may_change(path):
            draw_remove(context, path)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        field(context, path, "kind")
        with st.container(width=150):
            field(context, path, "share", help=t("map-share-help"), placeholder="%")
    steps = context.journey.steps_of(path.id)
    st.markdown(f"**{t('map-path-steps-title')}** :gray[{len(steps)}]")
    if context.may_add("path_steps"):
        _draw_add_step(context, path, steps)
    with st.container(gap=None, key=state.key("map", "path-steps")):
        for n, step in enumerate(steps, 1):
            _draw_step(context, step, n)


def _draw_step(context: MapContext, step: PathStep, n: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False):
        name = plain(called(context.journey, "moments", step.moment))
        st.markdown(f":gray[{n}] {name}", width="stretch")
        if context.may_change(step):
            key = state.key("map", context.map_id, "path_steps", step.id, "menu")
            st.menu_button(
                "",
                list(STEP_ACTS),
                icon=":material/more_vert:",
                type="tertiary",
                format_func=lambda act: f"{STEP_ACTS[act]} {t(f'map-{act}')}",
                help=t("map-row-menu"),
                key=key,
                on_click=_act,
                args=(context, step, key),
            )


def _act(context: MapContext, step: PathStep, key: str) -> None:
    act: str | None = state.get(key, None)
    if act == "remove":
        remove(context, step)
    elif act == "repeat":
        values = {"moment": step.moment}
        again = Add(table="path_steps", id=new_id(), parent=step.parent, values=values, after=step.id)
        do(context.map_id, again)
    elif act and (changes := shift(context, step, act)):
        do(context.map_id, *changes)


def _draw_add_step(context: MapContext, path: Path, steps: Sequence[PathStep]) -> None:
    """A moment, or all moments of an episode, behind the last step; an empty path can take the whole journey."""
    key = state.key("map", context.map_id, "paths", path.id, "next")
    whole = {EPISODE + e.id: t("map-path-episode", name=shortened(e.title, 60)) for e in context.journey.episodes}
    names = unlike({m.id: called(context.journey, "moments", m.id) for m in context.journey.moments} | whole)
    st.selectbox(
        t("map-path-add"),
        list(names),
        index=None,
        format_func=lambda i: names.get(i, i),
        placeholder=t("map-path-add"),
        label_visibility="collapsed",
        key=(widget := unspent(key)),
        on_change=_add_step,
        args=(context, path, key, widget),
    )
    if not steps and context.journey.moments:
        st.button(
            t("map-path-all"),
            icon=":material/playlist_add:",
            key=state.key("map", context.map_id, "paths", path.id, "all"),
            on_click=do,
            args=(context.map_id, *_steps(path, [m.id for m in context.journey.moments])),
        )


def _add_step(context: MapContext, path: Path, key: str, widget: str) -> None:
    chosen: Any = spend(key) if widget == unspent(key) else None
    if not chosen:
        return
    whole = chosen.startswith(EPISODE)
    moments = context.journey.siblings("moments", chosen.removeprefix(EPISODE)) if whole else (chosen,)
    if moments:
        do(context.map_id, *_steps(path, moments))


def _steps(path: Path, moments: Sequence[str]) -> Sequence[Change]:
    return [Add(table="path_steps", id=new_id(), parent=path.id, values={"moment": moment}) for moment in moments]


def _adder(context: MapContext) -> Make:
    """A new path is chosen at once."""

    def make(name: str) -> Sequence[Change]:
        path = new_id()
        state.put(state.key("map", context.map_id, "path"), path)
        return (Add(table="paths", id=path, values={"name": name}),)

    return make
