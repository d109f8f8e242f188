"""What a change would hit, before one makes it: choose anything of the map, and see stories, teams, communications."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import streamlit as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.text.normalize import plain as comparable
from journeymap.ui import state
from journeymap.ui.map_header import MapContext
from journeymap.ui.navigation import go, link
from journeymap.ui.panels.selection import pick
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.table_rows import story_numbers
from journeymap.ui.shared import me, service, t


class Changeable(NamedTuple):
    """Something that may be changed: a row of the to-be, or a micro-moment of today."""

    kind: str
    id: str
    text: str

    @property
    def label(self) -> str:
        """What it is called in the list."""
        return f"{t(f'traces-change-{self.kind}')}: {self.text}"


def draw_reach(context: MapContext, as_is: Journey | None) -> None:
    """Choose what would change, and see what that hits."""
    choices = {(one.kind, one.id): one for one in changeables(context.journey, as_is)}
    labels = {key: one.label for key, one in choices.items()}
    with st.container(border=True, gap="small"):
        chosen = st.selectbox(
            t("traces-change"),
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            placeholder=t("traces-change-choose"),
            help=t("traces-change-help"),
            key=state.key("traces", "change", context.map_id),
        )
        if chosen in choices:
            _draw_hit(context, choices[chosen], with_as_is=as_is is not None)


def changeables(journey: Journey, as_is: Journey | None) -> Iterator[Changeable]:
    """All that one may ask for, in the order of the map; needs of the same words once."""
    for n, episode in enumerate(journey.episodes, 1):
        yield Changeable("episode", episode.id, f"{n}. {episode.title}")
    numbers = story_numbers(journey)
    for moment in journey.moments:
        yield Changeable("moment", moment.id, f"{numbers[moment.id]} {moment.text}")
    for channel in journey.channels:
        yield Changeable("channel", channel.id, channel.name)
    needs = {
        comparable(need.text): need for m in reversed(journey.moments) for need in reversed(journey.needs_of(m.id))
    }
    for need in reversed(needs.values()):
        yield Changeable("need", need.id, need.text)
    for moment in as_is.moments if as_is else ():
        yield Changeable("as-is", moment.id, moment.text)


_ON_THE_BOARD = {"episode": "episodes", "moment": "moments", "channel": "channels"}
"""What can be chosen on the board, and its table."""


def _draw_hit(context: MapContext, asked: Changeable, *, with_as_is: bool) -> None:
    hit = service().exchange.change_reach(me(), context.map_id, asked.id, of_as_is=asked.kind == "as-is")
    numbers, tables = story_numbers(context.journey), context.journey.tables
    stories = [f":gray[{numbers[m]}] {plain(tables['moments'][m].called)}" for m in hit.moments if m in numbers]
    said = [plain(tables["communications"][c].called) for c in hit.communications if c in tables["communications"]]
    if not (stories or hit.teams or said):
        st.markdown(t("traces-hit-nothing"))
    with st.grid(3, min_column_width=240, gap="small"):
        _draw_list("stories", stories)
        _draw_list("teams", [plain(team) for team in hit.teams])
        _draw_list("messages", said)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if asked.kind in _ON_THE_BOARD:
            _draw_way_to_the_board(context.map_id, _ON_THE_BOARD[asked.kind], asked.id)
        if with_as_is:
            link("compare", t("traces-open-compare"), icon=":material/compare_arrows:", map=context.map_id)


def _draw_way_to_the_board(map_id: str, table: str, row_id: str) -> None:
    if st.button(
        t("stories-open-on-map"),
        icon=":material/map:",
        type="tertiary",
        key=state.key("traces", "open", row_id),
        on_click=pick,
        args=(map_id, table, row_id),
    ):
        go("map", map=map_id)


def _draw_list(name: str, texts: Sequence[str]) -> None:
    if texts:
        with st.container():
            st.markdown(
                "\n".join([f"**{t(f'traces-hit-{name}', n=len(texts))}**", "", *(f"- {text}" for text in texts)])
            )
