"""What became of episodes, communications, backstage steps, channels and paths: all that is no micro-moment."""

import streamlit as st

from journeymap.domain.analysis.comparison.matches import Disposition
from journeymap.domain.analysis.comparison.row_changes import RowChange
from journeymap.domain.changes.validation_errors import field_name
from journeymap.domain.text.catalogue import say
from journeymap.ui import state
from journeymap.ui.screens.compare.badges import badge, cell
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import language, t

MOST = 200
"""So many rows are listed."""


def draw_rows(pair: Pair) -> None:
    """One table, folded away: what is new, gone, moved or another one."""
    rows = pair.comparison.rows
    needs = pair.comparison.needs
    if not rows and not needs.reworded and not needs.new:
        return
    with st.expander(t("compare-rows", n=len(rows)), icon=":material/difference:", key=state.key("compare", "rows")):
        names = [t(f"compare-rows-{name}") for name in ("what", "fate", "before", "after", "changes")]
        cells = [*_needs(pair), *(_cells(row) for row in rows[:MOST])]
        table = [dict(zip(names, one, strict=True)) for one in cells]
        st.table(table, border="horizontal", hide_index=True, alt=t("compare-rows-alt"))
        if len(rows) > MOST:
            st.caption(t("compare-source-more", n=len(rows) - MOST))


def _cells(row: RowChange) -> tuple[str, str, str, str, str]:
    """One row as Markdown."""
    words = [_field(row.table, name) for name in row.changed]
    words += [t("compare-since-field", field=_field(row.table, name)) for name in row.behind]
    signs = [badge(row.disposition)]
    if row.moved and row.disposition is not Disposition.MOVED:
        signs.append(badge(Disposition.MOVED))
    return (
        t(f"compare-row-{row.table.replace('_', '-')}"),
        " ".join(signs),
        cell(row.before.called) if row.before is not None else "",
        cell(row.after.called) if row.after is not None else "",
        ", ".join(words),
    )


def _field(table: str, name: str) -> str:
    return say("compare-field-steps", language()) if name == "steps" else say(field_name(table, name), language())


def _needs(pair: Pair) -> list[tuple[str, str, str, str, str]]:
    """Reworded needs with both texts, and new ones."""
    before, after = pair.as_is.tables["needs"], pair.to_be.tables["needs"]
    needs, word = pair.comparison.needs, t("compare-row-needs")
    reworded = f":yellow-badge[{t('compare-need-reworded')}]"
    found = [(word, reworded, cell(before[a].called), cell(after[b].called), "") for a, b in needs.reworded]
    return found + [(word, badge(Disposition.NEW), "", cell(after[b].called), "") for b in needs.new]
