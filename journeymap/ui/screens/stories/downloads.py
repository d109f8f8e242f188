"""Take the stories away: a document to read, a table for a spreadsheet, a table for a tracker."""

import streamlit as st

from journeymap.exchange.formats import Takes, offered
from journeymap.ui.actions import submitted
from journeymap.ui.shared import me, service, t
from journeymap.ui.takeaway import ICON, address, draw_formats

WIDE = 300


def draw_stories_taking(map_id: str, *, only_changed: bool) -> None:
    """A button with the formats behind it; the file is made when it is asked for."""
    if not submitted(lambda: service().exchange.require_stories(service().maps.head(me(), map_id))):
        return
    with st.popover(t("taking-do"), icon=ICON, type="primary"), st.container(width=WIDE, gap="xsmall"):
        changed = "true" if only_changed else ""
        draw_formats(offered(Takes.STORIES), lambda one: address(map_id, one, only_changed=changed))
        st.caption(t("stories-take-changed" if only_changed else "stories-take-all"))
