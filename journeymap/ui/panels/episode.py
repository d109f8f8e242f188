"""The panel of an episode: its title, the emotion aimed at, what we say in it, and its notes."""

import streamlit as st

from journeymap.domain.rows import Episode, Row
from journeymap.ui.frame import MapContext
from journeymap.ui.panels.feeling import draw_feeling
from journeymap.ui.panels.fields import field
from journeymap.ui.panels.heading import draw_acts, draw_heading
from journeymap.ui.panels.rows import draw_rows
from journeymap.ui.resources import t


def draw_episode(context: MapContext, episode: Episode) -> None:
    """Every field of it."""
    draw_heading(context, episode, context.journey.siblings("episodes", None))
    field(context, episode, "title")
    draw_acts(context, episode)
    draw_feeling(context, episode, "targeted", help=t("map-targeted-episode-help"))
    draw_rows(context, "communications", episode.id, below=_draw_tone)
    field(context, episode, "notes")


def _draw_tone(context: MapContext, row: Row) -> None:
    with st.container(horizontal=True, gap="small"):
        field(context, row, "tone", placeholder=t("map-tone"), shown="collapsed")
        field(context, row, "channel", placeholder=t("map-communication-channel"), shown="collapsed")
