"""Workshop: lead the room, step by step."""

from journeymap.ui.screens.workshop.screen import draw_workshop

draw_workshop()
