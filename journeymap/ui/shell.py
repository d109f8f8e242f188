"""The script that runs for every visit: who is there, which pages there are, and the one that was asked for."""

import logging

import streamlit as st

from journeymap.domain.model.roles import Role, leads
from journeymap.domain.text.catalogue import FALLBACK, say
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.resources import data
from journeymap.ui import state
from journeymap.ui.account import draw_language
from journeymap.ui.actions import REFUSED, say_told
from journeymap.ui.components.language import keep_language
from journeymap.ui.components.tour import draw_tour
from journeymap.ui.draw_turns import TURNS
from journeymap.ui.navigation import OWNERS, PAGES, READ, ROOMS, page
from journeymap.ui.plain_text import plain
from journeymap.ui.shared import person, reads_only, sent_away, service, t

NAME = "Journeymap"

STYLE = """
/* All pages begin at the same place: whoever goes from one to another sees their first line stand still. */
@media (min-width: 641px) { [data-testid="stMainBlockContainer"] { padding-inline: 1.75rem } }
/* A map's title in the list stands in one line with what is said below it, and is shown whole. */
[class*="st-key-jm-home-map-"] [data-testid="stPageLink-NavLink"] { margin-left: -0.5rem; }
[class*="st-key-jm-home-map-"] [data-testid="stPageLink-NavLink"] * { white-space: normal; overflow-wrap: anywhere; }
/* What only remembers something takes no room. */
[data-testid="stLayoutWrapper"]:has(> :is(.st-key-jm-tongue, .st-key-jm-tour)) { position: absolute; }
[data-testid="stElementContainer"][class*="-beacon-"] { position: absolute; }
/* A menu that is one sign says so by its sign alone. */
:is([data-testid="stMenuButtonButton"], [data-testid="stPopoverButton"]):not(:has([data-testid="stMarkdownContainer"]))
  div[aria-hidden="true"] { display: none; }
/* Buttons with a sign only are as wide as a thumb. */
[class*="st-key-jm-history-look-"] button, [class*="st-key-jm-frame-"] [kind="tertiary"] { min-width: 2.5rem; }
/* What is chosen in a row of choices is written in the colour of links: its own is too pale on its ground. */
button[data-selected="true"] [data-testid="stMarkdownContainer"] p { color: light-dark(#2c55d0, #8fadff); }
/* What opens over the page does not know that it is dark: there it is bold, in the colour of all words. */
[data-testid="stPopoverBody"] button[data-selected="true"] { color: inherit; font-weight: 650; }
[data-testid="stPopoverBody"] button[data-selected="true"] [data-testid="stMarkdownContainer"] p { color: inherit; }
/* The name of what has been opened: Streamlit's own blue is hard to read on dark. */
[data-testid="stPopoverButton"][aria-expanded="true"]:not([kind="primary"]) * { color: light-dark(#2c55d0, #8fadff); }
/* Captions, what can be unfolded, and the number over a slider: Streamlit's own are too pale on their ground. */
.stApp [data-testid="stCaptionContainer"] { color: light-dark(#5d6575, #a3abbb); opacity: 1; }
:is([data-testid="stDialog"], [data-testid="stPopoverBody"]) [data-testid="stCaptionContainer"] {
  color: inherit; opacity: .8; }
.stApp [data-testid="stExpander"] summary { opacity: 1; }
/* The numbers of pages are in a typeface of Streamlit's, of which nothing else is. */
.stApp [data-testid^="stPagination"] { font-family: inherit; }
.stApp [data-testid="stSliderThumbValue"] p { color: light-dark(#2c55d0, #8fadff); }
/* A figure that does not fit on its line takes another one: nobody reads “41 h 42 →…”. */
.stApp [data-testid="stMetric"] :is(label, [data-testid="stMetricValue"], [data-testid="stMetricDelta"]),
.stApp [data-testid="stMetric"] :is(label, [data-testid="stMetricValue"], [data-testid="stMetricDelta"]) * {
  white-space: normal; overflow: visible; text-overflow: clip; overflow-wrap: anywhere; }
.stApp [data-testid="stMetricDelta"] { height: auto; }
/* Where there is room, the first line is one line: a long title takes another one, and no button stands alone below. */
@media (min-width: 900px) {
  .st-key-jm-frame { flex-wrap: nowrap; }
  .st-key-jm-frame > div { flex: none; }
  .st-key-jm-frame > div:has(.stSpace) { flex: 1 1 0; width: 0; min-width: 0; }
  .st-key-jm-frame > div:has(h3) { flex: 0 1 auto; min-width: 8rem; }
  .st-key-jm-frame h3 { overflow-wrap: anywhere; }
  .st-key-jm-frame h3 > * {
    display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
}
/* On a phone a map's title has a line of its own; below it buttons keep their sign, and their name aloud. */
@media (max-width: 640px) {
  .st-key-jm-frame { gap: .5rem; }
  .st-key-jm-frame > div { flex: none; }
  .st-key-jm-frame > div:has(.stSpace) { flex: 1 1 0; width: 0; min-width: 0; }
  .st-key-jm-frame > div:has(h3) { flex: 1 0 100%; min-width: 0; }
  .st-key-jm-frame h3 {
    overflow: hidden; white-space: nowrap; text-overflow: ellipsis; font-size: 1.125rem; padding: 0; }
  .st-key-jm-frame :is(.stButton, .stPopover) button div[aria-hidden="true"] { display: none; }
  .st-key-jm-frame > div:has(.stMarkdownBadge) { flex: 0 1 auto; min-width: 0; overflow: hidden; }
  .st-key-jm-frame .stButton button, .st-key-jm-frame .stPopover button { padding-inline: .6rem; }
  .st-key-jm-frame :is(.stButton, .stPopover) button [data-testid="stMarkdownContainer"] {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
"""


def draw_shell() -> None:
    """Draw the page that was asked for; what it cannot do is said in a sentence, never as a traceback."""
    icon = str(data("brand", "icon.svg"))
    st.set_page_config(page_title=NAME, page_icon=icon, layout="wide", initial_sidebar_state="collapsed")
    tongue = state.language(FALLBACK)
    try:
        with TURNS.taken():
            _draw()
    except Refusal as refusal:
        st.error(plain(refusal.reason(tongue)), icon=REFUSED)
    except Exception:
        logging.getLogger("journeymap.ui").exception("A page could not be drawn.")
        st.error(say("shell-unexpected", tongue), icon=":material/sentiment_dissatisfied:")


def _draw() -> None:
    """Stop anybody without a seat, then run the page."""
    state.ran()
    if person() is None:
        _draw_guard()
        return
    st.logo(str(data("brand", "icon.svg")), size="medium")
    st.html(f"<style>{STYLE}</style>")
    with st.container(key=state.key("tongue")):
        keep_language()
    if reads_only():
        st.navigation(
            [page(place, hidden=place.name == "home") for place in PAGES if place.name in READ], position="top"
        ).run()
        return
    rooms = [page(place, hidden=place.name == "summary" or not _leads_some()) for place in ROOMS]
    home, *others = [page(place) for place in PAGES]
    owners = [page(place, hidden=not _owns()) for place in OWNERS]
    asked = st.navigation([home, *rooms, *others, *owners], position="top")
    say_told()
    _draw_alarm()
    asked.run()
    draw_tour()
    say_told()


def _draw_alarm() -> None:
    """The disk is nearly full: said to those who lead, while there is still time."""
    disk = service().house.disk
    if _leads_some() and disk.is_low:
        st.warning(t("shell-disk-low", n=disk.left or 0), icon=":material/storage:")


def _leads_some() -> bool:
    """Whether this person leads a workshop: nobody else needs the page for it."""
    found = person()
    return found is not None and leads(found.role)


def _owns() -> bool:
    """Whether this is the owner: nobody else needs the page about the installation."""
    found = person()
    return found is not None and found.role is Role.OWNER


def _draw_guard() -> None:
    """One sentence and the way in."""
    with st.container(horizontal_alignment="center"), st.container(width=520):
        st.space("large")
        st.title(NAME, anchor=False)
        if reason := sent_away():
            st.info(plain(reason), icon=":material/delete_forever:")
        st.markdown(t("shell-no-seat"))
        st.link_button(t("shell-join"), "join", type="primary", icon=":material/meeting_room:")
        draw_language()
        keep_language()


if __name__ == "__main__":
    draw_shell()
