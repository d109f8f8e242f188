"""The panel about where a map stands: what was decided, what customers said, and the rounds in which they did."""

from collections.abc import Mapping, Sequence

import streamlit as st

from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.roles import Role
from journeymap.domain.model.rows import EvidenceStatus
from journeymap.domain.model.validation import NEXT, MapState, RoundVerdict, StateChange
from journeymap.domain.workshop.round_verdicts import MomentCount
from journeymap.service.map_states import MapStanding
from journeymap.ui import state
from journeymap.ui.actions import submitted
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.header import draw_title
from journeymap.ui.panels.rounds import draw_rounds
from journeymap.ui.panels.selection import pick
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import me, service, t
from journeymap.ui.state_badge import draw_state_badge
from journeymap.ui.times import exact

WORDS = 5
"""So many of the newest words on a moment are shown; the API tells them all."""
MOMENTS = 60
"""So many moments are listed, those that are contested first."""


def draw_validation(context: MapContext) -> None:
    """Draw the panel."""
    draw_title(context, "validation")
    standing = service().states.of(me(), context.map_id)
    _draw_standing(standing)
    if context.may_manage and context.head.archived_at is None:
        _draw_next(context.map_id, standing.state)
    if me().role is Role.READER:
        return
    _draw_counts(context)
    if context.may_manage:
        draw_rounds(context)
    draw_decisions(context.map_id)


def decision_said(one: StateChange, names: Mapping[str, str]) -> str:
    """One decision in a line: the state, who decided, when, on which revision, and what customers had said."""
    who = names.get(one.decided_by, t("validation-somebody"))
    about = t("validation-decided", who=who, at=exact(one.decided_at), revision=one.revision)
    said = t("validation-said", n=one.customers, confirmed=one.confirmed, contested=one.contested)
    return f"**{t(f'state-{one.state}')}** · {plain(about)}" + (f" · {said}" if one.customers else "")


def draw_decisions(map_id: str) -> None:
    """Every decision about the map, the newest first."""
    history = service().states.history(me(), map_id)
    if not history:
        return
    names = service().people.names()
    with st.expander(t("validation-history"), icon=":material/history:"):
        for one in history:
            st.caption(decision_said(one, names))


def _draw_standing(standing: MapStanding) -> None:
    draw_state_badge(standing.state)
    if standing.confirmed and standing.changes_since:
        st.caption(f":material/edit: {t('validation-changed-since', n=standing.changes_since)}")
    if not standing.confirmed:
        st.caption(t("validation-not-yet"))


def _draw_next(map_id: str, now: MapState) -> None:
    with st.container(horizontal=True, gap="xsmall"):
        for n, wanted in enumerate(NEXT[now]):
            st.button(
                t(f"validation-to-{wanted}"),
                type="primary" if not n else "secondary",
                key=state.key("validation", "to", wanted),
                on_click=_decide,
                args=(map_id, wanted),
            )


def _decide(map_id: str, wanted: MapState) -> None:
    toast = t("validation-is-now", state=t(f"state-{wanted}"))
    submitted(lambda: service().states.decide(me(), map_id, wanted), toast=toast, later=True)


def _draw_counts(context: MapContext) -> None:
    counts = service().rounds.counts(me(), context.map_id)
    st.markdown(f"**{t('validation-customers')}**")
    if not counts:
        st.caption(t("validation-nobody-yet"))
        return
    journey = context.journey
    if context.may_manage and _unnoted(journey, counts):
        st.button(
            t("validation-note", n=len(_unnoted(journey, counts))),
            icon=":material/edit_note:",
            help=t("validation-note-help"),
            key=state.key("validation", "note"),
            on_click=_note,
            args=(context.map_id,),
        )
    places = {moment.id: n for n, moment in enumerate(journey.moments)}
    texts = {moment.id: moment.text for moment in journey.moments}
    order = sorted(counts, key=lambda one: (not counts[one].contested, places.get(one, 0)))
    with st.container(gap="xsmall", key=state.key("validation", "counts")):
        words = service().rounds.newest_words(me(), context.map_id, order[:MOMENTS], WORDS)
        for moment in order[:MOMENTS]:
            _draw_moment(context.map_id, moment, texts.get(moment, "…"), counts[moment], words.get(moment, ()))
    if len(order) > MOMENTS:
        st.caption(t("validation-more", n=len(order) - MOMENTS))


def count_said(count: MomentCount) -> str:
    """The three counts of a moment, each with its sign and its word."""
    parts = (("confirmed", count.confirmed), ("contested", count.contested), ("added", count.added))
    return " · ".join(t(f"validation-{name}", n=n) for name, n in parts if n)


def _draw_moment(map_id: str, moment: str, text: str, count: MomentCount, words: Sequence[RoundVerdict]) -> None:
    st.button(
        plain(shortened(text, 80)),
        type="tertiary",
        key=state.key("validation", "moment", moment),
        on_click=pick,
        args=(map_id, "moments", moment),
    )
    st.caption(count_said(count))
    for one in words:
        st.caption(plain(word_said(one)))


def word_said(one: RoundVerdict) -> str:
    """What a customer wrote of a moment, with what they quoted."""
    parts = [one.text, f"“{one.quote}”" if one.quote else ""]
    return f"{t(f'validation-word-{one.verdict}')}: " + " ".join(part for part in parts if part)


def _unnoted(journey: Journey, counts: Mapping[str, MomentCount]) -> list[str]:
    """The moments that customers confirmed and of which no evidence is on the map."""
    guesses = [one for one in journey.moments if one.evidence_status is EvidenceStatus.ASSUMED and not one.evidence_by]
    return [one.id for one in guesses if counts.get(one.id, MomentCount()).validated]


def _note(map_id: str) -> None:
    submitted(lambda: service().states.note_evidence(me(), map_id), toast=t("validation-noted"), later=True)
