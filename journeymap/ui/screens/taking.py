"""Take the stories away: a document to read, a table for a spreadsheet, a table for a tracker."""

from collections.abc import Callable

import streamlit as st

from journeymap.domain.journey import Journey
from journeymap.exchange.formats import FORMATS, file_name
from journeymap.ui import state
from journeymap.ui.resources import me, service, t

STORY_FORMATS = ("stories-markdown", "stories-csv", "stories-tracker-csv")


def draw_taking(journey: Journey, *, only_changed: bool) -> None:
    """A button with the formats behind it; the file is made when it is asked for."""
    with st.popover(t("stories-take"), icon=":material/download:", type="primary"):
        for name in STORY_FORMATS:
            st.download_button(
                t(f"stories-take-{name}"),
                _made(journey.map_id, name, only_changed=only_changed),
                file_name(journey.title, name),
                FORMATS[name].media_type,
                icon=":material/description:" if name == "stories-markdown" else ":material/table:",
                help=t(f"stories-take-{name}-help"),
                on_click="ignore",
                width="stretch",
                key=state.key("stories", "take", name),
            )
        st.caption(t("stories-take-changed" if only_changed else "stories-take-all"))


def _made(map_id: str, name: str, *, only_changed: bool) -> Callable[[], bytes]:
    """Makes the file when it is asked for: after this run is over, so what it needs is taken along."""
    person, exchange = me(), service().exchange
    return lambda: exchange.export(person, map_id, name, only_changed=only_changed).content
