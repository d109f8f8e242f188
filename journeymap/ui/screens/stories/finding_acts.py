"""What was found in one story: take a proposal over, put a finding aside with a reason, or have it back."""

from collections.abc import Callable, Sequence

import streamlit as st

from journeymap.exchange.backlog.gherkin_text import clauses_of
from journeymap.exchange.backlog.user_stories import UserStory
from journeymap.exchange.story_findings.criteria_tree import fault_of
from journeymap.exchange.story_findings.finding_kinds import PutAside, StoryFinding
from journeymap.ui import state
from journeymap.ui.actions import submitted
from journeymap.ui.map_header import MapContext
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, me, service, t

_SPLITS = ("several-needs", "several-acts")


def draw_finding_acts(
    context: MapContext, story: UserStory, findings: Sequence[StoryFinding], asides: Sequence[PutAside]
) -> None:
    """Each finding with why, what could stand there instead, and what can be done about it; then those put aside."""
    if not findings:
        st.markdown(f":green[:material/check:] {t('backlog-no-findings')}")
    for n, finding in enumerate(findings):
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{plain(finding.kind.called(language()))}.** {plain(finding.why(language()))}")
            _draw_proposals(context, story, finding, n)
            _draw_aside(context.map_id, story, finding, n)
    if asides:
        st.markdown(f"**{t('backlog-asides')}**")
    for n, one in enumerate(asides):
        _draw_put_aside(context.map_id, story, one, n)


def _draw_proposals(context: MapContext, story: UserStory, finding: StoryFinding, n: int) -> None:
    if not finding.proposals:
        return
    offer = f":small[{plain(finding.offer(language()))}:]"
    st.markdown("\n".join([offer, "", *(f"- {plain(one)}" for one in finding.proposals)]))
    split = finding.rule in _SPLITS
    label = t("backlog-split-so" if split else "backlog-use-wording")
    if st.button(label, icon=":material/check:", key=_key("use", story, n)):
        work = taking_over(context, story, finding)
        if submitted(work, toast=t("backlog-taken-over")):
            forget_fields(story.handle)
            st.rerun()


def taking_over(context: MapContext, story: UserStory, finding: StoryFinding) -> Callable[[], object]:
    """What takes the proposals of a finding over."""
    backlog, map_id = service().backlog, context.map_id
    if finding.rule == "several-needs":
        return lambda: backlog.split(me(), map_id, story.handle, "need")
    if finding.rule == "several-acts":
        first, *others = finding.proposals

        def split() -> None:
            backlog.split(me(), map_id, story.handle, "hand", others)
            backlog.edit(me(), map_id, story.handle, {"sentence": first})

        return split
    if finding.rule.startswith("criterion-"):
        return lambda: backlog.edit(
            me(), map_id, story.handle, {"criteria": put_in(story, finding.proposals[0], context.journey.language)}
        )
    return lambda: backlog.edit(me(), map_id, story.handle, {"sentence": finding.proposals[0]})


def put_in(story: UserStory, right: str, tongue: str) -> str:
    """The criteria of a story with this one in the place of the first that is in a wrong order."""
    lines = list(story.criteria)
    for place, test in enumerate(story.tests):
        if fault_of(clauses_of(test, tongue), tongue):
            lines[place] = right
            break
    return "\n".join(lines)


def _draw_aside(map_id: str, story: UserStory, finding: StoryFinding, n: int) -> None:
    reason = _key("reason", story, n)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text_input(
            t("backlog-aside-reason"), placeholder=t("backlog-aside-reason"), label_visibility="collapsed", key=reason
        )
        if st.button(t("backlog-put-aside"), key=_key("aside", story, n)):
            why = str(state.get(reason, "") or "")
            act = service().backlog.put_aside
            if submitted(lambda: act(me(), map_id, story.handle, finding.rule, finding.about, why)):
                state.forget(reason)
                st.rerun()


def _draw_put_aside(map_id: str, story: UserStory, one: PutAside, n: int) -> None:
    finding = one.finding
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        why = f"  \n:small[:gray[{plain(one.reason)}]]" if one.reason else ""
        said = f"**{plain(finding.kind.called(language()))}.** {plain(finding.why(language()))}"
        st.markdown(f":gray[{said}]{why}", width="stretch")
        if st.button(t("backlog-aside-back"), type="tertiary", icon=":material/undo:", key=_key("back", story, n)):
            act = service().backlog.take_back
            if submitted(lambda: act(me(), map_id, story.handle, finding.rule, finding.about)):
                st.rerun()


def forget_fields(handle: str) -> None:
    """The texts of the story are other ones: its fields begin with them."""
    state.forget(*(state.key("backlog", name, handle) for name in ("title", "sentence", "criteria", "seen")))


def _key(act: str, story: UserStory, n: int) -> str:
    return state.key("backlog", act, story.handle, n)
