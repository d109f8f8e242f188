"""What a journey and a workshop are: rows, roles, limits, and the operations that change them."""
