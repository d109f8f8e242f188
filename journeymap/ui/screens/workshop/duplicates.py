"""After a reveal: near-duplicate moments or episodes, merged with one click and separated again by undo."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.analysis.gain import group_name
from journeymap.domain.analysis.near_duplicates import LIKENESS, Group, episode_groups, fresh, groups
from journeymap.domain.changes.describe import count
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Episode, Moment
from journeymap.ui import state
from journeymap.ui.actions import submitted
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import WorkshopView, submit_on_click
from journeymap.ui.screens.workshop.leftovers import chosen_to_stay, keeper_key
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.unique_labels import distinct

SHOWN = 12
"""So many groups at once; the next ones follow when these are merged or apart."""

_LIKENESS = state.key("workshop", "likeness")


def draw_merging(room: WorkshopView, *, episodes: bool = False) -> None:
    """The groups of moments, or of episodes; the slider, and one click for each or for all."""
    if room.board is None:
        return
    journey = service().maps.journey(me(), room.board.head.id)
    likeness = state.get(_LIKENESS, round(LIKENESS * 100))
    every = (
        episode_groups(journey, likeness=likeness / 100, language=language())
        if episodes
        else near(journey, likeness / 100, room.board.as_is)
    )
    found = [one for one in every if _name(one) not in room.workshop.apart]
    if len(journey.episodes if episodes else journey.moments) < 2:
        return
    if not found:
        with st.expander(t("lead-alike", n=0), icon=":material/check_circle:"):
            _draw_likeness()
            st.caption(t("lead-alike-none"))
        return
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{t('lead-alike', n=len(found))}**", width="content")
            st.space("stretch")
            if len(found) > 1 and likeness != round(LIKENESS * 100):  # else the button stands beside the clock
                st.button(
                    t("lead-merge-all", n=len(found)),
                    icon=":material/merge:",
                    key=state.key("workshop", "merge-all"),
                    on_click=_merge,
                    args=(journey, found),
                )
        _draw_likeness()
        for group in found[:SHOWN]:
            _draw_group(room, journey, group)
        if len(found) > SHOWN:
            st.caption(t("lead-alike-more", n=len(found) - SHOWN))


def _draw_likeness() -> None:
    st.slider(
        t("lead-likeness"),
        60,
        100,
        round(LIKENESS * 100),
        format="%d %%",
        help=t("lead-likeness-help"),
        key=_LIKENESS,
    )


def near(journey: Journey, likeness: float, as_is: Journey | None = None) -> list[Group]:
    """The groups that were not said to be apart on the as-is; worked out once for a revision."""
    known: tuple[object, tuple[Group, ...]] | None = state.get(_KNOWN, None)
    asked = (journey.map_id, journey.revision, as_is and as_is.revision, likeness, language())
    if known is None or known[0] != asked:
        found = groups(journey, likeness=likeness, language=language())
        known = (asked, fresh(found, journey, as_is) if as_is is not None else found)
        state.put(_KNOWN, known)
    return list(known[1])


_KNOWN = state.key("workshop", "alike")


def _draw_group(room: WorkshopView, journey: Journey, group: Group) -> None:
    name = _name(group)
    texts = {one: _text(journey, one) for one in group.moments}
    with st.container(border=True, gap="xsmall"):
        labels = distinct({one: plain(text) for one, text in texts.items()})
        st.radio(
            t("lead-keeper"),
            list(labels),
            format_func=labels.__getitem__,
            index=list(labels).index(group.keeper),
            captions=[_by(room, journey, one) for one in labels],
            label_visibility="collapsed",
            key=keeper_key(group.moments),
        )
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(plain(" · ".join(group.why)), width="stretch")
            st.button(
                t("lead-apart"),
                type="tertiary",
                help=t("lead-apart-help"),
                key=state.key("workshop", "apart", name),
                on_click=submit_on_click,
                args=(lambda w, person: w.harvest.keep_apart(person, room.id, group.moments),),
            )
            st.button(
                t("lead-merge", n=len(group.moments)),
                icon=":material/merge:",
                key=state.key("workshop", "merge", name),
                on_click=_merge,
                args=(journey, [group]),
            )


def _name(group: Group) -> str:
    return group_name(group.moments)


def _text(journey: Journey, row_id: str) -> str:
    row = journey.find("episodes", row_id)
    if isinstance(row, Episode):
        return row.title
    channels = ", ".join(channel.name for channel in journey.channels_of(row_id))
    text = journey.get(Moment, row_id).text
    return f"{text} ({channels})" if channels else text


def _by(room: WorkshopView, journey: Journey, row_id: str) -> str:
    """Who wrote it, and what speaks for it to stay: the need, or how many moments it has."""
    row = journey.find("episodes", row_id)
    if isinstance(row, Episode):
        moments = len(journey.siblings("moments", row_id))
        parts = (room.name_of(row.author), count("moments", moments, language()) if moments else "")
    else:
        need = next((need.text for need in journey.needs_of(row_id)), "")
        parts = (room.name_of(journey.get(Moment, row_id).author), t("lead-because", need=need) if need else "")
    return plain(" · ".join(part for part in parts if part))


def _merge(journey: Journey, found: Sequence[Group]) -> None:
    """Merge all of these groups as one batch, which one undo takes back. Dots move along, hidden ones too."""
    merged = [(keep := _keeper(group), [one for one in group.moments if one != keep]) for group in found]
    n = sum(len(others) for _, others in merged)
    said = "lead-merged-episodes" if found and journey.find("episodes", found[0].keeper) is not None else "lead-merged"
    submitted(lambda: service().changes.merge(me(), journey.map_id, merged), toast=t(said, n=n), later=True)


def _keeper(group: Group) -> str:
    """What stays: the chosen one, else the proposed one."""
    chosen = chosen_to_stay((group.keeper, group.others))[1]
    return chosen if chosen in group.moments else group.keeper
