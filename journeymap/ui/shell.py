"""The script that runs for every visit: who is there, which pages there are, and the one that was asked for."""

import logging

import streamlit as st

from journeymap.domain.errors import Refusal
from journeymap.domain.resources import data
from journeymap.domain.texts import FALLBACK, say
from journeymap.ui import state
from journeymap.ui.account import draw_language
from journeymap.ui.acting import REFUSED, say_told
from journeymap.ui.places import PLACES, page
from journeymap.ui.resources import person, t
from journeymap.ui.wording import plain

NAME = "Journeymap"

STYLE = """
/* A map's title in the list stands in one line with what is said below it, and is shown whole. */
[class*="st-key-jm-home-map-"] [data-testid="stPageLink-NavLink"] { margin-left: -0.5rem; }
[class*="st-key-jm-home-map-"] [data-testid="stPageLink-NavLink"] * { white-space: normal; overflow-wrap: anywhere; }
/* Buttons with a sign only are as wide as a thumb. */
[class*="st-key-jm-history-look-"] button, [class*="st-key-jm-frame-"] [kind="tertiary"] { min-width: 2.5rem; }
"""


def draw_shell() -> None:
    """Draw the page that was asked for; what it cannot do is said in a sentence, never as a traceback."""
    icon = str(data("brand", "icon.svg"))
    st.set_page_config(page_title=NAME, page_icon=icon, layout="wide", initial_sidebar_state="collapsed")
    tongue = state.language(FALLBACK)
    try:
        _draw()
    except Refusal as refusal:
        st.error(plain(refusal.reason(tongue)), icon=REFUSED)
    except Exception:
        logging.getLogger("journeymap.ui").exception("A page could not be drawn.")
        st.error(say("shell-unexpected", tongue), icon=":material/sentiment_dissatisfied:")


def _draw() -> None:
    """Let nobody past who is not here, then run the page."""
    if person() is None:
        _draw_guard()
        return
    st.logo(str(data("brand", "icon.svg")), size="medium")
    st.html(f"<style>{STYLE}</style>")
    asked = st.navigation([page(place) for place in PLACES], position="top")
    say_told()
    asked.run()
    say_told()


def _draw_guard() -> None:
    """One sentence and the way in."""
    with st.container(horizontal_alignment="center"), st.container(width=520):
        st.space("large")
        st.title(NAME, anchor=False)
        st.markdown(t("shell-no-seat"))
        st.link_button(t("shell-join"), "/join", type="primary", icon=":material/meeting_room:")
        draw_language()


if __name__ == "__main__":
    draw_shell()
