"""On the summary: what came out and is not on the map, step by step."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.analysis.gain import Gain
from journeymap.service.workshop_summary import Summary
from journeymap.ui import state
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.workshop.leftovers import ICONS, draw_take, to_ask
from journeymap.ui.shared import language, t


def draw_left(found: Summary, gains: Sequence[Gain], *, leading: bool, points: int) -> None:
    """What was not taken over, with the click that does it for those who lead; or that all of it was."""
    if not gains:
        return
    left = [gain for gain in gains if gain.n]
    if not left and points:
        return  # “everything is there” beside what is still open would be read as “done”
    if not left:
        st.caption(f":material/check_circle: {t('summary-gains-none')}")
        return
    if leading and found.workshop.closed_at is None:
        asked = to_ask(found.workshop, gains)
        left = [gain for gain in left if gain not in asked]  # how the workshop ends says it of those already
    if not left:
        return
    titles = {step.id: step.title for step in found.workshop.steps}
    with st.container(border=True, gap="xsmall", key=state.key("summary", "gains")):
        st.markdown(f"**{t('summary-gains')}**")
        for gain in left:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                where = " · ".join((titles.get(gain.step, ""), *([t("summary-gains-left")] if gain.left else [])))
                words = f"{ICONS[gain.kind]} {plain(gain.words(language()))} :gray[· {plain(where)}]"
                st.markdown(words, width="stretch")
                if leading:
                    draw_take(found.workshop.id, gain)
