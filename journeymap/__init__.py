"""Journeymap: a room maps together what customers live through."""

__version__ = "0.1.0"
