"""What happened to people, keys and data, for the owner: filtered, and to take away; and who is signed in now."""

import csv
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from io import StringIO

import streamlit as st

from journeymap.domain.model.roles import Role
from journeymap.domain.text.errors import Refusal
from journeymap.exchange.cells import protect
from journeymap.service.audit_log import KINDS
from journeymap.storage.audit_rows import AuditEntry
from journeymap.ui import state
from journeymap.ui.account import draw_account
from journeymap.ui.actions import refuse, submitted
from journeymap.ui.link_list import draw_view_link
from journeymap.ui.my_devices import draw_device
from journeymap.ui.screens.audit.pattern_list import draw_wording
from journeymap.ui.shared import me, seated, service, t
from journeymap.ui.times import exact

PAGE = 500
SIGNED_IN = 50
_KIND = state.key("audit", "kind")
_COLUMNS = ("at", "what", "by", "whom", "workshop", "place", "subject")
_WIDTHS = (195, 260, 150, 150, 220, 110, 290)
"""Of the columns, in pixels: as wide as what usually stands in them."""


def draw_audit() -> None:
    """The page of the audit log."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(t("audit-title"), anchor=False)
        st.space("stretch")
        draw_account()
    if me().role is not Role.OWNER:
        st.info(t("audit-owner-only"))
        return
    names = ("audit-log", "audit-devices", "view-links-all", "wording-title")
    log, devices, links, wording = st.tabs([t(name) for name in names])
    with log:
        _draw_log()
    with devices:
        _draw_devices()
    with links:
        _draw_links()
    with wording:
        draw_wording()


def _draw_log() -> None:
    st.caption(t("audit-about", n=service().house.audit_days))
    chosen = st.selectbox(t("audit-kind"), ["", *KINDS], format_func=_said, key=_KIND) or ""
    marks: Sequence[int | None] = state.get(_marks_key(chosen), (None,))
    try:
        found = service().audit.entries(me(), kind=chosen, before=marks[-1], most=PAGE + 1)
    except Refusal as refusal:
        refuse(refusal)
        return
    if not found:
        st.info(t("audit-nothing"))
        return
    titles = {one.id: one.title for one in service().people.workshops(me())}
    names = [t(f"audit-column-{name}") for name in _COLUMNS]
    rows = [
        dict(zip(names, (exact(one.at), _said(one.kind), *_cells(one, titles)), strict=True)) for one in found[:PAGE]
    ]
    wide = {name: st.column_config.Column(width=width) for name, width in zip(names, _WIDTHS, strict=True)}
    st.dataframe(rows, hide_index=True, width="stretch", column_config=wide)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            t("audit-take"),
            _csv_of(chosen, names, titles),
            "audit.csv",
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
            key=state.key("audit", "csv"),
        )
        st.space("stretch")
        _draw_pages(chosen, marks, found[PAGE - 1].number if len(found) > PAGE else None)


def _draw_pages(kind: str, marks: Sequence[int | None], older: int | None) -> None:
    """To what was before and after; the marks are the numbers below which the pages up to this one begin."""
    if len(marks) == 1 and older is None:
        return
    for name, icon, to in (
        ("newer", ":material/chevron_left:", tuple(marks[:-1])),
        ("older", ":material/chevron_right:", (*marks, older) if older is not None else ()),
    ):
        st.button(
            t(f"history-{name}"),
            icon=icon,
            disabled=not to,
            key=state.key("audit", name),
            on_click=state.put,
            args=(_marks_key(kind), to),
        )


def _marks_key(kind: str) -> str:
    return state.key("audit", "marks", kind)


def _said(kind: str) -> str:
    return t(f"audit-kind-{kind}") if kind else t("audit-kind-all")


def _cells(one: AuditEntry, titles: Mapping[str, str]) -> tuple[str, ...]:
    """An entry as it is read, without when and what."""
    about = t(f"role-{one.subject}") if one.subject in set(Role) else one.subject
    subject = about if one.times == 1 else " ".join(part for part in (about, f"× {one.times}") if part)
    return (one.by_name, one.about_name, titles.get(one.workshop_id, one.workshop_id), one.place, subject)


def _csv_of(kind: str, names: Sequence[str], titles: Mapping[str, str]) -> Callable[[], str]:
    """Makes the table of all entries, which no spreadsheet calculates, when it is asked for: after this run is over."""
    log, owner = service().audit, me()
    kinds = {one: _said(one) for one in KINDS}

    def make() -> str:
        out = StringIO()
        writer = csv.writer(out)
        writer.writerow(names)
        for one in log.every(owner, kind=kind):
            row = (one.at, kinds.get(one.kind, one.kind), *_cells(one, titles))
            writer.writerow([protect(cell) for cell in row])
        return out.getvalue()

    return make


def _draw_devices() -> None:
    """Everybody who is signed in, the last used first."""
    sessions, here = service().people.sessions, seated()
    known = service().people.by_id()
    found = sessions.everywhere(me())
    for one in found[:SIGNED_IN]:
        who = known[one.person_id].name if one.person_id in known else ""
        mine = here is not None and one.id == here.session
        draw_device(one, who, end=None if mine else partial(_end, one.id))
    if len(found) > SIGNED_IN:
        st.caption(t("audit-more-devices", n=len(found) - SIGNED_IN))


def _draw_links() -> None:
    """Every link by which somebody outside reads a map."""
    st.caption(t("view-links-all-about"))
    links = service().people.view_links.everywhere(me())
    titles = {head.id: head.title for head in (*service().maps.heads(me()), *service().maps.heads(me(), archived=True))}
    if not links:
        st.info(t("view-links-none"))
    for one in links[:SIGNED_IN]:
        draw_view_link(one, titles.get(one.map_id, ""))


def _end(session_id: str) -> None:
    submitted(lambda: service().people.sessions.end(me(), session_id), toast=t("devices-ended"), later=True)
