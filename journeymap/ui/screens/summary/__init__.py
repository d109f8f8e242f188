"""The summary screen."""
