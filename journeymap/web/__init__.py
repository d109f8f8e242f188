"""What the app answers beside its pages: the REST API, the way in, and who gets past the door."""
