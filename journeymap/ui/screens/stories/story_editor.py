"""One story opened: what it says, how far it is, what is found in it, and what else can be done with it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from journeymap.exchange.backlog.user_stories import Edited, EditedField, Epic, UserStory
from journeymap.service.story_backlog import BacklogView
from journeymap.ui import state
from journeymap.ui.actions import DONE, submitted
from journeymap.ui.map_header import MapContext
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.compare.table_rows import story_numbers
from journeymap.ui.screens.stories.backlog_rows import found_story, number_of
from journeymap.ui.screens.stories.card import body_of
from journeymap.ui.screens.stories.criteria_field import draw_criteria_faults
from journeymap.ui.screens.stories.finding_acts import draw_finding_acts
from journeymap.ui.screens.stories.story_parts import draw_story_parts
from journeymap.ui.screens.stories.story_plan import draw_plan, draw_waits, field_key
from journeymap.ui.shared import me, service, t

_PLANNED = ("estimate", "team", "status", "priority", "labels", "notes", "waits")
_TEXTS: tuple[EditedField, ...] = ("title", "sentence", "criteria")
FIELDS = (*_TEXTS, *_PLANNED)


def open_story(map_id: str, handle: str) -> None:
    """Open this story of the map; what stood in the fields of another one is forgotten."""
    _close(map_id)
    state.put(_open_key(map_id), handle)


def draw_story_editor(context: MapContext, view: BacklogView) -> None:
    """The dialog, while a story is open that is in the backlog."""
    handle = state.get(_open_key(context.map_id), "")
    story = found_story(view.epics, handle) if handle else None
    if story is None:
        if handle:
            _keep_typed(context.map_id, handle)
        _draw_kept(context.map_id)
        return
    title = plain(f"{number_of(story, story_numbers(context.journey))} {shortened(story.title, 60)}".strip())
    # What somebody typed is not lost by a key or a click beside it: whoever edits closes it by a button.
    edits = context.may_add("stories")
    draw = st.dialog(title, width="large", dismissible=not edits, on_dismiss=lambda: _close(context.map_id))(_draw)
    draw(context, view, story)


def _draw(context: MapContext, view: BacklogView, story: UserStory) -> None:
    tongue = context.journey.language
    if not context.may_add("stories"):
        st.markdown(body_of(story, tongue))
        if story.notes:
            st.markdown(f":small[:gray[{t('backlog-field-notes')}]]  \n{plain(story.notes)}")
        return
    findings = view.findings.of(story.id)
    # Whoever puts a finding aside stays where they are: the page is drawn anew, and the tab that is open is known.
    names = [t(f"backlog-tab-{name}") for name in ("story", "findings", "parts")]
    fields, found, parts = st.tabs(names, key=field_key("tab", story.handle), on_change="rerun")
    with fields:
        changed = _draw_fields(context, view.epics, story)
    with found:
        draw_finding_acts(context, story, findings, view.asides.get(story.id, ()))
    with parts:
        draw_story_parts(context, view.epics, story)
    if st.button(t("backlog-discard" if changed else "backlog-close"), key=field_key("close", story.handle)):
        _close(context.map_id)
        st.rerun()


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
        "waits": list(story.depends_on),
    }


def _draw_fields(context: MapContext, epics: Sequence[Epic], story: UserStory) -> bool:
    """The fields; whether something in them is not saved."""
    map_id, handle = context.map_id, story.handle
    now = values_of(story)
    theirs = _kept_up(handle, now)
    overtaken = {one.field: one for one in story.overtaken}
    for field in _TEXTS:
        _draw_text(field, handle)
        if field == "criteria":
            draw_criteria_faults(str(state.get(field_key(field, handle), "")), context.journey.language)
        if field in overtaken:
            _draw_overtaken(map_id, handle, overtaken[field])
        elif field in theirs:
            _draw_theirs(handle, field, str(now[field]))
    draw_plan(story, epics)
    if story.tasks:
        lines = [f":small[:gray[{t('backlog-tasks')}]]", "", *(f"- {plain(_task(one))}" for one in story.tasks)]
        st.markdown("\n".join(lines))
    draw_waits(context, epics, story)
    if theirs - overtaken.keys() - set(_TEXTS):
        st.caption(f":material/sync_problem: {t('backlog-meanwhile')}")
    changed = {name: value for name, value in _typed(handle).items() if value != now[name]}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if st.button(t("backlog-save"), type="primary", key=field_key("save", handle)):
            _save(map_id, story, changed)
        st.caption(t("backlog-unsaved", n=len(changed)) if changed else t("backlog-saved-all"))
    return bool(changed)


def _draw_text(field: EditedField, handle: str) -> None:
    key = field_key(field, handle)
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
            if st.button(t("backlog-take-over"), key=field_key("take-over", one.field, handle)):
                _decide(map_id, handle, one.field, take_over=True)
            if st.button(t("backlog-keep"), key=field_key("keep", one.field, handle)):
                _decide(map_id, handle, one.field, take_over=False)


def _decide(map_id: str, handle: str, field: str, *, take_over: bool) -> None:
    backlog = service().backlog
    work = backlog.take_over if take_over else backlog.keep
    said = t("backlog-taken-over" if take_over else "backlog-kept")
    if submitted(lambda: work(me(), map_id, handle, field), toast=said):
        if take_over:
            state.forget(field_key(field, handle), field_key("seen", handle))
        st.rerun()


def _draw_theirs(handle: str, field: str, text: str) -> None:
    """Somebody else wrote something while this person writes: neither is lost."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f":small[:material/group: **{t('backlog-theirs')}**]  \n{plain(text)}")
        st.button(
            t("backlog-take-theirs"),
            key=field_key("theirs", field, handle),
            on_click=state.put,
            args=(field_key(field, handle), text),
        )


def _task(task: Any) -> str:
    about = ", ".join(filter(None, (task.team, task.system)))
    return f"{task.text} ({about})" if about else str(task.text)


# A story that went while somebody wrote


def _keep_typed(map_id: str, handle: str) -> None:
    """Somebody left the story out, or combined it, while it was open: what was typed is not lost."""
    seen: dict[str, Any] = state.get(field_key("seen", handle), {})
    typed = _typed(handle) if seen else {}
    texts = [str(typed[name]) for name in (*_TEXTS, "notes") if seen and typed[name] != seen[name]]
    if texts:
        state.put(_kept_key(map_id), "\n\n".join(texts))
    _close(map_id)


def _draw_kept(map_id: str) -> None:
    text = state.get(_kept_key(map_id), "")
    if text:
        st.warning(t("backlog-gone"), icon=":material/warning:")
        st.code(text, language=None, wrap_lines=True)
        st.button(
            t("backlog-gone-done"), key=field_key("gone", map_id), on_click=state.forget, args=(_kept_key(map_id),)
        )


# Saving


def _kept_up(handle: str, now: Mapping[str, Any]) -> set[str]:
    """Fill the fields in, and follow others where nobody types: the fields in which both wrote."""
    seen: dict[str, Any] = state.once(field_key("seen", handle), lambda: dict(now))
    both = set()
    for name, value in now.items():
        key = field_key(name, handle)
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
    found: dict[str, Any] = {name: state.get(field_key(name, handle), None) for name in FIELDS}
    lists = {name: list(found[name] or ()) for name in ("labels", "waits")}
    return found | lists | {"team": found["team"] or ""}


def _save(map_id: str, story: UserStory, changed: Mapping[str, Any]) -> None:
    """All that was changed; where something of it is refused, the dialog stays with what was typed."""
    backlog = service().backlog
    said = {name: value for name, value in changed.items() if name != "waits"}
    acts: list[Callable[[], object]] = []
    if said:
        acts.append(lambda: backlog.edit(me(), map_id, story.handle, said))
    there, wanted = story.depends_on, changed.get("waits", story.depends_on)
    acts += [partial(backlog.unlink, me(), map_id, story.id, on) for on in there if on not in wanted]
    acts += [partial(backlog.link, me(), map_id, story.id, on) for on in wanted if on not in there]
    if all(submitted(act) for act in acts):
        if acts:
            state.tell(t("backlog-saved"), DONE)
        _close(map_id)
        st.rerun()


def _close(map_id: str) -> None:
    handle = state.get(_open_key(map_id), "")
    state.forget(_open_key(map_id), *(field_key(name, handle) for name in (*FIELDS, "seen", "tab")))


def _kept_key(map_id: str) -> str:
    return state.key("backlog", "kept", map_id)


def _open_key(map_id: str) -> str:
    return state.key("backlog", "open", map_id)
