"""Home: the maps, and where a new one starts."""

from journeymap.ui.screens.home import draw_home

draw_home()
