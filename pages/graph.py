"""Graph: the map as a network of moments."""

from journeymap.ui.screens.graph.screen import draw_graph

draw_graph()
