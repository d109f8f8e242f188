"""A link to one of our pages beside Streamlit's, always in the same tab: `st.link_button` opens one more each time."""

from typing import Literal

from journeymap.ui.components.component import component

Icon = Literal["phone", "screen"]

ROOM, SCREEN = "journeymap-room", "journeymap-screen"
"""What the tabs are called; the light page calls itself so, too."""

_draw = component(
    "tab",
    styles=("tab/tab.css",),
    html='<a><svg viewBox="0 0 24 24" aria-hidden="true"><path></path></svg><span></span></a>\n',
)


def draw_tab(label: str, address: str, *, tab: str, icon: Icon, key: str, main: bool = False, tip: str = "") -> None:
    """A link that opens an address of ours, in a tab of its own that is used again."""
    given = {"label": label, "address": address, "tab": tab, "icon": icon, "main": main, "tip": tip}
    _draw(given, key=key, width="content", height="content")
