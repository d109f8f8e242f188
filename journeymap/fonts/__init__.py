"""The one typeface of everything we draw: where it comes from, the files made of it, and where they lie."""
