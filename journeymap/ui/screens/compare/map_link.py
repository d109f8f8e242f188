"""Linking a to-be to an as-is: which one, and what of each map belongs together, reviewed row by row."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from journeymap.domain.analysis.origin_matches import OriginMatch
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import Refusal
from journeymap.ui import state
from journeymap.ui.actions import refuse, submitted
from journeymap.ui.map_header import MapContext
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.unique_labels import distinct

TABLES = ("moments", "episodes", "channels")
"""What is reviewed, in the order in which it is shown."""

_ASKED = state.key("compare", "link")


def draw_link_button(context: MapContext) -> bool:
    """Offer to link the to-be to another as-is, or to look at the links again; whether that is open."""
    if context.journey.kind is not MapKind.TO_BE or not context.may_manage or not context.may_edit:
        return False
    opened = state.get(_ASKED, "") == context.map_id
    st.button(
        t("link-close" if opened else "link-open"),
        icon=":material/close:" if opened else ":material/link:",
        type="tertiary",
        key=state.key("compare", "link-open"),
        on_click=state.put,
        args=(_ASKED, "" if opened else context.map_id),
    )
    return opened


def draw_link(context: MapContext) -> None:
    """The choice of an as-is, and the review of what belongs together."""
    heads = [head for head in service().maps.heads(me()) if head.kind is MapKind.AS_IS]
    if not heads:
        st.markdown(t("link-no-as-is"))
        return
    names = distinct({head.id: head.title for head in heads})
    ids = list(names)
    at = ids.index(context.head.as_is_id) if context.head.as_is_id in ids else None
    chosen = st.selectbox(
        t("link-which"), ids, index=at, format_func=names.__getitem__, placeholder=t("link-choose"),
        key=state.key("compare", "link-as-is", context.map_id), width=480,
    )  # fmt: skip
    if chosen is None:
        return
    try:
        as_is = service().maps.journey(me(), chosen)
        found = service().map_links.proposed(me(), context.map_id, chosen)
    except Refusal as refusal:
        refuse(refusal)
        return
    _draw_review(context, as_is, found)


def _draw_review(context: MapContext, as_is: Journey, found: Sequence[OriginMatch]) -> None:
    sure = sum(match.sure for match in found)
    st.markdown(t("link-review", sure=sure, alike=sum(match.why is not None for match in found) - sure))
    reviewed: list[OriginMatch] = []
    for table in TABLES:
        matches = [match for match in found if match.table == table]
        if not matches:
            continue
        options = distinct({row: as_is.tables[table][row].called for row in as_is.tables[table]})
        rows = review_rows(matches, context.journey, options, language())
        st.markdown(f"**{t(f'link-{table}')}**")
        columns = {
            "take": st.column_config.CheckboxColumn(t("link-take"), width="small"),
            "to_be": st.column_config.TextColumn(t("link-to-be"), disabled=True, width="large"),
            "as_is": st.column_config.SelectboxColumn(t("link-as-is"), options=list(options.values()), width="large"),
            "why": st.column_config.TextColumn(t("link-why"), disabled=True),
        }
        version = f"{as_is.revision}-{context.journey.revision}"
        edited = st.data_editor(
            rows, column_config=columns, hide_index=True, num_rows="fixed",
            key=state.key("compare", "review", table, context.map_id, as_is.map_id, version),
        )  # fmt: skip
        reviewed += accepted(matches, edited, options)
    if st.button(t("link-do"), type="primary", icon=":material/link:", key=state.key("compare", "link-do")):
        toast = t("link-done", n=sum(bool(match.as_is) and match.table == "moments" for match in reviewed))
        links = service().map_links
        if submitted(lambda: links.link(me(), context.map_id, as_is.map_id, reviewed), toast=toast):
            state.forget(_ASKED)
            st.rerun()


def review_rows(
    matches: Sequence[OriginMatch], to_be: Journey, options: Mapping[str, str], tongue: str
) -> list[dict[str, Any]]:
    """The lines to review: what is sure is ticked, what is only alike is not."""
    return [
        {
            "take": match.sure,
            "to_be": to_be.tables[match.table][match.to_be].called,
            "as_is": options.get(match.as_is),
            "why": _why(match, tongue),
        }
        for match in matches
    ]


def accepted(
    matches: Sequence[OriginMatch], edited: Sequence[Mapping[str, Any]], options: Mapping[str, str]
) -> list[OriginMatch]:
    """What the person decided of each line: the row that was chosen where it is ticked, else none."""
    ids = {name: row for row, name in options.items()}
    return [
        OriginMatch(match.table, match.to_be, ids.get(line["as_is"], "") if line["take"] else "", match.why)
        for match, line in zip(matches, edited, strict=True)
    ]


def _why(match: OriginMatch, tongue: str) -> str:
    return say(f"link-why-{match.why}" if match.why else "link-why-none", tongue, percent=round(match.likeness * 100))


def draw_alone(context: MapContext) -> None:
    """A to-be that stands alone: why, and what to do about it."""
    st.subheader(t("compare-no-as-is"), anchor=False)
    st.markdown(plain(t("compare-no-as-is-why")))
    if context.may_manage and context.may_edit:
        draw_link(context)
