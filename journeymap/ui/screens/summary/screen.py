"""The summary of a workshop: what came out of it, what is open, who goes on with it; and how it ends."""

from collections.abc import Callable, Sequence

import streamlit as st

from journeymap.domain.analysis.coach import coach
from journeymap.domain.analysis.gain import Gain
from journeymap.domain.model.roles import leads
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.workshop import Ballot, Workshop
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.formats import Takes, file_name, offered
from journeymap.exchange.poster import fates_said
from journeymap.exchange.summary import crowd, decision_said, made_on
from journeymap.exchange.wishes import SummaryWish
from journeymap.service.workshop_summary import Decided, Maker, Note, Summary
from journeymap.ui import state
from journeymap.ui.account import draw_account
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.summary.journey_strip import draw_journey, draw_truths
from journeymap.ui.screens.summary.leftovers import draw_left
from journeymap.ui.screens.summary.workshop_end import draw_close_first, draw_end
from journeymap.ui.screens.workshop.context import may_lead, open_workshop, submit_to_workshop, workshop_id
from journeymap.ui.screens.workshop.style import draw_style
from journeymap.ui.screens.workshop.votes import draw_result
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.takeaway import icon
from journeymap.ui.times import exact

OPEN_POINTS = 8
PEOPLE = 12
_ANONYMOUS = state.key("summary", "anonymous")


def draw_summary() -> None:
    """Draw the screen."""
    asked = workshop_id()
    if asked is None:
        _draw_none(t("lead-choose-none"))
        return
    try:
        service().workshops.get(me(), asked)  # whoever may not read it waits for no turn
    except Refusal as refusal:
        _draw_none(refusal.reason(language()))
        return
    with service().posters.turn(me(), service().workshops.heads(asked)):
        _draw_found(asked)


def _draw_found(asked: str) -> None:
    """All that came out of this workshop."""
    anonymous = bool(state.get(_ANONYMOUS, default=False))
    found = service().workshops.summaries.summary(me(), asked, anonymous=anonymous)
    open_workshop(found.workshop.id)
    draw_style()
    leading = may_lead(me(), found.workshop.id)
    points = open_points(found)
    gains = service().workshops.harvest.gains(me(), found.workshop.id)
    _draw_header(found, points, gains, leading=leading)
    if leading:
        draw_close_first(found.workshop, gains)
    draw_journey(found)
    left, right = st.columns((1.35, 1), gap="large")
    with left:
        draw_left(found, gains, leading=leading, points=len(points))
        draw_truths(found)
        _draw_decisions(found.decisions)
        _draw_votes(found)
        _draw_notes("parked", found.parked)
        _draw_notes("idea", found.ideas)
    with right:
        _draw_next(found.workshop, leading=leading)
        _draw_made(found)
        _draw_open(points)
        _draw_people(found)
    if leading:
        draw_end(found.workshop)


def _draw_none(reason: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(t("summary-none"), anchor=False, width="content")
        st.space("stretch")
        draw_account()
    st.markdown(plain(reason))
    link("home", t("lead-all-workshops"), icon=":material/home:")


def open_points(found: Summary) -> list[str]:
    """What the maps still miss, in words."""
    points: list[str] = []
    for head in found.maps:
        journey = service().maps.journey(me(), head.id)
        points += [hint.words for hint in coach(journey, language=language())]
    return list(dict.fromkeys(points))


def _draw_header(found: Summary, points: Sequence[str], gains: Sequence[Gain], *, leading: bool) -> None:
    it = found.workshop
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=state.key("frame")):
        st.subheader(plain(t("summary-title", title=it.title)), anchor=False, width="content")
        st.space("stretch")
        if leading:
            link("workshop", t("summary-back"), icon=":material/groups:", workshop=it.id)
        names = "&names=no" if state.get(_ANONYMOUS, default=False) else ""
        st.link_button(
            t("poster-open-page"),
            f"poster?workshop={it.id}{names}",
            icon=":material/print:",
            help=t("poster-open-page-help"),
            type="primary",
        )
        draw_account()
    about = (exact(it.created_at), it.persona, crowd(found, language()))
    st.caption(plain(" · ".join(part for part in about if part)))
    if it.purpose:
        st.markdown(plain(it.purpose))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.toggle(t("summary-anonymous"), help=t("summary-anonymous-help"), key=_ANONYMOUS)
        st.space("stretch")
        for one in offered(Takes.WORKSHOP):
            st.download_button(
                t(one.label),
                _made(found, points, gains, one.name),
                file_name=file_name(it.title, one, key=it.id),
                mime=one.media_type,
                icon=icon(one),
                help=t(one.about),
                type="tertiary",
                on_click="ignore",
                key=state.key("summary", "download", one.name),
            )


def _made(found: Summary, points: Sequence[str], gains: Sequence[Gain], name: str) -> Callable[[], bytes]:
    """Makes the file when it is asked for: after this run is over, so what it needs is taken along."""
    it, person, tongue, held = service(), me(), language(), exact(found.workshop.created_at)
    wish = SummaryWish(found, points, tongue, held, gains)
    return lambda: it.posters.file(person, found, wish, name)


def _draw_notes(kind: str, notes: Sequence[Note]) -> None:
    if not notes and kind == "idea":
        return
    st.markdown(f"**{t(f'summary-{kind}')}**{f' :gray[{len(notes)}]' if notes else ''}")
    if not notes:
        st.caption(t(f"summary-{kind}-none"))
        return
    lines = (f"- {plain(note.text)}" + (f" :gray[· {plain(note.by)}]" if note.by else "") for note in notes)
    st.markdown("\n".join(lines))


def _draw_decisions(decisions: Sequence[Decided]) -> None:
    """What was decided, with who owns it and when it is looked at again."""
    st.markdown(f"**{t('summary-decision')}**{f' :gray[{len(decisions)}]' if decisions else ''}")
    if not decisions:
        st.caption(t("summary-decision-none"))
        return
    st.markdown("\n".join(f"- {plain(decision_said(one, language()))}" for one in decisions))


def _draw_votes(found: Summary) -> None:
    if not found.votes:
        return
    st.markdown(f"**{t('summary-votes')}**")
    for vote in found.votes:
        with st.container(border=True):
            st.markdown(f"**{plain(vote.step.title)}**")
            draw_result(vote.result, dict(vote.texts), vote.step.ballot or Ballot(), shown=5)


def _draw_next(it: Workshop, *, leading: bool) -> None:
    """Who owns the journey from now on, and when it is looked at again."""
    with st.container(border=True):
        st.markdown(f"**{t('summary-next')}**")
        for name in ("owner", "next_review"):
            label = t(f"summary-{name}".replace("_", "-"))
            if leading:
                key = state.key("summary", name, it.id)
                st.text_input(
                    label,
                    getattr(it, name),
                    placeholder=t(f"summary-{name}-for".replace("_", "-")),
                    key=key,
                    on_change=_save,
                    args=(it.id, name, key),
                )
            else:
                st.markdown(f"{label}: {plain(getattr(it, name)) or '–'}")


def _save(workshop_id: str, name: str, key: str) -> None:
    submit_to_workshop(
        lambda w, person: w.change(person, workshop_id, **{name: state.get(key, "")}), toast=t("summary-saved")
    )


def _draw_made(found: Summary) -> None:
    with st.container(border=True):
        st.markdown(f"**{t('summary-made')}**")
        for head in found.maps:
            link("map", plain(f"{head.title} ({t(f'shell-kind-{head.kind}')})"), icon=":material/map:", map=head.id)
            st.caption(plain(made_on(found, head.id, language())) or t("summary-made-none"))
            validation = found.validated.get(head.id)
            if validation is not None:
                confirmed, contested = len(validation.of("confirmed")), len(validation.of("contested"))
                words = t("summary-validated", n=validation.customers, confirmed=confirmed, contested=contested)
                st.caption(f":material/verified: {words}")
        if fates := _fates(found):
            st.caption(f":material/compare_arrows: {t('summary-fates', fates=fates)}")


def _fates(found: Summary) -> str:
    """What the room made of the as-is: how much is kept, changed, dropped and new."""
    of_kind = {head.kind: head.id for head in found.maps}
    if len(of_kind) < 2:
        return ""
    before, after = (service().maps.journey(me(), of_kind[kind]) for kind in (MapKind.AS_IS, MapKind.TO_BE))
    return fates_said(before, after, language())


def _draw_open(points: Sequence[str]) -> None:
    if not points:
        return
    with st.container(border=True):
        st.markdown(f"**{t('summary-open')}** :gray[{len(points)}]")
        st.markdown("\n".join(f"- {plain(point)}" for point in points[:OPEN_POINTS]))
        if len(points) > OPEN_POINTS:
            with st.expander(t("lead-coach-more", n=len(points) - OPEN_POINTS)):
                st.markdown("\n".join(f"- {plain(point)}" for point in points[OPEN_POINTS:]))


def _draw_people(found: Summary) -> None:
    with st.container(border=True):
        st.markdown(f"**{t('summary-people')}**")
        if not found.people:
            st.caption(crowd(found, language()))
            return
        everybody = sorted(found.people, key=lambda one: (not leads(one.role), -one.made, one.name.casefold()))
        st.markdown("\n".join(map(_maker, everybody[:PEOPLE])))
        if len(everybody) > PEOPLE:
            with st.expander(t("lead-more-people", n=len(everybody) - PEOPLE)):
                st.markdown("\n".join(map(_maker, everybody[PEOPLE:])))


def _maker(one: Maker) -> str:
    about = " · ".join(part for part in (t(f"role-{one.role}"), one.doing) if part)
    made = f" · {t('summary-made-n', n=one.made)}" if one.made else ""
    return f"- {plain(one.name)} :gray[{plain(about)}{made}]"
