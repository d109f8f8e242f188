"""What a step asks about: everything, some episodes, the top of the vote before, or what is new or changed."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Ballot, Step
from journeymap.domain.workshop.ballot_scope import vote_before
from journeymap.domain.workshop.votes import votable
from journeymap.service.current_step import map_of
from journeymap.ui import state
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import WorkshopView
from journeymap.ui.shared import me, service, t

Save = Callable[..., None]


def draw_scope(room: WorkshopView, step: Step, ballot: Ballot, save: Save, *, begun: bool) -> None:
    """The choice, and how much there is to answer by it. `save` takes the fields of the ballot that are others now."""
    if ballot.items == "parked":
        return
    scopes = ["all", "episodes", "vote", *(["changed"] if step.map is MapKind.TO_BE else [])]
    names = {one: t(f"agenda-scope-{one}") for one in scopes}
    st.selectbox(
        t("agenda-scope"),
        scopes,
        index=scopes.index(ballot.scope) if ballot.scope in scopes else 0,
        format_func=names.__getitem__,
        disabled=begun,
        key=_key(step, "scope"),
        on_change=_save,
        args=(step, "scope", save),
    )
    journey = _journey(room, step)
    if ballot.scope == "episodes":
        _draw_episodes(step, ballot, journey, save, begun=begun)
    elif ballot.scope == "vote":
        _draw_top(room, step, ballot, save, begun=begun)
    if journey is not None and step.asked is None and ballot.scope in ("all", "episodes"):
        st.caption(t("agenda-scope-n", n=_asked(journey, ballot)))
    elif step.asked is not None:
        st.caption(t("agenda-scope-n", n=len(step.asked)))


def _draw_episodes(step: Step, ballot: Ballot, journey: Journey | None, save: Save, *, begun: bool) -> None:
    titles = {one.id: plain(one.title) for one in journey.episodes if not one.private} if journey is not None else {}
    if not titles:
        st.caption(t("agenda-scope-n", n=0))
        return
    st.pills(
        t("agenda-episodes"),
        list(titles),
        format_func=titles.__getitem__,
        selection_mode="multi",
        default=[one for one in ballot.episodes if one in titles],
        disabled=begun,
        key=_key(step, "episodes"),
        on_change=_save,
        args=(step, "episodes", save),
    )
    if not set(ballot.episodes) & set(titles):
        st.caption(t("agenda-episodes-some"))


def _draw_top(room: WorkshopView, step: Step, ballot: Ballot, save: Save, *, begun: bool) -> None:
    vote = vote_before(room.workshop, step)
    if vote is None:
        st.caption(t("agenda-scope-no-vote"))
        return
    st.number_input(
        t("agenda-top"),
        1,
        100,
        ballot.top,
        disabled=begun,
        width=200,
        key=_key(step, "top"),
        on_change=_save,
        args=(step, "top", save),
    )
    st.caption(plain(t("agenda-scope-vote-later", n=ballot.top, title=vote.title)))


def _save(step: Step, name: str, save: Save) -> None:
    value: Any = state.get(_key(step, name), None)
    if value is not None:
        save(**{name: tuple(value) if name == "episodes" else value})


def _asked(journey: Journey, ballot: Ballot) -> int:
    """How many items one would answer."""
    rows = votable(journey, ballot.items)
    if ballot.scope != "episodes":
        return len(rows)
    moments = {one.id for one in journey.moments if one.parent in ballot.episodes}
    return sum(row.id in moments or row.parent in moments for row in rows)


def _journey(room: WorkshopView, step: Step) -> Journey | None:
    head = map_of(step, room.maps)
    return service().maps.journey(me(), head.id) if head is not None else None


def _key(step: Step, name: str) -> str:
    return state.key("agenda", step.id, name)
