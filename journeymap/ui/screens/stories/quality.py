"""What could be better about the stories: a summary to filter by, and a quiet line under each story."""

from collections.abc import Sequence

import streamlit as st

from journeymap.exchange.stories import Epic
from journeymap.exchange.story_findings.finding_kinds import FindingKind, StoryFinding, StoryFindings
from journeymap.ui import state
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, t


def draw_summary(map_id: str, found: StoryFindings) -> frozenset[FindingKind]:
    """How many stories each kind was found in; the kinds that are chosen to be looked at."""
    for finding in found.of_all:
        st.caption(f":material/lightbulb: {plain(finding.why(language()))}")
    counts = found.counts
    if not counts:
        return frozenset()
    labels = {kind: f"{kind.called(language())} {count}" for kind, count in counts.items()}
    chosen = st.pills(
        t("stories-quality"),
        list(labels),
        format_func=labels.__getitem__,
        selection_mode="multi",
        help=t("stories-quality-help"),
        key=state.key("stories", "quality", map_id),
    )
    return frozenset(chosen or ()) & counts.keys()


def with_kinds(epics: Sequence[Epic], found: StoryFindings, kinds: frozenset[FindingKind]) -> Sequence[Epic]:
    """The stories in which one of these kinds was found; all where no kind is chosen."""
    if not kinds:
        return epics
    wanted = {story for story, findings in found.by_story.items() if kinds & {one.kind for one in findings}}
    return [epic.only(lambda story: story.id in wanted) for epic in epics]


def draw_findings(findings: Sequence[StoryFinding], handle: str) -> None:
    """What was found in one story, in a line that unfolds to why, and to what could stand there instead."""
    if not findings:
        return
    kinds = dict.fromkeys(finding.kind.called(language()) for finding in findings)
    label = f":small[:gray[{t('stories-better', n=len(findings))} {plain(' · '.join(kinds))}]]"
    with st.expander(label, type="compact", icon=":material/lightbulb:", key=state.key("stories", "findings", handle)):
        st.markdown("\n".join(map(_told, findings)))


def _told(finding: StoryFinding) -> str:
    """A finding as a point of a list, with its proposals as points below it."""
    lines = [f"- **{plain(finding.kind.called(language()))}.** {plain(finding.why(language()))}"]
    if finding.proposals:
        lines[0] += f" {plain(finding.offer(language()))}:"
    return "\n".join([*lines, *(f"    - {plain(proposal)}" for proposal in finding.proposals)])
