"""History: who changed what and when."""

from journeymap.ui.screens.history import draw_history

draw_history()
