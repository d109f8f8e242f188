"""What a file would become: figures, episodes with their moments, and what to know about its rows."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from journeymap.domain.model.journey import Journey
from journeymap.exchange.file_position import Remark
from journeymap.exchange.table_import import Plan
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.shared import t

FEW = 8
"""So many remarks are shown at once; the others are behind a click."""

MOST = 200
"""More than so many remarks nobody reads."""

COUNTED = ("episodes", "moments", "channels", "touchpoints", "needs", "pain_points")

Line = tuple[str, tuple[str, ...]]
"""A moment's text and the names of its channels."""


def draw_plan_preview(
    plan: Plan, language: str, draw_way_out: Callable[[Sequence[Remark]], None] | None = None
) -> None:
    """What a table would become. `draw_way_out` draws what can be done about its problems."""
    if plan.problems:
        st.error(t("import-problems", n=len(plan.problems)), icon=":material/report:")
        _draw_remarks(plan.problems, language)
        if draw_way_out is not None:
            draw_way_out(plan.problems)
    _draw_counts({name: getattr(plan.counts, name) for name in COUNTED})
    if plan.notes:
        with st.expander(t("import-notes", n=len(plan.notes)), icon=":material/info:", expanded=len(plan.notes) <= FEW):
            _draw_remarks(plan.notes, language)
    _draw_episodes((e.title, [(m.text, m.channels) for m in e.moments]) for e in plan.episodes)


def draw_journey_preview(journey: Journey) -> None:
    """What a journey document would become."""
    st.subheader(plain(journey.title), anchor=False)
    persona = journey.persona
    kind = t(f"shell-kind-{journey.kind}")
    st.caption(f"{kind} · {plain(persona.name)}" if persona else kind)
    _draw_counts({name: journey.count(name) for name in COUNTED})
    _draw_episodes(
        (episode.title, [(m.text, _channels(journey, m.id)) for m in journey.moments_of(episode.id)])
        for episode in journey.episodes
    )


def _channels(journey: Journey, moment_id: str) -> tuple[str, ...]:
    return tuple(channel.name for channel in journey.channels_of(moment_id))


def _draw_counts(counts: dict[str, int]) -> None:
    with st.grid(len(counts), min_column_width=105, gap="small"):
        for table, n in counts.items():
            st.metric(t(f"import-count-{table}".replace("_", "-")), n, border=True)


def _draw_remarks(remarks: Sequence[Remark], language: str) -> None:
    lines = [f"- {plain(remark.text(language))}" for remark in remarks[:MOST]]
    st.markdown("\n".join(lines[:FEW]))
    if len(remarks) > FEW:
        with st.expander(t("import-more-remarks", n=len(remarks) - FEW)):
            st.markdown("\n".join(lines[FEW:]))
            if len(remarks) > MOST:
                st.caption(t("import-rest-remarks", n=len(remarks) - MOST))


def _draw_episodes(episodes: Iterable[tuple[str, Sequence[Line]]]) -> None:
    for n, (title, moments) in enumerate(episodes):
        label = t("import-episode", title=plain(shortened(title, 80)), n=len(moments))
        with st.expander(label, expanded=n == 0):
            st.markdown("\n".join(_line(text, channels) for text, channels in moments) or t("import-episode-empty"))


def _line(text: str, channels: Sequence[str]) -> str:
    badges = " ".join(f":gray-badge[{plain(name)}]" for name in channels)
    return f"1. {plain(text)} {badges}"
