"""How a map changes: deciding, applying, undoing, copying, merging, and telling what was done."""
