"""Home: the maps, and where a new one starts."""

from journeymap.ui.screens.home.screen import draw_home

draw_home()
