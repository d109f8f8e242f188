"""How a journey stands in a file: each layout as a table with a row for every micro-moment."""
