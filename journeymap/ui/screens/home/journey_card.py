"""One journey on Home: as-is and to-be side by side, each with its curve, and what to do next below them."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from journeymap.domain.analysis.silhouette import Silhouette
from journeymap.domain.model.roles import Right, may
from journeymap.domain.model.rows import MapKind
from journeymap.domain.model.validation import MapState
from journeymap.domain.model.workshop import Workshop
from journeymap.graph.thumbnail import image
from journeymap.storage.store import MapHead
from journeymap.ui import state
from journeymap.ui.map_header import design_to_be
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain, shortened
from journeymap.ui.screens.home.journeys import MapPair
from journeymap.ui.screens.home.map_menu import draw_menu
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.state_badge import draw_state_badge
from journeymap.ui.times import ago, exact

MORE = 3
"""So many earlier to-bes are named; the map itself leads to the others."""

_EMPTY = Silhouette((), (), ())

States = Mapping[str, MapState]
"""Where maps stand, by their ids; one that is not there is a draft."""


def draw_cards(journeys: Sequence[MapPair], workshops: Mapping[str, Workshop]) -> None:
    """Two cards in a row; on a phone one below the other."""
    heads = [head for one in journeys for head in one.heads]
    drawn, states = service().maps.silhouettes(me(), heads), service().states.of_all(me(), [one.id for one in heads])
    for at in range(0, len(journeys), 2):
        for column, one in zip(st.columns(2, gap="small"), journeys[at : at + 2], strict=False):
            with column:
                _draw_card(one, drawn, states, workshops)


def _draw_card(
    one: MapPair, drawn: Mapping[str, Silhouette], states: States, workshops: Mapping[str, Workshop]
) -> None:
    with st.container(border=True, gap="xsmall", height="stretch", key=state.key("home", "journey", one.first.id)):
        sides = st.columns(2, gap="small", border=False)
        with sides[0]:
            _draw_side(one.first, drawn, states, None)
        with sides[1]:
            if one.as_is is not None:
                _draw_to_be(one, one.as_is, drawn, states)
        _draw_foot(one, workshops)


def _draw_to_be(one: MapPair, as_is: MapHead, drawn: Mapping[str, Silhouette], states: States) -> None:
    if one.to_be:
        _draw_side(one.to_be[0], drawn, states, drawn.get(as_is.id))
        for head in one.to_be[1 : MORE + 1]:
            with st.container(gap=None, key=state.key("home", "side", head.id)):
                _draw_name(head, states)
    elif as_is.id in drawn and not drawn[as_is.id].moments:
        with st.container(horizontal_alignment="center", vertical_alignment="center", height="stretch"):
            link("map", t("first-map-go"), icon=":material/map:", map=as_is.id)
    elif may(me(), Right.MANAGE, as_is.workshop_id):
        with st.container(horizontal_alignment="center", vertical_alignment="center", height="stretch"):
            st.button(
                t("shell-design-to-be"),
                icon=":material/design_services:",
                help=t("shell-design-to-be-help"),
                key=state.key("home", "design", as_is.id),
                on_click=design_to_be,
                args=(as_is.id,),
            )
    else:
        st.caption(t("home-no-to-be"))


def _draw_side(head: MapHead, drawn: Mapping[str, Silhouette], states: States, ghost: Silhouette | None) -> None:
    """One map of it: all of it opens the map."""
    here = drawn.get(head.id, _EMPTY)
    aims = head.kind is MapKind.TO_BE
    with st.container(gap=None, key=state.key("home", "side", head.id)):
        _draw_name(head, states)
        if here.sizes:
            st.html(image(here, language(), aims=aims, ghost=ghost))
        st.caption(_figures(head, here))


def _draw_name(head: MapHead, states: States) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False):
        st.badge(t(f"shell-kind-{head.kind}"), color="green" if head.kind is MapKind.TO_BE else "gray")
        draw_state_badge(states.get(head.id, MapState.DRAFT))
        st.space("stretch")
        draw_menu(head)
    link("map", f"**{plain(head.title)}**", help=t("home-open"), width="stretch", map=head.id)


def _figures(head: MapHead, here: Silhouette) -> str:
    """How much there is, in words; of a to-be what is new in it, of an as-is how much customers have validated."""
    if not here.moments:
        return t("home-size-none")
    about = [t("home-card-moments", n=len(here.moments)), t("home-card-channels", n=here.channels)]
    if here.truths:
        about.append(t("home-card-truths", n=here.truths))
    if head.kind is MapKind.AS_IS:
        about.append(t("home-card-validated", n=here.validated))
    elif head.as_is_id is not None:
        about.append(t("home-card-new", n=here.new))
    return " · ".join(about)


def _draw_foot(one: MapPair, workshops: Mapping[str, Workshop]) -> None:
    """Whose journey it is, who looks after it until when, and the next step."""
    held = next((found for it in one.heads if (found := workshops.get(it.workshop_id or ""))), None)
    changed = max(it.changed_at for it in one.heads)
    parts = [
        f":material/person: {plain(shortened(one.first.persona, 40))}" if one.first.persona else "",
        f"{t('home-card-owner')} **{plain(held.owner)}**" if held and held.owner else "",
        f"{t('home-card-review')} **{plain(held.next_review)}**" if held and held.next_review else "",
        f":material/groups: {plain(shortened(held.title, 40))}" if held else "",
        f'<span title="{escape(exact(changed))}">{escape(t("home-changed", ago=ago(changed)))}</span>',
    ]
    key = state.key("home", "foot", one.first.id)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=key):
        st.caption(" · ".join(part for part in parts if part), unsafe_allow_html=True, width="stretch")
        if one.as_is is not None and one.to_be:
            link("compare", f"{t('home-card-compare')}\u00a0→", help=t("home-card-compare-help"), map=one.to_be[0].id)
