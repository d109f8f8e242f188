"""The first line of every page about one map: which map, its counterpart, undo and redo, share, who I am."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.roles import Right, may
from journeymap.domain.model.rows import MapKind, Row
from journeymap.domain.text.errors import Refusal
from journeymap.domain.workshop.permissions import StepTask
from journeymap.storage.store import MapHead
from journeymap.ui import state
from journeymap.ui.account import draw_account
from journeymap.ui.actions import submit, submitted
from journeymap.ui.navigation import link
from journeymap.ui.persona_badge import draw_persona_badge
from journeymap.ui.plain_text import plain
from journeymap.ui.share import ask_share, draw_share
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.state_badge import draw_state_badge
from journeymap.ui.takeaway import draw_taking

OFFERED = 6
"""How many maps are offered where none is chosen yet."""


@dataclass(frozen=True, slots=True)
class MapContext:
    """The map a page is about, as it is now, and what this person may do with it."""

    journey: Journey
    head: MapHead
    may_edit: bool
    may_manage: bool
    asked: StepTask | None
    """What the workshop's step asks of me; None: for anything."""
    person_id: str

    @property
    def map_id(self) -> str:
        """The map's id."""
        return self.head.id

    def may_add(self, table: str) -> bool:
        """Whether I may add to this table now."""
        return self.may_edit and (self.asked is None or table in self.asked.tables)

    def may_change(self, row: Row) -> bool:
        """Whether I may change this row now, and take it away."""
        return self.may_edit and (self.asked is None or self.asked.may_change(row, self.person_id))

    def may_set(self, row: Row, field: str) -> bool:
        """Whether I may set this field now."""
        return self.may_edit and (self.asked is None or self.asked.may_set(row, field, self.person_id))


def as_is_of(context: MapContext) -> Journey | None:
    """The as-is this to-be was designed from, where it is there and may be seen."""
    if context.head.as_is_id is None:
        return None
    try:
        return service().maps.journey(me(), context.head.as_is_id)
    except Refusal:
        return None


def draw_frame(*, on_board: bool = False) -> MapContext | None:
    """The header of a map page; None where there is no map to show, which is then said.

    `on_board`: the live board says whose journey it is and has an undo and redo of its own, which always know what is
    mine.
    """
    map_id = state.map_id()
    if map_id is None:
        _draw_choose(t("shell-choose"), "")
        return None
    try:
        context = read_context(map_id)
    except Refusal as refusal:
        _draw_choose(t("shell-no-map"), refusal.reason(language()))
        return None
    state.open_map(map_id)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=state.key("frame")):
        ids = counterparts(context)
        _draw_what(context, ids, persona=not on_board)
        st.space("stretch")
        _draw_tools(context, first=len(ids) == 1, take_back=not on_board)
        draw_account()
    if context.head.archived_at is not None:
        _draw_archived(context)
    draw_share()
    draw_taking()
    return context


def read_context(map_id: str) -> MapContext:
    """The map and my rights. Errors: Refusal where it is gone or not mine to see."""
    person, maps = me(), service().maps
    head = maps.head(person, map_id)
    return MapContext(
        journey=maps.journey(person, map_id),
        head=head,
        may_edit=may(person, Right.EDIT, head.workshop_id) and head.archived_at is None,
        may_manage=may(person, Right.MANAGE, head.workshop_id),
        asked=service().workshops.current.asked_of(person, head),
        person_id=person.id,
    )


def _draw_what(context: MapContext, ids: Mapping[str, str], *, persona: bool) -> None:
    """The map's title, as-is or to-be, and whose journey it is."""
    st.subheader(plain(context.journey.title), anchor=False, width="content")
    _draw_counterparts(context, ids)
    draw_state_badge(service().states.of(me(), context.map_id).state)
    whose = context.journey.persona
    if persona and whose is not None:
        draw_persona_badge(context.map_id, whose)


def _draw_counterparts(context: MapContext, ids: Mapping[str, str]) -> None:
    """Draw the switch between the as-is and the to-be of one journey."""
    if len(ids) == 1:
        kind = context.journey.kind
        st.badge(t(f"shell-kind-{kind}"), color="gray" if kind is MapKind.AS_IS else "green")
        return
    chosen = st.segmented_control(
        t("shell-counterparts"),
        list(ids),
        format_func=ids.__getitem__,
        default=context.map_id,
        required=True,
        label_visibility="collapsed",
        key=state.key("frame", "counterpart", context.map_id),
    )
    if chosen and chosen != context.map_id:
        state.forget(state.key("frame", "counterpart", context.map_id))
        state.open_map(chosen)
        st.rerun()


def counterparts(context: MapContext) -> dict[str, str]:
    """The as-is and every to-be designed from it, with what they are called in the switch."""
    heads = {head.id: head for head in service().maps.heads(me())} | {context.map_id: context.head}
    as_is = context.head.as_is_id if context.journey.kind is MapKind.TO_BE else context.map_id
    to_be = [head for head in heads.values() if head.kind is MapKind.TO_BE and head.as_is_id == as_is and as_is]
    to_be.sort(key=lambda head: (head.created_at, head.id))
    found = {as_is: t("shell-kind-as-is")} if as_is in heads and as_is else _archived_as_is(as_is)
    for n, head in enumerate(to_be, 1):
        found[head.id] = t("shell-kind-to-be") if len(to_be) == 1 else t("shell-kind-to-be-n", n=n)
    return found if context.map_id in found else {context.map_id: ""}


def _archived_as_is(as_is: str | None) -> dict[str, str]:
    """An as-is that left the list of maps is still the one that its to-be was designed from."""
    try:
        head = service().maps.head(me(), as_is) if as_is else None
    except Refusal:
        return {}
    return {head.id: t("shell-kind-as-is-archived")} if head and head.archived_at is not None else {}


def design_to_be(map_id: str) -> None:
    """Start the to-be of this as-is and go on there; for a button's on_click."""
    new = submit(lambda: service().maps.design_to_be(me(), map_id), toast=t("shell-to-be-made"), later=True)
    if new:
        state.open_map(new)


def _draw_tools(context: MapContext, *, first: bool, take_back: bool) -> None:
    """What can be done with the whole map; `first`: there is no to-be of it yet."""
    if first and context.journey.kind is MapKind.AS_IS and context.may_manage and context.head.archived_at is None:
        st.button(
            t("shell-design-to-be"),
            icon=":material/design_services:",
            help=t("shell-design-to-be-help"),
            key=state.key("frame", "to-be"),
            on_click=design_to_be,
            args=(context.map_id,),
        )
    if context.may_edit and take_back:
        mine = service().changes.stacks(me(), context.map_id)
        with st.container(horizontal=True, width="content", gap=None):
            _draw_take_back("undo", context.map_id, waiting=bool(mine.undo))
            _draw_take_back("redo", context.map_id, waiting=bool(mine.redo))
    if context.may_manage:
        st.button(
            t("shell-share"),
            icon=":material/group_add:",
            help=t("shell-share-help"),
            key=state.key("frame", "share"),
            on_click=ask_share,
            args=(context.map_id,),
        )


def _draw_take_back(act: Literal["undo", "redo"], map_id: str, *, waiting: bool) -> None:
    st.button(
        "",
        icon=f":material/{act}:",
        help=t(f"shell-{act}" if waiting else f"shell-{act}-nothing"),
        disabled=not waiting,
        type="tertiary",
        key=state.key("frame", act),
        on_click=_take_back,
        args=(act, map_id),
    )


def _take_back(act: Literal["undo", "redo"], map_id: str) -> None:
    editing = service().changes
    work = editing.undo if act == "undo" else editing.redo
    submitted(lambda: work(me(), map_id), toast=t(f"shell-{act}-done"), later=True)


def _draw_archived(context: MapContext) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(t("shell-archived"), icon=":material/inventory_2:", width="stretch")
        if context.may_manage:
            st.button(
                t("shell-restore"),
                icon=":material/unarchive:",
                key=state.key("frame", "restore"),
                on_click=restore,
                args=(context.map_id,),
            )


def restore(map_id: str) -> None:
    """Back from the archive; for a button's on_click."""
    submitted(lambda: service().maps.restore(me(), map_id), toast=t("shell-restored"), later=True)


def _draw_choose(title: str, why: str) -> None:
    """No map to show: why, and the maps last changed."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(title, anchor=False, width="content")
        st.space("stretch")
        draw_account()
    heads = submit(lambda: service().maps.heads(me())) or ()
    st.markdown(plain(why or t("shell-choose-why" if heads else "shell-choose-none")))
    for head in heads[:OFFERED]:
        st.button(
            plain(head.title),
            icon=":material/map:",
            type="tertiary",
            help=plain(head.persona) or None,
            key=state.key("choose", head.id),
            on_click=state.open_map,
            args=(head.id,),
        )
    link("home", t("shell-all-maps"), icon=":material/home:")
