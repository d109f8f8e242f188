"""A run to a tracker while somebody watches: how far it is, a way to stop it, and what came of it."""

import streamlit as st

from journeymap.service.trackers import RunProgress
from journeymap.ui import state
from journeymap.ui.actions import submitted
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import language, me, service, t

SHOWN = 20
"""So many items that were not taken are named."""


def draw_run(map_id: str, kind: str) -> None:
    """How far it is, looked at anew every second; at the end the page runs anew."""
    st.fragment(run_every=1.0)(_draw)(map_id, kind)


def _draw(map_id: str, kind: str) -> None:
    progress = service().trackers.progress(me(), map_id, kind)
    if progress is None or not progress.goes_on:
        state.rerun_by_itself()
        return
    share = progress.done / progress.total if progress.total else 0.0
    said = t("tracker-sending", done=progress.done, total=progress.total) if progress.total else t("tracker-looking")
    st.progress(min(share, 1.0), text=said)
    st.caption(t("tracker-goes-on"))
    st.button(
        t("tracker-stop"),
        icon=":material/stop_circle:",
        key=state.key("tracker", "stop", kind),
        on_click=_stop,
        args=(map_id, kind),
    )


def _stop(map_id: str, kind: str) -> None:
    submitted(lambda: service().trackers.cancel(me(), map_id, kind), later=True)


def draw_result(progress: RunProgress) -> None:
    """What the last run came to."""
    counts = progress.counts
    said = t("tracker-sent", made=counts.get("create", 0), updated=counts.get("update", 0))
    if progress.fault:
        st.warning(f"{plain(progress.fault.reason(language()))} {said}", icon=":material/pause_circle:")
    else:
        st.success(said, icon=":material/check:")
    if progress.refused:
        lines = [f"- **{plain(title)}**: {plain(why.reason(language()))}" for title, why in progress.refused[:SHOWN]]
        st.error("\n".join([t("tracker-not-taken", n=len(progress.refused)), "", *lines]))
    if progress.otherwise:
        titles = ", ".join(map(plain, progress.otherwise[:SHOWN]))
        st.info(f"{t('tracker-otherwise', n=len(progress.otherwise))} {titles}")
