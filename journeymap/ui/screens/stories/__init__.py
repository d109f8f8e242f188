"""The stories screen."""
