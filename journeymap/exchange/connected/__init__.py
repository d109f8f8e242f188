"""Trackers that are written to and read from over the network, item by item."""
