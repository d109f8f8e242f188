"""Audit log: what happened to people, keys and data, for the owner."""

from journeymap.ui.screens.audit.screen import draw_audit

draw_audit()
