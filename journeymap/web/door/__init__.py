"""The way in and out: seats, codes, the owner link, the guard."""
