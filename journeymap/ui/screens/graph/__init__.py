"""The graph screen."""
