"""Compare: what the to-be changes, and what it leaves open."""

from journeymap.ui.screens.compare import draw_compare

draw_compare()
