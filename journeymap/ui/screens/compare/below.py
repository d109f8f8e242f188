"""Below the comparison: what hurt and what is done about it, and what the to-be leaves open."""

import streamlit as st

from journeymap.domain.analysis.open_points import open_points
from journeymap.ui import state
from journeymap.ui.navigation import link
from journeymap.ui.open_list import draw_open_points
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.badges import badge, cell
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.screens.compare.table_rows import PainRow, pain_rows
from journeymap.ui.shared import language, t

FEW = 8
"""So many pains at first: the worst ones."""

_ALL = state.key("compare", "all-pains")


def draw_pains(pair: Pair) -> None:
    """The pains of the as-is, the worst first, and what the to-be does about each."""
    st.subheader(t("compare-pains"), anchor=False)
    rows = pain_rows(pair, language())
    if not rows:
        st.markdown(t("compare-pains-none"))
        return
    shown = rows if state.get(_ALL, default=False) else rows[:FEW]
    names = [t(f"compare-pain-{name}") for name in ("moment", "does", "emotion", "story")]
    table = [dict(zip(names, _cells(row), strict=True)) for row in shown]
    st.table(table, border="horizontal", hide_index=True, alt=t("compare-pains-alt"))
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(rows) > FEW:
            all_shown = len(shown) == len(rows)
            st.button(
                t("compare-pains-few", n=FEW) if all_shown else t("compare-pains-all", n=len(rows)),
                icon=":material/unfold_less:" if all_shown else ":material/unfold_more:",
                type="tertiary",
                key=state.key("compare", "more-pains"),
                on_click=state.put,
                args=(_ALL, not all_shown),
            )
        link("stories", t("compare-pain-to-stories"), icon=":material/assignment:", map=pair.to_be.map_id)


def _cells(row: PainRow) -> tuple[str, str, str, str]:
    """One row of the table, as Markdown."""
    truth = f" :yellow[:material/star:] :small[{t('compare-truth')}]" if row.moment_of_truth else ""
    pains = "".join(f"  \n:gray[:small[{cell(pain)}]]" for pain in row.pains)
    return (
        f"{cell(row.moment)}{truth}{pains}",
        f"{badge(row.disposition)} {cell(row.does)}  \n:gray[:small[{cell(_answer(row))}]]",
        plain(row.emotion),
        ", ".join(row.stories) or "–",
    )


def _answer(row: PainRow) -> str:
    """Whether the pain is answered, and by what."""
    return t(f"compare-answered-{row.answered}", by=", ".join(row.by))


def draw_open(pair: Pair) -> None:
    """What the to-be leaves open: the same list as on its map."""
    st.subheader(t("compare-open"), anchor=False)
    found = open_points(pair.to_be, pair.comparison)
    if not found:
        st.success(t("compare-open-none"), icon=":material/check_circle:")
        return
    draw_open_points(found, "compare")
