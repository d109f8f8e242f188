"""What people write, as it comes: each with a light on the beamer, another place, or another moment to be one with."""

from collections.abc import Callable
from html import escape

import streamlit as st

from journeymap.domain.analysis.near_duplicates import likeness
from journeymap.domain.changes.describe import shortened
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import Move
from journeymap.domain.model.roles import one_person
from journeymap.domain.model.visibility import PUBLIC
from journeymap.service.contributions import Contribution, Feed
from journeymap.service.step_results import Board
from journeymap.ui import state
from journeymap.ui.actions import submit_changes, submitted
from journeymap.ui.more_menu import draw_more
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import DIALOGS, WorkshopView, submit_to_workshop
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.unique_labels import distinct

FIRST = 8
"""So many at once: the room looks at what came last."""
NAMED = 12
"""So many people are named with how much they wrote."""
COMPARED = 200
"""Up to so many the likest ones stand first."""

_MERGED = DIALOGS["merge"]


def draw_contributions(room: WorkshopView) -> None:
    """Those that everybody sees with their words; the others as numbers."""
    feed = room.feed
    if feed is None or not (feed.shown or feed.hidden):
        return
    st.markdown(f"**{t('lead-feed')}** :gray[{feed.shown + feed.hidden}]")
    if feed.hidden:
        _draw_hidden(room, feed)
    with st.container(gap=None):
        for one in feed.latest[:FIRST]:
            _draw_one(room, one)
    if feed.shown > FIRST:
        st.caption(t("lead-feed-more", n=feed.shown - FIRST))


def _draw_hidden(room: WorkshopView, feed: Feed) -> None:
    """How many nobody sees yet, and who wrote how many: never what."""
    st.caption(f":material/visibility_off: {t('lead-feed-hidden', n=feed.hidden)}")
    made: dict[str, int] = {}
    for by, n in room.progress.by.items():
        name = room.name_of(one_person(room.people, by))
        made[name] = made.get(name, 0) + n
    most = sorted(((n, name) for name, n in made.items() if name and n), key=lambda one: (-one[0], one[1]))
    chips = "".join(f"<span>{escape(name)} <b>{n}</b></span>" for n, name in most[:NAMED])
    if len(most) > NAMED:
        chips += f"<span>{escape(t('lead-more-people', n=len(most) - NAMED))}</span>"
    if chips:
        st.html(f'<div class="jm-chips">{chips}</div>')


def _draw_one(room: WorkshopView, one: Contribution) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", wrap=False, key=state.key("feed", one.id)
    ):
        under = " · ".join(escape(part) for part in (one.place, one.by) if part)
        st.html(
            f'<div class="jm-said"><b dir="auto" title="{escape(one.text)}">{escape(one.text)}</b>'
            f"<small dir='auto'>{under}</small></div>"
        )
        lit = room.workshop.spotlight == one.id
        st.button(
            "",
            icon=":material/highlight_off:" if lit else ":material/highlight:",
            type="primary" if lit else "tertiary",
            help=t("lead-spotlight-on" if lit else "lead-feed-light"),
            key=state.key("workshop", "feed-light", one.id),
            on_click=_light,
            args=(room.id, None if lit else one.id),
        )
        if one.table == "moments" and room.board is not None:
            _draw_menu(seen(room.board), one)


def _light(workshop_id: str, row_id: str | None) -> None:
    submit_to_workshop(lambda w, person: w.facilitation.spotlight(person, workshop_id, row_id))


def _draw_menu(journey: Journey, one: Contribution) -> None:
    here = journey.find("moments", one.id)
    episodes = {row.id: row.title for row in journey.episodes if here is not None and row.id != here.parent}
    names = {MERGE: f":material/merge: {t('lead-feed-merge')}"}
    names |= {
        row_id: f":material/drive_file_move: {plain(t('lead-feed-move', title=title))}"
        for row_id, title in distinct(episodes).items()
    }
    key = state.key("workshop", "feed", one.id)
    draw_more(names, plain(t("lead-feed-menu", text=shortened(one.text, 60))), key, _act, (journey.map_id, one.id, key))


MERGE = "merge"


def _act(map_id: str, moment_id: str, key: str) -> None:
    chosen = state.get(key, "")
    if chosen == MERGE:
        state.put(_MERGED, moment_id)
    elif chosen:
        move = Move(table="moments", id=moment_id, parent=chosen)
        submit_changes(map_id, move, toast=t("lead-feed-moved"), later=True)


def draw_merge_dialog(room: WorkshopView) -> None:
    """With which moment it becomes one, while that is asked."""
    asked = state.get(_MERGED, "")
    if not asked:
        return
    if room.board is None or seen(room.board).find("moments", asked) is None:
        _close()
        return
    title = t("lead-feed-merge-title")
    st.dialog(title, icon=":material/merge:", on_dismiss=_close)(_draw_merge)(seen(room.board), asked)


def _close() -> None:
    state.forget(_MERGED)


def _draw_merge(journey: Journey, asked: str) -> None:
    text = next(moment.text for moment in journey.moments if moment.id == asked)
    others = [moment for moment in journey.moments if moment.id != asked]
    if len(others) <= COMPARED:
        others.sort(key=lambda one: -likeness(journey, one.id, asked, language()))
    st.markdown(plain(t("lead-feed-merge-why", text=shortened(text, 120))))
    if not others:
        st.caption(t("lead-feed-merge-none"))
        return
    labels = distinct({moment.id: shortened(moment.text, 100) for moment in others})
    keep = st.selectbox(
        t("lead-feed-merge-into"), list(labels), format_func=labels.__getitem__, key=state.key("workshop", "merge-into")
    )
    if st.button(t("lead-feed-merge-do"), type="primary", key=state.key("workshop", "merge-do")) and _merged(
        lambda: service().changes.merge(me(), journey.map_id, [(keep, [asked])])
    ):
        _close()
        st.rerun()


def _merged(work: Callable[[], object]) -> bool:
    return submitted(work, toast=t("lead-merged", n=1))


def seen(board: Board) -> Journey:
    """The map as everybody sees it: what is hidden is nobody's to be merged with or moved into."""
    return PUBLIC.of_map(board.journey)
