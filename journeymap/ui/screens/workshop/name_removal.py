"""In the room: a name that goes from the list, and one that is taken out of texts after every place was seen."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from journeymap.domain.model.roles import Participant
from journeymap.service.word_removal import Occurrence, Preview
from journeymap.ui import state
from journeymap.ui.actions import submit, submitted
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.context import DIALOGS, WorkshopView
from journeymap.ui.shared import me, service, t

ERASED, TAKEN_OUT = DIALOGS["erase"], DIALOGS["takeout"]
SHOWN = 100
"""So many places are shown; how many there are is always said."""


def draw_asked(room: WorkshopView) -> None:
    """Those whose name was erased and may still stand in texts: somebody who leads decides."""
    for one in service().workshops.erasure.asked_to_forget(me(), room.id):
        with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
            words = plain(t("lead-names-asked", name=one.name))
            st.markdown(f":material/person_off: {words}", width="stretch")
            key = state.key("workshop", "names", one.id)
            st.button(t("lead-names-look"), key=key, on_click=state.put, args=(ERASED, one.id))


def draw_erase(room: WorkshopView, one: Participant) -> None:
    """What can be done about somebody's name: first in the list, then in texts."""
    found = submit(lambda: service().workshops.erasure.words(me(), room.id, one.id))
    if one.name not in {offered.alias for offered in found.names} if found else True:
        st.markdown(t("lead-erase-why"))
        _button("erase-name", t("lead-erase-do"), lambda: service().workshops.erasure.erase_one(me(), room.id, one.id))
        st.divider()
    st.markdown(f"**{t('lead-words')}**")
    st.markdown(t("lead-words-why"))
    if found is None:
        return
    chosen = _draw_names(found)
    preview = submit(lambda: service().workshops.erasure.words(me(), room.id, one.id, chosen)) if chosen else None
    if preview is not None and preview.count:
        draw_places(preview)
    with st.container(horizontal=True):
        if preview is not None and preview.count:
            take = partial(service().workshops.erasure.take_out_words, me(), room.id, one.id, chosen, preview.count)
            _button("take-out", t("lead-words-do", n=preview.count), take, toast=t("lead-words-done", n=preview.count))
        if found.names:
            leave = partial(service().workshops.erasure.leave_words, me(), room.id, one.id)
            _button("leave", t("lead-words-leave"), leave, first=False, toast=t("lead-words-left"))


def draw_takeout(room: WorkshopView, one: Participant) -> None:
    """Everything that somebody made, taken out in one act."""
    st.markdown(plain(t("lead-takeout-why", name=one.name)))
    if st.button(t("lead-takeout-do"), type="primary", key=state.key("workshop", "takeout")):
        found = submit(lambda: service().workshops.takeout.take_out(me(), room.id, one.id))
        if found is not None:
            toast = t("lead-takeout-done", name=one.name, rows=found.rows, changes=found.changes, stayed=found.stayed)
            state.tell(toast)
            state.forget(TAKEN_OUT)
            st.rerun()


def _draw_names(found: Preview) -> list[str]:
    """The names that somebody bore; those that can be taken out may be chosen."""
    if not found.names:
        st.caption(t("lead-words-no-names"))
    chosen = []
    for n, one in enumerate(found.names):
        count = found.counts.get(one.name, 0)
        why = t(f"lead-words-{one.why}") if one.why else t("lead-words-places", n=count)
        key = state.key("workshop", "name", one.participant_id, str(n))
        label = f"{plain(one.name)} → {plain(one.alias)} :gray[{plain(why)}]"
        if st.checkbox(label, value=bool(count), disabled=bool(one.why) or not count, key=key) and not one.why:
            chosen.append(one.name)
    return chosen


def draw_places(preview: Preview) -> None:
    """Every place, as it is and as it would be."""
    st.caption(t("lead-words-found", n=len(preview.places), logged=preview.logged))
    rows = "".join(_row(place) for place in preview.places[:SHOWN])
    head = "".join(f"<th scope='col'>{escape(t(f'lead-words-{name}'))}</th>" for name in ("where", "is", "becomes"))
    st.html(f'<div class="jm-table"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>')
    if len(preview.places) > SHOWN:
        st.caption(t("lead-words-more", n=len(preview.places) - SHOWN))


def _row(place: Occurrence) -> str:
    where = place.map_title or t("lead-words-workshop")
    cells: Sequence[str] = (t("lead-words-hidden"),) * 2 if place.hidden else (place.before, place.after)
    return f'<tr><th scope="row">{escape(where)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'


def _button(name: str, label: str, work: object, *, first: bool = True, toast: str = "") -> None:
    kind = "primary" if first else "secondary"
    if st.button(label, type=kind, key=state.key("workshop", "names", name)) and submitted(work, toast=toast):  # type: ignore[arg-type]
        state.forget(ERASED)
        st.rerun()
