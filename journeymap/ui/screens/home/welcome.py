"""A first visit: three doors, of which each leads somewhere in one click; and what to do where there is no map."""

from collections.abc import Mapping, Sequence

import streamlit as st

from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Workshop
from journeymap.storage.store import MapHead
from journeymap.ui import state
from journeymap.ui.components.tour import offer_tour
from journeymap.ui.navigation import link
from journeymap.ui.screens.home.new_entry import make_map
from journeymap.ui.shared import language, me, service, t

WAYS = {
    "scratch": ":material/edit_note:",
    "template": ":material/dashboard_customize:",
    "file": ":material/upload_file:",
    "sample": ":material/park:",
}
"""The ways a new map starts."""

DOORS = {"sample": ":material/explore:", "workshop": ":material/groups:", "alone": ":material/edit_note:"}
"""The ways a first visit goes on."""


def is_first_visit(heads: Sequence[MapHead], workshops: Mapping[str, Workshop], *, makes: bool) -> bool:
    """Whether nobody has begun anything yet: there are samples alone."""
    return makes and not workshops and all(head.sample for head in heads)


def draw_empty(*, makes: bool) -> None:
    """An empty list says what to do first, and does it in one click."""
    if makes:
        draw_doors(())
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(t("home-empty-other"))
            for way in ("template", "file", "sample"):
                _way(way)
        return
    with st.container(horizontal_alignment="center"), st.container(width=680, border=True):
        st.subheader(t("home-empty"), anchor=False)
        st.markdown(t("home-empty-wait"))


def draw_doors(heads: Sequence[MapHead]) -> None:
    """Try the sample, start a workshop, map alone; and whoever is new is shown around."""
    offer_tour()
    st.subheader(t("home-doors") if heads else f"{t('home-empty')}. {t('home-doors')}", anchor=False)
    offered = [door for door in DOORS if door != "workshop" or me().role is Role.OWNER]
    for column, door in zip(st.columns(len(offered), gap="small"), offered, strict=True):
        with column, st.container(border=True, height="stretch", key=state.key("home", "door", door)):
            st.markdown(f"{DOORS[door]} **{t(f'home-door-{door}')}**")
            st.caption(t(f"home-door-{door}-why"))
            _draw_way_in(door, heads)


def _draw_way_in(door: str, heads: Sequence[MapHead]) -> None:
    label, key = t(f"home-door-{door}-go"), state.key("home", "door", door, "go")
    if door == "sample":
        there = next((head for head in reversed(heads) if head.sample and head.kind is MapKind.AS_IS), None)
        if there is not None:
            link("map", label, icon=":material/arrow_forward:", map=there.id)
            return
        make_map(key, st.button(label, type="primary", key=key), _load)
        return
    view = "workshop" if door == "workshop" else "new"
    st.button(label, key=key, on_click=_enter, args=(view,))


def _load() -> str:
    """The first sample of this person's language, or of any."""
    samples = service().exchange.samples()
    chosen = next((one for one in samples if one.language == language() and one.to_be), samples[0])
    return service().exchange.load_sample(me(), chosen.name)


def _enter(view: str) -> None:
    state.put(state.key("new", "way"), "scratch")
    state.put_in_address("view", view)


def _way(way: str) -> None:
    st.button(
        t(f"new-way-{way}"),
        icon=WAYS[way],
        type="tertiary",
        key=state.key("home", "empty", way),
        on_click=start,
        args=(way,),
    )


def start(way: str) -> None:
    """Go to a new map that starts this way; for a button's on_click."""
    state.put_in_address("view", "new")
    state.put(state.key("new", "way"), way)
