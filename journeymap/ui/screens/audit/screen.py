"""What happened to people, keys and data, for the owner: filtered, and to take away; and who is signed in now."""

import csv
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
from journeymap.ui.shared import me, seated, service, t
from journeymap.ui.times import exact

MOST = 1_000
SIGNED_IN = 50
_KIND = state.key("audit", "kind")


def draw_audit() -> None:
    """The page of the audit log."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(t("audit-title"), anchor=False)
        st.space("stretch")
        draw_account()
    if me().role is not Role.OWNER:
        st.info(t("audit-owner-only"))
        return
    log, devices, links = st.tabs([t("audit-log"), t("audit-devices"), t("view-links-all")])
    with log:
        _draw_log()
    with devices:
        _draw_devices()
    with links:
        _draw_links()


def _draw_log() -> None:
    st.caption(t("audit-about", n=service().house.audit_days))
    chosen = st.selectbox(t("audit-kind"), ["", *KINDS], format_func=_said, key=_KIND) or ""
    try:
        found = service().audit.entries(me(), kind=chosen, most=MOST)
    except Refusal as refusal:
        refuse(refusal)
        return
    if not found:
        st.info(t("audit-nothing"))
        return
    titles = {one.id: one.title for one in service().people.workshops(me())}
    rows = [_row(one, titles.get(one.workshop_id, one.workshop_id)) for one in found]
    st.dataframe(rows, hide_index=True, width="stretch")
    key = state.key("audit", "csv")
    st.download_button(t("audit-take"), _as_csv(rows), "audit.csv", "text/csv", icon=":material/download:", key=key)


def _said(kind: str) -> str:
    return t(f"audit-kind-{kind}") if kind else t("audit-kind-all")


def _row(one: AuditEntry, workshop: str) -> dict[str, str]:
    """An entry as it is read."""
    subject = one.subject if one.times == 1 else " ".join(part for part in (one.subject, f"× {one.times}") if part)
    cells = (exact(one.at), _said(one.kind), one.by_name, one.about_name, workshop, one.place, subject)
    names = ("at", "what", "by", "whom", "workshop", "place", "subject")
    return {t(f"audit-column-{name}"): cell for name, cell in zip(names, cells, strict=True)}


def _as_csv(rows: list[dict[str, str]]) -> str:
    """The same as a table that no spreadsheet calculates."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(rows[0])
    writer.writerows([protect(cell) for cell in row.values()] for row in rows)
    return out.getvalue()


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
