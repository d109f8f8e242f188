"""An as-is beside a to-be, so that a sceptic accepts it: what became of every row, and the figures that follow."""
