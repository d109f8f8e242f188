"""One module a screen; a page calls its one `draw_…`."""
