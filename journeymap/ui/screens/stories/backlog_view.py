"""The backlog: the stories in the order in which they are to be built, those added by hand, and what was left out."""

from collections.abc import Mapping, Sequence
from typing import get_args

import streamlit as st

from journeymap.domain.model.rows import StoryStatus
from journeymap.exchange.backlog.user_stories import Epic, LeftOut, Priority
from journeymap.service.story_backlog import BacklogView
from journeymap.ui import state
from journeymap.ui.actions import DONE, submitted
from journeymap.ui.components.backlog import draw_backlog_list
from journeymap.ui.map_header import MapContext
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.compare.table_rows import story_numbers
from journeymap.ui.screens.stories.backlog_rows import backlog_groups
from journeymap.ui.screens.stories.story_editor import open_story
from journeymap.ui.shared import language, me, service, t

STATUSES: tuple[str, ...] = get_args(StoryStatus)
PRIORITIES: tuple[str, ...] = get_args(Priority)
_WORDS = (
    *("keys", "drag", "up", "down", "end", "moved", "open", "points", "priority", "proposed", "chosen", "why"),
    *("news", "waits", "warnings"),
)


def draw_backlog(context: MapContext, epics: Sequence[Epic], view: BacklogView) -> None:
    """The stories of these epics, a line each; below them what was left out."""
    map_id, may = context.map_id, context.may_add("stories")
    if view.overtaken:
        st.info(t("backlog-overtaken", n=len(view.overtaken)), icon=":material/sync_problem:")
    key = state.key("backlog", "list", map_id)
    draw_backlog_list(
        {
            "groups": backlog_groups(epics, story_numbers(context.journey), view.findings, language()),
            "may": may,
            "words": _words(),
        },
        key=key,
        on_opened=lambda: _hear_opened(map_id, getattr(state.get(key, None), "opened", None)),
        on_moved=lambda: _hear_moved(map_id, getattr(state.get(key, None), "moved", None)),
    )
    if may:
        _draw_adding(context, view.epics)
    _draw_left_out(map_id, view.left_out, may=may)


def _words() -> dict[str, str]:
    places = {name: f"{{{name}}}" for name in ("title", "n", "all", "epic")}
    words = {name: t(f"backlog-list-{name}", **places) for name in _WORDS}
    words |= {f"status-{one}": t(f"choice-{one}") for one in STATUSES}
    return words | {f"priority-{one}": t(f"choice-{one}") for one in PRIORITIES}


def _hear_opened(map_id: str, said: object) -> None:
    """Which story somebody opened; a browser may say anything."""
    story = said.get("story") if isinstance(said, Mapping) else None
    if isinstance(story, str):
        open_story(map_id, story)


def _hear_moved(map_id: str, said: object) -> None:
    """Which story goes where; whoever may not move it is refused, and the list stands as it was."""
    story = said.get("story") if isinstance(said, Mapping) else None
    after = said.get("after") if isinstance(said, Mapping) else None
    if isinstance(story, str) and isinstance(after, str):
        submitted(lambda: service().backlog.move(me(), map_id, story, after), later=True)


def _draw_adding(context: MapContext, epics: Sequence[Epic]) -> None:
    """A story that no micro-moment of the map tells of."""
    map_id = context.map_id
    title, episode = (state.key("backlog", "add", name, map_id) for name in ("title", "episode"))
    titles = {epic.episode_id: epic.title for epic in epics}
    with st.expander(t("backlog-add"), icon=":material/add:"), st.container(gap="small"):
        st.text_input(t("backlog-add-title"), placeholder=t("backlog-add-placeholder"), key=title)
        st.selectbox(t("stories-episode"), list(titles), format_func=titles.__getitem__, key=episode)
        st.button(
            t("backlog-add-do"), key=state.key("backlog", "add", "do"), on_click=_add, args=(map_id, title, episode)
        )


def _add(map_id: str, title: str, episode: str) -> None:
    text, where = state.get(title, ""), state.get(episode, "")
    if submitted(lambda: service().backlog.add(me(), map_id, where, text), toast=t("backlog-added"), later=True):
        state.put(title, "")


def _draw_left_out(map_id: str, left_out: Sequence[LeftOut], *, may: bool) -> None:
    """What is not in the backlog, each with its reason, and the way back."""
    if not left_out:
        return
    with st.expander(t("backlog-left-out", n=len(left_out)), icon=":material/visibility_off:"):
        for one in left_out:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                why = f"  \n:small[:gray[{plain(one.reason)}]]" if one.reason else ""
                st.markdown(f"{plain(one.title)}{why}", width="stretch")
                if may:
                    st.button(
                        t("backlog-include"),
                        icon=":material/undo:",
                        type="tertiary",
                        key=state.key("backlog", "include", one.id),
                        on_click=_include,
                        args=(map_id, one),
                    )


def _include(map_id: str, one: LeftOut) -> None:
    if submitted(lambda: service().backlog.include(me(), map_id, [one.id]), later=True):
        state.tell(t("backlog-included", title=shortened(one.title, 80)), DONE)
