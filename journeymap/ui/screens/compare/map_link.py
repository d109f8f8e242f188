"""Linking a to-be to an as-is: which one, and what of each map belongs together, reviewed row by row."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journeymap.domain.analysis.origin_matches import OriginMatch
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.rows import MapKind
from journeymap.domain.text.catalogue import say
from journeymap.domain.text.errors import Refusal
from journeymap.storage.earlier_link import EarlierLink
from journeymap.ui import state
from journeymap.ui.actions import refuse, submitted
from journeymap.ui.link_question import ask_link, is_link_asked
from journeymap.ui.map_header import MapContext
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, me, service, t
from journeymap.ui.unique_labels import distinct

TABLES = ("moments", "episodes", "channels")
"""What is reviewed, in the order in which it is shown."""


def draw_link_button(context: MapContext, bar: DeltaGenerator) -> bool:
    """Offer to look at the links of the to-be, and to link it to another as-is; whether that is open."""
    if context.journey.kind is not MapKind.TO_BE or not context.may_manage or not context.may_edit:
        return False
    opened = is_link_asked(context.map_id)
    bar.button(
        t("link-close" if opened else "link-look"),
        icon=":material/close:" if opened else ":material/fact_check:",
        help=t("link-look-help"),
        key=state.key("compare", "link-open"),
        on_click=ask_link,
        args=("" if opened else context.map_id,),
    )
    return opened


def draw_link(context: MapContext) -> None:
    """The choice of an as-is, and the review of what belongs together."""
    _draw_ways_back(context)
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


def _draw_ways_back(context: MapContext) -> None:
    """How it is linked now, and the ways to have it otherwise without a review."""
    earlier = EarlierLink.before(context.head)
    with st.container(horizontal=True, gap="small"):
        before = None if earlier is None or earlier.as_is_id == context.head.as_is_id else _title(earlier.as_is_id)
        if before is not None:
            st.button(
                t("link-back", title=plain(before)) if before else t("link-back-alone"),
                icon=":material/undo:",
                help=t("link-back-help"),
                key=state.key("compare", "link-back"),
                on_click=_link_back,
                args=(context.map_id,),
            )
        if context.head.as_is_id is not None:
            st.button(
                t("link-away"),
                icon=":material/link_off:",
                help=t("link-away-help"),
                key=state.key("compare", "link-away"),
                on_click=_unlink,
                args=(context.map_id,),
            )


def _title(map_id: str | None) -> str | None:
    """What the map is called; "" where there is none any more, None where it is not for me."""
    if map_id is None:
        return ""
    try:
        return service().maps.head(me(), map_id).title
    except Refusal as refusal:
        return "" if refusal.code == "gone" else None


def _link_back(map_id: str) -> None:
    submitted(lambda: service().map_links.link_back(me(), map_id), toast=t("link-is-back"), later=True)


def _unlink(map_id: str) -> None:
    submitted(lambda: service().maps.link(me(), map_id, None), toast=t("pair-unlinked"), later=True)


def _draw_review(context: MapContext, as_is: Journey, found: Sequence[OriginMatch]) -> None:
    """What nothing speaks for comes first; what is certain is below, folded together."""
    unsure = [match for match in found if not match.sure]
    sure = [match for match in found if match.sure]
    st.markdown(t("link-review", sure=len(sure), alike=sum(match.why is not None for match in unsure)))
    reviewed = _draw_tables(context, as_is, unsure, "unsure")
    if sure:
        with st.expander(t("link-sure", n=len(sure)), icon=":material/done_all:", expanded=not unsure):
            reviewed += _draw_tables(context, as_is, sure, "sure")
    if st.button(t("link-do"), type="primary", icon=":material/link:", key=state.key("compare", "link-do")):
        toast = t("link-done", n=len({one.to_be for one in reviewed if one.as_is and one.table == "moments"}))
        links = service().map_links
        if submitted(lambda: links.link(me(), context.map_id, as_is.map_id, reviewed), toast=toast):
            ask_link()
            st.rerun()


def _draw_tables(context: MapContext, as_is: Journey, found: Sequence[OriginMatch], name: str) -> list[OriginMatch]:
    """The lines of each table, to tick; what was decided of them."""
    reviewed: list[OriginMatch] = []
    for table in TABLES:
        matches = [match for match in found if match.table == table]
        if not matches:
            continue
        options = distinct({row: as_is.tables[table][row].called for row in as_is.tables[table]})
        rows = review_rows(matches, context.journey, options, language())
        st.markdown(f"**{t(f'link-{table}')}**")
        columns = {
            "take": st.column_config.CheckboxColumn(t("link-take"), width=60),
            "to_be": st.column_config.TextColumn(t("link-to-be"), disabled=True, width=150),
            "as_is": st.column_config.SelectboxColumn(t("link-as-is"), options=list(options.values()), width=150),
            "why": st.column_config.TextColumn(t("link-why"), disabled=True, width=100),
        }
        version = f"{as_is.revision}-{context.journey.revision}"
        edited = st.data_editor(
            rows, column_config=columns, hide_index=True, num_rows="fixed",
            key=state.key("compare", "review", name, table, context.map_id, as_is.map_id, version),
        )  # fmt: skip
        reviewed += accepted(matches, edited, options)
    return reviewed


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
