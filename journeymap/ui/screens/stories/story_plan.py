"""How far a story is, how large, whose, how urgent, and what it waits for."""

from collections.abc import Sequence
from typing import get_args

import streamlit as st

from journeymap.domain.model import limits
from journeymap.domain.model.rows import StoryStatus
from journeymap.exchange.backlog.user_stories import Epic, UserStory
from journeymap.ui import state
from journeymap.ui.map_header import MapContext
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.compare.table_rows import story_numbers
from journeymap.ui.screens.stories.backlog_rows import labels_of, number_of, teams_of
from journeymap.ui.shared import t

_STATUSES: tuple[str, ...] = get_args(StoryStatus)
_LEVELS = ("", "highest", "high", "medium", "low")


def field_key(*parts: str) -> str:
    """The key of a field of a story, by its name and the story's handle."""
    return state.key("backlog", *parts)


def draw_plan(story: UserStory, epics: Sequence[Epic]) -> None:
    """Estimate, status, team, priority with what is proposed and why, labels, notes."""
    handle = story.handle
    with st.grid(2, min_column_width=220, gap="small"):
        key = field_key("estimate", handle)
        st.number_input(t("backlog-field-estimate"), 0.0, limits.ESTIMATE, step=1.0, format="%g", key=key)
        st.selectbox(
            t("backlog-field-status"),
            _STATUSES,
            format_func=lambda one: t(f"choice-{one}"),
            key=field_key("status", handle),
        )
        teams = teams_of(epics)
        typed = str(state.get(field_key("team", handle), "") or "")
        st.selectbox(
            t("backlog-field-team"),
            list(dict.fromkeys(["", *teams, typed])),
            format_func=lambda one: one or t("backlog-no-team"),
            accept_new_options=True,
            key=field_key("team", handle),
        )
        st.selectbox(
            t("backlog-field-priority"),
            _LEVELS,
            format_func=lambda one: (
                t(f"choice-{one}") if one else t("backlog-as-proposed", level=t(f"choice-{story.priority_proposed}"))
            ),
            help="; ".join(map(plain, story.priority_reasons)) or None,
            key=field_key("priority", handle),
        )
    if story.priority_reasons:
        level = t(f"choice-{story.priority_proposed}")
        st.caption(f"{t('backlog-proposed', level=level)} {plain('; '.join(story.priority_reasons))}")
    labels = list(dict.fromkeys([*labels_of(epics), *state.get(field_key("labels", handle), [])]))
    st.multiselect(
        t("backlog-field-labels"),
        labels,
        accept_new_options=True,
        placeholder=t("backlog-add-label"),
        key=field_key("labels", handle),
    )
    st.text_area(t("backlog-field-notes"), height=80, key=field_key("notes", handle))


def draw_waits(context: MapContext, epics: Sequence[Epic], story: UserStory) -> None:
    """Which stories have to be there first."""
    numbers = story_numbers(context.journey)
    others = {
        one.id: f"{number_of(one, numbers)} {shortened(one.title, 80)}".strip()
        for epic in epics
        for one in epic.stories
        if one.id != story.id
    }
    key = field_key("waits", story.handle)
    chosen: Sequence[str] = state.get(key, [])
    state.put(key, [one for one in chosen if one in others])  # one may be left out meanwhile
    st.multiselect(
        t("backlog-field-waits"),
        list(others),
        format_func=others.__getitem__,
        placeholder=t("backlog-combine-choose"),
        key=key,
    )
