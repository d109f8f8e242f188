"""A journey as a graph: networkx to reckon with it, pyvis to draw it."""
