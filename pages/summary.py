"""Summary: what a workshop came to, and how it ends."""

from journeymap.ui.screens.summary import draw_summary

draw_summary()
