"""Compare: what the to-be changes, and what it leaves open."""

from journeymap.ui.screens.compare.screen import draw_compare

draw_compare()
