"""Stories: the to-be's micro-moments as work for a team, by episode, and the ways to take them away."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.model.rows import MapKind
from journeymap.exchange.stories import Epic
from journeymap.exchange.story_findings.finding_kinds import StoryFindings
from journeymap.ui import state
from journeymap.ui.first_steps import draw_map_first
from journeymap.ui.live_refresh import keep_up
from journeymap.ui.map_header import MapContext, counterparts, design_to_be, draw_frame
from journeymap.ui.map_turns import in_turn
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.table_rows import story_numbers
from journeymap.ui.screens.stories.backlog_view import draw_backlog
from journeymap.ui.screens.stories.card import draw_epic
from journeymap.ui.screens.stories.content import Wanted, counted, found, paged
from journeymap.ui.screens.stories.downloads import draw_stories_taking, draw_taking_stories
from journeymap.ui.screens.stories.quality import draw_summary, with_kinds
from journeymap.ui.screens.stories.story_editor import draw_story_editor
from journeymap.ui.screens.stories.traceability import draw_traceability
from journeymap.ui.screens.stories.tracker_dialog import draw_tracker_button, draw_tracker_dialog
from journeymap.ui.screens.stories.tracker_marks import live_line, sent_items
from journeymap.ui.shared import me, service, t

PAGE = 40
"""So many stories on one page."""


def draw_stories() -> None:
    """Draw the screen."""
    context = draw_frame()
    if context is None:
        return
    keep_up("stories", context.journey)
    if context.journey.kind is MapKind.AS_IS:
        _draw_as_is(context)
        return
    if not context.journey.moments:
        _draw_empty(context)
        return
    draw_taking_stories(_draw_work(context))
    draw_tracker_dialog()


def _draw_work(context: MapContext) -> Sequence[Epic]:
    """The stories that one looks for, how many there are, and the ways to take them away; all stories there are."""
    with in_turn(context.journey, service().exchange.as_is_of(me(), context.map_id)):
        view = service().backlog.of(me(), context.map_id)
        epics = view.epics
        _draw_count(epics, context.map_id)
        if epics and epics[0].standing:
            st.caption(f":material/warning: {plain(t('stories-not-validated', text=epics[0].standing))}")
        shown = _chosen_view(context.map_id)
        if shown == "traces":
            draw_traceability(context)
            return epics
        wanted, only_changed = _draw_filter(context, epics)
        if only_changed and not counted(epics).changed:
            st.info(t("stories-nothing-changed"), icon=":material/done_all:")
            return epics
        kinds = draw_summary(context.map_id, view.findings)
        left = found(with_kinds(epics, view.findings, kinds), wanted, only_changed=only_changed)
        if shown == "backlog":
            draw_backlog(context, left, view)
            draw_story_editor(context, view)
        else:
            _draw_epics(context, left, view.findings, repr((wanted, only_changed, sorted(kinds))))
        return epics


def _chosen_view(map_id: str) -> str:
    """The stories as they are to be built, all that each says, or what they come from and are for.

    The address says which, so that it survives a reload and can be sent to somebody.
    """
    views = {view: t(f"stories-view-{view}") for view in ("backlog", "stories", "traces")}
    asked = state.in_address("view")
    chosen = st.segmented_control(
        t("stories-view"),
        list(views),
        default=asked if asked in views else "backlog",
        required=True,
        format_func=views.__getitem__,
        label_visibility="collapsed",
        key=state.key("stories", "view", map_id),
    )
    name = chosen or "backlog"
    if name != (asked or "backlog"):
        state.put_in_address("view", name)
    return name


def _draw_as_is(context: MapContext) -> None:
    """An as-is has no stories: why, and the way to those of its to-be."""
    to_be = [map_id for map_id in counterparts(context) if map_id != context.map_id]
    if not to_be and draw_map_first(context):
        return
    with st.container(border=True, horizontal_alignment="center"):
        st.subheader(t("stories-of-to-be"), anchor=False, width="content")
        st.markdown(t("stories-of-to-be-why"), width=560, text_alignment="center")
        for map_id in to_be:
            title = service().maps.head(me(), map_id).title
            link("stories", plain(t("stories-open", title=title)), icon=":material/assignment:", map=map_id)
        if not to_be and context.may_manage and context.head.archived_at is None:
            st.button(
                t("shell-design-to-be"),
                type="primary",
                icon=":material/design_services:",
                key=state.key("stories", "design"),
                on_click=design_to_be,
                args=(context.map_id,),
            )


def _draw_empty(context: MapContext) -> None:
    st.subheader(t("stories-empty"), anchor=False)
    st.markdown(t("stories-empty-why"))
    link("map", t("stories-to-map"), icon=":material/map:", map=context.map_id)


def _draw_count(epics: Sequence[Epic], map_id: str) -> None:
    numbers = counted(epics)
    parts = [t("stories-count", stories=numbers.stories, epics=numbers.epics)]
    if numbers.changed < numbers.stories:
        parts.append(t("stories-count-changed", n=numbers.changed))
    if numbers.lacking:
        parts.append(t("stories-count-lacking", n=numbers.lacking))
    if live := live_line(map_id):
        parts.append(live)
    st.markdown(" ".join(parts))


def _draw_filter(context: MapContext, epics: Sequence[Epic]) -> tuple[Wanted, bool]:
    """Only what changed, one episode, words, what still lacks something; and at the end the ways to take them away."""
    map_id = context.map_id
    numbers = counted(epics)
    titles = {"": t("stories-all-episodes")} | {epic.episode_id: epic.title for epic in epics}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        words = st.text_input(
            t("stories-search"),
            placeholder=t("stories-search"),
            type="search",
            icon=":material/search:",
            label_visibility="collapsed",
            live=True,
            width=260,
            key=state.key("stories", "words", map_id),
        )
        episode = st.selectbox(
            t("stories-episode"),
            list(titles),
            format_func=titles.__getitem__,
            label_visibility="collapsed",
            width=260,
            key=state.key("stories", "episode", map_id),
        )
        only_changed = numbers.changed < numbers.stories and st.toggle(
            t("stories-only-changed"), key=state.key("stories", "changed", map_id)
        )
        lacking = bool(numbers.lacking) and st.toggle(
            t("stories-only-lacking"), key=state.key("stories", "lacking", map_id)
        )
        st.space("stretch")
        draw_tracker_button(context.map_id)
        draw_stories_taking(context.map_id)
    return Wanted(episode or "", words or "", lacking=lacking), only_changed


def _draw_epics(context: MapContext, epics: Sequence[Epic], findings: StoryFindings, wanted: str) -> None:
    if not epics:
        st.info(t("stories-none-found"), icon=":material/search_off:")
        return
    count = counted(epics).stories
    pages = -(-count // PAGE)
    place = st.container()
    page = 1
    if pages > 1:
        with st.container(horizontal_alignment="center"):
            page = st.pagination(pages, key=state.key("stories", "page", context.map_id, wanted))
    numbers, sent = story_numbers(context.journey), sent_items(context.map_id)
    with place:
        for epic in paged(epics, page, PAGE):
            draw_epic(context, epic, numbers, findings, sent)
