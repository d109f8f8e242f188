"""Graph: the map as a network of moments."""

from journeymap.ui.screens.graph import draw_graph

draw_graph()
