"""A journey on its way out (documents, stories, spreadsheets) and back in."""
