"""What came out and is not on the map yet: beside the button that goes on, and asked for before a step ends."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from journeymap.domain.analysis.gain import Gain, group_name
from journeymap.domain.model.workshop import StepState, Workshop
from journeymap.domain.workshop.lifecycle import is_voting
from journeymap.ui import state
from journeymap.ui.actions import DONE, submit, submitted
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.workshop.context import DIALOGS, WorkshopView
from journeymap.ui.shared import language, me, service, t

ICONS = {
    "felt": ":material/mood:",
    "truth": ":material/star:",
    "pain": ":material/bolt:",
    "decisions": ":material/gavel:",
    "wins": ":material/bolt:",
    "fates": ":material/call_split:",
    "evidence": ":material/verified:",
    "alike": ":material/merge:",
    "episodes": ":material/merge:",
    "wordings": ":material/edit_note:",
    "channels": ":material/merge:",
    "unplaced": ":material/hub:",
    "paths": ":material/route:",
    "parked": ":material/local_parking:",
}
_SETTLED = ("felt", "truth", "pain", "decisions", "wins", "fates", "evidence")
"""Of these it is said when all of it is on the map."""
_EXPLAINED = ("felt", "evidence")
_ASKED = DIALOGS["gains"]


@dataclass(frozen=True, slots=True)
class GoingOn:
    """What was about to be done when it was asked what becomes of the results: `at` was the step that was on."""

    act: str
    step: str
    at: str | None


def to_ask(workshop: Workshop, gains: Sequence[Gain]) -> tuple[Gain, ...]:
    """The results of the current and earlier steps that nobody has decided about yet."""
    over = {step.id for step in workshop.steps if step.state is StepState.DONE or step.id == workshop.at}
    return tuple(gain for gain in gains if gain.open and gain.step in over)


def draw_gains(room: WorkshopView) -> None:
    """Beside the button that goes on: the results of this step, and of steps before; one click each."""
    step = room.step
    now = [gain for gain in to_ask(room.workshop, room.gains) if gain.takes or gain.step != room.workshop.at]
    if step is not None and is_voting(step):
        now = [gain for gain in now if gain.step != step.id]
    done = [gain.kind for gain in room.gains if gain.step == room.workshop.at and gain.kind in _SETTLED and not gain.n]
    if done:
        kinds = " · ".join(t("lead-gains-done", kind=t(f"gain-kind-{kind}")) for kind in done)
        st.caption(f":material/check_circle: {kinds}")
    if not now:
        return
    here = [gain for gain in now if gain.step == room.workshop.at]
    before = [gain for gain in now if gain.step != room.workshop.at]
    with st.container(border=True, gap="xsmall", key=state.key("gains")):
        for gain in here:
            _draw_gain(room, gain)
        if before:
            st.caption(t("lead-gains-before"))
        for gain in before:
            _draw_gain(room, gain)


def _draw_gain(room: WorkshopView, gain: Gain) -> None:
    key = (gain.step, gain.kind)
    # With one small button beside it the sentence keeps its line; two take one of their own.
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", wrap=gain.takes, key=state.key("gain", *key)
    ):
        st.markdown(f"{ICONS[gain.kind]} {plain(gain.words(language()))}", width="stretch")
        draw_take(room.id, gain, main=True)
        st.button(
            t("lead-gains-leave"),
            type="tertiary",
            help=t("lead-gains-leave-help"),
            key=state.key("workshop", "leave", *key),
            on_click=_now,
            args=(leave, room.id, gain),
        )


def draw_take(workshop_id: str, gain: Gain, *, main: bool = False) -> None:
    """The click that puts it on the map; nothing where only people know where it belongs."""
    if gain.takes:
        st.button(
            t(f"gain-do-{gain.kind}", n=gain.n),
            type="primary" if main else "secondary",
            help=t(f"gain-help-{gain.kind}") if gain.kind in _EXPLAINED else None,
            key=state.key("workshop", "take", gain.step, gain.kind),
            on_click=_now,
            args=(take, workshop_id, gain),
        )


def _now(work: Callable[[str, Sequence[Gain]], bool], workshop_id: str, gain: Gain) -> None:
    """As a button's on_click."""
    work(workshop_id, [gain])


def take(workshop_id: str, gains: Sequence[Gain]) -> bool:
    """Put these on the map, in one go where they are all there is; whether it was done. The others are left."""
    taking = [gain for gain in gains if gain.takes]
    one = taking[0] if len({gain.step for gain in taking}) == 1 else None
    done = 0
    if taking:
        step, kinds = (one.step, [gain.kind for gain in taking]) if one else (None, None)
        keep = dict(chosen_to_stay(merge) for gain in taking for merge in gain.merges)
        found = submit(
            lambda: (service().workshops.harvest.take_over(me(), workshop_id, step, kinds, keep),), later=True
        )
        if found is None:
            return False
        done = found[0]
        toast = t(f"gain-told-{taking[0].kind}", n=done) if len(taking) == 1 else t("gain-told")
        state.tell(toast if done else t("gain-told-nothing"), DONE)
    return leave(workshop_id, [gain for gain in gains if not gain.takes])


def leave(workshop_id: str, gains: Sequence[Gain]) -> bool:
    """Say that these stay as they are; whether it was done."""
    for step in dict.fromkeys(gain.step for gain in gains):
        kinds = [gain.kind for gain in gains if gain.step == step]
        if not submitted(partial(service().workshops.harvest.leave, me(), workshop_id, step, kinds), later=True):
            return False
    return True


def keeper_key(moments: Iterable[str]) -> str:
    """Where it is remembered which moment of a group is to stay."""
    return state.key("workshop", "keeper", group_name(moments))


def chosen_to_stay(merge: tuple[str, tuple[str, ...]]) -> tuple[str, str]:
    """The name of a group, and which of its moments stays: the chosen one, else the proposed one."""
    group = (merge[0], *merge[1])
    return group_name(group), state.get(keeper_key(group), merge[0])


# Before something ends


def asks_first(workshop_id: str, act: str, step_id: str = "") -> bool:
    """Whether it is asked first what becomes of the results; for a button's on_click."""
    workshops = service().workshops
    it = workshops.get(me(), workshop_id)
    if not to_ask(it, workshops.harvest.gains(me(), workshop_id)):
        return False
    state.put(_ASKED, GoingOn(act, step_id, it.at))
    return True


def draw_gains_dialog(room: WorkshopView, go_on: Callable[[GoingOn], None]) -> None:
    """What is to become of the results before the room goes on, while it is asked."""
    asked: GoingOn | None = state.get(_ASKED, None)
    if asked is None:
        return
    title = t("lead-gains-ask-end") if asked.act == "close" or room.step is None else _before(room)
    st.dialog(plain(title), width="medium", on_dismiss=_close)(_draw_dialog)(room, asked, go_on)


def _before(room: WorkshopView) -> str:
    return t("lead-gains-ask", title=shortened(room.step.title, 60) if room.step else "")


def _close() -> None:
    state.forget(_ASKED)


def _draw_dialog(room: WorkshopView, asked: GoingOn, go_on: Callable[[GoingOn], None]) -> None:
    if draw_going_on(room.workshop, room.gains, "dialog", t("lead-gains-go-on")):
        _close()
        if service().workshops.get(me(), room.id).at == asked.at:  # somebody else may have gone on
            go_on(asked)
        st.rerun()


def draw_going_on(workshop: Workshop, gains: Sequence[Gain], key: str, label: str, *, icon: str | None = None) -> bool:
    """The button that goes on; where something would be lost, what that is, and whether it is taken over or left.

    Whether to go on now.
    """
    gains = to_ask(workshop, gains)
    if not gains:
        return st.button(label, type="primary", icon=icon, key=state.key("workshop", key, "do"))
    st.markdown(f"**{t('lead-gains')}**")
    st.markdown("\n".join(f"- {plain(gain.words(language()))}" for gain in gains))
    taking = [gain for gain in gains if gain.takes]
    taken = left = False
    with st.container(horizontal=True, gap="small"):
        if taking:
            taken = st.button(
                t(f"lead-gains-then-{key}", do=_taking(taking)),
                type="primary",
                icon=":material/download_done:",
                key=state.key("workshop", key, "take"),
            )
        left = st.button(
            t(f"lead-gains-then-{key}", do=t("lead-gains-leave")),
            help=t("lead-gains-leave-help"),
            key=state.key("workshop", key, "leave"),
        )
    if not taking and any(gain.kind != "parked" for gain in gains):
        link("map", t("lead-gains-show"), icon=":material/map:", map=gains[0].map)
    return (taken and take(workshop.id, gains)) or (left and leave(workshop.id, gains))


def _taking(taking: Sequence[Gain]) -> str:
    """“Mark the top 3”, or all of it where there is more than one thing."""
    return t("lead-gains-all") if len(taking) > 1 else t(f"gain-do-{taking[0].kind}", n=taking[0].n)
