"""The panel of a micro-moment: every field of it, in three parts that stay chosen from one moment to the next."""

import streamlit as st

from journeymap.domain.rows import EvidenceStatus, MapKind, Moment, PainPoint, Row
from journeymap.ui import state
from journeymap.ui.frame import MapContext
from journeymap.ui.panels.feeling import draw_feeling, feeling_said
from journeymap.ui.panels.fields import field
from journeymap.ui.panels.heading import draw_acts, draw_heading
from journeymap.ui.panels.origin import draw_origin
from journeymap.ui.panels.rows import draw_rows
from journeymap.ui.panels.touching import draw_channels_of, draw_touchpoints
from journeymap.ui.resources import t

PARTS = ("what", "behind", "more")

EVIDENCE = {
    EvidenceStatus.ASSUMED: ":material/help:",
    EvidenceStatus.INTERNAL: ":material/database:",
    EvidenceStatus.VALIDATED: ":material/verified:",
}


def draw_moment(context: MapContext, moment: Moment) -> None:
    """Where it stands, what it says, and the part of its fields one works on."""
    draw_heading(context, moment, tuple(row.id for row in context.journey.moments))
    field(context, moment, "text", wrapping=True, shown="collapsed")
    draw_acts(context, moment)
    part = _draw_parts()
    if part == "what":
        _draw_what(context, moment)
    elif part == "behind":
        _draw_behind(context, moment)
    else:
        _draw_more(context, moment)


def draw_evidence(context: MapContext, row: Row) -> None:
    """Why it is believed, who says so, and when."""
    field(context, row, "evidence_status")
    with st.container(horizontal=True, gap="small"):
        field(context, row, "evidence_by", placeholder=t("map-evidence-by"))
        field(context, row, "evidence_on")


def _draw_parts() -> str:
    key = state.key("map", "part")
    state.once(key, lambda: PARTS[0])
    return (
        st.segmented_control(
            t("map-parts"),
            PARTS,
            required=True,
            format_func=lambda part: t(f"map-part-{part}"),
            label_visibility="collapsed",
            key=key,
            persist_state="session",
            width="stretch",
        )
        or PARTS[0]
    )


def _draw_what(context: MapContext, moment: Moment) -> None:
    if context.journey.kind is MapKind.AS_IS:
        draw_feeling(context, moment, "felt")
    draw_channels_of(context, moment)
    draw_rows(context, "needs", moment.id, beside=_draw_need)
    with st.container(horizontal=True):
        field(context, moment, "moment_of_truth", help=t("map-truth-help"))
        field(context, moment, "optional", help=t("map-optional-help"))
    if context.journey.kind is MapKind.TO_BE:
        draw_origin(context, moment)


def _draw_need(context: MapContext, need: Row) -> None:
    status = EvidenceStatus(getattr(need, "evidence_status", EvidenceStatus.ASSUMED))
    with st.popover(
        "",
        icon=EVIDENCE[status],
        type="tertiary",
        help=t("map-need-evidence", status=t(f"choice-{status}")),
        key=state.key("map", context.map_id, "needs", need.id, "evidence"),
    ):
        draw_evidence(context, need)


def _draw_behind(context: MapContext, moment: Moment) -> None:
    draw_rows(context, "pain_points", moment.id, below=_draw_cause)
    draw_rows(context, "backstage_steps", moment.id, below=_draw_whose)
    st.markdown(f"**{t('map-evidence-title')}**", help=t("map-evidence-help"))
    draw_evidence(context, moment)


def _draw_cause(context: MapContext, pain: Row) -> None:
    if not isinstance(pain, PainPoint):
        return
    steps = context.journey.siblings("backstage_steps", pain.parent)
    if steps or pain.cause:
        field(context, pain, "cause", among=steps, placeholder=t("map-cause"), shown="collapsed")


def _draw_whose(context: MapContext, step: Row) -> None:
    with st.container(horizontal=True, gap="small"):
        field(context, step, "team", placeholder=t("map-team"), shown="collapsed")
        field(context, step, "system", placeholder=t("map-system"), shown="collapsed")


def _draw_more(context: MapContext, moment: Moment) -> None:
    own = moment.targeted_valence is not None or moment.targeted_label
    aimed = "" if own else feeling_said(*context.journey.targeted_of(moment))
    draw_feeling(context, moment, "targeted", help=t("map-targeted-help"))
    if not own:
        st.caption(t("map-targeted-from-episode", feeling=aimed) if aimed else t("map-targeted-none"))
    if context.journey.kind is MapKind.TO_BE:
        draw_feeling(context, moment, "felt")
    field(context, moment, "minutes", help=t("map-minutes-help"))
    field(context, moment, "notes")
    draw_touchpoints(context, moment)
