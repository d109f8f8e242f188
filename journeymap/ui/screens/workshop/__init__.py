"""The workshop screen."""
