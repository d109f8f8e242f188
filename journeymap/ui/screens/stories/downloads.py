"""Take the stories away: for which tracker or program, what will be written, and what its importer takes."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.text.errors import Refusal
from journeymap.exchange.formats import Format, Takes, offered
from journeymap.exchange.stories import Epic, with_work
from journeymap.exchange.trackers.file_preview import FilePreview
from journeymap.ui import state
from journeymap.ui.actions import refuse, submitted
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.stories.content import counted
from journeymap.ui.shared import me, service, t
from journeymap.ui.takeaway import ICON, address, icon

_OPEN = state.key("stories", "taking")
_FORMAT = state.key("stories", "taking", "format")
_CHANGED = state.key("stories", "taking", "changed")
_LANGUAGES = {".json": "json", ".md": "markdown", ".sh": "bash", ".zip": "gherkin"}


def draw_stories_taking(map_id: str) -> None:
    """A button that opens the dialog."""
    if not submitted(lambda: service().exchange.require_stories(service().maps.head(me(), map_id))):
        return
    st.button(
        t("taking-do"),
        icon=ICON,
        type="primary",
        key=state.key("stories", "take"),
        on_click=state.put,
        args=(_OPEN, map_id),
    )


def draw_taking_stories(epics: Sequence[Epic]) -> None:
    """The dialog, while it is open: what a file of these stories holds; it is made when it is asked for."""
    map_id: str = state.get(_OPEN, "")
    if map_id:
        st.dialog(t("stories-take-title"), width="large", icon=ICON, on_dismiss=_close)(_draw)(map_id, epics)


def _close() -> None:
    state.forget(_OPEN, _FORMAT, _CHANGED)


def _draw(map_id: str, every: Sequence[Epic]) -> None:
    """What changes nothing is no work for a team: it is taken along only where one asks for it."""
    kept = any(not story.changed for epic in every for story in epic.stories)
    only_changed = kept and st.toggle(t("taking-only-changed"), value=True, key=_CHANGED)
    epics = with_work(every) if only_changed else every
    if not any(epic.stories for epic in epics):
        _draw_nothing(map_id, only_changed=only_changed)
        return
    known = {one.name: one for one in offered(Takes.STORIES)}
    name = st.selectbox(t("stories-take-for"), list(known), format_func=lambda one: t(known[one].label), key=_FORMAT)
    picked = known[name]
    try:
        chosen = known[picked.parts] if _is_too_much(picked, epics) else picked
        preview = service().exchange.preview(me(), map_id, chosen.name, epics, only_changed=only_changed)
    except Refusal as refusal:
        refuse(refusal)
        return
    st.caption(t(picked.about))
    _draw_amount(picked, epics, only_changed=only_changed)
    changed = "true" if only_changed else "false"
    st.link_button(
        t("stories-take-do"), address(map_id, chosen, only_changed=changed), icon=icon(chosen), type="primary"
    )
    _draw_preview(chosen, preview)


def _draw_nothing(map_id: str, *, only_changed: bool) -> None:
    """There is no story to write, and why."""
    as_is = service().exchange.as_is_of(me(), map_id) if only_changed else None
    said = (
        t("story-unchanged", title=as_is.title)
        if as_is
        else t("stories-nothing-changed" if only_changed else "stories-empty")
    )
    st.info(plain(said), icon=":material/done_all:")


def _is_too_much(picked: Format, epics: Sequence[Epic]) -> bool:
    """Whether its importer takes fewer at once, and the same is written in parts."""
    return bool(picked.parts) and _rows(epics) > picked.most


def _rows(epics: Sequence[Epic]) -> int:
    """Epics, stories and their tasks, each of which is a row for an importer."""
    return sum(1 + sum(1 + len(story.tasks) for story in epic.stories) for epic in epics)


def _draw_amount(chosen: Format, epics: Sequence[Epic], *, only_changed: bool) -> None:
    """How much will be written, and what to know of who reads it."""
    numbers = counted(epics)
    which = t("stories-take-changed" if only_changed else "stories-take-all")
    st.markdown(f"{t('stories-count', stories=numbers.stories, epics=numbers.epics)} {which}")
    if _is_too_much(chosen, epics):
        st.info(t("stories-take-parts", n=_rows(epics), most=chosen.most), icon=":material/folder_zip:")
    if chosen.limits:
        st.caption(f":material/info: {t(chosen.limits)}")


def _draw_preview(chosen: Format, preview: FilePreview) -> None:
    """The beginning of the file."""
    st.markdown(f"**{t('stories-take-preview')}**")
    if preview.files:
        st.caption("  \n".join(plain(name) for name in preview.files))
    if preview.rows:
        st.dataframe(preview.rows, hide_index=True, width="stretch")
    elif preview.text:
        st.code(preview.text, language=_LANGUAGES.get(chosen.suffix), height=320)
    else:
        st.caption(t("stories-take-nothing"))
