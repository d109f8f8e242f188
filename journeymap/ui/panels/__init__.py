"""What stands beside the board: every field of the row that is chosen, saved when it is left."""
