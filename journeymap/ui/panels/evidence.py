"""Why something on the map is believed."""

import streamlit as st

from journeymap.domain.model.rows import Row
from journeymap.ui.map_header import MapContext
from journeymap.ui.panels.fields import field
from journeymap.ui.shared import t


def draw_evidence(context: MapContext, row: Row) -> None:
    """Why it is believed, who says so, and when."""
    field(context, row, "evidence_status")
    with st.container(horizontal=True, gap="small"):
        field(context, row, "evidence_by", placeholder=t("map-evidence-by"))
        field(context, row, "evidence_on")
    field(context, row, "evidence_source", placeholder=t("map-evidence-source"))
