"""Whose journey the workshop was about and how it feels: the curve with its chapters, and the moments that decide."""

from collections.abc import Mapping
from html import escape
from urllib.parse import quote

import streamlit as st

from journeymap.domain.analysis.silhouette import Silhouette
from journeymap.domain.model.rows import MapKind
from journeymap.exchange.poster import extremes, is_aimed_at, truth_lines, truth_numbers
from journeymap.exchange.poster_curve import chapters, curve
from journeymap.graph.thumbnail import AIMED, FELT, told
from journeymap.service.current_step import as_is_of
from journeymap.service.workshop_summary import Summary
from journeymap.ui.persona_badge import draw_persona
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, me, service, t

_LEAST = 820
"""The picture is no narrower, in pixels: on a phone it is moved sideways, so that its words stay legible."""

_CHAPTER = (
    "position:absolute;inset-block:0;padding:.25rem .5rem;border-radius:6px;color:#fff;font-weight:600;"
    "white-space:nowrap;overflow:hidden;text-overflow:ellipsis"
)
_KEY = "display:inline-block;width:1.75rem;margin-inline-end:.4rem;vertical-align:middle;border-top:3px"


def draw_journey(found: Summary) -> None:
    """Whose it is, what is felt in the as-is, and what is aimed at."""
    drawn = service().maps.silhouettes(me(), found.maps)
    head = as_is_of(found.maps)
    if head is None or not drawn[head.id].moments:
        return
    persona = service().maps.journey(me(), head.id).persona
    if persona is not None:
        draw_persona(head.id, persona)
    here, to_be = drawn[head.id], _to_be(found, drawn)
    if all(one.felt is None for one in here.moments):
        st.caption(told(here, language(), aims=False))
        return
    st.html(f'<div style="font-size:.8125rem;line-height:1.4">{_picture(here, to_be)}{_legend(here, to_be)}</div>')


def draw_truths(found: Summary) -> None:
    """The moments that decide, by their numbers on the curve."""
    head = as_is_of(found.maps)
    here = service().maps.silhouettes(me(), found.maps)[head.id] if head is not None else None
    if here is None or not (numbers := truth_numbers(here)):
        return
    st.markdown(f"**{t('poster-truths')}** :gray[{here.truths}]")
    lines = truth_lines(here, language()).items()
    st.markdown("\n".join(f"{numbers[n]}. {plain(text)} :gray[{plain(felt)}]" for n, (text, felt) in lines))
    if here.truths > len(numbers):
        st.caption(t("poster-more", n=here.truths - len(numbers)))


def _to_be(found: Summary, drawn: Mapping[str, Silhouette]) -> Silhouette | None:
    return next((drawn[head.id] for head in found.maps if head.kind is MapKind.TO_BE and head.id in drawn), None)


def _picture(here: Silhouette, to_be: Silhouette | None) -> str:
    """The chapters by name, and the curve below them."""
    titles = "".join(
        f'<div dir="auto" title="{escape(title)}" style="{_CHAPTER};background:{colour};'
        f'left:{100 * start:.2f}%;width:{100 * wide:.2f}%">{escape(title)}</div>'
        for title, colour, start, wide in chapters(here)
    )
    drawing = quote(curve(here, to_be, truth_numbers(here), titled=False), safe="/:=;,' ")
    words = escape(" ".join(extremes(here, language())) or t("poster-curve"))
    return (
        f'<div tabindex="0" role="group" aria-label="{escape(t("poster-curve"))}" style="overflow-x:auto">'
        f'<div style="min-width:{_LEAST}px"><div style="position:relative;height:1.65rem">{titles}</div>'
        f'<img src="data:image/svg+xml,{escape(drawing)}" alt="{words}" style="display:block;width:100%;height:auto">'
        "</div></div>"
    )


def _legend(here: Silhouette, to_be: Silhouette | None) -> str:
    """What the lines mean, and where it is lowest and highest."""
    keys = [f'<span style="{_KEY} solid {FELT}"></span>{escape(t("poster-felt"))}']
    if is_aimed_at(here, to_be):
        keys.append(f'<span style="{_KEY} dashed {AIMED}"></span>{escape(t("poster-aimed"))}')
    keys += [escape(words) for words in extremes(here, language())]
    spans = "".join(f'<span dir="auto">{one}</span>' for one in keys)
    return f'<div style="display:flex;flex-wrap:wrap;gap:0 1.25rem;margin-top:.35rem">{spans}</div>'
