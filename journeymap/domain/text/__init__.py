"""The words people read: the catalogue, refusals, and texts made comparable."""
