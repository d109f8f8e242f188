"""What can be read from a map: comparison, completeness, coverage, near-duplicates, hints."""
