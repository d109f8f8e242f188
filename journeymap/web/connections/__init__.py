"""Connections before anything is asked on them: how many there may be, and how long each may take."""
