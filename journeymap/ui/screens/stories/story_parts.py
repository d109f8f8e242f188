"""What else can be done with a story: split it, combine it with another one, leave it out, or take it away."""

from collections.abc import Callable, Sequence

import streamlit as st

from journeymap.exchange.backlog.user_stories import Epic, UserStory
from journeymap.ui import state
from journeymap.ui.actions import submitted
from journeymap.ui.map_header import MapContext
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.compare.table_rows import story_numbers
from journeymap.ui.screens.stories.backlog_rows import number_of
from journeymap.ui.screens.stories.finding_acts import forget_fields
from journeymap.ui.shared import me, service, t


def draw_story_parts(context: MapContext, epics: Sequence[Epic], story: UserStory) -> None:
    """Each act with what comes of it, before one does it."""
    _draw_split(context, story)
    _draw_combine(context, epics, story)
    _draw_exclude(context.map_id, story)


def _draw_split(context: MapContext, story: UserStory) -> None:
    """By need or by channel, where there are several, with what comes of it; by hand always."""
    map_id = context.map_id
    offers = {"need": story.needs, "channel": story.channels}
    by = [name for name, texts in offers.items() if len(texts) > 1 and story.moment_id and not story.part]
    with st.container(border=True, gap="small"):
        st.markdown(f"**{t('backlog-split')}**")
        chosen = st.segmented_control(
            t("backlog-split-by"),
            [*by, "hand"],
            default=by[0] if by else "hand",
            required=True,
            format_func=lambda one: t(f"choice-{one}"),
            label_visibility="collapsed",
            key=_key("split-by", story),
        )
        texts: Sequence[str] = ()
        if chosen in by:
            st.markdown("\n".join(f"- {plain(story.title)}: {plain(text)}" for text in offers[str(chosen)]))
        else:
            typed = st.text_area(
                t("backlog-split-lines"), height=90, help=t("backlog-split-lines-help"), key=_key("split-texts", story)
            )
            texts = [line.strip() for line in (typed or "").splitlines() if line.strip()]
            if texts:
                st.markdown("\n".join(f"- {plain(text)}" for text in [story.title, *texts]))
        way = str(chosen) if chosen in by else "hand"
        backlog = service().backlog
        _act(
            t("backlog-split-do"),
            "split",
            story,
            lambda: backlog.split(me(), map_id, story.handle, way, texts),  # type: ignore[arg-type]
            disabled=way == "hand" and not texts,
            toast=t("backlog-split-done"),
        )


def _draw_combine(context: MapContext, epics: Sequence[Epic], story: UserStory) -> None:
    """This one with all that another one is for; what is in it is said, and taken out again."""
    map_id, numbers = context.map_id, story_numbers(context.journey)
    others = {
        one.id: f"{number_of(one, numbers)} {shortened(one.title, 80)}".strip()
        for epic in epics
        for one in epic.stories
        if one.id != story.id
    }
    with st.container(border=True, gap="small"):
        st.markdown(f"**{t('backlog-combine')}**")
        if story.taken_in:
            lines = [t("backlog-holds"), "", *(f"- {plain(one.title)}" for one in story.taken_in)]
            st.markdown("\n".join(lines))
            again = service().backlog.part_again
            _act(t("backlog-part-again"), "part-again", story, lambda: again(me(), map_id, story.handle))
        chosen = st.selectbox(
            t("backlog-combine-with"),
            list(others),
            index=None,
            format_func=others.__getitem__,
            placeholder=t("backlog-combine-choose"),
            key=_key("combine-with", story),
        )
        combine = service().backlog.combine
        _act(
            t("backlog-combine-do"),
            "combine",
            story,
            lambda: combine(me(), map_id, [story.handle, str(chosen)]),
            disabled=chosen is None,
            toast=t("backlog-combine-done"),
        )


def _draw_exclude(map_id: str, story: UserStory) -> None:
    """Out of the backlog, and why; a part or one added by hand can be taken away altogether."""
    backlog = service().backlog
    with st.container(border=True, gap="small"):
        st.markdown(f"**{t('backlog-exclude')}**")
        reason = st.text_input(t("backlog-exclude-reason"), key=_key("exclude-reason", story))
        with st.container(horizontal=True, gap="small"):
            _act(
                t("backlog-exclude-do"),
                "exclude",
                story,
                lambda: backlog.exclude(me(), map_id, [story.handle], (reason or "").strip()),
                toast=t("backlog-excluded"),
            )
            if story.part or not story.moment_id:
                _act(
                    t("backlog-remove"),
                    "remove",
                    story,
                    lambda: backlog.remove(me(), map_id, story.handle),
                    toast=t("backlog-removed"),
                )


def _act(
    label: str, name: str, story: UserStory, work: Callable[[], object], *, disabled: bool = False, toast: str = ""
) -> None:
    """A button; afterwards the page is drawn anew, with other stories perhaps."""
    if st.button(label, disabled=disabled, key=_key(name, story)) and submitted(work, toast=toast):
        forget_fields(story.handle)
        state.forget(*(_key(one, story) for one in ("split-texts", "combine-with", "exclude-reason")))
        st.rerun()


def _key(act: str, story: UserStory) -> str:
    return state.key("backlog", act, story.handle)
