"""The command line: run the app, bring maps in and take them out."""

from journeymap.cli.commands import main

__all__ = ["main"]
