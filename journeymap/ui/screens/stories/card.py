"""One epic with its stories: what is wanted, when it is done, where it comes from, and its text to copy."""

from collections.abc import Iterable, Sequence

import streamlit as st

from journeymap.domain.model.tracker_items import TrackerItem
from journeymap.domain.text.catalogue import say
from journeymap.exchange.stories import Epic, UserStory
from journeymap.exchange.story_findings.finding_kinds import StoryFinding, StoryFindings
from journeymap.ui import state
from journeymap.ui.map_header import MapContext
from journeymap.ui.navigation import go
from journeymap.ui.panels.selection import pick
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.badges import badge
from journeymap.ui.screens.stories.content import as_text, said_of
from journeymap.ui.screens.stories.quality import draw_findings
from journeymap.ui.screens.stories.tracker_marks import Sent, marks
from journeymap.ui.shared import t


def draw_epic(context: MapContext, epic: Epic, numbers: dict[str, str], findings: StoryFindings, sent: Sent) -> None:
    """An episode as the frame of its stories."""
    st.subheader(plain(epic.title), anchor=False)
    if epic.id in sent:
        st.markdown(marks(sent[epic.id]))
    about = []
    if epic.targeted:
        about.append(f"{t('stories-targeted')}: {plain(epic.targeted)}")
    if epic.communications:
        about.append(f"{t('stories-messages')}: {plain('; '.join(epic.communications))}")
    if epic.dropped:
        about.append(f"{t('stories-dropped')}: {plain('; '.join(epic.dropped))}")
    if about:
        st.caption("  \n".join(about))
    with st.grid(2, min_column_width=420, gap="small"):
        for story in epic.stories:
            number = numbers.get(story.moment_id, "")
            _draw_story(context, story, number, findings.of(story.id), sent.get(story.id, ()))


def _draw_story(
    context: MapContext, story: UserStory, number: str, findings: Sequence[StoryFinding], sent: Sequence[TrackerItem]
) -> None:
    with st.container(border=True, gap="xsmall", height="stretch", key=state.key("stories", "story", story.handle)):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.markdown(f":gray[{number}] **{plain(story.title)}**", width="stretch")
            with st.popover("", icon=":material/content_copy:", type="tertiary", help=t("stories-copy")):
                st.code(as_text(story, context.journey.language), language="markdown", wrap_lines=True, width=420)
            if story.moment_id and st.button(
                "",
                icon=":material/map:",
                type="tertiary",
                help=t("stories-open-on-map"),
                key=state.key("stories", "open", story.handle),
                on_click=pick,
                args=(context.map_id, "moments", story.moment_id),
            ):
                go("map", map=context.map_id)
        if sent:
            st.markdown(marks(sent))
        st.markdown(body_of(story, context.journey.language))
        draw_findings(findings, story.handle)


def body_of(story: UserStory, tongue: str) -> str:
    """Everything a story says, as one text: badges, sentence, what changes, criteria, where it comes from."""
    parts = [" ".join(_badges(story)), plain(story.sentence)]
    if story.changes:
        parts.append("\n".join([f":small[:gray[{t('stories-changes')}]]", "", *_list(story.changes)]))
    if story.tests:
        tests = [say("story-criterion-rest", tongue, when=one.when, then=one.then) for one in story.tests]
        given = say("story-criterion-given", tongue, given=story.tests[0].given)
        parts.append("\n".join([plain(given), "", *_list(tests)]))
    lines = [
        (t(f"stories-{LABELS.get(name, name)}"), texts) for name, texts in said_of(story).items() if name != "changes"
    ]
    sources = [f":small[:gray[{label}] {plain('; '.join(texts))}]" for label, texts in lines]
    sources += [f":small[:gray[{plain(name)}] {plain(said)}]" for name, said in story.details]
    parts.append("  \n".join(sources))
    return "\n\n".join(filter(None, parts))


LABELS = {"messages": "said-here", "targeted": "aim"}
"""What the labels of a story are called where its epic has one of that name, without a colon."""


def _list(texts: Iterable[str]) -> list[str]:
    return [f"- {plain(text)}" for text in texts]


def _badges(story: UserStory) -> list[str]:
    found = [badge(story.disposition)] if story.disposition else []
    if story.moment_of_truth:
        found.append(f":yellow-badge[:material/star: {t('compare-truth')}]")
    if story.optional:
        found.append(f":gray-badge[{t('stories-optional')}]")
    return found + [f":orange-badge[:material/error: {plain(hint)}]" for hint in story.hints]
