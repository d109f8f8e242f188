"""The light pages: the phone page, the beamer, and what they are made from."""
