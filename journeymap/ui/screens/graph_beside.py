"""Beside the graph: the chosen moment with all that belongs to it, or the paths in numbers."""

import streamlit as st

from journeymap.domain.journey import Journey
from journeymap.domain.rows import Episode, EvidenceStatus, MapKind, Moment
from journeymap.domain.telling import signed
from journeymap.ui.comparing.figures import duration
from journeymap.ui.faces import face, word
from journeymap.ui.graph_view import passing, ways
from journeymap.ui.panels.picking import pick
from journeymap.ui.places import link
from journeymap.ui.resources import language, t
from journeymap.ui.screens.face_style import with_faces
from journeymap.ui.state import key
from journeymap.ui.wording import plain

_PROOF = {EvidenceStatus.ASSUMED: "gray", EvidenceStatus.INTERNAL: "blue", EvidenceStatus.VALIDATED: "green"}


def draw_moment(journey: Journey, moment_id: str) -> None:
    """One moment, read-only; it is edited on the map."""
    moment = journey.get(Moment, moment_id)
    with st.container(border=True, gap="xsmall", key=with_faces("graph")):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(plain(journey.get(Episode, moment.parent or "").title), width="stretch")
            st.button(
                t("graph-screen-close"),
                icon=":material/close:",
                type="tertiary",
                key=key("graph", "close"),
                on_click=pick,
                args=(journey.map_id,),
            )
        st.markdown(f"**{plain(moment.text)}**")
        _draw_badges(moment)
        for name, line in _lines(journey, moment):
            st.markdown(f":small[:gray[{t(f'graph-screen-{name}')}]]  \n{line}")
        link("map", t("graph-screen-open"), icon=":material/edit:", map=journey.map_id)


def _draw_badges(moment: Moment) -> None:
    badges = []
    if moment.moment_of_truth:
        badges.append(f":yellow-badge[:material/star: {t('graph-told-truth')}]")
    if moment.optional:
        badges.append(f":gray-badge[{t('graph-screen-optional')}]")
    status = moment.evidence_status
    badges.append(f":{_PROOF[status]}-badge[{t(f'told-value-{status}')}]")
    st.markdown(" ".join(badges))


def _lines(journey: Journey, moment: Moment) -> list[tuple[str, str]]:
    """What is known about a moment, by name; what is not said is left out, except how it feels."""
    found = []
    if journey.kind is MapKind.AS_IS:
        found.append(("felt", _feeling(moment.felt_valence, moment.felt_label)))
    found.append(("targeted", _feeling(*journey.targeted_of(moment))))
    texts = {
        "channels": [channel.name for channel in journey.channels_of(moment.id)],
        "needs": [need.text for need in journey.needs_of(moment.id)],
        "pains": [pain.text for pain in journey.pain_points_of(moment.id)],
        "backstage": [", ".join(filter(None, (s.text, s.team, s.system))) for s in journey.backstage_of(moment.id)],
        "paths": [
            t("graph-screen-at-step", path=path.name, steps=", ".join(map(str, at)), n=len(at))
            for path, at in passing(journey, moment.id)
        ],
    }
    found += [(name, "  \n".join(map(plain, lines))) for name, lines in texts.items() if lines]
    if moment.minutes is not None:
        found.append(("minutes", duration(moment.minutes, language())))
    if moment.evidence_by or moment.evidence_on:
        found.append(("evidence", plain(", ".join(filter(None, (moment.evidence_by, str(moment.evidence_on or "")))))))
    if moment.notes:
        found.append(("notes", plain(moment.notes)))
    return found


def _feeling(valence: float | None, label: str) -> str:
    if valence is None:
        return plain(label) or t("compare-not-said")
    tongue = language()
    return f"{face(valence, tongue)} {plain(label or word(valence, tongue))} ({signed(valence, tongue)})"


def draw_ways(journey: Journey) -> None:
    """Nothing is chosen: the paths in numbers, and what to do."""
    with st.container(border=True, gap="small"):
        st.markdown(f"**{t('graph-screen-ways')}**")
        found = ways(journey)
        if not found:
            st.markdown(t("graph-screen-no-ways"))
        for way in found:
            share = t("graph-share", path=way.path.name, share=way.path.share) if way.path.share else way.path.name
            numbers = [
                t("graph-screen-steps", n=way.steps),
                t("graph-screen-switches", n=way.switches),
                *([duration(way.minutes, language())] if way.minutes else []),
                *([t("graph-screen-returns", n=len(way.returns))] if way.returns else []),
            ]
            st.markdown(f"{plain(share)}  \n:small[:gray[{plain(' · '.join(numbers))}]]")
        st.caption(t("graph-screen-choose"))
