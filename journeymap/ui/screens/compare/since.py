"""What was changed in the as-is after the to-be was begun: told apart, and taken over one by one."""

from collections.abc import Sequence

import streamlit as st

from journeymap.domain.analysis.comparison.matches import Match, Since
from journeymap.domain.analysis.comparison.take_over import (
    TakeOverPart,
    can_take_over,
    parts_behind,
    take_over,
    take_over_part,
)
from journeymap.service.house import new_id
from journeymap.ui import state
from journeymap.ui.actions import submit_changes
from journeymap.ui.navigation import go
from journeymap.ui.panels.selection import pick
from journeymap.ui.plain_text import plain
from journeymap.ui.screens.compare.moment_changes import field_word
from journeymap.ui.screens.compare.pair import Pair
from journeymap.ui.shared import language, t

MOST = 50
"""So many lines at a time; the others follow as these are taken over."""


def draw_since(pair: Pair, *, may_edit: bool) -> None:
    """Each of them in a line, with “take over” where I may change the to-be."""
    found = pair.comparison.not_dealt_with
    if not found:
        return
    st.subheader(t("compare-since"), anchor=False)
    st.caption(t("compare-since-why", revision=str(pair.base.revision)) if pair.base else t("compare-since-unknown"))
    for match in found[:MOST]:
        _draw_one(pair, match, may_edit=may_edit)
    if len(found) > MOST:
        st.caption(t("compare-since-more", n=len(found) - MOST))


def _draw_one(pair: Pair, match: Match, *, may_edit: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(plain(_told(match)), width="stretch")
        if may_edit and pair.base is not None and can_take_over(match):
            st.button(
                t("compare-take-over"),
                icon=":material/download:",
                key=state.key("compare", "take-over", match.id),
                on_click=_take_over,
                args=(pair, match),
            )
    if pair.base is not None and not can_take_over(match):
        for part in parts_behind(pair.comparison.lineage, pair.base, match):
            _draw_part(pair, part, may_edit=may_edit)


def _draw_part(pair: Pair, part: TakeOverPart, *, may_edit: bool) -> None:
    """One moment that was merged or split, and one it lives on in: what can be taken over, and what cannot and why."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(plain(_part_told(part)), width="stretch")
        if may_edit and part.own:
            _draw_way(pair, part)
        if may_edit and part.fields:
            st.button(
                t("compare-take-over"),
                icon=":material/download:",
                key=state.key("compare", "take-over", part.as_is.id, part.to_be.id),
                on_click=_take_over_part,
                args=(pair, part),
            )


def _draw_way(pair: Pair, part: TakeOverPart) -> None:
    key = state.key("compare", "to-card", part.as_is.id, part.to_be.id)
    if st.button(t("compare-to-card"), icon=":material/arrow_forward:", type="tertiary", key=key):
        pick(pair.to_be.map_id, "moments", part.to_be.id)
        go("map", map=pair.to_be.map_id)


def _part_told(part: TakeOverPart) -> str:
    names = {"before": part.as_is.text, "after": part.to_be.text}
    said = t("compare-since-part", fields=_words(part.fields), **names) if part.fields else ""
    own = t("compare-since-own", fields=_words(part.own), **names) if part.own else ""
    return " ".join(filter(None, (said, own)))


def _words(fields: Sequence[str]) -> str:
    return ", ".join(field_word(field, language()) for field in fields)


def _told(match: Match) -> str:
    name = " + ".join(moment.text for moment in match.as_is or match.to_be)
    if match.since is Since.CAME:
        return t("compare-since-came", moment=name)
    if match.since is Since.GONE:
        return t("compare-since-gone", moment=name)
    fields = _words(match.behind)
    both = set(match.behind) & set(match.changed)
    return t("compare-since-both" if both else "compare-since-changed", moment=name, fields=fields)


def _take_over(pair: Pair, match: Match) -> None:
    """For a button's on_click: the to-be has what the as-is has."""
    if pair.base is not None:
        changes = take_over(pair.comparison.lineage, pair.base, match, new_id)
        submit_changes(pair.to_be.map_id, *changes, toast=t("compare-taken-over"), later=True)


def _take_over_part(pair: Pair, part: TakeOverPart) -> None:
    if pair.base is not None:
        changes = take_over_part(pair.comparison.lineage, pair.base, part, new_id)
        submit_changes(pair.to_be.map_id, *changes, toast=t("compare-taken-over"), later=True)
