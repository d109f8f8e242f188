"""Traceability: needs and stories, today's micro-moments and evidence, both ways, and what a change would hit."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import streamlit as st

from journeymap.domain.analysis.story_traces import NeedTrace, Proof, StoryTraces
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.catalogue import capital
from journeymap.domain.text.dates import day_said
from journeymap.ui import state
from journeymap.ui.map_header import MapContext
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.table_rows import story_numbers
from journeymap.ui.screens.stories.change_question import draw_reach
from journeymap.ui.shared import language, me, service, t

PAGE = 100
"""So many rows of a table at a time."""
NOTHING = "–"

Row = dict[str, str]


def draw_traceability(context: MapContext) -> None:
    """The traces of this map's stories, in four tables, below what a change would hit."""
    traces = service().exchange.story_traces(me(), context.map_id)
    as_is = service().exchange.as_is_of(me(), context.map_id)
    draw_reach(context, as_is)
    tables = _tables(context.journey, as_is, traces)
    labels = {name: t(f"traces-by-{name}") for name in tables}
    chosen = st.segmented_control(
        t("traces-by"),
        list(labels),
        default="needs",
        required=True,
        format_func=labels.__getitem__,
        key=state.key("traces", "by", context.map_id),
    )
    name = chosen if chosen in tables else "needs"
    st.caption(t(f"traces-{name}-why"))
    gaps = _gaps(traces)
    if gaps and name == "needs":
        st.markdown(" ".join(gaps))
    _draw_table(name, tables[name]())


def _tables(journey: Journey, as_is: Journey | None, traces: StoryTraces) -> Mapping[str, Callable[[], Sequence[Row]]]:
    """Each table with what makes its rows; today's moments only where there is an as-is."""
    numbers = story_numbers(journey)
    tables: dict[str, Callable[[], Sequence[Row]]] = {
        "needs": lambda: needs_matrix(journey, traces, numbers),
        "stories": lambda: _stories(journey, as_is, traces, numbers),
    }
    if as_is is not None and traces.as_is:
        tables["as-is"] = lambda: _as_is(journey, as_is, traces, numbers)
    if traces.proofs:
        tables["evidence"] = lambda: [
            {t("traces-evidence"): _proof(proof), t("traces-stories"): _named(journey, numbers, stories, "; ")}
            for proof, stories in traces.proofs.items()
        ]
    return tables


def _gaps(traces: StoryTraces) -> list[str]:
    """That needs have no story, and stories no need; nothing where all is well."""
    counts = {"needs": sum(not need.moments for need in traces.needs), "stories": len(traces.without_need)}
    return [t(f"traces-gap-{name}", n=count) for name, count in counts.items() if count]


def needs_matrix(journey: Journey, traces: StoryTraces, numbers: Mapping[str, str]) -> Sequence[Row]:
    """Needs against episodes: the numbers of the stories that serve each; those without come first."""
    episodes = [(episode.id, plain(f"{n}. {episode.title}")) for n, episode in enumerate(journey.episodes, 1)]
    home = {moment.id: moment.parent for moment in journey.moments}

    def row(label: str, moments: Iterable[str]) -> Row:
        listed = [moment for moment in moments if moment in numbers]
        cells = {title: ", ".join(numbers[m] for m in listed if home[m] == episode) for episode, title in episodes}
        return {t("traces-need"): label, **cells}

    lacking = [
        row(f":orange[{plain(need.text)}]  \n:small[{t('traces-need-today')}]", ())
        for need in traces.needs
        if not need.moments
    ]
    none = [row(f":orange[{t('traces-no-need')}]", traces.without_need)] if traces.without_need else []
    return [*lacking, *none, *(row(plain(need.text), need.moments) for need in _most_first(traces.needs))]


def _most_first(needs: Sequence[NeedTrace]) -> Sequence[NeedTrace]:
    return sorted((need for need in needs if need.moments), key=lambda need: -len(need.moments))


def _stories(journey: Journey, as_is: Journey | None, traces: StoryTraces, numbers: Mapping[str, str]) -> Sequence[Row]:
    found = []
    served: dict[str, list[str]] = {}
    for need in traces.needs:
        for moment in need.moments:
            served.setdefault(moment, []).append(plain(need.text))
    for moment, sources in traces.sources.items():
        row = {
            t("traces-story"): _named(journey, numbers, [moment]),
            t("traces-needs"): "; ".join(served.get(moment, ())) or NOTHING,
        }
        if as_is is not None:
            row[t("traces-as-is")] = _texts(as_is, sources)
        found.append(row | {t("traces-evidence"): "; ".join(map(_proof, traces.believed[moment])) or NOTHING})
    return found


def _as_is(journey: Journey, as_is: Journey, traces: StoryTraces, numbers: Mapping[str, str]) -> Sequence[Row]:
    today = story_numbers(as_is)
    return [
        {
            t("traces-as-is"): f":gray[{today.get(moment, '')}] {_texts(as_is, [moment])}",
            t("traces-stories"): _named(journey, numbers, stories) if stories else f":orange[{t('traces-no-story')}]",
        }
        for moment, stories in traces.as_is.items()
    ]


def _texts(journey: Journey, moments: Sequence[str]) -> str:
    known = (journey.find("moments", moment) for moment in moments)
    return "; ".join(plain(row.called) for row in known if row) or NOTHING


def _named(journey: Journey, numbers: Mapping[str, str], moments: Sequence[str], between: str = "  \n") -> str:
    """Stories by number and text, each in a line of its own where not told otherwise."""
    known = [journey.get(Moment, moment) for moment in moments if moment in numbers]
    return between.join(f":gray[{numbers[moment.id]}] {plain(moment.text)}" for moment in known) or NOTHING


def _proof(proof: Proof) -> str:
    """Why something is believed, in one line: “validated by a customer: Mila, 18 September 2026”."""
    on = day_said(proof.on, language()) if proof.on else ""
    who = ", ".join(filter(None, (proof.by, on, proof.source)))
    status = t(f"exchange-evidence-{proof.status}")
    return plain(capital(f"{status}: {who}" if who else status))


def _draw_table(name: str, rows: Sequence[Row]) -> None:
    place, page = st.container(), 1
    if len(rows) > PAGE:
        with st.container(horizontal_alignment="center"):
            page = st.pagination(-(-len(rows) // PAGE), key=state.key("traces", "page", name))
    place.table(
        list(rows[(page - 1) * PAGE : page * PAGE]), border="horizontal", hide_index=True, alt=t(f"traces-{name}-why")
    )
