"""What most would change, each in other words: whoever leads chooses the words."""

import streamlit as st

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import MapKind, Moment, MomentProposal
from journeymap.domain.workshop.proposals import Proposed, chosen_changes, open_wordings, uncounted
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.actions import submit_changes
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import WorkshopView
from journeymap.ui.shared import me, service, t
from journeymap.ui.unique_labels import distinct

SHOWN = 8
"""So many moments at once; the next ones follow when these are settled."""


def draw_wordings(room: WorkshopView) -> None:
    """Each moment with the ways in which it could be changed, and a click for the chosen one."""
    if room.board is None or room.step is None or room.board.head.kind is not MapKind.TO_BE:
        return
    journey = service().maps.journey(me(), room.board.head.id)
    found = open_wordings(journey, uncounted(journey, room.step, room.people))
    if not found:
        return
    with st.container(border=True):
        st.markdown(f"**{t('lead-wordings', n=len(found))}**")
        for one in found[:SHOWN]:
            _draw_moment(journey, one)
        if len(found) > SHOWN:
            st.caption(t("lead-wordings-more", n=len(found) - SHOWN))


def _draw_moment(journey: Journey, one: Proposed) -> None:
    with st.container(border=True, gap="xsmall"):
        ways = {how.id: (how, n) for how, n in one.wordings}
        labels = distinct({name: plain(_said(journey, how)) for name, (how, _) in ways.items()})
        key = state.key("workshop", "wording", one.moment)
        st.radio(
            t("lead-wordings-of", text=plain(journey.get(Moment, one.moment).text)),
            list(labels),
            format_func=labels.__getitem__,
            captions=[t("lead-wordings-by", n=n) for _, n in ways.values()],
            key=key,
        )
        st.button(
            t("lead-wordings-take"),
            icon=":material/edit_note:",
            key=state.key("workshop", "wording-take", one.moment),
            on_click=_take,
            args=(journey, {name: how for name, (how, _) in ways.items()}, key),
        )


def _said(journey: Journey, how: MomentProposal) -> str:
    """The words, the channel and the feeling; what a proposal leaves open stays as it is."""
    channel = journey.find("channels", how.channel) if how.channel else None
    felt = how.targeted_valence
    parts = (
        how.text or journey.get(Moment, how.item).text,
        t("lead-wordings-channel", name=channel.called) if channel is not None else "",
        t("lead-wordings-felt", value=f"{felt:+g}".replace("-", "−")) if felt is not None else "",
    )
    return " · ".join(part for part in parts if part)


def _take(journey: Journey, ways: dict[str, MomentProposal], key: str) -> None:
    """Make the moment as the chosen proposal says; where none is chosen yet, as most say."""
    first = next(iter(ways))
    how = ways.get(state.get(key, first), ways[first])
    changes = chosen_changes(journey, how, new_id())
    if changes:
        submit_changes(journey.map_id, *changes, toast=t("lead-wordings-taken"), later=True)
