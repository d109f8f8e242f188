"""Send the stories to the team's tracker: what would be written, what somebody did there, and what to do about it."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from journeymap.domain.text.errors import Refusal
from journeymap.exchange.connected.plan import ItemStep, ItemWishes, Planned, TrackerPlan
from journeymap.service.trackers import TrackerPlace
from journeymap.ui import state
from journeymap.ui.actions import refuse, submitted
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.stories.tracker_run import draw_result, draw_run
from journeymap.ui.shared import me, service, t

ICON = ":material/send:"
ROWS = 200
"""So many items of a step are listed."""
_OPEN = state.key("tracker", "open")
_SENT = state.key("tracker", "sent")
_COLOURS = {
    ItemStep.CREATE: "green", ItemStep.UPDATE: "blue", ItemStep.UNCHANGED: "gray", ItemStep.EDITED: "orange",
    ItemStep.CLOSED: "violet", ItemStep.GONE: "red", ItemStep.LEFT: "gray",
}  # fmt: skip


def draw_tracker_button(map_id: str) -> None:
    """A button that opens the dialog, where a tracker is set up and one may send to it."""
    if service().trackers.set_up(me(), map_id):
        st.button(
            t("tracker-send"), icon=ICON, key=state.key("tracker", "button"), on_click=state.put, args=(_OPEN, map_id)
        )


def draw_tracker_dialog() -> None:
    """The dialog, while it is open."""
    map_id: str | None = state.get(_OPEN, None)
    if map_id is not None:
        st.dialog(t("tracker-title"), width="large", icon=ICON, on_dismiss=_close)(_draw)(map_id)


def _close() -> None:
    state.forget(_OPEN, _SENT, _plan_key())


def _plan_key() -> str:
    return state.key("tracker", "plan")


def _draw(map_id: str) -> None:
    places = {one.kind: one for one in service().trackers.set_up(me(), map_id)}
    if not places:
        return
    place = _chosen(places)
    try:
        progress = service().trackers.progress(me(), map_id, place.kind)
    except Refusal as refusal:
        refuse(refusal)
        return
    if progress and progress.goes_on:
        draw_run(map_id, place.kind)
        return
    if progress and (progress.fault or state.get(_SENT, None) == (map_id, place.kind)):
        draw_result(progress)
    only_changed = _only_changed(map_id)
    plan = _plan(map_id, place.kind, only_changed=only_changed)
    if plan is not None:
        _draw_plan(map_id, place, plan, only_changed=only_changed)


def _chosen(places: dict[str, TrackerPlace]) -> TrackerPlace:
    """The tracker, and which project of it."""
    kinds = list(places)
    kind = kinds[0]
    if len(kinds) > 1:
        asked = st.selectbox(
            t("tracker-which"), kinds, format_func=lambda one: places[one].called, key=state.key("tracker", "kind")
        )
        kind = asked or kind
    st.caption(f"{plain(places[kind].called)} · {plain(places[kind].place)}")
    return places[kind]


def _only_changed(map_id: str) -> bool:
    """Only what the to-be does otherwise, unless asked; where there is nothing to compare with, all of it."""
    if service().exchange.as_is_of(me(), map_id) is None:
        return False
    return not st.toggle(t("tracker-all"), help=t("tracker-all-help"), key=state.key("tracker", "all"))


def _plan(map_id: str, kind: str, *, only_changed: bool) -> TrackerPlan | None:
    """What a run would do, asked once until the map or the wish is another one."""
    about = (map_id, kind, only_changed, service().maps.head(me(), map_id).revision)
    known: tuple[object, TrackerPlan] | None = state.get(_plan_key(), None)
    if known is not None and known[0] == about:
        return known[1]
    with st.spinner(t("tracker-looking")):
        try:
            plan = service().trackers.plan(me(), map_id, kind, only_changed=only_changed)
        except Refusal as refusal:
            refuse(refusal)
            return None
    state.put(_plan_key(), (about, plan))
    return plan


def _draw_plan(map_id: str, place: TrackerPlace, plan: TrackerPlan, *, only_changed: bool) -> None:
    counts = [(step, n) for step, n in plan.counts.items() if n]
    st.markdown(
        " ".join(f":{_COLOURS[step]}-badge[{t(f'tracker-step-{step}')}: {n}]" for step, n in counts)
        or t("tracker-empty")
    )
    for step, n in counts:
        if step is not ItemStep.UNCHANGED:
            with st.expander(f"{t(f'tracker-step-{step}')} ({n})", expanded=step in _ASKED):
                _draw_items(plan.of(step))
    overwrite = _asked(
        place.kind, "overwrite", [one for one in plan.of(ItemStep.EDITED, ItemStep.CLOSED) if one.changes]
    )
    again = _asked(place.kind, "again", plan.of(ItemStep.GONE))
    n = plan.writes + len(overwrite) + len(again)
    with st.container(horizontal=True, gap="small"):
        st.button(
            t("tracker-send-n", n=n, tracker=place.called) if n else t("tracker-nothing"),
            type="primary",
            icon=ICON,
            disabled=not n,
            key=state.key("tracker", "go"),
            on_click=_send,
            args=(map_id, place.kind, ItemWishes(overwrite, again), only_changed),
        )
        st.button(
            t("tracker-look-again"),
            icon=":material/refresh:",
            help=t("tracker-look-again-help"),
            key=state.key("tracker", "refresh"),
            on_click=_refresh,
            args=(map_id, place.kind),
        )


_ASKED = (ItemStep.EDITED, ItemStep.GONE)
"""The steps about which somebody may want something else."""


def _draw_items(items: Sequence[Planned]) -> None:
    """Which items, and how each stands there."""
    rows: list[dict[str, Any]] = []
    for one in items[:ROWS]:
        known = one.found or one.kept
        told = {"key": known.key if known else "", "title": one.title, "status": known.status if known else ""}
        fields = ", ".join(t(f"tracker-field-{name}") if name in _FIELDS else name for name in one.edited)
        rows.append({**told, "edited": fields, "url": known.url if known else None})
    columns = {name: t(f"tracker-column-{name}") for name in ("key", "title", "status", "edited")}
    used = [name for name in (*columns, "url") if any(row[name] for row in rows)]
    st.dataframe(
        [{name: row[name] for name in used} for row in rows],
        hide_index=True,
        width="stretch",
        column_config={
            **columns, "url": st.column_config.LinkColumn(t("tracker-column-url"), display_text=t("tracker-open"))
        },
    )  # fmt: skip
    if len(items) > ROWS:
        st.caption(t("tracker-more", n=len(items) - ROWS))


_FIELDS = ("title", "text", "parent")


def _asked(kind: str, wish: str, items: Sequence[Planned]) -> frozenset[str]:
    """Of these items those for which it is asked for against the rule."""
    if not items:
        return frozenset()
    titles = {one.id: " ".join(filter(None, (_key(one), one.title))) for one in items}
    chosen = st.multiselect(
        t(f"tracker-{wish}"),
        list(titles),
        format_func=titles.__getitem__,
        help=t(f"tracker-{wish}-help"),
        key=state.key("tracker", wish, kind),
    )
    return frozenset(chosen)


def _key(item: Planned) -> str:
    known = item.found or item.kept
    return known.key if known else ""


def _send(map_id: str, kind: str, wishes: ItemWishes, only_changed: bool) -> None:
    state.forget(_plan_key())
    done = submitted(
        lambda: service().trackers.start(me(), map_id, kind, only_changed=only_changed, wishes=wishes), later=True
    )
    if done:
        state.put(_SENT, (map_id, kind))


def _refresh(map_id: str, kind: str) -> None:
    """Where the items stand comes back, and the plan is made anew."""
    state.forget(_plan_key(), _SENT)
    submitted(lambda: service().trackers.refresh(me(), map_id, kind), later=True)
