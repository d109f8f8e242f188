"""Figures as cards: each says how it is defined, of how much it speaks, and shows the moments it comes from."""

from collections.abc import Callable, Sequence

import streamlit as st

from journeymap.domain.changes.describe import listed
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import Moment
from journeymap.domain.text.durations import duration_short
from journeymap.exchange.figure_words import signed
from journeymap.ui import state
from journeymap.ui.navigation import link
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.badges import cell
from journeymap.ui.screens.compare.figure_cards import Card
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import language, t

_TONES = {"good": "green", "bad": "red", "plain": "gray"}
_SOURCE = state.key("compare", "source")

MOST = 200
"""So many moments of one figure are listed."""


def draw_cards(pair: Pair, cards: Sequence[Card], group: str) -> None:
    """A row of cards, and under it the moments of the one that was asked about."""
    with st.grid(len(cards), min_column_width=150, gap="small"):
        for card in cards:
            with st.container(border=True, height="stretch", gap="xsmall", key=state.key("compare", "card", card.name)):
                _draw_card(card)
    asked = state.get(_SOURCE, "")
    for card in cards:
        if card.name == asked and _has_sources(card):
            _draw_sources(pair, card, group)


def _draw_card(card: Card) -> None:
    st.metric(
        card.label,
        card.value,
        card.note or None,
        delta_color=_TONES[card.tone],  # type: ignore[arg-type]
        delta_arrow="off",
        help=card.help,
    )
    if card.coverage:
        st.caption(plain(card.coverage))
    if _has_sources(card):
        open_ = state.get(_SOURCE, "") == card.name
        st.button(
            t("compare-source-hide") if open_ else t("compare-source", n=max(len(card.as_is), len(card.to_be))),
            icon=":material/expand_less:" if open_ else ":material/format_list_bulleted:",
            type="tertiary",
            key=state.key("compare", "source", card.name),
            on_click=state.put,
            args=(_SOURCE, "" if open_ else card.name),
        )


def _has_sources(card: Card) -> bool:
    return bool(card.as_is or card.to_be)


def _draw_sources(pair: Pair, card: Card, group: str) -> None:
    """The moments of both maps that this figure comes from, with what each of them says."""
    with st.container(border=True, key=state.key("compare", "sources", group)):
        st.markdown(f"**{t('compare-source-of', figure=card.label)}**")
        left, right = st.columns(2)
        for place, side, ids in ((left, pair.as_is, card.as_is), (right, pair.to_be, card.to_be)):
            with place:
                _draw_side(side, ids, card.name)


def _draw_side(side: Journey, ids: Sequence[str], name: str) -> None:
    kind = t(f"shell-kind-{side.kind}")
    if not ids:
        st.caption(t("compare-source-none", kind=kind))
        return
    say_value = VALUES.get(name, _feeling)
    columns = (kind, t("compare-source-says"))
    rows = [side.get(Moment, moment) for moment in ids[:MOST]]
    table = [dict(zip(columns, (cell(row.text), plain(say_value(side, row))), strict=True)) for row in rows]
    st.table(table, border="horizontal", hide_index=True, alt=t("compare-source-alt", kind=kind))
    if len(ids) > MOST:
        st.caption(t("compare-source-more", n=len(ids) - MOST))
    link("map", t("compare-to-map"), icon=":material/map:", map=side.map_id)


def _feeling(side: Journey, row: Moment) -> str:
    """What is felt on an as-is, what is aimed at on a to-be."""
    value = row.felt_valence if side.kind == "as-is" else side.targeted_of(row)[0]
    return "–" if value is None else signed(value, language())


def _minutes(name: str) -> Callable[[Journey, Moment], str]:
    def told(_: Journey, row: Moment) -> str:
        value = getattr(row, name)
        return "–" if value is None else duration_short(value, language())

    return told


def _active(_: Journey, row: Moment) -> str:
    if row.minutes is None or row.waiting_minutes is None:
        return "–"
    return duration_short(row.minutes - row.waiting_minutes, language())


def _channels(side: Journey, row: Moment) -> str:
    return listed([channel.name for channel in side.channels_of(row.id)], language()) or "–"


def _needs(side: Journey, row: Moment) -> str:
    return " · ".join(need.text for need in side.needs_of(row.id)) or "–"


def _pains(side: Journey, row: Moment) -> str:
    return " · ".join(pain.text for pain in side.pain_points_of(row.id)) or "–"


VALUES: dict[str, Callable[[Journey, Moment], str]] = {
    "elapsed": _minutes("minutes"),
    "waiting": _minutes("waiting_minutes"),
    "active": _active,
    "effort": lambda _, row: "–" if row.effort is None else f"{row.effort:g}",
    "moments": _channels,
    "channels": _channels,
    "switches": _channels,
    "needs": _needs,
    "pains": _pains,
}
"""What a moment says, by the figure that is asked about; of all others it is the emotion."""
