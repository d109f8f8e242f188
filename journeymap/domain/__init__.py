"""What a journey is and how it may change: models and pure functions."""
