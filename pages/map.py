"""Map: episodes, micro-moments and all that belongs to them."""

from journeymap.ui.screens.map.screen import draw_map

draw_map()
