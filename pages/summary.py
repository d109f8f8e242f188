"""Summary: what a workshop came to, and how it ends."""

from journeymap.ui.screens.summary.screen import draw_summary

draw_summary()
