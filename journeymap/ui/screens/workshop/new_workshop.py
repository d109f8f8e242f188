"""A new workshop: what it is about, which agenda; then the recovery code, which is shown once."""

import streamlit as st

from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.catalogue import LANGUAGES
from journeymap.domain.text.durations import duration_short
from journeymap.service.workshops import Created
from journeymap.storage.store import MapHead
from journeymap.ui import state
from journeymap.ui.actions import submit
from journeymap.ui.navigation import go
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.agenda import draw_preview
from journeymap.ui.screens.workshop.participants import draw_recovery
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.unique_labels import distinct

_MADE = state.key("new-workshop", "made")


def draw_new_workshop() -> None:
    """The form, or the code of the workshop that was just made."""
    made: Created | None = state.get(_MADE, None)
    if made is not None:
        _draw_made(made)
        return
    left, right = st.columns((1, 1), gap="large")
    with left:
        title = _line("title")
        as_is = _choose_journey()
        persona = _line("persona")
        purpose = st.text_area(
            t("new-workshop-purpose"),
            placeholder=t("new-workshop-purpose-for"),
            height=90,
            key=state.key("new-workshop", "purpose"),
        )
        name = _line("name")
        tongue = st.segmented_control(
            t("new-workshop-language"),
            list(LANGUAGES),
            format_func=LANGUAGES.__getitem__,
            default=language(),
            required=True,
            key=state.key("new-workshop", "language"),
        )
    with right:
        spoken = tongue or language()
        offered = service().workshops.agendas(spoken)
        if as_is is None or not as_is.episodes:
            offered = [one.for_empty_map(spoken) for one in offered]
        agendas = {one.id: one for one in offered}
        names = distinct({one.id: plain(one.name) for one in agendas.values()})
        chosen = st.radio(
            t("new-workshop-agenda"),
            list(names),
            format_func=names.__getitem__,
            captions=[
                duration_short(one.minutes, language()) if one.minutes else t("agenda-no-time")
                for one in agendas.values()
            ],
            key=state.key("new-workshop", "agenda"),
        )
        # Before the preview, which is long: one need not look for the button.
        asked = st.button(t("new-workshop-make"), type="primary", key=state.key("new-workshop", "make"))
        shown = st.container(key=state.key("new-workshop", "said"))
        with st.container(border=True):
            draw_preview(agendas[chosen or "two-hours"])
    if asked:
        with shown:
            found = submit(
                lambda: service().workshops.create(
                    me(),
                    title,
                    purpose=purpose or "",
                    persona=persona,
                    agenda=chosen or "two-hours",
                    language=tongue,
                    facilitator=name.strip(),
                    as_is=as_is.id if as_is is not None else None,
                )
            )
        if found is not None:
            state.put(_MADE, found)
            st.rerun()


def _choose_journey() -> MapHead | None:
    """The map to work on, which may have a to-be already; None: a new one."""
    maps = service().maps
    heads = {head.id: head for head in maps.heads(me()) if head.kind is MapKind.AS_IS}
    if not heads:
        return None
    names = distinct({"": t("new-workshop-journey-new")} | {head.id: head.title for head in heads.values()})
    chosen = st.selectbox(
        t("new-workshop-journey"),
        list(names),
        format_func=names.__getitem__,
        help=t("new-workshop-journey-help"),
        key=state.key("new-workshop", "journey"),
    )
    head = heads.get(chosen or "")
    if head is None:
        return None
    to_be = maps.to_be_of(me(), head.id)
    shown = [t("new-workshop-journey-to-be", title=to_be.title)] if to_be is not None else []
    if any(one is not None and one.workshop_id is not None for one in (head, to_be)):
        shown.append(t("new-workshop-journey-copy"))
    if shown:
        st.caption(plain(" ".join(shown)))
    return head


def _line(name: str) -> str:
    return (
        st.text_input(
            t(f"new-workshop-{name}"),
            placeholder=t(f"new-workshop-{name}-for"),
            help=t(f"new-workshop-{name}-help"),
            key=state.key("new-workshop", name),
        )
        or ""
    )


def _draw_made(made: Created) -> None:
    with st.container(width=640, border=True):
        st.subheader(plain(t("new-workshop-made", title=made.workshop.title)), anchor=False)
        draw_recovery(made.recovery)
        if st.button(
            t("new-workshop-go"),
            type="primary",
            icon=":material/arrow_forward:",
            key=state.key("new-workshop", "go"),
        ):
            state.forget(_MADE)
            go("workshop", workshop=made.workshop.id)
