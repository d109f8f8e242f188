"""What a board of directors gets: one page, as PDF, as slides that one can edit, and on screen."""
