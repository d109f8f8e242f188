"""The way to the light page, where those who take part work."""

from journeymap.ui import state
from journeymap.ui.components.tab import ROOM, draw_tab
from journeymap.ui.shared import t


def draw_to_room(where: str, *, main: bool = False) -> None:
    """“To my page”: in the one tab where it is open already, if it is."""
    draw_tab(t("lead-to-phone"), "room", tab=ROOM, icon="phone", key=state.key("to-room", where), main=main)
