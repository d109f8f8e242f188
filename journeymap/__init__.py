"""Journeymap: a room maps together what customers live through."""

__version__ = "0.2.0"
