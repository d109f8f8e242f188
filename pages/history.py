"""History: who changed what and when."""

from journeymap.ui.screens.history.screen import draw_history

draw_history()
