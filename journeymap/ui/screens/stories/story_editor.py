"""One story opened: what it says, how far it is, what is found in it, and what else can be done with it."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

import streamlit as st

from journeymap.domain.model import limits
from journeymap.domain.model.rows import StoryStatus
from journeymap.exchange.backlog.user_stories import Edited, EditedField, Epic, UserStory
from journeymap.service.story_backlog import BacklogView
from journeymap.ui import state
from journeymap.ui.actions import submitted
from journeymap.ui.map_header import MapContext
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.compare.table_rows import story_numbers
from journeymap.ui.screens.stories.backlog_rows import found_story, labels_of, number_of, teams_of
from journeymap.ui.screens.stories.card import body_of
from journeymap.ui.screens.stories.criteria_field import draw_criteria_faults
from journeymap.ui.screens.stories.finding_acts import draw_finding_acts
from journeymap.ui.screens.stories.story_parts import draw_story_parts
from journeymap.ui.shared import me, service, t

_PLANNED = ("estimate", "team", "status", "priority", "labels", "notes")
_TEXTS: tuple[EditedField, ...] = ("title", "sentence", "criteria")
FIELDS = (*_TEXTS, *_PLANNED)
_STATUSES: tuple[str, ...] = get_args(StoryStatus)
_LEVELS = ("", "highest", "high", "medium", "low")


def open_story(map_id: str, handle: str) -> None:
    """Open this story of the map; what stood in the fields of another one is forgotten."""
    _close(map_id)
    state.put(_open_key(map_id), handle)


def draw_story_editor(context: MapContext, view: BacklogView) -> None:
    """The dialog, while a story is open that is in the backlog."""
    handle = state.get(_open_key(context.map_id), "")
    story = found_story(view.epics, handle) if handle else None
    if story is None:
        _close(context.map_id)
        return
    title = plain(f"{number_of(story, story_numbers(context.journey))} {shortened(story.title, 90)}".strip())
    draw = st.dialog(title, width="large", on_dismiss=lambda: _close(context.map_id))(_draw)
    draw(context, view, story)


def _draw(context: MapContext, view: BacklogView, story: UserStory) -> None:
    tongue = context.journey.language
    if not context.may_add("stories"):
        st.markdown(body_of(story, tongue))
        if story.notes:
            st.markdown(f":small[:gray[{t('backlog-field-notes')}]]  \n{plain(story.notes)}")
        return
    findings = view.findings.of(story.id)
    names = [t("backlog-tab-story"), t("backlog-tab-findings", n=len(findings)), t("backlog-tab-parts")]
    fields, found, parts = st.tabs(names)
    with fields:
        _draw_fields(context, view.epics, story)
    with found:
        draw_finding_acts(context, story, findings, view.asides.get(story.id, ()))
    with parts:
        draw_story_parts(context, view.epics, story)


# What it says


def values_of(story: UserStory) -> dict[str, Any]:
    """What stands in the fields of a story."""
    return {
        "title": story.title,
        "sentence": story.sentence,
        "criteria": "\n".join(story.criteria),
        "estimate": story.estimate,
        "team": story.team,
        "status": story.status,
        "priority": story.priority if story.priority_chosen else "",
        "labels": list(story.own_labels),
        "notes": story.notes,
    }


def _draw_fields(context: MapContext, epics: Sequence[Epic], story: UserStory) -> None:
    map_id, handle = context.map_id, story.handle
    now = values_of(story)
    theirs = _kept_up(handle, now)
    overtaken = {one.field: one for one in story.overtaken}
    for field in _TEXTS:
        _draw_text(field, handle)
        if field == "criteria":
            draw_criteria_faults(str(state.get(_key(field, handle), "")), context.journey.language)
        if field in overtaken:
            _draw_overtaken(map_id, handle, overtaken[field])
        elif field in theirs:
            _draw_theirs(handle, field, str(now[field]))
    _draw_plan(story, epics)
    if story.tasks:
        lines = [f":small[:gray[{t('backlog-tasks')}]]", "", *(f"- {plain(_task(one))}" for one in story.tasks)]
        st.markdown("\n".join(lines))
    _draw_waits(context, epics, story)
    if theirs - overtaken.keys() - set(_TEXTS):
        st.caption(f":material/sync_problem: {t('backlog-meanwhile')}")
    changed = {name: value for name, value in _typed(handle).items() if value != now[name]}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if st.button(t("backlog-save"), type="primary", key=_key("save", handle)):
            _save(map_id, handle, changed)
        st.caption(t("backlog-unsaved", n=len(changed)) if changed else t("backlog-saved-all"))


def _draw_text(field: EditedField, handle: str) -> None:
    key = _key(field, handle)
    if field == "title":
        st.text_input(t("backlog-field-title"), key=key)
    else:
        height = 100 if field == "sentence" else 190
        why = t("backlog-criteria-help") if field == "criteria" else None
        st.text_area(t(f"backlog-field-{field}"), height=height, help=why, key=key)


def _draw_overtaken(map_id: str, handle: str, one: Edited) -> None:
    """What the map says by now, beside what somebody wrote: one or the other."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f":small[:material/sync_problem: **{t('backlog-says-now')}**]  \n{plain(one.now) or '–'}")
        if one.then:
            st.caption(f"{t('backlog-said-then')} {plain(shortened(one.then, 200))}")
        with st.container(horizontal=True, gap="small"):
            if st.button(t("backlog-take-over"), key=_key("take-over", one.field, handle)):
                _decide(map_id, handle, one.field, take_over=True)
            if st.button(t("backlog-keep"), key=_key("keep", one.field, handle)):
                _decide(map_id, handle, one.field, take_over=False)


def _decide(map_id: str, handle: str, field: str, *, take_over: bool) -> None:
    backlog = service().backlog
    work = backlog.take_over if take_over else backlog.keep
    said = t("backlog-taken-over" if take_over else "backlog-kept")
    if submitted(lambda: work(me(), map_id, handle, field), toast=said):
        if take_over:
            state.forget(_key(field, handle), _key("seen", handle))
        st.rerun()


def _draw_theirs(handle: str, field: str, text: str) -> None:
    """Somebody else wrote something while this person writes: neither is lost."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f":small[:material/group: **{t('backlog-theirs')}**]  \n{plain(text)}")
        st.button(
            t("backlog-take-theirs"),
            key=_key("theirs", field, handle),
            on_click=state.put,
            args=(_key(field, handle), text),
        )


# How far it is, whose, and how large


def _draw_plan(story: UserStory, epics: Sequence[Epic]) -> None:
    handle = story.handle
    with st.grid(2, min_column_width=220, gap="small"):
        key = _key("estimate", handle)
        st.number_input(t("backlog-field-estimate"), 0.0, limits.ESTIMATE, step=1.0, format="%g", key=key)
        st.selectbox(
            t("backlog-field-status"), _STATUSES, format_func=lambda one: t(f"choice-{one}"), key=_key("status", handle)
        )
        teams = teams_of(epics)
        typed = str(state.get(_key("team", handle), "") or "")
        st.selectbox(
            t("backlog-field-team"),
            list(dict.fromkeys(["", *teams, typed])),
            format_func=lambda one: one or t("backlog-no-team"),
            accept_new_options=True,
            key=_key("team", handle),
        )
        st.selectbox(
            t("backlog-field-priority"),
            _LEVELS,
            format_func=lambda one: (
                t(f"choice-{one}") if one else t("backlog-as-proposed", level=t(f"choice-{story.priority_proposed}"))
            ),
            help="; ".join(map(plain, story.priority_reasons)) or None,
            key=_key("priority", handle),
        )
    if story.priority_reasons:
        level = t(f"choice-{story.priority_proposed}")
        st.caption(f"{t('backlog-proposed', level=level)} {plain('; '.join(story.priority_reasons))}")
    labels = list(dict.fromkeys([*labels_of(epics), *state.get(_key("labels", handle), [])]))
    st.multiselect(t("backlog-field-labels"), labels, accept_new_options=True, key=_key("labels", handle))
    st.text_area(t("backlog-field-notes"), height=80, key=_key("notes", handle))


def _draw_waits(context: MapContext, epics: Sequence[Epic], story: UserStory) -> None:
    """Which stories have to be there first: said as soon as it is chosen."""
    numbers = story_numbers(context.journey)
    others = {
        one.id: f"{number_of(one, numbers)} {shortened(one.title, 80)}".strip()
        for epic in epics
        for one in epic.stories
        if one.id != story.id
    }
    key = _key("waits", story.handle)
    state.put(key, [one for one in story.depends_on if one in others])
    st.multiselect(
        t("backlog-field-waits"),
        list(others),
        format_func=others.__getitem__,
        key=key,
        on_change=_link,
        args=(context.map_id, story, key),
    )


def _link(map_id: str, story: UserStory, key: str) -> None:
    wanted: set[str] = set(state.get(key, []))
    there = set(story.depends_on)
    backlog = service().backlog
    for one in wanted - there:
        submitted(lambda on=one: backlog.link(me(), map_id, story.id, on), later=True)  # type: ignore[misc]
    for one in there - wanted:
        submitted(lambda on=one: backlog.unlink(me(), map_id, story.id, on), later=True)  # type: ignore[misc]


def _task(task: Any) -> str:
    about = ", ".join(filter(None, (task.team, task.system)))
    return f"{task.text} ({about})" if about else str(task.text)


# Saving


def _kept_up(handle: str, now: Mapping[str, Any]) -> set[str]:
    """Fill the fields in, and follow others where nobody types: the fields in which both wrote."""
    seen: dict[str, Any] = state.once(_key("seen", handle), lambda: dict(now))
    both = set()
    for name, value in now.items():
        key = _key(name, handle)
        typed = state.once(key, lambda value=value: value)  # type: ignore[misc]
        if value == seen[name]:
            continue
        if typed == seen[name]:
            state.put(key, value)
        elif typed != value:
            both.add(name)
            continue
        seen[name] = value
    return both


def _typed(handle: str) -> dict[str, Any]:
    """What stands in the fields now."""
    found: dict[str, Any] = {name: state.get(_key(name, handle), None) for name in FIELDS}
    return found | {"team": found["team"] or "", "labels": list(found["labels"] or ())}


def _save(map_id: str, handle: str, changed: Mapping[str, object]) -> None:
    if not changed or submitted(
        lambda: service().backlog.edit(me(), map_id, handle, changed), toast=t("backlog-saved")
    ):
        _close(map_id)
        st.rerun()


def _close(map_id: str) -> None:
    handle = state.get(_open_key(map_id), "")
    state.forget(_open_key(map_id), *(_key(name, handle) for name in (*FIELDS, "seen", "waits")))


def _open_key(map_id: str) -> str:
    return state.key("backlog", "open", map_id)


def _key(*parts: str) -> str:
    return state.key("backlog", *parts)
